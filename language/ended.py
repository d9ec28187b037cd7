"""Does a sentence tell that a project has come to nothing?"""

from __future__ import annotations

import re
from collections.abc import Iterable

from language.text import fold

ENDED = re.compile(
    r"(?<![未不])(?:已|正式|协商|提前|自行|主动)*(?:终止|中止|解约|解除(?:协议|合同)|撤资|不再(?:推进|实施|落地)|取消(?:合作|投资|签约))(?!期|日|日期|的情形|条件)"
)


def is_ended(quote: str, names: Iterable[str]) -> bool:
    """Whether a sentence says of one of `names` that it is given up; a sentence that names none of them is
    told of it throughout."""
    text = fold(quote)
    if ENDED.search(text) is None:
        return False
    at = min((text.find(name) for name in names if name in text), default=0)
    stop = re.search(r"[;。]", text[at:])
    return ENDED.search(text, at, at + stop.start() if stop else len(text)) is not None
