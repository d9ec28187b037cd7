"""Which sentence, clauses or enumeration of the documents say what is asked, in their own words?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.chosen import Chosen, choose
from assistant.collection import Collection
from assistant.disagreement import NOTE, newest_first, rival
from assistant.draft import Draft, Statement
from assistant.enough import of_another_place, says_enough
from assistant.matching import term_match
from assistant.names import core_name
from assistant.question import QuestionFrame
from assistant.ranking import (
    DATE_SAID,
    PERSON_SAID,
    Scored,
    place_fit,
    rank_sentences,
)
from assistant.runners_up import runners_up
from assistant.sentences import Sentence
from assistant.wording import tidy
from language.place import short_name
from language.text import Span, clauses, fold

SPAN_CHARS, FIGURE_CHARS, STRATEGY_CHARS, LIST_CHARS = 118, 150, 300, 420
_GOES_ON = re.compile(
    r"^\s*(?:\d{1,2}[.、．)）]|比如|例如|再比如|又如|再如|其中|同时|此外|另外|一是|二是|三是|四是|五是|首先|其次"
    r"|再次|最后|具体|并|还|以及|第[一二三四五六]|（[一二三四五六]）|\([一二三四五六]\)"
    r"|[①②③④⑤⑥]|在此基础上|与此同时|下一步|绘制|不止于此)"
)


def answer_from_text(
    frame: QuestionFrame, collection: Collection, *, chosen: Chosen | None = None
) -> Draft | None:
    """The best answer in the documents' words, or None where nothing says enough of what is asked.

    `chosen` are the sentences where they are known already.
    """
    chosen = chosen or choose(frame, rank_sentences(frame, collection))
    ranked = chosen.ranked
    if len(frame.places) > 1 and not frame.asks_number:
        several = _per_place(frame, ranked)
        if several is not None:
            return several
    best = next(
        (
            one
            for one in ranked[:6]
            if one.score >= 0.6 * ranked[0].score and says_enough(one, frame, chosen, collection)
        ),
        None,
    )
    if best is None:
        return None
    if (other := rival(best, chosen, frame)) is not None:
        return _both(best.sentence, other.sentence, frame, strength=best.words)
    told_long = (
        "list" in frame.wants or "how" in frame.wants or frame.wants <= {"text", "definition", "yesno"}
    )
    named = "definition" in frame.wants and any(term in best.sentence.text for term in frame.quoted)
    if named:  # “三率”指的是什么: the clauses with the term, nothing beside them
        return _span_answer(best, ranked, frame)
    draft = (_passage_answer if told_long else _span_answer)(best, ranked, frame)
    room = STRATEGY_CHARS if told_long else FIGURE_CHARS
    more = runners_up(draft.statements, chosen, frame, room=room)
    return replace(draft, statements=(*draft.statements, *(_statement(s, tidy(s.text)) for s in more)))


def _both(best: Sentence, other: Sentence, frame: QuestionFrame, *, strength: float) -> Draft:
    """Two documents that disagree, each with its date."""
    newer, older = newest_first([best, other])
    dates = [s.document.published or s.document.reference_date or "未注明日期" for s in (newer, older)]
    first = _statement(newer, _clause_window(newer, frame, limit=SPAN_CHARS))
    second = _statement(older, _clause_window(older, frame, limit=SPAN_CHARS))
    return Draft(
        statements=(
            replace(first, text=f"{first.text}（{dates[0]}）"),
            replace(second, text=f"另一文献的说法不同：{second.text}（{dates[1]}）"),
        ),
        notes=(NOTE,),
        strength=strength,
    )


def _span_answer(best: Scored, ranked: Sequence[Scored], frame: QuestionFrame) -> Draft:
    statements = [_statement(best.sentence, _clause_window(best.sentence, frame, limit=SPAN_CHARS))]
    missing = _missing(frame, best.sentence)
    if missing:
        for other in (one for one in ranked[:8] if one is not best):
            gains = [term for term in missing if term_match(term, other.sentence.folded) > 0.8]
            if (
                gains
                and other.score > 0.72 * best.score
                and other.sentence.document.id == best.sentence.document.id
            ):
                statements.append(
                    _statement(other.sentence, _clause_window(other.sentence, frame, limit=SPAN_CHARS))
                )
                break
    return Draft(statements=tuple(statements), strength=best.words, notes=_notes(best.sentence, frame))


def _missing(frame: QuestionFrame, sentence: Sentence) -> list[str]:
    around = fold(sentence.text + sentence.section)
    return [term for term in frame.terms if len(term) > 1 and term_match(term, around) < 0.5]


def _statement(sentence: Sentence, body: str) -> Statement:
    head = ""
    if sentence.figures and not sentence.places and sentence.topic and short_name(sentence.topic) not in body:
        head = sentence.topic
    body = re.sub(r"[。！？]([”’』」）]*)$", r"\1", body)  # its full stop comes after the marker
    return Statement(text=f"{head}：{body}" if head else body, evidence=(sentence.evidence(),))


def _clause_window(sentence: Sentence, frame: QuestionFrame, *, limit: int) -> str:
    """The clauses of the sentence from the first to the last that say something asked, at most `limit`
    characters."""
    if "\t" in sentence.text:
        return re.sub(r"\s*\t\s*", "，", sentence.text.strip())
    spans = clauses(sentence.text)
    in_parts = "number" in frame.wants and "；" in sentence.text
    if (len(tidy(sentence.text)) <= limit and not in_parts) or len(spans) < 2:
        return _cut(tidy(sentence.text), limit)
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
    while first < last and len(tidy(sentence.text[spans[first].start : spans[last].end])) > limit:
        if scores[first] < scores[last]:
            first += 1
        else:
            last -= 1
    pointed = {"number", "date", "person"} & frame.wants  # the clause that matches best tells it itself
    if not in_parts and not pointed:
        first, last = _widened(sentence.text, spans, first, last, limit=limit)
    body = tidy(sentence.text[spans[first].start : spans[last].end])
    return _cut(_SAYING.sub("", body) if "person" in frame.wants else body, limit + 30)


_SAYING = re.compile(r"(?<=[一-鿿]{2})(?:表示|介绍说?|告诉记者|指出|强调|认为|坦言|说)$")


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
    if "number" in frame.wants and re.search(r"\d", clause):
        score += 0.5
    if "person" in frame.wants and PERSON_SAID.search(clause):
        score += 1.2
    return score


def _cut(text: str, limit: int) -> str:
    if len(text) <= limit:
        return text
    cut = max(text.rfind(mark, 0, limit) for mark in "，；、。")
    return text[: cut if cut > limit // 2 else limit].rstrip("，；、。") + "……"


def _passage_answer(best: Scored, ranked: Sequence[Scored], frame: QuestionFrame) -> Draft:
    """The sentence and those that go on with it, complete, within the room a strategy has."""
    limit = LIST_CHARS if "list" in frame.wants and frame.operation == "list" else STRATEGY_CHARS
    chosen = [best.sentence]
    room = limit - len(tidy(best.sentence.text))
    by_start = {(one.sentence.document.id, one.sentence.start): one for one in ranked}
    following = sorted(
        (
            one
            for key, one in by_start.items()
            if key[0] == best.sentence.document.id and one.sentence.start > best.sentence.start
        ),
        key=lambda one: one.sentence.start,
    )
    end = best.sentence.end
    for one in following:
        sentence = one.sentence
        text = tidy(sentence.text)
        if sentence.start - end > 6 or len(text) > room:
            break
        counting = any(_counts_on(earlier, frame) for earlier in chosen)
        if not counting and not _belongs(sentence, one, best, frame):
            break
        chosen.append(sentence)
        room -= len(text)
        end = sentence.end
    if len(chosen) == 1 and room > 60:
        chosen += _supplements(best, ranked, frame, room)
    statements = tuple(_strategy_statement(sentence, frame, limit) for sentence in chosen)
    return Draft(statements=statements, strength=best.words, notes=_notes(best.sentence, frame))


def _strategy_statement(sentence: Sentence, frame: QuestionFrame, limit: int) -> Statement:
    text = tidy(sentence.text)
    if len(text) > limit:
        text = _clause_window(sentence, frame, limit=limit)
    return Statement(text=_cut(text, limit + 20), evidence=(sentence.evidence(),))


def _belongs(sentence: Sentence, one: Scored, best: Scored, frame: QuestionFrame) -> bool:
    """Whether the next sentence still answers: it goes on with an enumeration, or says more of what is
    asked."""
    if frame.place_names and sentence.places and not frame.place_names & set(sentence.places):
        return False
    if _GOES_ON.match(sentence.text) or (best.sentence is not sentence and _counts_on(best.sentence, frame)):
        return True
    if "how" in frame.wants and "definition" not in frame.wants:
        return one.words >= 0.3 or not sentence.places
    return one.words >= 0.6 * best.words and "list" in frame.wants


def _counts_on(first: Sentence, frame: QuestionFrame) -> bool:
    """四大抓手，第一是…: what follows in the paragraph is the rest of the enumeration."""
    return bool(re.search(r"第一是|一是|首先|（一）|\(一\)", first.text)) and bool(
        {"list", "how"} & frame.wants
    )


def _supplements(best: Scored, ranked: Sequence[Scored], frame: QuestionFrame, room: int) -> list[Sentence]:
    """Another sentence that says as much: the same thing told elsewhere, or its second half."""
    missing = [term for term in frame.terms if term_match(term, best.sentence.folded) < 0.5]
    found: list[Sentence] = []
    for other in (one for one in ranked[:10] if one is not best):
        text = tidy(other.sentence.text)
        gains = any(term_match(term, other.sentence.folded) > 0.8 for term in missing)
        if (
            len(text) <= room
            and other.score >= (0.7 if gains else 0.9) * best.score
            and (gains or "how" in frame.wants)
            and place_fit(other.sentence, frame) >= 0
            and not ("how" in frame.wants and of_another_place(other.sentence, frame))
        ):
            found.append(other.sentence)
            room -= len(text)
            if len(found) == 2:
                break
    return found


def _per_place(frame: QuestionFrame, ranked: Sequence[Scored]) -> Draft | None:
    """One statement for each place asked about."""
    statements: list[Statement] = []
    limit = 460 // len(frame.places)
    for place in frame.places:
        own = [one for one in ranked if place.name in one.sentence.places or place.name == one.sentence.topic]
        own.sort(key=lambda one: (place.name not in one.sentence.places, -one.score))
        if own and own[0].words >= 0.2:
            body = _clause_window(own[0].sentence, frame, limit=limit)
            if short_name(place.name) not in body:
                body = f"{place.name}：{body}"
            statements.append(Statement(text=body, evidence=(own[0].sentence.evidence(),)))
    return Draft(statements=tuple(statements)) if len(statements) > 1 else None


def _notes(sentence: Sentence, frame: QuestionFrame) -> tuple[str, ...]:
    document = sentence.document
    relative = re.search(r"今年|去年|明年|(?<!年)(?:[一二三四]季度|上半年|\d{1,2}月)", sentence.text)
    if relative and document.published_basis == "inferred" and "date" in frame.wants:
        return (f"原文未标年份，按内容推断为{document.published[:4]}年",)
    return ()
