"""How fast do documents become answers, and what do they cost, beside the plain recipe in the same run?

    python benchmarks/bulk.py DOCUMENTS.jsonl [--passages 1000 10000] [--questions QUESTIONS.jsonl]

The plain recipe (pip install 'zhaoda[bench]') is LangChain's RecursiveCharacterTextSplitter at 400 characters
and langchain-chroma, with the same embedding model; it keeps no ledger and answers with its nearest passages.
Ours is the whole of it: records read in child processes, figures and projects, both indexes. Each side and
size runs in a process of its own. Printed for each size: documents a second end to end and processor time a
document (a busy machine slows the first, hardly the second), seconds to open and answer for the first time,
milliseconds an answer (p50, p95), memory at its peak while asking, and the store on disk; then the ratio of
ours to the recipe.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, fields
from itertools import islice
from pathlib import Path

_PASSAGES_A_DOCUMENT = 2.3  # of news articles, about
_QUESTIONS = 60
_CHUNK_CHARS = 400
_ADDED = 2000  # texts at a time: Chroma takes no more than 5,461


@dataclass(frozen=True, kw_only=True)
class Cost:
    """What one side needed for one size."""

    documents_a_second: float
    cpu_ms_a_document: float
    open_s: float
    p50_ms: float
    p95_ms: float
    memory_mb: float
    disk_mb: float


class _Clock:
    """Time since it was made, on the wall and of the processors, children included."""

    def __init__(self) -> None:
        self._wall, self._cpu = time.perf_counter(), _cpu_s()

    def a_document(self, count: int) -> tuple[float, float]:
        """Seconds a document of `count`: wall, processor."""
        return (time.perf_counter() - self._wall) / count, (_cpu_s() - self._cpu) / count


def _cpu_s() -> float:
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


def ours(documents: Path, store: Path, questions: Sequence[str]) -> Cost:
    """The whole pipeline, ledger included."""
    from assistant import Assistant
    from ingest import ingest

    taken = _Clock()
    count = len(ingest([documents], store=store).added)
    return _asked(lambda: Assistant.open(store).ask, questions, spent=taken.a_document(count), store=store)


def recipe(documents: Path, store: Path, questions: Sequence[str]) -> Cost:
    """Split, embed, keep in Chroma; the answer is the four nearest pieces."""
    from langchain_chroma import Chroma
    from langchain_core.embeddings import Embeddings
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    from vectorstore.embedding import open_embedder

    model = open_embedder()

    class Same(Embeddings):
        def embed_documents(self, texts: list[str]) -> list[list[float]]:
            return model.embed_documents(texts).tolist()

        def embed_query(self, text: str) -> list[float]:
            return model.embed_queries([text])[0].tolist()

    def opened() -> Chroma:
        return Chroma("news", Same(), persist_directory=str(store))

    taken = _Clock()
    splitter = RecursiveCharacterTextSplitter(
        chunk_size=_CHUNK_CHARS, chunk_overlap=40, separators=["\n\n", "\n", "。", "！", "？", "，", ""]
    )
    rows = [json.loads(line) for line in documents.read_text("utf-8").splitlines()]
    kept, pieces = (
        opened(),
        splitter.create_documents([r["text"] for r in rows], [{"id": r["id"]} for r in rows]),
    )
    for at in range(0, len(pieces), _ADDED):
        kept.add_documents(pieces[at : at + _ADDED])
    spent = taken.a_document(len(rows))
    return _asked(lambda: opened().similarity_search, questions, spent=spent, store=store)


def _asked(
    opened: Callable[[], Callable[[str], object]],
    questions: Sequence[str],
    *,
    spent: tuple[float, float],
    store: Path,
) -> Cost:
    started = time.perf_counter()
    ask = opened()
    ask(questions[0])
    open_s = time.perf_counter() - started
    taken = []
    for question in questions:
        started = time.perf_counter()
        ask(question)
        taken.append(1000 * (time.perf_counter() - started))
    cuts = statistics.quantiles(taken, n=20)
    size = sum(path.stat().st_size for path in store.rglob("*") if path.is_file())
    memory_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Cost(
        documents_a_second=1 / spent[0], cpu_ms_a_document=1000 * spent[1], open_s=open_s,
        p50_ms=cuts[9], p95_ms=cuts[18], memory_mb=memory_mb, disk_mb=size / 2**20,
    )  # fmt: skip


_SIDES = {"ours": ours, "recipe": recipe}


def _measured(side: str, documents: Path, store: Path, questions: Path) -> Cost:
    """The cost, found in a process of its own."""
    command = [sys.executable, __file__, "--side", side, str(documents), "--store", str(store)]
    answer = subprocess.run(
        [*command, "--questions", str(questions)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    return Cost(**json.loads(answer.stdout))


def _table(documents: Path, sizes: Sequence[int], questions: Path) -> None:
    names = [field.name for field in fields(Cost)]
    print("passages", "side", *names, sep="\t")
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder, documents.open("rb") as lines:
            part = Path(folder) / "part.jsonl"
            part.write_bytes(b"".join(islice(lines, round(size / _PASSAGES_A_DOCUMENT))))
            costs = {side: asdict(_measured(side, part, Path(folder) / side, questions)) for side in _SIDES}
        for side, cost in costs.items():
            print(size, side, *(f"{cost[name]:.1f}" for name in names), sep="\t")
        ratios = (costs["ours"][name] / costs["recipe"][name] for name in names)
        print(size, "ours / recipe", *(f"{ratio:.2f}" for ratio in ratios), sep="\t", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("documents", type=Path, help="records with id and text, one a line")
    parser.add_argument("--questions", type=Path, required=True, help="rows with a question, one a line")
    parser.add_argument("--passages", type=int, nargs="+", default=[1000, 10_000], help="sizes")
    parser.add_argument("--side", choices=sorted(_SIDES), help=argparse.SUPPRESS)
    parser.add_argument("--store", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if not options.side:
        _table(options.documents, options.passages, options.questions)
        return
    rows = map(json.loads, options.questions.read_text("utf-8").splitlines())
    questions = [row["question"] for row in islice(rows, _QUESTIONS)]
    print(json.dumps(asdict(_SIDES[options.side](options.documents, options.store, questions))))


if __name__ == "__main__":
    main()
