"""Does a text speak of the place asked about, of one around it, or of another?"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from language.place import innermost, national_mentions
from language.place_table import Place, national, same_place

Standing = Literal["here", "around", "elsewhere"]
"""The place itself or one within it; a city or province it lies in; another."""

_ORDER: tuple[Standing, ...] = ("here", "around", "elsewhere")


def places_asked(question: str) -> tuple[Place, ...]:
    """The places of the country that a folded question names; of 四川省内江市 the innermost."""
    return tuple(mention.place for mention in innermost(national_mentions(question)))


def standing_of(asked: Sequence[Place], told: str) -> Standing:
    """How the place of the full name `told` stands to the nearest of those asked about."""
    return min((_to_one(place, told) for place in asked), key=_ORDER.index, default="elsewhere")


@lru_cache(maxsize=1 << 14)
def _to_one(asked: Place, told: str) -> Standing:
    if _one_name(told) == _one_name(asked.name):
        return "here"
    codes = [place.code for place in national().get(told, ()) if place.code]
    if asked.code and any(code.startswith(asked.code) for code in codes):
        return "here"
    around = told == asked.city or any(asked.code.startswith(code) for code in codes)
    return "around" if around else "elsewhere"


def _one_name(name: str) -> str:
    """One name for a district and the zone it is run as one with."""
    return same_place().get(name, name)
