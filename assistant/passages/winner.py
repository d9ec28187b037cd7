"""Who came first: 二季度考核谁第一, 哪个区夺魁, 第一名得了多少分?

A ranking that the figures make is computed elsewhere; this is for one that a paper tells as an event.
"""

from __future__ import annotations

import re

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.figures.told_rank import WON
from assistant.matching import term_match
from assistant.passages.ranking import rank_sentences, told_of_another_time
from assistant.passages.sentences import Sentence
from assistant.question import QuestionFrame
from assistant.wording import as_printed
from language.divisions import PARTS

_FIRST = r"第一(?!产业|季度|[批期轮次个线]|方阵|梯队|时间|书记)"
_ASKED = re.compile(  # 第一名加几分 asks for a rule
    rf"(?:谁|哪[个家一]?(?:{PARTS}|区市|单位|城市|企业|地方)?)[^,，。？?]{{0,20}}(?:{_FIRST}|夺魁|夺冠|夺得?头名|居首)"
    rf"|(?:{_FIRST}名?|冠军|头名|夺魁的|夺冠的)(?:[是为]|花落)?(?:谁|哪)"
    rf"|{_FIRST}名?(?![^,，。？?]{{0,3}}[加扣奖记计])[^,，。？?]{{0,4}}(?:[多几]少?分|得分)"
)
_TOLD = re.compile(
    rf"{WON}|冠军|金牌|折桂|(?:荣?获|夺得?|居|列|排名?|取得|拿下|斩获)[^,，。;；]{{0,10}}{_FIRST}|榜首|首位"
)
_MEASURED = re.compile(
    "项目|投资|资[金本]|[内外]资|[金总]额|[产总均]值|增[速幅]|率|签约|开工|落地|到位|税|收入|[数量额](?=[最排第])|GDP"
)
_EARLIER = re.compile(r"前[几两二三四五六七八九十]次|此前|以往|往年|去年|上年|上[一个]?季度")
_SAYS = 0.6  # how well a paper must say a word of the question
_MOST_NAMED = 2  # words that name the contest: what else a question says its paper may say otherwise
_LITTLE = 0.2  # of what is asked, the least that the sentence says with what stands around it


def asks_winner(frame: QuestionFrame) -> bool:
    """Whether it is asked who came first, or with what score, and not by which figures."""
    return _ASKED.search(frame.text) is not None and not _MEASURED.search(frame.text)


def tell_winner(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The sentence that tells it, of the time and the contest asked about; None where none does."""
    ranked = rank_sentences(frame, collection)
    paper = {one.sentence.document.id for one in ranked[:1]}  # another's winner is of another contest
    told = [one.sentence for one in ranked if one.words >= _LITTLE and _tells(one.sentence, frame)]
    told = [one for one in told if one.document.id in paper and _is_of_it(one, frame, collection)]
    if not told:
        return None
    scored = (one for one in told if _SCORE.search(one.folded)) if _SCORE_ASKED.search(frame.text) else ()
    best = next(iter(scored), told[0])
    return Draft(statements=(Statement(text=as_printed(best.text), evidence=(best.evidence(),)),))


_SCORE_ASKED, _SCORE = re.compile("[多几]少?分|得分"), re.compile(r"\d分")


def _tells(sentence: Sentence, frame: QuestionFrame) -> bool:
    """Whether the sentence says of somebody that they came first, and not at an earlier time."""
    text = sentence.folded
    earlier = _EARLIER.search(text) is not None and not _EARLIER.search(frame.text)
    who = bool(sentence.places or sentence.topic) and not text.endswith("?")
    return who and not earlier and _TOLD.search(text) is not None


def _is_of_it(sentence: Sentence, frame: QuestionFrame, collection: Collection) -> bool:
    """Whether the paper names the contest, and the sentence is of no other time."""
    told = collection.folded(sentence.document.id)
    terms = (_INSIDE.sub("", term) for term in frame.terms if not re.search(_FIRST, term))
    named = [term for term in terms if len(term) > 1]
    is_named = all(term_match(term, told) > _SAYS for term in named[:_MOST_NAMED])
    return is_named and not told_of_another_time(sentence, frame)


_INSIDE = re.compile("(?<=..)[里中内]$")  # 考核里排第一
