"""Which places does a text name in full: 即墨区, 青岛市, and 清湖区 that no table has?"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from language.place_table import national
from language.place_words import crosses_word, is_market, is_slogan
from language.unlisted_divisions import unlisted_divisions

_SUFFIX = re.compile("[省市区县旗州盟]")
_LONGEST = 15


def full_names(text: str) -> Counter[str]:
    """Full names of places in the text, those that the national table has not among them, with how often each
    is used."""
    table, sizes = national(), _sizes_by_end()
    counts: Counter[str] = Counter()
    open_ends: list[int] = []
    for match in _SUFFIX.finditer(text):
        end = match.end()
        for size in sizes.get(text[end - 2 : end], ()):
            name = text[end - size : end] if size <= end else ""
            joined = name.startswith("和") and _OF_COUNTIES.match(text, end) is not None
            told = is_market(text, end - size, end) or is_slogan(text, end - size, end)
            told = told or crosses_word(text, end - size, end)
            if name in table and not joined and not told:
                counts[name] += 1
                break
        else:
            open_ends.append(end)
    if open_ends and (unlisted := unlisted_divisions(text, open_ends, alone=not counts)):
        counts.update(unlisted)
    return counts


# 集中开工和县区自行开工, 县委的领导和县人大、县政协的监督
_OF_COUNTIES = re.compile("[区市级乡域]|人大[、的和及常]|政协[、的和及]|直(?:各|有关|部门|机关)")


@lru_cache(maxsize=1)
def _sizes_by_end() -> dict[str, tuple[int, ...]]:
    """How long the full names of the national table are that end in two characters, longest first."""
    found: dict[str, set[int]] = {}
    for name in national():
        if 2 <= len(name) <= _LONGEST:
            found.setdefault(name[-2:], set()).add(len(name))
    return {end: tuple(sorted(sizes, reverse=True)) for end, sizes in found.items()}
