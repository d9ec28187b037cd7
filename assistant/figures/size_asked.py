"""Is a ledger row of the size class asked about?"""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.collection import Collection
from assistant.question import QuestionFrame
from assistant.wording import is_cell
from language.quantity import find_quantities, unit_kind
from language.text import fold
from vectorstore.ledger_rows import Figure

_PART_OF = re.compile(r"其中|包含|包括|项目[中里]|分别")


def fits_threshold(row: Figure, frame: QuestionFrame, collection: Collection) -> bool:
    """亿元以上 and 5亿元以上 are two measures."""
    asked = frame.threshold
    if asked is None:
        return True
    own = threshold_value(row.threshold)
    if own is not None or unit_kind(row.unit) != "count":
        return own in (None, asked)
    quote = fold(row.quote)
    before = fold(row.quote[: row.raw_start - row.start])
    inside = _PART_OF.search(before)  # 75个过亿元项目中，包含41个先进制造业项目
    told = quote if is_cell(row) else before if inside else fold(row.metric)
    if quote.startswith("其中"):  # of what the sentence before has told
        told += fold(collection.text(row.document_id)[max(0, row.start - 90) : row.start])
    return any(asked == q.base()[0] for q in find_quantities(told) if q.kind == "money")


def threshold_value(threshold: str) -> Decimal | None:
    """The size class in yuan, or None."""
    found = find_quantities(threshold)
    return found[0].base()[0] if found else None
