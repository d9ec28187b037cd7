"""Which documents does a .jsonl file hold? One a line, each with an id of its own."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ingest.as_written import as_written
from ingest.clean import clean
from ingest.decode import decode_raw
from ingest.errors import FileError, Unreadable
from ingest.frontmatter import stated_in
from ingest.loaded import Loaded
from ingest.structure import blocks_of


@dataclass(frozen=True, kw_only=True)
class Line:
    """One record: its line number from 1, its id ("" if none), and its bytes or why it cannot be read."""

    number: int
    id: str = ""
    data: bytes = b""
    error: FileError | None = None


def lines_of(data: bytes) -> Iterator[Line]:
    """The records of the file in its order; blank lines are passed over.

    Raises: Unreadable before the first record if the file is no text.
    """
    for number, line in enumerate(decode_raw(data).split("\n"), start=1):
        if line.strip():
            yield line_of(line, number=number)


def line_of(line: str, *, number: int) -> Line:
    """The record in one line of text, or why it is none."""
    try:
        fields = _fields(line)
    except Unreadable as error:
        return Line(number=number, error=error)
    return Line(number=number, id=_id(fields), data=line.strip().encode("utf-8", "surrogatepass"))


def load(data: bytes) -> Loaded:
    """One record read: its text, and what its fields state.

    Raises: Unreadable if it is no record or its text is empty.
    """
    fields = _fields(data.decode("utf-8", "surrogatepass"))
    text = fields["text"]
    text = as_written(clean(text)) if isinstance(text, str) else ""
    if not text.strip():
        raise Unreadable("这条记录的 text 是空的")
    stated = stated_in(fields)
    # A caller's own label may be called source; only publisher is the contract's field.
    publisher = fields.get("publisher")
    if not isinstance(publisher, str):
        stated = replace(stated, publisher="")
    return Loaded(text=text, blocks=blocks_of(text), stated=stated)


def _fields(line: str) -> Mapping[str, object]:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise Unreadable("不是完整的 JSON 记录；请检查引号、逗号和换行") from error
    if not isinstance(value, dict) or "text" not in value:
        raise Unreadable('记录里没有 "text" 字段')
    return value


def _id(fields: Mapping[str, object]) -> str:
    value = fields.get("id")
    return clean(str(value)).strip() if isinstance(value, str | int) and not isinstance(value, bool) else ""
