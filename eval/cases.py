"""What is a case, and which cases does a file hold?

A file of cases is JSONL in the contract's form. A misspelt key would make a case weaker without anybody
noticing, and a case that checks nothing always passes: both are errors that name the line.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from eval.errors import CasesError

Row = Mapping[str, object]


@dataclass(frozen=True, kw_only=True)
class Case:
    """One question and what its answer must be.

    `must` holds groups of alternatives, one of each must be said; `docs` are file names, one must be cited;
    `evidence` are phrases of the right passages; `max_chars` counts without white space and markers;
    `history` holds the user's questions before this one.
    """

    id: str
    kind: str
    question: str
    history: tuple[str, ...] = ()
    must: tuple[tuple[str, ...], ...] = ()
    must_not: tuple[str, ...] = ()
    docs: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    max_chars: int | None = None
    refuse: bool = False


_KEYS = tuple(field.name for field in fields(Case))


def read_cases(path: Path) -> tuple[Case, ...]:
    """The cases of a JSONL file, in its order; ids are unique.

    Raises: CasesError when the file cannot be read, holds no case, or a line is no case.
    """
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise CasesError(f"{path}: cannot be read ({_cause(error)}); give a UTF-8 file of cases") from error
    cases = parse_cases(text.splitlines(), name=path.name)
    if not cases:
        raise CasesError(f"{path}: holds no case; write one JSON object a line")
    return cases


def parse_cases(lines: Iterable[str], *, name: str) -> tuple[Case, ...]:
    """The cases of lines of JSON; empty lines are passed over.

    Raises: CasesError naming `name` and the line.
    """
    cases: dict[str, Case] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        where = f"{name}:{number}"
        case = _case(_row(line, where=where), where=where)
        if case.id in cases:
            raise CasesError(f"{where}: the id {case.id!r} was used before; give each case its own")
        cases[case.id] = case
    return tuple(cases.values())


def _cause(error: Exception) -> str:
    return error.strerror or str(error) if isinstance(error, OSError) else "not UTF-8"


def _row(line: str, *, where: str) -> Row:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise CasesError(f"{where}: not JSON ({error}); one object a line") from error
    if not isinstance(row, dict):
        raise CasesError(f"{where}: a {type(row).__name__} where an object is wanted")
    for key in row.keys() - set(_KEYS):
        if meant := difflib.get_close_matches(key, _KEYS, n=1, cutoff=0.8):
            raise CasesError(f"{where}: unknown key {key!r}; {meant[0]!r} is meant?")
    return row


def _case(row: Row, *, where: str) -> Case:
    case = Case(
        id=_text(row, "id", where=where),
        kind=_text(row, "kind", where=where),
        question=_text(row, "question", where=where),
        history=_texts(row.get("history"), "history", where=where),
        must=tuple(
            _texts(group, "must", where=where, empty=False) for group in _list(row, "must", where=where)
        ),
        must_not=_texts(row.get("must_not"), "must_not", where=where),
        docs=_texts(row.get("docs"), "docs", where=where),
        evidence=_texts(row.get("evidence"), "evidence", where=where),
        max_chars=_count(row.get("max_chars"), where=where),
        refuse=_flag(row.get("refuse"), where=where),
    )
    if not (case.refuse or case.must or case.docs):
        raise CasesError(f"{where}: checks nothing; give must, docs or refuse")
    return case


def _text(row: Row, key: str, *, where: str) -> str:
    value = row.get(key)
    if not isinstance(value, str) or not value.strip():
        raise CasesError(f"{where}: {key} must be a text that is not empty")
    return value


def _list(row: Row, key: str, *, where: str) -> list[object]:
    value = row.get(key)
    if value is None:
        return []
    if not isinstance(value, list):
        raise CasesError(f"{where}: {key} must be a list of lists of alternatives")
    return value


def _texts(value: object, key: str, *, where: str, empty: bool = True) -> tuple[str, ...]:
    if value is None and empty:
        return ()
    if not isinstance(value, list) or not all(isinstance(text, str) and text.strip() for text in value):
        raise CasesError(f"{where}: {key} must be a list of texts that are not empty")
    if not value and not empty:
        raise CasesError(f"{where}: {key} holds a group without alternatives; no answer could pass")
    return tuple(value)


def _count(value: object, *, where: str) -> int | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise CasesError(f"{where}: max_chars must be a whole number from 1")
    return value


def _flag(value: object, *, where: str) -> bool:
    if value is not None and not isinstance(value, bool):
        raise CasesError(f"{where}: refuse must be true or false")
    return bool(value)
