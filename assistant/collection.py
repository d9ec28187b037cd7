"""What does the assistant know of the store: its documents, ledger rows, and the names they use."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from assistant.evidence import Evidence
from assistant.names import KnownNames, known_names
from assistant.wording import clause_of
from language.place import PlaceNames, learn_places
from vectorstore.document import Document
from vectorstore.ledger_rows import Figure, Project
from vectorstore.library import Library
from vectorstore.projects import MergedProject, merge_projects
from vectorstore.search import Filters, Hit, Searcher


@dataclass(frozen=True, kw_only=True)
class Collection:
    """One generation of a library as seen with certain access levels. Cheap to make, facts are read on
    first use."""

    library: Library
    searcher: Searcher
    levels: frozenset[str] | None = None
    _texts: dict[str, str] = field(default_factory=dict, repr=False)
    _clauses: dict[tuple[str, int], str] = field(default_factory=dict, repr=False)

    @cached_property
    def documents(self) -> dict[str, Document]:
        """Documents by id, without text."""
        return {document.id: document for document in self.library.documents(levels=self.levels)}

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure the reader may see."""
        return tuple(self.library.figures(levels=self.levels))

    @cached_property
    def projects(self) -> tuple[Project, ...]:
        """Every project mention the reader may see."""
        return tuple(self.library.projects(levels=self.levels))

    @cached_property
    def merged_projects(self) -> tuple[MergedProject, ...]:
        """One record a project, with all its mentions."""
        return merge_projects(self.projects, self.documents)

    @cached_property
    def names(self) -> KnownNames:
        """The projects and organisations the ledger tells of."""
        subjects = {row.subject for row in self.figures} - self.place_names
        return known_names(sorted(subjects), [(row.name, *row.aliases) for row in self.projects])

    @cached_property
    def places(self) -> PlaceNames:
        """The places the collection speaks of."""
        names = {name for name in self.library.places(levels=self.levels) if name}
        names |= {figure.place for figure in self.figures if figure.place}
        return learn_places("。".join(sorted(names)), known=names)

    @cached_property
    def _about(self) -> dict[str, frozenset[str]]:
        return {key: frozenset(names) for key, names in self.library.main_places(levels=self.levels).items()}

    def about(self, document_id: str) -> frozenset[str]:
        """The places that much of a document speaks of."""
        return self._about.get(document_id, frozenset())

    @cached_property
    def place_names(self) -> frozenset[str]:
        """Canonical names of those places."""
        return frozenset(place.name for place in self.places.places)

    @cached_property
    def newest(self) -> date | None:
        """The reference date of the newest document: what 今年 in a question is measured from."""
        dates = [document.reference_date for document in self.documents.values() if document.reference_date]
        return date.fromisoformat(max(dates)) if dates else None

    @cached_property
    def _by_quote(self) -> dict[tuple[str, int], list[Figure]]:
        found: dict[tuple[str, int], list[Figure]] = {}
        for row in self.figures:
            found.setdefault((row.document_id, row.start), []).append(row)
        return found

    def siblings(self, row: Figure) -> list[Figure]:
        """The rows that share the quote of `row`, itself included, in order."""
        return self._by_quote.get((row.document_id, row.start), [row])

    def clause(self, row: Figure) -> str:
        """The clause that prints a row."""
        key = (row.document_id, row.raw_start)
        if key not in self._clauses:
            self._clauses[key] = clause_of(row, self.siblings(row))
        return self._clauses[key]

    def evidence(self, row: Figure) -> Evidence:
        """The quote of a row as evidence."""
        return Evidence(
            document=self.documents[row.document_id],
            text=row.quote,
            start=row.start,
            end=row.end,
            figures=tuple(self.siblings(row)),
        )

    def text(self, document_id: str) -> str:
        """The text of a document, read once."""
        if document_id not in self._texts:
            self._texts[document_id] = self.library.document(document_id).text
        return self._texts[document_id]

    def search(
        self,
        query: str,
        *,
        k: int,
        max_per_document: int | None = None,
        max_per_place: int | None = None,
        documents: frozenset[str] | None = None,
    ) -> list[Hit]:
        """Passages for a query within the reader's levels."""
        return self.searcher.search(
            query,
            k=k,
            filters=Filters(levels=self.levels, documents=documents),
            max_per_document=max_per_document,
            max_per_place=max_per_place,
        )
