"""Which sentence, clauses or enumeration of the documents say what is asked, in their own words?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice, pairwise

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.matching import term_match
from assistant.passages.around import follows, labels_district, with_surroundings
from assistant.passages.by_place import doing_part, named_part, own_part
from assistant.passages.chosen import Chosen, choose
from assistant.passages.clause_window import clause_window, cut
from assistant.passages.counted import tell_group_named
from assistant.passages.coverage import is_likely
from assistant.passages.disagreement import NOTE, newest_first, rival
from assistant.passages.enough import first_that_says_enough
from assistant.passages.in_force import in_force
from assistant.passages.named_rows import of_named_rows
from assistant.passages.parting import leads_on, with_colon
from assistant.passages.ranking import Scored, doing_asked, is_caption, name_fit, only_praises
from assistant.passages.runners_up import runners_up
from assistant.passages.sentences import Sentence
from assistant.question import QuestionFrame
from assistant.wording import as_printed
from language.divisions import LEVELS, PARTS
from language.nation import WHOLES
from language.place import Place, short_name
from language.place_table import lies_in
from language.text import fold
from language.words import words

_ASKED_WHAT = re.compile(r"(?P<what>[一-鿿]{4})(?:是|有)(?:什么|怎样|如何|哪)")
_MOST_READ = 6  # sentences, best first, of which one must tell of what is asked
_NEAR_BEST = 0.6  # of the best sentence's score
_ELSEWHERE = 0.3  # of the place's fit: of another place, rather than of none
_OF_ALL = re.compile(rf"全(?P<kind>[{LEVELS}])")
WHOLE_CHARS, SPAN_CHARS, FIGURE_CHARS, STRATEGY_CHARS, LIST_CHARS = 150, 118, 180, 300, 420


def answer_from_text(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The best answer in the documents' words, or None where nothing says enough of what is asked."""
    chosen = choose(frame, collection)
    held = in_force(chosen.ranked, frame, collection)
    chosen = replace(chosen, ranked=of_named_rows(held, frame.text))
    ranked = _telling(chosen.ranked, frame)
    if not ranked:
        return None
    if len(frame.places) > 1 and not frame.asks_number:
        several = _per_place(frame, chosen, collection)
        if several is not None:
            return several
    here = islice((one for one in ranked if one.place >= -_ELSEWHERE), _MOST_READ)
    near = (one for one in here if one.score >= _NEAR_BEST * ranked[0].score)
    best = first_that_says_enough(near, frame, chosen, collection)
    if best is None:
        return None
    if "how" in frame.wants:
        best = _told_further(best, ranked, chosen, frame)
    if (other := rival(best, chosen, frame)) is not None:
        return _both(best.sentence, other.sentence, frame, strength=best.words)
    told_long = (
        "list" in frame.wants or "how" in frame.wants or frame.wants <= {"text", "definition", "yesno"}
    )
    told_long = told_long or leads_on(best.sentence.text)
    named = "definition" in frame.wants and any(term in best.sentence.text for term in frame.quoted)
    if (asked := _ASKED_WHAT.search(frame.text)) and re.search(
        rf"{asked['what']}(?:是|为)?[：:](?!\s*(?:第一|一是|首先|1[.、]|（一）))", best.sentence.text
    ):
        return Draft(
            statements=(_statement(best.sentence, as_printed(best.sentence.text)),), strength=best.words
        )
    if named:  # “三率”指的是什么: the clauses with the term, nothing beside them
        own = named_part(best.sentence, tuple(map(fold, frame.quoted)))
        return _span_answer(replace(best, sentence=own), ranked, frame)
    draft = _passage_answer(best, chosen, frame) if told_long else _span_answer(best, ranked, frame)
    if (place := _PLACE_ASKED.search(frame.text)) is not None:
        city = place["kind"] in ("市", "城市")
        draft = _with_its_place(draft, best.sentence, collection, city=city)
    if "how" in frame.wants and (items := tell_group_named(best, collection)):
        return replace(draft, statements=(draft.statements[0], *items))
    room = STRATEGY_CHARS if told_long else FIGURE_CHARS
    if best.sentence.columns and "person" in frame.wants:
        return draft  # the rows beside it tell of other things
    if (does := doing_asked(frame.text)) and any(does in statement.text for statement in draft.statements):
        return draft  # what is done was listed: nothing beside it
    if _WHO_DID.search(frame.text) and doing_part(best.sentence, frame.terms) is not best.sentence:
        return draft  # so were those who did it
    more = runners_up(draft.statements, chosen, frame, room=room)
    return replace(draft, statements=(*draft.statements, *(_statement(s, as_printed(s.text)) for s in more)))


