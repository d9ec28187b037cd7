"""Which texts speak of the very thing asked about and do not answer? Copies of the right ones, spoilt.

The other passages of a shortlist mostly speak of something else, so that from them alone a reranker learns to
count words. Beside copies of the right document without its answer it must look at whether anything answers:
once only the answer's own characters are taken out, once the sentences that hold it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from language.text import fold
from vectorstore.lexical_search import Shortlist
from vectorstore.shortlisted import Text

_SENTENCES = re.compile(r"[^。！？!?；;\n]+[。！？!?；;\n]*")
_NOTHING = "。"


@dataclass(frozen=True, kw_only=True)
class Spoilt:
    """Passages of one right document, document 0, and of its spoilt copies; which of them still answer."""

    texts: tuple[Text, ...]
    answers: tuple[bool, ...]


def spoilt(shortlist: Shortlist, *, right: Sequence[bool], answers: Sequence[str]) -> Spoilt | None:
    """The first right passage's document beside its copies; None where no passage of it holds an answer.

    `right` says of each listed passage whether it is one; `answers` are texts, any of which answers.
    """
    first = next((text for text, each in zip(shortlist.texts, right, strict=True) if each), None)
    if first is None:
        return None
    own = [each for each in shortlist.texts if each.document == first.document]
    held = [any(bare(each) in bare(text.body) for each in answers if bare(each)) for text in own]
    if not any(held):
        return None
    copies = (_without_words(own, answers), _without_sentences(own, answers))
    listed = [replace(each, document=0) for each in own]
    for number, copy in enumerate(copies, start=1):
        listed += [replace(each, document=number) for each in copy]
    return Spoilt(texts=tuple(listed), answers=(*held, *[False] * (len(listed) - len(own))))


def bare(text: str) -> str:
    """The letters and numerals of a text, folded and lower-cased."""
    return "".join(each for each in fold(text).lower() if each.isalnum())


def _without_words(texts: Sequence[Text], answers: Sequence[str]) -> Iterator[Text]:
    wanted = sorted((fold(each) for each in answers if each), key=len, reverse=True)
    for text in texts:
        body = fold(text.body)
        for each in wanted:
            body = body.replace(each, "")
        yield replace(text, body=body or _NOTHING)


def _without_sentences(texts: Sequence[Text], answers: Sequence[str]) -> Iterator[Text]:
    wanted = [found for each in answers if (found := bare(each))]
    for text in texts:
        sentences = _SENTENCES.findall(text.body)
        kept = [each for each in sentences if not any(answer in bare(each) for answer in wanted)]
        yield replace(text, body="".join(kept) or _NOTHING)
