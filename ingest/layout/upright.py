"""Which characters of a page are a headline set from top to bottom, as newspapers print it beside columns?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ingest.layout.printed import Line

_LARGER = 1.25  # than most type of the page
_LEAST = 4  # characters under each other
_STEP = 1.6  # em from one character to the next
_ALIGNED = 0.3  # em between the middles of two of them
_BESIDE = 1.2  # em of white between two columns of one headline


def with_tall_headlines(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page, large characters set under each other as one tall line.

    Where a headline has several such columns, the right one is read first.
    """
    single = [line for line in lines if len(line.text) == 1]
    if len(single) < _LEAST:
        return list(lines)
    sizes = Counter[float]()
    for line in lines:
        sizes[line.size] += len(line.text)
    body = sizes.most_common(1)[0][0]
    single = [line for line in single if line.size >= _LARGER * body]
    stacks = [stack for stack in _stacks(single) if len(stack) >= _LEAST]
    taken = {id(line) for stack in stacks for line in stack}
    return [*(line for line in lines if id(line) not in taken), *_headlines(stacks)]


def _stacks(single: Sequence[Line]) -> list[list[Line]]:
    """Runs of characters under each other, each from the top."""
    stacks: list[list[Line]] = []
    for line in sorted(single, key=lambda line: line.top):
        for stack in stacks:
            if _is_under(stack[-1], line):
                stack.append(line)
                break
        else:
            stacks.append([line])
    return stacks


def _is_under(above: Line, line: Line) -> bool:
    return (
        abs(above.size - line.size) < 0.05 * line.size
        and 0 < line.top - above.top < _STEP * line.size
        and abs(above.left + above.right - line.left - line.right) < 2 * _ALIGNED * line.size
    )


def _headlines(stacks: Sequence[Sequence[Line]]) -> list[Line]:
    found: list[Line] = []
    for stack in sorted(stacks, key=lambda stack: -stack[0].left):
        column = _tall(stack)
        if found and _is_beside(found[-1], column):
            found[-1] = _tall([found[-1], column])
        else:
            found.append(column)
    return found


def _is_beside(right: Line, left: Line) -> bool:
    return (
        abs(right.size - left.size) < 0.05 * left.size
        and right.left - left.right < _BESIDE * left.size
        and min(right.bottom, left.bottom) > max(right.top, left.top)
    )


def _tall(lines: Sequence[Line]) -> Line:
    return replace(
        lines[0],
        text="".join(line.text for line in lines),
        left=min(line.left for line in lines),
        top=min(line.top for line in lines),
        right=max(line.right for line in lines),
        bottom=max(line.bottom for line in lines),
        runs=tuple(run for line in lines for run in line.runs),
    )
