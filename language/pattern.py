"""A regular expression that is compiled when it is first used: a question uses one in ten."""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")


class _Pattern:
    """Becomes what `re.compile` makes with the first method that is asked of it."""

    def __init__(self, text: str, flags: int) -> None:
        self._text = text
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self._text, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile(text, flags)` gives, later; for module constants that few questions come to.

    A pattern of many Chinese characters takes a tenth of a millisecond and more to compile, and there are
    hundreds. One that is no pattern raises re.error at its first use.
    """
    return cast("re.Pattern[str]", _Pattern(text, flags))
