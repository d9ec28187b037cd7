"""Which places and times does each sentence of a passage tell of? Read when a question first asks for one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from assistant.collection import Collection
from assistant.passages.of_place import spoken_of
from language.period import find_periods
from language.place import Place, short_name
from language.text import fold, read
from vectorstore.document import Document
from vectorstore.ledger_rows import Figure

# 园区将发展装备制造业 is said of the park that the sentence before names, where that lies.
_POINTS_BACK = re.compile(r"[该这]?(?:园区|产业园|科技园|基地|片区)(?![一-鿿]{0,2}[区县市])")


@dataclass(frozen=True, kw_only=True, eq=False)
class SpokenOf:
    """The places and times of one passage, headed `section`, of `document`; `pieces` are its sentences and
    `figures` the rows of each."""

    document: Document
    section: str
    pieces: Sequence[str]
    figures: Sequence[Sequence[Figure]]
    collection: Collection

    @cached_property
    def places(self) -> tuple[tuple[str, ...], ...]:
        """The places each sentence names, each once."""
        return tuple(map(self._named, self.pieces))

    @cached_property
    def topics(self) -> tuple[str, ...]:
        """The place each sentence's paragraph is about, "" if none: the one last told of."""
        found: list[str] = []
        topic = next(iter(self._named(self.section)), "")
        for piece, rows, named in zip(self.pieces, self.figures, self.places, strict=True):
            if named or not (topic and _POINTS_BACK.match(piece)):
                led = next((row.place for row in rows if row.place), "")
                topic = led or (named[0] if named else topic)
            found.append(topic)
        return tuple(found)

    @cached_property
    def periods(self) -> tuple[tuple[str, ...], ...]:
        """The periods each sentence tells of, those left out that it only compares with."""
        day = self.document.reference_date
        reference = date.fromisoformat(day) if day else None
        found = (find_periods(read(piece).text, reference=reference) for piece in self.pieces)
        return tuple(tuple(one.label for one in told if one.role != "comparison") for told in found)

    @cached_property
    def about(self) -> frozenset[str]:
        """The places the document is about."""
        places = self.collection.places
        return frozenset(
            name for name in self.collection.about(self.document.id) if self._is_meant(places.get(name))
        )

    def _named(self, text: str) -> tuple[str, ...]:
        folded = fold(text)
        return tuple(
            dict.fromkeys(
                mention.place.name
                for mention in spoken_of(folded, self.collection.places)
                if folded[mention.start : mention.end] == mention.place.name or self._is_meant(mention.place)
            )
        )

    def _is_meant(self, place: Place | None) -> bool:
        """A district's short name counts where its document has the full one or the city: 会同 is a county of
        怀化, and in any other paper a word."""
        if place is None or place.level in ("city", "province"):
            return place is not None
        told = self.collection.folded(self.document.id)
        return place.name in told or (bool(place.city) and short_name(place.city) in told)
