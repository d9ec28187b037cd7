"""What can go wrong between a person and the rooms below."""

from __future__ import annotations


class UiError(Exception):
    """Root of this room's errors; the message is one Chinese line: the thing, the cause, the next step."""


class UsageError(UiError):
    """The command line was not understood."""


class PortBusyError(UiError):
    """Another process listens on the port asked for."""


class OverloadedError(UiError):
    """Every place for a running question is taken."""


class NoPictureError(UiError):
    """A document has no pages to look at."""


class UploadRefusedError(UiError):
    """An uploaded file breaks a limit and was not stored."""
