"""When was an undated text written? A year and month inferred from what it says, and marked as inferred."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class InferredDate:
    """`published` is YYYY or YYYY-MM; `reference` the ISO date that 今年 and 一季度 are resolved against."""

    published: str
    reference: str


def infer_date(text: str) -> InferredDate | None:
    """The date the text implies, or None where nothing in it dates it."""
    return None
