"""When does Python's garbage collector run while questions are asked?

By itself it walks all that was read lately every few questions, 20 to 50 ms at a time, and finds nothing:
what an answer leaves behind is freed as it goes, for hardly any of it stands in a circle.
"""

from __future__ import annotations

import gc
from contextlib import suppress
from typing import TYPE_CHECKING

from assistant.errors import AssistantError

if TYPE_CHECKING:
    from assistant import Assistant

_ALLOCATIONS = 50_000  # between two looks at what is young: some two questions
_LOOKS = 50  # at what is young before one at what is older, and of those before one at everything


def settle() -> None:
    """Leave what is there now out of collections for good, and make those of what comes later rare."""
    gc.freeze()
    gc.set_threshold(_ALLOCATIONS, _LOOKS, _LOOKS)


def ready(assistant: Assistant) -> None:
    """Have the assistant read what its first questions would wait for, then settle once more."""
    with suppress(AssistantError):  # whoever asks is told
        assistant.prepare()
    settle()
