"""Which lines at the top of a document say whose it is and of when, and are no headline?

A periodical prints its name, issue and date over the headline; a red-headed paper its issuer and number; many
texts a line 某某编辑部　2025年4月8日 under the title.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.dates import DATE, date_within

_HAN = r"[\u4e00-\u9fff]"
_ORGAN = r"(?:人民政府|委员会|管委会|[局厅部委办院所处科]|办公室|中心|公司|集团|协会|商会|联合会|杂志社|报社)"
_PERIODICAL = r"(?:报|[周月季旬导内专]刊|杂志|[快通简]讯|内参|参考|动态|观察|要情|信息|新闻)"
_REMARK = r"(?:[（(][^（()）]{1,12}[）)])?"
_ORDINAL = r"总?第 ?[\d一二三四五六七八九十百〇零]{1,5} ?[期版号]"
_ISSUE = rf"[（(]?(?:(?:19|20)\d{{2}}年)? ?(?:{_ORDINAL}|[A-Z]\d{{2}}版?|增刊)(?:[（(]{_ORDINAL}[）)])?[）)]?"
_WEEKDAY = r"(?:星期|周)[一二三四五六日天]"
_NUMBER = rf"{_HAN}{{1,14}} ?[〔\[（(【﹝] ?(?:19|20)\d{{2}} ?[〕\]）)】﹞] ?第? ?\d{{1,5}} ?号"
_DATED = rf"[（(]?{DATE}(?:印发|发布|公布|出版)?[）)]?"
_SURE = re.compile(rf"{_DATED}|{_ISSUE}|{_NUMBER}")
_BY = re.compile(rf"({_HAN}{{4,24}})(?:主办|编印|编)")
_OUTLET = rf"{_HAN}{{2,8}}(?:[日晚早晨快]报|时报|商报|网|发布|融媒体?(?:中心)?|广播电视台|电视台)"
_BESIDE = re.compile(
    rf"{_BY.pattern}|{_HAN}{{2,20}}{_ORGAN}|{_WEEKDAY}|\d{{1,2}}:\d{{2}}(?::\d{{2}})?|{_HAN}{{2,8}}"
)
_NAME = re.compile(rf"{_HAN}{{2,24}}{_REMARK}")
_GLUED = re.compile(rf"({_NUMBER})({_DATED})")
_BRACKETED = re.compile(r"[（(]([^（）()]+)[）)]")  # （台政发〔2025〕9号 2025年3月12日）
_APART = re.compile(r"[ \t\u3000|｜]+")
_OVER_DATE = re.compile(rf"{_HAN}{{2,24}}{_ORGAN}{_REMARK}")
_PRINTS = re.compile(rf"{_OUTLET}|{_HAN}{{2,20}}{_ORGAN}")  # who stands behind the date, and is no author
_OF_PERIODICAL = re.compile(rf"{_HAN}{{2,14}}{_PERIODICAL}")
_OF_ISSUER = re.compile(rf"({_HAN}{{1,24}}{_ORGAN})(?:文件)?")
_NUMBERED = re.compile(rf"{_ISSUE}|{_NUMBER}")
_BARE_NAME = re.compile(rf"{_HAN}{{2,12}}")
_MOST_CHARS = 60


def is_imprint(line: str) -> bool:
    """Whether the line holds nothing but a date, an issue or a document number, and names beside it."""
    parts = _parts(line)
    if not any(map(_SURE.fullmatch, parts)):
        return False
    first, *rest = parts
    opens = _SURE.fullmatch(first) or _NAME.fullmatch(first)
    return bool(opens) and all(_SURE.fullmatch(part) or _BESIDE.fullmatch(part) for part in rest)


def imprint_date(line: str) -> str:
    """The full date in an imprint, ISO, or "" if it has none or the line is no imprint."""
    return date_within(line) if is_imprint(line) else ""


def publisher_above(lines: Sequence[str], *, title: str = "") -> str:
    """The publisher told by the top `lines` (stripped, none blank): by a date or in a masthead; or ""."""
    for line, follower in zip(lines, [*lines[1:], ""], strict=True):
        if line in title:
            continue
        first = _parts(line)[:1]
        if imprint_date(line) and (by := next(filter(None, map(_BY.fullmatch, _parts(line))), None)):
            return by[1]
        if imprint_date(line) and _NAME.fullmatch(first[0]) and not _SURE.fullmatch(first[0]):
            return first[0]
        if imprint_date(line) and (beside := next(filter(_PRINTS.fullmatch, _parts(line)[1:]), "")):
            return beside
        if imprint_date(follower) and _SURE.fullmatch(_parts(follower)[0]) and _OVER_DATE.fullmatch(line):
            return line
    return lines[0].removesuffix("文件") if is_masthead(lines) else ""


def names_organ(line: str) -> bool:
    """Whether the line is the name of an office, a company or an editorial department."""
    return bool(_OVER_DATE.fullmatch(line))


def is_masthead(lines: Sequence[str]) -> bool:
    """Whether the first of the top `lines` names a periodical or an issuer, imprint and headline below."""
    below = 1
    while below < len(lines) and below <= 3 and is_imprint(lines[below]):
        below += 1
    if below == 1 or below == len(lines) or not _may_head(lines[below]):
        return False
    numbered = any(map(_NUMBERED.fullmatch, (part for line in lines[1:below] for part in _parts(line))))
    issued = any(part.strip("（）()").endswith("期") for line in lines[1:below] for part in _parts(line))
    return bool(
        _OF_PERIODICAL.fullmatch(lines[0])
        or (numbered and _OF_ISSUER.fullmatch(lines[0]))
        or (issued and _BARE_NAME.fullmatch(lines[0]))
    )


def _parts(line: str) -> list[str]:
    """The pieces of a line that white space or bars set apart; [] for a line too long to be an imprint."""
    if len(line) > _MOST_CHARS:
        return []
    if (bracketed := _BRACKETED.fullmatch(line)) and not _SURE.fullmatch(line):
        line = bracketed[1].strip()
    if glued := _GLUED.fullmatch(line):
        return [glued[1], glued[2]]
    if _SURE.fullmatch(line):
        return [line]
    return [part for part in _APART.split(line) if part]


def _may_head(line: str) -> bool:
    short = len(line) <= _MOST_CHARS and not any(c in "。；;" for c in line)
    return (
        short
        and line[-1] not in "，,：:、"
        and not re.match(r"[（(]?[一二三四五六七八九十\d]+[）)、．.]", line)
    )
