"""Answers questions over a store, every figure checked against the passage it cites."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from assistant.answer import Answer, Citation, Table
    from assistant.assistant import Assistant
    from assistant.errors import AssistantError

__all__ = ["Answer", "Assistant", "AssistantError", "Citation", "Table"]


def __getattr__(name: str) -> Any:
    """Loads the parts on first use, so that importing the package costs nothing."""
    from importlib import import_module

    homes = {
        "Assistant": "assistant",
        "AssistantError": "errors",
        "Answer": "answer",
        "Citation": "answer",
        "Table": "answer",
    }
    if name not in homes:
        raise AttributeError(f"module 'assistant' has no attribute {name!r}")
    return getattr(import_module(f"assistant.{homes[name]}"), name)
