"""What became of every file that was given?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

State = Literal[
    "added", "unchanged", "updated", "renamed", "removed", "rejected", "needs_password", "needs_ocr"
]
_FAILED = frozenset({"rejected", "needs_password", "needs_ocr"})


@dataclass(frozen=True, kw_only=True)
class FileOutcome:
    """The one end state of a file; `reason` is a line in Chinese where it or a part of it could not be read,
    else ""."""

    document: str
    state: State
    reason: str = ""

    def to_dict(self) -> dict[str, str]:
        """The contract's fields, JSON-ready."""
        return {"document": self.document, "state": self.state, "reason": self.reason}


@dataclass(frozen=True, kw_only=True)
class IngestReport:
    """One outcome a file, in the order they became durable.

    `parsed` counts the files that were read into a document, `embedded` the passages that were given
    vectors: both are 0 when nothing changed. Of a chat model's rows `proposed` passed and `dropped` did
    not; it gave no answer for `unanswered` documents, whose ledger stands as read without it. `warning`
    is a line in Chinese about the store itself, mostly "".
    """

    outcomes: tuple[FileOutcome, ...] = ()
    parsed: int = 0
    embedded: int = 0
    proposed: int = 0
    dropped: int = 0
    unanswered: int = 0
    warning: str = ""

    @property
    def added(self) -> tuple[FileOutcome, ...]:
        """Files that are new in the library."""
        return self._of("added")

    @property
    def unchanged(self) -> tuple[FileOutcome, ...]:
        """Files that were in the library as they are."""
        return self._of("unchanged")

    @property
    def updated(self) -> tuple[FileOutcome, ...]:
        """Files whose document was replaced."""
        return self._of("updated")

    @property
    def renamed(self) -> tuple[FileOutcome, ...]:
        """Files known under another name."""
        return self._of("renamed")

    @property
    def removed(self) -> tuple[FileOutcome, ...]:
        """Documents whose file is no longer where it was."""
        return self._of("removed")

    @property
    def failed(self) -> tuple[FileOutcome, ...]:
        """Files that are not in the library, or only in an older version, with the reason."""
        return tuple(outcome for outcome in self.outcomes if outcome.state in _FAILED)

    @property
    def incomplete(self) -> tuple[FileOutcome, ...]:
        """Files that are in the library without some of their pages, with the reason."""
        return tuple(each for each in self.outcomes if each.reason and each.state not in _FAILED)

    def _of(self, state: State) -> tuple[FileOutcome, ...]:
        return tuple(outcome for outcome in self.outcomes if outcome.state == state)
