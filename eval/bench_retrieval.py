"""Does search bring the right document up first? hit@1, hit@5, MRR@10 by document, words alone beside it."""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tqdm import tqdm

from eval.bench import BenchOptions, BenchQuestion, read_questions
from eval.bench_store import bench_library
from eval.errors import BenchError
from eval.terminal import cells
from vectorstore.build import open_searcher
from vectorstore.search import Searcher

_PASSAGES = 50  # of which the first of each document counts
_RANKED = 10
Search = Callable[[str], Sequence[str]]
"""From a question to document ids, best first, each once or more."""


@dataclass(frozen=True, kw_only=True)
class RetrievalScore:
    """Means over questions, 0 to 1."""

    hit1: float
    hit5: float
    mrr10: float


def run(options: BenchOptions) -> int:
    """Measure and print one table; 0 unless there was nothing to measure.

    Raises: BenchError, VectorStoreError.
    """
    questions = [each for each in read_questions(options.questions, kinds=options.kinds) if each.documents]
    questions = questions[: options.limit]
    if not questions or not options.corpora:
        raise BenchError(f"{options.questions}：要有带 gold_doc_ids 的问题，并用 --corpus 给出它们所在的资料")
    with bench_library(options) as library:
        default, words = _search(open_searcher(library)), _search(Searcher(library, vectors=None))
        ranked = [
            (ranking(default(each.question)), ranking(words(each.question)))
            for each in tqdm(questions, desc="检索", unit="题", file=sys.stderr)
        ]
    print(*lines(questions, ranked), sep="\n")
    if options.run:
        _write(options.run, questions, [first for first, _ in ranked])
    return 0


def ranking(found: Sequence[str]) -> list[str]:
    """The first documents of `found`, each once, at most ten."""
    return list(dict.fromkeys(found))[:_RANKED]


def score(ranked: Sequence[Sequence[str]], questions: Sequence[BenchQuestion]) -> RetrievalScore:
    """The means over `questions`, at least one; `ranked` holds the document ids found for each."""
    places = [
        next((at for at, found in enumerate(ids, start=1) if found in question.documents), None)
        for ids, question in zip(ranked, questions, strict=True)
    ]
    return RetrievalScore(
        hit1=_mean([at == 1 for at in places]),
        hit5=_mean([at is not None and at <= 5 for at in places]),
        mrr10=_mean([1 / at if at is not None and at <= _RANKED else 0.0 for at in places]),
    )


def lines(
    questions: Sequence[BenchQuestion], ranked: Sequence[tuple[Sequence[str], Sequence[str]]]
) -> Iterator[str]:
    """The table: a line a kind of question, the default before words alone."""
    kinds: dict[str, list[int]] = defaultdict(list)
    for at, question in enumerate(questions):
        kinds[question.kind].append(at)
    head = f"{'题数':>6}  {'hit@1':>6} {'hit@5':>6} {'MRR@10':>6}   只用字词"
    wide = max(map(cells, ["类别", *kinds]))
    yield f"{_padded('类别', wide)} {head}"
    for kind, members in sorted(kinds.items()):
        asked = [questions[at] for at in members]
        default, words = (score([ranked[at][means] for at in members], asked) for means in (0, 1))
        yield f"{_padded(kind, wide)} {len(members):>8}  {_row(default)}   {_row(words)}"


def _search(searcher: Searcher) -> Search:
    return lambda query: [hit.passage.document_id for hit in searcher.search(query, k=_PASSAGES)]


def _row(means: RetrievalScore) -> str:
    return f"{means.hit1:>6.3f} {means.hit5:>6.3f} {means.mrr10:>6.3f}"


def _padded(text: str, wide: int) -> str:
    return text + " " * (wide - cells(text))


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def _write(path: Path, questions: Sequence[BenchQuestion], ranked: Sequence[Sequence[str]]) -> None:
    rows = ({"id": each.id, "doc_ids": list(ids)} for each, ids in zip(questions, ranked, strict=True))
    try:
        path.write_text("".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows), "utf-8")
    except OSError as error:
        raise BenchError(f"{path}：写不了（{error}）；请检查 --run 的目录") from error
