"""Is the very thing told of that a short question asks what or where it is?"""

from __future__ import annotations

import re

from assistant.passages.judged import Judged
from language.words import tagged

_ASKED = (
    re.compile(r"(?:什么是|何谓|什么叫)(?P<thing>[^的，。？?]{2,12})[？?]?"),
    re.compile(
        r"(?P<thing>[^的，。？?]{2,12}?)(?:分别|各自?|具体|到底)?(?:是什么(?:意思)?|是指什么|指的是什么|指什么|什么意思"
        r"|位于(?:哪里|哪儿|何处|何地|什么地方))[？?]?"
    ),
)
_BESIDE = 8  # characters that tell where the words end
_MARKS = re.compile(r"[“”\"‘’「」『』《》]")


def lacks_subject(judged: Judged) -> bool:
    """显微镜学是什么 is not answered by what tells of 显微镜, nor 月代 by 10月代表.

    What the collection knows by several names may be called so.
    """
    frame = judged.frame
    text = _MARKS.sub("", frame.text)
    asked = next((match for pattern in _ASKED if (match := pattern.fullmatch(text))), None)
    if asked is None or frame.names:
        return False
    if any(
        re.search(rf"[“‘「『《\"]{re.escape(quoted)}[”’」』》\"]", judged.around) for quoted in frame.quoted
    ):
        return False  # 建立“375”招商工作体系 tells of the 375体系
    thing = asked["thing"]
    called = sorted((name for name in frame.place_names if thing.startswith(name)), key=len)
    thing = thing.removeprefix(called[-1]) if called and len(thing) > len(called[-1]) + 1 else thing
    for place in frame.places:
        rest = thing.removeprefix(place.name).removeprefix(place.short)
        if thing in (place.name, place.short):
            return False
        thing = rest if len(rest) > 1 else thing
    return not _says_whole(thing, _MARKS.sub("", judged.around))


def _says_whole(thing: str, text: str) -> bool:
    """Whether a text says a thing, and not only in parts of two other words."""
    for match in re.finditer(re.escape(thing), text, re.IGNORECASE):
        near = text[max(0, match.start() - _BESIDE) : match.end() + _BESIDE]
        begin = match.start() - max(0, match.start() - _BESIDE)
        end = begin + len(thing)
        if not any(begin < token.start < end < token.end for token in tagged(near)):
            return True
    return False
