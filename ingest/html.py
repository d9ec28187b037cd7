"""What does a web page say? The one door to selectolax: the article without the site around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from ingest.clean import clean, close_gaps, one_line
from ingest.dates import date_within, parse_date
from ingest.decode import decode
from ingest.errors import Unreadable
from ingest.furniture import heads_other_pages
from ingest.imprint import names_organ
from ingest.layout_tables import lays_out
from ingest.lines import is_caption
from ingest.loaded import Loaded, Stated, Writer
from ingest.pairs import pairs_in
from ingest.structure import paragraph_kinds
from ingest.tables import write_table
from ingest.wrapping import unwrapped
from vectorstore.document import BlockKind

_BLANKS = re.compile(r"[ \t\n\r\f\v]+")  # what a browser shows as one blank; an indent it keeps
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_DROPPED = (
    "script, style, noscript, template, nav, footer, aside, form, button, select, iframe, svg, object, "
    "embed, [hidden], [aria-hidden=true], [role=navigation], [role=banner], [role=contentinfo]"
)
_SITE_WORDS = (
    r"nav\w*|menu\w*|breadcrumbs?|crumbs?|footer|foot|sidebar|side|share\w*|social|pagination|pager|copyright"
    r"|toolbar|related|recommend\w*|comments?|ads?|advert\w*|banner|qrcode|login|search\w*"
)
_SITE_PARTS = re.compile(rf"(?:^|[-_ ])(?:{_SITE_WORDS})(?:$|[-_ ])", re.IGNORECASE)
_BODIES = (
    "article", "main", "[role=main]", "#UCAP-CONTENT", ".TRS_Editor", "#zoom", ".article-content",
    ".pages_content", ".article", "#article", "#content", ".content",
)  # fmt: skip
_BLOCKS = frozenset(
    {
        "address", "article", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset",
        "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p",
        "pre", "section", "summary", "table", "td", "th", "tr", "ul",
    }
)  # fmt: skip
_PLATFORMS = frozenset({"微信公众平台", "今日头条", "百家号", "搜狐网", "网易", "腾讯网", "新浪网"})
_INDEXED = re.compile(
    r"(?:索引号|信息索引|发布机构|发文机关|发布单位|公开(?:方式|范围|主体)|(?:主题|组配|体裁|信息)?分类|主题词|文号|发文字号|(?:发文|成文|发布|公开|生成|生效)日期|(?:信息)?名称"
    r"|标题|有效性|公文时效|内容概述)[：:]?"
)
_FEWEST_INDEXED = 3
_IMPRINTED = frozenset({"div", "p", "span", "li", "td", "h6"})
_LONGEST_IMPRINT = 120  # characters
_Piece = tuple[str, str | list[list[str]]]
_LEVELS = {f"h{depth}": depth for depth in range(1, 7)}
_HEADINGS = "h1, h2, h3"
_LEAST_HEADLINE = 8  # characters; 通知公告 heads a column of the site
_TITLE_TAIL = re.compile(r"\s*[_|—–-]+\s*[^_|—–-]{2,30}$")
_META = {
    "title": ("articletitle", "og:title"),
    "publisher": ("contentsource", "source", "og:site_name", "publisher", "sitename"),
    "published": ("pubdate", "publishdate", "article:published_time", "publish_time", "date", "dc.date"),
    "url": ("og:url",),
}


def load(data: bytes) -> Loaded:
    """The page's headings, paragraphs, lists and tables; menus, footers and scripts are left out.

    Raises: Unreadable if it is no text.
    """
    tree = LexborHTMLParser(_decoded(data))
    stated = _stated(tree)
    title = _title(tree)
    if not stated.publisher:
        stated = replace(stated, publisher=_site_named(tree))
    if tree.body is None:
        raise Unreadable("网页里没有正文")
    _prune(tree)
    writer = Writer()
    body = _body(tree)
    if headline := _headline_over(tree, body, title):
        writer.block("heading", headline, level=1)
    if (imprint := _imprint_over(tree, body)) and not stated.published:
        writer.block("boilerplate", imprint)
    for kind, level, content in _judged(list(_own(_pieces(body))), title):
        if isinstance(content, list) and _is_index(content):
            writer.block("boilerplate", "\n".join("\t".join(dict.fromkeys(row)) for row in content))
        elif isinstance(content, list):
            write_table(writer, content)
        else:
            writer.block(kind, content, level=level)
    return writer.loaded(stated=stated, title_hint=title)


def _decoded(data: bytes) -> str:
    declared = _CHARSET.search(data[:4096])
    if declared:
        name = declared.group(1).decode("ascii").lower()
        try:
            return data.decode("gb18030" if name in {"gb2312", "gbk"} else name)
        except (UnicodeDecodeError, LookupError):  # pages often declare another encoding than their own
            pass
    return decode(data)


def _stated(tree: Any) -> Stated:
    found: dict[str, str] = {}
    for node in tree.css("meta"):
        name = (node.attributes.get("name") or node.attributes.get("property") or "").lower()
        content = one_line(node.attributes.get("content") or "")
        if name and content:
            found.setdefault(name, content)
    said = {key: next((found[n] for n in names if n in found), "") for key, names in _META.items()}
    said["published"] = parse_date(said["published"])
    if said["publisher"] in _PLATFORMS:  # where it was put up, not by whom
        said["publisher"] = ""
    return Stated(**said)


def _title(tree: Any) -> str:
    node = tree.css_first("title")
    title = one_line(node.text()) if node is not None else ""
    return _TITLE_TAIL.sub("", title) or title


def _site_named(tree: Any) -> str:
    """The office whose site the page's title ends with: 招商动态 - 某市投资促进局; "" where it names none."""
    node = tree.css_first("title")
    tail = _TITLE_TAIL.search(one_line(node.text())) if node is not None else None
    name = tail.group().strip(" \u3000_|—–-") if tail else ""
    return name if names_organ(name) else ""


