"""How well, and how fast, does search find the right document of public Chinese sets?

    python benchmarks/retrieval.py BENCH [--sets ncp,crud,crud-title,rgb,drcd,cmrc]
        [--means fused,lexical,dense] [--stores DIR] [--runs DIR] [--limit N]

BENCH is a folder of NAME_dev_corpus.jsonl.gz and NAME_dev_questions.jsonl. Each set is put into a library
of its own under --stores (kept for the next run), searched, and ranked by document: the first passage of
each counts. Printed for each kind of question: hit@1 / hit@5 / MRR@10 by document, and the share of
questions whose first, or one of whose first five, passages is of a right document and holds an answer.
--runs writes one file a set and means for score_bench.py.
"""

from __future__ import annotations

import argparse
import gzip
import json
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from language.text import fold, sentences
from vectorstore.build import open_library, open_searcher
from vectorstore.document import Document, Passage
from vectorstore.embedding_text import text_to_embed
from vectorstore.index import ExactIndex, Filters
from vectorstore.lexical_search import LexicalSearch
from vectorstore.library import Library, Record

_PASSAGE_CHARS = 350
_RESULTS = 50
Key = tuple[str, int]
Question = dict[str, object]
Search = Callable[[str], list[Key]]


@dataclass(frozen=True, kw_only=True)
class BenchSet:
    """A collection and the questions put to it; without `titles` the headlines are not indexed."""

    corpora: tuple[str, ...]
    questions: str
    titles: bool = True
    kinds: tuple[str, ...] = ()


SETS = {
    "ncp": BenchSet(corpora=("ncp", "crud"), questions="ncp"),
    "crud": BenchSet(
        corpora=("crud",), questions="crud", kinds=("event", "qa_sub", "qa_1doc", "qa_multi_silver")
    ),
    "crud-title": BenchSet(corpora=("crud",), questions="crud", titles=False, kinds=("title",)),
    "rgb": BenchSet(corpora=("rgb",), questions="rgb"),
    "drcd": BenchSet(corpora=("drcd",), questions="drcd"),
    "cmrc": BenchSet(corpora=("cmrc",), questions="cmrc"),
}


def main() -> None:
    options = _options()
    for name in options.sets.split(","):
        chosen = SETS[name]
        store = Path(options.stores) / f"{'-'.join(chosen.corpora)}{'' if chosen.titles else '-untitled'}"
        _fill(store, chosen, bench=options.bench)
        questions = _questions(options.bench, chosen)[: options.limit]
        with open_library(store) as library:
            for means in options.means.split(","):
                _measure(
                    f"{name} {means}", _search(library, means), questions, library=library, runs=options.runs
                )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("bench", type=Path)
    parser.add_argument("--sets", default=",".join(SETS))
    parser.add_argument("--means", default="fused,lexical,dense")
    parser.add_argument("--stores", default=str(Path(tempfile.gettempdir()) / "zhaoda-bench"))
    parser.add_argument("--runs", type=Path)
    parser.add_argument("--limit", type=int, default=None)
    return parser.parse_args()


def _fill(store: Path, chosen: BenchSet, *, bench: Path) -> None:
    began, documents, passages = time.monotonic(), 0, 0
    with open_library(store, writable=True) as library:
        known = {document.id for document in library.documents()}
        for corpus in chosen.corpora:
            with gzip.open(bench / f"{corpus}_dev_corpus.jsonl.gz", "rt", encoding="utf-8") as lines:
                for line in lines:
                    row = json.loads(line)
                    if row["id"] not in known:
                        title = row.get("title", "").strip() if chosen.titles else ""
                        record = _record(row["id"], row["text"], title=title, library=library)
                        library.put(record)
                        documents += 1
                        passages += len(record.passages)
    if documents:
        seconds = time.monotonic() - began
        print(f"{store.name}: put {documents} documents, {passages} passages in {seconds:.0f} s", flush=True)


def _record(document_id: str, text: str, *, title: str, library: Library) -> Record:
    document = Document(id=document_id, name=document_id, title=title, text=text)
    passages = tuple(
        Passage(document_id=document_id, ordinal=ordinal, start=start, end=end, text=text[start:end])
        for ordinal, (start, end) in enumerate(_packed(text))
    )
    vectors = library.embedder.embed_documents([text_to_embed(passage) for passage in passages])
    return Record(document=document, passages=passages, vectors=vectors)


