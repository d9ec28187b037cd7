"""Does another document give another value for what is asked? Both are shown then, the newer first."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.choice.asking import asking
from assistant.choice.cues import cues, folded
from assistant.passages.chosen import Chosen
from assistant.passages.ranking import Scored, period_fit
from assistant.passages.sentences import Sentence
from assistant.passages.whereabouts import place_fit
from assistant.question import QuestionFrame

_AS_LIKELY = 0.4  # of the best sentence's share: the chooser hardly prefers one to the other
_AS_FULL = 0.08  # of the question's words, how much less the other may say
NOTE = "文献说法不一，较新的在前，请核对"


def rival(best: Scored, chosen: Chosen, frame: QuestionFrame) -> Scored | None:
    """The sentence of another document that fits the question as well and says another number or date."""
    value = value_said(best.sentence, frame)
    if value is None:
        return None
    return next((one for one in chosen.ranked[:12] if _disagrees(one, best, value, chosen, frame)), None)


def value_said(sentence: Sentence, frame: QuestionFrame) -> str | None:
    """The one number of the asked unit, or the one date, that a sentence says and the question does not; None
    where there is none or several, for then nobody can say which is meant."""
    asked, text, known = asking(frame.text), folded(sentence.text), folded(frame.text)
    if asked.unit:
        unit = re.compile(rf"[个家项座条名]?(?:{asked.unit})")  # 多少项目 is told as 20个项目
        found = [
            cue.text + match.group()
            for cue in cues(text)
            if cue.kind == "number" and (match := unit.match(text, cue.end))
        ]
    elif "when" in asked.kinds:
        found = [cue.text for cue in cues(text) if cue.kind == "date"]
    else:
        return None
    values = {value for value in found if value not in known}
    return values.pop() if len(values) == 1 else None


def newest_first(sentences: Sequence[Sentence]) -> list[Sentence]:
    """By the date of their documents, the undated last."""
    return sorted(sentences, key=lambda s: s.document.published or s.document.reference_date, reverse=True)


def _disagrees(one: Scored, best: Scored, value: str, chosen: Chosen, frame: QuestionFrame) -> bool:
    other = one.sentence
    said = value_said(other, frame)
    return (
        other.document.id != best.sentence.document.id
        and said is not None
        and said not in folded(best.sentence.text)
        and value not in folded(other.text)
        and one.words >= best.words - _AS_FULL
        and chosen.share(other) >= _AS_LIKELY * chosen.share(best.sentence)
        and place_fit(other, frame) >= place_fit(best.sentence, frame)
        and period_fit(other, frame) >= period_fit(best.sentence, frame)
        and set(other.places) == set(best.sentence.places)
    )
