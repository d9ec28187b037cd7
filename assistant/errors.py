"""What can go wrong while answering? Each message is one line of Chinese for an official."""

# ruff: noqa: N818 - an error is named for what happened, the root carries the suffix
from __future__ import annotations


class AssistantError(Exception):
    """The root of this package's errors."""


class CollectionUnavailable(AssistantError):
    """The store cannot be opened or read."""


class BadQuestion(AssistantError):
    """The question is empty or too long."""


class ChatModelError(AssistantError):
    """A chat model did not answer, or broke off; the answer is given without it."""


class ModelUnreadable(AssistantError):
    """A learnt model that comes with the program is missing or damaged."""
