"""Which documents were given, each with an identity and a fingerprint before anything is parsed?"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from ingest import archive, jsonl, mail, records
from ingest.clean import one_line
from ingest.errors import FailedState, FileError, Unreadable
from ingest.kind import Kind, kind_of

MOST_FILE_BYTES = archive.MOST_ENTRY_BYTES
_SIDECAR_ENDS = (".meta.yaml", ".meta.yml")
_LITTER = frozenset({"Thumbs.db", "desktop.ini", "__MACOSX"})


@dataclass(frozen=True, kw_only=True)
class SourceFile:
    """One document to be: `source` is its identity (absolute path; ARCHIVE!/member; FILE#record), `name` is
    what people see. `sidecar` is its own, `inherited` those of what it came in, nearest first.
    `position` says how many bytes of the file on disk were read for it and what stood before it."""

    source: str
    name: str
    data: bytes
    kind: Kind
    sidecar: bytes = b""
    inherited: tuple[bytes, ...] = ()
    position: int = 0

    @property
    def sha256(self) -> str:
        """Of the content alone; the name is no part of it."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, kw_only=True)
class Refused:
    """Something that cannot be read, and why; what came from under `source` before is left as it is."""

    source: str
    name: str
    reason: str
    state: FailedState = "rejected"
    position: int = 0


@dataclass(frozen=True, kw_only=True)
class Found:
    """What the given paths hold: files to open, folders walked, and what could not even be looked at."""

    files: tuple[Path, ...] = ()
    folders: tuple[str, ...] = ()
    refused: tuple[Refused, ...] = ()
    sidecars: dict[str, Path] = field(default_factory=dict)


def find(paths: Sequence[str | Path]) -> Found:
    """Every file under the given paths, once, in a stable order; links inside folders are not followed."""
    files: dict[Path, None] = {}
    folders: list[str] = []
    refused: list[Refused] = []
    sidecars: dict[str, Path] = {}
    for given in paths:
        try:
            path = Path(given).expanduser().resolve(strict=True)
        except (OSError, RuntimeError, ValueError) as error:
            refused.append(_refused(Path(given).absolute(), _why_not(error)))
            continue
        if path.is_dir():
            folders.append(identity(path))
            inside, bad = _walk(path)
            refused += bad
        else:
            inside = [path, *_sidecars_beside(path)]
        sidecars |= {identity(each): each for each in inside if each.name.endswith(_SIDECAR_ENDS)}
        files |= dict.fromkeys(each for each in inside if not each.name.endswith(_SIDECAR_ENDS))
    return Found(files=tuple(files), folders=tuple(folders), refused=tuple(refused), sidecars=sidecars)


def open_file(path: Path, *, sidecars: dict[str, Path]) -> Iterator[SourceFile | Refused]:
    """The documents of one file: itself, the members of an archive, or the records of a .jsonl."""
    source, name = identity(path), shown(path.name)
    try:
        sidecar = next((_read(sidecars[s]) for s in sidecar_names(source) if s in sidecars), b"")
        with _handle(path) as handle:
            if records.holds_records(handle, path.name):
                file = SourceFile(source=source, name=name, data=b"", kind="jsonl", sidecar=sidecar)
                yield from _records(file, records.records_of(handle))
                return
            data = _whole(handle)
    except FileError as error:
        yield Refused(source=source, name=name, reason=str(error))
        return
    yield from _opened(SourceFile(source=source, name=name, data=data, kind="text", sidecar=sidecar), depth=0)


def size_of(path: Path) -> int:
    """The bytes of a file on disk; 0 where it cannot be told."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def identity(path: Path) -> str:
    """A path as text that any store can hold; a name that is no UTF-8 keeps its bytes, escaped."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def shown(name: str) -> str:
    """A file's name for people: decoded as GBK where it is no UTF-8, on one line."""
    raw = os.fsencode(name)
    try:
        return one_line(raw.decode("utf-8"))
    except UnicodeDecodeError:
        return one_line(raw.decode("gb18030", "replace"))


def sidecar_names(source: str) -> tuple[str, ...]:
    """Where the sidecar of a document may stand: a.txt.meta.yaml, or a.meta.yaml."""
    stem = str(PurePosixPath(source).with_suffix("")) if PurePosixPath(source).suffix else source
    return tuple(base + end for base in (source, stem) for end in _SIDECAR_ENDS)


def _opened(file: SourceFile, *, depth: int) -> Iterator[SourceFile | Refused]:
    """The file with its kind known, or what a container holds."""
    try:
        kind = kind_of(file.data, file.name)
        if kind == "zip":
            yield from _unpacked(file, list(archive.members(file.data)), depth=depth)
        elif kind == "mail":
            yield from _letter(file, depth=depth)
        elif kind == "jsonl":
            yield from _records(file, ((line, 0) for line in jsonl.lines_of(file.data)))
        else:
            yield _with(file, kind)
    except FileError as error:
        yield Refused(source=file.source, name=file.name, reason=str(error), state=error.state)


def _with(file: SourceFile, kind: Kind) -> SourceFile:
    return SourceFile(
        source=file.source,
        name=file.name,
        data=file.data,
        kind=kind,
        sidecar=file.sidecar,
        inherited=file.inherited,
    )


def _letter(file: SourceFile, *, depth: int) -> Iterator[SourceFile | Refused]:
    """What a saved message says, under its own name and subject, then what was attached to it."""
    held = list(mail.members(file.data))
    for member in filter(mail.is_body, held):
        told = tuple(filter(None, (file.sidecar, mail.said_of(file.data), *file.inherited)))
        said = replace(file, data=member.data, sidecar=b"", inherited=told)
        yield _with(said, kind_of(member.data, member.path))
    if attached := [member for member in held if not mail.is_body(member)]:
        yield from _unpacked(file, attached, depth=depth)


def _unpacked(
    file: SourceFile, members: Sequence[archive.Member], *, depth: int
) -> Iterator[SourceFile | Refused]:
    if depth >= archive.MOST_DEPTH:
        raise Unreadable(f"压缩包套了 {depth + 1} 层以上；请先解开里层的压缩包")
    found = [member for member in members if not _is_litter(member.path)]
    sidecars = {m.path: m.data for m in found if m.path.endswith(_SIDECAR_ENDS)}
    documents = [member for member in found if member.path not in sidecars]
    if not documents:
        raise Unreadable("压缩包是空的，没有可读的文件")
    handed_on = tuple(filter(None, (file.sidecar, *file.inherited)))
    seen: set[str] = set()
    for member in documents:
        source = f"{file.source}!/{member.path}"
        name = one_line(PurePosixPath(member.path).name) or file.name
        if member.error is not None:
            yield Refused(source=source, name=name, reason=str(member.error), state=member.error.state)
        elif member.path in seen:
            yield Refused(source=source, name=name, reason="压缩包里有两个同名文件，只读了第一个")
        else:
            sidecar = next((sidecars[s] for s in sidecar_names(member.path) if s in sidecars), b"")
            inner = SourceFile(
                source=source, name=name, data=member.data, kind="text", sidecar=sidecar, inherited=handed_on
            )
            yield from _opened(inner, depth=depth + 1)
        seen.add(member.path)


def _records(file: SourceFile, lines: Iterable[tuple[jsonl.Line, int]]) -> Iterator[SourceFile | Refused]:
    handed_on = tuple(filter(None, (file.sidecar, *file.inherited)))
    seen: set[str] = set()
    for line, position in lines:
        name = line.id or f"{file.name} 第{line.number}行"
        reason = (
            str(line.error) if line.error else ("编号与前面的记录重复，未读入" if line.id in seen else "")
        )
        if reason:
            # The source is the whole file: a damaged line does not say which record it was.
            yield Refused(source=file.source, name=name, reason=reason, position=position)
            continue
        if line.id:
            seen.add(line.id)
        source = f"{file.source}#{line.id or f'L{line.number}'}"
        yield SourceFile(
            source=source, name=name, data=line.data, kind="record", inherited=handed_on, position=position
        )


def _walk(root: Path) -> tuple[list[Path], list[Refused]]:
    """Files under a folder, sorted; what is hidden is passed over, what cannot be entered is refused."""
    files: list[Path] = []
    refused: list[Refused] = []
    try:
        entries = sorted(os.scandir(root), key=lambda entry: entry.name)
    except OSError as error:
        return [], [_refused(root, _why_not(error))]
    for entry in entries:
        path = Path(entry.path)
        if _is_litter(entry.name):
            continue
        if entry.is_symlink():
            refused.append(_refused(path, "是一个链接（快捷方式），不跟随；请放入原文件"))
        elif entry.is_dir(follow_symlinks=False):
            inside, bad = _walk(path)
            files += inside
            refused += bad
        else:
            files.append(path)
    return files, refused


def _sidecars_beside(path: Path) -> list[Path]:
    found = []
    for name in sidecar_names(path.name):
        try:
            found += [path.with_name(name)] if path.with_name(name).is_file() else []
        except OSError:  # the name with its ending is too long to exist
            continue
    return found


def _is_litter(path: str) -> bool:
    """Whether a name is hidden, or left behind by an operating system or an open Office program."""
    return any(
        part.startswith((".", "~$")) or part in _LITTER for part in path.split("/") if part not in {".", ".."}
    )


def _read(path: Path) -> bytes:
    """Raises: Unreadable if it is no ordinary file, too large, or not permitted."""
    with _handle(path) as file:
        return _whole(file)


@contextmanager
def _handle(path: Path) -> Iterator[BinaryIO]:
    """Raises: Unreadable if it is no ordinary file, or not permitted."""
    try:
        # Neither a link put in place of the file nor a pipe without a writer may catch us here.
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | getattr(os, "O_NOFOLLOW", 0))
        with os.fdopen(handle, "rb") as file:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise Unreadable("不是普通文件（管道、设备或链接），未读取")
            yield file
    except OSError as error:
        raise Unreadable(_why_not(error)) from error


def _whole(file: BinaryIO) -> bytes:
    """Raises: Unreadable if it is too large."""
    size = os.fstat(file.fileno()).st_size
    if size > MOST_FILE_BYTES:
        raise Unreadable(f"文件有 {size >> 20} MB，超过上限 {MOST_FILE_BYTES >> 20} MB；请拆分")
    return file.read()


def _refused(path: Path, reason: str) -> Refused:
    return Refused(source=identity(path), name=shown(path.name) or identity(path), reason=reason)


def _why_not(error: Exception) -> str:
    match error:
        case FileNotFoundError():
            return "找不到这个文件或文件夹；请检查路径"
        case PermissionError():
            return "没有读取权限；请修改权限后再导入"
        case OSError(strerror=str() as why):
            return f"无法读取（{why}）"
        case _:
            return "路径无法识别；请检查路径"
