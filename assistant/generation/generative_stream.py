"""How does a model's stream become statements that can be checked? Cleaned, cut where one ends."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

_THOUGHT = re.compile(r"\s*<think>.*?</think>\s*", re.S)
_MARKUP = re.compile(r"!\[[^\]]*\]\([^)]*\)|</?[a-zA-Z][^>\n]*>|(?<!\()https?://[^\s)\]）】，。；、]+")
_LINK = re.compile(r"\[([^\]\n]+)\]\((?!\s*#)[^)\n]*\)")
_LIST = r"\d{1,3}(?:\s*(?:[,，、;；]|[-–—~至])\s*(?:\[?\^?)\d{1,3})*"
_BRACKETED = re.compile(rf"[【［\[]\s*(?:资料|来源|出处|\^)?\s*(?P<list>{_LIST})\s*(?:†[^】\]］]*)?[】］\]]")
_ROUND = re.compile(rf"(?<=[^\s（(])[（(]\s*(?:资料|来源|出处)?\s*(?P<list>{_LIST})\s*[)）]")
_MARKERS = re.compile(r"(?:\[\d{1,3}\])+")
_SPACED = re.compile(r"(?<=\])\s+(?=\[\d)")
# A statement ends with its markers, before or behind the full stop; what follows must be no marker.
_STATEMENT_END = re.compile(
    r"(?:\[\d{1,3}\]\s*[。！？!?]|[。！？!?][”’」』)）]*\s*(?:\[\d{1,3}\])+)(?=[^\s\[【［(（。])"
)


def clean(text: str, *, known: Collection[int]) -> str:
    """Text of a model without thoughts, images, links, HTML; every citation as [n], unknown ones dropped."""
    text = _LINK.sub(_unlinked, _MARKUP.sub("", _THOUGHT.sub("", text)))
    text = _BRACKETED.sub(lambda match: _uniform(match, known, keep=False), text)
    text = _ROUND.sub(lambda match: _uniform(match, known, keep=True), text)
    return _SPACED.sub("", text)


def _unlinked(match: re.Match[str]) -> str:
    """The words of a link; [1](address) still cites."""
    return f"[{match[1]}]" if match[1].isdigit() else match[1]


def _uniform(match: re.Match[str], known: Collection[int], *, keep: bool) -> str:
    """[1、3] → [1][3]; of unknown numbers nothing is left, unless the brackets may mean something else."""
    numbers = _numbers(match["list"])
    if keep and not all(number in known for number in numbers):
        return match.group()
    return "".join(f"[{number}]" for number in dict.fromkeys(numbers) if number in known)


def _numbers(listed: str) -> list[int]:
    found: list[int] = []
    for part in re.split(r"\s*[,，、;；]\s*", re.sub(r"[\[\^]", "", listed)):
        ends = [int(end) for end in re.split(r"\s*[-–—~至]\s*", part)]
        found.extend(range(ends[0], ends[-1] + 1) if ends[-1] - ends[0] < 20 else ends)
    return found


class Statements:
    """Cuts a stream into pieces that can be checked: sentences with their markers, lines, whole tables.

    The pieces joined are the cleaned stream. A lead-in or heading comes with what it announces.
    """

    def __init__(self, known: Collection[int]) -> None:
        self._known = known
        self._held = ""
        self._ready = ""

    def feed(self, piece: str) -> Iterator[str]:
        """The pieces that are complete now."""
        self._held += piece
        yield from self._cut(last=False)

    def end(self) -> Iterator[str]:
        """What is left when the stream is over."""
        yield from self._cut(last=True)

    def _cut(self, *, last: bool) -> Iterator[str]:
        if "<think>" in self._held and "</think>" not in self._held:
            self._held = self._held if not last else self._held.partition("<think>")[0]
            if not last:
                return
        while True:
            size = self._size(last=last)
            if not size:
                return
            piece = clean(self._held[:size], known=self._known)
            self._held = self._held[size:]
            self._ready += piece
            if not self._announces(self._ready) or (last and not self._held):
                yield self._ready
                self._ready = ""

    def _size(self, *, last: bool) -> int:
        """How much of what is held is complete: 0 for nothing yet."""
        if not self._held:
            return 0
        lines = self._held.splitlines(keepends=True)
        if lines[0].lstrip().startswith("|"):
            return self._table(lines, last=last)
        line = lines[0]
        cleaned = clean(line, known=self._known)
        if cleaned == line and (end := _STATEMENT_END.search(line)):
            return end.end()
        if line.endswith("\n") or last:
            return len(line)
        return 0

    def _table(self, lines: list[str], *, last: bool) -> int:
        rows = 0
        for line in lines:
            if not line.lstrip().startswith("|"):
                return rows if line.strip() or line.endswith("\n") else (rows if last else 0)
            rows += len(line)
        return rows if last else 0

    def _announces(self, text: str) -> bool:
        line = text.rstrip().rpartition("\n")[2]
        return not text.strip() or line.rstrip("*").endswith(("：", ":")) or line.lstrip().startswith("#")


def with_shared_markers(text: str) -> str:
    """签约34个。总投资152.66亿元。[1]: sentences of a line without markers get those that follow them.

    They are still looked up there; a model that cites once for two sentences is not wrong.
    """
    return "\n".join(line if line.lstrip().startswith("|") else _shared(line) for line in text.split("\n"))


def _shared(line: str) -> str:
    sentences = re.findall(r"[^。！？!?]+(?:[。！？!?]+[”’」』)）]*(?:\[\d{1,3}\])*)?", line)
    if len(sentences) < 2 or "".join(sentences) != line:
        return line
    following = ""
    shared: list[str] = []
    for sentence in reversed(sentences):
        found = _MARKERS.findall(sentence)
        following = found[-1] if found else following
        ends = sentence.rstrip().endswith(tuple("。！？!?”’」』"))
        shared.append(sentence if found or not ends else sentence.rstrip() + following)
    return "".join(reversed(shared))
