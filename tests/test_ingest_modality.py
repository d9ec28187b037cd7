"""How real a figure is, and whether it tells a change."""

from __future__ import annotations

import pytest

from ingest.ledger.figures import extract_figures
from ingest.ledger.modality import is_growth, modality
from language.quantity import find_quantities
from vectorstore.document import Block, Document

READ = [
    ("签约项目49个", "actual"),
    ("已完成投资120亿元", "actual"),
    ("占年度计划的53%", "actual"),
    ("《三年行动计划》实施以来签约49个", "actual"),
    ("规划和自然资源局供应用地106宗", "actual"),
    ("为企业争取了时间,整改率达到92.9%", "actual"),
    ("净额较原计划少2.4亿元", "actual"),
    ("虚拟现实产业营业收入52亿元", "actual"),
    ("模拟芯片产值18亿元", "actual"),
    ("累计争取上级资金18.2亿元", "actual"),
    ("编制产业规划5个,谋划储备项目62个", "actual"),
    ("规划展览馆接待参观者2.1万人次", "actual"),
    ("将争取上级资金18亿元", "target"),
    ("拟引进企业30家", "target"),
    ("将乐县签约项目12个", "actual"),
    ("力争引进项目60个", "target"),
    ("确保全年实际使用外资30亿美元", "target"),
    ("计划开工项目120个", "target"),
    ("今年目标为新增企业500家", "target"),
    ("要引进企业50家", "target"),
    ("预计产值超过50亿元", "forecast"),
    ("建成后可年产电池30万台", "forecast"),
    ("有望带动就业2000人", "forecast"),
    ("总投资30亿元", "planned_total"),
    ("计划总投资达30亿元", "planned_total"),
    ("项目总投资约54.5亿元", "planned_total"),
    ("对符合条件的企业给予最高500万元奖励", "rule"),
    ("对新落户的总部企业按投资额的2%给予补助", "rule"),
]


@pytest.mark.parametrize(("sentence", "kind"), READ, ids=[case[0] for case in READ])
def test_a_marker_tells_how_real_a_figure_is(sentence: str, kind: str) -> None:
    quantity = find_quantities(sentence)[-1]
    assert modality(sentence, quantity, clause_start=0, clause_end=len(sentence)) == kind


def test_what_is_done_ends_what_was_aimed_at() -> None:
    sentence = "力争引进项目60个,目前已完成35个"
    aimed, done = find_quantities(sentence)
    cut = sentence.index(",") + 1
    assert modality(sentence, aimed, clause_start=0, clause_end=cut) == "target"
    assert modality(sentence, done, clause_start=cut, clause_end=len(sentence)) == "actual"


@pytest.mark.parametrize(("by_place", "kind"), [(True, "target"), (False, "forecast")])
def test_what_a_government_will_do_is_an_aim(by_place: bool, kind: str) -> None:
    sentence = "将新增用地3000亩"
    (quantity,) = find_quantities(sentence)
    told = modality(sentence, quantity, clause_start=0, clause_end=len(sentence), by_place=by_place)
    assert told == kind


def test_a_heading_of_aims_governs_what_stands_under_it() -> None:
    (quantity,) = find_quantities("引进项目60个")
    assert modality("引进项目60个", quantity, clause_start=0, clause_end=7, heading="主要目标") == "target"
    assert modality("引进项目60个", quantity, clause_start=0, clause_end=7, heading="工作成效") == "actual"


@pytest.mark.parametrize(
    ("sentence", "growth"),
    [
        ("同比增长12.5%", True),
        ("下降3.5%", True),
        ("提高3.2个百分点", True),
        ("项目数增加15个", True),
        ("同比多签35个", True),
        ("分别增长8.1%、7.2%和6.5%", True),
        ("5%的增速", True),
        ("增长到3200亿元", False),
        ("增至8000亿元", False),
        ("新增15个项目", False),
        ("提升24条产业链", False),
        ("占全省的30%", False),
        ("签约49个", False),
    ],
)
def test_a_change_is_told_from_a_level(sentence: str, growth: bool) -> None:
    quantities = find_quantities(sentence)
    assert is_growth(sentence, quantities[-1]) is growth


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2025年计划签约项目100个，2024年签约92个。", [("2025", "target"), ("2024", "actual")]),
        ("今年计划签约100个，上半年签约60个。", [("2025", "target"), ("2025-H1", "actual")]),
        ("2024年计划签约100个，力争上半年签约60个。", [("2024", "target"), ("2024-H1", "target")]),
        ("今后五年，全市力争引进项目2000个。", [("", "target")]),
    ],
)
def test_what_was_over_is_no_aim(text: str, told: list[tuple[str, str]]) -> None:
    block = Block(kind="paragraph", start=0, end=len(text))
    paper = Document(
        id="d", name="d", text=text, title="岳阳市招商情况", reference_date="2025-07-10", blocks=(block,)
    )
    assert [(row.period, row.modality) for row in extract_figures(paper)] == told


def test_a_rule_says_its_condition_in_the_measure() -> None:
    clause = "（二）固定资产投资1亿元（含）以上、5亿元以下的，按固定资产投资的1.5%奖励，最高不超过400万元；"
    table = "档次\t设备购置额\t补贴比例\t上限\n第二档\t2000万元（含）—1亿元\t8%\t600万元"
    text = f"{clause}\n\n{table}"
    blocks = (
        Block(kind="list", start=0, end=len(clause)),
        Block(kind="table", start=len(clause) + 2, end=len(text)),
    )
    found = extract_figures(Document(id="d", name="d", text=text, title="云川市奖励办法", blocks=blocks))
    told = {row.raw: row.metric for row in found if row.modality == "rule"}
    assert told["1.5%"].startswith("奖励比例（固定资产投资1亿元（含）以上5亿元以下")
    assert told["400万元"].startswith("奖励上限（固定资产投资1亿元（含）以上")
    assert told["8%"] == "补贴比例（第二档，2000万元(含)—1亿元）"
    assert told["600万元"].startswith("上限（第二档")
