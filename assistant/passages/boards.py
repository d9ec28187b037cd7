"""Who stands on the red or the black board of a bulletin: 红榜：甲镇、乙镇; 进入“黑榜”的有…?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.figures.undated import same_part
from assistant.matching import term_match
from assistant.passages.marked import asked_words
from assistant.question import QuestionFrame
from assistant.wording import as_printed
from language.period import find_periods
from language.period_label import same_period
from language.place import short_name
from language.text import Span, fold, sentences
from vectorstore.document import Document

_BOARD = re.compile("[红黑黄蓝][榜牌旗]")
_OF_ITSELF = re.compile(
    "评定|评选|标准|机制|办法|依据|发布|通报|由(?:哪|谁)|怎么"
)  # 由谁评定 asks of the board
_LABEL = re.compile(
    r"[^\w]*(?:[一二三四五六七八九十\d]{1,2}[、.)])?[“\"]?[红黑黄蓝][榜牌旗][”\"]?(?:单位|名单)?[:：]?"
)
_LISTS = re.compile("[、:]|进入|分别|获得|夺得|为")
_GENERAL = frozenset(
    "单位 名单 哪些 县区 区县 市县 县市 乡镇 街道 镇街 部门 园区 地方 是谁 多少 榜单".split()
)
_SEARCHED, _ABOVE, _SAID, _MOST = 6, 3, 0.5, 3  # papers, lines above, share said, lines told
_HEADING = 24  # characters


def tell_board(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The lines of the newest paper that say who stands on the board asked about; None for any other
    question, or where no paper of the asked place and time has such a board."""
    boards = set(_BOARD.findall(frame.text.replace("红黑榜", "")))
    if len(boards) != 1 or _OF_ITSELF.search(frame.text):
        return None
    (board,) = boards
    rest = _BOARD.sub(" ", frame.text)
    for name in (
        *(place.name for place in frame.places),
        *(short_name(place.name) for place in frame.places),
    ):
        rest = rest.replace(name, " ")
    asked = [word for word in asked_words(rest) if word not in _GENERAL and not re.search(r"\d", word)]
    for document in collection.documents_found(frame.query, k=_SEARCHED, documents=frame.within or None):
        text = collection.text(document.id)
        if not _is_of(document, text, frame):
            continue
        told = [(_fit(span, text, asked), span) for span in _lines(text, board)]
        best = max((fit for fit, _ in told), default=-1.0)
        if told and best >= (_SAID if asked else 0.0):
            spans = [span for fit, span in told if fit == best][:_MOST]
            return Draft(statements=tuple(_statement(document, span, collection) for span in spans))
    return None


def _is_of(document: Document, text: str, frame: QuestionFrame) -> bool:
    """Whether the paper names the place and the month or quarter asked about."""
    if any(short_name(place.name) not in text for place in frame.places):
        return False
    months = _MONTHS.search(frame.text)
    if months and _plain(months.group()) not in _plain(text):
        return False
    if not frame.periods or months:
        return True
    reference = date.fromisoformat(document.reference_date) if document.reference_date else None
    told = [
        one.label for one in find_periods(fold(text), reference=reference) if not _DAY.fullmatch(one.label)
    ]
    fits = [same_period if period.dated else same_part for period in frame.periods]
    asked = [period.label for period in frame.periods]
    return all(any(fit(one, label) for one in told) for fit, label in zip(fits, asked, strict=True))


_MONTHS = re.compile(r"(?<!\d)\d{1,2}(?:[—–\-~至到]\d{1,2})?月")
_DASH = re.compile(r"(?<=[\d月])[—–~至到](?=\d)")


def _plain(text: str) -> str:
    """1—7月 and 1至7月 alike, and no month of a day: 12月5日."""
    return re.sub(r"\d{1,2}月\d{1,2}日", "", _DASH.sub("-", fold(text)))


_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def _lines(text: str, board: str) -> Iterator[Span]:
    """Sentences that say who stands on the board, with the next line where one is only its name."""
    lines = [match.span() for match in re.finditer(r"[^\n]+", text)]
    spans = [span for start, end in lines for span in sentences(text, start=start, end=end)]
    for at, span in enumerate(spans):
        said = fold(text[span.start : span.end]).replace("红黑榜", "〇〇〇")  # names both, and who is on none
        if board not in said or len(set(_BOARD.findall(said))) > 1:
            continue
        if _LABEL.fullmatch(said.strip()):
            if at + 1 < len(spans):
                yield Span(start=span.start, end=spans[at + 1].end)
        elif _LISTS.search(said):
            yield span


def _fit(span: Span, text: str, asked: list[str]) -> float:
    """The share of what else is asked that the line or the heading right above it says."""
    above = [line for line in text[: span.start].splitlines() if line.strip()][-_ABOVE:]
    heading = next((line for line in reversed(above) if "、" not in line and len(line) <= _HEADING), "")
    said = fold(heading + text[span.start : span.end])
    return round(sum(term_match(word, said) for word in asked) / len(asked), 2) if asked else 0.0


def _statement(document: Document, span: Span, collection: Collection) -> Statement:
    evidence = collection.evidence_at(document.id, span.start, span.end)
    label, _, names = evidence.text.strip().partition("\n")
    told = f"{as_printed(label)}：{as_printed(names)}" if names else as_printed(label)
    return Statement(text=told, evidence=(evidence,))
