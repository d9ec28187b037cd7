"""Where do the number and the running head of a page stand in the sentences of a text copied from pages?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest import lines as kinds

# What becomes of the end of a page in mid-sentence until the lines are made whole; no clean text holds one.
JOINT = "\f"
_NUMBER = re.compile(
    r"[-—–－·~][-—–－·~\s]*\d{1,4}[-—–－·~\s]*|第\s?\d{1,4}\s?页(?:[\s/,，]*共\s?\d{1,4}\s?页)?|\d{1,4}\s?/\s?\d{1,4}"
    r"|(?:Page|page|P\.) ?\d{1,4}(?: ?(?:of|/) ?\d{1,4})?"
)
_BARE = re.compile(r"[1-9]\d{0,2}")
_OF_A_FORM = re.compile(r"[一-鿿]{2,8}[：:]")  # 合作方式：独资、合资或合作
_ANY = re.compile(r"(?m)^[ \t\u3000]*(?:[-—–－·~第PpP\d][^\n]{0,14})[ \t\u3000]*$")
_DIGITS = re.compile(r"\d+")
_MOST_HEAD_CHARS = 40
_MOST_BETWEEN = 6  # lines, blank ones among them, from a page's last line to the next one's first
_LEAST_CHARS = 12  # of a line that a page's end breaks off; a shorter one may be a title
_LEAST_PROSE = 16
_RUNS = 2  # times a running head is printed at least


@dataclass(frozen=True, kw_only=True)
class _End:
    """The lines from `start` to `stop` (exclusive) that only the end of a page put there, and what stands in
    their place."""

    start: int
    stop: int
    instead: str


def without_page_ends(text: str) -> str:
    """The text with its sentences going on over the ends of pages; a `JOINT` stands where they were parted.

    What is printed at the edges of pages is left out there; a page's number that parts nothing is left in.
    """
    if _ANY.search(text) is None:
        return text
    lines = text.split("\n")
    kept: list[str] = []
    at = 0
    for end in _ends(lines):
        kept += [*lines[at : end.start - 1], lines[end.start - 1].rstrip() + end.instead]
        at = end.stop
    return "\n".join([*kept, *lines[at:]])


def _ends(lines: Sequence[str]) -> Iterator[_End]:
    """The ends of pages, in order."""
    heads = _running_heads(lines)
    at = 1
    while at < len(lines):
        stop = _behind(lines, at, heads)
        if stop and lines[at - 1].strip():
            goes_on = _goes_on(lines[stop])
            if goes_on and _breaks_off(lines[at - 1]):
                yield _End(start=at, stop=stop, instead=JOINT)
            elif any(_masked(line) in heads for line in lines[at:stop]):
                yield _End(start=at, stop=stop, instead="" if goes_on else "\n")
            at = stop
        at += 1


def _behind(lines: Sequence[str], at: int, heads: frozenset[str]) -> int:
    """Where the text goes on behind the page's number and running head that begin at `at`; 0 without them."""
    stop, numbers = at, 0
    while stop < len(lines) and stop - at <= _MOST_BETWEEN:
        line = lines[stop].strip()
        is_number = _NUMBER.fullmatch(line) or (
            _BARE.fullmatch(line) and _is_in_prose(lines, at, stop, heads)
        )
        if line and not is_number and _masked(line) not in heads:
            break
        numbers += bool(is_number)
        stop += 1
    return stop if numbers and stop < len(lines) and lines[stop].strip() else 0


def _running_heads(lines: Sequence[str]) -> frozenset[str]:
    """The lines, digits masked, that stand beside a page's number and more than once."""
    beside = {
        _masked(other)
        for at, line in enumerate(lines)
        if (words := line.strip()) and (_NUMBER.fullmatch(words) or _BARE.fullmatch(words))
        for other in (_next(lines, at, 1), _next(lines, at, -1))
    }
    printed = Counter(map(_masked, lines)) if beside else Counter[str]()
    return frozenset(line for line in beside if line and printed[line] >= _RUNS)


def _next(lines: Sequence[str], at: int, step: int) -> str:
    """The next line with words, where it is short enough to be printed over a page."""
    near = (lines[n].strip() for n in range(at + step, at + 4 * step, step) if 0 <= n < len(lines))
    line = next(filter(None, near), "")
    return line if len(line) <= _MOST_HEAD_CHARS and not kinds.ends_sentence(line) else ""


def _is_in_prose(lines: Sequence[str], first: int, at: int, heads: frozenset[str]) -> bool:
    """Whether a bare number stands apart between long lines of prose: it numbers no item of a list, and no
    line was broken in it."""
    before, behind = lines[first - 1].strip(), map(str.strip, lines[at + 1 : at + _MOST_BETWEEN])
    after = next((line for line in behind if line and _masked(line) not in heads), "")
    apart = not lines[at - 1].strip() or at + 1 == len(lines) or not lines[at + 1].strip()
    prose = "，" in before or "。" in before or "," in before
    return apart and prose and not _OF_A_FORM.match(before) and min(len(before), len(after)) >= _LEAST_PROSE


def _masked(line: str) -> str:
    return _DIGITS.sub("#", line.strip())


def _breaks_off(line: str) -> bool:
    """Whether the last line of a page stops in mid-sentence."""
    words = line.strip()
    return (
        len(words) >= _LEAST_CHARS
        and "\t" not in words
        and words[-1] not in "：:"
        and not kinds.ends_sentence(words)
    )


def _goes_on(line: str) -> bool:
    """Whether the first line of a page begins no paragraph of its own."""
    words = line.strip()
    indented = line[: len(line) - len(line.lstrip())]
    begins = kinds.line_kind(words) not in {"text", "boilerplate"} and not _DIGITS.match(words)
    return not ("\u3000" in indented or len(indented) > 1 or begins or "\t" in words)