_PLACE_ASKED = re.compile(rf"哪一?个(?P<kind>{PARTS}|[区市县旗州]|城市|地方)")
_NEAR = 200  # characters before a sentence in which the place is named that it goes on about


def _with_its_place(draft: Draft, sentence: Sentence, collection: Collection, *, city: bool) -> Draft:
    """The answer to 哪个区…, where the sentence names no place: the one last named before it, else the one
    that its document is about; a city only where one is asked for."""
    before = collection.folded(sentence.document.id)[max(0, sentence.start - _NEAR) : sentence.start]
    named = [mention.place.name for mention in collection.places.find(before)]
    about = sentence.about
    inmost = [one for one in about if not any(lies_in(other, one) for other in about - {one})]
    likely = [sentence.topic, *named[-1:], *(inmost if len(inmost) == 1 else ())]
    fitting = (
        name
        for name in likely
        if (known := collection.places.get(name)) is not None and (known.level == "city") is city
    )
    place = next(fitting, "")
    first, *others = draft.statements
    if sentence.places or not place or short_name(place) in first.text:
        return draft
    return replace(draft, statements=(replace(first, text=f"{place}：{first.text}"), *others))


def _telling(ranked: Sequence[Scored], frame: QuestionFrame) -> Sequence[Scored]:
    """Of 有医院吗, asked of a place, the sentences that speak of it; none under a picture where something is
    to be explained or listed; all for any other question."""
    if frame.quoted:  # “招谁来”聚焦哪几个方面 asks of those words
        quoting = [one for one in ranked if all(fold(each) in one.sentence.folded for each in frame.quoted)]
        ranked = quoting or ranked
    ranked = [one for one in ranked if _opens_with_asked(one.sentence.folded, frame)] or ranked
    if "person" in frame.wants and (post := _POST_ASKED.search(frame.text)):  # a bureau's 书记 is no city's
        ranked = [one for one in ranked if _holds_post(post["post"], one.sentence.folded)]
    ranked = [one for one in ranked if not only_praises(one.sentence.folded)] or ranked
    ranked = _of_the_district(ranked, frame)
    ranked = [one for one in ranked if not labels_district(one.sentence, frame)] or ranked
    printed = [one for one in ranked if not is_caption(one.sentence.folded)]
    # What stands under a picture explains nothing, and else answers where no running text does.
    ranked = printed if frame.wants & {"how", "list", "definition"} else printed or ranked
    if does := doing_asked(frame.text):  # 重点发展哪些产业: of that park, what says 重点发展
        named = {one.sentence.document.id for one in ranked if name_fit(one.sentence, frame) >= 0}
        said = [one for one in ranked if does in one.sentence.folded and one.sentence.document.id in named]
        ranked = said or ranked
    if _GRANTS_ASKED.search(frame.text):
        ranked = [one for one in ranked if _GRANT_SAID.search(one.sentence.folded)]
    asked = _THERE_IS.search(frame.text) if frame.places else None
    if asked is None or _GRANTED.search(asked["what"]):
        return ranked
    parts = [part for part in words(asked["what"]) if len(part) > 1] or [asked["what"]]
    return [one for one in ranked if all(term_match(part, one.sentence.folded) >= _SAID for part in parts)]


def _of_the_district(ranked: Sequence[Scored], frame: QuestionFrame) -> Sequence[Scored]:
    """Of how a district does a thing, or which it has, its own sentences: what its city's bureau says is not
    what a district does."""
    asked = frame.wants & {"how", "list"} and len(frame.places) == 1
    if not asked or frame.places[0].level not in ("district", "zone"):
        return ranked
    place = frame.places[0]
    own = [one for one in ranked if one.place >= _HERE or _speaks_of(place, one.sentence)]
    if any(one.words >= _OWN for one in own):
        return own
    if "list" not in frame.wants:
        return ranked
    meant = {"", place.name, place.city}  # though the title names it, a paragraph may be on a neighbour
    return [one for one in ranked if one.place >= 0 and one.sentence.topic in meant]


