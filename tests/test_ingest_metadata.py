"""Title, publisher, date, number and level: what people say first, then the text, then the file name."""

from __future__ import annotations

import pytest

from ingest.dates import date_in_name, end_of, parse_date
from ingest.errors import Unreadable
from ingest.frontmatter import read_sidecar
from ingest.imprint import is_imprint
from ingest.loaded import UNSTATED, Stated
from ingest.metadata import Metadata, metadata_of
from ingest.text import load

NOTICE = """江城市人民政府办公厅
关于印发招商引资奖励办法的通知

江政办发〔2024〕12号

各区人民政府，市政府各部门：

现将《招商引资奖励办法》印发给你们。根据《省促进条例》（国发〔2023〕11号）制定。

江城市人民政府办公厅
2024年5月6日
"""


def known(text: str, *, name: str = "a.txt", given: Stated = UNSTATED) -> Metadata:
    return metadata_of(load(text.encode()), name=name, given=given)


def test_an_official_notice_tells_all_of_itself() -> None:
    assert known(NOTICE) == Metadata(
        title="江城市人民政府办公厅关于印发招商引资奖励办法的通知",
        publisher="江城市人民政府办公厅",
        published="2024-05-06",
        published_basis="stated",
        reference_date="2024-05-06",
        number="江政办发〔2024〕12号",
        level="public",
        url="",
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("临江区招商开门红\n\n发布日期：2025年4月3日\n\n正文说明情况。", "2025-04-03"),
        ("临江区招商开门红\n\n2025-04-03 08:12 来源：江城日报\n\n正文说明情况。", "2025-04-03"),
        ("临江区招商开门红\n\n来源：江城日报 2025-04-03\n\n正文说明情况。", "2025-04-03"),
        ("临江区招商开门红\n\n江城日报 · 2025-04-03\n\n正文说明情况。", "2025-04-03"),
        ("临江区招商开门红\n\n2025年4月3日 星期四 A03版\n\n正文说明情况。", "2025-04-03"),
        ("临江区招商开门红\n\n（2025年1月15日江城市第十七届人民代表大会通过）\n\n正文。", "2025-01-15"),
        ("江城招商条例\n\n本报2025年4月3日讯 正文说明情况，说得很长。", "2025-04-03"),
        ("关于招商的意见\n\n正文说明情况，说得很长很长。\n\n江城市商务局\n二〇二五年四月三日", "2025-04-03"),
        ("关于招商的意见\n\n正文说明情况。\n\n江城市人民政府办公厅 2025年4月3日印发", "2025-04-03"),
        ("简讯\n\n2025/4/3\n\n正文说明情况。", "2025-04-03"),
        ("成文日期：\t2025-04-03\t主题：\t招商\n\n正文说明情况。", "2025-04-03"),
        (
            "关于招商的通知 请遵照执行。特此通知。 江城市商务局 \u20022025年4月3日 （此件公开发布）",
            "2025-04-03",
        ),
    ],
    ids=[
        "label",
        "source-line",
        "behind-its-source",
        "behind-a-dot",
        "masthead",
        "passed",
        "dateline",
        "signature",
        "print-line",
        "slashes",
        "table",
        "on-one-line",
    ],
)
def test_a_date_the_text_states_is_found(text: str, expected: str) -> None:
    found = known(text)
    assert (found.published, found.published_basis, found.reference_date) == (expected, "stated", expected)


@pytest.mark.parametrize(
    "text",
    [
        "简讯\n\n本报4月3日讯 临江区召开会议，研究部署招商工作。",
        "简讯\n\n2020年3月1日至2021年5月1日期间注册的企业可以申报，逾期不候。",
        "简讯\n\n截至2019年12月31日，全区共有企业八百家，其中规上企业九十家。",
    ],
    ids=["no-year", "a-range-in-a-sentence", "a-date-in-a-sentence"],
)
def test_a_date_that_is_not_the_documents_own_is_not_stated(text: str) -> None:
    assert known(text).published_basis != "stated"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("2025-04-03 临江招商.txt", "2025-04-03"),
        ("临江招商20250403.docx", "2025-04-03"),
        ("招商简报2025年4月3日.pdf", "2025-04-03"),
        ("简报_2025.4.3.txt", "2025-04-03"),
        ("2025年4月简报.txt", "2025-04"),
        ("2025年工作总结.txt", "2025"),
        ("2025年1-4月通报.txt", "2025-04"),
        ("000_ba8820e6f3043150.txt", ""),
        ("方案13800138000.txt", ""),
        ("20259999.txt", ""),
        ("招商.txt", ""),
    ],
)
def test_dates_in_names(name: str, expected: str) -> None:
    assert date_in_name(name) == expected


