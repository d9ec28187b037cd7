"""How is a figure asked for? Whose, when and the measure as printed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from random import Random

from eval.ledger.question import LedgerQuestion, how_much, measure, printed, when
from vectorstore.ledger_rows import Figure

_KINDS = {
    "actual": "数字",
    "planned_total": "数字",
    "target": "目标",
    "forecast": "预计",
}  # a rule is no figure of anybody's: it is asked as what a policy grants
_SAID_AS = {"target": "目标", "forecast": "预计"}
_LONGEST = 20  # of a measure: longer ones are clauses, which nobody asks in these words
_Key = tuple[str, str, str, bool]


def askable(row: Figure) -> bool:
    """Whether a person might ask for a row in the words it is filed under."""
    return row.modality in _KINDS and bool(row.subject) and 2 <= len(row.metric) <= _LONGEST


def figure_questions(rows: Sequence[Figure], *, random: Random) -> Iterator[LedgerQuestion]:
    """A question for each askable row that no other is meant by; documents repeat each other, and rows of
    the same thing answer it too."""
    alike: dict[_Key, list[Figure]] = defaultdict(list)
    of_subject: dict[str, list[Figure]] = defaultdict(list)
    for row in rows:
        alike[_key(row)].append(row)
        of_subject[row.subject].append(row)
    for row in filter(askable, rows):
        if any(_may_be_meant(other, row) for other in of_subject[row.subject]):
            continue
        same = [each for each in alike[_key(row)] if not row.period or each.period == row.period]
        kind = "增幅" if row.is_growth else _KINDS[row.modality]
        yield LedgerQuestion(kind=kind, text=_worded(row, random), quote=row.quote, groups=(printed(same),))


def _may_be_meant(other: Figure, row: Figure) -> bool:
    """签约项目 may mean 签约重点项目, of which another number is told: who asks so gets either."""
    alike = other.unit == row.unit and other.is_growth == row.is_growth and other.metric != row.metric
    return alike and set(row.metric) <= set(other.metric) and other.value != row.value


def _key(row: Figure) -> _Key:
    return row.subject, measure(row), row.unit, row.is_growth


def _worded(row: Figure, random: Random) -> str:
    real = _SAID_AS.get(row.modality, "")
    real = "" if real in row.metric else real
    period, asked = when(row), f"{measure(row)}{real}{how_much(row)}"
    whose = (f"{row.subject}{period}", f"{period}{row.subject}的")
    return f"{random.choice(whose)}{asked}{random.choice(('？', ''))}"
