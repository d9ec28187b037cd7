"""What is a chat model told? Chinese templates, one Markdown file a task, filled strictly."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from importlib import resources

_SLOT = re.compile(r"\{\{([a-z_]+)\}\}")


class PromptError(Exception):
    """The root of this package's errors: a template is missing, or filled with the wrong variables."""


def prompt(name: str, **variables: str) -> str:
    """The template `zh/<name>.md` with every `{{variable}}` filled; a value is never expanded again.

    Raises: PromptError if there is no such template, or a variable is missing or not asked for.
    """
    template = _template(name)
    wanted = set(_SLOT.findall(template))
    missing, extra = wanted - variables.keys(), variables.keys() - wanted
    if missing or extra:
        raise PromptError(f"prompt {name}: missing {sorted(missing)}, not asked for {sorted(extra)}")
    return _SLOT.sub(lambda slot: variables[slot[1]], template).strip()


def prompt_hash() -> str:
    """Twelve hexadecimal digits that change with any template; evaluation reports carry them."""
    digest = hashlib.sha256()
    for name in _names():
        digest.update(f"{name}\0{_template(name)}\0".encode())
    return digest.hexdigest()[:12]


def _names() -> list[str]:
    folder = resources.files(__name__) / "zh"
    return sorted(entry.name.removesuffix(".md") for entry in folder.iterdir() if entry.name.endswith(".md"))


@cache
def _template(name: str) -> str:
    if name not in _names():
        raise PromptError(f"prompt {name}: no such template; there are {', '.join(_names())}")
    return (resources.files(__name__) / "zh" / f"{name}.md").read_text("utf-8")
