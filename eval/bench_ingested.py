"""Which store is a benchmark asked of end to end? The collection as `zhaoda ingest` reads it."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from eval.bench import BenchOptions, read_corpora
from eval.errors import BenchError
from ingest import ingest
from vectorstore.build import open_library
from vectorstore.errors import VectorStoreError

_MARK = "bench-ingested.json"
_UNFINISHED = ""  # what the mark says of a store that is ours and not yet filled
_REPEATS = 0.01  # of a collection: texts that ingest knew already


@contextmanager
def ingested(options: BenchOptions) -> Iterator[Path]:
    """The folder of a store that holds the collection; built first unless it is there already.

    A store that somebody ingested the collection into is read as it stands, never written.

    Raises: BenchError, IngestError, VectorStoreError.
    """
    with tempfile.TemporaryDirectory(prefix="zhaoda-") as scratch:
        store = options.store or Path(scratch) / "store"
        mark = store / _MARK
        sizes = sorted((path.name, path.stat().st_size) for path in options.corpora if path.is_file())
        wanted = json.dumps(sizes)
        told = mark.read_text("utf-8") if mark.is_file() else None
        filled = store.is_dir() and any(store.iterdir()) and told != _UNFINISHED
        if filled and told != wanted and not _holds(store, options):
            raise BenchError(
                f"{store}：这个目录里已有别的内容；请给 --store 一个空目录，或收录过这批资料的资料库"
            )
        if not filled:
            _fill(store, options, scratch=Path(scratch))
            mark.write_text(wanted, "utf-8")
        yield store


def _holds(store: Path, options: BenchOptions) -> bool:
    """Whether a store that is not ours has the collection, but for a few texts that repeat others."""
    try:
        with open_library(store) as library:
            here = {document.name for document in library.documents()}
    except VectorStoreError:
        return False
    wanted = {each.id for each in read_corpora(options.corpora, titled=options.titled)}
    return len(wanted - here) <= _REPEATS * len(wanted)


def _fill(store: Path, options: BenchOptions, *, scratch: Path) -> None:
    """Ingests the collection from one .jsonl file."""
    store.mkdir(parents=True, exist_ok=True)
    lines = scratch / "collection.jsonl"
    with lines.open("w", encoding="utf-8") as file:
        for each in read_corpora(options.corpora, titled=options.titled):
            row = {"id": each.id, "title": each.title, "text": each.text, "published": each.published[:10]}
            file.write(json.dumps({k: v for k, v in row.items() if v}, ensure_ascii=False) + "\n")
    (store / _MARK).write_text(_UNFINISHED, "utf-8")
    ingest([lines], store=store, progress=True)
