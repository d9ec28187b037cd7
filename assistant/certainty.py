"""Which figures of an answer were not read for certain from a scan? They are never shown as verified."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from assistant.answer import Answer
from assistant.evidence import Evidence
from language.quantity import find_quantities
from language.text import fold
from vectorstore.boxes import Boxes

_NOTE = "[{marker}] 扫描件文字识别不确定：{figures}，请核对原件"


def with_doubts(
    answer: Answer, evidence: Mapping[int, Evidence], *, boxes: Callable[[str], Boxes], all_cited: bool
) -> Answer:
    """The answer with a note for each citation whose figures were not read for certain.

    `boxes` gives a document's by its id. With `all_cited` every figure of the quotes counts, for an answer
    that somebody else is going to word; else those the text shows.
    """
    shown = None if all_cited or answer.refused else fold(answer.text)
    doubts = {
        marker: found
        for marker, each in evidence.items()
        if (found := _doubtful(each, boxes(each.document.id), shown))
    }
    if not doubts:
        return answer
    notes = [_NOTE.format(marker=marker, figures="、".join(found)) for marker, found in doubts.items()]
    citations = tuple(replace(each, certain=each.marker not in doubts) for each in answer.citations)
    return replace(answer, notes=(*answer.notes, *notes), citations=citations)


def _doubtful(evidence: Evidence, boxes: Boxes, shown: str | None) -> list[str]:
    """The figures of the quote, as printed, that recognition is not sure of and the answer shows."""
    if not boxes.packed:
        return []
    doubtful = [
        each
        for each in find_quantities(fold(evidence.text))
        if not boxes.is_certain(evidence.start + each.start, evidence.start + each.end)
        and (shown is None or str(each.value) in shown)
    ]
    return list(dict.fromkeys(evidence.text[each.start : each.end] for each in doubtful))
