"""Normal forms that keep offsets, and where sentences and clauses begin and end."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib import resources

from language.value import value

_CLOSERS = "”’\"'）)】」』》"
_SENTENCE_END = re.compile(rf"[。！？!?]+[{_CLOSERS}]*")
_IN_CHARGE = r"(?:单位|部门|[处科]室|牵头|负责|配合|联系[人方电])"
# 给予补助。（责任单位：市财政局）对新建的…… : the bracket closes what stands before it.
_NOTE = (
    rf"(?:[（(][^（）()\n]{{0,60}}?{_IN_CHARGE}(?:[^（）()\n]|[（(][^（）()\n]*[）)])*[）)]"
    rf"|[\[【][^\[\]【】\n]{{0,60}}?{_IN_CHARGE}[^\[\]【】\n]*[\]】])"
)
_NOTE_ALONE = re.compile(
    rf"\s*(?:{_NOTE}|(?:责任|牵头|配合)(?:单位|部门)[：:][^。；;\n]{{2,80}}(?:[；;]\s*(?:完成|办结|整改)?(?:时限|期限|时间)[：:][^。；;\n]{{2,20}})?)[。；;]?\s*"
)
_NOTE_BEHIND = re.compile(rf"(?<=[。！？!?；;]){_NOTE}")
_BRACKET_BEHIND = re.compile(r"[（(\[【](?<=[。！？!?；;].)")
_LIST_MARK = re.compile(
    r"[ \t\u3000]*(?:[●■▶►◀▲▼◆□◎○•·①-⑳\-*#|]"
    r"|[（(]?[一二三四五六七八九十]+[、）)]|\d{1,2}(?:[.．](?!\d)|[、)）]))"
)
_CLAUSE_END = re.compile(rf"[，,；;。！？!?：:][{_CLOSERS}]*|\n")
_MARKUP = re.compile(r"\*\*|__|`|(?m:^#{1,6} )")
# Between these a space or a line break is only lay-out: 取\n得, 49 个, 2023 年.
_TIGHT = r"[一-鿿\u3000-〿！-～，。；：、“”‘’（）《》【】%％—…·〇]"
# So are the ends of lines inside a number: 51.⏎2亿元, 104⏎%.
_BROKEN_NUMBER = r"(?<=\d\.\n)[ \t\u3000]*(?=\d)|(?<=\d\n)[ \t\u3000]*(?=%)"
# The space comes first, so that the engine skips to it.
_LAYOUT_SPACE = re.compile(rf"\s(?:(?<={_TIGHT}\s)\s*(?=\S)|(?<=\S\s)\s*(?={_TIGHT})|{_BROKEN_NUMBER})")
_BESIDE_NUMBER = re.compile(r" (?:(?<=[一-鿿] )(?=\d)|(?<=[\d%％] )(?=[一-鿿]))")
_TO_DROP = re.compile(r"[\s*_`]")  # what lay-out and mark-up cannot do without
SHORT_LINE = 18  # a line shorter than this that ends in no comma was meant to stand alone


@value
class Span:
    """Characters `start` to `end` (exclusive) of some text."""

    start: int
    end: int


@lru_cache(maxsize=1)
def _folding() -> dict[int, str]:
    """Full width to half width and traditional to simplified, one character for one character."""
    table = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    table[0x3000] = " "
    path = resources.files("opencc") / "dictionary" / "TSCharacters.txt"
    for line in path.read_text("utf-8").splitlines():
        traditional, _, simplified = line.partition("\t")
        first = simplified.split(" ")[0]
        if len(traditional) == 1 and len(first) == 1:
            table[ord(traditional)] = first
    # 著名, 乾坤 and 瞭望 are simplified words already; the character table would damage them.
    for keep in "著乾瞭":
        table.pop(ord(keep), None)
    return {code: to for code, to in table.items() if to != chr(code)}


@lru_cache(maxsize=1)
def _foldable() -> re.Pattern[str]:
    """A character that may be folded. Those beyond the first plane all are: a set of single ones among them
    is searched one by one."""
    near = "".join(re.escape(chr(code)) for code in _folding() if code <= 0xFFFF)
    return re.compile(f"[{near}\U00010000-\U0010ffff]")


def fold(text: str) -> str:
    """The same text with full-width forms halved and traditional characters simplified.

    Same length, character for character, so that offsets into the result are offsets into `text`.
    """
    if text.isascii():
        return text
    if len(text) <= _SHORT_CHARS:
        return _folded(text)
    return _folded_whole(text) if len(text) <= _LONG_CHARS else _translated(text)


def simplified(text: str) -> str:
    """The same text, as long as it was, with traditional characters simplified and its marks as they are."""
    if _TRADITIONAL.search(text, 0, _SHORT_CHARS) is None:
        return text
    return "".join(new if "一" <= old <= "鿿" else old for old, new in zip(text, fold(text), strict=True))


_TRADITIONAL = re.compile(
    "[來發時間編輯點擊瀏覽標簽籤權聲關閉頁記報訊體號聯繫項區縣億萬]"
)  # no such text lacks them
_SHORT_CHARS, _LONG_CHARS = 400, 100_000


@lru_cache(maxsize=4096)  # a question folds the same titles and sentences again and again
def _folded(text: str) -> str:
    return _translated(text)


@lru_cache(maxsize=2)  # who reads a document folds the whole of it more than once
def _folded_whole(text: str) -> str:
    return _translated(text)


_FEW_KINDS = 16  # a simplified text folds its punctuation and no more


def _translated(text: str) -> str:
    """`text.translate`, which asks for every character, at a tenth of the time where few kinds are folded."""
    table, at = _folding(), 0
    for _ in range(_FEW_KINDS):
        match = _foldable().search(text, at)
        if match is None:
            return text
        char, at = match.group(), match.end()
        text = text.replace(char, table.get(ord(char), char))
    return text.translate(table)


@value
class Reading:
    """Text as a reader takes it in, without lay-out spaces and mark-up, and the way back.

    `offsets[i]` is where `text[i]` stands in the source; it has one entry more than `text`, the end.
    """

    text: str
    offsets: Sequence[int]

    def source(self, start: int, end: int) -> Span:
        """The span of the source that `text[start:end]` was read from."""
        if start >= end:
            return Span(start=self.offsets[start], end=self.offsets[start])
        return Span(start=self.offsets[start], end=self.offsets[end - 1] + 1)

    def joined(self, other: Reading) -> Reading:
        """Both as one text; each part keeps its way back to where it is printed."""
        return Reading(text=self.text + other.text, offsets=(*self.offsets[:-1], *other.offsets))


def close_to_numbers(text: str) -> str:
    """The text without the blanks that some set between Chinese characters and numbers: 2024 年 1—5 月."""
    return _BESIDE_NUMBER.sub("", text) if " " in text else text


def is_laid_out(text: str) -> bool:
    """Whether reading a text may leave out anything: lay-out spaces, breaks, emphasis marks."""
    return bool(_TO_DROP.search(text))


def read(text: str, *, start: int = 0, end: int | None = None) -> Reading:
    """`text[start:end]` folded, without lay-out spaces, breaks inside a sentence and emphasis marks."""
    stop = len(text) if end is None else end
    return read_folded(fold(text[start:stop]), start=start)


def read_folded(piece: str, *, start: int) -> Reading:
    """What `read` makes of a piece that is folded already and stands at `start` of its text."""
    stop = start + len(piece)
    if not is_laid_out(piece):
        return Reading(text=piece, offsets=range(start, stop + 1))
    dropped = sorted(
        match.span() for pattern in (_MARKUP, _LAYOUT_SPACE) for match in pattern.finditer(piece)
    )
    if not dropped:
        return Reading(text=piece, offsets=range(start, stop + 1))
    kept: list[str] = []
    offsets: list[int] = []
    at = 0
    for left, right in [*dropped, (len(piece), len(piece))]:
        if at < left:
            kept.append(piece[at:left])
            offsets.extend(range(start + at, start + left))
        at = max(at, right)
    return Reading(text="".join(kept), offsets=(*offsets, stop))


def is_note(sentence: str) -> bool:
    """Whether a sentence says no more than who is in charge: （责任单位：市财政局）, 牵头单位：市商务局。"""
    return _NOTE_ALONE.fullmatch(sentence) is not None


def sentences(text: str, *, start: int = 0, end: int | None = None) -> list[Span]:
    """Sentence spans of `text[start:end]`, in order, trimmed of white space.

    A line break ends a sentence only where the line was meant to stand alone: a short line, or the next line
    opens with a list mark. Newspapers break lines and paragraphs inside sentences. What runs on for more than
    `LONGEST_SENTENCE` characters is cut at a semicolon or comma: what a sentence tells is looked for around
    each of its figures, so that the work grows with the square of its length.
    """
    return [*_sentences(text, start, len(text) if end is None else end)]


@lru_cache(maxsize=512)  # a document's blocks are cut for its passages, and again for its figures
def _sentences(text: str, start: int, stop: int) -> tuple[Span, ...]:
    cuts = {match.end() for match in _SENTENCE_END.finditer(text, start, stop)}
    if _BRACKET_BEHIND.search(text, start + 1, stop):  # few texts have one, and this is soon seen
        cuts |= {match.end() for match in _NOTE_BEHIND.finditer(text, start, stop)}
    at, width = start, -1
    while (after := text.find("\n", at, stop) + 1) > 0:
        line = text[at:after].strip()
        at = after
        alone = 0 < len(line) < SHORT_LINE and line[-1] not in "，,、；;：:（("
        if alone:
            width = _narrow_width(text[start:stop]) if width < 0 else width
            alone = len(line) < _FULL * width if width else True
        if alone or _LIST_MARK.match(text, after) or _parts_paragraphs(text, after, since=start):
            cuts.add(after)
    edges = [start, *sorted(cut for cut in cuts if start < cut < stop), stop]
    return tuple(_trimmed(text, [*_of_bearable_length(text, edges)]))


LONGEST_SENTENCE = 1000  # characters; the longest of judgments that are one sentence have some 800
# Where a run of text without a stop may be cut, the best places first; never inside a number.
_BREATHS = (
    re.compile(r"(?<=[；;])"),
    re.compile(r"(?<=[，,、])(?!\d{3})"),
    re.compile(r"(?<![\d.,])|(?![\d.,])"),
)


def _of_bearable_length(text: str, edges: Sequence[int]) -> Iterator[int]:
    for left, right in itertools.pairwise(edges):
        yield left
        while right - left > LONGEST_SENTENCE:
            left = _breath(text, left)
            yield left
    yield edges[-1]


def _breath(text: str, start: int) -> int:
    """The last good place to cut in the second half of what a sentence from `start` may hold."""
    half, full = start + LONGEST_SENTENCE // 2, start + LONGEST_SENTENCE
    for pattern in _BREATHS:
        found = [match.start() for match in pattern.finditer(text, half, full)]
        if found:
            return found[-1]
    return full


def _parts_paragraphs(text: str, after: int, *, since: int) -> bool:
    """Whether the blank line at `after` parts two paragraphs and no sentence runs over it: an article begins
    or what stands before holds no stop at all, as the points of a slide do."""
    if not text.startswith("\n", after) or text[after - 2] in "。！？”":
        return False
    if _ARTICLE.match(text, after):
        return True
    before = text[max(since, text.rfind("\n\n", since, after - 1)) : after].strip()
    return bool(before) and not _STOP.search(before) and not _GOES_ON.match(text, after)


_ARTICLE = re.compile(r"\n{1,20}[ \t\u3000]*第[一二三四五六七八九十百]{1,4}[条章节]")
_STOP = re.compile(r"[。；;！？!?…]|[，,、：:（(“《的和与及在为将对以向把由于至到]$")
_GOES_ON = re.compile(
    r"\n{1,20}[ \t\u3000]*(?:[，、。；：！？”’）》」％%‰]|的(?!确)|(?:亿|万)(?:美?元|吨|平方米)|余[家个项])"
)


def _narrow_width(text: str) -> int:
    """The width in characters at which a narrow column was wrapped (全市新 / 签约9个), 0 where none was."""
    lines = [line for raw in text.split("\n") if (line := raw.strip())]
    width = max(map(len, lines), default=0)
    full = [line for line in lines[:-1] if len(line) >= _FULL * width]
    if len(lines) < _LEAST_WRAPPED or width >= SHORT_LINE + 3 or 2 * len(full) < len(lines):
        return 0
    return width if any(_INSIDE.search(line[1:-1]) for line in full) else 0


_LEAST_WRAPPED = 3
_FULL = 0.75  # of the width: stops hang over, and half a number is not parted
_INSIDE = re.compile(r"[，。；,;]")


def clauses(text: str, *, start: int = 0, end: int | None = None) -> list[Span]:
    """Clause spans between commas, semicolons, colons and stops, trimmed; commas of numbers do not cut."""
    stop = len(text) if end is None else end
    cuts = [
        match.end()
        for match in _CLAUSE_END.finditer(text, start, stop)
        if not (match.group()[0] in ",，" and text[match.start() - 1 : match.start()].isdigit()
                and re.match(r"\d{3}(?!\d)", text[match.end() : match.end() + 4]))
    ]  # fmt: skip
    return _trimmed(text, [start, *cuts, stop])


def _trimmed(text: str, edges: list[int]) -> list[Span]:
    spans = []
    for left, right in itertools.pairwise(edges):
        piece = text[left:right]
        begin = left + len(piece) - len(piece.lstrip())
        finish = left + len(piece.rstrip())
        if begin < finish:
            spans.append(Span(start=begin, end=finish))
    return spans
