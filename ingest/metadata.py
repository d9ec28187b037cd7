"""What is this document: its title, publisher, date of publication, number and level?

What people say about it (command line, sidecar, front matter, a record's fields) comes first, then the text,
then the file name. A date that nothing states is inferred and marked so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath

from ingest.clean import close_gaps, one_line
from ingest.dates import DATE, MONTH, date_in_name, date_within, end_of, parse_date
from ingest.dating import infer_date
from ingest.imprint import imprint_date, is_imprint, names_organ, publisher_above
from ingest.lines import enumerated_level, is_caption, looks_like_heading
from ingest.loaded import UNSTATED, Loaded, Stated
from language.text import close_to_numbers, simplified
from vectorstore.document import DEFAULT_LEVEL, Block, DateBasis

_HEAD_CHARS = 1500
_TAIL_LINES = 8
_MOST_TITLE_CHARS = 60
_LEAST_HEADLINE_CHARS = 8
_NO_TITLE = re.compile(
    r"^(?:前言|引言|目录|目 录|摘要|导语|概述|附件\d*|sheet\d*|工作表\d*|第\d+页)$", re.IGNORECASE
)
_GAP = r"[ \t\u3000]"
_HAN = r"[\u4e00-\u9fff]"
_BODY_ENDS = r"(?:局|厅|部|委|院|中心|公司|集团|协会|商会)"
_BODIES = rf"(?:人民政府(?:办公[厅室])?|委员会(?:办公[厅室])?|管委会|办公[厅室]|{_HAN}{_BODY_ENDS})"
_PAPERS = r"(?:日报|晚报|早报|晨报|都市报|商报|时报|快报)"
_DATE_NAMES = "(?:日期|时间|发布)"  # 发布日期 and 成文日期 end so
_WEEKDAY = r"(?:[ \u3000,，]*(?:星期|周)[一二三四五六日天])?"
_CLOCK = r"(?:[ \u3000T]*\d{1,2}:\d{2}(?::\d{2})?)?"
_AFTER_DATE = (
    r"(?:[ \u3000|·]*(?:来源|作者|第?[A-Z]?\d{1,2}版|[A-Z]\d{2}).{0,40}"
    rf"|(?:{_HAN}|[，\d]){{0,40}}(?:通过|公布|发布|印发|修订|修正).{{0,20}})?"
)

_LABELLED_DATE = re.compile(rf"{_DATE_NAMES}{_GAP}*[：:]{_GAP}*({DATE})")
_DATELINE = re.compile(rf"(?:本报|本刊|{_HAN}{{2,8}}(?:{_PAPERS}|社)){_HAN}{{0,6}}({DATE})(?:讯|电)")
_DATELINE_CHARS = 80  # none is half as long
_TOLD_ON = re.compile(r"[讯电](?<=[日\d].)")  # without it there is no dateline, which is slow to miss
_DATE_LINE = re.compile(rf"^[（(]?({DATE}){_WEEKDAY}{_CLOCK}{_AFTER_DATE}[）)]?$")
_NAMED_DATE_LINE = re.compile(
    rf"^(?:(?:来源|稿源|出处)[：:]{_GAP}*)?(?:{_HAN}|[-/（）()]){{2,30}}(?:{_GAP}+[·|｜]?{_GAP}*)({DATE})"
    rf"{_CLOCK}(?:印发|发布)?$"
)
_MONTH_LINE = re.compile(rf"^[（(]?(?:({_HAN}{{2,24}}){_GAP}+)?({MONTH})[）)]?$")  # 某市商务局 二〇二六年九月
_ENDS_A_MONTH = ("月", "月）", "月)")
# Apart from the words around it: a number inside a sentence is another document's.
_NUMBER = re.compile(
    rf"(?:^|\s|(?:^|\n)[（(]|(?:发文字号|文件编号|文号){_GAP}*[：:]){_GAP}*"
    rf"({_HAN}{{1,14}}{_GAP}*[〔\[（(【﹝] ?(?:19|20)\d{{2}} ?[〕\]）)】﹞] ?第? ?\d{{1,5}} ?号"
    rf"|{_HAN}{{2,16}}(?:公告|令) ?(?:(?:19|20)\d{{2}}年 ?)?第 ?\d{{1,5}} ?号)(?=\s|$|[）)]\s*(?:\n|$))"
)
_SOURCE = re.compile(
    rf"(?:信息来源|来源|发布机构|发布单位|发文机关|稿源|出处){_GAP}*[：:]{_GAP}*([\u4e00-\u9fffA-Za-z·/（）()]{{2,30}}?)"
    r"(?=[^\u4e00-\u9fffA-Za-z·/（）()]|$|(?:发布|发文|更新|信息)?(?:时间|日期)[:：]|(?:点击|浏览|阅读|访问)|作者|编辑[:：])"
)
_REPORTER = r"(?:全媒体|首席|见习|特约)?记者"
_BYLINE = re.compile(rf"^□{_GAP}*([\u4e00-\u9fff/·]{{2,24}}?){_GAP}*{_REPORTER}", re.MULTILINE)
_CLOSING_BYLINE = re.compile(
    rf"^[（(]?([\u4e00-\u9fff/·]{{3,24}}){_GAP}+{_REPORTER}[ \u3000：:]", re.MULTILINE
)
_DATELINE_PAPER = re.compile(
    rf"({_HAN}{{2,6}}{_PAPERS}|新华社|中新社|{_HAN}{{2,6}}通讯社){_HAN}{{0,6}}"
    rf"(?:{DATE}|\d{{1,2}}月\d{{1,2}}日)(?:讯|电)"
)
_MASTHEAD = re.compile(rf"^({_HAN}{{2,6}}{_PAPERS})(?:{_GAP}+{_HAN}{{2,4}})?$", re.MULTILINE)
_ISSUER_IN_TITLE = re.compile(rf"^((?:{_HAN}|、){{0,40}}?{_BODIES})(?:等\S{{1,6}}部门)?(?:印发)?关于")
_SIGNATURE = re.compile(rf"^({_HAN}{{2,24}}{_BODIES}|{_HAN}{{1,12}}人民政府){_GAP}*$", re.MULTILINE)

# The end of a text that lost its line breaks: …特此通知。 某某局 2025年4月3日 （此件公开发布）
_LAST_WORDS = r"(?:[（(].{0,20}[）)]|(?:责任编辑|责编|分享|扫一扫|编辑).{0,20})?"
_CLOSING = re.compile(
    rf"[。！？）)：\s]\s*((?:{_HAN}|[（）()])*(?:{_BODIES}|人民政府))?\s+({DATE})\s*{_LAST_WORDS}\s*$"
)
_CLOSING_DATE = re.compile(rf"\s{DATE}\s*{_LAST_WORDS}\s*$")


@dataclass(frozen=True, kw_only=True)
class Metadata:
    """What a Document carries beside its text; the fields mean what they mean there."""

    title: str
    publisher: str
    published: str
    published_basis: DateBasis
    reference_date: str
    number: str
    level: str
    url: str


def metadata_of(loaded: Loaded, *, name: str, given: Stated = UNSTATED) -> Metadata:
    """Everything known about the document; `given` (overrides, sidecar) outranks what the file says.

    `name` is the file's name, the last place to look.
    """
    stated = given.over(loaded.stated)
    title = close_to_numbers(stated.title or title_in(loaded) or PurePosixPath(name).stem)
    told = simplified(loaded.text)
    head = told[:_HEAD_CHARS]
    published, basis, reference = _dated(stated, told, name=name)
    return Metadata(
        title=title,
        publisher=stated.publisher or publisher_in(told, title=title),
        published=published,
        published_basis=basis,
        reference_date=reference,
        number=stated.number or (_first(_NUMBER, head).replace(" ", "") if "号" in head else ""),
        level=stated.level or DEFAULT_LEVEL,
        url=stated.url,
    )


_LETTERHEAD = re.compile(rf"{_HAN}{{2,30}}(?:{_BODIES}|人民政府)(?:文件|通报|简报)?")
_SUBJECT = re.compile(
    rf"(?:^|\n){_GAP}*((?:{_HAN}{{2,24}})?关于[^\n]{{4,50}}"
    r"(?:通[知报告]|意见|[报公]告|方案|决定|批复|函))[ \t]*(?=\n|$)"
)
_TABLE = re.compile(r"附?[表图] ?[\d一二三四五六七八九十]")
_HEAD_OF_A_LETTER = 120  # characters between the letterhead and what the paper is about


def _subject_under(title: str, text: str, *, at: int) -> str:
    """关于…情况的通报 below the name of an office that heads the paper in red; "" below anything else."""
    if _LETTERHEAD.fullmatch(title.replace(" ", "")) is None:
        return ""
    told = _SUBJECT.search(text, at, at + _HEAD_OF_A_LETTER)
    return one_line(told[1]) if told is not None else ""


def title_in(loaded: Loaded) -> str:
    """The headline of the text, else the hint of the format, else a short first line; "" if it has none."""
    if loaded.holds_articles:
        return one_line(loaded.title_hint)[:_MOST_TITLE_CHARS]
    for block in loaded.blocks[:12]:
        if block.kind == "heading":
            title = _heading_text(loaded.text, block)
            # 一、总体情况 heads a part of it
            numbered = enumerated_level(title) and (loaded.title_hint or _opens_official(loaded))
            if title and not _NO_TITLE.match(title) and not numbered:
                return _subject_under(title, loaded.text, at=block.end) or title
    if loaded.title_hint:
        return one_line(loaded.title_hint)[:_MOST_TITLE_CHARS]
    spans = (loaded.text[b.start : b.end] for b in loaded.blocks if b.kind not in {"boilerplate", "table"})
    firsts = [span.split("\n")[0].strip() for span in spans]
    line = next((first for first in firsts if not is_imprint(first)), "")
    if len(line) > _MOST_TITLE_CHARS:  # a text that lost its line breaks may keep a space after its headline
        line = line.split()[0]
        return line if len(line) >= _LEAST_HEADLINE_CHARS and looks_like_heading(line) else ""
    return line if not is_caption(line) else ""


_OFFICIAL = re.compile(
    r"[^。；;，,：:\n]{10,80}(?:意见|办法|方案|通知|细则|措施|政策|规定|规划|计划|[报公]告|公报|通报)(?:[（(][^（）()\n]{1,12}[)）])?"
)


def _opens_official(loaded: Loaded) -> bool:
    """Whether the text opens with the long name of an official paper, which is read as no heading."""
    first = next((block for block in loaded.blocks if block.kind != "boilerplate"), None)
    if first is None or first.kind != "paragraph":
        return False
    line = one_line(loaded.text[first.start : first.end].split("\n")[0])
    return _OFFICIAL.fullmatch(line) is not None and not is_imprint(line)


def _heading_text(text: str, block: Block) -> str:
    """Headlines printed on several lines as one, as far as a title may go."""
    title = ""
    for line in filter(None, map(one_line, text[block.start : block.end].split("\n"))):
        if title and (is_imprint(line) or _TABLE.match(line)):
            break
        runs_on = bool(re.match(r"关于|印发|的通知|——", line))
        longer = f"{title}{'' if runs_on or not title else ' '}{line}"
        if title and len(longer) > _MOST_TITLE_CHARS:
            break
        title = longer
    return title


def publisher_in(text: str, *, title: str = "") -> str:
    """Who published the text, by its source line, byline, dateline, masthead, title or signature; or ""."""
    head, tail = text[:_HEAD_CHARS], "\n".join(_tail_lines(text))
    closing = _closing(text)
    if closing and closing.group(1):
        tail = f"{tail}\n{closing.group(1)}"
    if found := _source_in(head) or publisher_above(_top_lines(head), title=title):
        return found
    places: Sequence[tuple[re.Pattern[str], str]] = (
        (_SOURCE, tail), (_BYLINE, text if "□" in text else ""), (_CLOSING_BYLINE, tail),
        (_DATELINE_PAPER, _with_dateline(head)),
        (_MASTHEAD, head), (_MASTHEAD, tail), (_ISSUER_IN_TITLE, title.replace(" ", "")), (_SIGNATURE, tail),
    )  # fmt: skip
    found = next((found for pattern, where in places if (found := _first(pattern, where))), "")
    return found or _signed_in_a_month(text)


def _source_in(head: str) -> str:
    """Whom the head names as its source: 朔州市投资促进局 rather than 市投资促进局, where it says both."""
    named = [close_gaps(match.group(1)).strip(" \u3000/") for match in _SOURCE.finditer(head)]
    return max((name for name in named if name.endswith(named[0])), key=len) if named else ""


def _dated(stated: Stated, text: str, *, name: str) -> tuple[str, DateBasis, str]:
    """`published`, its basis and the reference date."""
    named = date_in_name(name)
    told = parse_date(stated.published) or date_within(stated.published)
    said = told or date_in_text(text) or (named if len(named) == 10 else "")
    if len(said) == 10:
        return said, "stated", said
    month = _month_in(text)
    inferred = infer_date(text)
    if inferred is not None and inferred.reference.startswith(said or month):
        return inferred.published, "inferred", inferred.reference
    if roughly := said or month or named:  # known, but no day that 本月 could be counted from
        return roughly, "inferred", end_of(roughly)
    return "", "none", ""


def date_in_text(text: str) -> str:
    """The ISO date that the text states as its own: labelled, in its dateline, or as its signature; or ""."""
    head, tail = text[:_HEAD_CHARS], _tail_lines(text)
    dateline = _with_dateline(head)
    for pattern, where in ((_LABELLED_DATE, head), (_DATELINE, dateline), (_LABELLED_DATE, "\n".join(tail))):
        if found := parse_date(_first(pattern, where)):
            return found
    for line in [*_top_lines(head), *reversed(tail)]:
        if found := imprint_date(line):
            return found
        match = _DATE_LINE.match(line) or _NAMED_DATE_LINE.match(line)
        if match and (found := parse_date(match.group(1))):
            return found
    closing = _closing(text)
    return parse_date(closing.group(2)) if closing else ""


def _month_in(text: str) -> str:
    """YYYY-MM where a line at the top or the end says no more than a month and who wrote; or ""."""
    return next((parse_date(found[2]) for found in _month_lines(text)), "")


def _signed_in_a_month(text: str) -> str:
    """The office that stands beside such a month, or ""."""
    return next((name for found in _month_lines(text) if names_organ(name := found[1] or "")), "")


def _month_lines(text: str) -> Iterator[re.Match[str]]:
    for line in (*_top_lines(text[:_HEAD_CHARS]), *_tail_lines(text)):
        if line.endswith(_ENDS_A_MONTH) and (found := _MONTH_LINE.match(line)):
            yield found


@lru_cache(maxsize=1)  # asked for the date, then for who signed
def _closing(text: str) -> re.Match[str] | None:
    """The signature and date that end a text; looked for only where a date does, for it is slow to miss."""
    end = text[-_HEAD_CHARS:]
    return _CLOSING.search(end) if _CLOSING_DATE.search(end) else None


def _with_dateline(head: str) -> str:
    """As much of the text as can hold datelines: what stands close before each 讯 or 电 that ends one."""
    ends = [match.end() for match in _TOLD_ON.finditer(head)]
    return head[max(0, ends[0] - _DATELINE_CHARS) : ends[-1]] if ends else ""


def _top_lines(head: str) -> list[str]:
    return [line for line in (raw.strip() for raw in head.split("\n")) if line][:12]


def _tail_lines(text: str) -> list[str]:
    return [line for line in (raw.strip() for raw in text[-_HEAD_CHARS:].split("\n")) if line][-_TAIL_LINES:]


def _first(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return close_gaps(match.group(1)).strip(" \u3000/") if match else ""
