"""Which policy paper does a question name by its whole title, and which does an earlier answer quote?"""

from __future__ import annotations

import re

from assistant.collection import Collection
from assistant.policy.term import asks_when_in_force
from assistant.versions import is_policy
from language.text import fold

_MARKS = re.compile(r"\[\d+\]|\*+")
_PIECES = re.compile(r"[。；;\n|]|(?<=[一-鿿）)])[:：]")
_LEAST, _MOST = 8, 6  # characters of a piece, pieces looked up
_FOUND = 5
_TITLE = re.compile(r"《(?P<title>[^《》]{4,80})》(?:的|里|中)?")


def paper_quoted(answer: str, collection: Collection) -> str:
    """The title of the only policy paper that the sentences of an answer stand in, 关于印发 left out; "" for
    none or several. A talk keeps no citations, but the words are the paper's."""
    titles: dict[str, str] = {}
    for piece in _pieces(answer):
        for hit in collection.search(piece, k=_FOUND):
            told = f"{hit.document.title}\n{hit.passage.text}"
            if is_policy(hit.document) and piece in _squeezed(told):
                titles[hit.document.id] = hit.document.title
                break
    if len(titles) != 1:
        return ""
    title = next(iter(titles.values()))
    inner = _TITLE.search(title)
    return inner["title"] if inner else title


def _pieces(answer: str) -> list[str]:
    """The first clauses of an answer that are long enough to be one paper's own; titles without 《》."""
    said = _TITLE.sub(lambda named: f"。{named['title']}。", _MARKS.sub("", answer))
    return [piece for each in _PIECES.split(said) if len(piece := _squeezed(each)) >= _LEAST][:_MOST]


def within_paper(text: str, collection: Collection) -> tuple[str, frozenset[str]]:
    """The question with 政策 for the title it begins with, and the papers of that title; as it is where no
    paper has it, or where it asks whether one still holds, which another one tells."""
    named = _TITLE.match(text)
    if named is None or asks_when_in_force(f"政策{text[named.end() :]}"):
        return text, frozenset()
    title = _squeezed(named["title"])
    found = {hit.document.id: hit.document for hit in collection.search(named["title"], k=_FOUND)}
    within = frozenset(key for key, one in found.items() if title in _squeezed(one.title))
    places = [mention.place.name for mention in collection.places.find(fold(named["title"]))]
    short = f"{places[0] if len(places) == 1 else ''}政策"
    return (short + text[named.end() :], within) if within else (text, within)


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", fold(text))
