"""Where does an article go on that is cut with 下转第3版? Behind 上接第1版, where that is certain."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.layout.masthead import page_label
from ingest.layout.printed import Line, Sheet

_LABEL = r"第?\s?([A-Z]?\d{1,2}|[一二三四五六七八九十]{1,3})\s?版"
_TO = re.compile(rf"[（(【\[▶►]?\s?(?:下转|紧转|转)\s?{_LABEL}[^。]{{0,8}}$")
_FROM = re.compile(
    rf"^[（(【\[◀◄]?\s?(?:上接|紧接|接)\s?{_LABEL}(?:[^。）)】\]]{{0,8}}[）)】\]]|[^。]{{0,4}}$)?"
)
_HEADLINE = 1.3  # times the text
_HAN = "一二三四五六七八九十"


@dataclass(frozen=True, kw_only=True)
class Joined:
    """The lines in the order of their articles, and the marks and repeated headlines taken out of them."""

    lines: tuple[Line, ...]
    marks: tuple[Line, ...] = ()


def joined(lines: Sequence[Line], sheets: Sequence[Sheet]) -> Joined:
    """The lines of all pages with each cut article in one piece, where it is sure what belongs together."""
    if len(sheets) < 2:
        return Joined(lines=tuple(lines))
    labels = {sheet.number: page_label(sheet.lines) or str(sheet.number) for sheet in sheets}
    apart = [part for line in lines for part in _marks_apart(line)]
    jumps = list(_jumps(apart, labels))
    moved = {index for _, _, segment in jumps for index in segment}
    marks = {index for _, own, _ in jumps for index in own}
    after = {end: segment for end, _, segment in jumps}
    ordered: list[Line] = []
    for index, line in enumerate(apart):
        if index in moved:
            continue
        if index in after:
            ordered += [apart[each] for each in after[index]]
        if index not in marks:
            ordered.append(line)
    return Joined(lines=tuple(ordered), marks=tuple(apart[index] for index in sorted(marks)))


def _jumps(lines: Sequence[Line], labels: dict[int, str]) -> list[tuple[int, list[int], list[int]]]:
    """(index of 下转, indexes of what is no text, indexes of the continuation) of each sure jump."""
    ends = [(n, _number(match[1])) for n, line in enumerate(lines) if (match := _TO.fullmatch(line.text))]
    starts = [(n, _number(match[1])) for n, line in enumerate(lines) if (match := _FROM.fullmatch(line.text))]
    found = []
    for end, target in ends:
        source = labels[lines[end].page]
        fits = [n for n, from_page in starts if from_page == source and labels[lines[n].page] == target]
        rivals = [n for n, to in ends if to == target and labels[lines[n].page] == source]
        if len(fits) != 1 or len(rivals) != 1:
            continue
        [start] = fits
        segment = _segment(lines, start)
        head = _repeated(lines, start)
        if segment:
            found.append((end, [end, start, *head], segment))
    return found


def _segment(lines: Sequence[Line], start: int) -> list[int]:
    """The lines after 上接, up to the next headline or the end of the page."""
    segment: list[int] = []
    size = lines[start + 1].size if start + 1 < len(lines) else 0.0
    for index in range(start + 1, len(lines)):
        line = lines[index]
        if line.page != lines[start].page or line.size > _HEADLINE * size:
            break
        segment.append(index)
    return segment


def _repeated(lines: Sequence[Line], start: int) -> list[int]:
    """The headline printed again over 上接."""
    head: list[int] = []
    size = lines[start + 1].size if start + 1 < len(lines) else 0.0
    for index in range(start - 1, -1, -1):
        if lines[index].page != lines[start].page or lines[index].size <= _HEADLINE * size:
            break
        head.append(index)
    return head


def _marks_apart(line: Line) -> list[Line]:
    """The line, a jump's mark at its end or its beginning set apart from it."""
    if (match := _TO.search(line.text)) and match.start() > 0:
        return [replace(line, text=line.text[: match.start()].rstrip()), replace(line, text=match.group())]
    if (match := _FROM.match(line.text)) and match.end() < len(line.text):
        return [replace(line, text=match.group()), replace(line, text=line.text[match.end() :].lstrip())]
    return [line]


def _number(label: str) -> str:
    """三 and 03 as 3; A03 as A03."""
    if label[0] not in _HAN:
        return label.lstrip("0")
    tens, _, ones = label.rpartition("十")
    if "十" not in label:
        return str(_HAN.index(label) + 1)
    return str((_HAN.index(tens) + 1 if tens else 1) * 10 + (_HAN.index(ones) + 1 if ones else 0))
