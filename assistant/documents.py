"""Which document has this id? Read one at a time, for a collection may have a hundred thousand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache, partial

from vectorstore.document import Document
from vectorstore.library import Library
from vectorstore.library_documents import Levels

_REMEMBERED = 4096  # headings, of half a kilobyte each


class Documents(Mapping[str, Document]):
    """The documents of one generation that the reader may see, without text, by id; iterated by name."""

    def __init__(self, library: Library, *, levels: Levels) -> None:
        self._library = library
        self._levels = levels
        self._entitled = lru_cache(maxsize=8)(partial(library.entitled, levels=levels))
        self._known: dict[str, Document] = {}

    def __getitem__(self, document_id: str) -> Document:
        if (known := self._known.get(document_id)) is not None:
            return known
        for document in self.read((document_id,)):
            return document
        raise KeyError(document_id)

    def read(self, document_ids: Iterable[str]) -> list[Document]:
        """The documents of these ids, in their order; one that the reader may not see is left out.

        What is not known is read in one go: one by one a question's hundred documents take four times as
        long.
        """
        wanted = list(dict.fromkeys(document_ids))
        if len(self._known) > _REMEMBERED:
            self._known = {}  # another, not emptied: other threads may be looking into the old one
        known = self._known
        if missing := [key for key in wanted if key not in known]:
            found = self._library.headings(missing, levels=self._levels)
            known.update({document.id: document for document in found})
        return [known[key] for key in wanted if key in known]

    def __iter__(self) -> Iterator[str]:
        return (document.id for document in self.all())

    def __len__(self) -> int:
        return self._count

    def all(self) -> list[Document]:
        """Every document by name, read anew."""
        return self._library.documents(levels=self._levels)

    def entitled(self, words: tuple[str, ...]) -> frozenset[str]:
        """The ids of those with one of `words` in their title or name, looked for once."""
        return self._entitled(words)

    @cached_property
    def _count(self) -> int:
        return self._library.document_count(levels=self._levels)
