"""How well does a row fit the numbers that a question names itself: 这188个项目总投资多少?"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from assistant.question import QuestionFrame
from language.quantity import base_quantity, find_quantities
from language.text import fold
from vectorstore.ledger_rows import Figure


def printed_numbers(row: Figure, frame: QuestionFrame) -> float:
    """188个项目 in a question points at one sentence, 280亿元 at one row."""
    own, quoted = base_quantity(row.value, row.unit), _printed(fold(row.quote))
    return sum(
        0.6 if number.base() == own else 0.25 if number.base() in quoted else 0.0 for number in frame.numbers
    )


def numbers_told(row: Figure, frame: QuestionFrame, words: float, *, enough: float) -> float:
    """How much of the question a row says: 49个项目的总投资 is told beside the 49, or not at all."""
    for number in frame.numbers:
        if base_quantity(row.value, row.unit) == number.base():
            words = max(words, enough)
        elif number.base() in _printed(fold(row.quote)) or row.quote.startswith("其中"):
            continue  # of what the sentence before has counted
        elif frame.asks_number and number.kind == "count" and "更正" not in row.metric:
            words -= 0.5
    return words


@lru_cache(maxsize=1024)  # asked of every row of a quote, for every number of the question
def _printed(quote: str) -> frozenset[tuple[Decimal, str]]:
    return frozenset(quantity.base() for quantity in find_quantities(quote))
