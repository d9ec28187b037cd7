"""How fast is a search, how does it grow, and what would the barest means take?

    python benchmarks/search.py --corpus CORPUS.jsonl.gz [CORPUS ...] --questions QUESTIONS.jsonl [...]
        [--sizes 1000,10000,100000] [--stores DIR] [--limit N]

Each size is a library of that many passages (a collection too small is taken again under other ids),
opened and searched in a process of its own: seconds from start to the first result, milliseconds a
search, resident memory. Beside it bm25s over the same terms with a NumPy cosine of its first 100
passages: the floor, which knows no filters, no changes and no features. bm25s is needed here only
(pip install bm25s).
"""

from __future__ import annotations

import argparse
import itertools
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from eval.bench import CorpusText, read_corpora, read_questions
from eval.bench_store import record_of
from language.words import query_terms, terms
from vectorstore.build import open_library, open_searcher
from vectorstore.library_writing import write_record
from vectorstore.word_sync import bring_words_up_to_date

_AT_ONCE = 200
_FLOOR_DEPTH = 100


def main() -> None:
    options = _options()
    if options.one:
        _one(options.one[0], Path(options.one[1]), Path(options.one[2]))
        return
    asked = [each.question for path in options.questions for each in read_questions(path)]
    asked = asked[:: max(1, len(asked) // options.limit)][: options.limit]
    options.stores.mkdir(parents=True, exist_ok=True)
    questions = options.stores / "questions.json"
    questions.write_text(json.dumps(asked), "utf-8")
    print("p50 / p95 in ms, by the clock and of the processor (other work counts only in the first)")
    print(f"{'passages':>9} {'means':8} {'opening':>8} {'clock':>15} {'processor':>15} {'resident':>9}")
    for size in map(int, options.sizes.split(",")):
        store = options.stores / str(size)
        _fill(store, options.corpus, size=size)
        for means in ("zhaoda", "floor"):
            line = [sys.executable, __file__, "--one", means, str(store), str(questions)]
            subprocess.run(line, check=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, nargs="+", default=[])
    parser.add_argument("--questions", type=Path, nargs="+", default=[])
    parser.add_argument("--sizes", default="1000,10000,100000")
    parser.add_argument("--stores", type=Path, default=Path(tempfile.gettempdir()) / "zhaoda-search")
    parser.add_argument("--limit", type=int, default=300)
    parser.add_argument("--one", nargs=3, help=argparse.SUPPRESS)
    return parser.parse_args()


def _fill(store: Path, corpora: Sequence[Path], *, size: int) -> None:
    """A library of `size` passages, a few more at most."""
    with open_library(store, writable=True) as library:
        texts = _endless(corpora)
        while library.passage_count() < size:
            with library.writing() as connection:
                for each in itertools.islice(texts, min(_AT_ONCE, size // 20)):
                    write_record(connection, record_of(each, library=library))
        bring_words_up_to_date(library)


def _endless(corpora: Sequence[Path]) -> Iterator[CorpusText]:
    for again in itertools.count():
        for each in read_corpora(corpora):
            yield replace(each, id=f"{each.id}-{again}")


def _one(means: str, store: Path, questions: Path) -> None:
    began = time.perf_counter()
    search, passages = (_ours if means == "zhaoda" else _floor)(store)
    asked = json.loads(questions.read_text("utf-8"))
    search(asked[0])
    opening = time.perf_counter() - began
    seconds, worked = [], []
    for question in asked:
        began, before = time.perf_counter(), time.process_time()
        search(question)
        seconds.append(time.perf_counter() - began)
        worked.append(time.process_time() - before)
    wall, processor = (
        " / ".join(f"{1000 * statistics.quantiles(of, n=20)[at]:5.1f}" for at in (9, 18))
        for of in (seconds, worked)
    )
    resident = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{passages:>9} {means:8} {opening:>6.2f} s   {wall}   {processor} {resident:>6.0f} MB", flush=True)


def _ours(store: Path) -> tuple[Callable[[str], object], int]:
    library = open_library(store)
    searcher = open_searcher(library)
    return searcher.search, library.passage_count()


def _floor(store: Path) -> tuple[Callable[[str], object], int]:
    import bm25s

    library = open_library(store)
    with library.reading() as connection:
        bodies = [
            f"{title}\n{text}"
            for title, text in connection.execute(
                "SELECT d.title, p.text FROM passages p JOIN documents d ON d.id = p.document_id "
                "ORDER BY p.document_id, p.ordinal"
            )
        ]
    matrix = np.concatenate([each.matrix for each in library.vectors()])
    index = bm25s.BM25()
    index.index([terms(body) for body in bodies], show_progress=False)

    def search(question: str) -> object:
        scores = index.get_scores([term for term in query_terms(question) if term in index.vocab_dict])
        best = np.argpartition(-scores, min(_FLOOR_DEPTH, len(scores) - 1))[:_FLOOR_DEPTH]
        vector = library.embedder.embed_queries([question])[0]
        return best[np.argsort(-(scores[best] + matrix[best] @ vector))]

    return search, len(bodies)


if __name__ == "__main__":
    main()
