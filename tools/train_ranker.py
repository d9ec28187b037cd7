"""Learn the weights of the reranker from questions with known documents.

    python tools/train_ranker.py --out vectorstore/models/ranker/weights.json --stores DIR
        --set NAME CORPUS[+CORPUS] QUESTIONS ...      learnt from
        --held-out NAME CORPUS[+CORPUS] QUESTIONS ... only measured
        [--most N] [--kind NAME=KIND,KIND ...] [--untitled NAME ...] [--seen NAME ...]
        [--share NAME=NUMBER ...] [--spoilt NUMBER]

Each set is put into a library under --stores (kept), each question is given to the product's own
search, and its shortlist becomes a table of features (kept beside the library). Learnt is which of
the listed passages is of a right document and, where the answer is known, holds it: a listwise
softmax, linear in the features, one model for questions and one for statements, each kind of each
set with the same weight (--share changes it), no weight below 0 but those of length, position and other
places. Beside each list whose answer is known stands one, of a share of its weight (--spoilt), of the right
document and copies of it that do not answer (tools/spoilt_lists.py). What
words are worth is learnt first and stands; meaning is learnt on top of it, so that it can add to the
order of words and not replace it. Sets that the embedding model was trained on (--seen) teach
nothing about meaning: their cosines, which are flattered, are blanked.

Printed are hit@1 / hit@5 by document: out of fold for what was learnt from, plainly for what was
held out; beside them the order of the word index alone. Only texts whose licence lets weights be
shipped may be a --set.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import pickle
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
from spoilt_lists import bare, spoilt
from tqdm import tqdm

from eval.bench import BenchOptions, BenchQuestion, read_questions
from eval.bench_store import bench_library
from vectorstore.index import Filters
from vectorstore.lexical_search import Shortlist
from vectorstore.ranking_features import NAMES, features
from vectorstore.search import Searcher
from vectorstore.shortlisted import Text
from vectorstore.term_counts import Cosines

_FOLDS = 3
_PENALTY = 1e-3
_LEARNT_FROM = 50  # passages of each shortlist, and all right ones
_SPOILT = "*spoilt"
# How much of what is learnt of meaning counts. Words cover little of a headline; all of it would put the
# default below words alone at one, where both learnt.
_OF_MEANING = {"question": 1.0, "statement": 0.5}
# More of the question in a passage never speaks against it: without this, features that say nearly the same
# get weights of opposite signs, which hold on no other set. Length may count either way (0), a later
# position and another place only against.
_SIGNS = np.array(
    [0 if name == "chars" else -1 if name.endswith(("ordinal", "elsewhere")) else 1 for name in NAMES]
)
_MEANING = np.array([name.startswith("cosine") for name in NAMES])
Matrix = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, kw_only=True)
class Group:
    """One question: its candidates' features, which are right, which document each is of.

    `spoilt`: the candidates are a right document and its copies that do not answer.
    """

    set: str
    kind: str
    form: str
    fold: int
    table: Matrix
    right: Flags
    of_right_document: Flags
    document: npt.NDArray[np.intp]
    spoilt: bool = False


def main() -> None:
    options = _options()
    kinds = dict(each.split("=") for each in options.kind)
    shares = {name: float(share) for name, share in (each.split("=") for each in options.share)}
    shares[_SPOILT] = options.spoilt
    given = [(*each, True) for each in options.set] + [(*each, False) for each in options.held_out]
    groups: list[Group] = []
    learnt_from = {name for name, *_ in options.set}
    for name, corpora, questions, learnt in given:
        bench = BenchOptions(
            corpora=tuple(map(Path, corpora.split("+"))), questions=Path(questions),
            kinds=tuple(filter(None, kinds.get(name, "").split(","))), titled=name not in options.untitled,
            store=options.stores / "+".join(Path(each).name.split("_")[0] for each in corpora.split("+"))
            / ("titled" if name not in options.untitled else "untitled"),
        )  # fmt: skip
        groups += _kept_groups(name, bench, most=options.most, learnt=learnt)
    own = [each for each in groups if each.set in learnt_from]
    unseen = [_blanked(each) if each.set in options.seen else each for each in own if not each.spoilt]
    forms: tuple[str, ...] = ("question", "statement")
    weights = {
        form: _both([g for g in own if g.form == form], [g for g in unseen if g.form == form], shares=shares)
        for form in forms
    }
    stored = {
        "features": NAMES,
        "weights": {
            form: {means: [round(float(each), 5) for each in vector] for means, vector in both.items()}
            for form, both in weights.items()
        },
    }
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(json.dumps(stored, indent=1) + "\n", "utf-8")
    _report(groups, own, unseen, weights=weights, shares=shares)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--stores", type=Path, required=True)
    parser.add_argument("--most", type=int, default=1200, help="questions of one set, evenly taken")
    for name in ("--set", "--held-out"):
        parser.add_argument(
            name, nargs=3, action="append", default=[], metavar=("NAME", "CORPUS", "QUESTIONS")
        )
    parser.add_argument("--spoilt", type=float, default=0.5, help="weight of a spoilt list beside its own")
    for name in ("--kind", "--untitled", "--seen", "--share"):
        parser.add_argument(name, nargs="+", default=[])
    return parser.parse_args()


def _kept_groups(name: str, bench: BenchOptions, *, most: int, learnt: bool) -> list[Group]:
    """The lists of a set, read from beside its library if they were made before with these features."""
    assert bench.store is not None
    told = json.dumps([NAMES, most, bench.kinds, bench.questions.name, learnt])
    path = bench.store.parent / f"{name}-{hashlib.sha256(told.encode()).hexdigest()[:8]}.pickle"
    if path.is_file():
        kept: list[Group] = pickle.loads(path.read_bytes())  # our own file of a moment ago
        return kept
    made = list(_groups(name, bench, most=most, learnt=learnt))
    path.write_bytes(pickle.dumps(made))
    return made


def _groups(name: str, bench: BenchOptions, *, most: int, learnt: bool) -> Iterator[Group]:
    questions = [each for each in read_questions(bench.questions, kinds=bench.kinds) if each.documents]
    questions = questions[:: -(-len(questions) // most)]
    with bench_library(bench) as library:
        searcher = Searcher(library, vectors=_Nothing(), reranker=_AsFound())
        for number, question in enumerate(tqdm(questions, desc=name, file=sys.stderr)):
            shortlist, cosines = searcher.weighed(question.question, filters=Filters())
            if not shortlist.texts:
                continue
            of_right = np.array([key[0] in question.documents for key in shortlist.keys])
            right = _right(question, [each.body for each in shortlist.texts], of_right)
            group = Group(
                set=name, kind=question.kind, fold=number % _FOLDS, of_right_document=of_right, right=right,
                form="question" if shortlist.question.asks else "statement",
                table=_table(shortlist, shortlist.texts, cosines),
                document=_numbered([document_id for document_id, _ in shortlist.keys]),
            )  # fmt: skip
            yield group
            if learnt and (beside := _spoilt(group, shortlist, question)):
                yield beside


def _numbered(ids: Sequence[str]) -> npt.NDArray[np.intp]:
    """Each id's place among them in order, by which a search parts equal scores."""
    return np.unique(ids, return_inverse=True)[1]


