"""May a library tell a third party what is asked here? No: called before LangChain is opened."""

from __future__ import annotations

import os
import sys

_SWITCHES = ("LANGSMITH_TRACING", "LANGSMITH_TRACING_V2", "LANGCHAIN_TRACING", "LANGCHAIN_TRACING_V2")


def forbid_tracing() -> None:
    """Switch LangSmith's tracing off for this process, whatever its environment says.

    A variable left in a shell would send questions and passages to a server of theirs.
    """
    os.environ.update(dict.fromkeys(_SWITCHES, "false"))
    if (known := sys.modules.get("langsmith.utils")) is not None:
        known.get_env_var.cache_clear()  # it remembers what the environment said before
