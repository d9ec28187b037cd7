"""Which document is this file: one the library holds, one under another name, or a new one?"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Collection, Iterator, Sequence

from vectorstore.library import Fingerprint


class Identities:
    """The documents a library holds by source, kept up to date while files are taken in one after another."""

    def __init__(self, fingerprints: Sequence[Fingerprint]) -> None:
        self._known: dict[str, Fingerprint] = {}
        self._by_content: dict[str, list[Fingerprint]] = {}
        self._ids: set[str] = set()
        self._seen: set[str] = set()
        for fingerprint in fingerprints:
            self.remember(fingerprint)
            self._by_content.setdefault(fingerprint.sha256, []).append(fingerprint)

    def is_new_sight(self, source: str) -> bool:
        """True the first time a source is given in this run."""
        fresh = source not in self._seen
        self._seen.add(source)
        return fresh

    def of(self, source: str) -> Fingerprint | None:
        """The document that came from this source."""
        return self._known.get(source)

    def claim(self, sha256: str, *, present: Collection[str]) -> Fingerprint | None:
        """The document this content had before its file got another name or place; it is given once."""
        for old in self._by_content.get(sha256, []):
            if old.source in self._known and old.source not in self._seen and _is_gone(old.source, present):
                return self._known.pop(old.source)
        return None

    def give_back(self, claimed: Fingerprint) -> None:
        """What was claimed stays where it was: its file could not be read."""
        self._known[claimed.source] = claimed

    def remember(self, fingerprint: Fingerprint) -> None:
        """This document is in the library."""
        self._known[fingerprint.source] = fingerprint
        self._ids.add(fingerprint.document_id)

    def new_id(self, source: str) -> str:
        """An id made from the source, reserved; a renamed document may still hold the first choice."""
        chosen = next(
            candidate
            for attempt in range(len(self._ids) + 1)
            if (candidate := _hash_id(source, attempt)) not in self._ids
        )
        self._ids.add(chosen)
        return chosen

    def vanished(
        self, folders: Sequence[str], *, present: Collection[str], kept: Sequence[str]
    ) -> list[Fingerprint]:
        """The documents that came from these folders and files before and were not seen now.

        What came from under a source of `kept` could not be looked at, and has not vanished.
        """
        roots = tuple(folder.rstrip("/") + "/" for folder in folders)
        spared_under = tuple(end for each in kept for end in (f"{each}/", f"{each}!/", f"{each}#"))
        spared = {*self._seen, *kept}
        return [
            fingerprint
            for source, fingerprint in sorted(self._known.items())
            if (source.startswith(roots) or _container(source) in present)
            and source not in spared
            and not source.startswith(spared_under)
        ]


def _hash_id(source: str, attempt: int) -> str:
    return hashlib.sha256(f"{source}\0{attempt or ''}".encode()).hexdigest()[:16]


def _containers(source: str) -> Iterator[str]:
    """The source and each file that may hold it: A.zip!/b.jsonl#7 is in A.zip!/b.jsonl and in A.zip."""
    yield from (source[: match.start()] for match in _INSIDE.finditer(source))
    yield source


_INSIDE = re.compile("!/|#")


def _container(source: str) -> str:
    """The outermost file that a member or record came from; the source itself if it is a file."""
    return next(_containers(source))


def _is_gone(source: str, present: Collection[str]) -> bool:
    return not any(each in present or os.path.lexists(each) for each in _containers(source))
