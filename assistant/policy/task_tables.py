"""Which tasks does a table of tasks give to a body: 牵头单位, 责任部门, 配合单位?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from assistant.collection import Collection
from assistant.draft import Draft, DraftRow, Statement
from assistant.passages.written_table import WrittenRow, written_rows
from assistant.policy.rules import Paper, passage_evidence
from assistant.question import QuestionFrame
from vectorstore.document import Document

_BODIES = re.compile(r"(?:牵头|责任|主办|主责|配合|协办|负责|承办|参与|落实)(?:单位|部门|主体|领导|人)?")
_TASK = re.compile(r"任务|事项|工作|举措|措施|项目|内容")
_WHEN = re.compile(r"时限|时间|期限|进度")
_ASKED = re.compile(
    r"(?:负责|牵头|承担|主办|配合|协办|参与|落实)(?:的|了)?(?:(?:重点|主要|具体)?(?:任务|工作|事项)?)?(?:是|有)?(?:哪些|哪几|哪一?[项个件]|什么|几[项个件])"
    r"|(?:哪些|哪几|什么)(?:重点)?(?:任务|工作|事项|事)[^,。;?？]{0,4}(?:由|归)"
)
_HELPS = re.compile(r"配合|协办|参与")
_APART = re.compile(r"[、,，;；/\s]+|(?<=[局委办会府院心])和")
_SEARCHED = 12


def tasks_of_body(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The rows of task tables that name the body asked about; None where none is asked for or none names it.

    A question for what a body leads leaves out the columns of those that help (配合单位), and the reverse.
    """
    if not _ASKED.search(frame.text):
        return None
    hits = collection.search(frame.query, k=_SEARCHED, documents=frame.within or None)
    for document in {hit.document.id: hit.document for hit in hits}.values():
        text = collection.text(document.id)
        own = [(line, at) for line in task_lines(text) if (at := _named_in(line, frame)) is not None]
        if own:
            return _listed(document, text, own, collection)
    return None


def task_lines(text: str) -> Iterator[WrittenRow]:
    """The rows of tables with a column of bodies, in the document's order."""
    for row in written_rows(text):
        if len(row.cells) == len(row.columns) and any(map(_BODIES.fullmatch, row.columns)):
            yield row


def when_column(row: WrittenRow) -> int | None:
    """The column that says until when; None where there is none."""
    return next((at for at, name in enumerate(row.columns) if _WHEN.search(name)), None)


def shown_columns(row: WrittenRow, *, body: int | None = None) -> list[int]:
    """The columns that say what is to be done, by whom (of column `body`, else the first of bodies) and until
    when, in this order."""
    names = row.columns
    task = next((at for at, name in enumerate(names) if _TASK.search(name)), 0)
    who = body if body is not None else next(at for at, name in enumerate(names) if _BODIES.fullmatch(name))
    when = when_column(row)
    return [task, who, *([when] if when is not None else [])]


def _named_in(line: WrittenRow, frame: QuestionFrame) -> int | None:
    """The column whose cell names the body that the question names."""
    helps = bool(_HELPS.search(frame.text))
    for column, (heading, cell) in enumerate(zip(line.columns, line.cells, strict=True)):
        if not _BODIES.fullmatch(heading) or bool(_HELPS.search(heading)) != helps:
            continue
        bodies = [body for body in _APART.split(cell) if len(body) >= 3]
        if any(name in frame.text for body in bodies for name in names_of_body(body)):
            return column
    return None


def names_of_body(body: str) -> tuple[str, ...]:
    """市投资促进局 is called 投资促进局 too."""
    name = body.strip()
    return (name, name[1:]) if len(name) > 3 and name[0] in "省市区县州" else (name,)


def _listed(
    document: Document, text: str, own: list[tuple[WrittenRow, int]], collection: Collection
) -> Draft:
    first = own[0][0]
    shown = shown_columns(first, body=own[0][1])
    task = shown[0]
    paper = Paper(document=document, text=text, clauses=())
    rows = tuple(
        DraftRow(
            cells=tuple(line.cells[at] or "未注明" for at in shown),
            evidence=(passage_evidence(paper, collection, start=line.line.start, end=line.line.end),),
        )
        for line, _ in own
    )
    lead = Statement(
        text=f"共{len(own)}项：{'、'.join(line.cells[task] for line, _ in own)}",
        evidence=tuple(evidence for row in rows for evidence in row.evidence),
        derived=(Decimal(len(own)),),
    )
    return Draft(statements=(lead,), columns=tuple(first.columns[at] for at in shown), rows=rows)
