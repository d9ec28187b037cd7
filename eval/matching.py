"""When do two texts say the same, for a judge who must not care about widths, spaces and separators?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_IGNORED = re.compile(r"[\s,，]+")
_MARKER = re.compile(r"\[\d+(?:\s*[,，]\s*\d+)*\]|【\d+】|［\d+］")
_SENTENCE_END = re.compile(r"[。\n]")


def normal(text: str) -> str:
    """NFKC, without white space and thousands separators: the form in which texts are compared."""
    return _IGNORED.sub("", unicodedata.normalize("NFKC", text))


def without_markers(text: str) -> str:
    """The text without its [n]; 【n】 and ［n］ count as markers too, and so does [1, 2]."""
    return _MARKER.sub("", text)


def markers(text: str) -> frozenset[int]:
    """The numbers the text's markers name."""
    return frozenset(int(n) for marker in _MARKER.findall(text) for n in re.findall(r"\d+", marker))


def first_sentence(text: str) -> str:
    """What stands before the first 。 or line break."""
    return _SENTENCE_END.split(text.strip(), maxsplit=1)[0]


def holds(text: str, wanted: str) -> bool:
    """True when `wanted` stands in `text`, both in normal form."""
    return normal(wanted) in normal(text)


def first_held(text: str, wanted: Iterable[str]) -> str | None:
    """The first of `wanted` that stands in `text`, None when none does."""
    return next((phrase for phrase in wanted if holds(text, phrase)), None)


def plain(text: str) -> str:
    """Text as the public sets compare it: NFKC, lower case, without punctuation and white space."""
    return re.sub(r"[\s\W_]+", "", unicodedata.normalize("NFKC", text).lower())


def contains(text: str, groups: Iterable[Iterable[str]]) -> bool:
    """Whether `text` has an alternative of every group, compared as the public sets do."""
    said = plain(text)
    return all(any(wanted and wanted in said for wanted in map(plain, group)) for group in groups)
