"""What can go wrong while answering? The errors of this package, root first; messages are one Chinese
line."""

from __future__ import annotations


class AssistantError(Exception):
    """The root of this package's errors."""


class CollectionUnavailable(AssistantError):
    """The store cannot be opened or read."""


class BadQuestion(AssistantError):
    """The question is empty or too long."""


class ChatModelError(AssistantError):
    """A chat model did not answer, or broke off; the answer is given without it."""
