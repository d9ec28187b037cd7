"""Which further sentences does an answer need, where the chooser is not sure of the first?"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.chosen import Chosen
from assistant.draft import Statement
from assistant.enough import of_another_place
from assistant.question import QuestionFrame
from assistant.ranking import place_fit
from assistant.sentences import Sentence

MOST_SENTENCES = 3
_SURE = 0.8  # of the shares told, what the answer needs before it may stop
_WORTH = 0.08  # the least share a further sentence must have


def runners_up(
    statements: Sequence[Statement], chosen: Chosen, frame: QuestionFrame, *, room: int
) -> list[Sentence]:
    """The likeliest sentences not told yet, until the answer is likely enough or full; best first.

    `room` is in characters. Nothing is added to three sentences, nor anything of another place.
    """
    spans = [(e.document.id, e.start, e.end) for s in statements for e in s.evidence]
    told = sum(chosen.shares.get((document, start), 0.0) for document, start, _ in spans)
    room -= sum(len(s.text) for s in statements)
    found: list[Sentence] = []
    for one in sorted(chosen.ranked, key=lambda one: -chosen.share(one.sentence)):
        sentence, share = one.sentence, chosen.share(one.sentence)
        if told >= _SURE or share < _WORTH or len(spans) >= MOST_SENTENCES:
            break
        if _told(sentence, spans) or len(sentence.text) > room or place_fit(sentence, frame) < 0:
            continue
        if "how" in frame.wants and of_another_place(sentence, frame):
            continue
        found.append(sentence)
        spans.append((sentence.document.id, sentence.start, sentence.end))
        told += share
        room -= len(sentence.text)
    return found


def _told(sentence: Sentence, spans: Sequence[tuple[str, int, int]]) -> bool:
    return any(d == sentence.document.id and a < sentence.end and sentence.start < b for d, a, b in spans)
