"""Which short lines belong together as a name and its number, set one above the other: 新签约项目 / 87个?"""

from __future__ import annotations

import re
from collections.abc import Sequence

_VALUE = re.compile(
    r"(?:约|超|近|逾)?\d[\d.,]*\s?(?:万|亿)?[^\d，。；、：:\s]{1,8}(?:/[^\d，。；\s]{1,8})?"
    r"(?:[，,]\s?(?:同比)?(?:增长|下降|增|降)\s?\d[\d.]*%)?"
)
_NAME = re.compile(r"[一-鿿（）()“”A-Z]{2,16}")
_NAMED_WITH_SIZE = re.compile(r"[一-鿿]{0,6}\d*[千万亿]元以上[一-鿿]{2,8}")
_MEASURES = re.compile(
    r"项目|资金|[内外]资|投资|企业|产值|收入|税|人次|批次|面积|[额率量价数]$|租金|成本|用[地电水气]"
)
_FEWEST = 2  # pairs in a row; one may be chance


def is_value(line: str) -> bool:
    """Whether the line is a number with its unit, and maybe how it grew."""
    return _VALUE.fullmatch(line) is not None


def is_name(line: str) -> bool:
    """Whether the line may be what such a number measures."""
    return _NAME.fullmatch(line) is not None or _NAMED_WITH_SIZE.fullmatch(line) is not None


def is_pair(lines: Sequence[str]) -> bool:
    """Whether the two lines are a name and its number, either way round."""
    return len(lines) == 2 and any(is_value(a) and is_name(b) for a, b in (lines, lines[::-1]))


def pairs_in(lines: Sequence[str]) -> list[int]:
    """The indexes of lines that go with the next: names over their numbers, or numbers over their names."""
    found: list[int] = []
    at = 0
    while at < len(lines):
        stop = _end(lines, at)
        run = lines[at:stop]
        first = at + (
            len(run) % 2 and is_name(run[0]) and not _MEASURES.search(run[0])
        )  # 数字, over them all
        found += range(first, stop - 1, 2) if len(run) >= 2 * _FEWEST else ()
        at = stop if len(run) >= 2 * _FEWEST else at + 1
    return found


def _end(lines: Sequence[str], at: int) -> int:
    """Behind the last line of those that are names and numbers in turn from `at` on."""
    kinds = [is_name, is_value] if is_name(lines[at]) else [is_value, is_name]
    stop = at
    while stop < len(lines) and kinds[(stop - at) % 2](lines[stop]):
        stop += 1
    return stop
