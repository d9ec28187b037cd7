"""Which row of a table of sites has the most or the least of a column: 哪个园区租金最低?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant.collection import Collection
from assistant.draft import Draft, DraftRow, Statement
from assistant.policy.headings import papers_of
from assistant.policy.rules import passage_evidence
from assistant.policy.table_row import TableRow, column_asked, rows_of_sites
from assistant.question import QuestionFrame

_ASKED = re.compile(r"哪(?:个|家|处|里|些|一个)|谁")
_LEAST = re.compile(r"最(?:低|少|小|便宜|实惠|矮)")
_MOST = re.compile(r"最(?:高|多|大|贵)")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def rank_rows(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The row with the least or the most of the column asked for, with all rows in that order; None where no
    table of sites has the column, or a cell of it tells several numbers that are no range."""
    least, most = _LEAST.search(frame.text), _MOST.search(frame.text)
    if not _ASKED.search(frame.text) or bool(least) == bool(most):
        return None
    for paper in papers_of(frame, collection):
        rows = [row for row in rows_of_sites(paper) if column_asked(row, frame)]
        valued = [(value, row) for row in rows if (value := _value(row, frame)) is not None]
        if len(valued) < 2 or len(valued) < len(rows) or len({r.written.columns for r in rows}) > 1:
            continue
        valued.sort(key=lambda each: each[0], reverse=bool(most))
        return _told([row for _, row in valued], frame, collection)
    return None


def _value(row: TableRow, frame: QuestionFrame) -> Decimal | None:
    """The lower end of what the cell tells; None where it tells no number or more than a range."""
    numbers = _NUMBER.findall(row.written.cells[column_asked(row, frame)])
    return Decimal(numbers[0]) if 0 < len(numbers) <= 2 else None


def _told(rows: Sequence[TableRow], frame: QuestionFrame, collection: Collection) -> Draft:
    first = rows[0].written
    at = column_asked(rows[0], frame)
    evidence = [
        (passage_evidence(row.paper, collection, start=row.written.line.start, end=row.written.line.end),)
        for row in rows
    ]
    heading = passage_evidence(rows[0].paper, collection, start=first.heading.start, end=first.heading.end)
    superlative = next(match.group() for each in (_LEAST, _MOST) if (match := each.search(frame.text)))
    said = f"{first.cells[0]}{superlative}，{first.columns[at]}{first.cells[at]}"
    return Draft(
        statements=(Statement(text=said, evidence=(*evidence[0], heading)),),
        columns=(first.columns[0], first.columns[at]),
        rows=tuple(
            DraftRow(cells=(row.written.cells[0], row.written.cells[at]), evidence=(*own, heading))
            for row, own in zip(rows, evidence, strict=True)
        ),
    )
