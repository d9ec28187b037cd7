"""Is a ledger row of the size class asked about?"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from assistant.collection import Collection
from assistant.question import QuestionFrame
from assistant.wording import is_cell
from language.quantity import Quantity, find_quantities, unit_kind
from language.text import fold
from vectorstore.ledger_rows import Figure

_GOES_ON = re.compile(r"其中|从[一-鿿]{2,6}看|(?:截至)?目前,?已|这些项目")
_PART_OF = re.compile(r"其中|包含|包括|项目[中里]|分别")


def fits_threshold(row: Figure, frame: QuestionFrame, collection: Collection) -> bool:
    """亿元以上 and 5亿元以上 are two measures."""
    if (below := _BELOW.search(frame.text)) is not None:
        return below.group() in fold(row.metric + row.threshold)  # 亿元以上 is never below 5亿元
    span_told = class_bounds(row)
    if (span := _span_asked(frame)) is not None:
        return span_told == span
    asked = frame.threshold
    if span_told is not None and span_told[1] is not None:
        return asked is None  # 10—20亿元 is not 10亿元以上
    if asked is None:
        return True
    own = threshold_value(row.threshold)
    if own is not None:
        return own == asked
    if unit_kind(row.unit) != "count":
        return not _is_of_all(row, asked)
    quote = fold(row.quote)
    before = fold(row.quote[: row.raw_start - row.start])
    inside = _PART_OF.search(before)  # 75个过亿元项目中，包含41个先进制造业项目
    # 新签约过亿元项目 may head a column of counts
    told = fold(row.metric) + quote if is_cell(row) else before if inside else fold(row.metric)
    if _GOES_ON.match(quote):  # of what the sentence before has told
        told += fold(collection.text(row.document_id)[max(0, row.start - 90) : row.start])
    return _names(asked, told)


def _is_of_all(row: Figure, asked: Decimal) -> bool:
    """在建总投资2400亿元，其中过50亿元项目9个: the sentence names the class, but only behind the amount; in
    总投资59亿元的12个亿元以上项目 the amount is of the class."""
    end = row.raw_start - row.start + len(row.raw)
    before, behind = fold(row.quote[:end]), fold(row.quote[end:])
    of_all = not is_cell(row) and not behind.startswith("的")
    return of_all and _names(asked, behind) and not _names(asked, before)


def _names(asked: Decimal, told: str) -> bool:
    """Whether a folded text names a size, in yuan."""
    return any(asked == each.base()[0] for each in find_quantities(told) if each.kind == "money")


_BELOW = re.compile(r"\d[\d.]*[亿万]元?以下(?=的?[一-鿿]{0,8}(?:项目|企业))")


def _span_asked(frame: QuestionFrame) -> tuple[Decimal, Decimal | None] | None:
    """10亿元 and 20亿元 of 10—20亿元的项目几个."""
    spans = [number for number in frame.numbers if number.high is not None and number.kind == "money"]
    return _bounds(spans[0]) if spans else None


def _bounds(size: Quantity) -> tuple[Decimal, Decimal | None]:
    factor = size.base()[0] / size.value if size.value else Decimal(1)
    return size.value * factor, size.high * factor if size.high is not None else None


@lru_cache(maxsize=4096)
def class_bounds(row: Figure) -> tuple[Decimal, Decimal | None] | None:
    """From what size to what, in yuan, is a count of projects that its measure puts in a class; the upper end
    of an open class (50亿元以上) is None."""
    if (least := threshold_value(row.threshold)) is not None:
        return least, None
    if "亿" not in row.metric and "万" not in row.metric:
        return None
    sizes = [one for one in find_quantities(fold(row.metric)) if one.kind == "money" and one.high is not None]
    return _bounds(sizes[0]) if sizes else None


def threshold_value(threshold: str) -> Decimal | None:
    """The size class in yuan, or None."""
    found = find_quantities(threshold)
    return found[0].base()[0] if found else None
