"""A city's paper sets its figures beside the country's and the province's: none is taken for another."""

from __future__ import annotations

from pathlib import Path

import pytest
from ingest_samples import asked_over

from assistant import Assistant
from ingest.ledger.figures import extract_figures
from language.nation import wholes_told
from vectorstore.document import Block, Document

REPORT = """# 泉州市2024年利用外资情况

发布时间：2025-01-20　发布单位：泉州市商务局

2024年，全国实际使用外资8262.5亿元，同比下降27.1%。福建省实际使用外资310亿元，同比下降9.4%。泉州逆势而上，全市实际使用外资42.6亿元，同比增长12.3%。
全年全国货物贸易进出口43.85万亿元，增长5.0%；泉州市进出口2830亿元，增长6.4%，占全国的0.65%。
2024年，全省新签约项目1260个，我市新签约项目286个。
2024年，全国新能源汽车产量1288.8万辆。
2024年，全市规模以上工业增加值增长8.6%，社会消费品零售总额增长5.1%。
"""
PAPERS = {"report": REPORT}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("上半年,全国新设外资企业30014家", ["全国"]),
        ("我国低空经济规模达6702.5亿元", ["全国"]),
        ("全球市场规模3000亿美元", ["全球"]),
        ("全国前三季度进出口首次突破30万亿元", ["全国"]),
        ("从全国看,产销分别完成318万辆和307万辆", ["全国"]),
        ("入选全国文明城市12个", []),
        ("全国300余名客商参会", []),
        ("全国首个氢能项目投资12亿元", []),
        ("其中全国500强企业5家", []),
    ],
)
def test_the_whole_is_told_from_how_far_a_thing_reaches(text: str, names: list[str]) -> None:
    assert [name for name, _, _ in wholes_told(text)] == names


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("上半年，全国固定资产投资增长2.8%，我市增长6.1%。", ["全国", "泉州市"]),
        ("全国新设外资企业30014家，同比增长11.7%；泉州新设128家。", ["全国", "全国", "泉州市"]),
        ("全市新签约项目112个，入选全国重点外资项目3个。", ["泉州市", "泉州市"]),
        ("我市进出口2230亿元，增速高于全国6.5个百分点。", ["泉州市", "泉州市"]),
        ("从全国看，新能源汽车产量318.2万辆。泉州产量1.6万辆。", ["全国", "泉州市"]),
        ("全省实际使用外资310亿元，我市42.6亿元，占全省的13.7%。", ["福建省", "泉州市", "泉州市"]),
        ("全省首家外资医院落户我市，全市新增床位800张。", ["泉州市"]),
        ("全省重点项目我市有86个。", ["泉州市"]),
        ("全省新签约项目1260个。新开工项目86个。", ["福建省", "泉州市"]),
        ("我国石墨烯产业规模突破500亿元，泉州石墨烯企业集聚60家，产值86亿元。", ["全国", "泉州市", "泉州市"]),
        ("到位资金全省平均完成率78%，我市完成率82.5%。", ["福建省", "泉州市"]),
        ("我市增长6.3%，分别高于全国、全省1.1个和0.6个百分点。", ["泉州市", "泉州市", "泉州市"]),
        ("国家提出2027年新车占比达到45%，我市目标是2027年达到50%。", ["全国", "泉州市"]),
        ("我国低空经济规模达6702.5亿元。泉州相关企业86家。", ["全国", "泉州市"]),
    ],
)
def test_figures_of_the_country_are_no_city_s(text: str, subjects: list[str]) -> None:
    paper = Document(
        id="d", name="d.txt", text=text, title="泉州市招商引资情况", reference_date="2025-07-10",
        blocks=(Block(kind="paragraph", start=0, end=len(text)),),
    )  # fmt: skip
    rows = extract_figures(paper)
    assert [row.subject for row in rows] == subjects
    assert all(not row.place for row in rows if row.subject == "全国")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("泉州市2024年实际使用外资增长多少？", "12.3%"),
        ("泉州市2024年进出口多少？", "2830亿元"),
        ("2024年实际使用外资多少？", "42.6亿元"),
        ("福建省2024年实际使用外资多少？", "310亿元"),
        ("福建省2024年新签约项目多少个？", "1260个"),
        ("泉州市2024年新签约项目多少个？", "286个"),
        ("全国2024年实际使用外资多少？", "8262.5亿元"),
        ("2024年全国进出口多少？", "43.85万亿元"),
        ("泉州市2024年规上工业增加值增长多少？", "8.6%"),
        ("泉州市2024年社零总额增长多少？", "5.1%"),
    ],
)
def test_each_is_told_where_it_is_asked(assistant: Assistant, question: str, told: str) -> None:
    answer = assistant.ask(question)
    assert told in answer.text, answer.text
    assert "泉州市2024年：全国" not in answer.text


def test_what_is_told_of_the_country_alone_is_refused_of_a_city(assistant: Assistant) -> None:
    assert assistant.ask("泉州市2024年新能源汽车产量多少？").refused


def test_what_is_told_of_a_city_alone_is_refused_of_the_country(assistant: Assistant) -> None:
    assert assistant.ask("全国社会消费品零售总额增长多少？").refused


def test_a_sentence_of_the_country_is_not_headed_by_the_city(tmp_path: Path) -> None:
    paper = REPORT.replace(
        "全国新能源汽车产量1288.8万辆。", "全国新能源汽车产量达到1288.8万辆，其中出口128万辆。"
    )
    with asked_over(tmp_path, {"report": paper}) as assistant:
        answer = assistant.ask("2024年全国新能源汽车产量多少？")
    assert "1288.8万辆" in answer.text and "泉州市" not in answer.text


def test_the_region_of_a_city_s_paper_is_its_autonomous_region() -> None:
    text = "全区实际使用外资16亿美元，我市实际使用外资6.2亿美元。全区首个跨境产业园落户我市，占地2100亩。"
    paper = Document(
        id="d", name="d.txt", text=text, title="南宁市2024年利用外资情况", reference_date="2025-01-20",
        blocks=(Block(kind="paragraph", start=0, end=len(text)),),
    )  # fmt: skip
    rows = extract_figures(paper)
    assert [row.subject for row in rows if row.unit == "亿美元"] == ["广西壮族自治区", "南宁市"]
    assert all(row.place == "南宁市" for row in rows if row.unit == "亩")
