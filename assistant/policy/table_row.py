"""What does a row of a paper's table grant or require, in the column asked for: 甲类总部的落户补助?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.passages.table_row import cells_of
from assistant.policy.asked import asked_amounts
from assistant.policy.headings import papers_of, repeated
from assistant.policy.rules import Paper, passage_evidence
from assistant.question import QuestionFrame
from language.text import Span, fold

_ASKED = re.compile(r"奖|补|贴|资助|扶持|给多少|给几|拿多少|能拿|标准|条件|门槛|要求")
_GRANTS = re.compile(r"奖|补|贴|资助|扶持|支持|标准|门槛|上限|限额|比例|条件|额度")
_SAID = 0.5  # of the pairs of characters of a column's heading, that the question has
_LEAST_NAME = 2


@dataclass(frozen=True, kw_only=True)
class _Row:
    """A row of a table with the headings of its columns; spans of its own line and of theirs."""

    paper: Paper
    headers: tuple[str, ...]
    cells: tuple[str, ...]
    line: Span
    heading: Span


def answer_from_row(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The cells of the row that the question names, of the columns it asks for, else of all; None where it
    names no row, several, or an amount to work with."""
    if not _ASKED.search(frame.text) or asked_amounts(frame.text) or len(frame.period_labels) > 1:
        return None
    rows = [row for paper in papers_of(frame, collection) for row in _rows(paper)]
    named = [row for row in rows if _name(row) in frame.text]
    longest = max((len(_name(row)) for row in named), default=0)
    meant = [row for row in named if len(_name(row)) == longest]
    if len(meant) != 1:
        return None
    return Draft(statements=(_told(meant[0], frame, collection),))


def _name(row: _Row) -> str:
    return fold(row.cells[0])


def _told(row: _Row, frame: QuestionFrame, collection: Collection) -> Statement:
    pairs = [(h, c) for h, c in zip(row.headers[1:], row.cells[1:], strict=False) if c and c not in "-—/"]
    fits = [repeated(fold(header), frame.text) for header, _ in pairs]
    best = max(fits, default=0.0)
    asked = [pair for pair, fit in zip(pairs, fits, strict=True) if fit == best and best >= _SAID]
    said = "，".join(f"{header}{cell}" for header, cell in asked or pairs)
    spans = (row.line, row.heading)
    evidence = tuple(passage_evidence(row.paper, collection, start=s.start, end=s.end) for s in spans)
    return Statement(text=f"{row.cells[0]}：{said}", evidence=evidence)


def _rows(paper: Paper) -> Iterator[_Row]:
    """The rows of a paper's tables whose first cell names them."""
    headers: tuple[str, ...] = ()
    heading = Span(start=0, end=0)
    at = 0
    for line in paper.text.split("\n"):
        cells = cells_of(line)
        span = Span(start=at, end=at + len(line))
        at += len(line) + 1
        if cells and all(re.fullmatch(r"[:\-\s]*", cell) for cell in cells):
            continue
        if len(cells) < _LEAST_NAME:
            headers = ()
        elif not headers:
            headers, heading = cells, span
        elif not any(_GRANTS.search(header) for header in headers):
            continue
        elif len(cells) == len(headers) and len(cells[0]) >= _LEAST_NAME and not cells[0].isdigit():
            yield _Row(paper=paper, headers=headers, cells=cells, line=span, heading=heading)
