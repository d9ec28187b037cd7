"""What can go wrong while a file is read, and how each failure is told to the person who gave it."""

# ruff: noqa: N818 - an error is named for what happened, the root carries the suffix
from __future__ import annotations

from typing import Literal

FailedState = Literal["rejected", "needs_password", "needs_ocr"]


class IngestError(Exception):
    """Anything ingest cannot do; the message is one line in Chinese."""


class WorkerClosed(IngestError):
    """Reading was stopped while files were left."""


class ModelSilent(IngestError):
    """The chat model that was to propose ledger rows gave no answer."""


class FileError(IngestError):
    """One file cannot be read; the message says why and what to do, without the file's name."""

    state: FailedState = "rejected"


class Unreadable(FileError):
    """The file is empty, damaged, dangerous or of a kind that is not read."""


class NeedsPassword(FileError):
    """The file is encrypted."""

    state: FailedState = "needs_password"


class NeedsOcr(FileError):
    """The file holds pictures of text and no text."""

    state: FailedState = "needs_ocr"
