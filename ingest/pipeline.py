"""How do files become the library? Read by several children at once, written in their order, several to a
transaction, each durable before it is reported."""

from __future__ import annotations

import hashlib
import json
import time
from collections import deque
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING

from ingest.dates import date_in_name
from ingest.identities import Identities
from ingest.kind import Kind
from ingest.loaded import Stated
from ingest.pool import Pool, Reply
from ingest.report import FileOutcome, IngestReport, State
from ingest.source import Found, Refused, SourceFile, identity, open_file, size_of
from ingest.wire import READER_VERSION, Failure, Reading, Request
from vectorstore.embedding import Matrix
from vectorstore.embedding_text import text_to_embed
from vectorstore.errors import InvalidRecord
from vectorstore.library import Fingerprint, Library, Record

if TYPE_CHECKING:
    from ingest.ledger.proposals import Propose

OnOutcome = Callable[[FileOutcome], None]
OnProgress = Callable[[int], object]
"""Called with the bytes of the given files that are done with."""

_LIGHT: frozenset[Kind] = frozenset({"record", "text", "csv"})
_HANDED = 32  # light files that are handed to a child together; of others one
_HANDED_BYTES = 256 * 2**10
_WAITING = 1024  # files taken in and not yet durable, at most: read while an index holds the writer up
_WAITING_BYTES = 64 * 2**20
_TOGETHER = 64  # documents a transaction
_PATIENCE_S = 0.5  # what is read is durable, and told, after so long


@dataclass(kw_only=True)
class _Entry:
    """A file on its way: its outcome if that is known, else what is to be read and made of it.

    `done_bytes` of all the files given are done with when this one is.
    """

    done_bytes: int
    outcome: FileOutcome | None = None
    file: SourceFile | None = None
    request: Request | None = None
    reply: Reply | None = None
    parameters: str = ""
    known: bool = False
    moved: Fingerprint | None = None

    @property
    def is_ready(self) -> bool:
        return self.outcome is not None or (self.reply is not None and self.reply.done())

    @property
    def size(self) -> int:
        return len(self.file.data) if self.file else 0


