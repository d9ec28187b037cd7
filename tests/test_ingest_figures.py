"""Figures of prose: whose, what, how much, when, how real."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.ledger.figures import extract_figures
from vectorstore.document import Block, Document
from vectorstore.ledger_rows import Figure

TITLE = "宁波市招商引资工作"
REFERENCE = "2024-07-10"


def document(text: str, *, title: str = TITLE) -> Document:
    """A document of one paragraph a line, dated 10 July 2024."""
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(kind="paragraph", start=at, end=at + len(line)))
        at += len(line) + 1
    return Document(
        id="d", name="d.txt", text=text, title=title, reference_date=REFERENCE, blocks=tuple(blocks)
    )


def figures(text: str) -> tuple[Figure, ...]:
    return extract_figures(document(text))


@dataclass(frozen=True, kw_only=True)
class Told:
    """What a case expects of one figure; the defaults are the plain case."""

    subject: str
    value: str
    unit: str
    period: str = ""
    modality: str = "actual"
    growth: bool = False
    threshold: str = ""
    qualifier: str = ""


def told_by(figure: Figure) -> Told:
    return Told(
        subject=figure.subject, value=f"{figure.value:f}", unit=figure.unit, period=figure.period,
        modality=figure.modality, growth=figure.is_growth, threshold=figure.threshold,
        qualifier=figure.qualifier,
    )  # fmt: skip


CASES: dict[str, tuple[str, list[Told]]] = {
    "whose the next figure is, counted": (
        "上半年全市签约亿元以上项目261个，六个重点区县（市）的签约总投资合计1314.4亿元。",
        [
            Told(subject="宁波市", value="261", unit="个", period="2024-H1", threshold="1亿元以上"),
            Told(
                subject="宁波市",
                value="1314.4",
                unit="亿元",
                period="2024-H1",
                modality="planned_total",
                threshold="1亿元以上",
            ),
        ],
    ),
    "count, money and growth of one clause": (
        "今年上半年，宁波市新签约亿元以上项目225个，总投资1860亿元，同比增长12.5%。",
        [
            Told(subject="宁波市", value="225", unit="个", period="2024-H1", threshold="1亿元以上"),
            Told(subject="宁波市", value="1860", unit="亿元", period="2024-H1", modality="planned_total",
                 threshold="1亿元以上"),
            Told(subject="宁波市", value="12.5", unit="%", period="2024-H1", growth=True,
                 threshold="1亿元以上"),
        ],
    ),
    "respective list": (
        "上半年，鄞州区、北仑区分别签约项目52个和47个。",
        [
            Told(subject="鄞州区", value="52", unit="个", period="2024-H1"),
            Told(subject="北仑区", value="47", unit="个", period="2024-H1"),
        ],
    ),
    "respective growth": (
        "镇海区、慈溪市、余姚市分别增长8.1%、7.2%和6.5%。",
        [
            Told(subject="镇海区", value="8.1", unit="%", growth=True),
            Told(subject="慈溪市", value="7.2", unit="%", growth=True),
            Told(subject="余姚市", value="6.5", unit="%", growth=True),
        ],
    ),
    "pairs": (
        "签约项目较多的有鄞州区49个、北仑区34个。",
        [
            Told(subject="鄞州区", value="49", unit="个"),
            Told(subject="北仑区", value="34", unit="个"),
        ],
    ),
    "parts of a whole": (
        "今年一季度全市签约项目225个，其中鄞州区52个、北仑区47个。",
        [
            Told(subject="宁波市", value="225", unit="个", period="2024-Q1"),
            Told(subject="鄞州区", value="52", unit="个", period="2024-Q1"),
            Told(subject="北仑区", value="47", unit="个", period="2024-Q1"),
        ],
    ),
    "investment of a group of projects": (
        "鄞州区总投资54亿元的25个项目集中开工。",
        [
            Told(subject="鄞州区", value="54", unit="亿元", modality="planned_total"),
            Told(subject="鄞州区", value="25", unit="个"),
        ],
    ),
    "that city": (
        "今年以来，慈溪市引进项目18个。该市完成投资32亿元。",
        [
            Told(subject="慈溪市", value="18", unit="个", period="2024-H1"),
            Told(subject="慈溪市", value="32", unit="亿元", period="2024-H1"),
        ],
    ),
    "that company, named in the sentence": (
        "海曙区引进蓝湾科技有限公司，该公司计划投资5亿元建设生产基地。",
        [Told(subject="蓝湾科技有限公司", value="5", unit="亿元", modality="planned_total")],
    ),
    "that company, named before": (
        "海曙区引进蓝湾科技有限公司。该公司注册资本2亿元。",
        [Told(subject="蓝湾科技有限公司", value="2", unit="亿元")],
    ),
    "measures of a project": (
        "蓝湾智能装备产业园项目总投资30亿元，占地200亩，建成后预计年产值超过50亿元。",
        [
            Told(subject="蓝湾智能装备产业园项目", value="30", unit="亿元", modality="planned_total"),
            Told(subject="蓝湾智能装备产业园项目", value="200", unit="亩"),
            Told(subject="蓝湾智能装备产业园项目", value="50", unit="亿元", modality="forecast",
                 qualifier="超"),
        ],
    ),
    "aim of a year to come": (
        "到2027年，宁波市力争新材料产业规模突破5000亿元。",
        [Told(subject="宁波市", value="5000", unit="亿元", period="2027", modality="target",
              qualifier="突破")],
    ),
    "aim and what is done of it": (
        "奉化区今年目标是引进亿元以上项目60个，目前已完成35个。",
        [
            Told(subject="奉化区", value="60", unit="个", period="2024", modality="target",
                 threshold="1亿元以上"),
            Told(subject="奉化区", value="35", unit="个", period="2024", threshold="1亿元以上"),
        ],
    ),
    "forecast": (
        "慈溪市预计全年实现产值900亿元。",
        [Told(subject="慈溪市", value="900", unit="亿元", period="2024", modality="forecast")],
    ),
    "done": (
        "鄞州区已完成固定资产投资120亿元。",
        [Told(subject="鄞州区", value="120", unit="亿元")],
    ),
    "share of a plan is no aim": (
        "镇海区一季度签约15个项目，占年度计划的53%。",
        [
            Told(subject="镇海区", value="15", unit="个", period="2024-Q1"),
            Told(subject="镇海区", value="53", unit="%", period="2024-Q1"),
        ],
    ),
    "cap of a policy": (
        "对符合条件的企业，给予最高500万元奖励。",
        [Told(subject="宁波市", value="500", unit="万元", modality="rule", qualifier="最高")],
    ),
    "rate and cap of a policy": (
        "对新引进的总部企业，按照实缴资本的2%给予一次性补助，最高不超过1000万元。",
        [
            Told(subject="宁波市", value="2", unit="%", modality="rule"),
            Told(subject="宁波市", value="1000", unit="万元", modality="rule", qualifier="不超过"),
        ],
    ),
    "risen to a level": (
        "宁海县引进项目数量从去年的30个增加到45个。",
        [
            Told(subject="宁海县", value="30", unit="个", period="2023"),
            Told(subject="宁海县", value="45", unit="个"),
        ],
    ),
    "risen by so much": (
        "宁海县项目数增加了15个。",
        [Told(subject="宁海县", value="15", unit="个", growth=True)],
    ),
    "level after its growth": (
        "北仑区港口吞吐量同比增长6.1%，达到5.8亿吨。",
        [
            Told(subject="北仑区", value="6.1", unit="%", growth=True),
            Told(subject="北仑区", value="5.8", unit="亿吨"),
        ],
    ),
    "two years": (
        "2023年全市引进项目410个，2024年上半年引进225个。",
        [
            Told(subject="宁波市", value="410", unit="个", period="2023"),
            Told(subject="宁波市", value="225", unit="个", period="2024-H1"),
        ],
    ),
    "compared year": (
        "海曙区签约额比上年提高3.2个百分点。",
        [Told(subject="海曙区", value="3.2", unit="个百分点", growth=True)],
    ),
    "fall printed with a minus": (
        "全市实际使用外资12.3亿美元，同比-3.5%。",
        [
            Told(subject="宁波市", value="12.3", unit="亿美元"),
            Told(subject="宁波市", value="-3.5", unit="%"),
        ],
    ),
    "revision": (
        "经核实，北仑区上半年签约项目由41个更正为38个。",
        [
            Told(subject="北仑区", value="41", unit="个", period="2024-H1"),
            Told(subject="北仑区", value="38", unit="个", period="2024-H1"),
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_sentence_tells_its_figures(case: str) -> None:
    text, expected = CASES[case]
    assert [told_by(figure) for figure in figures(text)] == expected


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("鄞州区、北仑区分别签约项目52个和47个。", ["签约项目", "签约项目"]),
        ("镇海区、慈溪市固定资产投资分别完成53亿元和88亿元。", ["固定资产投资完成", "固定资产投资完成"]),
        ("北仑区签约项目由41个更正为38个。", ["签约项目（更正前）", "签约项目"]),
        ("宁波市规上工业增加值增长到3200亿元。", ["规上工业增加值"]),
        ("宁波市进出口总额增至8000亿元。", ["进出口总额"]),
        ("北仑区港口吞吐量同比增长6.1%，达到5.8亿吨。", ["港口吞吐量同比增长", "港口吞吐量"]),
        ("全市签约项目225个，其中鄞州区52个。", ["签约项目", "签约项目"]),
        ("镇海区签约15个项目。", ["签约项目"]),
        ("宁波市力争新材料产业规模突破5000亿元。", ["新材料产业规模"]),
        ("象山县新增高新技术企业15家。", ["新增高新技术企业"]),
        ("海曙区签约额比上年提高3.2个百分点。", ["签约额提高"]),
        ("2024年,城阳区从业人员3.2万人,就业人数5万人,均价8000元。", ["从业人员", "就业人数", "均价"]),
        ("2024年,城阳区各类市场主体8万户,都市农业产值30亿元。", ["各类市场主体", "都市农业产值"]),
        ("2024年,城阳区新签约项目256个,同比多签35个。", ["签约项目", "签约项目同比增加"]),
        ("2024年,城阳区要素保障项目12个,可研批复项目6个。", ["要素保障项目", "可研批复项目"]),
    ],
)
def test_a_figure_says_what_it_measures(text: str, metrics: list[str]) -> None:
    assert [figure.metric for figure in figures(text)] == metrics


@pytest.mark.parametrize(
    "text",
    [
        "第五届大会开幕。", "实施10+1产业体系。", "H135直升机首飞。", "世界500强纷至沓来。",
        "四分之三的企业受益。",
        "一批重点项目落地。", "2024年7月10日，大会召开。", "单位：亿元",
    ],
)  # fmt: skip
def test_a_sentence_without_figures_tells_none(text: str) -> None:
    assert figures(text) == ()


def test_a_figure_quotes_the_sentence_that_says_it() -> None:
    text = "前一句没有数字。鄞州区**签约**项目 52\n个，后续跟进。末句。"
    whole = (Block(kind="paragraph", start=0, end=len(text)),)
    (figure,) = extract_figures(Document(id="d", name="d.txt", text=text, title=TITLE, blocks=whole))
    assert text[figure.start : figure.end] == figure.quote == "鄞州区**签约**项目 52\n个，后续跟进。"
    assert text[figure.raw_start :].startswith(figure.raw)
    assert figure.raw == "52\n个"
    assert figure.value == Decimal(52)


def test_a_heading_gives_the_place_of_what_follows() -> None:
    text = "鄞州区：聚焦产业链\n上半年签约项目52个。"
    blocks = (Block(kind="heading", start=0, end=9), Block(kind="paragraph", start=10, end=len(text)))
    dated = Document(id="d", name="d", text=text, title=TITLE, reference_date=REFERENCE, blocks=blocks)
    (figure,) = extract_figures(dated)
    assert (figure.subject, figure.period) == ("鄞州区", "2024-H1")


def test_boilerplate_states_no_figures() -> None:
    text = "浏览量12万次"
    blocks = (Block(kind="boilerplate", start=0, end=len(text)),)
    assert extract_figures(Document(id="d", name="d", text=text, blocks=blocks)) == ()


_TEXTS = st.lists(
    st.sampled_from(
        "宁波市 鄞州区 、 ， 。 \n 分别 签约 项目 12 3.5 个 亿元 % 增长 一季度 去年 同比 力争 到2027年 "
        "总投资 该公司 蓝湾科技有限公司 由 更正为 以上 其中 “ （".split(" ")
    ),
    max_size=30,
).map("".join)


@given(text=_TEXTS | st.text(max_size=60))
def test_every_figure_lies_verbatim_in_its_document(text: str) -> None:
    for figure in figures(text):
        assert text[figure.start : figure.end] == figure.quote
        assert text[figure.raw_start : figure.raw_start + len(figure.raw)] == figure.raw
        assert figure.start <= figure.raw_start < figure.end


@pytest.mark.timeout(20)  # one regular expression took hours over a text like this
def test_a_text_without_punctuation_is_read_in_linear_time() -> None:
    text = "共计损失各类饮品八千余箱总价值超33万元" + "接报后当地警方立即前往现场调查取证仓库的门窗" * 40
    found = figures(text)
    assert [str(figure.value) for figure in found if figure.unit == "万元"] == ["33"]


def test_a_report_lends_its_term_to_what_was_done_in_it_but_not_to_what_is_told_so_far() -> None:
    text = "上半年，鄞州区签约项目52个。\n北仑区签约项目47个。\n基金已为宁波引进项目33个。"
    assert [figure.period for figure in figures(text)] == ["2024-H1", "2024-H1", ""]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "鄞州区、北仑区签约额居前两位，分别为138.2亿元和112.5亿元。",
            [("鄞州区", "签约额", "138.2"), ("北仑区", "签约额", "112.5")],
            id="measured-in-the-clause-before",
        ),
        pytest.param(
            "鄞州区、北仑区到位内资分别为62.1亿元和54.7亿元，增长5%和6%。",
            [
                ("鄞州区", "到位内资", "62.1"),
                ("北仑区", "到位内资", "54.7"),
                ("鄞州区", "到位内资增长", "5"),
                ("北仑区", "到位内资增长", "6"),
            ],
            id="how-each-grew",
        ),
        pytest.param("慈溪市、象山县签约额不足20亿元，项目偏少。", [], id="of-either-and-of-no-city"),
        pytest.param("慈溪市和象山县共签约35个项目。", [], id="of-both-together"),
    ],
)
def test_figures_of_several_places(text: str, rows: list[tuple[str, str, str]]) -> None:
    assert [(row.subject, row.metric, f"{row.value:f}") for row in figures(text)] == rows
