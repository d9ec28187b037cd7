"""Which part of a sentence that goes through several places tells of the one asked about: A县做…；B县做…?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.passages.sentences import Sentence
from language.place import Place, short_name

_PIECE = re.compile(r"[^；;]+")
_LEAD = re.compile(r"^[^；;，,]{0,12}[，,]?[^；;：:]{0,40}[：:]")


def own_part(sentence: Sentence, place: Place) -> Sentence:
    """The one part between semicolons that names the place, where another part names other places alone; else
    the sentence as it is."""
    others = [short_name(name) for name in sentence.places if name != place.name]
    if sentence.columns or not others:
        return sentence
    parts = list(_parts(sentence))
    own = [part for part in parts if place.short in part.text]
    beside = [part for part in parts if part not in own and any(other in part.text for other in others)]
    return own[0] if len(own) == 1 and beside else sentence


def _parts(sentence: Sentence) -> Iterator[Sentence]:
    """What stands between the semicolons, without the words that lead to the first of them."""
    lead = _LEAD.match(sentence.text)
    for match in _PIECE.finditer(sentence.text, lead.end() if lead else 0):
        text = match.group()
        start = sentence.start + match.start() + len(text) - len(text.lstrip())
        stripped = text.strip()
        yield replace(sentence, text=stripped, start=start, end=start + len(stripped))
