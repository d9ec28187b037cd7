"""Figures of a held event, of a list of examples, of quoted aims and of classes in two moneys."""

from __future__ import annotations

import pytest

from ingest.dating import infer_date
from ingest.ledger.figures import extract_figures
from vectorstore.document import Block, Document
from vectorstore.ledger_rows import Figure


def read(*paragraphs: str, reference: str = "2022-02-17") -> dict[str, Figure]:
    """The figures of a paper on 临川 districts by what is printed."""
    text = "\n".join(paragraphs)
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(kind="paragraph", start=at, end=at + len(paragraph)))
        at += len(paragraph) + 1
    document = Document(
        id="d",
        name="d.txt",
        text=text,
        title="襄阳市招商引资",
        reference_date=reference,
        blocks=tuple(blocks),
    )
    return {row.raw: row for row in extract_figures(document)}


EVENT = (
    "2月16日，2022年襄阳市首批项目集中签约活动在会展中心举行。本次集中签约项目共计57个，"
    "其中，樊城区签约项目12个，签约总额96亿元。"
)


@pytest.mark.parametrize("raw", ["57个", "12个", "96亿元"])
def test_what_was_signed_at_an_event_is_done_on_its_day(raw: str) -> None:
    row = read(EVENT)[raw]
    assert row.modality in ("actual", "planned_total")
    assert row.period == "2022-02-16"


def test_the_year_of_an_events_name_dates_no_later_paragraph() -> None:
    row = read(EVENT, "樊城区此次签约先进制造项目7个。")["7个"]
    assert (row.modality, row.period) == ("actual", "2022-02-16")


def test_the_last_of_some_examples_owns_no_count() -> None:
    row = read("樊城区集中签约青禾电厂搬迁改造、汉水智造产业园建设等项目18个。")["18个"]
    assert (row.subject, row.metric) == ("樊城区", "集中签约项目")


def test_in_a_place_tells_of_it() -> None:
    rows = read("市、区联动抓项目。在樊城区，一季度36个项目将陆续动工，全年将推动98个重点项目建设。")
    assert {row.subject for row in rows.values()} == {"樊城区"}


def test_what_is_quoted_as_an_aim_is_none_done() -> None:
    rows = read("襄阳市确定了“亿元以上项目开工260个、产业项目突破120个，投资增长9%以上”的年度目标任务。")
    assert {row.modality for row in rows.values()} == {"target"}


def test_a_class_in_two_moneys_is_one_class() -> None:
    rows = read(
        "1-7月，襄阳市签约1亿元人民币或1000万美元以上项目183个，同比增长8%。"
        "其中签约重大项目（10亿元人民币或1亿美元以上，下同）26个，同比增长10%。",
        reference="2024-08-20",
    )
    assert rows.keys() == {"183个", "8%", "26个", "10%"}
    assert rows["183个"].threshold == "1亿元以上"
    assert rows["26个"].metric == "签约重大项目"


def test_a_place_at_the_end_of_a_list_keeps_its_last_word() -> None:
    row = read("襄阳市在京津冀、长三角、珠三角等地区新签约项目205个。")["205个"]
    assert row.metric in ("新签约项目", "签约项目")


def test_a_year_told_as_reached_before_what_this_year_is_to_bring_is_the_last() -> None:
    told = infer_date(
        "2月24日，招商团队走访企业的8天里，3个项目宣布落户，招商招商招商招商招商。"
        "2022年，全市签约投资总额高达346亿元，实现关键性突破。今年将力争签约投资总额超400亿元。"
    )
    assert told is not None and told.published.startswith("2023")


@pytest.mark.parametrize(("text", "year"), [
    ("2月3日，某县举办2025年新春交流会。2024年完成新注册企业36家，进出口1013亿元、同比增长3.4%。", "2025"),
    ("10月10日，某开发区召开建区周年暨重点项目推进会，发布三个一批重点项目情况和主题宣传片，讲述园区历程。"
     "2022年以来，共落地优质项目247个。1992年10月8日奠基。", "2022"),
])  # fmt: skip
def test_an_event_or_since_when_all_is_told_gives_the_year(text: str, year: str) -> None:
    told = infer_date(text)
    assert told is not None and told.published.startswith(year)
