"""How much is still to be invested in a project: its total less what the papers call spent so far?"""

from __future__ import annotations

import re

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.figures.computed import computed, in_one_unit, plain
from assistant.figures.lookup import rows_for
from assistant.figures.owner_asked import name_fits
from assistant.question import QuestionFrame
from assistant.wording import own_clause, statement_of, value_text
from language.quantity import unit_kind
from language.text import fold
from vectorstore.ledger_rows import Figure

_ASKED = re.compile(
    r"还(?:差|缺|剩|需|要|有)(?:要|需)?(?:投|再投)?(?:资)?多少|(?:剩余|剩下|余下)(?:的)?(?:投资|资金)?(?:是|有)?多少"
)
_SPENT = re.compile(r"完成投资|完成总?投资|到位(?:资金)?|投入")
_SO_FAR = re.compile(r"累计|已|截至|目前|现已")
_OF_A_TIME = re.compile(r"当年|今年|本年|年度|20\d\d年|上半年|季度")


def left_to_invest(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """Total less what is spent, of the newest paper that tells it; both alone where what is spent is only a
    year's; None where either is not told."""
    if not frame.names or not _ASKED.search(frame.text) or "目标" in frame.text:
        return None
    rows = [
        row
        for row in rows_for(frame, collection)
        if unit_kind(row.unit) == "money" and row.subject != row.place and not row.is_growth
        and any(name_fits(row, name) for name in frame.names)
    ]  # fmt: skip
    totals = [row for row in rows if row.modality == "planned_total" and "投资" in row.metric]
    spent = [row for row in rows if row.modality == "actual" and _SPENT.search(row.metric)]
    if not totals or not spent:
        return None
    total = _newest(totals, collection)
    done = _newest([row for row in spent if _is_so_far(row)] or spent, collection)
    left, right, unit = in_one_unit(total, done)
    if not _is_so_far(done):
        both = tuple(
            Statement(text=statement_of([row], ()), evidence=(collection.evidence(row),))
            for row in (total, done)
        )
        notes = ("资料只有某一时段的完成投资，没有累计数，未算出还差多少",)
        return Draft(statements=both, notes=notes)
    if left <= right:
        return None
    gap = left - right
    text = (
        f"{total.subject}还差{plain(gap)}{unit}（{plain(left)} − {plain(right)} = {plain(gap)}）："
        f"总投资{value_text(total)}，已完成{value_text(done)}"
    )
    return computed(text, [total, done], collection, derived=[gap])


def _is_so_far(row: Figure) -> bool:
    clause = fold(own_clause(row))
    return _SO_FAR.search(clause) is not None or not _OF_A_TIME.search(clause + row.metric)


def _newest(rows: list[Figure], collection: Collection) -> Figure:
    return max(rows, key=lambda row: (collection.documents[row.document_id].reference_date, row.raw_start))
