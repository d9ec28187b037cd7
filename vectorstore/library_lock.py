"""Who may write to a store? One process at a time, and a crash never leaves the door locked."""

from __future__ import annotations

import fcntl
import time
from pathlib import Path
from typing import IO

from vectorstore.errors import StoreBusy

_PATIENCE_S = 1.0
_PAUSE_S = 0.05


def lock_for_writing(store: Path) -> IO[str]:
    """The held lock of `store`; closing the file, or dying, gives it back.

    Raises: StoreBusy within about a second if another writer holds it.
    """
    file = (store / "writer.lock").open("a")
    deadline = time.monotonic() + _PATIENCE_S
    while True:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return file
        except BlockingIOError as error:
            if time.monotonic() >= deadline:
                file.close()
                raise StoreBusy(store) from error
            time.sleep(_PAUSE_S)