_POST_ASKED = re.compile(rf"(?P<post>(?:[{LEVELS}镇乡]委(?:常务)?副?书记|(?:常务副|副)?[{LEVELS}镇乡]长))")


def _holds_post(post: str, told: str) -> bool:
    """Whether a post of a place is told under its own name, and not as its deputy."""
    return re.search(rf"(?<!副){re.escape(post)}", told) is not None


def _speaks_of(place: Place, sentence: Sentence) -> bool:
    """Whether the sentence, or the one it leads to, is of the place."""
    return place.short in sentence.text + sentence.after or sentence.topic == place.name


def _opens_with_asked(text: str, frame: QuestionFrame) -> bool:
    """Whether a folded sentence begins with what is asked about, in its quotation marks or behind 聚焦:
    聚焦“路畅”，… of 围绕“路畅”做了哪些工作."""
    done = bool(frame.wants & {"how", "list"}) or _DONE.search(frame.text) is not None
    quoted = [f"“{fold(each)}”" for each in frame.quoted if done]
    around = _AROUND.search(frame.text)
    asked = quoted or ([around["what"]] if around else [])
    return any(
        re.match(rf"(?:[一二三四五六七八九]是)?(?:聚焦|围绕|在)?{re.escape(each)}", text) for each in asked
    )


_DONE = re.compile(r"做了|干了|抓什么|要做|要抓")
_AROUND = re.compile(
    r"(?:围绕|聚焦)(?P<what>[^，,。？?“”]{3,10}?)(?:方面)?(?=要|做|将|有(?:什么|哪)|采取|怎么|如何|开展|推|抓|都)"
)
_HERE = 0.25  # of the place's fit: in a paper on it
_OWN = 0.5  # of what is asked, that one of the place's own sentences must say
_THERE_IS = re.compile(r"(?<![没还])有(?:没有)?(?P<what>[一-鿿A-Za-z]{2,8}?)[吗么][?？]?$")
_GRANTS_ASKED = re.compile(
    r"有(?:没有|无)?[^，。？?]{0,8}(?:奖励|补贴|补助|扶持|优惠)[^，。？?]{0,4}(?:吗|[？?]?$)"
)
_GRANT_SAID = re.compile(r"奖|补贴|补助|资助|扶持|优惠|给予|减免|贴息|政策")
_GRANTED = re.compile(r"政策|奖|补|优惠|支持|要求|规定|措施|计划|安排|变化|不同|区别|影响|作用|[的了过]")
_SAID = 0.6


def _told_further(best: Scored, ranked: Sequence[Scored], chosen: Chosen, frame: QuestionFrame) -> Scored:
    """The same words where the document goes on with them, and not in a box of all districts."""
    again = (
        one
        for one in ranked[:_MOST_READ]
        if one is not best
        and one.sentence.document.id == best.sentence.document.id
        and one.sentence.folded.strip("。") in best.sentence.folded
    )
    further = next(again, None)
    if further is None or len(with_surroundings(best, chosen, frame, limit=STRATEGY_CHARS)) > 1:
        return best
    goes_on = len(with_surroundings(further, chosen, frame, limit=STRATEGY_CHARS)) > 1
    return further if goes_on else best


def _both(best: Sentence, other: Sentence, frame: QuestionFrame, *, strength: float) -> Draft:
    """Two documents that disagree, each with its date."""
    newer, older = newest_first([best, other])
    dates = [s.document.published or s.document.reference_date or "未注明日期" for s in (newer, older)]
    first = _statement(newer, clause_window(newer, frame, limit=SPAN_CHARS))
    second = _statement(older, clause_window(older, frame, limit=SPAN_CHARS))
    return Draft(
        statements=(
            replace(first, text=f"{first.text}（{dates[0]}）"),
            replace(second, text=f"另一文献的说法不同：{second.text}（{dates[1]}）"),
        ),
        notes=(NOTE,),
        strength=strength,
    )


def _span_answer(best: Scored, ranked: Sequence[Scored], frame: QuestionFrame) -> Draft:
    statements = [_statement(best.sentence, clause_window(best.sentence, frame, limit=WHOLE_CHARS))]
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
                    _statement(other.sentence, clause_window(other.sentence, frame, limit=SPAN_CHARS))
                )
                break
    return Draft(statements=tuple(statements), strength=best.words, notes=_notes(best.sentence, frame))


