"""Of when is a figure that its paper does not date? Asked that, the paper's own day is told."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from assistant.answer import Answer
from assistant.evidence import Evidence
from language.period_label import period_text

_ASKED = re.compile(
    r"(?:什么时候|何时|哪一?年|几月|哪个时[候期])的?(?:数据?|统计|口径|事|说法|情况)|是(?:什么时候|哪一?年)的[？?]?$"
)
_YEAR = re.compile(r"20\d\d")


def with_day_of_paper(answer: Answer, evidence: Mapping[int, Evidence], question: str) -> Answer:
    """The answer with a note on the day of its first paper, where a time is asked for and none is told."""
    first = next(iter(evidence.values()), None)
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
