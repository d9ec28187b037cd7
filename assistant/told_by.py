"""Who said what an answer tells? The sentence of its paragraph that names a speaker, nearest to it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from assistant.collection import Collection
from assistant.evidence import Evidence
from language.text import Span, sentences

_SAID = re.compile(r"[一-鿿]{2}(?:表示|介绍|认为|坦言|透露|指出|强调|告诉记者|说)道?(?=[，,：:。“”])")
_NOBODY = re.compile(r"(?:比如|例如|一般来|可以|或者|应该|据|传)说|自我介绍")


def told_by(shown: Iterable[Evidence], collection: Collection) -> Evidence | None:
    """The sentence that says who said it; None where no paragraph of the evidence names a speaker."""
    for evidence in shown:
        text = collection.text(evidence.document.id)
        start = text.rfind("\n", 0, evidence.start) + 1
        end = text.find("\n", evidence.end)
        around = sentences(text, start=start, end=end if end >= 0 else len(text))
        saying = [span for span in around if _names_speaker(text[span.start : span.end])]
        if saying:
            near = min(saying, key=lambda span: _distance(span, evidence))
            said = text[near.start : near.end]
            return replace(evidence, text=said, start=near.start, end=near.end, figures=())
    return None


def _names_speaker(sentence: str) -> bool:
    return _SAID.search(_NOBODY.sub("", sentence)) is not None


def _distance(span: Span, evidence: Evidence) -> int:
    return max(span.start - evidence.end, evidence.start - span.end, 0)
