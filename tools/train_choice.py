"""How is the shipped chooser made? Reads permitted sets, grows two ensembles of trees, writes plain arrays.

python tools/train_choice.py --set cmrc Q.jsonl C.jsonl.gz --set … --news C.jsonl.gz --out DIR (extra `train`)

Choice: of each question's sentences, those that hold the answer, in its document alone and among passages
of others. Answered: whether any holds it; the unanswered are made from the same questions, by taking the
sentences with the answer out of the document (same topic), or the document out of the collection. Whatever
the second model learns from the first comes out of fold.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import pickle
import random
import re
import sys
import unicodedata
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from assistant.choice import STEPS, Rarity
from assistant.choice.answered import SUMMARY, summary
from assistant.choice.context import Candidate
from assistant.choice.features import FEATURES, features
from assistant.choice.given import GivenPassage, best_first, candidates
from assistant.choice.limits import FILE
from language.text import sentences
from language.words import query_terms, terms, words

FOLDS = 4
MOST_DOCUMENTS = 12_000
ABROAD = 0.4  # of the questions asked among passages of others, how many are asked of the news too
CHOICE: dict[str, Any] = {
    "objective": "binary", "learning_rate": 0.1, "num_leaves": 31, "min_data_in_leaf": 40,
    "feature_fraction": 0.5, "bagging_fraction": 0.8, "bagging_freq": 1, "lambda_l2": 5.0,
    "max_bin": 63, "verbose": -1, "seed": 0, "deterministic": True, "force_row_wise": True, "num_threads": 1,
}  # fmt: skip
# The share of answerable lists that each limit of the program may put below itself.
LIMITS = {"unlikely": 0.003, "unlikely_at_large": 0.1, "sure": 0.18, "certain": 0.4}
CURVE = (0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.85)
ANSWERED: dict[str, Any] = {**CHOICE, "learning_rate": 0.05, "num_leaves": 15}


@dataclass(frozen=True, kw_only=True)
class Example:
    """One question's sentences: which hold the answer (`right`), and what the list is made to show."""

    group: str
    question: str
    kind: str  # alone, mixed, same-topic, stranger
    rows: np.ndarray
    right: np.ndarray


def plain(text: str) -> str:
    """Text as answers are compared: NFKC, lower case, without punctuation and spaces."""
    return re.sub(r"[\s\W_]+", "", unicodedata.normalize("NFKC", text).lower())


def rows_of(path: str) -> list[dict[str, Any]]:
    """The records of a .jsonl or .jsonl.gz file."""
    with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def rarity(news: Sequence[dict[str, Any]], *, least: int) -> dict[str, float]:
    """log(documents / documents that have it) for words and character pairs of at least `least` documents."""
    counts: Counter[str] = Counter()
    for row in news:
        text = f"{row.get('title') or ''}。{row['text']}"
        counts.update({*terms(text), *words(text)})
    return {term: math.log((len(news) + 1) / (n + 0.5)) for term, n in counts.items() if n >= least}


def quantised(weights: dict[str, float]) -> dict[str, np.ndarray]:
    """The weights as the program keeps them: sorted hashes and steps of a twentieth."""
    kept = {zlib.crc32(term.encode()): round(weight * STEPS) for term, weight in sorted(weights.items())}
    keys = np.array(sorted(kept), dtype=np.uint32)
    steps = np.array([min(255, max(0, kept[int(key)])) for key in keys], dtype=np.uint8)
    return {"rarity_keys": keys, "rarity_weights": steps}


def passages(row: dict[str, Any], *, size: int = 350) -> list[GivenPassage]:
    """A document in pieces of whole sentences, about `size` characters each."""
    pieces, start, text = [], None, row["text"]
    for span in sentences(text):
        start = span.start if start is None else start
        if span.end - start >= size:
            pieces.append((start, span.end))
            start = None
    if start is not None:
        pieces.append((start, len(text)))
    return [GivenPassage(text=text[a:b], title=row.get("title") or "", document=row["id"]) for a, b in pieces]


def example(
    question: str,
    kind: str,
    chosen: Sequence[Candidate],
    right: list[bool],
    *,
    group: str,
    name: str,
    idf: Callable[[str], float],
) -> Example:
    """One list with its features."""
    rows = features(question, chosen, idf=idf)
    return Example(group=group, question=question, kind=f"{name} {kind}", rows=rows, right=np.array(right))


class Pool:
    """Passages to be found by their words."""

    def __init__(self, rows: Sequence[dict[str, Any]]) -> None:
        self._passages = [p for row in rows[:MOST_DOCUMENTS] for p in passages(row)]
        self._reader = TfidfVectorizer(analyzer=terms, sublinear_tf=True, dtype=np.float32)
        texts = [f"{p.title}。{p.text}" for p in self._passages]
        self._index = self._reader.fit_transform(texts).T.tocsr()

    def near(self, question: str, *, count: int, other_than: Sequence[str] = ()) -> list[GivenPassage]:
        """The best passages of documents other than these."""
        asked = self._reader.transform([" ".join(query_terms(question))])
        order = np.argsort(-(asked @ self._index).toarray().ravel(), kind="stable")[: count + 25]
        return [p for p in (self._passages[at] for at in order) if p.document not in other_than][:count]


