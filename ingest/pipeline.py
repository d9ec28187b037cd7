"""How do files become the library? One after another, each durable before it is reported."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace

from ingest.dates import date_in_name
from ingest.loaded import Stated
from ingest.report import FileOutcome, IngestReport, State
from ingest.source import Found, Refused, SourceFile, identity, open_file
from ingest.wire import READER_VERSION, Failure, Reading, Request
from ingest.worker import Worker
from vectorstore.embedding_text import text_to_embed
from vectorstore.errors import InvalidRecord
from vectorstore.library import Fingerprint, Library, Record

OnOutcome = Callable[[FileOutcome], None]


@dataclass
class Run:
    """One ingest into one library; `outcomes` grows as files become durable."""

    library: Library
    worker: Worker
    given: Stated
    on_outcome: OnOutcome
    outcomes: list[FileOutcome] = field(default_factory=list)
    parsed: int = 0
    embedded: int = 0
    _known: dict[str, Fingerprint] = field(default_factory=dict)
    _by_content: dict[str, list[Fingerprint]] = field(default_factory=dict)
    _ids: set[str] = field(default_factory=set)
    _seen: set[str] = field(default_factory=set)
    _kept: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        for fingerprint in self.library.fingerprints():
            self._remember(fingerprint)
            self._by_content.setdefault(fingerprint.sha256, []).append(fingerprint)

    def ingest(self, found: Found, *, on_file: Callable[[], object]) -> IngestReport:
        """Read every file found, then take out what vanished from the folders; the report of it all.

        `on_file` is called after each file.
        """
        for refused in found.refused:
            self._refuse(refused)
        present = {identity(path) for path in found.files}
        for path in found.files:
            for each in open_file(path, sidecars=found.sidecars):
                if isinstance(each, Refused):
                    self._refuse(each)
                elif each.source not in self._seen:
                    self._seen.add(each.source)
                    self._take(each, present)
            on_file()
        self._remove_vanished(found.folders, present)
        return IngestReport(outcomes=tuple(self.outcomes), parsed=self.parsed, embedded=self.embedded)

    def _take(self, file: SourceFile, present: set[str]) -> None:
        sha256, parameters = file.sha256, self._parameters(file)
        known = self._known.get(file.source)
        if known and (known.sha256, known.parameters) == (sha256, parameters):
            self._tell(file.name, "unchanged")
            return
        moved = None if known else self._predecessor(sha256, present)
        if moved and moved.parameters == parameters:
            self.library.rename(moved.document_id, source=file.source, name=file.name)
            self._move(moved, file, parameters)
            self._tell(file.name, "renamed")
            return
        kept = known or moved
        document_id = kept.document_id if kept else self._new_id(file.source)
        reading = self._read(file, document_id=document_id, sha256=sha256)
        if isinstance(reading, Failure):
            self._fail(file, reading, older=bool(known))
            return
        self.parsed += 1
        try:
            self._put(reading, file, parameters)
        except InvalidRecord as error:
            reason = f"解析结果前后不一致，未收录（{error}）"
            self._fail(file, Failure(state="rejected", reason=reason), older=bool(known))
            return
        if moved:
            self._move(moved, file, parameters)
        state: State = "updated" if known else "renamed" if moved else "added"
        self._tell(file.name, state, "；".join(f"{file.name}：{note}" for note in reading.notes))

    def _read(self, file: SourceFile, *, document_id: str, sha256: str) -> Reading | Failure:
        return self.worker.read(
            Request(
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
        )

    def _put(self, reading: Reading, file: SourceFile, parameters: str) -> None:
        document = reading.document
        record = Record(
            document=document,
            passages=reading.passages,
            vectors=self.library.embedder.embed_documents([text_to_embed(p) for p in reading.passages]),
            figures=reading.figures,
            projects=reading.projects,
            original=file.data,
            parameters=parameters,
        )
        self.library.put(record)
        self.embedded += len(reading.passages)
        self._remember(
            Fingerprint(
                document_id=document.id,
                source=file.source,
                name=file.name,
                sha256=document.sha256,
                parameters=parameters,
            )
        )

    def _parameters(self, file: SourceFile) -> str:
        """A hash of everything but the content that decides how a file is read."""
        told = [asdict(self.given), [hashlib.sha256(s).hexdigest() for s in (file.sidecar, *file.inherited)]]
        # A name that carries a date is read for it; any other rename leaves the document as it is.
        parts = [READER_VERSION, file.kind, date_in_name(file.name), told]
        return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()[:16]

    def _predecessor(self, sha256: str, present: set[str]) -> Fingerprint | None:
        """The document this content had before its file got another name or place."""
        for old in self._by_content.get(sha256, []):
            if old.source in self._known and old.source not in self._seen and _is_gone(old.source, present):
                return old
        return None

    def _new_id(self, source: str) -> str:
        """An id made from the source; a renamed document may still hold the first choice."""
        return next(
            candidate
            for attempt in range(len(self._ids) + 1)
            if (candidate := _hash_id(source, attempt)) not in self._ids
        )

    def _remember(self, fingerprint: Fingerprint) -> None:
        self._known[fingerprint.source] = fingerprint
        self._ids.add(fingerprint.document_id)

    def _move(self, old: Fingerprint, file: SourceFile, parameters: str) -> None:
        self._known.pop(old.source, None)
        self._remember(replace(old, source=file.source, name=file.name, parameters=parameters))

    def _remove_vanished(self, folders: Sequence[str], present: set[str]) -> None:
        """Take out what came from these folders and files before and is there no longer."""
        roots = tuple(folder.rstrip("/") + "/" for folder in folders)
        kept = tuple(end for each in self._kept for end in (f"{each}/", f"{each}!/", f"{each}#"))
        spared = {*self._seen, *self._kept}
        for source, fingerprint in sorted(self._known.items()):
            inside = source.startswith(roots) or _container(source) in present
            if inside and source not in spared and not source.startswith(kept):
                self.library.remove(fingerprint.document_id)
                self._tell(fingerprint.name, "removed")

    def _refuse(self, refused: Refused) -> None:
        self._kept.append(refused.source)
        self._tell(refused.name, refused.state, f"{refused.name}：{refused.reason}")

    def _fail(self, file: SourceFile, failure: Failure, *, older: bool) -> None:
        kept = "（资料库中保留上一版本）" if older else ""
        self._tell(file.name, failure.state, f"{file.name}：{failure.reason}{kept}")

    def _tell(self, name: str, state: State, reason: str = "") -> None:
        outcome = FileOutcome(document=name, state=state, reason=reason)
        self.outcomes.append(outcome)
        self.on_outcome(outcome)


def _hash_id(source: str, attempt: int) -> str:
    return hashlib.sha256(f"{source}\0{attempt or ''}".encode()).hexdigest()[:16]


def _containers(source: str) -> Iterator[str]:
    """The source and each file that may hold it: A.zip!/b.jsonl#7 is in A.zip!/b.jsonl and in A.zip."""
    for at in range(len(source)):
        if source.startswith(("!/", "#"), at):
            yield source[:at]
    yield source


def _container(source: str) -> str:
    """The outermost file that a member or record came from; the source itself if it is a file."""
    return next(_containers(source))


def _is_gone(source: str, present: set[str]) -> bool:
    return not any(each in present or os.path.lexists(each) for each in _containers(source))
