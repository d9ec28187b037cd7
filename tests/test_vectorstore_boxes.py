"""Boxes: what is packed comes back, and a span is found where it is printed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vectorstore.document import Box, Boxes, Document

TENTHS = st.integers(min_value=-20_000, max_value=200_000).map(lambda value: value / 10)
PERCENT = st.integers(min_value=0, max_value=100).map(lambda value: value / 100)


@st.composite
def rows_of_boxes(draw: st.DrawFn) -> list[Box]:
    made: list[Box] = []
    at = 0
    for _ in range(draw(st.integers(0, 12))):
        start = at + draw(st.integers(0, 5))
        at = start + draw(st.integers(1, 40))
        left, top, right, bottom = (draw(TENTHS) for _ in range(4))
        page, sure = draw(st.integers(1, 900)), draw(PERCENT)
        made.append(
            Box(
                page=page, start=start, end=at, left=left, top=top, right=right, bottom=bottom,
                confidence=sure,
            )
        )  # fmt: skip
    return made


@given(rows_of_boxes(), st.integers(0, 300), st.integers(0, 300))
def test_packed_boxes_come_back_and_a_span_finds_its_own(boxes: list[Box], start: int, end: int) -> None:
    packed = Boxes.of(boxes)
    assert list(packed) == boxes
    touched = [box for box in boxes if box.start < end and box.end > start and start < end]
    assert list(packed.between(start, end)) == touched


def test_a_span_over_two_columns_has_a_box_in_each_and_only_its_own_part() -> None:
    text = "临江区签约项目三十四个总投资百亿元"
    boxes = Boxes.of(
        [
            Box(page=1, start=0, end=11, left=50, top=700, right=160, bottom=710),
            Box(page=2, start=11, end=17, left=300, top=80, right=360, bottom=90),
        ]
    )
    document = Document(id="d", name="d.pdf", text=text, boxes=boxes)
    first, second = document.boxes_of(7, 14)
    assert (first.page, first.left, first.right, first.top) == (1, 120, 160, 700)
    assert (second.page, second.left, second.right) == (2, 300, 330)
    assert document.boxes_of(3, 3) == ()


@pytest.mark.parametrize(("span", "top", "bottom"), [((0, 2), 100, 120), ((2, 5), 120, 150)])
def test_a_vertical_line_is_narrowed_downwards(span: tuple[int, int], top: float, bottom: float) -> None:
    boxes = Boxes.of([Box(page=1, start=0, end=5, left=10, top=100, right=20, bottom=150)])
    [box] = Document(id="d", name="d.pdf", text="临江区签约", boxes=boxes).boxes_of(*span)
    assert (box.left, box.top, box.right, box.bottom) == (10, top, 20, bottom)
