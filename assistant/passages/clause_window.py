"""Which clauses of a long sentence say what is asked?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.matching import term_match
from assistant.names import core_name
from assistant.passages.ranking import DATE_SAID, PERSON_SAID
from assistant.passages.sentences import Sentence
from assistant.question import QuestionFrame
from assistant.wording import as_printed
from language.place import short_name
from language.quantity import find_quantities
from language.text import Span, clauses, fold


def clause_window(sentence: Sentence, frame: QuestionFrame, *, limit: int) -> str:
    """The clauses of the sentence from the first to the last that say something asked, at most `limit`
    characters."""
    if "\t" in sentence.text:
        return re.sub(r"\s*\t\s*", "，", sentence.text.strip())
    spans = clauses(sentence.text)
    in_parts = "number" in frame.wants and "；" in sentence.text
    if (len(as_printed(sentence.text)) <= limit and not in_parts) or len(spans) < 2:
        return cut(as_printed(sentence.text), limit)
    words = [*frame.terms, *(short_name(p.name) for p in frame.places), *map(core_name, frame.names)]
    scores = [_clause_score(fold(sentence.text[s.start : s.end]), words, frame) for s in spans]
    top = max(scores)
    good = [
        index
        for index, score in enumerate(scores)
        if score >= max((0.6 if "number" in frame.wants else 0.45) * top, 0.1)
    ]
    first, last = (good[0], good[-1]) if good else (scores.index(top), scores.index(top))
    if "number" in frame.wants:  # a semicolon ends what the figure is told with
        first, last = _within_semicolons(sentence.text, spans, scores.index(top), first, last)
    while first < last and len(as_printed(sentence.text[spans[first].start : spans[last].end])) > limit:
        if scores[first] < scores[last]:
            first += 1
        else:
            last -= 1
    if "number" in frame.wants:
        last = _to_a_quantity(sentence.text, spans, first, last, limit=limit)
    pointed = {"number", "date", "person"} & frame.wants  # the clause that matches best tells it itself
    if not in_parts and not pointed:
        first, last = _widened(sentence.text, spans, first, last, limit=limit)
    body = as_printed(sentence.text[spans[first].start : spans[last].end])
    if "person" not in frame.wants:
        return cut(body, limit + 30)
    before = [sentence.text[s.start : s.end].strip("，, ") for s in spans[:first]]
    return cut(_with_speaker(next(filter(_SAYING.search, before), ""), body), limit + 30)


def _with_speaker(speaker: str, body: str) -> str:
    """谁提出…: the one whose words the clauses are, if they name nobody themselves."""
    if speaker and not PERSON_SAID.search(fold(body)):
        return f"{speaker}：{body}"
    return _SAYING.sub("", body)


_SAYING = re.compile(r"(?<=[一-鿿]{2})(?:表示|介绍说?|告诉记者|指出|强调|认为|坦言|说)$")


def _to_a_quantity(text: str, spans: Sequence[Span], first: int, last: int, *, limit: int) -> int:
    """The clause up to which a quantity is told: whom a grant is for does not say how much it is."""
    for end in range(last, len(spans)):
        told = text[spans[first].start : spans[end].end]
        if len(as_printed(told)) > limit:
            return last
        if any(quantity.unit for quantity in find_quantities(fold(told))) and not _CONDITION.search(told):
            return end
    return last


_KIND = re.compile(r"(?<![\d第])[\dA-Z一二三四五甲乙丙][类级星档]")  # 1类新药 is no 2类新药
_OF_KIND = 2.0
_CONDITION = re.compile(r"的[，,；;、\s]*$")  # 输送30人以上的， says for whom, not how much


def _widened(text: str, spans: Sequence[Span], first: int, last: int, *, limit: int) -> tuple[int, int]:
    """Clauses after and before, as long as there is room: what is asked is often told in the next one."""
    while last + 1 < len(spans) and spans[last + 1].end - spans[first].start <= limit:
        last += 1
    while first > 0 and spans[last].end - spans[first - 1].start <= limit:
        first -= 1
    return first, last


def _within_semicolons(text: str, spans: Sequence[Span], best: int, first: int, last: int) -> tuple[int, int]:
    while first < best and any("；" in text[spans[i].start : spans[i].end] for i in range(first, best)):
        first += 1
    while last > best and any("；" in text[spans[i].start : spans[i].end] for i in range(best, last)):
        last -= 1
    return first, last


def _clause_score(clause: str, words: Sequence[str], frame: QuestionFrame) -> float:
    score = sum(term_match(word, clause) * min(1.5, 0.5 + 0.25 * len(word)) for word in words)
    if "date" in frame.wants and DATE_SAID.search(clause):
        score += 1.2
    close = clause.replace(" ", "")
    score += sum(_OF_KIND if kind in close else -_OF_KIND for kind in _KIND.findall(frame.text))
    if "number" in frame.wants and re.search(r"\d", clause):
        score += 0.5
    if "person" in frame.wants and PERSON_SAID.search(clause):
        score += 1.2
    return score


def cut(text: str, limit: int) -> str:
    """At most `limit` characters of a text, up to a comma or a stop, and …… where something is left out."""
    if len(text) <= limit:
        return text
    cut = max(text.rfind(mark, 0, limit) for mark in "，；、。")
    return text[: cut if cut > limit // 2 else limit].rstrip("，；、。") + "……"
