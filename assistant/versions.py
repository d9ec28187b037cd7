"""Which policy paper is in force? A later version of the same paper, or one that repeals it, beats it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from language.pattern import pattern
from language.text import fold
from vectorstore.document import Document

_POLICY_TITLE = pattern(
    r"规定|办法|措施|政策|意见|细则|条例|若干|方案|条款|实施|行动计划|指南|申报|专项资金|奖补|扶持"
    r"|新政(?!府)|[出发][台布][^，。]{2,30}[一二三四五六七八九十百\d]条|[“”\"][^“”，。]{0,4}[一二三四五六七八九十百\d]条[“”\"]"
    r"|[支促鼓引][持进励导][^，。]{2,40}[一二三四五六七八九十百\d]条(?:[（(]|$)"
)
_EDITION = pattern(
    r"[(（\[【][^)）\]】]*[)）\]】]|(?:19|20)\d\d年?(?:版|修订版?|本)?|第[一二三四五]版|新?修订(?:版|后的)?|修改|印发|的?通知$|^关于|[《》“”\s]"
)
_NO_LONGER = ("废止", "停止执行", "不再执行", "失效")
_REPEALS = pattern(rf"(?P<named>[^。;\n]{{4,160}}?)(?:同时)?(?:{'|'.join(_NO_LONGER)})")
NUMBER = r"[一-鿿]{1,14}\s*[〔\[(（【﹝]\s*(?:19|20)\d\d\s*[〕\])）】﹞]\s*第?\s*\d{1,5}\s*号"
_NUMBER = pattern(NUMBER)
_TITLE = pattern(r"《(?P<title>[^》]{4,60})》")
_BESIDE_TITLE = pattern(r"\s*[(（][^()（）]*(?:\d号|\d月\d{1,2}日)[^()（）]*[)）]\s*$")
_LEAST_TITLE = 5
_DATE_NAMED = pattern(r"(?:19|20)\d\d")


@dataclass(frozen=True, kw_only=True)
class Succession:
    """`new` holds in place of `old`; `repealed` where it says so itself."""

    old: Document
    new: Document
    repealed: bool

    @property
    def note(self) -> str:
        """One line for the reader."""
        done = "废止" if self.repealed else "修订"
        return f"{named(self.old)}已由{named(self.new)}{done}，以新文件为准"


def is_policy(document: Document) -> bool:
    """Whether the title is that of a paper that lays down rules."""
    return bool(_POLICY_TITLE.search(document.title))


def named(document: Document) -> str:
    """《title》 with its number, as people call a paper."""
    number = f"（{document.number}）" if document.number else ""
    title = _BESIDE_TITLE.sub("", document.title)
    return f"《{title}》{number}" if "《" not in title else f"{title}{number}"


def is_titled(document: Document, title: str) -> bool:
    """Whether a paper bears a title as another names it, edition and 关于…的通知 left out."""
    core = _core(title)
    return len(core) > _LEAST_TITLE and _core(document.title).endswith(core)


def succession(
    document: Document, others: Iterable[Document], *, text_of: dict[str, str]
) -> Succession | None:
    """What holds in place of a paper: the newest that repeals it by number or title, or bears its title and a
    later date."""
    found = [
        Succession(old=document, new=other, repealed=repealed)
        for other in others
        if other.id != document.id and _day(other) > _day(document)
        and ((repealed := _repeals(text_of.get(other.id, ""), document)) or _same_paper(document, other))
    ]  # fmt: skip
    return max(found, key=lambda each: _day(each.new), default=None)


def may_repeal(text: str) -> bool:
    """Whether a paper's folded text has a word for it that another no longer holds: few have one, and only in
    those need be read what they repeal."""
    return any(word in text for word in _NO_LONGER)


def asks_for_old(question: str, document: Document) -> bool:
    """Whether the question names this version itself: by number, by year, or as the old one."""
    if document.number and _squeezed(document.number) in _squeezed(question):
        return True
    return asks_for_former(question) or _day(document)[:4] in set(_DATE_NAMED.findall(question))


def asks_for_former(question: str) -> bool:
    """Whether a question asks what held before: 旧政策, 修订前."""
    return _FORMER.search(question) is not None


_FORMER = pattern(r"旧(?:版|的|政策|办法|措施|文件|规定)|原(?:来的|政策|办法|规定)|废止前|修订前|老政策")


def _day(document: Document) -> str:
    return document.published or document.reference_date


def _same_paper(one: Document, other: Document) -> bool:
    first, second = _core(one.title), _core(other.title)
    return len(first) > _LEAST_TITLE and first == second


def _core(title: str) -> str:
    return _EDITION.sub("", fold(title))


def _repeals(text: str, old: Document) -> bool:
    folded = fold(text)
    for match in _REPEALS.finditer(folded):
        numbers = {_squeezed(number) for number in _NUMBER.findall(match["named"])}
        if old.number and _squeezed(old.number) in numbers:
            return True
        titles = {_core(title["title"]) for title in _TITLE.finditer(match["named"])}
        if not numbers and _core(old.title) in titles:
            return True
    return False


def _squeezed(text: str) -> str:
    return re.sub(r"[\s第()\[\]【】〔〕﹝﹞]", "", fold(text))
