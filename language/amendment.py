"""Which clauses does a notice of revision change: 将第六条“…”修改为“…”, 删除第八条, 新增一条?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from language.pattern import pattern
from language.text import Span

_HAN = "一二三四五六七八九十百零〇"
_PLACE = rf"第[{_HAN}\d]{{1,6}}条(?:第[（(]?[{_HAN}\d]{{1,3}}[）)]?[款项目])*"
_QUOTED = r"[“「\"](?P<{0}>[^”」\"]{{2,600}})[”」\"]"
_DONE = r"(?:修改|修订|调整|变更|改)为[：:]?\s*"
_CHANGED = pattern(
    rf"(?:将|把)?(?:原)?(?P<at>{_PLACE})[^“”「」\"。；\n]{{0,16}}(?:{_QUOTED.format('old')}\s*)?{_DONE}{_QUOTED.format('new')}"
    rf"|(?:将|把)?(?:原)?(?P<at_bare>{_PLACE})?(?P<what>[一-鿿]{{0,24}}?)由(?P<was>[^“”。；，\n]{{1,40}}?)"
    rf"(?:修改|修订|调整|变更|改|提高|提升|降低|放宽|延长)(?:为|到|至)(?P<now>[^“”。；，\n]{{1,40}})"
)
_DELETED = pattern(
    rf"(?:删除|删去|取消|废止)(?:原)?(?P<at>{_PLACE})(?:[^“”「」\"。；\n]{{0,8}}{_QUOTED.format('old')})?"
    rf"|(?P<after>{_PLACE})(?:予以)?(?:删除|删去)"
)
_ADDED = pattern(
    rf"(?:新增|增加|增设|增补)(?:一[条款项])?[^“”「」\"。；\n]{{0,6}}作为(?P<at>{_PLACE})[：:，]?\s*{_QUOTED.format('new')}"
    rf"|(?:在)?(?P<under>{_PLACE})(?:中|后|末)?(?:新增|增加|增设|增补)(?:一|第[{_HAN}])?(?:条|款|项|内容)[^“”「」\"。；\n]{{0,6}}[：:，]?\s*{_QUOTED.format('text')}"
)
_TITLE = pattern(
    r"(?:修改|修订|调整|完善|变更)[^\n《]{0,4}《(?P<title>[^》]{4,60})》"
    r"|《(?P<after>[^》]{4,60})》的?(?:修改|修订|补充)"
    r"|对《(?P<also>[^》]{4,60})》[^。\n]{0,30}(?:作|做|进行)(?:出|了)?(?:如下|以下)?(?:修改|调整|修订|补充)"
)
Kind = Literal["changed", "deleted", "added"]


@dataclass(frozen=True, kw_only=True)
class Amendment:
    """One clause that a notice changes: its place in the older paper, what it said (`old`, None
    where that is not repeated) and says now (`new`, None where it is deleted), each a span of the notice.

    `whole` is all that changes it, `what` the measure where numbers alone are told: 奖励比例由1%提高到2%.
    """

    kind: Kind
    article: str
    whole: Span
    old: Span | None = None
    new: Span | None = None
    what: str = ""


@lru_cache(maxsize=64)
def amendments_in(text: str) -> tuple[Amendment, ...]:
    """The clauses that a text changes in a paper it names, in order; () where it names none."""
    if amended_title(text) == "":
        return ()
    found = [*map(_changed, _CHANGED.finditer(text)), *map(_deleted, _DELETED.finditer(text))]
    found += [
        Amendment(
            kind="added",
            article=match["at"] or f"{match['under']}一款",
            whole=_whole(match),
            new=_span(match, "new" if match["new"] else "text"),
        )
        for match in _ADDED.finditer(text)
    ]
    return tuple(sorted(found, key=lambda each: each.whole.start))


def amended_title(text: str) -> str:
    """The title of the paper that a notice changes, from its own title or opening; "" for any other text."""
    match = _TITLE.search(text[:_OPENING])
    return (match["title"] or match["after"] or match["also"]) if match else ""


_OPENING = 600  # characters in which a notice says what it changes


def without_old(text: str) -> str:
    """The text with all of what it changes blanked but what holds now, every character kept in place."""
    kept = list(text)
    for each in amendments_in(text):
        holds = each.new if each.new is not None and not each.what else None
        for at in range(each.whole.start, each.whole.end):
            if kept[at] != "\n" and (holds is None or not holds.start <= at < holds.end):
                kept[at] = " "
    return "".join(kept)


def _changed(match: re.Match[str]) -> Amendment:
    bare = bool(match["was"])
    return Amendment(
        kind="changed", article=match["at"] or match["at_bare"] or "", whole=_whole(match),
        old=_span(match, "was" if bare else "old"), new=_span(match, "now" if bare else "new"),
        what=(match["what"] or "").strip("的中，, "),
    )  # fmt: skip


def _deleted(match: re.Match[str]) -> Amendment:
    article = match["at"] or match["after"]
    return Amendment(kind="deleted", article=article, whole=_whole(match), old=_span(match, "old"))


def _whole(match: re.Match[str]) -> Span:
    return Span(start=match.start(), end=match.end())


def _span(match: re.Match[str], name: str) -> Span | None:
    return Span(start=match.start(name), end=match.end(name)) if match[name] else None
