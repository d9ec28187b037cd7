"""Which rows of a table does a question speak of: those that hold what it names, where any does?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.passages.ranking import Scored
from assistant.passages.sentences import Sentence
from assistant.passages.written_table import cells_of
from language.text import fold

_APART = re.compile(r"[ 、,，/]+")
_LEAST = 3  # characters of a cell, in one run, that the question has too


def of_named_rows(ranked: Sequence[Scored], question: str) -> list[Scored]:
    """The sentences without the rows of a table that hold nothing the question names, where another row of
    that table does: 郑煤机投资的项目 is told of by 郑煤机's row alone."""
    held = {id(one): _held(one.sentence, question) for one in ranked if one.sentence.columns}
    most: dict[tuple[str, ...], int] = {}
    for one in ranked:
        if one.sentence.columns:
            columns = one.sentence.columns
            most[columns] = max(most.get(columns, 0), held[id(one)])
    return [one for one in ranked if not one.sentence.columns or held[id(one)] == most[one.sentence.columns]]


def _held(row: Sentence, question: str) -> int:
    """2 where the question has a cell of the row, 1 where a run of its characters no column is called."""
    heads = fold("|".join(row.columns))
    cells = [cell for cell in map(fold, cells_of(row.text)) if not _is_number(cell)]
    parts = [part for cell in cells for part in (cell, *_APART.split(cell))]  # 市投促中心 黄丽
    if any(len(part) > 1 and part in question and part not in heads for part in parts):
        return 2
    runs = (cell[at : at + _LEAST] for cell in cells for at in range(len(cell) - _LEAST + 1))
    return int(any(run in question and run not in heads and not _is_number(run) for run in runs))


def _is_number(text: str) -> bool:
    return not any("一" <= character <= "鿿" or character.isalpha() for character in text)
