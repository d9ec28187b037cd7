"""Of when is a figure that its paper does not date? Asked that, the paper's own day is told."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from assistant.answer import Answer
from assistant.evidence import Evidence
from language.period_label import period_text

_ASKED = re.compile(
    r"(?:什么时候|何时|哪一?年|几月|哪个时[候期])的?(?:数据?|统计|口径|事|说法|情况)|是(?:什么时候|哪一?年)的[？?]?$"
)
_YEAR = re.compile(r"20\d\d")
_DAY_ASKED = re.compile(r"哪一?天|什么时[候间]|何时|几月几[日号]|几号|日期")
_DAYS_AGO = {"前天": 2, "前日": 2, "昨天": 1, "昨日": 1, "今天": 0, "今日": 0}
_TOLD_DAY = re.compile(rf"(?<![目以])(?:{'|'.join(_DAYS_AGO)})(?![起后])")
_LATELY = re.compile(r"日前|近日|近期|不久前|[上本]周|上个?月")
_PRINTED_DAY = re.compile(r"\d{1,2}[日号]|\d月")
_A_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def with_day_of_paper(answer: Answer, evidence: Mapping[int, Evidence], question: str) -> Answer:
    """The answer with a note on the day of its first paper, where a time is asked for and none is told, or on
    the day that 昨日 is, counted from that of the paper."""
    first = next(iter(evidence.values()), None)
    if first is not None and not answer.refused and (note := _day_meant(answer.text, first, question)):
        return replace(answer, notes=(*answer.notes, note))
    if (
        first is None
        or answer.refused
        or not _ASKED.search(question)
        or _YEAR.search("".join((answer.text, *answer.notes)))
    ):
        return answer
    document = first.document
    day = document.published or document.reference_date
    if not day:
        return replace(answer, notes=(*answer.notes, "原文未注明时间，文献也没有日期"))
    inferred = "（按内容推断）" if document.published_basis == "inferred" else ""
    return replace(answer, notes=(*answer.notes, f"原文未注明时间，文献日期为{period_text(day)}{inferred}"))


def _day_meant(text: str, evidence: Evidence, question: str) -> str:
    """“昨日”为2025年7月17日, for 日前 the paper's day; "" where no day is asked for, or it states none."""
    asked = _DAY_ASKED.search(question) is not None
    told, lately = (_TOLD_DAY.search(text), _LATELY.search(text)) if asked else (None, None)
    document = evidence.document
    if document.published_basis != "stated" or not _A_DAY.fullmatch(document.published):
        return ""
    if told is None and lately and not _PRINTED_DAY.search(text):
        return f"原文只说“{lately.group()}”，文献日期为{period_text(document.published)}"
    if told is None:
        return ""
    day = date.fromisoformat(document.published) - timedelta(days=_DAYS_AGO[told.group()])
    return f"“{told.group()}”为{period_text(day.isoformat())}，由文献日期推算"
