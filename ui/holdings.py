"""What changes a store while the desk is open? Uploads in, documents out; originals to be read."""

from __future__ import annotations

import re
import shutil
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, BinaryIO

from ui.errors import NoPictureError, UploadRefusedError

if TYPE_CHECKING:
    from ingest import FileOutcome
    from ingest.page_pictures import PagePictures
    from ingest.wire import PagePicture
    from vectorstore.document import Document

STAGING = "uploads"
MAX_NAME_BYTES = 180
_UNSAFE = re.compile(r"[\x00-\x1f\x7f/\\:*?\"<>|]+")


class Holdings:
    """The writing side of one store; one change at a time."""

    def __init__(self, store: Path) -> None:
        self._store = store
        self._lock = Lock()
        self._pictures: PagePictures | None = None

    def ensure(self) -> None:
        """Make an empty library where there is none, so that the desk can open on it."""
        from vectorstore.build import open_library
        from vectorstore.errors import StoreMissing

        try:
            open_library(self._store).close()
        except StoreMissing:
            open_library(self._store, writable=True).close()

    def add(self, name: str, content: BinaryIO) -> tuple[FileOutcome, ...]:
        """Read one uploaded file into the store; an archive gives several outcomes.

        The same name again replaces the document of that name.

        Raises:
            UploadRefusedError: the name says nothing, or the file is no document.
            IngestError: the store cannot be written.
        """
        from ingest import ingest

        with self._lock, self._staged(name, content) as path:
            outcomes = ingest([path], store=self._store).outcomes
        if not outcomes:
            raise UploadRefusedError(
                f"{safe_name(name)}：里面没有可以入库的内容；请上传报道、方案、清单或报表"
            )
        return outcomes

    def remove(self, document_id: str) -> None:
        """Take a document out.

        Raises:
            VectorStoreError: there is none of this id, or another process is writing.
        """
        from vectorstore.build import open_library, refresh_index

        with self._lock, open_library(self._store, writable=True) as library:
            library.remove(document_id)
            refresh_index(library)

    def original(self, document_id: str) -> bytes | None:
        """The file as it came in, or None where it was not kept.

        Raises:
            VectorStoreError: there is no document of this id.
        """
        from vectorstore.build import open_library

        with open_library(self._store) as library:
            return library.original(document_id)

    def page_picture(self, document: Document, *, number: int) -> PagePicture:
        """What page `number`, from 1, of a document's original looks like.

        Raises:
            NoPictureError: the original was not kept, or is no PDF.
            IngestError: there is no such page, or it cannot be drawn.
            VectorStoreError: there is no such document.
        """
        original = self.original(document.id)
        if original is None or not document.boxes.packed:
            raise NoPictureError(f"{document.name}：没有可以显示的原件页面；请看文字")
        if self._pictures is None:
            from ingest.page_pictures import PagePictures  # no need of it until a page is looked at

            self._pictures = PagePictures()
        return self._pictures.of(original, sha256=document.sha256, number=number)

    @contextmanager
    def _staged(self, name: str, content: BinaryIO) -> Iterator[Path]:
        """The upload as a file whose path depends on its name alone, so that a second upload is an update."""
        folder = self._store / STAGING
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / safe_name(name)
        try:
            with path.open("wb") as file:
                shutil.copyfileobj(content, file)
            yield path
        finally:
            path.unlink(missing_ok=True)


def safe_name(name: str) -> str:
    """A file name without folders, control, direction or reserved characters, short enough for any disk.

    Raises:
        UploadRefusedError: nothing is left of it.
    """
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    shown = "".join(each for each in last if unicodedata.category(each) not in ("Cc", "Cf", "Cs", "Co"))
    bare = _UNSAFE.sub("_", shown).strip(" .")
    if not bare:
        raise UploadRefusedError("上传的文件没有可用的文件名；请改名后再上传")
    stem, dot, ending = bare.rpartition(".")
    if not dot:
        stem, ending = bare, ""
    room = MAX_NAME_BYTES - len((dot + ending).encode())
    return stem.encode()[: max(room, 1)].decode(errors="ignore") + dot + ending
