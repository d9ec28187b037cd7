"""Which of the two values of 由71%提高到78% is asked for? The second holds now, the first was before."""

from __future__ import annotations

from language.pattern import pattern
from language.text import fold
from vectorstore.ledger_rows import Figure

_ASKED = pattern(
    r"原来|原先|原本"
    r"|(?:提[高升]|增加|扩大|上升|降[低价租]?|下[降调]|减少|压[缩减]|缩[短减]|延长|调[整高低]|优化|改[革变])"
    r"[之以]?前"
)
_MOVED = (
    r"(?:提[高升]|增[加长]?|扩[大充]?|上[升涨调]|[升涨]|降低?|下[降调]|减少?|压[缩减]|缩[短减]|延长|调[整高低])"
    r"[到至为]"
)
_FROM = pattern(r"[由从][^,;。\d]{0,12}$")
_MOVES = pattern(rf"[^,;。\d]{{0,4}}?{_MOVED}")
_TOLD = pattern(
    rf"原(?![料材因则创产有])|旧(?![城区改楼])|此前|以前|以往|曾|废止|[修更改][订改]?前|[由从较比][^;。]*?{_MOVED}"
)
_TO = pattern(rf"[由从][^,;。\d]{{0,12}}\d[^,;。]{{0,12}}?{_MOVED}[^,;。\d]{{0,4}}$")


def asks_what_was(question: str) -> bool:
    """Whether a question asks for what was before a change: 原来是多少, 提高前."""
    return _ASKED.search(question) is not None


def tells_change(told: str) -> bool:
    """Whether folded words tell what was before a change."""
    return _TOLD.search(told) is not None


def held_before(row: Figure) -> bool:
    """Whether a row is the first of the two values that a change is told with."""
    before, after = _around(row)
    return bool(_FROM.search(before) and _MOVES.match(after))


def holds_since(row: Figure) -> bool:
    """Whether a row is the second of the two."""
    return _TO.search(_around(row)[0]) is not None


def _around(row: Figure) -> tuple[str, str]:
    if "由" not in row.quote and "从" not in row.quote:
        return "", ""
    at = row.raw_start - row.start
    return fold(row.quote[:at]), fold(row.quote[at + len(row.raw) :])
