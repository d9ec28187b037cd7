"""Everything that writes the library: files, folders, archives and records in, one report out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.errors import IngestError as IngestError
from ingest.report import FileOutcome as FileOutcome
from ingest.report import IngestReport as IngestReport

if TYPE_CHECKING:
    from ingest.ledger.proposals import Propose


def ingest(
    paths: Sequence[str | Path],
    *,
    store: str | Path,
    published: str | None = None,
    publisher: str | None = None,
    level: str | None = None,
    on_outcome: Callable[[FileOutcome], None] | None = None,
    progress: bool = False,
    propose: Propose | None = None,
) -> IngestReport:
    """Bring the library in `store` up to date with files, folders, .zip and .jsonl.

    `published` (2025-04-03, 2025-04 or 2025), `publisher` and `level` are said of every file of this
    call. `propose` is asked for further ledger rows of each passage (section, text); what it says is kept
    only where it is printed. `on_outcome` hears of each file once it is durable; `progress` draws a bar
    on standard error. A file that cannot be read is in the report and stops nothing.

    Raises: IngestError if `published` is no date; vectorstore.errors.VectorStoreError if the store is busy,
    damaged or full.
    """
    from ingest.pool import Pool

    with Pool() as pool:
        pool.start()  # the child loads its half while we load ours
        from ingest.session import run  # heavy: numpy, the library, the model

        return run(
            paths,
            store=Path(store),
            pool=pool,
            published=published,
            publisher=publisher,
            level=level,
            on_outcome=on_outcome,
            progress=progress,
            propose=propose,
        )
