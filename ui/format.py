"""How does an Answer look on a page? Safe HTML from an allow-list of tags, without knowing Gradio."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from html import escape
from types import MappingProxyType

from assistant.answer import Answer, Citation, Table
from language.text import fold
from ui import markdown

SHOWN_CARDS = 4
NARROW_COLUMNS = 3
_NUMBER = re.compile(r"^[约超近逾]?[-−+]?\d[\d,.]*\s*(?:%|(?!年)[^\d\s]{0,6})$")  # 2025年一季度 is no number
_INFERRED = re.compile(r"^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$")
_NONE: Mapping[str, str] = MappingProxyType({})


def label(answer: Answer) -> str:
    """Who worded the answer, as the labelling rules want it said: 原文摘录, or AI生成 with its content id."""
    if answer.worded_by == "model":
        return f"AI生成 · 编号 {content_id(answer)}"
    sure = all(citation.certain for citation in answer.citations)
    return "原文摘录" if sure else "扫描件文字识别，待核对原件"


def content_id(answer: Answer) -> str:
    """Twelve hexadecimal digits that follow from the question and the text alone."""
    return hashlib.sha256(f"{answer.question}\n{answer.text}".encode()).hexdigest()[:12]


def date_label(published: str, *, inferred: bool = False) -> str:
    """A date as a reader expects it: 2025年4月18日, 2025年（推断）, or 日期不详."""
    match = _INFERRED.match(published)
    if not match:
        return published or "日期不详"
    units = zip(match.groups(), "年月日", strict=True)
    spelt = "".join(f"{int(value)}{unit}" for value, unit in units if value)
    return f"{spelt}（推断）" if inferred else spelt


def text_html(text: str, *, cited: Mapping[int, str], turn: int) -> str:
    """An answer's Markdown as HTML; `cited` maps each marker that resolves to its source's title.

    Everything is escaped; what comes out are paragraphs, lists, tables, bold and links to its own citations.
    """

    def line(source: str) -> str:
        return markdown.inline(
            source,
            plain=escape,
            bold=lambda inner: f"<strong>{inner}</strong>",
            cite=lambda marker: (
                chip(marker, turn=turn, title=cited[marker]) if marker in cited else f"[{marker}]"
            ),
        )

    def part(piece: markdown.Part) -> str:
        if isinstance(piece, markdown.Grid):
            return _grid(piece.columns, [[(cell, line(cell)) for cell in row] for row in piece.rows])
        if isinstance(piece, markdown.Items):
            items = "".join(f"<li>{line(item)}</li>" for item in piece.items)
            return f"<ul>{items}</ul>" if piece.first is None else f'<ol start="{piece.first}">{items}</ol>'
        body = "<br>".join(line(each) for each in piece.lines)
        return f"<p><strong>{body}</strong></p>" if piece.heading else f"<p>{body}</p>"

    return "".join(part(piece) for piece in markdown.parse(text))


def chip(marker: int, *, turn: int, title: str = "") -> str:
    """The clickable [n] behind a statement."""
    return (
        f'<a class="cite" href="#cite-{turn}-{marker}" data-turn="{turn}" data-cite="{marker}"'
        f' aria-label="来源{marker}：{escape(title)}" title="{escape(title)}">{marker}</a>'
    )


def without_notes(answer: Answer) -> str:
    """The answer's text without the notes that close it, for a place that shows them on their own."""
    told = {f"（{note}）" for note in answer.notes}
    return "\n".join(line for line in answer.text.split("\n") if line.strip() not in told).rstrip()


def answer_html(answer: Answer, *, turn: int, asked: str = "", inferred: Mapping[str, str] = _NONE) -> str:
    """The whole answer: how the question was understood, text, table, notes, label and citation cards.

    `inferred` maps a document's id to its inferred date, for citations that have no stated one.
    """
    cited = {each.marker: each.title or each.document for each in answer.citations}
    body = text_html(without_notes(answer), cited=cited, turn=turn)
    if answer.table is not None and "<table" not in body:
        body += table_html(answer.table, cited=cited, turn=turn)
    kind = "answer refused" if answer.refused else "answer"
    return (
        f'<div class="{kind}">{_understood(answer, asked)}<div class="body">{body}</div>'
        f"{notes_html(answer.notes)}{_foot(answer)}</div>"
        f"{cards_html(answer.citations, turn=turn, inferred=inferred)}"
    )


def table_html(table: Table, *, cited: Mapping[int, str], turn: int) -> str:
    """The structured table, each row followed by the sources behind it."""
    rows = []
    for row in table.rows:
        chips = "".join(
            chip(marker, turn=turn, title=cited[marker]) for marker in row.markers if marker in cited
        )
        rows.append([(cell, escape(cell)) for cell in row.cells] + [("", chips)])
    return _grid((*table.columns, "来源"), rows)


