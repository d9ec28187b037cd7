"""How does an Answer read in a terminal or in a memo it is pasted into?"""

from __future__ import annotations

from assistant.answer import Answer, Citation
from ui import markdown, terminal
from ui.format import label, named_cells, where, without_notes


def answer_text(answer: Answer) -> str:
    """The answer with its [n], then notes, then the numbered sources with their quotes."""
    parts = [_body(answer)]
    if answer.notes:
        parts.append("\n".join(f"说明：{note}" for note in answer.notes))
    if answer.citations:
        sources = "\n".join(source_text(citation) for citation in answer.citations)
        parts.append(f"来源（{label(answer)}）\n{sources}")
    return "\n\n".join(parts)


def source_text(citation: Citation) -> str:
    """One numbered source: 标题, 来源, 日期, 页, and the quote on a line of its own, a row's cells named."""
    lines = [line.strip() for line in citation.quote.strip().split("\n") if line.strip()]
    lines = [f"“{lines[0]}", *lines[1:]] if lines else ["“"]
    lines[-1] += "”"
    head = f"[{citation.marker}] {citation.title or citation.document} · {where(citation)}"
    return "\n    ".join((head, *lines, *filter(None, [named_cells(citation)])))


def _body(answer: Answer) -> str:
    pieces = markdown.parse(without_notes(answer))
    blocks = [_part(piece) for piece in pieces]
    if answer.table is not None and not any(isinstance(piece, markdown.Grid) for piece in pieces):
        rows = [[*row.cells, "".join(f"[{marker}]" for marker in row.markers)] for row in answer.table.rows]
        blocks.append(terminal.table((*answer.table.columns, "来源"), rows))
    return "\n\n".join(blocks)


def _part(piece: markdown.Part) -> str:
    if isinstance(piece, markdown.Grid):
        return terminal.table(piece.columns, [[_line(cell) for cell in row] for row in piece.rows])
    if isinstance(piece, markdown.Items):
        first = piece.first
        signs = ["-" if first is None else f"{first + at}." for at in range(len(piece.items))]
        return "\n".join(f"{sign} {_line(item)}" for sign, item in zip(signs, piece.items, strict=True))
    return "\n".join(_line(line) for line in piece.lines)


def _line(text: str) -> str:
    return markdown.inline(text, plain=str, bold=str, cite=lambda marker: f"[{marker}]")
