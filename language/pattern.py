"""A regular expression that is compiled when it is first used: a question uses one in ten."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")


class _Pattern:
    """Becomes what `re.compile` makes with the first method that is asked of it."""

    def __init__(self, text: str, flags: int) -> None:
        self._text = text
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        return getattr(self.compiled(), name)

    def compiled(self) -> re.Pattern[str]:
        """What `re.compile` makes; its methods are this one's from now on."""
        compiled = re.compile(self._text, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return compiled


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile(text, flags)` gives, later; for module constants that few questions come to.

    A pattern of many Chinese characters takes a tenth of a millisecond and more to compile, and there are
    hundreds. One that is no pattern raises re.error at its first use.
    """
    made = _Pattern(text, flags)
    _WAITING.append(made)
    return cast("re.Pattern[str]", made)


def compile_waiting() -> None:
    """Compiles what is imported and not used yet; for who goes on to ask many questions, in a thread of its
    own."""
    waiting, _WAITING[:] = [*_WAITING], []
    for made in waiting:
        if "search" not in vars(made):
            with suppress(re.error):  # whoever uses it is told
                made.compiled()


_WAITING: list[_Pattern] = []