def test_a_name_that_holds_only_a_year_infers() -> None:
    found = known("会议研究部署招商工作。", name="2023年工作总结.txt")
    assert (found.published, found.published_basis) == ("2023", "inferred")
    assert found.reference_date == "2023-12-31"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2025-04-03T10:00:00+08:00", "2025-04-03"),
        ("20250403", "2025-04-03"),
        ("2025年4月", "2025-04"),
        ("2025", "2025"),
        ("二〇二五年十二月三十一日", "2025-12-31"),
        ("二○二四年二月十日", "2024-02-10"),
        ("2025-02-30", ""),
        ("2025-13", ""),
        ("去年", ""),
    ],
)
def test_written_dates(written: str, expected: str) -> None:
    assert parse_date(written) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [(" [ 2023-07-25 06：09 ]", "2023-07-25"), ("来源：某报 2023年7月27日", "2023-07-27"), ("昨天", "")],
)
def test_a_record_may_wrap_its_date_in_other_words(said: str, expected: str) -> None:
    found = known("会议研究了有关工作。", given=Stated(published=said))
    assert found.published == expected


def test_the_end_of_a_month_and_of_a_year() -> None:
    assert [end_of(each) for each in ("2024", "2024-02", "2024-02-05")] == [
        "2024-12-31",
        "2024-02-29",
        "2024-02-05",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("题目在此\n\n□江城日报/江城新闻记者 张三\n\n正文在此。", "江城日报/江城新闻"),
        ("题目在此\n\n正文在此。\n\n江城新闻/江城晚报 记者 王五", "江城新闻/江城晚报"),
        ("题目在此\n\n来源：江城市商务局\n\n正文在此。", "江城市商务局"),
        ("题目在此\n\n来源：江城市商务局发布时间：2026-06-12 点击数：3\n\n正文在此。", "江城市商务局"),
        ("题目在此\n\n江城日报3月5日讯 正文在此。", "江城日报"),
        ("江城日报 要闻\n\n题目在此\n\n正文在此。", "江城日报"),
        ("江城市商务局关于开展招商的通知\n\n正文在此，说得很长。", "江城市商务局"),
        (
            "招商意见\n\n正文在此，说得很长。\n\n江城市发展和改革委员会\n2025年1月1日",
            "江城市发展和改革委员会",
        ),
        ("关于招商 请遵照执行。特此通知。 江城市商务局 2025年4月3日", "江城市商务局"),
        ("题目在此\n\n没有出处的正文。", ""),
    ],
    ids=[
        "byline",
        "closing-byline",
        "source",
        "source-before-its-date",
        "dateline",
        "masthead",
        "title",
        "signature",
        "on-one-line",
        "none",
    ],
)
def test_publishers(text: str, expected: str) -> None:
    assert known(text).publisher == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("通知\n\n江政发〔2024〕3号\n\n正文。", "江政发〔2024〕3号"),
        ("通知\n\n发文字号：江商字[2024]15号\n\n正文。", "江商字[2024]15号"),
        ("通知 江政发〔2024〕3号 各有关单位： 现通知如下。", "江政发〔2024〕3号"),
        ("公告\n\n财政部 税务总局公告2020年第9号\n\n正文。", "税务总局公告2020年第9号"),
        ("通知\n\n根据江政发〔2024〕3号文件的规定办理。", ""),
    ],
)
def test_only_the_documents_own_number_counts(text: str, expected: str) -> None:
    assert known(text).number == expected


def test_what_people_say_outranks_the_text_and_the_text_the_file_name() -> None:
    given = Stated(
        title="甲", publisher="乙", published="2020-01-02", number="丙〔2020〕1号", level="internal"
    )
    found = known(NOTICE, name="2019-01-01.txt", given=given)
    assert (found.title, found.publisher, found.published) == ("甲", "乙", "2020-01-02")
    assert (found.number, found.level) == ("丙〔2020〕1号", "internal")
    assert known(NOTICE, name="2019-01-01.txt").published == "2024-05-06"


