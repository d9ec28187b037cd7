"""Does a remark of general talk say itself what it is about? One that does is left as it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answering import answered_in_full, is_fragment
from assistant.topics import Topic, topics_of

_POINTS_BACK = re.compile(r"(?<!其)[他她它]|这|那(?!么)")
_ASKED = re.compile(
    r"什么|谁|哪|怎么|多少|几[个岁点]|多[长大久远高]|啥|咋|吗|么$|嘛$|不$|没$|是不是|有没有|好不好"
)

_ASKED_FOR = re.compile(r"(?:什么|哪个|哪些|哪种|哪部|哪首|几个?|多少|啥)$")
_NO_SUBJECT = re.compile(r"还?(?:有|没|会|能|可以|是不是)")


def stands_alone(remark: str, *, asked: str, answered: str) -> bool:
    """Whether a remark says itself what it is about: by a name, or by the topic of the turns before."""
    if _POINTS_BACK.search(remark) or answered_in_full(remark, question=answered):
        return False
    own = [topic for topic in topics_of(remark, wide=False) if topic.is_telling]
    before = [*topics_of(asked, wide=False), *topics_of(answered, wide=False)]
    if own and any(len(each.text) > 1 and each.is_telling and each.text in remark for each in before):
        return True
    named = any(topic.is_name and len(topic.text) > 1 for topic in own)
    if is_fragment(remark):
        return named and len(remark) > 4 and not _ASKED.search(answered)
    return named or _tells_enough(remark, own)


def _tells_enough(remark: str, own: Sequence[Topic]) -> bool:
    """Whether a remark without a name has nouns enough: two, or a long one."""
    if _NO_SUBJECT.match(remark):
        return False
    said = [topic for topic in own if len(topic.text) > 1 and not _ASKED_FOR.search(remark[: topic.start])]
    return len(said) > 1 or any(len(topic.text) > 2 for topic in said)
