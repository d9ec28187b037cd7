"""Is a passage, or the document it is of, about the place that is asked about?

A paper names its place in its head and then speaks of 我市: a national one, or another city's, may say the
same in more of the question's words.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from language.place_standing import Standing, standing_of
from language.place_table import Place
from vectorstore.shortlisted import Text

PLACE_NAMES = ("place_near", "place_here", "opening_here", "place_elsewhere", "opening_elsewhere")


def place_columns(asked: Sequence[Place], texts: Sequence[Text]) -> tuple[npt.NDArray[np.float64], ...]:
    """A column for each of PLACE_NAMES, 1 or 0; all 0 where the question names no place.

    `here`: the place is named, or one within it; `near`: that, or one that it lies in; `elsewhere`: other
    places alone. `opening` looks at the first passage of the document, `near` and `place_here` at both.
    """
    told = {name for text in texts for name in (*text.places, *text.opening_places)} if asked else set()
    known = {name: standing_of(asked, name) for name in told}
    return tuple(
        np.array(column, dtype=float) for column in zip(*(_row(known, text) for text in texts), strict=True)
    )


def _row(known: dict[str, Standing], text: Text) -> tuple[bool, ...]:
    own = {known[name] for name in text.places if name in known}
    opening = {known[name] for name in text.opening_places if name in known}
    either = own | opening
    return (
        bool(either & {"here", "around"}),
        "here" in either,
        "here" in opening,
        own == {"elsewhere"},
        opening == {"elsewhere"},
    )
