"""Which sentences before and after the best one belong to its answer?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.asked_terms import tells_besides
from assistant.matching import RELATED, term_match
from assistant.passages.announcing import appended, titles
from assistant.passages.chosen import Chosen
from assistant.passages.parting import begins_item, leads_items, leads_on
from assistant.passages.ranking import ANAPHOR, Scored, counted_phrases, only_praises
from assistant.passages.sentences import Sentence
from assistant.passages.whereabouts import of_another_place
from assistant.question import QuestionFrame
from language.pattern import pattern

MOST_SENTENCES = 3
_NEAR = 6  # characters between two sentences that follow each other
ENOUGH_TOLD = 0.85  # of the chooser's shares, what an answer needs before it may stop
_AFTER = 0.02  # the same: what is asked is told after what says its words, rather than before
_LEAST_AFTER, _LEAST_BEFORE = 0.01, 0.02  # the least share of a sentence told beside the best one
_SHORT = 40  # characters of a sentence that announces what follows
_LEADS = 24  # the same of one that may say nothing itself
_AT_LENGTH = pattern(r"如何|怎么|怎样|措施|举措|要求|规定|注意|方式|办法|政策|条件|材料|程序|流程|内容")
_GOES_ON = pattern(
    r"^\s*(?:\d{1,2}[.、．)）]|比如|例如|再比如|又如|再如|其中|同时|此外|另外|一是|二是|三是|四是|五是|首先|其次"
    r"|再次|最后|具体|并|还|以及|第[一二三四五六]|（[一二三四五六]）|\([一二三四五六]\)"
    r"|[①②③④⑤⑥]|在此基础上|与此同时|下一步|绘制|不止于此)"
)
_HEADING_ALONE = pattern(
    r"(?:第[^条]{1,5}条|[一二三四五六七八九十]{1,3}、)\s*[一-鿿“”]{0,12}[。.：:]?|(?:支持|鼓励|加强|推进|强化|优化|完善)[一-鿿]{2,8}。?"
)
_PROMISES = pattern(
    r"如下|以下|主要|包括|分为|(?:[两三四五六七八九十]|\d+)(?:个方面|项|条|点|大|个(?!亿|项目))|[措举]措|措施|做法|重点|办法|方面|要求"
)
_NUMBERED = pattern(r"[一二三四五六七八九]是|第[一二三四五六七八九](?![届批期季])|首先|其次|再次")
_COUNTS = pattern(r"第一是|一是|首先|（一）|\(一\)")


def with_surroundings(best: Scored, chosen: Chosen, frame: QuestionFrame, *, limit: int) -> list[Sentence]:
    """The sentence with the rest of its enumeration, else with its likeliest neighbours, in the document's
    order; at most `limit` characters beyond the sentence itself, and three sentences of no enumeration."""
    row = _in_order(best.sentence, chosen.ranked)
    at = row.index(best.sentence)
    room = limit - len(best.sentence.text)
    told = _enumeration(row[at:], frame, room=room)
    if len(told) > 1 and (leads_items(best.sentence.text) or not begins_item(best.sentence.text)):
        return told  # what follows an item is another item, unless it begins a list of its own
    return _neighbours(row, at, chosen, frame, room=room)


def _in_order(best: Sentence, ranked: Sequence[Scored]) -> list[Sentence]:
    """The sentences of the best one's document, each place of it once."""
    own = {one.sentence.start: one.sentence for one in ranked if one.sentence.document.id == best.document.id}
    return [own[start] for start in sorted(own)]


def _enumeration(row: Sequence[Sentence], frame: QuestionFrame, *, room: int) -> list[Sentence]:
    """The first sentence and those that go on with its enumeration."""
    told = [row[0]]
    at_length = bool({"list", "how"} & frame.wants)
    of_item = bool(_NUMBERED.match(row[0].text.strip("*# ")))
    heads = begins_item(row[0].text) and len(row[0].text) < _LEADS
    counting, announced = False, any(said in row[0].folded for said in counted_phrases(frame.text))
    for sentence in row[1:]:
        text, numbered = sentence.text, bool(_NUMBERED.match(sentence.text.strip("*# ")))
        if not follows(told[-1], sentence) or len(text) > room or _elsewhere(sentence, frame):
            break
        if (of_item and numbered) or (begins_item(text) and (heads or not _may_lead(told[0].text))):
            break  # another item, which the question does not name
        lists = _COUNTS.search(told[-1].text) or (announced and _COUNTS.search(text))
        counting = counting or (at_length and bool(numbered or lists))
        goes_on = counting and (numbered or announced or sentence.start == told[-1].end)
        if not goes_on and not _GOES_ON.match(text):
            break
        told.append(sentence)
        room -= len(text)
    return told


def _may_lead(text: str) -> bool:
    """Whether a sentence may lead to the items behind it: it begins one, promises several, or ends open."""
    return begins_item(text) or leads_items(text) or bool(_PROMISES.search(text)) or not text.endswith("。")


