"""What is a question made of ledger rows, and what answers it?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from language.period_label import period_text
from language.quantity import unit_kind
from vectorstore.ledger_rows import Figure


@dataclass(frozen=True, kw_only=True)
class LedgerQuestion:
    """One question, and what would be right.

    `groups` are lists of alternatives: each wants one of its own in the text. What is `printed` is wanted in
    what the answer cites too, for the rest one of `documents` must be cited. `computed` is worked out here,
    and cited nowhere. `among` are names of which `first` must be the first that the answer says. Where the
    documents have no answer `asked` is what they lack. `quote` is what the question was made from.
    """

    kind: str
    text: str
    quote: str
    groups: tuple[tuple[str, ...], ...] = ()
    printed: bool = True
    documents: frozenset[str] = frozenset()
    computed: tuple[str, ...] = ()
    among: tuple[str, ...] = ()
    first: str = ""
    asked: str = ""


def printed(rows: Iterable[Figure]) -> tuple[str, ...]:
    """Every way in which an answer may print one of these rows."""
    return tuple(dict.fromkeys(way for row in rows for way in _ways(row)))


def _ways(row: Figure) -> tuple[str, ...]:
    return row.raw, f"{row.value.normalize():f}{row.unit}"


def measure(row: Figure) -> str:
    """The measure as printed, with its size class where that stands elsewhere: 签约亿元以上项目."""
    size = row.threshold.removeprefix("1") if row.threshold.startswith("1亿") else row.threshold
    if not size or size[:2] in row.metric:  # 投资过50亿元重大项目 says it in its own words
        return row.metric
    at = row.metric.rfind("项目")
    return f"{row.metric[:at]}{size}{row.metric[at:]}" if at >= 0 else f"{size}项目{row.metric}"


def when(row: Figure) -> str:
    """The row's period as a question says it; "" without one."""
    return period_text(row.period)


def how_much(row: Figure) -> str:
    """What asks for the value of a row: 增长多少, 多少个, 是多少."""
    if row.is_growth:
        return "多少" if row.metric.endswith(_GROWTH) else "增长多少" if row.value >= 0 else "下降多少"
    if unit_kind(row.unit) == "rate" and row.metric.endswith(_AIMS):
        return "的百分之几"
    counted = unit_kind(row.unit) in ("count", "measure")
    return f"多少{row.unit.lstrip('万亿')}" if counted else "是多少"


_AIMS = ("目标", "任务", "计划")
_GROWTH = ("增加", "增长", "减少", "下降", "提升", "提高", "增幅", "增速")
