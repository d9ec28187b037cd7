"""What do the projects that are told of come to?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.projects.conditions import Conditions
from assistant.projects.project_row import by_size
from assistant.projects.story import project_evidence
from assistant.question import QuestionFrame
from language.quantity import base_quantity, format_quantity, unit_kind
from vectorstore.projects import MergedProject

_DOING = re.compile(r"签|引进|招引|落地|落户|开工|新增|到位|完成")
# The whole investment; what is planned for a year or spent so far is another measure.
_MONEY = re.compile(
    r"总投资|盘子|规模|金额|(?<![年度])计划投资(?=合计|总和|加起来|一共|总共|共|多少)|(?<!计划)(?<!完成)(?<!年度)(?<!到位)(?<!累计)投资(?!计划|完成|进度|方|者|人)"
)
_AGREED = re.compile(r"(?:合同|签约|协议)(?:总?金?额|总?投资额?)")
_SUMS = re.compile(r"加起来|合计|总共投|一共投|总和|加总|共投")


def asks_total(text: str) -> bool:
    """Whether a folded question asks for amounts to be added up."""
    return _SUMS.search(text) is not None


def names_investment(text: str) -> bool:
    """Whether a folded question names projects' whole investment, not a part of it or a year's."""
    return _MONEY.search(text) is not None


def sum_projects(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """石峰区重点项目总投资合计多少: the projects there that are told of, added up.

    What was signed or begun is counted by the reports, not by us: 签约项目总投资合计 is left to the ledger,
    but where one list alone tells of it.
    """
    added = frame.operation == "sum" and bool(_AGREED.search(frame.text) or _names_projects(frame.text))
    if not (added or _OF_A_PLACE.search(frame.text)):
        return None
    done = not added or bool(_DOING.search(frame.text))
    conditions = Conditions(frame, collection)
    if not (conditions.places or conditions.stages) or (frame.period_labels and not done):
        return None
    found = sorted(filter(conditions.met, collection.projects.merged), key=by_size)
    if done and (not is_one_list(found, collection) or _is_printed(found, conditions, collection)):
        return None
    if (counted := _COUNTED.search(frame.text)) and int(counted["n"]) != len(found):
        return None  # of 93个项目 five are told of: their sum is not that of all
    draft = sum_of(found, collection) if len(found) > 1 else None
    return draft and replace(draft, notes=(f"按资料中写到的{len(found)}个项目相加", *draft.notes))


# 临澧县的项目总投资多少: of all that its list holds
_OF_A_PLACE = re.compile(r"[市区县旗州盟镇乡]的?项目(?:的)?总投资(?:额|金额)?(?:是|有|达|为|一?共)?多少")
_COUNTED = re.compile(r"(?P<n>\d+)个[^,，。？?]{0,10}项目")


def _names_projects(text: str) -> bool:
    return "项目" in text and names_investment(text)


def is_one_list(found: Sequence[MergedProject], collection: Collection) -> bool:
    """Whether all stand in the tables of one document, whose prose tells of no amount of its own."""
    rows = [row for project in found for row in project.sources]
    documents = {row.document_id for row in rows}
    if len(documents) != 1 or not all("\t" in row.quote for row in rows):
        return False
    told = (row for row in collection.figures_in(documents.pop()) if "\t" not in row.quote)
    return not any(unit_kind(row.unit) == "money" for row in told)


def _is_printed(found: Sequence[MergedProject], conditions: Conditions, collection: Collection) -> bool:
    """Whether the list of these projects ends with the total asked for: its own, of all that it names, those
    that have come to nothing since among them."""
    documents = {row.document_id for project in found for row in project.sources}
    totals = [
        row
        for document in documents
        for row in collection.figures_in(document)
        if "\t" in row.quote and row.modality == "planned_total" and row.subject in conditions.places
    ]
    listed = [p for p in collection.projects.merged if any(r.document_id in documents for r in p.sources)]
    left = [project for project in listed if project not in found and conditions.lies_there(project)]
    return bool(totals) and all(project.ended for project in left)


def sum_of(found: Sequence[MergedProject], collection: Collection) -> Draft | None:
    """The investment of projects added up, those that state none in yuan named; None where none does."""
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
