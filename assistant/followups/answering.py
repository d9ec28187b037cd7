"""Is a remark no more than the answer to the question just asked back?

Then that question, up to what it asks for, and the remark say it in full: 肥西在哪儿 and 合肥 say 肥西在合肥.
"""

from __future__ import annotations

import re

from language.words import tagged, words

_ASKED_FOR = re.compile(r"什么样的|什么|谁|哪里|哪儿|哪个|哪|那里|多少")
_WHY = re.compile(r"为什么|凭什么")
_NOTHING_MORE = re.compile(
    r"(?:意思|东东|东西|玩意儿?|地方|时候|事情?|人|样)?[的啊呀呢阿吗丫哦呐嘛\s?？。!！]*$"
)
_COPULA = re.compile(
    r"^(?:哦|嗯|啊|那|对|好|就|也|都|还|不|没|应该|可能|只|我觉得|我想下?|我记得|其实|貌似|好像|据说|印象中|大概|原来|本来|我说的|我们?要的)*(?:是|在)"
)
_NAMES_SOMETHING = re.compile(r"的[^的，, ]{1,5}[啊呀吧]?$")
_PARTICLES = re.compile(r"^[哦嗯啊哎诶额呵哈]+|[吧呢吗嘛啊呀哦啦呗的]+[\s。!！]*$")
_ASKS = re.compile(r"什么|谁|哪|怎么|多少|几|多[长大久远高]|啥|咋|吗|么$|嘛$|不$|是不是|有没有|呢$")
_MOST_CHARS, _MOST_QUESTION_CHARS = 14, 8


def is_fragment(remark: str) -> bool:
    """Whether a remark has no verb and no adjective of its own, or nothing before its 是 or 在."""
    if _COPULA.search(remark):
        return True
    said = tagged(_PARTICLES.sub("", remark))
    return not any(token.tag[:1] in "vza" and token.tag not in {"vn", "an", "ad"} for token in said)


def answered_in_full(remark: str, *, question: str) -> str | None:
    """The statement a remark makes as the answer to `question`; None where it is not a bare answer to one."""
    asked_for = _ASKED_FOR.findall(question)
    if len(asked_for) != 1 or _WHY.search(question) or _ASKS.search(remark) or len(remark) > _MOST_CHARS:
        return None
    head, tail = question.split(asked_for[0])
    if (
        not 2 <= len(head) <= _MOST_QUESTION_CHARS
        or not _NOTHING_MORE.match(tail)
        or not (is_fragment(remark) or (head.endswith("是") and _NAMES_SOMETHING.search(remark)))
    ):
        return None
    if any(len(word) > 1 and word in remark for word in words(head)):
        return None
    said_twice = head.endswith(("是", "在")) and remark.startswith(head[-1])
    return f"{head}{remark[1:] if said_twice else remark}"
