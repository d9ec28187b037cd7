"""What does an elliptical remark leave out? The topic of the two turns before it, put back in its place.

General rules for any talk, where nothing of the field's own applies: a topic is a run of words around a noun;
one that both turns name is carried on, else the one the reader named, else the last one of the reply.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.followups.answering import answered_in_full
from assistant.followups.topics import Topic, is_telling, topics_of
from language.words import tagged, words

_PRONOUN = re.compile(r"(?<!其)(?:他们|她们|它们|他|她|它)")
_PERSON = re.compile(r"(?<!其)[他她](?!们)")
_DEMONSTRATIVE = re.compile(
    r"这(?!么|[本部首个款]?(?:书|电影|小说|歌|游戏|剧|片|人))|那(?:个|里|儿|些|本|部|首|边|种|款)|(?<!^)那(?!么)"
)
_WHY = re.compile(r"^(?:那|那么)?(?:为什么|为啥|为何|怎么回事)")
_WHY_ALONE = re.compile(r"(?:那么?|所以说?)?(?:为什么|为啥|为何|凭什么)[呢啊呀?？\s]*")
_TAIL = re.compile(r"[吧呢吗嘛啊呀哦啦呗?？。!！\s]+$")
_FILLER = re.compile(r"^(?:对|嗯|哦|是的|因为|我觉得|[我你这]|\s)+")
_MOST_CLAIM_CHARS = 14
_ASKS_WHAT = re.compile(r"什么|谁|哪|怎么|多少|几[个岁点]|多[长大久远高]|啥|咋|何")


def restored(remark: str, *, asked: str, answered: str) -> str:
    """The remark with the topic of the question before it and the reply; as it is where they have none."""
    if (said := answered_in_full(remark, question=answered)) is not None:
        return said
    topic = "".join(_carried(remark, asked=asked, answered=answered))
    if _WHY_ALONE.fullmatch(remark) and (doubted := _claim(answered)):
        return f"{_TAIL.sub('', remark)}{doubted}{'' if topic in doubted else topic}"
    if not topic:
        return remark
    if _PRONOUN.search(remark):
        return _PRONOUN.sub(lambda _: topic, remark, count=1)
    return f"{remark}{topic}" if _WHY.search(remark) else f"{topic}{remark}"


def _claim(answered: str) -> str:
    """What a short reply says, without its speaker; nothing where it asks."""
    said = _FILLER.sub("", _TAIL.sub("", answered))
    return said if len(said) <= _MOST_CLAIM_CHARS and not _ASKS_WHAT.search(said) else ""


def _carried(remark: str, *, asked: str, answered: str) -> Sequence[str]:
    """The topics to put back, best kind first: of both turns, a stretch of words both share, one turn's."""
    ours = [each for each in topics_of(asked) if each.text not in remark]
    theirs = [each for each in topics_of(answered) if each.text not in remark and each.is_telling]
    people = [each.text for each in theirs if each.is_person]
    if people and _PERSON.search(remark) and not any(each.is_person for each in ours):
        return people[-1:]
    if both := [each.text for each in ours if any(noun in answered for noun in each.nouns)]:
        return both
    shared = _shared(asked, answered)
    shared = "" if shared in remark else shared
    if len(shared) >= 3 and any(len(word) > 1 and is_telling(word) for word in words(shared)):
        return [shared]
    telling = [each for each in ours if each.is_telling]
    if telling and not (theirs and _is_newer(telling, theirs, asked=asked, remark=remark)):
        return [each.text for each in telling[:2]]
    if theirs:
        return [theirs[0].text]
    if len(shared) >= 2 and is_telling(shared):
        return [shared]
    doings = [*_doings(asked), *_doings(answered)]
    return [] if any(each in remark for each in doings) else doings[:1]


def _doings(text: str) -> list[str]:
    """What a turn without a noun is about: 失恋, 面试."""
    return [
        token.word
        for token in tagged(text)
        if token.tag[:1] == "v" and len(token.word) > 1 and is_telling(token.word)
    ]


def _is_newer(ours: Sequence[Topic], theirs: Sequence[Topic], *, asked: str, remark: str) -> bool:
    """Whether the reply brought up what the remark goes on about: an answer to 什么 or 哪, the only name."""
    named = any(each.is_name or each.is_asked for each in theirs)
    points, is_someone = bool(_DEMONSTRATIVE.search(remark)), bool(_PRONOUN.search(remark))
    if any(each.is_asked for each in ours) and not named:
        return False
    if is_someone or any(each.is_name or each.is_asked for each in ours):
        return points and not is_someone
    answers = bool(_ASKS_WHAT.search(asked)) and not _ASKS_WHAT.search(remark)
    return points or answers or named


def _shared(one: str, other: str) -> str:
    """The longest stretch of characters that stands in both, the first of several."""
    best = ""
    for start in range(len(one)):
        while one[start : start + len(best) + 1] in other and start + len(best) < len(one):
            best = one[start : start + len(best) + 1]
    return best
