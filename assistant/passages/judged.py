"""What speaks for a sentence as the answer to a question: the words, the chooser, its document?"""

from __future__ import annotations

from dataclasses import dataclass

from assistant.choice.limits import shipped_limits
from assistant.collection import Collection
from assistant.passages.chosen import Chosen
from assistant.passages.coverage import shares_of, shipped_enough
from assistant.passages.ranking import Scored, says_asked_body
from assistant.passages.sentences import Sentence
from assistant.passages.whereabouts import asks_figure
from assistant.question import QuestionFrame
from language.text import fold

_ALONE = 0.8  # of the chooser's shares, what leaves no other sentence in question
_SURE_SHARE = 0.25  # of the chooser's shares, what the sentence has where the chooser is sure of it


@dataclass(frozen=True, kw_only=True)
class Judged:
    """A sentence that may answer a question; `likely` by what its document says of it, `known` where the
    question names something of the collection, or quotes or names what the sentence says, `sure` where the
    chooser is, `alone` where it holds hardly any other possible, `plain` where nothing speaks against it,
    `around` what stands by it."""

    best: Scored
    frame: QuestionFrame
    chosen: Chosen
    collection: Collection
    likely: float
    known: bool
    sure: bool
    alone: bool
    plain: bool
    around: str

    @property
    def sentence(self) -> Sentence:
        return self.best.sentence

    @property
    def told(self) -> str:
        """All that the document says."""
        return self.collection.folded(self.sentence.document.id)


def judge(best: Scored, frame: QuestionFrame, chosen: Chosen, collection: Collection) -> Judged:
    """What is known of a sentence that may answer."""
    enough, sentence = shipped_enough(), best.sentence
    likely = enough.likelihood(shares_of(best, frame, chosen, collection))
    believed = likely >= enough.certain and not asks_figure(frame)
    limits = shipped_limits()
    quoted = bool(frame.quoted) and all(fold(each) in sentence.folded for each in frame.quoted)
    named = bool(frame.place_names or frame.names or frame.threshold is not None)
    sure = chosen.share(sentence) >= _SURE_SHARE and (believed or chosen.answered >= limits.sure)
    return Judged(
        best=best, frame=frame, chosen=chosen, collection=collection, likely=likely,
        known=named or quoted or says_asked_body(sentence, frame),
        sure=sure,
        alone=sure and chosen.share(sentence) >= _ALONE,
        plain=sure and likely >= enough.plain and chosen.answered >= limits.certain,
        around=fold(
            sentence.text + sentence.before + sentence.after + sentence.section + sentence.document.title
        ),
    )  # fmt: skip
