"""What does a row of a table of tiers grant: 门槛, 比例 and 上限 in columns of their own?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from language.bounds import bounds_in, family_name, money_of, quantities_apart
from language.grant_part import percent_of
from language.rule import Cap, Rule
from language.text import fold

_COLUMNS = (
    ("cap", re.compile(r"上限|最高|封顶|限额")),
    ("rate", re.compile(r"比例|标准|奖励|补助|补贴|金额|额度")),
    ("bound", re.compile(r"门槛|条件|规模|区间")),
    ("name", re.compile(r"类别|类型|项目|名称|事项|政策|档")),
)


def _kind(header: str) -> str:
    """What a column holds: the most granted, the rate or amount, the size it takes, or a name."""
    granted = next((name for name, pattern in _COLUMNS[:2] if pattern.search(header)), "")
    if granted or not family_name(header):
        return granted or next((name for name, pattern in _COLUMNS if pattern.search(header)), "")
    return "bound"


def row_rule(cells: Sequence[str], headers: Sequence[str], *, start: int, end: int) -> Rule | None:
    """The rule of a row of a table of tiers, its columns told by their headings; None where it grants
    nothing."""
    said = dict[str, str]()
    for header, cell in zip(headers, cells, strict=False):
        if kind := _kind(header):
            said.setdefault(kind, fold(cell))
    if not ({"rate", "cap"} & said.keys()):
        return None
    rate_cell, cap_cell = said.get("rate", ""), said.get("cap", "")
    bounds = bounds_in(said.get("bound", ""), measure=family_name(_header_of("bound", headers)))
    rates = [q for q in quantities_apart(rate_cell) if q.unit in ("%", "‰")]
    amounts = [q for q in quantities_apart(rate_cell) if q.kind == "money"]
    caps = [q for q in quantities_apart(cap_cell) if q.kind == "money"]
    if not rates and not amounts and not caps:
        return None
    basis = family_name(rate_cell) or (bounds[0].measure if bounds else "")
    return Rule(
        start=start, end=end, text=" ".join(cells), who=said.get("name", ""), lead=" ".join(headers),
        bounds=bounds, rate=percent_of(rates[0]) if rates else None,
        rate_printed=rate_cell[rates[0].start : rates[0].end] if rates else "", basis=basis,
        fixed=money_of(amounts[0], rate_cell) if amounts and not rates else None,
        caps=tuple(Cap(amount=money_of(q, cap_cell)) for q in caps[:1]),
    )  # fmt: skip


def _header_of(kind: str, headers: Sequence[str]) -> str:
    return next((header for header in headers if _kind(header) == kind), "")
