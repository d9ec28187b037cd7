"""Which papers does a policy paper say it repeals, by title and number, and as of when?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from assistant.versions import NUMBER
from language.pattern import pattern
from language.text import fold

_NAMED = rf"《(?P<title>[^》]{{4,80}})》\s*(?:[（(]\s*(?P<number>{NUMBER})[^）)]*[）)])?"
_ONE = pattern(_NAMED)
_JOINED = r"[、，,和及与\s]*"
_LIST = re.sub(r"\?P<\w+>", "?:", _NAMED)
_OWN = r"本(?:通知|办法|意见|措施|细则|规定|政策)(?:公布|施行|实施|发布|印发|执行|生效)"
_DONE = (
    rf"(?:同时|相应|一并|即行|予以|自行|自|从|即|均|{_OWN}|\d{{4}}年\d{{1,2}}月\d{{1,2}}日|之?日|起){{0,6}}"
)
_ENDED = rf"{_DONE}(?:废止|停止执行|不再执行|失效)"
_OF_IT = r"(?:第[^条]{1,6}条)?(?:“[^”]{2,60}”)?"  # 第七条“按1‰奖励”同时停止执行
_REPEALED = pattern(
    rf"(?P<papers>(?:{_LIST}{_JOINED}(?:等文件)?)+){_OF_IT}{_ENDED}|废止(?P<after>(?:{_LIST}{_JOINED})+)"
)
_DAY = r"(?:19|20)\d\d年\d{1,2}月\d{1,2}日"
_SINCE = pattern(rf"(?:自|从|于)?(?P<day>{_DAY})起?(?:正式|开始)?(?:施行|实施|执行|生效|废止)")
_OLD = pattern(
    r"旧(?:版|的|政策|办法|措施|文件|规定|意见)|原(?:来的|先的|政策|办法|规定)|老(?:政策|办法|规定)|以前的"
)
_LEAST = 6  # characters of a title in a row that name it


@dataclass(frozen=True, kw_only=True)
class Repeal:
    """A paper repealed, as printed; `start` and `end` are the sentence that says so; `since` is a printed
    day or ""."""

    title: str
    number: str
    since: str
    start: int
    end: int

    @property
    def name(self) -> str:
        """《title》（number）."""
        return f"《{self.title}》（{self.number}）" if self.number else f"《{self.title}》"


def repeals_in(text: str) -> Iterator[Repeal]:
    """The papers that a text says are repealed, in order."""
    since = _SINCE.search(text)
    for match in _REPEALED.finditer(text):
        start = max(text.rfind(mark, 0, match.start()) for mark in "。\n") + 1
        stop = re.compile(r"[。\n]|$").search(text, match.end())
        end = (stop.end() if stop and stop.group() == "。" else stop.start()) if stop else len(text)
        own = _SINCE.search(match.group()) or _SINCE.search(text, start, end) or since
        for named in _ONE.finditer(match["papers"] or match["after"]):
            yield Repeal(
                title=named["title"], number=re.sub(r"\s", "", named["number"] or ""),
                since=own["day"] if own else "", start=start, end=end,
            )  # fmt: skip


def is_named(repeal: Repeal, question: str, *, places: tuple[str, ...] = ()) -> bool:
    """Whether a question means this paper: by number, year, enough of its title, or as the old one."""
    if repeal.number and _squeezed(repeal.number) in _squeezed(question):
        return True
    years = set(re.findall(r"(?:19|20)\d\d", question))
    if years:
        return bool(years & set(re.findall(r"(?:19|20)\d\d", repeal.number + repeal.title)))
    if _OLD.search(question):
        return True
    asked, title = fold(question), fold(repeal.title)
    for place in places:
        asked, title = asked.replace(place, ""), title.replace(place, "")
    return shared(title, asked) >= min(_LEAST, len(title))


def shared(title: str, question: str) -> int:
    """The most characters in a row of a title that a question repeats."""
    return SequenceMatcher(None, fold(question), fold(title), autojunk=False).find_longest_match().size


def _squeezed(text: str) -> str:
    return re.sub(r"[\s第年()\[\]【】〔〕﹝﹞]", "", fold(text))
