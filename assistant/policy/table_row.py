"""What does a row of a paper's table grant or require, in the column asked for: 甲类总部的落户补助?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.passages.table_row import told_under
from assistant.passages.written_table import WrittenRow, written_rows
from assistant.policy.asked import asks_for_terms
from assistant.policy.headings import papers_of, repeated
from assistant.policy.rules import Paper, passage_evidence
from assistant.question import QuestionFrame
from language.pattern import pattern
from language.text import fold

_GRANTS = pattern(r"政策|奖|补|贴|资助|扶持|支持|标准|门槛|上限|限额|比例|条件|额度")
# Of parks and buildings: what they cost, bear and have to let.
_OF_SITES = pattern(
    r"租金|租价|售价|单价|价格|层高|承重|荷载|柱距|可租|可供|空置|剩余|电价|水价|气价|投资强度|亩均|容积率|能耗"
)
_UNITLESS = pattern(r"[（(][^（）()]*[）)]")
_OLD, _NEW = pattern(r"原|旧|修订前|调整前"), pattern(r"新|现|修订后|调整后")
_ASKS_OLD = pattern(r"原来|原先|原政策|以前|旧|之前|修订前|调整前|变|对比|比较|新旧")
_ASKS_NEW = pattern(r"现在|新|目前|如今|变|对比|比较|调整后")
_SAID = 0.5  # of the pairs of characters of a column's heading, that the question has
_LEAST_NAME = 2
_HOW_LONG = pattern(r"几年|几个月|多久|多长时间|年限|期限")
_TERM = pattern(r"年限|期限|时限|时长")


@dataclass(frozen=True, kw_only=True)
class TableRow:
    """A row of a paper's table."""

    paper: Paper
    written: WrittenRow


def answer_from_row(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The cells of the row that the question names, of the columns it asks for, else of all; None where it
    names no row, several, or an amount to work with."""
    if len(frame.period_labels) > 1:
        return None
    papers = papers_of(frame, collection)
    rows = [row for paper in papers for row in rows_of_sites(paper) if column_asked(row, frame)]
    if not rows and asks_for_terms(frame.text):
        rows = [row for paper in papers for row in _rows(paper, _GRANTS)]
    named = [(len(name), row) for row in rows if (name := _named(row, frame.text))]
    longest = max((size for size, _ in named), default=0)
    meant = [row for size, row in named if size == longest]
    if len(meant) != 1:
        return None
    return Draft(statements=(_told(meant[0], frame, collection),))


def rows_of_sites(paper: Paper) -> list[TableRow]:
    """The rows of a paper's tables of parks and buildings."""
    return list(_rows(paper, _OF_SITES))


def column_asked(row: TableRow, frame: QuestionFrame) -> int:
    """Which column of a table of sites the question asks for: their rent or what they bear, no figure of a
    year; 0 for none."""
    heads = [fold(_UNITLESS.sub("", name)) for name in row.written.columns]
    fits = [_asked_for(head, frame.text) for head in heads]
    best = max(fits[1:], default=0.0)
    return fits.index(best, 1) if best >= _SAID and not frame.period_labels else 0


def _asked_for(head: str, question: str) -> float:
    """How much of a column's heading the question repeats; all where it has the word for what it holds."""
    held = _OF_SITES.findall(head)
    return max(repeated(head, question), *(float(word in question) for word in held)) if held else 0.0


def _named(row: TableRow, question: str) -> str:
    """The name of a row that the question has: 领军人才(B类), 领军人才 or B类; "" where it has none."""
    name = fold(row.written.cells[0])
    parts = [part for part in re.split(r"[()]", name) if len(part) >= _LEAST_NAME]
    return next((each for each in (name, *parts) if each in question), "")


def _told(row: TableRow, frame: QuestionFrame, collection: Collection) -> Statement:
    told = row.written
    pairs = [(h, c) for h, c in zip(told.columns[1:], told.cells[1:], strict=True) if c and c not in "-—/"]
    pairs = _of_version(pairs, frame.text)
    heads = [fold(_UNITLESS.sub("", header)) for header, _ in pairs]
    fits = [_asked_for(head, frame.text) or repeated(head, frame.text) for head in heads]
    best = max(fits, default=0.0)
    asked = [pair for pair, fit in zip(pairs, fits, strict=True) if fit == best and best >= _SAID]
    if asked and _HOW_LONG.search(frame.text):
        asked += [pair for pair in pairs if _TERM.search(pair[0]) and pair not in asked]
    said = "，".join(told_under(header, cell) for header, cell in asked or pairs)
    spans = (told.line, told.heading)
    evidence = tuple(passage_evidence(row.paper, collection, start=s.start, end=s.end) for s in spans)
    return Statement(text=f"{told.cells[0]}：{said}", evidence=evidence)


def _of_version(pairs: list[tuple[str, str]], question: str) -> list[tuple[str, str]]:
    """Of a table of old and new the columns asked for: what holds now, unless what held before is asked."""
    old = [pair for pair in pairs if _OLD.match(pair[0])]
    new = [pair for pair in pairs if _NEW.match(pair[0])]
    if not old or not new:
        return pairs
    before, now = _ASKS_OLD.search(question), _ASKS_NEW.search(question)
    left_out = [] if before and now else new if before else old
    return [pair for pair in pairs if pair not in left_out]


def _rows(paper: Paper, columns: re.Pattern[str]) -> Iterator[TableRow]:
    """The rows of a paper's tables with such columns whose first cell names them."""
    for row in written_rows(paper.text):
        name = row.cells[0]
        if len(row.cells) != len(row.columns) or len(name) < _LEAST_NAME or name.isdigit():
            continue
        if any(map(columns.search, row.columns)):
            yield TableRow(paper=paper, written=row)
