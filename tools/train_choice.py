"""How is the shipped chooser made? Reads permitted sets, grows two ensembles of trees, writes plain arrays.

python tools/train_choice.py --set cmrc Q.jsonl C.jsonl.gz --set … --news C.jsonl.gz --out DIR (extra `train`)

Choice: of each question's sentences, those that hold the answer, in its document alone and among passages
of others. Answered: whether any holds it; the unanswered are made from the same questions, by taking the
sentences with the answer out of the document (same topic), or the document out of the collection, and in the
other ways of tools/choice_lists.py. Whatever the second model learns from the first comes out of fold; how it
does on a set it has not learnt from is printed too.
"""

from __future__ import annotations

import argparse
import json
import math
import pickle
import sys
import zlib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
from choice_lists import Pool, Sentences, lists_of, rows_of

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from assistant.choice import STEPS, Rarity
from assistant.choice.answered import SUMMARY, summary
from assistant.choice.features import FEATURES, features
from assistant.choice.limits import FILE
from assistant.choice.said import said
from language.words import terms, words

FOLDS = 4
CHOICE: dict[str, Any] = {
    "objective": "binary", "learning_rate": 0.1, "num_leaves": 31, "min_data_in_leaf": 40,
    "feature_fraction": 0.5, "bagging_fraction": 0.8, "bagging_freq": 1, "lambda_l2": 5.0,
    "max_bin": 63, "verbose": -1, "seed": 0, "deterministic": True, "force_row_wise": True, "num_threads": 1,
}  # fmt: skip
# The share of answerable lists that each limit of the program may put below itself.
LIMITS = {"unlikely": 0.05, "unlikely_at_large": 0.172, "sure": 0.18, "certain": 0.4}
CURVE = (0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.85)
ANSWERED: dict[str, Any] = {**CHOICE, "learning_rate": 0.05, "num_leaves": 15}


@dataclass(frozen=True, kw_only=True, eq=False)
class Example:
    """A list with the features of its sentences."""

    made: Sentences
    rows: np.ndarray
    right: np.ndarray


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
    return zlib.crc32(example.made.group.encode()) % FOLDS


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
    for kind in sorted({e.made.kind for e in data if e.right.any()}):
        found = np.zeros(3)
        mine = [(e, s) for e, s in zip(data, scores, strict=True) if e.made.kind == kind]
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

    def of(self, chosen: np.ndarray) -> Judged:
        """Some of the lists."""
        return Judged(told=self.told[chosen], answered=self.answered[chosen], kinds=self.kinds[chosen])


def summaries(
    data: Sequence[Example], scores: Sequence[np.ndarray], *, idf: Callable[[str], float]
) -> np.ndarray:
    """The second model's row of every list."""
    rows = []
    for example, score in zip(data, scores, strict=True):
        score = score.astype(np.float64)
        told = said(example.made.question, example.made.candidates, score, idf=idf)
        rows.append(summary(example.rows, score, told))
        if len(rows) % 4000 == 0:
            print(len(rows), "summaries", file=sys.stderr, flush=True)
    return np.concatenate(rows)


def fit_answered(data: Sequence[Example], table: np.ndarray, *, rounds: int) -> tuple[Any, Judged, list[str]]:
    """The model of whether a list answers, what it says out of fold, and how it does on sets left out."""
    answered = np.array([e.right.any() for e in data])
    sets, kinds = np.array([e.made.kind.split() for e in data]).T

    def trained(chosen: np.ndarray) -> lightgbm.Booster:
        train = lightgbm.Dataset(table[chosen], answered[chosen].astype(int))
        return lightgbm.train(ANSWERED, train, rounds)

    def without(groups: np.ndarray) -> Judged:
        told = np.zeros(len(data))
        for group in np.unique(groups):
            told[groups == group] = trained(groups != group).predict(table[groups == group])
        return Judged(told=told, answered=answered, kinds=kinds)

    judged, elsewhere = without(np.array([fold_of(e) for e in data])), without(sets)
    lines = []
    for name in np.unique(sets):
        mine = elsewhere.of(sets == name)
        lines += [f"{name} left out: {refused_below(limit(mine, false), mine)}" for false in (0.05, 0.1)]
    return trained(np.ones(len(data), dtype=bool)), judged, lines


def limit(judged: Judged, false: float) -> float:
    """The likelihood below which this share of the answerable lies."""
    return round(float(np.quantile(judged.told[judged.answered], false)), 3)


def refused_below(threshold: float, judged: Judged) -> dict[str, float]:
    """What a threshold refuses, of the answerable ("false") and of each kind of unanswered."""
    low = judged.told < threshold
    shares = {"threshold": threshold, "false": low[judged.answered].mean()}
    unanswered = sorted({*judged.kinds[~judged.answered].tolist()})
    shares |= {kind: low[~judged.answered & (judged.kinds == kind)].mean() for kind in unanswered}
    return {name: round(float(share), 3) for name, share in shares.items()}


def thresholds(judged: Judged) -> dict[str, Any]:
    """The limits the program keeps, each where it refuses its share of LIMITS falsely, and the curve."""
    limits = {name: refused_below(limit(judged, share), judged) for name, share in LIMITS.items()}
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
    parser.add_argument("--cache", type=Path, help="keep the lists here between runs")
    chosen = parser.parse_args()
    articles = rows_of(chosen.news)
    weights = quantised(rarity(articles, least=6))
    idf = Rarity(keys=weights["rarity_keys"], weights=weights["rarity_weights"])
    news = Pool(articles)
    data = _cached(chosen.cache, lambda: [
        Example(made=made, rows=features(made.question, made.candidates, idf=idf), right=np.array(made.right))
        for name, questions, corpus in chosen.set
        for made in lists_of(name, questions, corpus, news=news, idf=idf)
    ])  # fmt: skip
    print(len(data), "lists,", sum(len(e.right) for e in data), "sentences", file=sys.stderr, flush=True)
    scores = out_of_fold(data, rounds=chosen.rounds)
    print(*measured(data, scores), sep="\n", flush=True)
    table = summaries(data, scores, idf=idf)
    answered, judged, left_out = fit_answered(data, table, rounds=chosen.rounds)
    told = thresholds(judged)
    print(*left_out, *told["curve"], *told["limits"].items(), sep="\n", flush=True)
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
