"""What do the pages of an original look like? Drawn in a disposable child; those looked at last are kept."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from ingest.errors import Unreadable
from ingest.wire import Failure, PagePicture, PageRequest
from ingest.worker import Worker

TIMEOUT_S = 20.0  # somebody is waiting
MOST_BYTES = 64 * 2**20


class PagePictures:
    """Draws one page at a time; safe to call from several threads."""

    def __init__(self, *, worker: Worker | None = None, most_bytes: int = MOST_BYTES) -> None:
        self._worker = worker or Worker(timeout_s=TIMEOUT_S)
        self._most_bytes = most_bytes
        self._kept: OrderedDict[tuple[str, int], PagePicture] = OrderedDict()
        self._lock = Lock()

    def of(self, pdf: bytes, *, sha256: str, number: int) -> PagePicture:
        """Page `number`, from 1, of the PDF with this hash.

        Raises: Unreadable if there is none, or it cannot be drawn.
        """
        key = (sha256, number)
        with self._lock:
            if key not in self._kept:
                reply = self._worker.picture(PageRequest(data=pdf, number=number))
                if isinstance(reply, Failure):
                    raise Unreadable(reply.reason)
                self._kept[key] = reply
            self._kept.move_to_end(key)
            while len(self._kept) > 1 and self._bytes() > self._most_bytes:
                self._kept.popitem(last=False)
            return self._kept[key]

    def _bytes(self) -> int:
        return sum(len(each.content) for each in self._kept.values())

    def close(self) -> None:
        """End the child."""
        self._worker.stop()
