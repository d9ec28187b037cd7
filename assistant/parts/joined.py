"""How do the answers to several parts become one?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.draft import Draft
from language.pattern import pattern

_AMOUNT_ASKED = pattern(
    r"(?P<deed>(?!以上|项目)[一-鿿]{2})(?:了|到|为|是)?(?:多少|几)(?P<unit>[一-鿿]{1,2})?[？?]?$"
)


def _told_beside(part: str, said: Iterable[str]) -> bool:
    """Whether a statement on another part tells it too: 改造3万亩 for 今年改造多少亩."""
    asked = _AMOUNT_ASKED.search(part)
    if asked is None or not asked["unit"]:
        return False
    told = re.compile(rf"{asked['deed']}[^，。；\d]{{0,4}}\d[\d.]*[万亿]?{asked['unit']}")
    return any(told.search(text) for text in said)


def joined(drafts: Sequence[Draft], parts: Sequence[str]) -> Draft | None:
    """The answered parts as one draft, with a note for each that is not; None unless one was answered."""
    answered = [draft for draft in drafts if not draft.refused]
    if not answered:
        return None
    notes = [note for draft in answered for note in draft.notes]
    # What answers two parts is said once.
    said = {statement.text: statement for draft in answered for statement in draft.statements}
    missing = [
        f"“{part.strip('，。？? ')}”：{draft.refusal.rstrip('。')}"
        for part, draft in zip(parts, drafts, strict=True)
        if draft.refused and not _told_beside(part, said)
    ]
    return Draft(
        statements=tuple(said.values()),
        columns=answered[0].columns,
        rows=answered[0].rows,
        notes=(*notes, *missing),
    )
