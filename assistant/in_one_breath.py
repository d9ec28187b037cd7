"""Of several things asked in one breath, which does the answer to the whole leave out, and what are they?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.parts import Understand
from assistant.question import QuestionFrame
from assistant.routes import routed
from assistant.several import IN_CHARGE, owner_of, read_parts
from language.quantity import find_quantities

_BODY_ASKED = re.compile(r"(?:哪个|哪些|什么)(?:部门|单位|局)")
_MOST_TOLD, _MOST_PART = 2, 24  # statements of an answer at length; characters of what is asked in passing


def with_every_part(
    draft: Draft, parts: Sequence[str], collection: Collection, understand: Understand
) -> Draft:
    """签约多少个，总额多少，谁牵头: what the whole leaves out of the parts, from its documents."""
    if len(parts) < 2 or draft.refused or len(draft.statements) > _MOST_TOLD:
        return draft
    if max(map(len, parts)) > _MOST_PART:
        return draft
    shown = [*(s.evidence for s in draft.statements), *(row.evidence for row in draft.rows)]
    cited = {evidence.document.id for each in shown for evidence in each}
    before: list[Statement] = []
    after: list[Statement] = []
    told = [statement.text for statement in draft.statements] + ["，".join(row.cells) for row in draft.rows]
    for n, part in enumerate(read_parts(parts, understand)):
        more = _told_of_part(part, collection)
        found = [s for s in more if {e.document.id for e in s.evidence} <= cited and _adds(s, told, part)]
        (after if n else before).extend(found)
        told += [statement.text for statement in found]
    return replace(draft, statements=(*before, *draft.statements, *after)) if before or after else draft


def _told_of_part(part: QuestionFrame, collection: Collection) -> tuple[Statement, ...]:
    """What one part is answered with, where that is a figure, a fact of a project or whoever is in charge."""
    if not (part.asks_number or part.names or "person" in part.wants or _BODY_ASKED.search(part.text)):
        return ()
    draft = routed(part, collection, figures_only=part.asks_number)
    return () if draft is None or draft.refused or draft.rows else draft.statements[:1]


def _adds(statement: Statement, told: Sequence[str], asked: QuestionFrame) -> bool:
    """Whether a statement tells a figure, a fact of a project, or who is in charge, that is not told yet."""
    known = "".join(told)
    of_project = any(statement.text.startswith(f"{name}：") for name in asked.names)
    if not (asked.asks_number or of_project):
        return bool(IN_CHARGE.search(statement.text)) and not IN_CHARGE.search(known)
    owners = {owner_of(text) for text in (statement.text, *told) if _OWNED.match(text)}
    if len(owners) > 1:
        return False
    new = {each.base() for each in find_quantities(statement.text) if each.kind not in ("bare", "duration")}
    if new:
        return bool(new - {each.base() for each in find_quantities(known)})
    facts = re.split(r"[，；]", statement.text.split("：", 1)[-1])
    return of_project and any(fact.strip("。") not in known for fact in facts)


_OWNED = re.compile(r"[^，。：\d]{2,16}(?:20\d\d年[^：，。]{0,12})?：")
