"""Which rows of a table does a question speak of: those that hold what it names, where any does?"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.passages.ranking import Scored
from assistant.passages.sentences import Sentence
from assistant.passages.written_table import cells_of
from language.text import fold

_LEAST = 3  # characters of a cell, in one run, that the question has too


def of_named_rows(ranked: Sequence[Scored], question: str) -> list[Scored]:
    """The sentences without the rows of a table that hold nothing the question names, where another row of
    that table does: 郑煤机投资的项目 is told of by 郑煤机's row alone."""
    rows = [one for one in ranked if one.sentence.columns]
    named = {id(one) for one in rows if _holds_named(one.sentence, question)}
    tables = {one.sentence.columns for one in rows if id(one) in named}
    return [one for one in ranked if one.sentence.columns not in tables or id(one) in named]


def _holds_named(row: Sentence, question: str) -> bool:
    """Whether the question has a cell of the row, or a run of its characters that no column is called."""
    heads = fold("|".join(row.columns))
    for cell in map(fold, cells_of(row.text)):
        if len(cell) > 1 and cell in question and cell not in heads and not cell.isdigit():
            return True
        runs = (cell[at : at + _LEAST] for at in range(len(cell) - _LEAST + 1))
        if any(run in question and run not in heads and not _is_number(run) for run in runs):
            return True
    return False


def _is_number(text: str) -> bool:
    return not any("一" <= character <= "鿿" or character.isalpha() for character in text)
