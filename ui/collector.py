"""What is read before the first question, and kept out of what the garbage collector walks through?

It rests while an answer is made (`assistant.uncollected`); without this the next request would wait for it.
"""

from __future__ import annotations

import gc
from contextlib import suppress
from typing import TYPE_CHECKING

from assistant.errors import AssistantError

if TYPE_CHECKING:
    from assistant import Assistant


def ready(assistant: Assistant) -> None:
    """Have the assistant read what its first questions would wait for, then keep what is there out of
    collections for good."""
    with suppress(AssistantError):  # whoever asks is told
        assistant.prepare()
    gc.freeze()
