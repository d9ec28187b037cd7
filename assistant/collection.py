"""What does the assistant know of the store: its documents, ledger rows, and the names they use?

A small ledger is read whole. A large one is asked for what a question may be about: the figures of the
documents that search finds for it, and those of the places and things it names.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from collections.abc import Collection as Group
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from operator import attrgetter

from assistant.documents import Documents
from assistant.evidence import Evidence
from assistant.figures.saying import Texts, count_saying
from assistant.matching import weights_of
from assistant.names import KnownNames, known_names
from assistant.projects.told import ToldProjects
from assistant.remembered import Made, Once, Remembered
from assistant.wording import clause_of
from language.place import PlaceNames, learn_places
from language.synonyms import synonyms
from language.text import fold
from language.unlisted_divisions import is_unlisted_division
from language.unlisted_homes import Told, homes_among
from vectorstore import ledger
from vectorstore.document import Document, Page, Passage
from vectorstore.ledger_rows import Figure
from vectorstore.library import Library
from vectorstore.search import Filters, Hit, Ranked, Searcher

MOST_WHOLE = 4000  # figures that are read whole, and a sample of which says how common a word is
_PASSAGES = 50  # whose documents' figures a question may be about; with 100 two of 1,370 answers were worse
_READ = 100  # passages kept as sentences: those of a question in four parts
_NAMED = 600  # figures of the places and things it names
_READ_ALL = 2000  # figures of one city, which take some 20 ms
_SAMPLE = 300
_REMEMBERED = 512  # texts, documents' figures: twenty a document, a kilobyte each
_SEARCHES = 16
_ONCE = 24  # lists of rows and the like that the routes of one question make, and ask for again


@dataclass(frozen=True, kw_only=True)
class Collection:
    """One generation of a library as seen with certain access levels. Cheap to make, facts are read on
    first use."""

    library: Library
    searcher: Searcher
    levels: frozenset[str] | None = None
    most_whole: int = MOST_WHOLE

    @cached_property
    def documents(self) -> Documents:
        """Documents by id, without text."""
        return Documents(self.library, levels=self.levels)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure the reader may see; for whoever lists them all, not for a question."""
        return tuple(self.library.figures(levels=self.levels))

    @cached_property
    def _is_small(self) -> bool:
        return ledger.figure_count(self.library, levels=self.levels) <= self.most_whole

    def figures_for(
        self,
        question: str,
        *,
        names: frozenset[str],
        words: Sequence[str] = (),
        years: frozenset[str] = frozenset(),
    ) -> Sequence[Figure]:
        """The figures a question may be about, in the order of documents.

        `names` are the places and things it names, `words` what it asks of them, `years` when.
        """
        if self._is_small:
            return self.figures
        key = ("figures", question, names, tuple(words), years)
        return self.once(key, lambda: self._figures_for(question, names=names, words=words, years=years))

    def _figures_for(
        self, question: str, *, names: frozenset[str], words: Sequence[str], years: frozenset[str]
    ) -> Sequence[Figure]:
        documents = {each.key[0] for each in self._ranked(question, None)[:_PASSAGES]}
        found = [row for rows in self.figures_of_each(sorted(documents)).values() for row in rows]
        if names:
            of_names = self.figures_of(names, words=words, years=years, most=_NAMED)
            found += [row for row in of_names if row.document_id not in documents]
        self.documents.read(row.document_id for row in found)  # each is asked for its date and title
        return sorted(found, key=attrgetter("document", "document_id", "raw_start"))

    def figures_of(
        self, names: Group[str], *, words: Sequence[str], years: Group[str] = (), most: int
    ) -> list[Figure]:
        """Figures of these subjects or places; of too many, those that say most of the words.

        Of a city with ten thousand of them only those are read that the words find the documents of.
        """
        told: frozenset[str] | None = None
        if ledger.count_of(self.library, names) > _READ_ALL:
            query = " ".join([*words, *sorted(names)])
            told = self._told_in(query)
        sayings = self.once(  # parts of a question name the same
            ("named", frozenset(names), told),
            lambda: ledger.Sayings(
                ledger.figures_of(self.library, names, levels=self.levels, documents=told)
            ),
        )
        return sayings.that_say_most([(word, *synonyms(word)) for word in words], years=years, most=most)

    @cached_property
    def _told_in(self) -> Callable[[str], frozenset[str]]:
        """The documents that the words of a query find; each year that a question asks of asks alike."""

        def found(query: str) -> frozenset[str]:
            keys = self.searcher.found(query, filters=Filters(levels=self.levels))
            return frozenset(document_id for document_id, _ in keys)

        return lru_cache(maxsize=_SEARCHES)(found)

    @cached_property
    def _sample(self) -> list[str]:
        """The measures and quotes of some figures."""
        most = MOST_WHOLE if self._is_small else _SAMPLE
        return ledger.sampled_texts(self.library, most=most, levels=self.levels)

    @cached_property
    def _common(self) -> Callable[[str], int]:
        texts = Texts(self._sample)
        return lru_cache(maxsize=MOST_WHOLE)(lambda term: count_saying((term,), self._sample, texts)[term])

    def weights(self, terms: Sequence[str]) -> dict[str, float]:
        """What each term weighs among figures: what few of them say weighs more."""
        return weights_of({term: self._common(term) for term in terms}, total=len(self._sample))

    @cached_property
    def projects(self) -> ToldProjects:
        """The projects the reader may see."""
        return ToldProjects(library=self.library, levels=self.levels)

    @cached_property
    def names(self) -> KnownNames:
        """The projects and organisations the ledger tells of."""
        subjects = ledger.subjects(self.library, levels=self.levels)
        # 芜湖经开区 is no organisation, though the place is called 芜湖经济技术开发区
        others = sorted(name for name in subjects if self.places.get(name) is None)
        return known_names(others, self.library.project_names(levels=self.levels))

    @cached_property
    def places(self) -> PlaceNames:
        """The places the collection speaks of."""
        names = {name for name in self.library.places(levels=self.levels) if name}
        names |= ledger.figure_places(self.library, levels=self.levels)
        unlisted = frozenset(filter(is_unlisted_division, names))
        told = [
            Told(document_id=document, title=title, place=place, figures=figures)
            for document, title, place, figures in ledger.places_beside(
                self.library, unlisted, levels=self.levels
            )
        ]
        return learn_places("。".join(sorted(names)), known=names, homes=homes_among(unlisted, told))

    @cached_property
    def _about(self) -> Callable[[str], frozenset[str]]:
        return lru_cache(maxsize=_REMEMBERED)(self.library.main_places)

    def about(self, document_id: str) -> frozenset[str]:
        """The places that much of a document speaks of."""
        return self._about(document_id)

    @cached_property
    def _titled(self) -> Callable[[str], frozenset[str]]:
        def titled(document_id: str) -> frozenset[str]:
            title = fold(self.documents[document_id].title)
            return frozenset(mention.place.name for mention in self.places.find(title))

        return lru_cache(maxsize=_REMEMBERED)(titled)

    def titled(self, document_id: str) -> frozenset[str]:
        """The places that the title of a document names."""
        return self._titled(document_id)

    @cached_property
    def place_names(self) -> frozenset[str]:
        """Canonical names of those places."""
        return frozenset(place.name for place in self.places.places)

    @cached_property
    def newest(self) -> date | None:
        """The reference date of the newest document: what 今年 in a question is measured from."""
        newest = self.library.newest(levels=self.levels)
        return date.fromisoformat(newest) if newest else None

    @cached_property
    def _newest_of(self) -> Callable[[tuple[str, ...]], date | None]:
        def newest(names: tuple[str, ...]) -> date | None:
            told = ledger.newest_of(self.library, names, levels=self.levels)
            return date.fromisoformat(told) if told else self.newest

        return lru_cache(maxsize=_REMEMBERED)(newest)

    def newest_of(self, names: tuple[str, ...]) -> date | None:
        """What 今年 is measured from in a question about these places and things: the newest document that
        tells of one of them, else the newest of all."""
        return self._newest_of(names) if names else self.newest

    @cached_property
    def _rows(self) -> Remembered[str, tuple[Figure, ...]]:
        def read(documents: Sequence[str]) -> dict[str, tuple[Figure, ...]]:
            found: dict[str, list[Figure]] = {document_id: [] for document_id in documents}
            for row in ledger.figures_in(self.library, documents, levels=self.levels):
                found[row.document_id].append(row)
            return {document_id: tuple(rows) for document_id, rows in found.items()}

        return Remembered(read, most=_REMEMBERED)

    def figures_in(self, document_id: str) -> tuple[Figure, ...]:
        """The figures of one document, in its order."""
        return self._rows(document_id)

    def figures_of_each(self, document_ids: Iterable[str]) -> dict[str, tuple[Figure, ...]]:
        """The figures of some documents, of each in its order."""
        return self._rows.all(document_ids)

    @cached_property
    def _made(self) -> Once:
        return Once(most=_ONCE)

    def once(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What `make` gives for `key`, made once while it is among the last: routes ask alike."""
        return self._made(key, make)

    @cached_property
    def _of_passages(self) -> Once:
        return Once(most=_READ)

    def of_passage(self, passage: Passage, make: Callable[[], Made]) -> Made:
        """What `make` gives for a passage, made once while it is among the last."""
        return self._of_passages((passage.document_id, passage.ordinal), make)

    def siblings(self, row: Figure) -> list[Figure]:
        """The rows that share the quote of `row`, itself included, in order."""
        return self._by_quote(row.document_id).get(row.start) or [row]

    @cached_property
    def _by_quote(self) -> Callable[[str], dict[int, list[Figure]]]:
        def by_quote(document_id: str) -> dict[int, list[Figure]]:
            found: dict[int, list[Figure]] = {}
            for row in self.figures_in(document_id):
                found.setdefault(row.start, []).append(row)
            return found

        return lru_cache(maxsize=_REMEMBERED)(by_quote)

    @cached_property
    def _clause(self) -> Callable[[Figure], str]:
        return lru_cache(maxsize=MOST_WHOLE)(lambda row: clause_of(row, self.siblings(row)))

    def clause(self, row: Figure) -> str:
        """The clause that prints a row."""
        return self._clause(row)

    def evidence(self, row: Figure) -> Evidence:
        """The quote of a row as evidence."""
        return Evidence(
            document=self.documents[row.document_id],
            text=row.quote,
            start=row.start,
            end=row.end,
            figures=tuple(self.siblings(row)),
            page=self.page_at(row.document_id, row.start),
        )

    def evidence_at(self, document_id: str, start: int, end: int) -> Evidence:
        """Any span of a document as evidence, with the figures that stand in it."""
        return Evidence(
            document=self.documents[document_id],
            text=self.text(document_id)[start:end],
            start=start,
            end=end,
            figures=tuple(row for row in self.figures_in(document_id) if start <= row.raw_start < end),
            page=self.page_at(document_id, start),
        )

    @cached_property
    def _pages(self) -> Callable[[str], Sequence[Page]]:
        return lru_cache(maxsize=_REMEMBERED)(self.library.pages)

    def page_at(self, document_id: str, offset: int) -> int | None:
        """The page that holds an offset of a document's text; None for formats without pages."""
        pages = self._pages(document_id)
        return next((page.number for page in pages if page.start <= offset < page.end), None)

    @cached_property
    def _texts(self) -> Remembered[str, str]:
        return Remembered(self.library.texts, most=_REMEMBERED)

    def text(self, document_id: str) -> str:
        """The text of a document."""
        return self._texts(document_id)

    def texts(self, document_ids: Iterable[str]) -> dict[str, str]:
        """The texts of some documents, by id."""
        return self._texts.all(document_ids)

    @cached_property
    def _folded(self) -> Callable[[str], str]:
        def folded(document_id: str) -> str:
            named = self.documents[document_id]
            return fold(f"{named.title}{named.filed_as}\n{self.text(document_id)}")

        return lru_cache(maxsize=_REMEMBERED)(folded)

    def folded(self, document_id: str) -> str:
        """The title, file name and text of a document in the form that questions are read in."""
        return self._folded(document_id)

    @cached_property
    def _ranked(self) -> Callable[[str, frozenset[str] | None], list[Ranked]]:
        def ranked(query: str, documents: frozenset[str] | None) -> list[Ranked]:
            filters = Filters(levels=self.levels, documents=documents)
            return self.searcher.ranked(query, filters=filters)

        return lru_cache(maxsize=_SEARCHES)(ranked)

    def documents_found(
        self, query: str, *, k: int, documents: frozenset[str] | None = None
    ) -> list[Document]:
        """The documents of the best `k` passages for a query, best first, no passage being read."""
        return self.documents.read(each.key[0] for each in self._ranked(query, documents)[:k])

    def search(
        self,
        query: str,
        *,
        k: int,
        max_per_document: int | None = None,
        max_per_place: int | None = None,
        documents: frozenset[str] | None = None,
    ) -> list[Hit]:
        """Passages for a query within the reader's levels; the routes that one question tries ask alike."""
        ranked = self._ranked(query, documents)
        return self.searcher.hits(ranked, k=k, max_per_document=max_per_document, max_per_place=max_per_place)
