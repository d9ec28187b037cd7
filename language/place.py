"""Places: cities, districts, zones and their aliases."""

from __future__ import annotations


def places_in(text: str) -> tuple[str, ...]:
    """Canonical names of the places the text names, in order of first mention."""
    return ()