def _table(shortlist: Shortlist, texts: Sequence[Text], cosines: Cosines | None) -> Matrix:
    return features(
        shortlist.question, texts, idf=shortlist.idf, averages=shortlist.averages, cosines=cosines
    )


def _spoilt(group: Group, shortlist: Shortlist, question: BenchQuestion) -> Group | None:
    """The right document among its copies that do not answer."""
    answers = [each for alternatives in question.groups for each in alternatives]
    found = spoilt(shortlist, right=group.right.tolist(), answers=answers)
    if found is None:
        return None
    right = np.array(found.answers)
    return replace(
        group, table=_table(shortlist, found.texts, None), right=right, of_right_document=right,
        document=np.array([each.document for each in found.texts]), spoilt=True,
    )  # fmt: skip


class _Nothing:
    """A vector index that brings nothing: learnt is the order of what words bring."""

    def query(self, vector: object, *, k: int, filters: Filters) -> list[object]:
        return []


class _AsFound:
    """Stands where the weights are missing that are about to be learnt."""

    def scores(self, shortlist: Shortlist, cosines: object) -> Matrix:
        return -np.arange(len(shortlist.texts), dtype=float)


def _right(question: BenchQuestion, bodies: Sequence[str], of_right: Flags) -> Flags:
    """The passages of right documents that hold an answer; all of those documents' if none does."""
    answers = [found for group in question.groups for each in group if (found := bare(each))]
    holds = np.array([any(each in bare(body) for each in answers) for body in bodies], dtype=bool) & of_right
    return holds if holds.any() else of_right


def _both(own: Sequence[Group], unseen: Sequence[Group], *, shares: dict[str, float]) -> dict[str, Matrix]:
    words = _fit(own, shares=shares, learnt=~_MEANING, given=np.zeros(len(NAMES)))
    both = _fit(unseen, shares=shares, learnt=_MEANING, given=words)
    return {"words": words, "meaning": words + _OF_MEANING[own[0].form] * (both - words)}


