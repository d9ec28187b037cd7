"""How is the regression made that says whether a document says enough of a question?

    python tools/train_enough.py --store STORE --own QUESTIONS.jsonl KIND ...
        --strangers NAME QUESTIONS.jsonl ... --out DIR                       (extra `train`)

STORE holds the collection that `--own` questions are of and `--strangers` are not. Each is asked as the
assistant asks it, and its best sentence gives one row of shares. Printed is what a set of strangers is
refused that the regression has not learnt from; what it learns from must be licensed for it.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from assistant import Assistant
from assistant.collection import Collection
from assistant.passages.chosen import choose
from assistant.passages.coverage import FILE, SHARES, shares_of
from eval.bench import read_questions
from eval.bench_refusal import spread
from vectorstore.build import open_library, open_searcher

MOST = 600  # strangers of a set
# Likelihoods, classes weighted alike.
LIMITS = {"at_length": 0.15, "known": 0.3, "at_large": 0.55, "certain": 0.85, "plain": 0.97}
CURVE = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


def table(
    questions: Sequence[str], assistant: Assistant, collection: Collection
) -> Iterator[tuple[float, ...]]:
    """The shares of the best sentence of each question that has any."""
    for question in questions:
        frame = assistant.understand(question)
        chosen = choose(frame, collection)
        if chosen.ranked:
            yield shares_of(chosen.ranked[0], frame, chosen, collection)


def fit(rows: np.ndarray, own: np.ndarray) -> tuple[np.ndarray, float]:
    """Weights for the shares as they are, and the intercept; both classes count alike."""
    scaler = StandardScaler().fit(rows)
    model = LogisticRegression(C=1.0, class_weight="balanced").fit(scaler.transform(rows), own)
    weights = model.coef_[0] / scaler.scale_
    return weights, float(model.intercept_[0] - weights @ scaler.mean_)


def likelihoods(rows: np.ndarray, weights: np.ndarray, intercept: float) -> np.ndarray:
    """0 to 1, a row each."""
    told: np.ndarray = 1 / (1 + np.exp(-(rows @ weights + intercept)))
    return told


def refused(told: np.ndarray, groups: np.ndarray, threshold: float) -> dict[str, float]:
    """What a threshold refuses of each group."""
    shares = {str(name): float((told[groups == name] < threshold).mean()) for name in np.unique(groups)}
    return {"threshold": threshold, **{name: round(share, 3) for name, share in shares.items()}}


def main() -> int:
    """Ask, fit, measure with each set of strangers left out, write."""
    parser = argparse.ArgumentParser(description="Fit the regression of what is said of a question.")
    parser.add_argument("--store", type=Path, required=True)
    parser.add_argument("--own", nargs=2, action="append", required=True, metavar=("QUESTIONS", "KIND"))
    parser.add_argument("--strangers", nargs=2, action="append", required=True, metavar=("NAME", "QUESTIONS"))
    parser.add_argument("--out", type=Path, required=True)
    chosen = parser.parse_args()
    own = [each for path, kind in chosen.own for each in read_questions(Path(path), kinds=(kind,))]
    asked = {"own": [each.question for each in own if each.groups]}
    for name, path in chosen.strangers:
        asked[name] = [
            each.question for each in spread([q for q in read_questions(Path(path)) if q.groups], MOST)
        ]
    library = open_library(chosen.store)
    collection = Collection(library=library, searcher=open_searcher(library))
    found: list[tuple[float, ...]] = []
    groups: list[str] = []
    with Assistant.open(chosen.store) as assistant:
        for name, questions in asked.items():
            rows = list(table(questions, assistant, collection))
            found += rows
            groups += [name] * len(rows)
    return write(np.array(found), np.array(groups), out=chosen.out)


def write(rows: np.ndarray, groups: np.ndarray, *, out: Path) -> int:
    """Fit on everything and keep it; print each set of strangers left out."""
    for name in np.unique(groups[groups != "own"]):
        seen = groups != name
        told = likelihoods(rows, *fit(rows[seen], groups[seen] == "own"))
        print("left out:", name, *(refused(told, groups, at)[str(name)] for at in LIMITS.values()), LIMITS)
    weights, intercept = fit(rows, groups == "own")
    told = likelihoods(rows, weights, intercept)
    kept: dict[str, Any] = {
        "shares": SHARES,
        "weights": [round(float(each), 4) for each in weights],
        "intercept": round(intercept, 4),
        "limits": {name: refused(told, groups, at) for name, at in LIMITS.items()},
        "curve": [refused(told, groups, at) for at in CURVE],
    }
    (out / FILE).write_text(json.dumps(kept, indent=1) + "\n", "utf-8")
    print(json.dumps(kept, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
