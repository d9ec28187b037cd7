"""How many points does a rule give for something, and which score makes a grade: 每个加几分, 多少分算优秀?"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.evidence import Evidence
from assistant.matching import term_match
from assistant.passages.clause_window import cut
from assistant.passages.marked import asked_words
from assistant.passages.table_row import row_in_words, row_pieces, told_under
from assistant.passages.written_table import WrittenRow, cells_of, written_rows
from assistant.question import QuestionFrame
from assistant.wording import as_printed
from language.place import short_name
from language.points import gives_points
from language.quantity import find_quantities
from language.text import Span, fold, sentences
from language.value import value
from vectorstore.document import Document

_ASKED = re.compile(
    r"(?:多少|几)个?分(?!钱|之|公司|店|局|区|钟|会场|中心)|分值|[得拿算]满分|[加扣]分(?:上限|标准|[^,。?]{0,4}最[多高])|评分标准"
    r"|(?:怎样|怎么|如何|什么|哪些|啥|怎么样)[^,。?不]{0,8}(?:算|评为|评上|定为|评定为)(?:优秀|良好|合格)"
)
_ASKING = re.compile(
    r"(?:多少|几)个?分|[得拿算]满分|(?:考核|考评|评价|评分)(?:办法|细则|标准|方案|规则|规定)?|分值|等[次级]|档次|[加扣得计记算占能评为定要达到]+(?=$|[,。?])"
    r"|最[高多低]|上限|[加扣得](?=多少|几)|能得|可得|怎么|怎样|如何|什么|哪些|这一?项|一[个项场家次]|[算占得]"
)
_CLOSES = re.compile(r"(?:本|该|此)项[^。]{0,8}(?:最[高多]|累计|不超过|上限)")
_HEAD = re.compile(r"[(（]?[一二三四五六七八九十\d]+[)）、.．]|第[一二三四五六七八九十]+[条章]|附[表件]")
_SEARCHED, _SAID, _OWN, _ROOM, _ABOVE = 8, 0.5, 0.5, 240, 160


@value
class Rule:
    """A sentence or a row that gives points, what it is worth as an answer, and how it is told."""

    fit: tuple[float, float, int]
    evidence: Evidence
    told: str


def asks_points(frame: QuestionFrame) -> bool:
    """Whether points are asked for, or what makes a grade."""
    return _ASKED.search(frame.text) is not None


def lacks_points(draft: Draft) -> bool:
    """Whether a draft answers with what is no score: whom a rule is for, how much was signed."""
    told = "".join(statement.text for statement in draft.statements)
    return not draft.refused and not draft.rows and re.search(r"分", told) is None


def tell_points(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The sentence or the row of a rule that gives the points asked for, with the cap that closes its item;
    None where none is of all that is asked about: what a place has scored is no rule."""
    if not asks_points(frame):
        return None
    rest = frame.text
    for quantity in reversed(find_quantities(rest)):
        rest = f"{rest[: quantity.outer_start]} {rest[quantity.outer_end :]}" if quantity.unit else rest
    for place in frame.places:
        if place.level != "city" and place.level != "province":
            return None
        rest = rest.replace(place.name, " ").replace(short_name(place.name), " ")
    asked = asked_words(_ASKING.sub(" ", rest)) or _kinds(frame.text)
    found = (
        rule
        for document in collection.documents_found(frame.query, k=_SEARCHED)
        for rule in _rules(document, asked, frame, collection)
    )
    best = max(found, key=lambda rule: rule.fit, default=None)
    if best is None or not asked:
        return None
    return Draft(statements=(Statement(text=cut(best.told, _ROOM), evidence=(best.evidence,)),))


def _rules(
    document: Document, asked: Sequence[str], frame: QuestionFrame, collection: Collection
) -> Iterator[Rule]:
    text = collection.text(document.id)
    whole = fold(text)
    if any(short_name(place.name) not in fold(document.title) + whole for place in frame.places):
        return
    if "分" not in whole or any(term_match(word, whole) < _SAID for word in asked):
        return
    for span, told, near in (*_rows(text), *_sentences(text)):
        own = fold(told)
        context = fold(document.title) + fold(text[max(0, span.start - near) : span.start]) + own
        said = [word for word in asked if term_match(word, own) >= _SAID]
        if len(said) < _OWN * len(asked) or any(term_match(word, context) < _SAID for word in asked):
            continue
        literal = sum(word in own for word in asked)
        capped = sum(word in own for word in ("最高", "不超过", *_kinds(frame.text)) if word in frame.text)
        fit = (len(said) + literal, float(capped), -len(own))
        yield Rule(fit=fit, evidence=collection.evidence_at(document.id, span.start, span.end), told=told)


def _kinds(text: str) -> list[str]:
    return [f"{kind}分" for kind in "加扣" if kind in text]


def _sentences(text: str) -> Iterator[tuple[Span, str, int]]:
    """The sentences of a text that give points, each with the cap that the next one sets."""
    spans = [span for span in sentences(text) if not cells_of(text[span.start : span.end])]
    for at, span in enumerate(spans):
        own = fold(text[span.start : span.end])
        if not gives_points(own) or "废止" in own:
            continue
        after = spans[at + 1] if at + 1 < len(spans) else span
        end = after.end if _CLOSES.match(text, after.start) else span.end
        whole = Span(start=span.start, end=end)
        told = as_printed(text[whole.start : whole.end]).rstrip("。").replace("。", "；")
        yield whole, told, _since_heading(text, span.start)


def _since_heading(text: str, at: int) -> int:
    """How far up the item begins that a sentence stands in, or the line of its own where it begins none."""
    begin = text.rfind("\n", 0, at) + 1
    above = text.rfind("\n", 0, max(0, begin - 1)) + 1
    return at - (above if begin == at or not _HEAD.match(text, begin) else begin)


def _rows(text: str) -> Iterator[tuple[Span, str, int]]:
    """The rows of tables that give points, in words."""
    for row in written_rows(text):
        if any("分" in column for column in row.columns) and re.search(r"\d", row.printed):
            scored = any(re.search(r"分值|评分|计分|记分|标准分|权重", column) for column in row.columns)
            if scored or gives_points(fold(row.printed)):
                near = row.line.start - row.heading.start + _ABOVE
                yield row.line, _row_told(row), near


def _row_told(row: WrittenRow) -> str:
    """项目开工率，权重22：开工率70%以上得22分…: what is scored, and behind it the rule as printed."""
    pieces = row_pieces(row.columns, row.printed)
    rule = next((cell for name, cell in pieces if _GIVES.search(name) and re.search(r"\d", cell)), "")
    before = list(itertools.takewhile(lambda piece: piece[1] != rule, pieces))
    if not rule or not before:
        return row_in_words(row.columns, row.printed)
    words = [cell if not re.fullmatch(r"[\d.]+%?", cell) else told_under(name, cell) for name, cell in before]
    return f"{'，'.join(words)}：{rule}"


_GIVES = re.compile(r"办法|标准|细则|规则|说明|计分|评分")
