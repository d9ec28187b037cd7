"""Which questions does a text ask, one after the other or in one breath?"""

from __future__ import annotations

import re

from assistant.question import QuestionFrame

_ASKS = re.compile(
    r"多少|几|什么|哪|谁|吗|怎么|如何|何时|是否|有没有|进度|进展|呢$|(?:比例|占比|比重)$|多[大高长久远]|没有?$|[能行适]?不$|(?<=[目业约])数$"
)


def question_parts(frame: QuestionFrame) -> tuple[str, ...]:
    """The questions of a text that asks several things, each with the place and period of the first."""
    pieces = [piece.strip() for piece in re.split(r"[,，;；?？。]", frame.text) if piece.strip()]
    pieces = _asked_in_full([each for piece in pieces for each in _each_asking(piece)])
    asking = [piece for piece in pieces if _ASKS.search(piece)]
    if len(asking) >= 2 and len(asking) != len(pieces):  # 外资27亿元，同比增长多少？内资呢？
        asking = pieces = [piece.strip() for piece in re.split(r"[？?]", frame.text) if piece.strip()]
        asking = [piece for piece in pieces if _ASKS.search(piece)]
    if len(asking) < 2 or len(asking) != len(pieces):
        return ()
    most = _MOST_APART if questions_in(frame) > 1 else _MOST
    return tuple(
        re.sub(r"^(?:当时|同时|另外|还有|以及|其(?!中))", "", piece) + "？" for piece in asking[:most]
    )


_MOST = 4  # of the things asked in one breath that are answered apart
_MOST_APART = 3  # of questions one after the other: each takes as long as a question
_SEPARATE = re.compile(r"[？?；;](?=.)")
_NAMED = re.compile(r"[一-鿿]{2,5}")
_AMOUNT = re.compile(r"(?:分别|各)?(?:是|有)?(?:多少[个家亿]?元?|几[个家项])$")
_MEASURE = (
    r"(?:个数|数量|[一-鿿]{2,10}目标|(?:签约|项目|开工|注册|落地|投产|竣工)[数率]?"
    r"|[一-鿿]{0,4}(?:总?投资额?|金额|总额|资金|外资|产值|税收|面积))"
)
_JOIN = r"(?:和|与|以及|及|、)"
_BOTH = re.compile(rf"^(?P<head>.{{2,20}}?)(?P<all>{_MEASURE}(?:{_JOIN}{_MEASURE}){{1,3}})$")


def _each_asking(piece: str) -> list[str]:
    """要招多少个项目、规模增长多少 asks twice; 甲、乙各签了多少 once."""
    parts = piece.split("、")
    return parts if len(parts) > 1 and all(_AMOUNT_ASKED.search(part) for part in parts) else [piece]


_AMOUNT_ASKED = re.compile(r"多少|几[个家项次场座条]")


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


def questions_in(frame: QuestionFrame) -> int:
    """How many questions a text asks one after the other, and not in one breath: from 1."""
    return 1 + len(_SEPARATE.findall(frame.text.rstrip("？?")))
