"""How well does an embedding model find documents, with nothing but its vectors?

Runs on the plain installation. Passages have about 300 characters; a document scores as its best passage.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from train_embedding import passages_of, read_jsonl

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from vectorstore.embedding import Embedder, open_embedder


def evaluate(args: argparse.Namespace) -> None:
    """Dense retrieval alone: passages of about 300 characters, a document scores as its best passage."""
    embedder = open_embedder(str(args.model) if args.model else "")
    documents = [row for path in args.corpus for row in read_jsonl(path)]
    owners, vectors = _embed_corpus(embedder, documents)
    starts = np.flatnonzero(np.r_[True, owners[1:] != owners[:-1]])
    kinds: dict[str, list[dict[str, Any]]] = {}
    for row in read_jsonl(args.questions):
        if row.get("gold_doc_ids") and row.get("specific", True):
            kinds.setdefault(row.get("kind", "all"), []).append(row)
    identifiers = [documents[i]["id"] for i in owners[starts]]
    for kind, rows in sorted(kinds.items()):
        scores = np.maximum.reduceat(
            embedder.embed_queries([r["question"] for r in rows]) @ vectors.T, starts, axis=1
        )
        ranks = [
            _first_rank(s, row["gold_doc_ids"], identifiers) for s, row in zip(scores, rows, strict=True)
        ]
        hits = [float(np.mean([rank <= k for rank in ranks])) for k in (1, 5)]
        reciprocal = float(np.mean([1 / rank if rank <= 10 else 0 for rank in ranks]))
        print(f"{kind:16} hit@1 {hits[0]:.3f}  hit@5 {hits[1]:.3f}  MRR@10 {reciprocal:.3f}  n={len(rows)}")


def _embed_corpus(embedder: Embedder, documents: Sequence[dict[str, Any]]) -> tuple[np.ndarray, np.ndarray]:
    texts, owners = [], []
    for number, document in enumerate(documents):
        groups = ["".join(group) for group in passages_of(document["text"])] or [document["text"]]
        texts += groups
        owners += [number] * len(groups)
    began = time.perf_counter()
    parts = [embedder.embed_documents(texts[i : i + 1024]) for i in range(0, len(texts), 1024)]
    print(f"{len(texts)} passages, {len(texts) / (time.perf_counter() - began):.0f}/s")
    return np.array(owners), np.concatenate(parts)


def _first_rank(scores: np.ndarray, gold: Sequence[str], identifiers: Sequence[str]) -> int:
    order = np.argsort(-scores, kind="stable")[:10]
    return next((place for place, i in enumerate(order, 1) if identifiers[i] in gold), 1 << 30)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, help="a model folder; the shipped one by default")
    parser.add_argument("--corpus", type=Path, nargs="+", required=True, help="JSONL of id, text")
    parser.add_argument("--questions", type=Path, required=True, help="JSONL of question, gold_doc_ids, kind")
    return parser.parse_args()


if __name__ == "__main__":
    evaluate(_arguments())
