"""What passes between the process that ingests and the one that parses?

Requests are trusted; replies come from a process that has read hostile files, so that nothing but a few plain
dataclasses can be unpickled from them.
"""

from __future__ import annotations

import io
import pickle
import struct
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from typing import BinaryIO

from ingest.errors import FailedState
from ingest.kind import Kind
from ingest.loaded import UNSTATED, Stated
from vectorstore.document import Document, Passage
from vectorstore.ledger_rows import Figure, Project

# Part of every fingerprint: raise it when a reader would read the same bytes otherwise, and the next ingest
# of the same folder reads its files again.
READER_VERSION = "22"

MOST_SCAN_S = 900.0  # for the pictures of one file: the child keeps to it, the parent sees to it

_LENGTH = struct.Struct(">Q")
# The only values that may come back from a process that has read untrusted files.
_WELCOME = {
    ("ingest.wire", "Reading"),
    ("ingest.wire", "Failure"),
    ("ingest.wire", "Progress"),
    ("ingest.wire", "PagePicture"),
    ("vectorstore.document", "Document"),
    ("vectorstore.document", "Page"),
    ("vectorstore.document", "Block"),
    ("vectorstore.document", "Passage"),
    ("vectorstore.boxes", "Boxes"),
    ("vectorstore.ledger_rows", "Figure"),
    ("vectorstore.ledger_rows", "Project"),
    ("decimal", "Decimal"),
}


@dataclass(frozen=True, kw_only=True)
class Request:
    """One file to read. `given` outranks everything, `sidecar` the file, the file what it `inherited`."""

    document_id: str
    source: str
    name: str
    sha256: str
    kind: Kind
    data: bytes
    given: Stated = UNSTATED
    sidecar: bytes = b""
    inherited: tuple[bytes, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PageRequest:
    """A page of a PDF, from 1, that somebody wants to look at."""

    data: bytes
    number: int


@dataclass(frozen=True, kw_only=True)
class PagePicture:
    """A page as an image file of this media type."""

    content: bytes
    media_type: str


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What was read, all but the vectors; `notes` are lines in Chinese about parts that could not be."""

    document: Document
    passages: tuple[Passage, ...]
    figures: tuple[Figure, ...]
    projects: tuple[Project, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Progress:
    """A sign of life during a long reading: so many pages of so many are recognised."""

    pages: int
    of: int


@dataclass(frozen=True, kw_only=True)
class Failure:
    """A file that could not be read; `spent` when the process should not be used again, `killed` when it died
    without an answer."""

    state: FailedState
    reason: str
    spent: bool = False
    killed: bool = False


class _Replies(pickle.Unpickler):
    """Unpickles what a child may send and nothing else."""

    def find_class(self, module: str, name: str) -> object:
        return _welcomed(module, name)


@lru_cache(maxsize=len(_WELCOME))  # every reply names most of them
def _welcomed(module: str, name: str) -> object:
    if (module, name) not in _WELCOME:
        raise pickle.UnpicklingError(f"{module}.{name} is not a reply")
    return getattr(import_module(module), name)


Reply = Reading | Failure | PagePicture


def read_reply(frame: bytes) -> Reply | Progress:
    """The reply in a frame. Raises: pickle.UnpicklingError if it is none."""
    reply = _Replies(io.BytesIO(frame)).load()
    if not isinstance(reply, Reply | Progress):
        raise pickle.UnpicklingError("not a reply")
    return reply


def write_frame(stream: BinaryIO, payload: bytes) -> None:
    """Send one length-prefixed frame."""
    stream.write(_LENGTH.pack(len(payload)))
    stream.write(payload)
    stream.flush()


def read_frame(stream: BinaryIO) -> bytes:
    """The next frame; b"" where the other side is gone."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return b""
    (length,) = _LENGTH.unpack(head)
    payload = stream.read(length)
    return payload if len(payload) == length else b""
