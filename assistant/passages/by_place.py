"""Which part of a sentence that goes through several places tells of the one asked about: A县做…；B县做…?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.matching import SYNONYM, term_match
from assistant.passages.sentences import Sentence
from language.place import Place, short_name
from language.text import fold

_PIECE = re.compile(r"[^；;]+")
_LEAD = re.compile(r"^[^；;，,]{0,12}[，,]?[^；;：:]{0,40}[：:]")


def own_part(sentence: Sentence, place: Place, terms: Sequence[str] = ()) -> Sentence:
    """The one part between semicolons that names the place, where another part names other places alone; else
    the sentence as it is, as where another part says more of the `terms` asked."""
    others = [short_name(name) for name in sentence.places if name != place.name]
    if sentence.columns or not others:
        return sentence
    parts = list(_parts(sentence))
    own = [part for part in parts if place.short in part.text]
    beside = [part for part in parts if part not in own and any(other in part.text for other in others)]
    if len(own) != 1 or not beside:
        return sentence
    said = [sum(term in fold(part.text) for term in terms) for part in (own[0], *beside)]
    return own[0] if said[0] == max(said) else sentence


def named_part(sentence: Sentence, names: Sequence[str]) -> Sentence:
    """The one part between semicolons that says one of the names; the sentence as it is where several parts
    say one, or none: 总投资17亿元的甲项目…；总投资5亿元的乙项目…"""
    if sentence.columns or not names:
        return sentence
    parts = list(_parts(sentence))
    own = [part for part in parts if any(name in fold(part.text) for name in names)]
    return own[0] if len(own) == 1 < len(parts) and _WHOLE.search(own[0].text) else sentence


def doing_part(sentence: Sentence, terms: Sequence[str]) -> Sentence:
    """Of 甲县、乙县作了发言；丙县作了表态 the one part that says most of the `terms` asked who did it;
    the sentence as it is where none says more than the others."""
    parts = [] if sentence.columns else list(_parts(sentence))
    said = [sum(term_match(term, fold(part.text)) >= SYNONYM for term in terms) for part in parts]
    most = max(said, default=0)
    return parts[said.index(most)] if len(parts) > 1 and most and said.count(most) == 1 else sentence


_WHOLE = re.compile(r"[，,]|[一-鿿]{12}")  # a part that says something of what it names


def _parts(sentence: Sentence) -> Iterator[Sentence]:
    """What stands between the semicolons, without the words that lead to the first of them."""
    lead = _LEAD.match(sentence.text)
    at = lead.end() if lead else 0
    pieces = list(_PIECE.finditer(sentence.text, at))
    if len(pieces) == 1 and len(sentence.places) > 1:  # 甲县设立…，乙县依托…，丙县则承接…
        led = "|".join(re.escape(short_name(name)) for name in sentence.places)
        pieces = list(re.compile(rf"(?:^|(?<=，))(?={led})(?:(?!，(?:{led})).)+").finditer(sentence.text, at))
    for match in pieces:
        text = match.group()
        start = sentence.start + match.start() + len(text) - len(text.lstrip())
        stripped = text.strip()
        yield replace(sentence, text=stripped, start=start, end=start + len(stripped))