def _prune(tree: Any) -> None:
    """Take the site's own parts out of the page."""
    for node in tree.css(_DROPPED):
        node.decompose()
    whole = len(tree.body.text()) or 1
    for node in tree.css("[class], [id]"):
        names = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"
        # A wrapper with an unlucky name that holds the article is no part of the site.
        if node.tag != "body" and _SITE_PARTS.search(names) and len(node.text()) < whole / 3:
            node.decompose()
    for node in tree.css("ul, ol, div, p, table"):
        links = node.css("a")
        if len(links) >= 4 and node.parent is not None:
            text = len("".join(node.text().split())) or 1
            if sum(len("".join(link.text().split())) for link in links) > 0.8 * text:
                node.decompose()


def _body(tree: Any) -> Any:
    """The element that holds the article, where one holds most of the page's text."""
    whole = len(tree.body.text()) or 1
    for selector in _BODIES:
        for node in tree.css(selector):
            if len(node.text()) > 0.6 * whole:
                return node
    return tree.body


def _headline_over(tree: Any, body: Any, title: str) -> str:
    """The headline, where it is set as a heading over the article's element; "" where it stands inside."""
    if body.mem_id == tree.body.mem_id or body.css_first(_HEADINGS) is not None:
        return ""
    found = ""
    for node in tree.body.traverse():
        if node.mem_id == body.mem_id:
            break
        if node.tag in _LEVELS:
            words = one_line(node.text())
            named = len(words) > 1 and title.startswith(words)
            found = words if named or len(words) >= _LEAST_HEADLINE else found
    return "" if found in one_line(body.text()) else found


def _imprint_over(tree: Any, body: Any) -> str:
    """The line over the article's element that says when it was put up and by whom; "" without one."""
    found = ""
    for node in tree.body.traverse():
        if node.mem_id == body.mem_id:
            break
        if node.tag in _IMPRINTED and not any(one.tag in _BLOCKS for one in node.iter()):
            line = one_line(node.text())
            if len(line) <= _LONGEST_IMPRINT and date_within(line) and line not in found:
                found = line  # of a line whose parts are marked up one by one the whole
    return found


def _pieces(root: Any) -> Iterator[_Piece]:
    """(tag of the block, its text or a table's rows) in reading order; a stack, for pages nest deeply."""
    held: list[str] = []
    tag = "p"
    stack: list[tuple[Any, bool]] = [(root, False)]
    while stack:
        node, leaving = stack.pop()
        name = node.tag
        if name == "-text":
            said = node.text(deep=False)
            held.append(said if tag == "pre" else _BLANKS.sub(" ", said))
        elif name == "br" and not leaving:
            held.append("\n")
        elif leaving or name in _BLOCKS:
            yield from ((tag, line) for line in _flow(held, tag))
            held, tag = [], name if not leaving else "p"
        if leaving or name.startswith("-"):
            continue
        if name == "table" and not node.css("table table") and not lays_out(node):
            yield from (("p", one_line(caption.text())) for caption in node.css("caption"))
            yield "table", _rows(node)
            continue
        if name in _BLOCKS:
            stack.append((node, True))
        stack += [(child, False) for child in reversed(list(node.iter(include_text=True)))]
    yield from ((tag, line) for line in _flow(held, tag))


