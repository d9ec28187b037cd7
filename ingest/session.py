"""Which library and progress bar does one call of `ingest` use?"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from ingest.dates import parse_date
from ingest.errors import IngestError
from ingest.loaded import Stated
from ingest.pipeline import Run
from ingest.report import FileOutcome, IngestReport
from ingest.source import Found, find
from ingest.worker import Worker
from vectorstore.build import open_library, refresh_index
from vectorstore.errors import IndexUnusable


def run(
    paths: Sequence[str | Path],
    *,
    store: Path,
    worker: Worker,
    published: str | None,
    publisher: str | None,
    level: str | None,
    on_outcome: Callable[[FileOutcome], None] | None,
    progress: bool,
) -> IngestReport:
    """Open the library, ingest, bring its vector index up to date, close. See `ingest.ingest`."""
    given = _given(published=published, publisher=publisher, level=level)
    found = find(paths)
    with open_library(store, writable=True) as library:
        work = Run(library=library, worker=worker, given=given, on_outcome=on_outcome or _ignore)
        report = _with_bar(work, found, visible=progress)
        try:
            refresh_index(library)
        except IndexUnusable as error:  # the documents are in and found without it, only slower
            return replace(report, warning=str(error))
        return report


def _given(*, published: str | None, publisher: str | None, level: str | None) -> Stated:
    date = parse_date(published or "")
    if published and not date:
        raise IngestError(f"发布日期 {published} 无法识别；请写成 2025-04-03、2025-04 或 2025")
    return Stated(published=date, publisher=(publisher or "").strip(), level=(level or "").strip())


def _with_bar(work: Run, found: Found, *, visible: bool) -> IngestReport:
    from tqdm import tqdm

    with tqdm(total=len(found.files), desc="导入", unit="个", file=sys.stderr, disable=not visible) as bar:
        return work.ingest(found, on_file=bar.update)


def _ignore(_outcome: FileOutcome) -> None:
    """Nobody listens."""
