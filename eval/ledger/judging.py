"""Is an answer what the rows say? Right, refused, or wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from assistant.answer import Answer
from eval.ledger.question import LedgerQuestion
from eval.matching import normal, without_markers
from language.quantity import find_quantities

Outcome = Literal["right", "refused", "wrong"]
# An answer that says of itself that it is not what was asked.
_NAMES_THE_DIFFERENCE = re.compile("没有|未见|未提|未说|未列|最接近|口径不同|不是|不含|只[有说到]|尚未")

_NUMBER = re.compile(r"\d[\d.,]*")


def judged(question: LedgerQuestion, answer: Answer) -> Outcome:
    """What an answer is worth; of what is not there a refusal is right, and so is naming the difference."""
    text = without_markers(answer.text)
    if question.asked:
        return "right" if answer.refused or _sets_apart(question, text) else "wrong"
    if answer.refused:
        return "refused"
    told = all(_prints(text, ways) for ways in question.groups) and _is_proved(question, answer)
    worked_out = _prints(text, question.computed) if question.computed else True
    return "right" if told and worked_out and _first_said(question, text) else "wrong"


def _sets_apart(question: LedgerQuestion, text: str) -> bool:
    return bool(_NAMES_THE_DIFFERENCE.search(text)) or normal(question.asked) not in normal(text)


def _is_proved(question: LedgerQuestion, answer: Answer) -> bool:
    if not question.printed:
        return any(citation.document in question.documents for citation in answer.citations)
    cited = "|".join(citation.quote.replace("\t", "|") for citation in answer.citations)
    numbers = [[*ways, *(_bare(way) for way in ways)] for ways in question.groups]  # a table heads its units
    return all(_prints(cited, ways) for ways in numbers)


def _bare(way: str) -> str:
    number = _NUMBER.match(way)
    return number[0] if number else ""


def _first_said(question: LedgerQuestion, text: str) -> bool:
    said = sorted((text.index(name), name) for name in question.among if name in text)
    return not question.among or (bool(said) and said[0][1] == question.first)


def _prints(text: str, ways: Iterable[str]) -> bool:
    """Whether one of `ways` stands in the text, or as much in another unit; 5个 is no end of 15个."""
    said = normal(text)
    if any(re.search(rf"(?<![\d.]){re.escape(normal(way))}", said) for way in ways if way):
        return True
    amounts = {quantity.base() for quantity in find_quantities(said)}
    return any(
        quantity.base() in amounts for way in ways for quantity in find_quantities(way) if quantity.unit
    )
