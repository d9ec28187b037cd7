"""How does the learnt chooser order the sentences that the rules brought up, and does any answer?"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.choice import shipped_chooser
from assistant.choice.context import Candidate
from assistant.collection import Collection
from assistant.passages.announcing import without_announcements
from assistant.passages.ranking import Scored, rank_sentences
from assistant.passages.sentences import Sentence
from assistant.passages.whereabouts import AROUND
from assistant.question import QuestionFrame

MOST = 48  # sentences the chooser looks at, of the best passages; with 64 it is slower and chooses worse
WEIGHT = 0.25  # of the log share, that of the best being 0, beside the rules' score
_FLOOR = -6.0  # a share of a four-hundredth and less is all the same


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """Sentences best first by rules and chooser, with the rules' scores.

    `shares` are the chooser's, 0 to 1, by document and start, of those it was asked about; `answered` is how
    likely the passages answer at all.
    """

    ranked: list[Scored]
    shares: dict[tuple[str, int], float]
    answered: float

    def share(self, sentence: Sentence) -> float:
        """The chooser's share of a sentence."""
        return self.shares.get((sentence.document.id, sentence.start), 0.0)


def choose(frame: QuestionFrame, collection: Collection) -> Chosen:
    """The sentences by rules and chooser. The routes of a question ask alike."""
    return collection.once(("chosen", frame), lambda: _chosen(frame, rank_sentences(frame, collection)))


def _chosen(frame: QuestionFrame, ranked: Sequence[Scored]) -> Chosen:
    """The sentences again, the chooser's word added to the rules'."""
    looked = _looked_at(ranked)
    choice = shipped_chooser().choose(frame.text, _candidates(looked))
    shares = {(s.document.id, s.start): float(share) for s, share in zip(looked, choice.shares, strict=True)}
    ranked, shares = without_announcements(ranked, shares, frame)
    best = max(shares.values(), default=1.0)

    # Size classes (5亿元以上) are read by rules; to the chooser 1亿元以上 is as good.
    weight = WEIGHT if frame.threshold is None else 0.0

    def worth(one: Scored) -> float:
        share = shares.get((one.sentence.document.id, one.sentence.start), 0.0)
        return one.score + weight * max(_FLOOR, math.log(share / best + 1e-9))

    again = sorted(ranked, key=lambda one: -round(worth(one), 4))
    return Chosen(ranked=again, shares=shares, answered=choice.answered)


def _looked_at(ranked: Sequence[Scored]) -> list[Sentence]:
    """The sentences of the first passages, passage by passage; those of documents that speak of the place
    asked about, or of what it lies in, before the others."""
    home = {one.sentence.document.id for one in ranked if one.place >= AROUND}
    sentences = (one.sentence for one in ranked)
    return sorted(sentences, key=lambda s: (s.document.id not in home, s.rank, s.document.id, s.start))[:MOST]


def _candidates(sentences: Sequence[Sentence]) -> list[Candidate]:
    ranks = list(dict.fromkeys(s.rank for s in sentences))
    first = {rank: min(s.start for s in sentences if s.rank == rank) for rank in ranks}
    last = {rank: max(s.end for s in sentences if s.rank == rank) for rank in ranks}
    return [
        Candidate(
            text=s.text, before=s.before, after=s.after, title=s.document.title, section=s.section,
            passage=ranks.index(s.rank),
            position=(s.start - first[s.rank]) / max(1, last[s.rank] - first[s.rank]),
        )
        for s in sentences
    ]  # fmt: skip
