"""Where in a document does another article begin, whose 我市 may be another city's?"""

from __future__ import annotations

import re

from language.value import replace
from vectorstore.document import Document

_NEAR = 2  # blocks below a headline
# Who wrote an article, or when and where it came out, stands over its first sentence or opens it.
_BYLINE = re.compile(
    r"□|■|[（(]?(?:本[报网台刊]|记者|通讯员|来源[:：]|作者[:：])|[^，。；\s]{2,10}讯[ \u3000（(]"
    r"|(?:19|20)\d\d[-年./]\d{1,2}[-月./]\d{1,2}日?[^，。；]{0,24}$"
)


def articles_of(document: Document) -> list[int]:
    """The blocks that begin an article, headlines of the first level with a byline; [] of one text."""
    blocks = document.blocks
    heads = [
        n
        for n, block in enumerate(blocks)
        if block.kind == "heading" and block.level == 1 and not _is_who_prints(document, n)
    ]
    lower = {n for n in heads if n - 1 in heads}  # lines of one headline
    heads = [n for n in heads if n not in lower]
    found = [n for n in heads if _is_signed(document, n, lower)] if len(heads) > 1 else []
    return found if len(found) > 1 or found[:1] > heads[:1] else []


def _is_who_prints(document: Document, index: int) -> bool:
    """滨海招商服务中心 over the date of a paper says who prints it, and heads no article."""
    block = document.blocks[index]
    return document.text[block.start : block.end].strip() == document.publisher


def _is_signed(document: Document, index: int, lower: set[int]) -> bool:
    while index + 1 in lower:
        index += 1
    below = document.blocks[index + 1 : index + 1 + _NEAR]
    first = [document.text[block.start : block.end].strip().split("\n")[0] for block in below]
    return any(_BYLINE.match(line) for line in first)


def article_at(document: Document, index: int, *, heads: list[int]) -> Document:
    """The article whose headline is this block, as if it were printed alone."""
    stop = next((n for n in heads if n > index), len(document.blocks))
    first, last = document.blocks[index], document.blocks[stop - 1]
    title = document.text[first.start : first.end]
    return replace(document, title=title, text=document.text[first.start : last.end])
