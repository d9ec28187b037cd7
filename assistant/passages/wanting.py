"""What is wanting somewhere (短板, 困难, 问题), in the sentences told of that place?"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.matching import RELATED, term_match
from assistant.passages.by_place import own_part
from assistant.passages.sentences import Sentence, candidate_sentences
from assistant.passages.ways import is_told_of
from assistant.question import QuestionFrame
from assistant.wording import as_printed
from language.place import Place
from language.text import fold

WANTING = r"困难|问题(?!导向|整改)|短板|不足(?!\d)|瓶颈|弱项|挑战|难点|差距|制约|隐忧|软肋|痛点"
_ASKED = re.compile(
    rf"(?:哪|什么|啥|何|存在|面临|最大|主要)[^,。;?]{{0,8}}(?:{WANTING})"
    rf"|(?:{WANTING})(?:主要|分别|都)?(?:有|是|在)(?:于)?(?:哪|什么|啥|何)"
)
_NAMED = re.compile(WANTING)
_SAID = re.compile(  # 先问三个问题 tells of none
    rf"(?!问题)(?:{WANTING})|(?:存在|不少|突出|主要|直言|面临)[^，。；]{{0,8}}问题|问题(?=[：:]|仍|依然|突出|较|不少|主要)"
)
_TOLD = re.compile(
    r"薄弱|滞后|落后|缺[乏少口位]|偏[低少弱高小]|不[高强够优畅多大](?=[,，。;；、])|不到[一二三四五六七八九\d]|趋紧|收紧|依赖|难以"
    r"|流失|引不来|留不住|(?<![有是])没有(?!增)|低于|下滑|停产|但(?=[^,，。]{2})|仅[有为占]?\d|只有\d|没地方"
)
_OUTRIGHT = re.compile(rf"存在(?:什么|哪些|啥|何)[^,。;?]{{0,4}}(?:{WANTING})")
# 回答了“招谁来”的问题: what is answered or overcome is not wanting.
_ANSWERED = re.compile(r"(?:回答|解答|解决|破解|化解|回应)了?[^，。；：]{0,20}(?:问题|难题|困难)")
_OF_ALL = re.compile(rf"[^，。；：]{{0,6}}(?:存在|主要)的?(?:主要|突出)?的?(?:{WANTING})")
_SOFTLY = 0.6  # of what a word for it counts: of what only tells of something low or missing
_IN_PAPER = 0.4  # of the words asked, what a sentence says at the least where its paper says them
_ANNOUNCES = 24  # characters of a sentence that only leads to the next: 瓶颈同样存在。
_MOST, _ROOM = 3, 320  # sentences, and their characters together
_NEAR_BEST = 0.6  # of the score of the most telling sentence
_OF_ASKING = re.compile(r"存在|面临|主要|最大|突出|工作|方面|发展")


def tell_wants(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The sentences that tell what is wanting in the one place asked about, up to three; None where that is
    not asked, or nothing tells it; a refusal where a district is told of and nothing wanting of it."""
    if len(frame.places) != 1 or frame.asks_number or frame.names or not _ASKED.search(frame.text):
        return None
    place = frame.places[0]
    own = _sentences_of(place, frame, collection)
    about = [t for t in frame.terms if not _NAMED.search(t) and not _OF_ASKING.fullmatch(t)]
    scored = [
        (score, one)
        for one in own
        if (score := _score(one, about, of_the_paper=_is_of_paper(one, place, about, collection))) > 0
    ]
    best = max((score for score, _ in scored), default=0.0)
    if not best:
        refused = Draft(refused=True, refusal=f"资料没有说到{place.name}的短板或困难。")
        return refused if own and (place.level == "district" or _OUTRIGHT.search(frame.text)) else None
    ordered = sorted(scored, key=lambda each: -each[0])
    kept: list[Sentence] = []
    for score, one in ordered[:_MOST]:
        fits = sum(len(each.text) for each in (*kept, one)) <= _ROOM or not kept
        if score >= _NEAR_BEST * best and one.document.id == ordered[0][1].document.id and fits:
            kept.append(one)
    kept.sort(key=lambda one: one.start)
    return Draft(statements=tuple(Statement(text=as_printed(s.text), evidence=(s.evidence(),)) for s in kept))


def _sentences_of(place: Place, frame: QuestionFrame, collection: Collection) -> list[Sentence]:
    asked = replace(frame, text=f"{frame.text} {place.name}")
    parts = (own_part(one, place) for one in candidate_sentences(asked, collection, k=12))
    found = [one for one in parts if is_told_of(one, place, collection) or _is_of_all(one, place)]
    if place.level == "district":
        return found
    topics = {one.topic: collection.places.get(one.topic) for one in found if one.topic}
    within = {topic for topic, other in topics.items() if other is not None and other.city == place.name}
    return [one for one in found if one.topic not in within or _is_of_all(one, place)]


def _is_of_all(sentence: Sentence, place: Place) -> bool:
    """存在的主要问题是：甲县、乙县推进缓慢 of a city's own paper, though a county is named first."""
    return place.short in sentence.document.title and _OF_ALL.match(sentence.text) is not None


def _is_of_paper(sentence: Sentence, place: Place, about: list[str], collection: Collection) -> bool:
    """Whether the paper is titled after the place and says the words asked: what answers 还有哪些短板？"""
    if place.short not in sentence.document.title:
        return False
    told = collection.folded(sentence.document.id)
    return all(term_match(term, told) >= RELATED for term in about)


def _score(sentence: Sentence, about: list[str], *, of_the_paper: bool = False) -> float:
    """How much a sentence tells of what is wanting in what is asked about; 0 for none of it."""
    if sentence.columns or len(sentence.text) < 8:
        return 0.0
    announced = len(sentence.before) < _ANNOUNCES and bool(_SAID.search(sentence.before))
    named = announced + len({match.group() for match in _SAID.finditer(_ANSWERED.sub("", sentence.text))})
    low = len({match.group()[:2] for match in _TOLD.finditer(sentence.text)})
    around = fold(
        f"{sentence.section}{sentence.before}{sentence.text}{sentence.after}{sentence.document.title}"
    )
    said = sum(term_match(term, around) for term in about) / len(about) if about else 1.0
    if of_the_paper:
        said = max(said, _IN_PAPER)
    return (named + _SOFTLY * low) * (0.5 + 0.5 * said) if said or not about else 0.0