def examples(
    name: str, questions: str, corpus: str, *, news: Pool, idf: Callable[[str], float], most_mixed: int
) -> Iterator[Example]:
    """Every list made of one set's questions; `right` is all false in those without an answer."""
    rows = rows_of(corpus)
    documents = {row["id"]: row for row in rows}
    asked = [q for q in rows_of(questions) if q.get("answers") and q["kind"] in ("span", "qa_sub")]
    pool, dice = Pool(rows), random.Random(0)
    mixed = {q["id"] for q in dice.sample(asked, min(len(asked), most_mixed))}
    for question in asked:
        text, gold = question["question"], question["gold_doc_ids"]
        home = documents[question.get("primary_doc_id") or gold[0]]
        groups = question.get("answer_groups") or [question["answers"]]

        def holds(sentence: str, groups: Any = groups) -> bool:
            said = plain(sentence)
            return all(any(plain(a) and plain(a) in said for a in group) for group in groups)

        group = f"{name}-{home['id'].rsplit('-', 1)[0] if name == 'drcd' else home['id']}"
        made = partial(example, text, group=group, name=name, idf=idf)
        whole = GivenPassage(text=home["text"], title=home.get("title") or "", document=home["id"])
        own = candidates([whole])
        right = [holds(c.text) for c in own]
        if not any(right):
            continue
        yield made("alone", own, right)
        yield from _without_answer(made, "same-topic", [whole], holds)
        if question["id"] not in mixed:
            continue
        others = pool.near(text, count=dice.choice([2, 3, 5]), other_than=gold)
        yield from _without_answer(made, "stranger", others, holds)
        if dice.random() < ABROAD:
            yield from _without_answer(made, "abroad", news.near(text, count=8, other_than=gold), holds)
        beside = best_first(text, [*passages(home), *others], rarity=idf)
        both = candidates(beside)
        kept = [c for c in both if beside[c.passage].document == home["id"] or not holds(c.text)]
        yield made("mixed", kept, [holds(c.text) for c in kept])


def _without_answer(
    made: Callable[[str, Sequence[Candidate], list[bool]], Example],
    kind: str,
    found: Sequence[GivenPassage],
    holds: Callable[[str], bool],
) -> Iterator[Example]:
    if left := candidates(found, without=holds):
        yield made(kind, left, [False] * len(left))


def fit(data: Sequence[Example], *, rounds: int) -> lightgbm.Booster:
    """A chooser over the lists that hold an answer beside other sentences.

    Sentence by sentence: a listwise objective (rank_xendcg) was no better on any set, and four times slower.
    """
    used = [e for e in data if e.right.any() and not e.right.all()]
    rows, right = np.concatenate([e.rows for e in used]), np.concatenate([e.right for e in used])
    return lightgbm.train(CHOICE, lightgbm.Dataset(rows, right.astype(int)), rounds)


def arrays(model: lightgbm.Booster, *, name: str) -> dict[str, np.ndarray]:
    """The trees of a model as `assistant.choice.trees` reads them."""
    nodes: list[tuple[int, float, int, int, float]] = []

    def add(node: dict[str, Any]) -> int:
        at = len(nodes)
        nodes.append((0, 0.0, at, at, float(node.get("leaf_value", 0.0))))
        if "split_feature" in node:
            left, right = add(node["left_child"]), add(node["right_child"])
            nodes[at] = (int(node["split_feature"]), float(node["threshold"]), left, right, 0.0)
        return at

    roots = [add(tree["tree_structure"]) for tree in model.dump_model()["tree_info"]]
    columns = list(zip(*nodes, strict=True))
    kinds = (np.int16, np.float64, np.int32, np.int32, np.float32)
    names = ("feature", "threshold", "left", "right", "value")
    found = {
        f"{name}_{field}": np.array(column, dtype=kind)
        for field, column, kind in zip(names, columns, kinds, strict=True)
    }
    return {**found, f"{name}_roots": np.array(roots, dtype=np.int32)}


def fold_of(example: Example) -> int:
    """Questions on one document, or one article's paragraphs, stay in one fold."""
    return zlib.crc32(example.group.encode()) % FOLDS


def out_of_fold(data: Sequence[Example], *, rounds: int) -> list[np.ndarray]:
    """The chooser's scores of every list by models that have not seen its document."""
    scores: list[np.ndarray] = [np.zeros(0)] * len(data)
    for fold in range(FOLDS):
        seen = [e for e in data if fold_of(e) != fold]
        model = fit(seen, rounds=rounds)
        held = [at for at, each in enumerate(data) if fold_of(each) == fold]
        told = model.predict(np.concatenate([data[at].rows for at in held]), raw_score=True)
        ends = np.cumsum([len(data[at].rows) for at in held])
        for at, part in zip(held, np.split(told, ends[:-1]), strict=True):
            scores[at] = part
        print(f"fold {fold + 1} of {FOLDS}", file=sys.stderr, flush=True)
    return scores