def _missing(frame: QuestionFrame, sentence: Sentence) -> list[str]:
    around = fold(sentence.text + sentence.section)
    return [term for term in frame.terms if len(term) > 1 and term_match(term, around) < 0.5]


def _statement(sentence: Sentence, body: str) -> Statement:
    if sentence.columns:
        return Statement(text=sentence.told, evidence=(sentence.evidence(),))
    head = ""
    own = any(row.subject not in WHOLES for row in sentence.figures)  # 我国… is no city's
    if own and not sentence.places and sentence.topic and short_name(sentence.topic) not in body:
        of_all = _OF_ALL.search(body)  # 全省 tells of no county
        head = sentence.topic if of_all is None or of_all["kind"] == sentence.topic[-1] else ""
    body = with_colon(body)
    return Statement(text=f"{head}：{body}" if head else body, evidence=(sentence.evidence(),))


def _passage_answer(best: Scored, chosen: Chosen, frame: QuestionFrame) -> Draft:
    """The sentence with what belongs to it, within the room a strategy has."""
    limit = LIST_CHARS if "list" in frame.wants and frame.operation == "list" else STRATEGY_CHARS
    told = with_surroundings(best, chosen, frame, limit=limit)
    if len(frame.places) == 1:
        told = [own_part(sentence, frame.places[0], frame.terms) for sentence in told]
    if _WHO_DID.search(frame.text):
        parts = [part for one in told if (part := doing_part(one, frame.terms)) is not one]
        told = parts or told
    told = [named_part(sentence, (*frame.surfaces, *map(fold, frame.quoted))) for sentence in told]
    statements = tuple(
        _strategy_statement(sentence, frame, limit, goes_on=before is not None and follows(before, sentence))
        for before, sentence in pairwise([None, *told])
        if sentence is not None
    )
    return Draft(statements=statements, strength=best.words, notes=_notes(best.sentence, frame))


_WHO_DID = re.compile(
    rf"(?:哪[些几]个?|什么)(?:{PARTS}|地方|部门|单位|领导|人)|(?:{PARTS}|部门|单位)(?:都)?(?:有|是)(?:哪|谁)"
)


def _strategy_statement(sentence: Sentence, frame: QuestionFrame, limit: int, *, goes_on: bool) -> Statement:
    if sentence.columns:
        return _statement(sentence, "")
    text = with_colon(as_printed(sentence.text, goes_on=goes_on))
    if len(text) > limit:
        text = clause_window(sentence, frame, limit=limit)
    return Statement(text=cut(text, limit + 20), evidence=(sentence.evidence(),))


def _per_place(frame: QuestionFrame, chosen: Chosen, collection: Collection) -> Draft | None:
    """One statement for each place asked about, where anything tells of what is asked."""
    ranked = chosen.ranked
    if not any(is_likely(one, frame, chosen, collection) for one in ranked[:_MOST_READ]):
        return None
    statements: list[Statement] = []
    told = 0
    limit = 460 // len(frame.places)
    for place in frame.places:
        own = [one for one in ranked if place.name in one.sentence.places or place.name == one.sentence.topic]
        own.sort(key=lambda one: (place.name not in one.sentence.places, -one.score))
        if own and own[0].words >= 0.2:
            sentence = own_part(own[0].sentence, place, frame.terms)
            told += 1
            if any(sentence.evidence() in each.evidence for each in statements):
                continue  # told of both in one: 五原县在北京设立
            body = clause_window(sentence, frame, limit=limit)
            if short_name(place.name) not in body:
                body = f"{place.name}：{body}"
            statements.append(Statement(text=body, evidence=(sentence.evidence(),)))
    return Draft(statements=tuple(statements)) if told > 1 else None


def _notes(sentence: Sentence, frame: QuestionFrame) -> tuple[str, ...]:
    document = sentence.document
    if re.search(r"废止|失效", sentence.section):
        return ("所引内容所在的文件已废止",)
    relative = re.search(r"今年|去年|明年|(?<!年)(?:[一二三四]季度|上半年|\d{1,2}月)", sentence.text)
    if relative and document.published_basis == "inferred" and "date" in frame.wants:
        return (f"原文未标年份，按内容推断为{document.published[:4]}年",)
    return ()
