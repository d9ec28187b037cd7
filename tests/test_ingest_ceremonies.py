"""Signing ceremonies in newspapers: of which day is what was signed there, and whose is a second place?"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from assistant import Assistant
from ingest import ingest
from ingest.ledger.figures import extract_figures
from language.bare_day import bare_day
from language.place import learn_places
from vectorstore.document import Block, Document


def _told(text: str, *, title: str = "") -> set[str]:
    block = Block(kind="paragraph", start=0, end=len(text))
    document = Document(
        id="d", name="d.txt", title=title, text=text, reference_date="2023-05-20", blocks=(block,)
    )
    return {
        f"{row.subject}|{row.metric}|{row.value.normalize():f}{row.unit}|{row.period}|{row.modality}"
        for row in extract_figures(document)
    }


@pytest.mark.parametrize(
    ("text", "row"),
    [
        pytest.param(
            "17日，颍泉区举行“2023年颍泉区重点项目集中签约仪式”，现场签约光伏、医疗器械等15个重点项目。",
            "颍泉区|重点项目|15个|2023-05-17|actual",
            id="a-day-without-its-month",
        ),
        pytest.param(
            "5月7日，颍泉区招商引资项目集中签约仪式在区会议中心举行。颍泉区与甲公司等21家企业，以线上方式，集中签约项目21个。",
            "颍泉区|集中签约项目|21个|2023-05-07|actual",
            id="what-the-next-sentence-counts-was-signed-there",
        ),
        pytest.param(
            "5月7日，颍泉区招商引资项目集中签约仪式在区会议中心举行。今年以来颍泉区签约项目46个。",
            "颍泉区|签约项目|46个|2023-01..2023-04|actual",
            id="but-not-what-names-a-time-of-its-own",
        ),
        pytest.param(
            "颍州网2023年5月11日讯 日前，颍泉区举行2023年第一季度招商项目集中签约仪式，共签约招商项目17个。",
            "颍泉区|签约招商项目|17个|2023-Q1|actual",
            id="the-day-of-a-dateline-is-no-day-of-the-ceremony",
        ),
        pytest.param(
            "“十四五”期间，颍泉区锚定“产业新区、制造新区”目标定位，一手抓招商，累计有63个优质项目落户颍泉区。",
            "颍泉区|优质项目落户颍泉区|63个|2021..2025|actual",
            id="what-it-wants-to-be-is-no-aim-of-a-number",
        ),
    ],
)
def test_what_was_signed_is_of_the_day_of_its_ceremony(text: str, row: str) -> None:
    assert row in _told(text), sorted(_told(text))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("17日,区里举行签约仪式。", date(2023, 5, 17)),
        ("本报讯28日,区里举行签约仪式。", date(2023, 4, 28)),
        ("在5日举行的签约活动上,20个项目落地。", date(2023, 5, 5)),
        ("论坛将于9月2日至6日在会展中心举办。", None),
        ("工期90日,全区争先进位。", None),
    ],
)
def test_a_bare_day_is_the_last_of_its_number(text: str, day: date | None) -> None:
    told = bare_day(text, date(2023, 5, 20))
    assert (told[0] if told else None) == day


def test_only_a_district_named_by_its_site_is_another_citys_too() -> None:
    assert learn_places("茂名招商。茂名滨海新区签约。滨海新区").get("滨海新区") is not None
    names = learn_places("贵州招商，贵州引资。西咸新区签约")
    assert (place := names.get("西咸新区")) is not None and place.name == "西咸新区"


@pytest.mark.parametrize(
    "question",
    ["滁州驻深圳招商队签了多少个合同？", "滁州在深圳签了多少个合同？", "滁州在深圳投洽会上签了多少个合同？"],
)
def test_where_a_city_signs_is_no_second_city(tmp_path: Path, question: str) -> None:
    paper = tmp_path / "papers" / "滁州.txt"
    paper.parent.mkdir()
    paper.write_text(
        "滁州市外出招商情况\n2023年5月20日\n\n今年4月，滁州市驻深圳招商队参加深圳投洽会以来，滁州市签订正式合同86个，签约资金114.8亿元。\n",
        encoding="utf-8",
    )
    ingest([str(paper)], store=str(tmp_path / "store"))
    with Assistant.open(str(tmp_path / "store")) as assistant:
        answer = assistant.ask(question)
    assert "86个" in answer.text and "没有深圳" not in answer.text, answer.text