def measured(data: Sequence[Example], scores: Sequence[np.ndarray]) -> list[str]:
    """How often the best one, two or three sentences hold the answer, a line a kind."""
    lines = []
    for kind in sorted({e.kind for e in data if e.right.any()}):
        found = np.zeros(3)
        mine = [(e, s) for e, s in zip(data, scores, strict=True) if e.kind == kind]
        for example, score in mine:
            order = np.argsort(-score, kind="stable")
            found += [example.right[order[:k]].any() for k in (1, 2, 3)]
        lines.append(f"{kind:<20}{len(mine):>6}  " + " ".join(f"{x / len(mine):.3f}" for x in found))
    return lines


@dataclass(frozen=True, kw_only=True)
class Judged:
    """How likely each list was told to be answered, out of fold, and whether it is; `kinds` what it shows."""

    told: np.ndarray
    answered: np.ndarray
    kinds: np.ndarray


def fit_answered(
    data: Sequence[Example], scores: Sequence[np.ndarray], *, rounds: int
) -> tuple[lightgbm.Booster, Judged]:
    """The model of whether a list answers, and what it says out of fold."""
    table = np.concatenate([summary(e.rows, s.astype(np.float64)) for e, s in zip(data, scores, strict=True)])
    answered = np.array([e.right.any() for e in data])
    folds = np.array([fold_of(e) for e in data])

    def trained(chosen: np.ndarray) -> lightgbm.Booster:
        train = lightgbm.Dataset(table[chosen], answered[chosen].astype(int))
        return lightgbm.train(ANSWERED, train, rounds)

    told = np.zeros(len(data))
    for fold in range(FOLDS):
        told[folds == fold] = trained(folds != fold).predict(table[folds == fold])
    kinds = np.array([e.kind.split()[-1] for e in data])
    judged = Judged(told=told, answered=answered, kinds=kinds)
    return trained(np.ones(len(data), dtype=bool)), judged


def refused_below(threshold: float, judged: Judged) -> dict[str, float]:
    """What a threshold refuses, of the answerable ("false") and of each kind of unanswered."""
    low = judged.told < threshold
    shares = {"threshold": threshold, "false": low[judged.answered].mean()}
    unanswered = sorted({*judged.kinds[~judged.answered].tolist()})
    shares |= {kind: low[~judged.answered & (judged.kinds == kind)].mean() for kind in unanswered}
    return {name: round(float(share), 3) for name, share in shares.items()}


def thresholds(judged: Judged) -> dict[str, Any]:
    """The limits the program keeps, each where it refuses its share of LIMITS falsely, and the curve."""
    here = judged.told[judged.answered]
    limits = {name: refused_below(round(float(np.quantile(here, share)), 3), judged)
              for name, share in LIMITS.items()}  # fmt: skip
    return {"limits": limits, "curve": [refused_below(at, judged) for at in CURVE]}


def main() -> int:
    """Train, measure out of fold, write."""
    parser = argparse.ArgumentParser(description="Train the sentence chooser.")
    parser.add_argument(
        "--set", nargs=3, action="append", required=True, metavar=("NAME", "QUESTIONS", "CORPUS")
    )
    parser.add_argument("--news", required=True, metavar="CORPUS", help="articles that rarity is counted in")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=150)
    parser.add_argument(
        "--most-mixed", type=int, default=2000, help="questions of a set asked among others' passages"
    )
    parser.add_argument("--cache", type=Path, help="keep the lists here between runs")
    chosen = parser.parse_args()
    articles = rows_of(chosen.news)
    weights = quantised(rarity(articles, least=6))
    idf = Rarity(keys=weights["rarity_keys"], weights=weights["rarity_weights"])
    news = Pool(articles)
    data = _cached(chosen.cache, lambda: [
        example for name, questions, corpus in chosen.set
        for example in examples(
            name, questions, corpus, news=news, idf=idf, most_mixed=chosen.most_mixed
        )
    ])  # fmt: skip
    print(len(data), "lists,", sum(len(e.right) for e in data), "sentences", file=sys.stderr, flush=True)
    scores = out_of_fold(data, rounds=chosen.rounds)
    print(*measured(data, scores), sep="\n", flush=True)
    answered, judged = fit_answered(data, scores, rounds=chosen.rounds)
    told = thresholds(judged)
    print(*told["curve"], *told["limits"].items(), sep="\n")
    model = fit(data, rounds=chosen.rounds)
    chosen.out.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        chosen.out / "model.npz", features=np.array(FEATURES), summary=np.array(SUMMARY), **weights,
        **arrays(model, name="choice"), **arrays(answered, name="answered"),
    )  # fmt: skip
    (chosen.out / FILE).write_text(json.dumps(told, indent=1) + "\n", "utf-8")
    return 0


def _cached(path: Path | None, make: Callable[[], list[Example]]) -> list[Example]:
    if path is None:
        return make()
    if not path.exists():
        path.write_bytes(pickle.dumps(make()))
    kept: list[Example] = pickle.loads(path.read_bytes())
    return kept


if __name__ == "__main__":
    sys.exit(main())
