"""Where do pairs and words stand in many short texts at once? One array of characters, searched by NumPy.

A hundred passages are 30,000 characters: looking for forty terms in each with `str.count` takes a search's
whole time. Joined into one array, all pairs are looked up in one pass.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache, cached_property, lru_cache

import numpy as np
import numpy.typing as npt

from language.numeral import NUMERAL_CHARS
from language.text import fold
from language.written import otherwise
from language.year_parts import is_year_part, written

Codes = npt.NDArray[np.uint32]
Places = npt.NDArray[np.intp]
_BREAK = 0
_SENTENCE_ENDS = "。！？!?；;\n\0"
_WIDE = 21  # bits of a code point


class JoinedText:
    """Some texts, folded and lower-cased, thousands separators dropped, one after the other.

    `owner` and `sentence` say of each character which text, and which sentence counted through all, it is in;
    `sentence_owner` which text a sentence is of.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        codes = _encoded("\0".join(texts))
        self.codes = codes[~_separators(codes)]
        breaks = self.codes == _BREAK
        self.owner: Places = np.cumsum(breaks) - breaks
        ends = _ends()[np.minimum(self.codes, 0xFFFF)]
        self.sentence: Places = np.cumsum(ends) - ends
        self.sentence_owner: Places = np.zeros(int(self.sentence[-1]) + 1 if len(codes) else 0, dtype=np.intp)
        self.sentence_owner[self.sentence] = self.owner

    @cached_property
    def plain(self) -> str:
        """All texts as one string, a NUL between two; its offsets are those of the arrays."""
        return self.codes.tobytes().decode("utf-32-le", "surrogatepass")

    @cached_property
    def _pairs(self) -> npt.NDArray[np.int64]:
        wide = self.codes.astype(np.int64)
        return (wide[:-1] << _WIDE) | wide[1:]

    @cached_property
    def _marks(self) -> npt.NDArray[np.uint32]:
        """Of each pair a number below 2 ** 16, which most others do not have."""
        return _marks_of(self.codes[:-1], self.codes[1:])

    def pairs(self, wanted: Sequence[str]) -> tuple[Places, Places]:
        """Where any of `wanted`, two characters each and none twice, begins, and which of them, in order."""
        if not wanted:
            nothing = np.zeros(0, dtype=np.intp)
            return nothing, nothing
        first, second = (np.array([ord(pair[at]) for pair in wanted], dtype=np.uint32) for at in (0, 1))
        keys = (first.astype(np.int64) << _WIDE) | second
        order = np.argsort(keys)
        likely = np.zeros(1 << 16, dtype=bool)
        likely[_marks_of(first, second)] = True
        near = np.flatnonzero(likely[self._marks])  # one look-up for most pairs, a search for the few left
        here = self._pairs[near]
        slot = np.minimum(np.searchsorted(keys[order], here), len(keys) - 1)
        same = keys[order][slot] == here
        return near[same], order[slot[same]]

    def words(self, wanted: Sequence[str]) -> tuple[Places, Places]:
        """Where each word of `wanted` begins, and which; a Latin word or a number not inside another."""
        places: list[int] = []
        which: list[int] = []
        for number, word in enumerate(wanted):
            at = self._starts(word)
            places += at
            which += [number] * len(at)
        return np.array(places, dtype=np.intp), np.array(which, dtype=np.intp)

    def _starts(self, word: str) -> list[int]:
        """Where `word` begins, in whichever way it is written."""
        forms = written(word) if is_year_part(word) else (word, *otherwise(word))
        return [at for form in forms for at in self._stands(form)]

    def _stands(self, form: str) -> list[int]:
        plain, size, found = self.plain, len(form), []
        at = plain.find(form)  # ten times as fast as a pattern
        while at >= 0:
            found.append(at)
            at = plain.find(form, at + size)
        return [at for at in found if _whole(plain, at, at + size)] if _may_be_part(form) else found

    @cached_property
    def asking(self) -> npt.NDArray[np.bool_]:
        """For each sentence whether it ends in a question mark."""
        found = np.zeros(len(self.sentence_owner), dtype=bool)
        found[self.sentence[self.codes == ord("?")]] = True
        return found

    def holding(self, pattern: re.Pattern[str], *, but: str) -> Callable[[int], bool]:
        """Tells of a sentence, by its number, whether it holds a match of `pattern` that does not stand in
        `but`; each is looked at once."""
        edges = [0, *(np.flatnonzero(np.diff(self.sentence)) + 1).tolist(), len(self.plain)]

        @cache
        def holds(sentence: int) -> bool:
            for match in pattern.finditer(self.plain, edges[sentence], edges[sentence + 1]):
                if match.group() not in but:  # a loop: this is asked two hundred times a search
                    return True
            return False

        return holds


def _marks_of(first: Codes, second: Codes) -> npt.NDArray[np.uint32]:
    marks: npt.NDArray[np.uint32] = (first * np.uint32(31) + second) & np.uint32(0xFFFF)
    return marks


def _may_be_part(form: str) -> bool:
    """Whether `_whole` could ever be false of it; of most Chinese words it cannot."""
    return form[0].isascii() or form[-1].isascii() or form[-1] in "月日号"


def _whole(text: str, start: int, end: int) -> bool:
    """False for a Latin word inside a longer one, a number inside another, a month inside 十一月."""
    first, last, before, after = text[start], text[end - 1], text[start - 1 : start], text[end : end + 1]
    if before == "十" and last in "月日号" and first in NUMERAL_CHARS:
        return False
    if first.isascii() and before.isascii():
        if first.isdigit() and (before.isdigit() or before == "."):
            return False
        if first.isalpha() and before.isalpha():
            return False
    if last.isascii() and after.isascii():
        if last.isdigit() and (after.isdigit() or (after == "." and text[end + 1 : end + 2].isdigit())):
            return False
        return not (last.isalpha() and after.isalpha())
    return True


def _encoded(text: str) -> Codes:
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    table = _folding()
    folded: Codes = np.where(codes < len(table), table[np.minimum(codes, len(table) - 1)], codes).astype(
        "<u4"
    )
    return folded


@lru_cache(maxsize=1)
def _folding() -> Codes:
    """Every character of the basic plane, folded and lower-cased where that is one character."""
    plane = [chr(code) for code in range(0x10000)]
    lowered = [each.lower() if len(each.lower()) == 1 else each for each in fold("".join(plane))]
    return np.array([ord(each) for each in lowered], dtype="<u4")


@lru_cache(maxsize=1)
def _ends() -> npt.NDArray[np.bool_]:
    """Of every character of the basic plane, whether it ends a sentence."""
    table = np.zeros(0x10000, dtype=bool)
    table[[ord(each) for each in _SENTENCE_ENDS]] = True
    return table


def _separators(codes: Codes) -> npt.NDArray[np.bool_]:
    """The commas of 1,234,567."""
    commas = np.flatnonzero(codes == ord(","))
    drop = np.zeros(len(codes), dtype=bool)
    if len(commas):
        digit = np.zeros(len(codes) + 5, dtype=bool)
        digit[: len(codes)] = (codes >= ord("0")) & (codes <= ord("9"))
        inside = digit[commas - 1] & digit[commas + 1] & digit[commas + 2] & digit[commas + 3]
        drop[commas[(commas > 0) & inside & ~digit[commas + 4]]] = True
    return drop
