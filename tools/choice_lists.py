"""Which lists of sentences is the chooser trained on: with the answer, and without it in seven ways?

Beside its document and the passages a search would bring, each question is asked of texts that do not answer
it: its own document with the answering sentences out, with their neighbours out too, or the half that does
not hold them; another paragraph of the same article; another document, about which it is asked by putting
that one's names for its own; passages of others; passages of the news.
"""

from __future__ import annotations

import gzip
import json
import random
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from assistant.choice.context import Candidate
from assistant.choice.cues import LATIN, QUOTED
from assistant.choice.given import GivenPassage, best_first, candidates
from language.text import sentences
from language.words import query_terms, tagged, terms

MOST_DOCUMENTS = 12_000
MIXED, ABROAD = 0.6, 0.4  # of the questions, and of those asked among others' passages
MADE = 0.6  # of the questions, for each way of making an unanswered list of them
_TRIES = 40  # documents looked at for one that has names to put for a question's
_NAMES = ("nr", "ns", "nt", "nz")


@dataclass(frozen=True, kw_only=True)
class Sentences:
    """A question with sentences: which hold the answer (`right`), and what the list is made to show.

    Lists of one `group` are of one article: a model is never tested on an article it has seen.
    """

    group: str
    question: str
    kind: str
    candidates: tuple[Candidate, ...]
    right: tuple[bool, ...]


def plain(text: str) -> str:
    """Text as answers are compared: NFKC, lower case, without punctuation and spaces."""
    return re.sub(r"[\s\W_]+", "", unicodedata.normalize("NFKC", text).lower())


def rows_of(path: str) -> list[dict[str, Any]]:
    """The records of a .jsonl or .jsonl.gz file."""
    with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def pieces(row: dict[str, Any], *, size: int = 350) -> list[GivenPassage]:
    """A document in pieces of whole sentences, about `size` characters each."""
    found, start, text = [], None, row["text"]
    for span in sentences(text):
        start = span.start if start is None else start
        if span.end - start >= size:
            found.append((start, span.end))
            start = None
    if start is not None:
        found.append((start, len(text)))
    return [given(row, text[a:b]) for a, b in found]


def given(row: dict[str, Any], text: str | None = None) -> GivenPassage:
    """A document, or a part of its text."""
    return GivenPassage(
        text=row["text"] if text is None else text, title=row.get("title") or "", document=row["id"]
    )


class Pool:
    """Passages to be found by their words."""

    def __init__(self, rows: Sequence[dict[str, Any]]) -> None:
        self._passages = [p for row in rows[:MOST_DOCUMENTS] for p in pieces(row)]
        self._reader = TfidfVectorizer(analyzer=terms, sublinear_tf=True, dtype=np.float32)
        texts = [f"{p.title}。{p.text}" for p in self._passages]
        self._index = self._reader.fit_transform(texts).T.tocsr()

    def near(self, question: str, *, count: int, other_than: Sequence[str] = ()) -> list[GivenPassage]:
        """The best passages of documents other than these."""
        asked = self._reader.transform([" ".join(query_terms(question))])
        order = np.argsort(-(asked @ self._index).toarray().ravel(), kind="stable")[: count + 25]
        return [p for p in (self._passages[at] for at in order) if p.document not in other_than][:count]


def names_in(text: str) -> dict[str, str]:
    """The names of a text with their sort: part of speech, quoted or latin."""
    found = {match.group(): "quoted" for match in QUOTED.finditer(text) if match.group().startswith("《")}
    found |= {t.word: t.tag[:2] for t in tagged(text) if t.tag[:2] in _NAMES and len(t.word) > 1}
    return found | {match.group(): "latin" for match in LATIN.finditer(text) if len(match.group()) > 2}


class Home:
    """The document a question was asked of, with its article and its commonest names."""

    def __init__(self, row: dict[str, Any], group: str) -> None:
        self.row, self.group = row, group
        self.spans = sentences(row["text"])

    @cached_property
    def names(self) -> dict[str, list[str]]:
        """The three commonest names of each sort."""
        text, found = self.row["text"], defaultdict[str, list[str]](list)
        known = names_in(text)
        for name in sorted(known, key=lambda name: -text.count(name)):
            found[known[name]].append(name)
        return {sort: names[:3] for sort, names in found.items()}

    def part(self, at: Sequence[int]) -> GivenPassage:
        """Some of its sentences, as if the others had never been written."""
        text = self.row["text"]
        return given(self.row, "".join(text[self.spans[i].start : self.spans[i].end] for i in at))