def _neighbours(
    row: Sequence[Sentence], at: int, chosen: Chosen, frame: QuestionFrame, *, room: int
) -> list[Sentence]:
    """The sentence with those beside it that fit, the likelier first, until it is likely enough to answer."""
    first = last = at
    told = chosen.share(row[at])
    while last - first + 1 < MOST_SENTENCES:
        sides: list[tuple[float, int]] = []
        if last + 1 < len(row) and follows(row[last], row[last + 1]):
            share = chosen.share(row[last + 1])
            if _of_one_piece(row[at], row[last + 1], frame) or (told < ENOUGH_TOLD and share >= _LEAST_AFTER):
                sides.append((share + _AFTER, last + 1))
        if first and follows(row[first - 1], row[first]):
            share = chosen.share(row[first - 1])
            if told < ENOUGH_TOLD and share >= _LEAST_BEFORE:
                sides.append((share, first - 1))
        fitting = [
            side
            for side in sides
            if _belongs(row[side[1]], frame, room=room)
            and not (side[1] > at and _turns(row[side[1]].text))
            and not _apart(row[first if side[1] < first else last], row[side[1]], frame)
        ]
        if not fitting:
            break
        _, side = max(fitting)
        room -= len(row[side].text)
        told += chosen.share(row[side])
        first, last = min(first, side), max(last, side)
    while last > at and _leads_nowhere(row[last].text):
        last -= 1
    while last + 1 < len(row) and _is_next_example(row[last], row[last + 1], room=room):
        last += 1
        room -= len(row[last].text)
    return list(row[first : last + 1])


def _leads_nowhere(text: str) -> bool:
    """Whether what a sentence leads to is not told: a question's answer, a speaker's words."""
    return text.rstrip().endswith(("？", "?")) or only_announces(text) or names_speaker(text)


def names_speaker(text: str) -> bool:
    """某局局长某某表示。 says who spoke, and nothing of what was said."""
    return _SPEAKER.fullmatch(text.strip("*# \u3000\n")) is not None


def labels_district(sentence: Sentence, frame: QuestionFrame) -> bool:
    """Whether it is what a box of all districts says of the one asked how it does a thing: 甲区：招建并进."""
    asked = "how" in frame.wants and len(frame.places) == 1
    return asked and re.match(rf"{frame.places[0].name}[:：]", sentence.folded) is not None


_SPEAKER = pattern(r"[^，,。；;：:“\d]{2,40}(?:表示|介绍说?|认为|坦言|告诉记者|说)[。！]?")
_ANNOUNCES = pattern(r"[^，,。；;、“：:\d]{2,9}[。！]")

_COUNTS_UP = pattern("[一二两三四五六七八九十][个招条大项是]")


def _turns(text: str) -> bool:
    """Whether a short sentence turns to something else (也有短板。) and does not count up what is asked."""
    return only_announces(text) and _COUNTS_UP.search(text) is None


def only_announces(text: str) -> bool:
    """也有短板。 only says what the next sentences tell of."""
    return _ANNOUNCES.fullmatch(text.strip("*# \u3000\n")) is not None


_EXAMPLE = pattern(r"\s*(?:比如|例如|再比如|再如|又如|譬如)")
_ANOTHER = pattern(r"\s*(?:再比如|再如|又如|还有|此外)")


def _is_next_example(told: Sentence, after: Sentence, *, room: int) -> bool:
    """比如，…。再比如，…: of examples all are told."""
    examples = _EXAMPLE.match(told.text) and _ANOTHER.match(after.text)
    return bool(examples) and follows(told, after) and len(after.text) <= room


def _belongs(sentence: Sentence, frame: QuestionFrame, *, room: int) -> bool:
    text = sentence.text
    if (
        len(text) > room
        or titles(text)
        or appended(text)
        or only_praises(sentence.folded)
        or labels_district(sentence, frame)
        or _HEADING_ALONE.fullmatch(text.strip(" \u3000*#\n"))
    ):
        return False
    return not _elsewhere(sentence, frame)


def _of_one_piece(best: Sentence, after: Sentence, frame: QuestionFrame) -> bool:
    """What must be told with the sentence, however sure the chooser is of it alone.

    How something is done takes more than one, an item of a paper is whole, a short sentence may only announce
    a list.
    """
    if leads_on(best.text):
        return True
    if "definition" in frame.wants and frame.names and ANAPHOR.match(after.folded):
        return True  # 该项目是… tells what it is
    if begins_item(after.text):
        return False
    announces = len(best.text) < _SHORT and bool({"list", "how"} & frame.wants)
    return announces or begins_item(best.text) or bool(_AT_LENGTH.search(frame.text))


def _apart(best: Sentence, beside: Sentence, frame: QuestionFrame) -> bool:
    """Whether a sentence of another paragraph, or another item, says nothing particular that is asked.

    What an item goes on with, and what is told behind a colon or a question, belongs to it.
    """
    first, last = sorted((best, beside), key=lambda each: each.start)
    of_items = begins_item(first.text), begins_item(last.text)
    parted = all(of_items) or (last.start > first.end and not of_items[0])
    leads = leads_on(first.text) or len(first.text) < _LEADS or last.text.rstrip().endswith(("？", "?"))
    return parted and not leads and not says_particular(beside, frame)


def says_particular(sentence: Sentence, frame: QuestionFrame) -> bool:
    """Whether a sentence says a word of the question that not every document of the field has; True where the
    question has none."""
    words = [term for term in frame.terms if not _GENERAL.fullmatch(term)]
    return not words or any(term_match(word, sentence.folded) >= RELATED for word in words)


_GENERAL = pattern(
    r"企业|公司|项目|产业|招商|引资|招商引资|发展|工作|政策|资金|投资|建设|园区|市里|全市|主要|具体|重点|方面|情况|时间|目标|办法|措施|问题"
)


def follows(before: Sentence, after: Sentence) -> bool:
    """Whether a sentence stands right after another."""
    return before.document.id == after.document.id and 0 <= after.start - before.end <= _NEAR


def _elsewhere(sentence: Sentence, frame: QuestionFrame) -> bool:
    if tells_besides(sentence.folded, frame.text):
        return True
    told = {*sentence.places, sentence.topic}  # 该区与襄阳理工大学共建 is of the district told of before
    if frame.place_names and sentence.places and not frame.place_names & told:
        return True
    return "how" in frame.wants and of_another_place(sentence, frame)
