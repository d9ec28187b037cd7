"""How does the place behind a citation look? The passage marked in its surroundings, as safe HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from assistant.answer import Citation
from ui.format import date_label
from ui.format_page import pages_html
from vectorstore.document import Block, Document

WINDOW_CHARS = 1_200
BESIDE_CHARS = 200
WHOLE_CHARS = 60_000
Span = tuple[int, int]


def source_html(
    document: Document, citation: Citation, *, turn: int = 0, window_chars: int = WINDOW_CHARS
) -> str:
    """The document around a citation: title, facts, a link to the original, the printed page with the
    passage marked where there is one, the text with the passage in <mark>.

    `window_chars` are shown before and after the passage, cut at paragraphs.
    """
    span = locate(document.text, citation)
    if span is None:
        return _head(document, citation) + _lost(citation)
    printed = pages_html(document, *span)
    # Beside the printed page the text needs to show less around the passage.
    window = BESIDE_CHARS if printed and window_chars < WHOLE_CHARS else window_chars
    shown = _shown(document, span, window)
    before = '<p class="cut">前文略</p>' if shown[0].start > _first(document) else ""
    after = '<p class="cut">后文略</p>' if shown[-1].end < len(document.text.rstrip()) else ""
    body = "".join(_block(document.text, block, span) for block in shown)
    paper = f'<div class="paper">{before}{body}{after}</div>'
    more = _more(citation, turn) if before + after else ""
    return _head(document, citation) + printed + paper + more


def locate(text: str, citation: Citation) -> Span | None:
    """Where the quote stands now; None if the document was replaced and no longer holds it."""
    if text[citation.start : citation.end] == citation.quote:
        return citation.start, citation.end
    found = text.find(citation.quote) if citation.quote else -1
    return None if found < 0 else (found, found + len(citation.quote))


def _head(document: Document, citation: Citation) -> str:
    facts = (
        document.publisher,
        document.number,
        date_label(document.published, inferred=document.published_basis == "inferred"),
        f"第{citation.page}页" if citation.page else "",
        citation.section,
    )
    page = f"#page={citation.page}" if citation.page else ""
    return (
        f"<header><h3>{escape(document.title or document.name)}</h3>"
        f'<p class="meta">{escape(" · ".join(fact for fact in facts if fact))}</p>'
        f'<p class="file"><a href="/api/v1/documents/{escape(document.id)}/original{page}" target="_blank"'
        f' rel="noopener">打开原件</a><span>{escape(document.name)}</span></p></header>'
    )


def _lost(citation: Citation) -> str:
    return (
        '<p class="cut">资料在回答之后更新过，下面这段引文在现在的文本里已找不到。请重新提问。</p>'
        f'<div class="paper"><p><mark>{escape(citation.quote)}</mark></p></div>'
    )


def _more(citation: Citation, turn: int) -> str:
    place = f'data-turn="{turn}" data-cite="{citation.marker}"'
    return f'<p><button type="button" class="plain" data-more="1" {place}>展开全文</button></p>'


def _shown(document: Document, span: Span, window_chars: int) -> list[Block]:
    start, end = span[0] - window_chars, span[1] + window_chars
    blocks = [block for block in _blocks(document) if block.end > start and block.start < end]
    return blocks or [Block(kind="paragraph", start=span[0], end=span[1])]


def _blocks(document: Document) -> Iterator[Block]:
    """The document's blocks with its unmarked stretches as paragraphs, so that nothing is hidden."""
    at = 0
    for block in sorted(document.blocks, key=lambda each: each.start):
        yield from _lines(document.text, at, block.start)
        if block.end > at:
            yield Block(kind=block.kind, start=max(at, block.start), end=block.end, level=block.level)
        at = max(at, block.end)
    yield from _lines(document.text, at, len(document.text))


def _lines(text: str, start: int, end: int) -> Iterator[Block]:
    for match in re.finditer(r"[^\n]*\S[^\n]*", text[start:end]):
        yield Block(kind="paragraph", start=start + match.start(), end=start + match.end())


def _first(document: Document) -> int:
    return len(document.text) - len(document.text.lstrip())


def _block(text: str, block: Block, span: Span) -> str:
    if block.kind == "table":
        return _table(text, block, span)
    content = _marked(text, (block.start, block.end), span)
    if block.kind == "heading":
        return f"<h4>{content}</h4>"
    kind = ' class="aside"' if block.kind in ("boilerplate", "caption") else ""
    return f"<p{kind}>{content}</p>"


def _table(text: str, block: Block, span: Span) -> str:
    rows = list(_rows(text, block))
    width = max((len(row) for row in rows), default=1)
    body = "".join(f"<tr>{_row(text, row, span, width=width)}</tr>" for row in rows)
    return f'<div class="scroll"><table><tbody>{body}</tbody></table></div>'


def _rows(text: str, block: Block) -> Iterator[list[Span]]:
    """Where each cell stands, row by row; the rule under a pipe table's heading is no row."""
    source = text[block.start : block.end]
    separator = "|" if source.lstrip().startswith("|") else "\t"
    for line in re.finditer(r"[^\n]+", source):
        if separator == "|" and re.fullmatch(r"[|\s:-]+", line.group()):
            continue
        edge = line.group().strip("| ") if separator == "|" else line.group()
        yield list(_cells(edge, block.start + line.start() + line.group().find(edge), separator))


def _row(text: str, cells: list[Span], span: Span, *, width: int) -> str:
    if len(cells) == 1:  # a remark under the table, not a first cell
        return f'<td colspan="{width}">{_marked(text, cells[0], span)}</td>'
    shown = [f"<td>{_marked(text, cell, span)}</td>" for cell in cells]
    return "".join([*shown, *["<td></td>"] * (width - len(cells))])


def _cells(line: str, start: int, separator: str) -> Iterator[Span]:
    for cell in line.split(separator):
        yield start, start + len(cell)
        start += len(cell) + len(separator)


def _marked(text: str, piece: Span, span: Span) -> str:
    start, end = max(piece[0], span[0]), min(piece[1], span[1])
    if start >= end:
        return _lined(text[piece[0] : piece[1]])
    before, inside, after = text[piece[0] : start], text[start:end], text[end : piece[1]]
    return f"{_lined(before)}<mark>{_lined(inside)}</mark>{_lined(after)}"


def _lined(text: str) -> str:
    return escape(text).replace("\n", "<br>")
