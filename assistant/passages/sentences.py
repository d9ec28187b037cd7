"""The sentences that may answer a question, each with the place it is about and what stands around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from assistant.collection import Collection
from assistant.evidence import Evidence
from assistant.passages.parting import asks_only, parted
from assistant.passages.spoken import SpokenOf
from assistant.passages.table_row import row_in_words
from assistant.passages.written_table import cells_of, heading_above
from assistant.question import QuestionFrame
from language.asked import asks
from language.text import fold
from language.value import value
from vectorstore.document import Document
from vectorstore.ledger_rows import Figure
from vectorstore.search import Hit


@value
class Sentence:
    """A sentence of a passage, number `index` of those whose places and times `spoken` tells. `before` and
    `after` are the sentences around it in its passage, `rank` its passage's place in the search. `columns`
    are the names of the columns where the sentence is a row of a table, () elsewhere."""

    document: Document
    text: str
    start: int
    end: int
    section: str
    page: int | None
    rank: int
    spoken: SpokenOf
    index: int
    before: str
    after: str
    figures: tuple[Figure, ...]
    columns: tuple[str, ...] = ()

    @property
    def places(self) -> tuple[str, ...]:
        """The places it speaks of."""
        return self.spoken.places[self.index]

    @property
    def topic(self) -> str:
        """The place its paragraph is about, "" if none."""
        return self.spoken.topics[self.index]

    @property
    def periods(self) -> tuple[str, ...]:
        """The periods it tells of, those left out that it only compares with."""
        return self.spoken.periods[self.index]

    @property
    def about(self) -> frozenset[str]:
        """The places its document is about."""
        return self.spoken.about

    @cached_property
    def told(self) -> str:
        """The text as a reader takes it: a row of a table under the names of its columns."""
        return row_in_words(self.columns, self.text) if self.columns else self.text

    @cached_property
    def folded(self) -> str:
        """What is told in the form that questions are read in."""
        return fold(self.told)

    def at(self, rank: int) -> Sentence:
        """The same sentence of a passage that the search has in another place.

        Its folded text is kept, which `replace` would leave behind and each part of a question asks for.
        """
        _ = self.folded
        other = Sentence.__new__(Sentence)
        other.__dict__.update(self.__dict__, rank=rank)
        return other

    def evidence(self) -> Evidence:
        """The sentence as evidence."""
        return Evidence(
            document=self.document,
            text=self.text,
            start=self.start,
            end=self.end,
            figures=self.figures,
            section=self.section,
            page=self.page,
        )


_SEVERAL = 6
# Passages: a figure, a day or a name stands in the first of them or in none, what is listed in many.
_FEW, _SOME, _MANY = 12, 16, 24


def candidate_sentences(
    frame: QuestionFrame, collection: Collection, *, k: int | None = None
) -> list[Sentence]:
    """Sentences of the best passages, and of those around the very best, in the order of the search.

    `k` is the number of passages; by default what the form of the question asks for.
    """
    listed = "list" in frame.wants or frame.operation == "list"
    most = _MANY if listed else _FEW if frame.wants <= {"number", "date", "person"} else _SOME
    within = frame.within or None
    hits = collection.search(frame.query, k=k or most, documents=within)
    for name in _several(frame):
        hits += collection.search(f"{name} {' '.join(frame.terms)}", k=6)
    unsaid = [each for each in frame.quoted if not any(each in hit.passage.text for hit in hits)]
    for each in unsaid:  # “新服务” among all that speak of 服务
        hits += collection.search(each, k=6, documents=within)
    hits = _with_neighbours(hits, collection)
    figures = _figures_by_document(collection, {hit.document.id for hit in hits})
    found: list[Sentence] = []
    seen: set[tuple[str, int]] = set()
    for rank, hit in enumerate(hits):
        for sentence in _sentences(hit, collection, figures.get(hit.document.id, ())):
            if (sentence.document.id, sentence.start) not in seen:
                seen.add((sentence.document.id, sentence.start))
                found.append(sentence.at(rank))
    return found


def _several(frame: QuestionFrame) -> list[str]:
    """The places or the things that a question sets side by side, each of which has passages of its own; a
    thing and the place where it stands are no two."""
    sides = [side for side in (tuple(place.name for place in frame.places), frame.names) if len(side) > 1]
    return [name for side in sides for name in side][:_SEVERAL] if asks(frame.text) else []


def _with_neighbours(hits: list[Hit], collection: Collection) -> list[Hit]:
    keys = {(hit.passage.document_id, hit.passage.ordinal) for hit in hits}
    more: list[Hit] = []
    first = hits[:6]
    around = collection.searcher.neighbours([hit.passage for hit in first])
    for hit, passages in zip(first, around, strict=True):
        for passage in passages:
            if (passage.document_id, passage.ordinal) not in keys:
                keys.add((passage.document_id, passage.ordinal))
                more.append(
                    Hit(document=hit.document, passage=passage, score=hit.score * 0.5, found_by=hit.found_by)
                )
    return hits + more


def _figures_by_document(collection: Collection, documents: set[str]) -> dict[str, tuple[Figure, ...]]:
    return collection.figures_of_each(sorted(documents))


def _sentences(hit: Hit, collection: Collection, figures: Sequence[Figure]) -> Sequence[Sentence]:
    """The sentences of a passage, of rank 0: parts of a question find the same passages."""
    return collection.of_passage(hit.passage, lambda: _read(hit, collection, figures))


def _read(hit: Hit, collection: Collection, figures: Sequence[Figure]) -> Sequence[Sentence]:
    passage, text = hit.passage, hit.passage.text
    spans = [(s.start, s.end) for s in parted(text, title=hit.document.title)]
    columns: tuple[str, ...] = ()
    if "\t" in text or text.lstrip().startswith("|"):
        heading, *rows_below = _lines(text)  # it says nothing by itself
        above = heading_above(collection.text(passage.document_id), passage.start)
        columns = above or cells_of(text[slice(*heading)])
        spans = [heading, *rows_below] if above and columns != cells_of(text[slice(*heading)]) else rows_below
    inside = [row for row in figures if passage.start <= row.raw_start < passage.start + len(text)]
    pieces = [text[start:end] for start, end in spans]
    begins = [(passage.start + start, passage.start + end) for start, end in spans]
    rows = [tuple(row for row in inside if begin <= row.raw_start < stop) for begin, stop in begins]
    spoken = SpokenOf(
        document=hit.document, section=passage.section, pieces=pieces, figures=rows, collection=collection
    )  # fmt: skip
    found: list[Sentence] = []
    for index, (piece, (begin, stop), own) in enumerate(zip(pieces, begins, rows, strict=True)):
        if asks_only(piece):
            continue
        found.append(
            Sentence(
                document=hit.document,
                text=piece,
                start=begin,
                end=stop,
                section=passage.section,
                page=passage.page,
                rank=0,
                spoken=spoken,
                index=index,
                before=pieces[index - 1] if index else "",
                after=pieces[index + 1] if index + 1 < len(pieces) else "",
                figures=own,
                columns=columns if cells_of(piece) else (),
            )
        )
    return found


def _lines(text: str) -> list[tuple[int, int]]:
    spans, at = [], 0
    for line in text.split("\n"):
        if line.strip() and not re.fullmatch(r"[\s|:\-]+", line):
            lead = len(line) - len(line.lstrip())
            spans.append((at + lead, at + len(line.rstrip())))
        at += len(line) + 1
    return spans