def _fit(groups: Sequence[Group], *, shares: dict[str, float], learnt: Flags, given: Matrix) -> Matrix:
    """The weights of the raw features: of those `learnt`, and what is `given` of the others."""
    groups = [_first(each) for each in groups if each.right.any() and not each.right.all()]
    weight = _group_weights(groups, shares)
    table = np.concatenate([each.table for each in groups])
    before = table @ given
    table = table[:, learnt]
    spread = table.std(axis=0) + 1e-6
    scaled = ((table - table.mean(axis=0)) / spread).astype(np.float32)
    right = np.concatenate([each.right for each in groups])
    sizes = np.array([len(each.right) for each in groups])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    owner = np.repeat(np.arange(len(groups)), sizes)

    def gradient(w: Matrix) -> Matrix:
        score = (scaled @ w.astype(np.float32)).astype(float) + before
        power = np.exp(score - np.maximum.reduceat(score, starts)[owner])
        share_all = power / np.add.reduceat(power, starts)[owner]
        power = power * right
        share_right = power / (np.add.reduceat(power, starts)[owner] + 1e-300)
        off = ((share_all - share_right) * weight[owner]).astype(np.float32)
        return np.asarray(scaled.T @ off + 2 * _PENALTY * w)

    found = given.copy()
    found[learnt] += _descended(gradient, signs=_SIGNS[learnt]) / spread
    return found


def _first(group: Group) -> Group:
    """Without what the index put far behind: it teaches nothing and takes half of the time."""
    kept = group.right | (np.arange(len(group.right)) < _LEARNT_FROM)
    return replace(group, table=group.table[kept], right=group.right[kept])


def _blanked(group: Group) -> Group:
    return replace(group, table=np.where(_MEANING, 0.0, group.table))


def _group_weights(groups: Sequence[Group], shares: dict[str, float]) -> Matrix:
    count: dict[tuple[str, str, bool], int] = defaultdict(int)
    for each in groups:
        count[each.set, each.kind, each.spoilt] += 1
    weight = np.array(
        [
            shares.get(each.set, 1.0)
            * (shares[_SPOILT] if each.spoilt else 1.0)
            / count[each.set, each.kind, each.spoilt]
            for each in groups
        ]
    )
    return np.asarray(weight / weight.sum())


def _descended(gradient: object, *, signs: Matrix, steps: int = 250) -> Matrix:
    """Adam on a convex loss, kept above or below 0 where it must be; the rate falls to nothing."""
    w, mean, square = np.zeros(len(signs)), np.zeros(len(signs)), np.zeros(len(signs))
    for step in range(1, steps + 1):
        slope = gradient(w)  # type: ignore[operator]
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope**2
        rate = 0.1 * (1 - step / (steps + 1))
        w = w - rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-9)
        w = np.where(w * signs < 0, 0.0, w)
    return w


def _report(
    groups: Sequence[Group], own: Sequence[Group], unseen: Sequence[Group], *,
    weights: dict[str, dict[str, Matrix]], shares: dict[str, float],
) -> None:  # fmt: skip
    folds = {
        (form, fold): _both(
            [each for each in own if each.form == form and each.fold != fold],
            [each for each in unseen if each.form == form and each.fold != fold],
            shares=shares,
        )
        for form in ("question", "statement")
        for fold in range(_FOLDS)
    }
    learnt = {each.set for each in own}
    table: dict[tuple[str, str], list[tuple[bool, ...]]] = defaultdict(list)
    for each in (each for each in groups if not each.spoilt):
        row: list[bool] = list(_hits(each, -np.arange(len(each.right), dtype=float)))  # the index's order
        for means in ("words", "meaning"):
            known = folds[each.form, each.fold] if each.set in learnt else weights[each.form]
            row += _hits(each, each.table @ known[means])
        table[each.set, each.kind].append(tuple(row))
    print(f"{'set':32} {'n':>5}   index       words       meaning")
    for (name, kind), rows in sorted(table.items()):
        means = np.mean(rows, axis=0)
        cells = "  ".join(f"{means[at]:.3f}/{means[at + 1]:.3f}" for at in (0, 2, 4))
        print(f"{name + ' ' + kind + ('' if name in learnt else ' (held out)'):32} {len(rows):5}   {cells}")


def _hits(group: Group, score: Matrix) -> Iterator[bool]:
    order = np.lexsort((group.document, -np.round(score, 6)))
    documents = dict.fromkeys(group.document[order])
    right = set(group.document[group.of_right_document])
    ranked = list(documents)
    yield bool(set(ranked[:1]) & right)
    yield bool(set(ranked[:5]) & right)


if __name__ == "__main__":
    main()
