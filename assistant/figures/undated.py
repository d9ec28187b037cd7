"""Is a row's time the part of a year that a question names without its year: 一季度, 1—7月?"""

from __future__ import annotations

import re
from functools import lru_cache

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


@lru_cache(maxsize=4096)  # asked of every row
def same_part(own: str, asked: str) -> bool:
    """Whether two labels name the same part of whichever year; a whole year is the same part as any other."""
    return bool(own) and _YEAR.sub("", own) == _YEAR.sub("", asked)


@lru_cache(maxsize=4096)
def in_year_of(own: str, asked: str) -> str:
    """The asked part in the year of a row: 2024-01..2024-07 for 2025-01..2025-07 and 2024-Q1."""
    return _YEAR.sub(own[:4], asked) if own[:4].isdigit() else asked
