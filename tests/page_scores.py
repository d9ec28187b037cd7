"""How much of a page was read as its articles go? Successions of sentences, figures and their subjects."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from page_designs import Design

from ingest import pdf
from ingest.ledger.figures import extract_figures
from ingest.loaded import Loaded
from ingest.structure import blocks_of
from vectorstore.document import Block, Document


@dataclass(frozen=True, kw_only=True)
class Score:
    """Right and all: successions inside articles, and figures (value, unit, subject, measure, period)."""

    successions: int
    of_successions: int
    figures: int
    of_figures: int
    missed: tuple[str, ...] = ()

    def __add__(self, other: Score) -> Score:
        return Score(
            successions=self.successions + other.successions,
            of_successions=self.of_successions + other.of_successions,
            figures=self.figures + other.figures,
            of_figures=self.of_figures + other.of_figures,
            missed=(*self.missed, *other.missed),
        )


NOTHING = Score(successions=0, of_successions=0, figures=0, of_figures=0)


def score(design: Design, data: bytes) -> Score:
    """What was read of the PDF `data` against the articles of the design."""
    loaded = pdf.load(data)
    read = bare("".join(_words(loaded)))
    pairs = [pair for story in design.articles for pair in pairwise(map(bare, story.sentences()))]
    right = [pair for pair in pairs if "".join(pair) in read]
    expected = _figures(_document(story.text, blocks_of(story.text)) for story in design.articles)
    found = _figures([_document(loaded.text, loaded.blocks)])
    missed = [f"{a[-14:]}|{b[:14]}" for a, b in pairs if (a, b) not in right]
    return Score(
        successions=len(right),
        of_successions=len(pairs),
        figures=(expected & found).total(),
        of_figures=max(expected.total(), found.total()),
        missed=(*missed, *(f"-{key}" for key in expected - found), *(f"+{key}" for key in found - expected)),
    )


def _words(loaded: Loaded) -> Iterable[str]:
    return (loaded.text[block.start : block.end] for block in loaded.blocks if block.kind != "boilerplate")


def bare(text: str) -> str:
    return "".join(text.split())


def _document(text: str, blocks: tuple[Block, ...]) -> Document:
    return Document(
        id="d", name="d", text=text, blocks=blocks, published="2025-04-03", published_basis="stated",
        reference_date="2025-04-03",
    )  # fmt: skip


def _figures(documents: Iterable[Document]) -> Counter[tuple[str, ...]]:
    return Counter(
        (str(f.value), f.unit, f.subject, f.metric, f.period, f.modality)
        for document in documents
        for f in extract_figures(document)
    )
