"""Which texts are answered question by question, and what does each question get?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.collection import Collection
from assistant.draft import Draft
from assistant.parts.asked import questions_in
from assistant.parts.beside import is_near
from assistant.parts.joined import joined
from assistant.parts.read import Understand, read_parts
from assistant.policy.amended import asks_for_change
from assistant.question import QuestionFrame
from assistant.refusal import unanswered
from assistant.routes import routed


def figures_asked_apart(
    frame: QuestionFrame, parts: Sequence[str], collection: Collection, understand: Understand
) -> Draft | None:
    """一季度要引进多少？全年50亿元以上的呢？ asks for two figures: a sentence about the second is none."""
    if len(parts) < 2 or not (questions_in(frame) > 1 or _classes(parts) > 1):
        return None
    if asks_for_change(frame.text):
        return None  # 现在是多少？原来是多少？ is told in one
    asked = read_parts(parts, understand)
    numbers = all(part.asks_number or part.operation == "rank" for part in asked)
    first = routed(asked[0], collection, figures_only=True) if numbers else None
    if first is None:
        return None
    later = [part for part in asked[1:] if not (_OF_CAP.search(part.text) and _caps(first))]
    if not later:
        return first
    rest = [
        routed(part, collection, figures_only=True)
        or _of_the_whole(part, first, collection)
        or unanswered(part)
        for part in later
    ]
    return joined(
        [first, *rest],
        [parts[0], *(q for q, part in zip(parts[1:], asked[1:], strict=True) if part in later)],
    )


def _of_the_whole(part: QuestionFrame, whole: Draft, collection: Collection) -> Draft | None:
    """签约亿元以上项目402个。分产业看，装备制造118个: a part beside its whole leaves the class unsaid."""
    if "其中" not in part.text or not part.threshold_text:
        return None
    behind = part.text.partition("其中")[2]
    if part.threshold_text in behind:
        return None
    plain = replace(
        part,
        text=part.text.replace(part.threshold_text, ""),
        terms=tuple(term for term in part.terms if term not in part.threshold_text),
        threshold=None,
        threshold_text="",
    )
    found = routed(plain, collection, figures_only=True)
    told = [each for statement in whole.statements for each in statement.evidence]
    spans = [(each.document.id, each.start, each.end) for each in told]
    near = found is not None and not found.refused and is_near(found.statements[0], spans)
    return found if near and found is not None and not found.rows else None


_OF_CAP = re.compile(r"(?:最高|最多|封顶|上限)(?:能?[奖补拿]|给|是)?(?:多少|几)")


def _caps(draft: Draft) -> bool:
    """Whether a draft tells the most that is granted."""
    return any(re.search(r"上限|最高|不超过", each.text) for each in draft.statements)


def _classes(parts: Sequence[str]) -> int:
    """How many size classes the parts name: 亿元以上项目多少个，其中10亿元以上几个."""
    return len({found.group() for part in parts for found in [_CLASS_NAMED.search(part)] if found})


_CLASS_NAMED = re.compile(r"\d*[十百]?亿元?(?:及)?以上")


def each_of_many(
    frame: QuestionFrame, parts: Sequence[str], collection: Collection, understand: Understand
) -> Draft | None:
    """Three questions or more, one after the other: no sentence answers them all, each is told by itself.

    None for fewer, and where none is answered.
    """
    questions = questions_in(frame)
    if min(questions, len(parts)) < _MANY:
        return None
    told = part_by_part(parts, collection, understand)
    if told is None or questions <= len(parts):
        return told
    return replace(told, notes=(*told.notes, f"一次回答{len(parts)}个问题，其余请另外提问"))


def part_by_part(parts: Sequence[str], collection: Collection, understand: Understand) -> Draft | None:
    """Each part answered or refused as a question of its own; None where none is answered."""
    asked = read_parts(parts, understand) if parts else []
    drafts = [routed(part, collection) or unanswered(part) for part in asked]
    if drafts and drafts[0].refused and not asked[0].singled_out:
        # 昊阳项目在哪个区，投资多少: what is told of no one in particular is not told of 昊阳
        drafts = [
            draft if part.places or part.names else unanswered(part)
            for part, draft in zip(asked, drafts, strict=True)
        ]
    return joined(drafts, parts)


_MANY = 3  # questions that no one sentence answers
