"""Which library and progress bar does one call of `ingest` use?"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.dates import parse_date
from ingest.errors import IngestError
from ingest.loaded import Stated
from ingest.pipeline import OnOutcome, Run
from ingest.pool import Pool
from ingest.report import FileOutcome, IngestReport
from ingest.source import Found, find, size_of
from vectorstore.build import open_library
from vectorstore.errors import IndexUnusable
from vectorstore.index_keeping import IndexKeeper
from vectorstore.library import Library

if TYPE_CHECKING:
    from ingest.ledger.proposals import Propose


_TURN_S = 0.001
_YOUNG_OBJECTS = 70_000
SYNCED_EVERY = 4000  # documents: what is newer, a reader that opens meanwhile indexes for itself, in a second


def run(
    paths: Sequence[str | Path],
    *,
    store: Path,
    pool: Pool,
    published: str | None,
    publisher: str | None,
    level: str | None,
    on_outcome: Callable[[FileOutcome], None] | None,
    progress: bool,
    propose: Propose | None = None,
) -> IngestReport:
    """Open the library, ingest, bring its indexes up to date, close. See `ingest.ingest`."""
    given = _given(published=published, publisher=publisher, level=level)
    found = find(paths)
    with (
        _quick_turns(),
        _few_collections(),
        open_library(store, writable=True) as library,
        IndexKeeper(library) as indexes,
    ):
        report = _ingested(
            found,
            library=library,
            indexes=indexes,
            pool=pool,
            given=given,
            on_outcome=on_outcome,
            progress=progress,
            propose=propose,
        )
        try:
            indexes.finish()
        except IndexUnusable as error:  # the documents are in and found without it, only slower
            return replace(report, warning=str(error))
        return report


@contextmanager
def _quick_turns() -> Iterator[None]:
    """Let threads take turns five times as often: one makes terms all the time, and those that listen to the
    children want the interpreter for moments, hundreds of times a second; each wait leaves a child idle."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(_TURN_S)
    try:
        yield
    finally:
        sys.setswitchinterval(before)


@contextmanager
def _few_collections() -> Iterator[None]:
    """Let the garbage collector look a hundred times less often: what is read of a document is gone with its
    last reference, and there is no cycle in it to be found."""
    before = gc.get_threshold()
    gc.set_threshold(_YOUNG_OBJECTS, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _given(*, published: str | None, publisher: str | None, level: str | None) -> Stated:
    date = parse_date(published or "")
    if published and not date:
        raise IngestError(f"发布日期 {published} 无法识别；请写成 2025-04-03、2025-04 或 2025")
    return Stated(published=date, publisher=(publisher or "").strip(), level=(level or "").strip())


def _ingested(
    found: Found,
    *,
    library: Library,
    indexes: IndexKeeper,
    pool: Pool,
    given: Stated,
    on_outcome: OnOutcome | None,
    progress: bool,
    propose: Propose | None,
) -> IngestReport:
    """The run, with a bar of the bytes read: a single file may hold a hundred thousand documents."""
    from tqdm import tqdm

    total = sum(map(size_of, found.files))
    with tqdm(
        total=total, desc="导入", unit="B", unit_scale=True, file=sys.stderr, disable=not progress
    ) as bar:
        count = 0

        def tell(outcome: FileOutcome) -> None:
            nonlocal count
            count += 1
            if count % SYNCED_EVERY == 0:
                indexes.catch_up()
            bar.set_postfix_str(f"{count} 份", refresh=False)
            if on_outcome:
                on_outcome(outcome)

        def show(done_bytes: int) -> None:
            bar.update(done_bytes - bar.n)

        work = Run(
            library=library, pool=pool, given=given, on_outcome=tell, on_progress=show, propose=propose
        )
        return work.ingest(found)