@dataclass
class Run:
    """One ingest into one library; `outcomes` grows as files become durable."""

    library: Library
    pool: Pool
    given: Stated
    on_outcome: OnOutcome
    on_progress: OnProgress
    propose: Propose | None = None
    outcomes: list[FileOutcome] = field(default_factory=list)
    parsed: int = 0
    embedded: int = 0
    proposed: int = 0
    dropped: int = 0
    unanswered: int = 0
    _kept: list[str] = field(default_factory=list)
    _waiting: deque[_Entry] = field(default_factory=deque)
    _unhanded: list[_Entry] = field(default_factory=list)
    _held: int = 0
    _told_at: float = field(default_factory=time.monotonic)

    def __post_init__(self) -> None:
        self._identities = Identities(self.library.fingerprints())
        self._given_told = asdict(self.given)

    def ingest(self, found: Found) -> IngestReport:
        """Read every file found, then take out what vanished from the folders; the report of it all."""
        present = {identity(path) for path in found.files}
        for refused in found.refused:
            self._refuse(refused, done_bytes=0)
        before = 0
        for path in found.files:
            size = size_of(path)
            for each in open_file(path, sidecars=found.sidecars):
                done_bytes = before + min(size, each.position)
                if isinstance(each, Refused):
                    self._refuse(each, done_bytes=done_bytes)
                elif self._identities.is_new_sight(each.source):
                    self._take(each, present, done_bytes=done_bytes)
                self._settle(most_waiting=_WAITING)
            before += size
        self._settle(most_waiting=0)
        self._remove_vanished(found.folders, present)
        self.on_progress(before)
        return IngestReport(
            outcomes=tuple(self.outcomes),
            parsed=self.parsed,
            embedded=self.embedded,
            proposed=self.proposed,
            dropped=self.dropped,
            unanswered=self.unanswered,
        )

    def _take(self, file: SourceFile, present: set[str], *, done_bytes: int) -> None:
        """Decide what a file is, and hand it on to be read if it must be."""
        sha256, parameters = file.sha256, self._parameters(file)
        known = self._identities.of(file.source)
        if known and (known.sha256, known.parameters) == (sha256, parameters):
            self._tell(file.name, "unchanged", done_bytes=done_bytes)
            return
        moved = None if known else self._identities.claim(sha256, present=present)
        if moved and moved.parameters == parameters:
            self.library.rename(moved.document_id, source=file.source, name=file.name)
            self._identities.remember(replace(moved, source=file.source, name=file.name))
            self._tell(file.name, "renamed", done_bytes=done_bytes)
            return
        kept = known or moved
        document_id = kept.document_id if kept else self._identities.new_id(file.source)
        entry = _Entry(
            done_bytes=done_bytes,
            file=file,
            request=self._request(file, document_id=document_id, sha256=sha256),
            parameters=parameters,
            known=bool(known),
            moved=moved,
        )
        self._waiting.append(entry)
        self._held += entry.size
        self._hand_on(entry)

    def _request(self, file: SourceFile, *, document_id: str, sha256: str) -> Request:
        return Request(
            document_id=document_id,
            source=file.source,
            name=file.name,
            sha256=sha256,
            kind=file.kind,
            data=file.data,
            given=self.given,
            sidecar=file.sidecar,
            inherited=file.inherited,
        )

    def _parameters(self, file: SourceFile) -> str:
        """A hash of everything but the content that decides how a file is read."""
        told = [self._given_told, [hashlib.sha256(s).hexdigest() for s in (file.sidecar, *file.inherited)]]
        # A name that carries a date is read for it; any other rename leaves the document as it is.
        parts = [READER_VERSION, file.kind, date_in_name(file.name), told]
        parts += ["model"] if self.propose else []
        return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()[:16]

    def _hand_on(self, entry: _Entry) -> None:
        """Gather light files, which would each wait longer for their turn than they take."""
        self._unhanded.append(entry)
        full = len(self._unhanded) >= _HANDED or sum(e.size for e in self._unhanded) >= _HANDED_BYTES
        if full or not entry.file or entry.file.kind not in _LIGHT:
            self._hand_over()

    def _hand_over(self) -> None:
        requests = [entry.request for entry in self._unhanded if entry.request]
        for entry, reply in zip(self._unhanded, self.pool.submit(requests), strict=True):
            entry.reply, entry.request = reply, None
        self._unhanded = []

    def _settle(self, *, most_waiting: int) -> None:
        """Make durable what is read, when there is enough of it or the last time is long ago."""
        while self._waiting and (len(self._waiting) > most_waiting or self._held > _WAITING_BYTES):
            # A transaction is worth filling while more is to come; at the end nobody should wait for it.
            self._wait_for(_TOGETHER if most_waiting else 1)
            self._write_ready()
        if time.monotonic() - self._told_at >= _PATIENCE_S:
            self._write_ready()

    def _wait_for(self, count: int) -> None:
        """Wait until so many files at the head of the queue are read."""
        if self._unhanded:
            self._hand_over()
        for entry in [*self._waiting][:count]:
            if entry.reply is not None:
                entry.reply.exception()  # what it raises is raised where the reading is used

    def _write_ready(self) -> None:
        """Write the files at the head of the queue that are ready, at most a transaction; report them."""
        ready: list[_Entry] = []
        while self._waiting and self._waiting[0].is_ready and len(ready) < _TOGETHER:
            ready.append(self._waiting.popleft())
        refused = self._put([entry for entry in ready if entry.outcome is None])
        for entry in ready:
            self._held -= entry.size
            self._report(entry.outcome or self._outcome(entry, refused))
        if ready:
            self.on_progress(ready[-1].done_bytes)
        self._told_at = time.monotonic()

    def _put(self, entries: list[_Entry]) -> dict[str, InvalidRecord]:
        """Write what was read, in one transaction; on disk on return, but for what is refused, by id."""
        done = [(entry, _read(entry)) for entry in entries]
        read = [(entry, self._extended(told)) for entry, told in done if isinstance(told, Reading)]
        if not read:
            return {}
        texts = [text_to_embed(passage) for _, reading in read for passage in reading.passages]
        vectors = self.library.embedder.embed_documents(texts)
        records, at = [], 0
        for entry, reading in read:
            end = at + len(reading.passages)
            records.append(_record(entry, reading, vectors=vectors[at:end]))
            at = end
        refused = self.library.put_all(records)
        self.parsed += len(read)
        self.embedded += sum(len(r.passages) for r in records if r.document.id not in refused)
        return refused

    def _extended(self, reading: Reading) -> Reading:
        """The reading with the rows a model may add; as it is where none is asked or none answers."""
        if self.propose is None:
            return reading
        from ingest.ledger.proposals import (  # only this reads sentences in the parent
            proposed_rows,
            with_proposals,
        )

        proposals = proposed_rows(reading, self.propose)
        self.proposed += len(proposals.figures) + len(proposals.projects)
        self.dropped += proposals.dropped
        self.unanswered += proposals.silent
        return with_proposals(reading, proposals)

    def _outcome(self, entry: _Entry, refused: dict[str, InvalidRecord]) -> FileOutcome:
        """What became of a file that was read."""
        file, reading = entry.file, _read(entry)
        assert file is not None, "only a file is read"
        if isinstance(reading, Reading) and (error := refused.get(reading.document.id)):
            reading = Failure(state="rejected", reason=f"解析结果前后不一致，未收录（{error}）")
        if isinstance(reading, Failure):
            if entry.moved:
                self._identities.give_back(entry.moved)
            kept = "（资料库中保留上一版本）" if entry.known else ""
            reason = f"{file.name}：{reading.reason}{kept}"
            return FileOutcome(document=file.name, state=reading.state, reason=reason)
        self._identities.remember(
            Fingerprint(
                document_id=reading.document.id,
                source=file.source,
                name=file.name,
                sha256=reading.document.sha256,
                parameters=entry.parameters,
            )
        )
        state: State = "updated" if entry.known else "renamed" if entry.moved else "added"
        notes = "；".join(f"{file.name}：{note}" for note in reading.notes)
        return FileOutcome(document=file.name, state=state, reason=notes)

    def _remove_vanished(self, folders: tuple[str, ...], present: set[str]) -> None:
        """Take out what came from these folders and files before and is there no longer."""
        for fingerprint in self._identities.vanished(folders, present=present, kept=self._kept):
            self.library.remove(fingerprint.document_id)
            self._report(FileOutcome(document=fingerprint.name, state="removed"))

    def _refuse(self, refused: Refused, *, done_bytes: int) -> None:
        self._kept.append(refused.source)
        reason = f"{refused.name}：{refused.reason}"
        self._tell(refused.name, refused.state, reason, done_bytes=done_bytes)

    def _tell(self, name: str, state: State, reason: str = "", *, done_bytes: int) -> None:
        """Report it when its turn comes."""
        outcome = FileOutcome(document=name, state=state, reason=reason)
        self._waiting.append(_Entry(done_bytes=done_bytes, outcome=outcome))

    def _report(self, outcome: FileOutcome) -> None:
        self.outcomes.append(outcome)
        self.on_outcome(outcome)


def _read(entry: _Entry) -> Reading | Failure:
    assert entry.reply is not None, "the file was handed to a child"
    return entry.reply.result()


def _record(entry: _Entry, reading: Reading, *, vectors: Matrix) -> Record:
    return Record(
        document=reading.document,
        passages=reading.passages,
        vectors=vectors,
        figures=reading.figures,
        projects=reading.projects,
        original=entry.file.data if entry.file else None,
        parameters=entry.parameters,
    )
