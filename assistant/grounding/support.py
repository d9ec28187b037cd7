"""Is a sentence without figures carried by what it cites, or is it the model's own knowledge?"""

from __future__ import annotations

import re
from collections.abc import Mapping

from assistant.evidence import Evidence
from assistant.grounding.printed import Source
from assistant.grounding.repair import GONE, tidied
from assistant.grounding.statements import Statement, statements
from language.naming import find_names
from language.place import PlaceNames, learn_places
from language.text import fold
from language.words import QUESTION_WORDS, STOP_WORDS, words

_LEAST = 0.5  # of a sentence's words must stand in the evidence, the question or the title
_SHORT = 8
_NOT_TOLD = re.compile(
    r"没有|未(?:提|载|见|找|披露|公布|说明|给出|涉及|查)|查不到|找不到|不可直接比较|口径不同"
)


def unsupported(text: str, evidence: Mapping[int, Evidence], *, question: str) -> tuple[str, int]:
    """The text without sentences that nothing they cite carries, and how many went."""
    places = learn_places(fold("\n".join((text, question, *(piece.text for piece in evidence.values())))))
    sources = {number: Source(piece, places=places) for number, piece in evidence.items()}
    gone = [
        said for said in statements(text) if not _is_carried(said, sources, question=question, places=places)
    ]
    for said in reversed(gone):
        text = text[: said.start] + GONE + text[said.end :]
    return (tidied(text), len(gone)) if gone else (text, 0)


def _is_carried(said: Statement, sources: Mapping[int, Source], *, question: str, places: PlaceNames) -> bool:
    plain = re.sub(r"\ue000", "", said.reading.text)
    if said.is_row or said.is_heading or plain.rstrip("* ").endswith((":", "：")):
        return True
    cited = [sources[mark.number] for mark in said.marks if mark.number in sources]
    if not cited:
        return len(plain) < _SHORT or bool(_NOT_TOLD.search(plain))
    around = fold(question) + "".join(source.around for source in cited)
    named = [name.text for name in find_names(plain)] + [found.place.short for found in places.find(plain)]
    if any(name not in around and not _nearly(name, around) for name in named):
        return False
    content = [
        word
        for word in words(plain)
        if word not in STOP_WORDS and word not in QUESTION_WORDS and len(word) > 1
    ]
    held = sum(word in around for word in content)
    return not content or held / len(content) >= _LEAST


def _nearly(name: str, text: str) -> bool:
    """Whether most of a name's character pairs are there: 启明储能项目 for 启明储能电芯项目."""
    pairs = [name[at : at + 2] for at in range(len(name) - 1)]
    return bool(pairs) and sum(pair in text for pair in pairs) / len(pairs) >= 0.6