def _packed(text: str) -> Iterator[tuple[int, int]]:
    """Whole sentences, as many as fit."""
    start = end = 0
    for sentence in sentences(text):
        if end > start and sentence.end - start > _PASSAGE_CHARS:
            yield start, end
            start = sentence.start
        end = sentence.end
    if end > start:
        yield start, end


def _questions(bench: Path, chosen: BenchSet) -> list[Question]:
    lines = (bench / f"{chosen.questions}_dev_questions.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    return [
        row for row in rows if row.get("gold_doc_ids") and (not chosen.kinds or row["kind"] in chosen.kinds)
    ]


def _search(library: Library, means: str) -> Search:
    """The ranked passages by this means."""
    if means == "lexical":
        lexical = LexicalSearch(library)
        return lambda query: [hit.key for hit in lexical.search(query, filters=Filters())[:_RESULTS]]
    if means == "dense":
        exact = ExactIndex.of(library.vectors())
        embed = library.embedder.embed_queries
        return lambda query: [
            (near.document_id, near.ordinal)
            for near in exact.query(embed([fold(query)])[0], k=_RESULTS, filters=Filters())
        ]
    searcher = open_searcher(library)
    return lambda query: [
        (hit.passage.document_id, hit.passage.ordinal) for hit in searcher.search(query, k=_RESULTS)
    ]


def _measure(
    label: str, search: Search, questions: Sequence[Question], *, library: Library, runs: Path | None
) -> None:
    scores: dict[str, list[tuple[float, ...]]] = defaultdict(list)
    seconds = []
    lines = []
    for question in questions:
        began = time.perf_counter()
        keys = search(str(question["question"]))
        seconds.append(time.perf_counter() - began)
        ranked = list(dict.fromkeys(document_id for document_id, _ in keys))[:10]
        lines.append(json.dumps({"id": question["id"], "doc_ids": ranked}, ensure_ascii=False))
        kind = f"{question['kind']}{'+specific' if question.get('specific') else ''}"
        scores[kind].append(_score(question, ranked, keys, library=library))
    p50, p95 = (1000 * statistics.quantiles(seconds, n=20)[at] for at in (9, 18))
    print(f"{label}: {len(questions)} questions, p50 {p50:.1f} ms, p95 {p95:.1f} ms")
    for kind, rows in sorted(scores.items()):
        means = [sum(column) / len(rows) for column in zip(*rows, strict=True)]
        hit1, hit5, mrr, answer1, answer5 = (f"{mean:.3f}" for mean in means)
        print(
            f"  {kind} ({len(rows)}): {hit1} / {hit5} / {mrr}   answer in passage {answer1} / {answer5}",
            flush=True,
        )
    if runs:
        runs.mkdir(parents=True, exist_ok=True)
        (runs / f"{label.replace(' ', '-')}.jsonl").write_text("\n".join(lines) + "\n", "utf-8")


def _score(
    question: Question, ranked: Sequence[str], keys: Sequence[Key], *, library: Library
) -> tuple[float, ...]:
    gold = set(_listed(question, "gold_doc_ids"))
    reciprocal = next((1 / rank for rank, found in enumerate(ranked, start=1) if found in gold), 0.0)
    texts = [passage.text for _, passage in library.passages_at(keys[:5]) if passage.document_id in gold]
    first = keys[:1] and keys[0][0] in gold
    answers = [_bare(answer) for answer in _listed(question, "answers")]
    holds = [any(answer and answer in _bare(text) for answer in answers) for text in texts]
    return (
        float(bool(gold & set(ranked[:1]))),
        float(bool(gold & set(ranked[:5]))),
        reciprocal,
        float(bool(first and holds[0])),
        float(any(holds)),
    )


def _listed(question: Question, key: str) -> list[str]:
    values = question.get(key) or []
    return [str(value) for value in values] if isinstance(values, list) else []


def _bare(text: str) -> str:
    return "".join(character for character in fold(text).lower() if character.isalnum())


if __name__ == "__main__":
    sys.exit(main())
