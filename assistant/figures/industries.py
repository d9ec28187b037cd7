"""Which industry of a place has the most: 哪个产业签约资金最多?"""

from __future__ import annotations

import re
from collections import Counter

from assistant.collection import Collection
from assistant.draft import Draft, DraftRow, Statement
from assistant.figures.lookup import search_ledger
from assistant.question import QuestionFrame
from assistant.wording import value_text
from language.parted import part_counted, part_measured
from language.period import period_text
from language.quantity import base_quantity, unit_kind
from vectorstore.ledger_rows import Figure

_CLASS = r"(?:产业集群|产业链|产业|行业|领域|集群|赛道)"
_ASKED = re.compile(
    rf"哪(?:个|些|几个|一)?(?:大)?{_CLASS}|各(?:大)?{_CLASS}|{_CLASS}[^，。？]{{0,14}}最[^，。？]{{0,5}}哪"
)
_LEAST = re.compile(r"最少|最小|最低")
_INDUSTRY = re.compile(
    r"^(?!其[他它余]).*(?:产业|集群|行业|业|经济|领域|制造|加工|信息|医药|装备|材料|汽车|食品)"
)
_WORDS = 0.4


def asks_industries(frame: QuestionFrame) -> bool:
    """Whether industries are to be ranked, and no places."""
    return frame.operation in ("rank", "compare") and bool(_ASKED.search(frame.text))


def rank_industries(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The industries of one place and time by what is asked of them; None for fewer than two."""
    if not asks_industries(frame):
        return None
    wanted = "money" if re.search(r"资|额|投|产值|钱", frame.text) else "count"
    rows = [
        c.row
        for c in search_ledger(frame, collection, any_unit=True).candidates
        if c.words >= _WORDS and unit_kind(c.row.unit) == wanted and not c.row.is_growth
        and c.row.modality in ("actual", "planned_total") and _INDUSTRY.search(_part(c.row))
    ]  # fmt: skip
    groups = Counter((row.subject, row.period, row.metric.removeprefix(_part(row))) for row in rows)
    if not groups:
        return None
    group = max(groups, key=lambda one: (groups[one], one[1]))
    alike = {
        _part(row): row
        for row in reversed(rows)
        if (row.subject, row.period, row.metric.removeprefix(_part(row))) == group
    }
    if len(alike) < 2:
        return None
    found = sorted(alike.items(), key=lambda one: (-base_quantity(one[1].value, one[1].unit)[0], one[0]))
    if _LEAST.search(frame.text):
        found.reverse()
    return _draft(found, collection, least=bool(_LEAST.search(frame.text)))


def _part(row: Figure) -> str:
    return part_counted(row.metric) if unit_kind(row.unit) == "count" else part_measured(row.metric)


def _draft(found: list[tuple[str, Figure]], collection: Collection, *, least: bool) -> Draft:
    name, first = found[0]
    when = period_text(first.period) if first.period else ""
    text = f"{first.subject}{when}{name}{'最少' if least else '最多'}，为{value_text(first)}"
    rows = tuple(
        DraftRow(
            cells=(part, period_text(row.period) if row.period else "未注明", row.metric, value_text(row)),
            evidence=(collection.evidence(row),),
        )
        for part, row in found
    )
    lead = Statement(text=text, evidence=(collection.evidence(first),))
    notes = (f"原文写明数字的{len(found)}个产业，大类与其中的小类可能重复",)
    return Draft(statements=(lead,), columns=("产业", "时间", "指标", "数值"), rows=rows, notes=notes)
