"""Lists the projects that meet a condition, counts and adds them up, or sets two side by side."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from assistant.collection import Collection
from assistant.draft import Draft, DraftRow, Statement
from assistant.figures.lookup import search_ledger
from assistant.projects.conditions import Conditions
from assistant.projects.story import named_project, project_evidence
from assistant.question import QuestionFrame
from language.divisions import PARTS
from language.quantity import base_quantity, format_quantity, unit_kind
from vectorstore.projects import MergedProject

_LISTS = re.compile(
    r"(?:清单|名单|一览).{0,24}(?:几个|多少|哪些|哪个|哪几个|最大|最小|加起来|合计|有谁)"
    r"|项目.{0,14}(?:都有谁|是哪几个|是哪个)|项目.{0,6}(?:列一下|列出来|列个表|列一列)|项目.{0,12}(?:有哪些|哪些|名单|清单|列出|有几个"
    r"|多少个|几个)|(?:哪些|列出|有哪些|哪几个"
    r"|多少个|几个|所有|全部).{0,16}项目"
    r"|(?:工|产|约|建|工程)(?:了|过)?的项目[？?]?$|的项目(?:是|有|叫)(?:什么|啥)|台账.{0,12}(?:几个|多少个|哪些|哪几个)"
)
# 总投资最少的是哪个县区: districts are asked for, not projects.
_PLACES_ASKED = re.compile(
    rf"(?:哪个|哪些|哪几个|谁的?)[^，。？]{{0,2}}(?:{PARTS}|[区县市旗州盟]|板块|地方|街道|镇)(?!场)"
    rf"|的(?:{PARTS}|[区县市旗州盟]|板块|地方|街道|镇)(?:是|有)?(?:哪|谁)"
)
_RANKED = re.compile(
    r"最[多大高少小低快慢]的?(?:前?[两二三四五六七八九十\d]+个?)?项目|哪(?:个|些|几个)项目[^，。？]{0,14}最"
    r"|项目[^，。？]{0,8}(?:投资|规模|盘子|比例|进度)[^，。？]{0,4}最[多大高少小低快慢]的?是哪(?:个|些|几个)[？?]?$"
)


def compare_projects(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """Which of the named projects is larger; amounts in two currencies are set side by side, not compared."""
    if len(frame.names) < 2 or not re.search(r"投资|盘子|规模|大|多", frame.text):
        return None
    projects = [project for name in frame.names if (project := named_project(name, collection)) is not None]
    priced = [project for project in projects if project.investment is not None]
    if len(priced) < 2 or len({project.name for project in priced}) < 2:
        return None
    priced.sort(key=_by_size)
    units = {base_quantity(p.investment or Decimal(0), p.investment_unit)[1] for p in priced}
    rows = tuple(_table_row(project, collection) for project in priced)
    columns = ("项目", "地点", "总投资", "阶段")
    if len(units) > 1:
        return Draft(columns=columns, rows=rows, notes=("币种不同，不可直接比较",))
    money = format_quantity(priced[0].investment or Decimal(0), priced[0].investment_unit)
    lead = Statement(text=f"{priced[0].name}总投资更大，为{money}", evidence=rows[0].evidence)
    return Draft(statements=(lead,), columns=columns, rows=rows)


def ranks_projects(frame: QuestionFrame) -> bool:
    """Whether the question asks which project stands first or last by something."""
    return bool(_RANKED.search(frame.text)) and not _PLACES_ASKED.search(frame.text)


def list_projects(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """Every project that meets the question's conditions, or their count, sum or extremes; None unless
    asked."""
    if _PLACES_ASKED.search(frame.text):
        return None
    if not (_LISTS.search(frame.text) or _sized_alone(frame.text) or ranks_projects(frame)) or (
        frame.period_labels and not re.search(r"投产|开工|签约|竣工", frame.text)
    ):
        return None
    conditions = Conditions(frame, collection)
    of_all = bool(_MONEY.search(frame.text) and (_SUMS.search(frame.text) or _EXTREME.search(frame.text)))
    asks_names = _NAMES.search(frame.text) or _sized_alone(frame.text)
    if not asks_names and _is_counted_by_the_papers(frame, collection):
        return None
    by_size = re.search(r"总投资|投资额|投资(?:超|过|在|够|达)", frame.text) and not frame.period_labels
    if not (conditions.any or of_all) or not (
        asks_names or of_all or conditions.titled or (conditions.bound is not None and by_size)
    ):
        return None  # 签约了多少个项目 asks for a figure of the ledger, not for a count of names
    found = [project for project in collection.merged_projects if conditions.met(project)]
    if not found:
        return None
    found.sort(key=_by_size)
    if _SUMS.search(frame.text):
        return _sum_of(found, collection)
    shown = _extremes(found, frame) or found
    documents = {row.document_id for project in found for row in project.sources}
    rows = tuple(_table_row(project, collection) for project in shown[:MOST_ROWS])
    lead = Statement(
        text=f"共{len(found)}个项目" if shown is found else _outstanding(shown, frame),
        evidence=rows[0].evidence,
        derived=(Decimal(len(found)), Decimal(len(shown))),
    )
    notes = [
        f"在{len(documents)}篇文献中找到{len(found)}个项目"
        + ("，表中列出前24个" if len(shown) > MOST_ROWS else "")
    ]
    if conditions.bound is not None and not conditions.titled:
        silent = sum(
            project.investment is None and conditions.met_but_for_size(project)
            for project in collection.merged_projects
        )
        notes.append(f"另有{silent}个项目未写明总投资" if silent else "")
    columns = ("项目", "地点", "总投资", "阶段")
    return Draft(statements=(lead,), columns=columns, rows=rows, notes=tuple(note for note in notes if note))


def _sized_alone(text: str) -> bool:
    """总投资超过50亿元的项目 asks for their names, 签约多少个亿元以上项目 does not."""
    return bool(re.search(r"亿元?(?:以上|以下)?的[一-鿿]{0,6}项目[？?]?$", text)) and not re.search(
        r"多少|几[个项]", text
    )


def _is_counted_by_the_papers(frame: QuestionFrame, collection: Collection) -> bool:
    """Whether the count asked for is printed: 总投资20亿元以上在建项目18个, of which a few are named."""
    best = search_ledger(frame, collection).best
    return best is not None and unit_kind(best.row.unit) == "count" and best.words >= _SURE


_SURE = 0.9


def sum_projects(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """石峰区重点项目总投资合计多少: the projects there that are told of, added up.

    What was signed or begun is counted by the reports, not by us: 签约项目总投资合计 is left to the ledger.
    """
    if _DOING.search(frame.text):
        return None
    if frame.operation != "sum" or "项目" not in frame.text or not _MONEY.search(frame.text):
        return None
    conditions = Conditions(frame, collection)
    if not (conditions.places or conditions.stages) or frame.period_labels:
        return None
    found = sorted(filter(conditions.met, collection.merged_projects), key=_by_size)
    draft = _sum_of(found, collection) if len(found) > 1 else None
    return draft and replace(draft, notes=(f"按资料中写到的{len(found)}个项目相加", *draft.notes))


_DOING = re.compile(r"签|引进|招引|落地|落户|开工|新增|到位|完成")
MOST_ROWS = 24
_SUMS = re.compile(r"加起来|合计|总共投|一共投|总和|加总|共投")
# The whole investment; what is planned for a year or spent so far is another measure.
_NAMES = re.compile(
    r"哪些|列[出一个]|名单|谁|哪几个|哪个|都有|提到|涉及|有关|的项目[？?]?$|的项目(?:是|有|叫)(?:什么|啥)"
)
_MONEY = re.compile(
    r"总投资|盘子|规模|金额|(?<!计划)(?<!完成)(?<!年度)(?<!到位)(?<!累计)投资(?!计划|完成|进度|方|者|人)"
)
_EXTREME = re.compile(r"最(?P<way>[大多高小少低])(?:的)?(?P<n>[两二三四五六七八九十\d]?)")


def _by_size(project: MergedProject) -> tuple[bool, Decimal, str]:
    """Yuan amounts first, the largest first; then the others by name."""
    if project.investment is None:
        return True, Decimal(0), project.name
    amount, unit = base_quantity(project.investment, project.investment_unit)
    return unit != "元", -amount, project.name


def _extremes(found: list[MergedProject], frame: QuestionFrame) -> list[MergedProject]:
    match = _EXTREME.search(frame.text)
    if not match:
        return []
    known = [project for project in found if project.investment is not None]
    ordered = known if match["way"] in "大多高" else known[::-1]
    count = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5}.get(
        match["n"], int(match["n"]) if match["n"].isdigit() else 1
    )
    return ordered[:count]


def _outstanding(shown: list[MergedProject], frame: QuestionFrame) -> str:
    """The one project at the end of the order that is asked for, with its amount; of several the first."""
    first = shown[0]
    if len(shown) > 1 or first.investment is None:
        return f"{first.name}等{len(shown)}个" if len(shown) > 1 else first.name
    way = _EXTREME.search(frame.text)
    money = format_quantity(first.investment, first.investment_unit)
    return f"{first.name}总投资最{'大' if way is None or way['way'] in '大多高' else '小'}，为{money}"


def _table_row(project: MergedProject, collection: Collection) -> DraftRow:
    money = (
        "未注明"
        if project.investment is None
        else format_quantity(project.investment, project.investment_unit)
    )
    stage = "终止" if project.ended else project.stages[-1].stage if project.stages else "未注明"
    source = next(
        (row for row in project.sources if row.investment == project.investment), project.sources[0]
    )
    return DraftRow(
        cells=(project.name, project.place or "未注明", money, stage),
        evidence=(project_evidence(source, collection),),
    )


def _sum_of(found: list[MergedProject], collection: Collection) -> Draft | None:
    known = [
        p
        for p in found
        if p.investment is not None and base_quantity(p.investment, p.investment_unit)[1] == "元"
    ]
    if not known:
        return None
    unit = known[0].investment_unit
    factor = base_quantity(Decimal(1), unit)[0]
    amounts = [base_quantity(p.investment or Decimal(0), p.investment_unit)[0] / factor for p in known]
    total = sum(amounts, Decimal(0))
    names = "、".join(
        f"{p.name}{format_quantity(p.investment or Decimal(0), p.investment_unit)}" for p in known[:12]
    )
    expression = " + ".join(f"{a.normalize():f}" for a in amounts)
    evidence = tuple(
        project_evidence(next(r for r in p.sources if r.investment == p.investment), collection)
        for p in known
    )
    text = f"合计{total.normalize():f}{unit}（{expression} = {total.normalize():f}）：{names}"
    notes = tuple(f"{p.name}未写明人民币总投资，未计入" for p in found if p not in known)
    return Draft(statements=(Statement(text=text, evidence=evidence, derived=(total,)),), notes=notes[:3])
