"""When does Python's garbage collector run? Not while a question is answered: between answers.

What an answer makes is nearly all freed as it goes, for hardly any of it stands in a circle. The collector
looks through it five times an answer all the same, and every thirty answers through everything that was read
lately, 20 to 110 ms at a time: a tenth of the time, and the slowest answers.
"""

from __future__ import annotations

import gc
from threading import Lock
from types import TracebackType


class _Uncollected:
    """A context in which nothing is collected; with several threads inside, until the last of them is out.

    A host that keeps its collector off finds it off.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._inside = 0
        self._paused = False

    def __enter__(self) -> None:
        with self._lock:
            self._inside += 1
            if self._inside == 1 and gc.isenabled():
                self._paused = True
                gc.disable()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._lock:
            self._inside -= 1
            if self._inside == 0 and self._paused:
                self._paused = False
                gc.enable()


uncollected = _Uncollected()  # one for the process, as its collector is
