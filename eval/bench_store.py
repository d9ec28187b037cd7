"""Which library is a benchmark run on? The collection as passages and vectors, without its ledger.

Documents go in under the ids of their set, cut and embedded as ingest would; figures and projects, which no
search reads, are left out, so that 30,000 articles take minutes.
"""

from __future__ import annotations

import hashlib
import json
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from tqdm import tqdm

from eval.bench import BenchOptions, CorpusText, read_corpora
from eval.errors import BenchError
from ingest.clean import clean
from ingest.split import passages_of
from ingest.structure import blocks_of
from vectorstore.build import open_library
from vectorstore.document import Document
from vectorstore.embedding_text import text_to_embed
from vectorstore.library import Library, Record
from vectorstore.word_sync import bring_words_up_to_date

_MARK = "bench.json"
_AT_ONCE = 200  # documents in one transaction: a bench store that is cut short is filled again


@contextmanager
def bench_library(options: BenchOptions) -> Iterator[Library]:
    """The collection of `options` as an open library, built first unless its store holds it already.

    Raises: BenchError, VectorStoreError.
    """
    with tempfile.TemporaryDirectory(prefix="zhaoda-") as scratch:
        store = options.store or Path(scratch)
        _require_own(store)
        wanted = _identity(options)
        mark = store / _MARK
        if not mark.is_file() or mark.read_text("utf-8") != wanted:
            mark.unlink(missing_ok=True)
            _fill(store, options)
            mark.write_text(wanted, "utf-8")
        with open_library(store, writable=True):
            pass  # a store of an earlier version is brought up to date
        with open_library(store) as library:
            yield library


def _require_own(store: Path) -> None:
    """A benchmark never writes into a library that holds somebody's documents.

    Raises: BenchError.
    """
    ours = any((store / name).is_file() for name in (_MARK, f"{_MARK}.unfinished"))
    if not ours and store.is_dir() and any(store.iterdir()):
        raise BenchError(f"{store}：这个目录里已有别的内容；请给 --store 一个空目录")


def _identity(options: BenchOptions) -> str:
    """What the store must hold: the files by name and size, and whether titles are in."""
    files = [[path.name, path.stat().st_size] for path in options.corpora if path.is_file()]
    return json.dumps({"files": files, "titled": options.titled}, ensure_ascii=False)


def _fill(store: Path, options: BenchOptions) -> None:
    store.mkdir(parents=True, exist_ok=True)
    unfinished = store / f"{_MARK}.unfinished"
    unfinished.touch()
    with open_library(store, writable=True) as library:
        known = {document.id for document in library.documents()}
        texts = read_corpora(options.corpora, titled=options.titled)
        new = (each for each in tqdm(texts, desc="建库", unit="篇", file=sys.stderr) if each.id not in known)
        while part := list(islice(new, _AT_ONCE)):
            records = [record_of(each, library=library) for each in part]
            for error in library.put_all(records).values():
                raise error
        bring_words_up_to_date(library)  # vectors are compared one by one: exact, and no graph to build
    unfinished.unlink()


def record_of(source: CorpusText, *, library: Library) -> Record:
    """A document as ingest would cut and embed it, without figures and projects."""
    text = clean(source.text)
    document = Document(
        id=source.id, name=source.id, title=source.title, text=text, published=source.published[:10],
        blocks=blocks_of(text), sha256=hashlib.sha256(text.encode()).hexdigest(),
    )  # fmt: skip
    passages = passages_of(document)
    vectors = library.embedder.embed_documents([text_to_embed(passage) for passage in passages])
    return Record(document=document, passages=passages, vectors=vectors)
