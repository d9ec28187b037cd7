"""Which bound does a question set on the values it compares: 超过90亿元的区县, 同比下降的区县?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from assistant.question import QuestionFrame
from language.divisions import PARTS
from language.quantity import base_quantity, find_quantities
from vectorstore.ledger_rows import Figure

PLACES = rf"(?:{PARTS}|各区|地区|城市|区域|[区县市旗州盟])"


@dataclass(frozen=True, kw_only=True)
class Bound:
    """A bound on the compared values, in the unscaled unit, or on the sign of their growth (no unit); `words`
    are those that set it; `strict` where the value itself is outside (超过50个)."""

    words: str
    value: Decimal
    unit: str
    below: bool
    strict: bool = False

    def measures(self, row: Figure) -> bool:
        """Whether the row is of the bound's sort: its unit, or a growth where the sign is asked for."""
        return base_quantity(row.value, row.unit)[1] == self.unit if self.unit else row.is_growth

    def holds(self, row: Figure) -> bool:
        """Whether the row keeps to it; a rate printed as 下降 counts as negative."""
        value, unit = base_quantity(row.value, row.unit)
        if not self.unit:
            fell = value < 0 or "下降" in row.metric or "减少" in row.metric
            return row.is_growth and value != 0 and fell == self.below
        if unit != self.unit or (self.strict and value == self.value):
            return False
        return value <= self.value if self.below else value >= self.value


_BELOW = re.compile(r"(?:少于|低于|小于|不到|不足|[未没](?:有)?[达到]到?|不超过|不高于)$")
_ABOVE = re.compile(r"(?:多于|高于|大于|超过?|突破|过|达到?|不低于|不少于)$")
_UPWARD, _DOWNWARD = (
    ("以上", "超", "突破", "不低于", "过", "不少于"),
    ("以下", "不足", "不到", "不超过", "不高于", "以内"),
)
_GREW = re.compile(
    rf"(?P<fell>下降|下滑|负增长|减少|(?:是|为)负)|(?<!负)(?:正?增长|上升)(?=了?的?[^，。？]{{0,4}}(?:{PLACES}|有?哪|[？?]?$))"
)
_WHICH = re.compile(
    rf"(?:以[上下内])?(?:[\(（]含[^)）]*[)）])?的?(?:(?![^，。？]{{0,4}}(?:项目|企业)(?!的))[^，。？]{{0,6}}{PLACES}|(?![^，。？]{{0,4}}(?:项目|企业))[^，。？]{{0,6}}有?哪[些几])"
)

_STRICT = re.compile(r"(?<!不)(?:超过?|多于|高于|大于|突破|少于|低于|小于|不到|不足)(?!.*(?:及以上|以上|含))")


def is_strict(words: str) -> bool:
    """Whether the words that set a bound leave out the value itself: 超过50个, not 50个以上."""
    return bool(_STRICT.search(words))


_AMONG_PROJECTS = re.compile(r"项目(?:里面?|中|当中)[^，。？]{0,8}$")  # 开工的项目里总投资10亿元以上的有哪些
_CLOSES = re.compile(r"(?:以[上下内])?的?[?？。]?")


def bound_on_values(frame: QuestionFrame) -> Bound | None:
    """The bound on what is compared (签约额200亿元以上的区县, 签约额下降的区县), None where none is set."""
    text = _without_places(frame)
    for quantity in find_quantities(text):
        before, after = text[: quantity.start], text[quantity.outer_end :]
        closes = _CLOSES.fullmatch(after) and _WHICH_PLACES.search(before)  # 哪些区县签约超过30个？
        if _AMONG_PROJECTS.search(before):
            continue
        if not quantity.unit or not (closes or _WHICH.match(after)):
            continue
        value, unit = quantity.base()
        below, above = _BELOW.search(before), _ABOVE.search(before)
        opens = next((match.start() for match in (below, above) if match), quantity.outer_start)
        words = text[opens : quantity.outer_end]
        if quantity.qualifier in _DOWNWARD or below:
            return Bound(words=words, value=value, unit=unit, below=True, strict=is_strict(words))
        if quantity.qualifier in _UPWARD or above:
            return Bound(words=words, value=value, unit=unit, below=False, strict=is_strict(words))
    signed = _WHICH_PLACES.search(text) and not re.search(r"最|排|第一", text)
    grew = _GREW.search(text) if signed else None
    return None if grew is None else Bound(words="", value=Decimal(0), unit="", below=bool(grew["fell"]))


def _without_places(frame: QuestionFrame) -> str:
    """亿元以上项目比海曙区多多少 asks for no districts of a size: 海曙区 is one that is named."""
    text = frame.text
    for name in frame.place_names:
        text = text.replace(name, "—" * len(name))
    return text


_WHICH_PLACES = re.compile(
    rf"(?:哪些|哪个|哪几个|几个|多少个)[^，。？最]{{0,6}}{PLACES}|{PLACES}(?:有|是)?(?:哪[些几]|几个|多少)"
)
