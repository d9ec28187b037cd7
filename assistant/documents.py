"""Which document has this id? Read one at a time, for a collection may have a hundred thousand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache, partial

from vectorstore.document import Document
from vectorstore.errors import NoSuchDocument
from vectorstore.library import Library
from vectorstore.library_documents import Levels

_REMEMBERED = 4096  # headings, of half a kilobyte each


class Documents(Mapping[str, Document]):
    """The documents of one generation that the reader may see, without text, by id; iterated by name."""

    def __init__(self, library: Library, *, levels: Levels) -> None:
        self._library = library
        self._levels = levels
        self._entitled = lru_cache(maxsize=8)(partial(library.entitled, levels=levels))
        self._read = lru_cache(maxsize=_REMEMBERED)(lambda key: library.heading(key, levels=levels))

    def __getitem__(self, document_id: str) -> Document:
        try:
            return self._read(document_id)
        except NoSuchDocument as error:
            raise KeyError(document_id) from error

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
