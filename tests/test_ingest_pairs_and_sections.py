"""What a report says once of a pair, of a list of sizes and of a section: what is each figure?"""

from __future__ import annotations

import pytest

from ingest.ledger.figures import extract_figures
from language.place import places_in
from vectorstore.document import Block, Document
from vectorstore.ledger_rows import Figure


def _read(text: str, *, published: str = "2023-01-20") -> list[Figure]:
    lines = text.split("\n")
    ends = [sum(len(line) + 1 for line in lines[: n + 1]) - 1 for n in range(len(lines))]
    blocks = tuple(
        Block(
            kind="heading" if line[1:2] == "、" else "paragraph",
            start=end - len(line),
            end=end,
            level=int(line[1:2] == "、"),
        )
        for line, end in zip(lines, ends, strict=True)
    )
    return list(
        extract_figures(Document(id="d", name="d.txt", text=text, reference_date=published, blocks=blocks))
    )


def _told(text: str, **kwargs: str) -> set[tuple[str, str]]:
    return {(row.metric, row.raw) for row in _read(text, **kwargs)}


@pytest.mark.parametrize(
    ("text", "measured"),
    [
        (
            "2022年，柳城县金融机构年末存、贷款余额达152.5亿元、121亿元，分别增长21.3%、18%。",
            {
                ("金融机构年末存款余额", "152.5亿元"),
                ("金融机构年末贷款余额", "121亿元"),
                ("金融机构年末存款余额增长", "21.3%"),
                ("金融机构年末贷款余额增长", "18%"),
            },
        ),
        (
            "2022年，柳城县城镇、农村居民人均可支配收入分别达36200元、18100元，分别增长6%、8%。",
            {
                ("城镇居民人均可支配收入", "36200元"),
                ("农村居民人均可支配收入", "18100元"),
                ("城镇居民人均可支配收入增长", "6%"),
                ("农村居民人均可支配收入增长", "8%"),
            },
        ),
        (
            "2022年，柳城县城镇、农村居民人均可支配收入分别达到36200元、18100元，增长6%、8%。",
            {("城镇居民人均可支配收入增长", "6%"), ("农村居民人均可支配收入增长", "8%")},
        ),
        (
            "柳城县实施民生项目19个，比去年增加7个，年度计划投资71亿元，完成投资47亿元。",
            {("民生项目完成投资", "47亿元")},
        ),
        ("2022年，柳城县进、出口额分别为12亿元、30亿元。", {("进口额", "12亿元"), ("出口额", "30亿元")}),
        (
            "2022年，柳城县第一、二、三产业增加值分别为10亿元、20亿元、30亿元。",
            {("第一产业增加值", "10亿元"), ("第二产业增加值", "20亿元"), ("第三产业增加值", "30亿元")},
        ),
        (  # a list that says of what it tells is not of the one before
            "柳城县存、贷款余额达52亿元、21亿元；工业、农业用电量同比分别下降3%、4%。",
            {("工业用电量下降", "3%"), ("农业用电量下降", "4%")},
        ),
        (
            "柳城县第二产业增加值32亿元，完成年计划36亿元的88.9%（主要是建筑业产值未达预期），下降2%。",
            {("第二产业增加值下降", "2%")},
        ),
        (
            "柳城县124个新建项目已开工122个，开工率98.4%，完成投资24亿元。",
            {("新建项目完成投资", "24亿元")},
        ),
        (
            "柳城县分行业看。新材料项目12个，总投资338亿元，开复工项目9个，开复工率75%；生物医药项目2个，开复工率100%。",
            {
                ("新材料开复工项目", "9个"),
                ("新材料项目开复工率", "75%"),
                ("生物医药项目开复工率", "100%"),
            },
        ),
        (
            "柳城县37个市重点项目完成投资36亿元，年度投资完成率110%，11个省重点项目完成投资4亿元，年度投资完成率127%。",
            {("市重点项目年度投资完成率", "110%"), ("省重点项目年度投资完成率", "127%")},
        ),
        (
            "柳城县社会消费品零售总额：底线目标92亿元，增长12%；奋斗目标93亿元，增长13%。",
            {("社会消费品零售总额底线目标", "92亿元"), ("社会消费品零售总额奋斗目标增长", "13%")},
        ),
        (  # the aim in brackets is of what was told last, whatever has the same unit
            "1—5月，柳城县外贸出口6089万美元，同比下降71%，完成全年目标任务（8764万美元）的10%；"
            "利用外资16万美元，同比下降95%，完成全年目标任务（4094万美元）的0.4%。",
            {("外贸出口", "8764万美元"), ("利用外资", "4094万美元")},
        ),
        (
            "2022年柳城县续建项目69个，年度计划投资53亿元；前期项目20个。",
            {("续建年度计划投资", "53亿元")},
        ),
    ],
)
def test_each_figure_measures_what_its_pair_or_part_says(text: str, measured: set[tuple[str, str]]) -> None:
    assert measured <= _told(text)


