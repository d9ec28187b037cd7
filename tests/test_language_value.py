"""A value is a frozen dataclass to everybody but the interpreter."""

from __future__ import annotations

import pickle
from dataclasses import field

import pytest

from language.value import replace, value


@value
class Point:
    x: int
    y: int = 0
    names: tuple[str, ...] = field(default=(), compare=False)


def test_a_value_is_equal_and_hashed_by_its_fields() -> None:
    assert Point(x=1) == Point(x=1, y=0) != Point(x=1, y=2)
    assert {Point(x=1, names=("a",))} == {Point(x=1)}


def test_a_value_is_made_by_keywords_replaced_and_sent() -> None:
    with pytest.raises(TypeError):
        Point(1, 2)  # type: ignore[misc]
    assert replace(Point(x=1), y=3) == Point(x=1, y=3)
    assert pickle.loads(pickle.dumps(Point(x=1, y=3))) == Point(x=1, y=3)
