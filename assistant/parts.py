"""Answers a question of several parts: two periods side by side, or a second question behind a comma."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Protocol

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.figures.figure_answers import best_row
from assistant.figures.measure import measure_key
from assistant.figures.words_asked import measure_terms
from assistant.question import QuestionFrame
from assistant.wording import statement_of
from language.place import Place
from language.quantity import find_quantities


class Understand(Protocol):
    """Reads a part of a question, which may lean on the part before it."""

    def __call__(self, part: str, *, after: str = "") -> QuestionFrame: ...


_ASKS = re.compile(
    r"多少|几|什么|哪|谁|吗|怎么|如何|何时|是否|有没有|进度|进展|呢$|多[大高长久远]|没有?$|[能行适]?不$"
)
_JOINT = re.compile(r"和|与|、|，|,|以及|跟")


def period_parts(frame: QuestionFrame) -> tuple[str, ...]:
    """One question for each of two periods that carry their own measure:
    2023年前三季度5亿元以上…和2024年亿元以上…."""
    periods = [period for period in frame.periods if period.role != "comparison"]
    if len(periods) != 2 or not re.search(r"分别|各|口径|比较|对比|相比", frame.text):
        return ()
    if not measure_terms(frame):  # the measure is left out: 目标和实际相比
        return ()
    first, second = periods
    cuts = list(_JOINT.finditer(frame.text, first.end, second.start))
    if not cuts:
        return ()
    if len(frame.text[first.end : cuts[-1].start()].strip("的")) < 2:  # 上半年和前三季度签约项目各多少
        return ()
    head, tail = frame.text[: cuts[-1].start()], frame.text[cuts[-1].end() :]
    tail = re.split(r"分别|各(?:是|有)?多少|口径|[?？]", tail)[0]
    place = next((p.name for p in frame.places), "")
    if (
        len(re.sub(r"的", "", tail[second.end - cuts[-1].end() :])) < 3
    ):  # 2023年和2024年签约数: the measure stands once
        return ()
    return f"{head}是多少？", f"{'' if place[:2] in tail else place}{tail}是多少？"


def place_parts(frame: QuestionFrame) -> tuple[str, ...]:
    """One question for each of two places whose size classes differ:
    A的5亿元以上项目比B的亿元以上项目少吗."""
    sizes = {q.base()[0] for q in find_quantities(frame.text) if q.kind == "money" and q.qualifier == "以上"}
    if len(frame.places) != 2 or len(sizes) != 2:
        return ()
    first, second = (_at(frame.text, place) for place in frame.places)
    cuts = [
        m
        for m in re.finditer(r"和|与|、|跟|比|同", frame.text[: max(first, second)])
        if m.start() > min(first, second)
    ]
    if not cuts:
        return ()
    head, tail = frame.text[: cuts[-1].start()], frame.text[cuts[-1].end() :]
    tail = re.split(r"少吗|多吗|大吗|小吗|哪个|谁|[?？]|分别", tail)[0]
    when = next((frame.text[p.start : p.end] for p in frame.periods), "")
    return f"{head}是多少？", f"{'' if when and when in tail else when}{tail}是多少？"


def _at(text: str, place: Place) -> int:
    return max(text.find(place.name), text.find(place.short))


def compare_periods(frame: QuestionFrame, collection: Collection, *, understand: Understand) -> Draft | None:
    """Both parts answered, with a word on whether they may be compared."""
    parts = place_parts(frame) or period_parts(frame)
    rows = [best_row(understand(part), collection) for part in parts]
    if len(rows) != 2 or rows[0] is None or rows[1] is None:
        return None
    statements = tuple(
        Statement(text=statement_of([row], collection.siblings(row)), evidence=(collection.evidence(row),))
        for row in rows
        if row
    )
    alike = measure_key(rows[0]) == measure_key(rows[1])
    verdict = "两者口径相同" if alike else "两者口径不同，不可直接比较"
    return Draft(statements=statements, notes=(verdict,))


def question_parts(frame: QuestionFrame) -> tuple[str, ...]:
    """The questions of a text that asks several things, each with the place and period of the first."""
    pieces = [piece.strip() for piece in re.split(r"[,，;；?？。]", frame.text) if piece.strip()]
    pieces = _asked_in_full(pieces)
    asking = [piece for piece in pieces if _ASKS.search(piece)]
    if len(asking) >= 2 and len(asking) != len(pieces):  # 外资27亿元，同比增长多少？内资呢？
        asking = pieces = [piece.strip() for piece in re.split(r"[？?]", frame.text) if piece.strip()]
        asking = [piece for piece in pieces if _ASKS.search(piece)]
    if len(asking) < 2 or len(asking) != len(pieces):
        return ()
    most = _MOST_SENTENCES if _SENTENCES.search(frame.text) else _MOST
    return tuple(
        re.sub(r"^(?:当时|同时|另外|还有|以及|其(?!中))", "", piece) + "？" for piece in asking[:most]
    )


_MOST = 4  # of the things asked in one breath that are answered apart
_MOST_SENTENCES = 3  # of questions one after the other: each takes as long as a question
_SENTENCES = re.compile(r"[？?](?=.)")
_NAMED = re.compile(r"[一-鿿]{2,5}")
_AMOUNT = re.compile(r"(?:分别|各)?(?:是|有)?多少[个家亿]?元?$")
_MEASURE = (
    r"(?:个数|数量|(?:签约|项目|开工|注册|落地|投产|竣工)[数率]?"
    r"|[一-鿿]{0,4}(?:总?投资额?|金额|总额|资金|外资|产值|税收|面积))"
)
_JOIN = r"(?:和|与|以及|及|、)"
_BOTH = re.compile(rf"^(?P<head>.{{2,20}}?)(?P<all>{_MEASURE}(?:{_JOIN}{_MEASURE}){{1,3}})$")


def _asked_in_full(pieces: list[str]) -> list[str]:
    """占地多少, 产值多少 for 占地, 产值多少; 签约数多少, 金额多少 for 签约数和金额."""
    if len(pieces) == 1 and (both := _BOTH.match(_AMOUNT.sub("", pieces[0]))) is not None:
        first, *others = re.split(_JOIN, both["all"])
        return [f"{both['head']}{first}多少", *(f"{other}多少" for other in others)]
    if len(pieces) > 1 and _AMOUNT.search(pieces[-1]):
        return [
            f"{piece}多少" if _NAMED.fullmatch(piece) and not _ASKS.search(piece) else piece
            for piece in pieces
        ]
    return pieces


_AMOUNT_ASKED = re.compile(r"(?P<deed>[一-鿿]{2})(?:了|到|为|是)?(?:多少|几)(?P<unit>[一-鿿]{1,2})?[？?]?$")


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