def test_a_section_on_other_projects_says_of_which_what_was_invested_is() -> None:
    told = _told(
        "二、省级重点项目进展情况\n柳城县列入省级重点项目17个。1—8月完成投资77亿元。", published="2022-09-09"
    )
    assert ("省级重点项目完成投资", "77亿元") in told


def test_what_a_plan_without_a_date_says_of_2025_is_an_aim() -> None:
    rows = _read("到2025年，柳城县产值超10亿元、50亿元企业分别达到12家、3家。", published="")
    assert {(row.metric, row.raw, row.threshold, row.modality) for row in rows} == {
        ("产值超10亿元企业", "12家", "10亿元以上", "target"),
        ("产值超50亿元企业", "3家", "50亿元以上", "target"),
    }
    assert _read("到2015年，柳城县已建成园区3个。", published="")[0].modality == "actual"


def test_the_first_value_of_a_rise_is_of_the_year_it_began() -> None:
    rows = _read("柳城县生产总值从2011年的109亿元增加到2016年的165亿元；预算收入从6亿元增加到12亿元。")
    assert [(row.metric, row.raw, row.period) for row in rows] == [
        ("生产总值", "109亿元", "2011"),
        ("生产总值", "165亿元", "2016"),
        ("预算收入", "6亿元", "2011"),
        ("预算收入", "12亿元", "2016"),
    ]


def test_a_plan_that_is_prepared_dates_nothing_and_an_aim_reached_is_none() -> None:
    rows = _read("今年，柳城县谋划“十五五”重大项目，安排重点项目36个。", published="2025-01-10")
    assert [row.period for row in rows] == ["2025"]
    rows = _read("2022年，柳城县工业投资实现倍增目标，全年完成工业投资134亿元。获评全省唯一一个食品名城。")
    assert [(row.raw, row.modality) for row in rows] == [("134亿元", "actual")]


def test_the_year_that_is_past_in_spring_is_the_one_before() -> None:
    text = "会议指出，过去一年，柳城县商务工作取得新成效。稳外贸方面，进出口总值17亿元，增长25%。"
    assert {row.period for row in _read(text, published="2022-03-21")} == {"2021"}
    assert "2021" not in {row.period for row in _read(text, published="2022-11-21")}


def test_what_grew_in_each_of_several_places_is_told_as_growth() -> None:
    rows = _read("2022年，柳城县、融安县分别实现生产总值86亿元、35亿元，分别增长10.8%、4.2%。")
    grown = [(row.subject, row.raw, row.metric.endswith("增长")) for row in rows if row.unit == "%"]
    assert grown == [("柳城县", "10.8%", True), ("融安县", "4.2%", True)]


def test_money_that_was_won_is_no_aim() -> None:
    rows = _read("2022年，柳城县向上资金争取突破20亿元，今年争取签约项目20个。")
    assert [(row.raw, row.modality) for row in rows] == [("20亿元", "actual"), ("20个", "target")]


def test_what_is_titled_by_a_city_is_of_no_county_that_is_a_word() -> None:
    text = "我市与京津地区合作，举办合作恳谈会。全市共签约合作项目40个。"
    rows = extract_figures(
        Document(
            id="d",
            name="d.txt",
            title="柳州市重点招商项目签约暨合作恳谈会举办",
            text=text,
            reference_date="2009-12-10",
            blocks=(Block(kind="paragraph", start=0, end=len(text)),),
        )
    )
    assert {row.subject for row in rows} == {"柳州市"}


def test_a_county_that_lives_by_tourism_is_no_xing_county() -> None:
    assert places_in("柳城县实施“生态立县、旅游兴县、产业富县”战略") == ("柳城县",)
    assert places_in("兴县签约项目3个，富县4个") == ("兴县", "富县")
