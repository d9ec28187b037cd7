"""Answers a text that asks several things: each part where it is told, what is not told said so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.figures.words_asked import measure_terms
from assistant.parts import Understand, joined
from assistant.policy.amended import asks_for_change
from assistant.question import QuestionFrame
from assistant.refusal import unanswered
from assistant.routes import routed
from language.quantity import find_quantities


def figures_asked_apart(
    frame: QuestionFrame, parts: Sequence[str], collection: Collection, understand: Understand
) -> Draft | None:
    """一季度要引进多少？全年50亿元以上的呢？ asks for two figures: a sentence about the second is none."""
    if len(parts) < 2 or not (_SEPARATE.search(frame.text.rstrip("？?")) or _classes(parts) > 1):
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
    rest = [routed(part, collection, figures_only=True) or unanswered(part) for part in later]
    return joined(
        [first, *rest],
        [parts[0], *(q for q, part in zip(parts[1:], asked[1:], strict=True) if part in later)],
    )


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
    questions = 1 + len(_SEPARATE.findall(frame.text.rstrip("？?")))
    if min(questions, len(parts)) < _MANY:
        return None
    told = part_by_part(parts, collection, understand)
    if told is None or questions <= len(parts):
        return told
    return replace(told, notes=(*told.notes, f"一次回答{len(parts)}个问题，其余请另外提问"))


def with_later_parts(
    draft: Draft, parts: Sequence[str], collection: Collection, understand: Understand
) -> Draft:
    """签约多少个？总额多少？ what the first answer leaves out of the other parts, from the same documents."""
    if len(parts) < 2 or draft.refused or draft.rows:
        return draft
    if len(draft.statements) > 1 or any(statement.derived for statement in draft.statements):
        return draft  # told at length or worked out of what the parts ask
    cited = frozenset(e.document.id for statement in draft.statements for e in statement.evidence)
    statements = draft.statements
    for number, part in enumerate(read_parts(parts, understand)):
        more = routed(part, collection)
        if more is None or more.refused or more.rows:
            continue
        if more.statements[0].evidence[0].document.id in cited:
            told = _with(more.statements[0], statements, part)
            statements = told if number else tuple(sorted(told, key=lambda each: each in statements))
    return replace(draft, statements=statements)


def _with(new: Statement, told: tuple[Statement, ...], asked: QuestionFrame) -> tuple[Statement, ...]:
    """What is told and a statement that adds to it, which stands in place of what it says in more words."""
    said = "".join(statement.text for statement in told)
    if _bare(new.text) in said:
        return told
    if shorter := [each for each in told if _bare(each.text) in new.text]:
        return tuple(new if each is shorter[0] else each for each in told if each not in shorter[1:])
    return (*told, new) if _adds(new.text, said, asked) else told


def _bare(statement: str) -> str:
    """What a statement of the ledger tells, without whose and when."""
    return statement.rpartition("：")[2]


def _adds(text: str, told: str, asked: QuestionFrame) -> bool:
    """Whether a statement gives a figure, or names who is in charge, that is not told yet, or says more of
    what is asked in a sentence of its own."""
    if not asked.asks_number:
        if _says(asked, text) > _says(asked, told):
            return True
        return bool(IN_CHARGE.search(text)) and not IN_CHARGE.search(told)
    owners = owner_of(text), owner_of(told)
    if owners[0] != owners[1] and all(owners):
        return False
    known = {quantity.base() for quantity in find_quantities(told)}
    new = {quantity.base() for quantity in find_quantities(text) if quantity.kind not in ("bare", "duration")}
    return bool(new) and not new & known


def _says(asked: QuestionFrame, text: str) -> int:
    return sum(term in text for term in asked.terms)


def owner_of(statement: str) -> str:
    """Whose figures a statement of the ledger tells: 株洲市 of 株洲市2025年上半年：…; "" for a sentence."""
    return re.split(r"\d|：", statement, maxsplit=1)[0] if "：" in statement else ""


IN_CHARGE = re.compile(r"牵头|负责|(?<!不予)受理|初审|主管|分管|责任单位|组长|担任")


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


def asked_apart(frame: QuestionFrame) -> bool:
    """Whether a text asks its questions one after the other, and not in one breath."""
    return bool(_SEPARATE.search(frame.text.rstrip("？?")))


_SEPARATE = re.compile(r"[？?；;](?=.)")
_MANY = 3


def read_parts(parts: Sequence[str], understand: Understand) -> list[QuestionFrame]:
    """Each part as a question; a later one inherits from the first what it leaves out, and what is measured
    from the one before it."""
    found = [understand(parts[0])]
    for part in parts[1:]:
        read = understand(part, after=parts[0])
        if _ASKS_OF_IT.match(part) and not _measures(read) and (measure := _measure_told(found[-1])):
            read = understand(f"{measure}{part}", after=parts[0])
        found.append(read)
    return found


# 外资多少？完成了年度目标的多少？ asks of the goal for it, and by how much it grew.
_ASKS_OF_IT = re.compile(
    r"(?:[今去]年|全年|[上下]半年|[一二三四]季度)?(?:已经?|实际)?"
    r"(?:完成(?!率)|达到|占|同比|环比|比[去上]年|较[去上]年|增长|增幅|增速|目标|任务|全年目标|年度)"
)
_NO_MEASURE = frozenset(
    "年度 全年 任务 目标 计划 同比 环比 去年 上年 同期 增长 增速 增幅 百分 完成 达到".split()
)


def _measures(frame: QuestionFrame) -> bool:
    return any(term not in _NO_MEASURE for term in measure_terms(frame))


def _measure_told(frame: QuestionFrame) -> str:
    """The words of a question that say what is measured, as they stand: 新签约亿元以上项目."""
    spans = [
        (at, at + len(term))
        for term in (*measure_terms(frame), frame.threshold_text)
        if term and term not in _NO_MEASURE and (at := frame.text.find(term)) >= 0
    ]
    return frame.text[min(spans)[0] : max(end for _, end in spans)] if spans else ""
