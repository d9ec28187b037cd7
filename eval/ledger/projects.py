"""How is a project asked after? By its name: what it costs, whose it is, where it stands, how far it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from eval.ledger.question import LedgerQuestion
from language.period_label import period_text
from language.place import short_name
from vectorstore.ledger_rows import Project
from vectorstore.projects import MergedProject

_SHORTEST = 5  # of a name that says which project it is
# How the press words a stage: an answer quotes it.
_SAID = {
    "签约": ("签约", "签订", "签署", "签下"),
    "落户/注册": ("落户", "落地", "注册", "入驻", "引进", "成立"),
    "开工/在建": ("开工", "在建", "建设", "施工", "动工", "奠基", "启动", "推进", "加快"),
    "主体/封顶": ("主体", "封顶"),
    "竣工": ("竣工", "完工", "建成", "交付", "验收"),
    "投产/运营": ("投产", "运营", "投用", "投入", "量产", "营业", "生产", "运行", "开业", "开通"),
    "储备/在谈": ("储备", "在谈", "洽谈", "对接", "推进"),
    "计划": ("计划", "拟", "将", "预计", "规划", "建成"),
}
_DATED = {"签约": "签约", "开工/在建": "开工", "竣工": "竣工", "投产/运营": "投产"}


def project_questions(projects: Sequence[MergedProject]) -> Iterator[LedgerQuestion]:
    """What is stated of each project, asked for; any of its mentions may answer."""
    for project in projects:
        if len(project.name) >= _SHORTEST:
            yield from _asked(project)


def _asked(project: MergedProject) -> Iterator[LedgerQuestion]:
    name, rows = project.name, project.sources
    if costs := tuple(dict.fromkeys(_cost(row) for row in rows if row.investment is not None)):
        yield _question("项目投资", f"{name}总投资多少？", rows, costs, printed=True)
    if investors := tuple(dict.fromkeys(row.investor for row in rows if row.investor)):
        yield _question("投资方", f"{name}的投资方是谁？", rows, investors)
    places = tuple(dict.fromkeys(short_name(row.place) for row in rows if row.place))
    if places and not any(place in name for place in places):
        yield _question("项目地点", f"{name}落在哪里？", rows, places)
    if said := tuple(dict.fromkeys(word for row in rows if row.stage for word in _SAID[row.stage])):
        yield _question("项目进展", f"{name}进展如何？", rows, said)
    yield from _dated(project)


def _dated(project: MergedProject) -> Iterator[LedgerQuestion]:
    """When it reached a stage, where a mention prints that date: others are of the year reported on."""
    for stage, verb in _DATED.items():
        told = (each for each in project.stages if each.stage == stage and each.date)
        days = [_day(each.date) for each in told if _day(each.date)[1] in each.row.quote]
        if days:
            ways = tuple(dict.fromkeys(way for ways in days for way in ways))
            yield _question("项目时间", f"{project.name}什么时候{verb}？", project.sources, ways)


def _day(label: str) -> tuple[str, ...]:
    """A date with its year and, as papers print it, without; in a table, by numbers."""
    text = period_text(label)
    return (text, text.partition("年")[2] or text, label)


def _cost(row: Project) -> str:
    return f"{(row.investment or Decimal()).normalize():f}{row.investment_unit}"


def _question(
    kind: str, text: str, rows: Sequence[Project], ways: tuple[str, ...], *, printed: bool = False
) -> LedgerQuestion:
    return LedgerQuestion(
        kind=kind, text=text, quote=rows[0].quote, groups=(ways,), printed=printed,
        documents=frozenset(row.document for row in rows),
    )  # fmt: skip