def lists_of(
    name: str, questions: str, corpus: str, *, news: Pool, idf: Callable[[str], float]
) -> Iterator[Sentences]:
    """Every list made of one set's questions; `right` is all false in those without an answer."""
    rows = rows_of(corpus)
    documents = {row["id"]: row for row in rows}
    asked = [q for q in rows_of(questions) if q.get("answers") and q["kind"] in ("span", "qa_sub")]
    own = list(dict.fromkeys(q.get("primary_doc_id") or q["gold_doc_ids"][0] for q in asked))
    paragraphs = Counter(_article(name, row["id"]) for row in rows)
    maker = _Maker(
        homes={one: Home(documents[one], f"{name}-{_article(name, one)}") for one in own},
        siblings={
            article: [row for row in rows if _article(name, row["id"]) == article]
            for article in {_article(name, one) for one in own} if paragraphs[article] > 1
        },
        pool=Pool(rows), news=news, idf=idf, dice=random.Random(0),
    )  # fmt: skip
    for question in asked:
        for made in maker.lists(question, documents):
            yield replace(made, kind=f"{name} {made.kind}")


def _article(name: str, document: str) -> str:
    return document.rsplit("-", 1)[0] if name == "drcd" else document


@dataclass(frozen=True, kw_only=True)
class _Maker:
    homes: dict[str, Home]
    siblings: dict[str, list[dict[str, Any]]]
    pool: Pool
    news: Pool
    idf: Callable[[str], float]
    dice: random.Random

    def lists(self, question: dict[str, Any], documents: dict[str, Any]) -> Iterator[Sentences]:
        """The lists of one question."""
        home = self.homes[question.get("primary_doc_id") or question["gold_doc_ids"][0]]
        text = question["question"]
        wanted = [
            [plain(a) for a in group] for group in question.get("answer_groups") or [question["answers"]]
        ]

        def holds(sentence: str) -> bool:
            said = plain(sentence)
            return all(any(a and a in said for a in group) for group in wanted)

        def made(
            kind: str, found: Sequence[GivenPassage], *, asked: str = text, group: str = home.group
        ) -> Any:
            if chosen := candidates(found, without=holds):
                yield Sentences(
                    group=group,
                    question=asked,
                    kind=kind,
                    candidates=tuple(chosen),
                    right=(False,) * len(chosen),
                )

        own = candidates([given(home.row)])
        right = tuple(holds(c.text) for c in own)
        if not any(right):
            return
        yield Sentences(group=home.group, question=text, kind="alone", candidates=tuple(own), right=right)
        yield from made("same-topic", [given(home.row)])
        for kind, found in self._of_one_text(home, right, holds):
            yield from made(kind, [found])
        if self.dice.random() < MADE and (other := self._transplanted(text, home, holds)):
            yield from made("transplant", [given(other[1].row)], asked=other[0], group=other[1].group)
        if len(documents) < MOST_DOCUMENTS and self.dice.random() >= MIXED:
            return
        others = self.pool.near(
            text, count=self.dice.choice([1, 2, 3, 5]), other_than=question["gold_doc_ids"]
        )
        yield from made("stranger", others)
        if self.dice.random() < ABROAD:
            yield from made("abroad", self.news.near(text, count=8, other_than=question["gold_doc_ids"]))
        beside = best_first(text, [*pieces(home.row), *others], rarity=self.idf)
        kept = [
            c for c in candidates(beside)
            if beside[c.passage].document == home.row["id"] or not holds(c.text)
        ]  # fmt: skip
        yield Sentences(
            group=home.group, question=text, kind="mixed", candidates=tuple(kept),
            right=tuple(holds(c.text) for c in kept),
        )  # fmt: skip

    def _of_one_text(
        self, home: Home, right: Sequence[bool], holds: Callable[[str], bool]
    ) -> Iterator[tuple[str, GivenPassage]]:
        """What is left of the document around the answer, and another paragraph of its article."""
        count = len(home.spans)
        near = {at + step for at, hit in enumerate(right) if hit for step in (-1, 0, 1)}
        if count - len(near) >= 2 and self.dice.random() < MADE:
            yield "wide", home.part([at for at in range(count) if at not in near])
        article = home.row["id"].rsplit("-", 1)[0]
        others = [
            r for r in self.siblings.get(article, []) if r["id"] != home.row["id"] and not holds(r["text"])
        ]
        if others and self.dice.random() < MADE:
            yield "sibling", given(self.dice.choice(others))
        if not others and count >= 6:
            for half in (range(count // 2), range(count // 2, count)):
                if not any(right[at] for at in half if at < len(right)):
                    yield "half", home.part(half)

    def _transplanted(self, text: str, home: Home, holds: Callable[[str], bool]) -> tuple[str, Home] | None:
        """The question about another document, its names in place of its own."""
        own = {name: sort for name, sort in names_in(text).items() if name in home.row["text"]}
        homes = list(self.homes.values())
        for other in self.dice.sample(homes, min(_TRIES, len(homes))):
            swaps = {name: other.names[sort] for name, sort in own.items() if other.names.get(sort)}
            if other.group == home.group or not swaps or holds(other.row["text"]):
                continue
            asked = text
            for name, names in swaps.items():
                asked = asked.replace(name, self.dice.choice(names))
            return asked, other
        return None