def _flow(held: list[str], tag: str) -> list[str]:
    """Inline text as a browser sets it, white space collapsed; a line for each <br> that does not wrap one,
    but headings on one."""
    text = clean("".join(held))
    whole = unwrapped(text) if tag not in _LEVELS and "\n" in text else text
    lines = [close_gaps(" ".join(line.split())) for line in whole.split("\n")]
    found = [line for line in lines if line]
    return [" ".join(found)] if tag in _LEVELS and found else found


def _rows(table: Any) -> list[list[str]]:
    """The table's grid, cells that span rows or columns repeated."""
    rows: list[list[str]] = []
    hanging: dict[int, tuple[int, str]] = {}  # column → rows still to fill, text
    for line in table.css("tr"):
        cells: list[str] = []
        for cell in [node for node in line.iter() if node.tag in {"td", "th"}]:
            _fill(cells, hanging)
            text = close_gaps(one_line(cell.text(separator=" ")))
            for _ in range(_span(cell, "colspan")):
                if (down := _span(cell, "rowspan")) > 1:
                    hanging[len(cells)] = (down - 1, text)
                cells.append(text)
        _fill(cells, hanging)
        rows.append(cells)
    return rows


def _fill(cells: list[str], hanging: dict[int, tuple[int, str]]) -> None:
    while len(cells) in hanging:
        column = len(cells)
        left, text = hanging.pop(column)
        if left > 1:
            hanging[column] = (left - 1, text)
        cells.append(text)


def _span(cell: Any, name: str) -> int:
    value = cell.attributes.get(name) or "1"
    return min(max(int(value), 1), 50) if value.isdigit() else 1


def _judged(pieces: list[_Piece], title: str) -> Iterator[tuple[BlockKind, int, str | list[list[str]]]]:
    """Each piece with its kind: by its tag, or by its words where the tag says nothing."""
    has_headings = any(tag in _LEVELS for tag, _ in pieces)
    loose = [
        text if isinstance(text, str) else "" for tag, text in pieces if tag not in _LEVELS and tag != "li"
    ]
    guesses = iter(paragraph_kinds(loose))
    for tag, content in pieces:
        kind, level = next(guesses) if tag not in _LEVELS and tag != "li" else ("paragraph", 0)
        if isinstance(content, list):
            yield "table", 0, content
        elif tag in _LEVELS:
            yield "heading", _LEVELS[tag], content
        elif content == title and kind != "boilerplate":
            yield "heading", 1, content
        elif tag == "li":
            yield "list", 0, content
        elif tag == "figcaption" or is_caption(content):
            yield "caption", 0, content
        elif kind == "heading" and has_headings and level <= 2 and "、" not in content[:3]:
            yield "paragraph", 0, content
        else:
            yield kind, level, content


def _own(pieces: Iterable[_Piece]) -> Iterator[_Piece]:
    """The pieces of the article: what stands under 相关新闻 behind most of the page is of others."""
    held = list(_paired(list(pieces)))
    lengths = [len(text) if isinstance(text, str) else sum(map(len, map("".join, text))) for _, text in held]
    for at, (tag, text) in enumerate(held):
        if isinstance(text, str) and heads_other_pages(text) and 2 * sum(lengths[:at]) > sum(lengths):
            return
        yield tag, text


def _paired(pieces: Sequence[_Piece]) -> Iterator[_Piece]:
    """The pieces, a number and its name set one over the other as one line."""
    lines = [text if isinstance(text, str) and tag in ("p", "div", "section") else "" for tag, text in pieces]
    first = set(pairs_in(lines))
    for at, piece in enumerate(pieces):
        if at in first:
            yield "li", f"{lines[at]} {lines[at + 1]}"
        elif at - 1 not in first:
            yield piece


def _is_index(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a table is the file card that a government's site sets over a paper."""
    cells = [cell for row in rows for cell in row]
    return sum(_INDEXED.fullmatch(cell.replace(" ", "")) is not None for cell in cells) >= _FEWEST_INDEXED