def test_a_text_without_headline_is_titled_by_its_first_line_or_its_file() -> None:
    assert known("临江区签约项目34个。").title == "临江区签约项目34个。"
    assert (
        known("临江区出台新举措招商 江城日报讯 " + "今年以来成效明显，" * 20).title == "临江区出台新举措招商"
    )
    assert known("很长的一句话，" * 20 + "说完了。", name="招商简报.txt").title == "招商简报"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("title: 甲\npublished: 2025-04-03\n".encode(), Stated(title="甲", published="2025-04-03")),
        (
            "标题: 甲\n来源: 乙\n密级: internal\n".encode("gb18030"),
            Stated(title="甲", publisher="乙", level="internal"),
        ),
        (b"\xef\xbb\xbflevel: secret\n", Stated(level="secret")),
        (b"", Stated()),
        (b"number: 12\nother: [1, 2]\n", Stated(number="12")),
    ],
    ids=["plain", "chinese-gbk", "mark", "empty", "scalars-only"],
)
def test_sidecars(data: bytes, expected: Stated) -> None:
    assert read_sidecar(data) == expected


@pytest.mark.parametrize("data", [b"- a\n- b\n", b"level: [", b"published: 2025-13-45\n", b"[" * 100_000])
def test_a_sidecar_that_cannot_be_read_is_never_ignored(data: bytes) -> None:
    with pytest.raises(Unreadable, match="旁注"):
        read_sidecar(data)


BODY = "记者梳理公开数据发现，今年的账本有两个特点，读数之前先要看清口径。"


@pytest.mark.parametrize(
    ("head", "title", "publisher", "published"),
    [
        (
            "江城投资周刊\n2024年3月8日 星期五 第3版  区县\n\n首季怎么看：比数量，更比成色\n\n本报记者 秦渡",
            "首季怎么看：比数量，更比成色",
            "江城投资周刊",
            "2024-03-08",
        ),
        (
            "两江开放\n2024年第6期（总第118期）\n2024年3月8日\n\n园区招商三问",
            "园区招商三问",
            "两江开放",
            "2024-03-08",
        ),
        (
            "两江产业动态\n第27期\n两江产业动态编辑部\u3000\u3000\u30002024年4月8日\n\n江城市一季度快报（初步）",
            "江城市一季度快报（初步）",
            "两江产业动态编辑部",
            "2024-04-08",
        ),
        (
            "江城市商务局文件\n江商发〔2024〕7号\n\n关于开展招商的通知",
            "关于开展招商的通知",
            "江城市商务局",
            "",
        ),
        (
            "某某项目开工侧记\n江城投资周刊\u30002024年2月21日",
            "某某项目开工侧记",
            "江城投资周刊",
            "2024-02-21",
        ),
        (
            "某某项目情况更新稿\n\n江城招商中心项目处\n\n2024年6月30日",
            "某某项目情况更新稿",
            "江城招商中心项目处",
            "2024-06-30",
        ),
        (
            "从签约到投产\n——某某项目见闻\n\n2024年6月30日　第10期",
            "从签约到投产——某某项目见闻",
            "",
            "2024-06-30",
        ),
        (
            "江城市上半年招商简报\n2024年7月10日\n\n一、总体情况",
            "江城市上半年招商简报",
            "",
            "2024-07-10",
        ),
        (
            "临江区招商开门红\n\n2024年4月3日 星期三 A03版\n\n区里怎么干",
            "临江区招商开门红",
            "",
            "2024-04-03",
        ),
    ],
    ids=[
        "newspaper",
        "any-name-with-issue",
        "bulletin",
        "red-head",
        "paper-under-title",
        "office-over-date",
        "sub-headline",
        "numbered-section-is-no-headline",
        "database-export",
    ],
)
def test_a_masthead_is_told_from_a_headline(head: str, title: str, publisher: str, published: str) -> None:
    found = known(f"{head}\n\n{BODY}\n")
    assert (found.title, found.publisher, found.published) == (title, publisher, published)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2025年5月30日　第10期", True),
        ("第27期", True),
        ("江政发〔2024〕3号", True),
        ("江政发〔2024〕3号2024年8月15日印发", True),
        ("江城周报 | 2025年2月21日 | 星期五", True),
        ("2025年2月21日，项目开工。", False),
        ("2025年2月21日 江城召开全市高质量招商引资工作推进会议", False),
        ("江城周报", False),
        ("第三季度", False),
    ],
)
def test_an_imprint_holds_nothing_but_date_issue_number_and_names(line: str, expected: bool) -> None:
    assert is_imprint(line) is expected