def notes_html(notes: Sequence[str]) -> str:
    """What the reader must know before using the figure, one line a note; "" without notes."""
    if not notes:
        return ""
    items = "".join(f"<li>{escape(note)}</li>" for note in notes)
    return f'<ul class="notes" aria-label="说明">{items}</ul>'


def cards_html(citations: Sequence[Citation], *, turn: int, inferred: Mapping[str, str] = _NONE) -> str:
    """A card for each citation; beyond the first few they fold away."""
    if not citations:
        return ""
    cards = [card_html(citation, turn=turn, inferred=inferred) for citation in citations]
    shown, folded = cards[:SHOWN_CARDS], cards[SHOWN_CARDS:]
    if len(folded) == 1:  # a fold that hides one card costs more room than the card
        shown, folded = cards, []
    more = (
        f"<details><summary>其余 {len(folded)} 条来源</summary>{''.join(folded)}</details>" if folded else ""
    )
    return f'<div class="cards" aria-label="来源">{"".join(shown)}{more}</div>'


def card_html(citation: Citation, *, turn: int, inferred: Mapping[str, str] = _NONE) -> str:
    """One citation: number, title, where it stands, and the quote."""
    target = (
        f'href="#source" id="cite-{turn}-{citation.marker}" data-turn="{turn}" data-cite="{citation.marker}"'
    )
    return (
        f'<a class="card" {target}><span class="no">{citation.marker}</span>'
        f'<span class="title">{escape(citation.title or citation.document)}</span>'
        f'<span class="meta">{escape(where(citation, inferred=inferred))}</span>'
        f'<span class="quote">{escape(named_cells(citation) or citation.quote)}</span></a>'
    )


def named_cells(citation: Citation) -> str:
    """The cells of a quoted row, each behind its column's name: 区县：东港区；合同额（亿元）：118.6.

    Cells and names are as printed; what is left blank is left out; "" of a quote that is no row.
    """
    cells = [
        cell.strip()
        for cell in citation.quote.strip().strip("|").split("|" if "|" in citation.quote else "\t")
    ]
    pairs = zip(citation.columns, cells, strict=False)
    return "；".join(f"{name}：{cell}" if name else cell for name, cell in pairs if cell)


def where(citation: Citation, *, inferred: Mapping[str, str] = _NONE) -> str:
    """Publisher, date, page and section of a citation, as far as they are known, separated by middle dots."""
    guess = inferred.get(citation.document_id, "")
    date = date_label(citation.published) if citation.published else date_label(guess, inferred=bool(guess))
    page = f"第{citation.page}页" if citation.page else ""
    doubt = "" if citation.certain else "识别不确定"
    return " · ".join(piece for piece in (citation.publisher, date, page, citation.section, doubt) if piece)


def _understood(answer: Answer, asked: str) -> str:
    question = answer.question.strip()
    if not question or _spoken(question) == _spoken(asked):
        return ""
    return f'<p class="understood">理解为：{escape(question)}</p>'


def _spoken(question: str) -> str:
    return re.sub(r"[\W_]+", "", fold(question))


def _foot(answer: Answer) -> str:
    return (
        f'<div class="foot"><span class="label">{escape(label(answer))}</span>'
        '<button type="button" class="copy" data-copy="answer">复制</button></div>'
    )


def _grid(columns: Sequence[str], rows: Sequence[Sequence[tuple[str, str]]]) -> str:
    """Rows of (what is shown as text, its HTML): numbers stand right so that they can be compared."""
    sides = [_side([row[at][0] for row in rows]) for at in range(len(columns))]
    head = "".join(f"<th{side}>{escape(column)}</th>" for column, side in zip(columns, sides, strict=True))
    heads = [f'data-label="{escape(column)}"{side}' for column, side in zip(columns, sides, strict=True)]
    lines = (zip(row, heads, strict=True) for row in rows)
    body = "".join(
        "<tr>" + "".join(f"<td {told}>{html}</td>" for (_, html), told in line) + "</tr>" for line in lines
    )
    # A phone sets a wide table as one block a row, each cell under its heading.
    kind = "wide" if len(columns) > NARROW_COLUMNS else "narrow"
    table = f'<table class="{kind}"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
    return f'<div class="scroll">{table}</div>'


def _side(cells: Sequence[str]) -> str:
    bare = [re.sub(r"\[\d+\]|\*\*", "", cell).strip() for cell in cells]
    numbers = [cell for cell in bare if _NUMBER.match(cell)]
    return ' class="number"' if numbers and len(numbers) == len([cell for cell in bare if cell]) else ""
