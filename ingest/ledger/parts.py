"""Of what is a bare amount or growth told: 新材料产业签约74个，总投资286.5亿元; 同比分别增长9%和17%?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.ledger.cast import Cast
from language.parted import BARE_AMOUNT, STAGES, part_counted
from language.quantity import Quantity, unit_kind
from vectorstore.ledger_rows import Figure

_MOST_BETWEEN = 14  # characters from the count to the amount: ，计划总投资


def of_the_part(figure: Figure, before: Figure | None) -> Figure:
    """The figure with the part it is of in its measure, where the count of that part stands right before."""
    if before is None or figure.is_growth or before.is_growth or unit_kind(figure.unit) != "money":
        return figure
    gap = figure.raw_start - before.raw_start - len(before.raw)
    beside = before.subject == figure.subject and before.start == figure.start and gap <= _MOST_BETWEEN
    if not beside or unit_kind(before.unit) != "count" or not BARE_AMOUNT.fullmatch(figure.metric):
        return figure
    part = part_counted(before.metric)
    if (
        part.startswith(STAGES) and "到位" in figure.metric
    ):  # 新投产266个，到位资金1568亿元: it is the place's
        part = ""
    return replace(figure, metric=f"{part}{figure.metric}") if part else figure


_RESPECTIVELY = re.compile(r"(?:同比|环比)?分别[^,;。\d]{0,14}$")
_CHANGE = re.compile(
    r"(?:(?:同比|环比|较|比)[^,;。\d]{0,8}?)?(?:增长|增加|提高|提升|上升|下降|减少|降低|增|降)$"
)


def respective_growth(kept: Sequence[Quantity], cast: Cast) -> dict[int, tuple[int, int]]:
    """By the start of each growth in a list behind 分别: its place in the list, and the list's length."""
    found: dict[int, tuple[int, int]] = {}
    at = 0
    while at < len(kept):
        listed = [kept[at]]
        lead = _RESPECTIVELY.search(cast.text[: kept[at].outer_start])
        if lead is not None and _CHANGE.search(lead.group()):
            for other in kept[at + 1 :]:
                if not re.fullmatch(r"[、,和与及]", cast.text[listed[-1].outer_end : other.outer_start]):
                    break
                listed.append(other)
            if len(listed) > 1:
                found |= {one.start: (n, len(listed)) for n, one in enumerate(listed)}
        at += len(listed)
    return found


def grown_of(figure: Figure, place: tuple[int, int], told: Sequence[Figure]) -> Figure:
    """The n-th growth of a list is of the n-th of the levels told right before it."""
    number, length = place
    levels = [row for row in told if not row.is_growth and unit_kind(row.unit) != "rate"][-length:]
    if len(levels) < length or levels[number].subject != figure.subject:
        return figure
    level = levels[number]
    before = figure.quote[: figure.raw_start - figure.start].rpartition("分别")[2]
    change = _CHANGE.search(re.split(r"\d", before)[0]) or _CHANGE.search(figure.metric)
    metric = f"{level.metric}{change.group() if change else '增长'}"
    return replace(figure, metric=metric, threshold=level.threshold, is_growth=True)
