"""Figures brought to one unit before they are added or taken from one another."""

from __future__ import annotations

import dataclasses
from decimal import Decimal

import pytest
from fakes_assistant import FIGURE

from assistant.figures.computed import in_largest_unit


@pytest.mark.parametrize(
    ("units", "values", "expected", "unit"),
    [
        (("亿元", "万元"), ("1.5", "3000"), ("1.5", "0.3"), "亿元"),
        (("万美元", "亿美元"), ("18850", "1.385"), ("1.885", "1.385"), "亿美元"),
        (("个", "个"), ("31", "22"), ("31", "22"), "个"),
    ],
)
def test_the_largest_unit_holds_all(
    units: tuple[str, str], values: tuple[str, str], expected: tuple[str, str], unit: str
) -> None:
    rows = [
        dataclasses.replace(FIGURE, unit=own, value=Decimal(value))
        for own, value in zip(units, values, strict=True)
    ]
    assert in_largest_unit(rows) == ([Decimal(value) for value in expected], unit)
