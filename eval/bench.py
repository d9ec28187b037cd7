"""What do the benchmarks on public sets share? Their options, and how collections and questions are read."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.errors import BenchError


@dataclass(frozen=True, kw_only=True)
class BenchOptions:
    """One benchmark as asked for: `corpora` and `questions` are .jsonl files, or .jsonl.gz.

    `kinds` empty is all, `limit` None is all; `store` None is a folder gone afterwards; `run` takes one
    line a question. `given` asks with the right document at hand, `noise` with five passages of which that
    share is wrong; `strangers` are questions that the collection cannot answer.
    """

    corpora: tuple[Path, ...]
    questions: Path
    kinds: tuple[str, ...] = ()
    limit: int | None = None
    titled: bool = True
    store: Path | None = None
    run: Path | None = None
    given: bool = False
    noise: float | None = None
    strangers: tuple[Path, ...] = ()


@dataclass(frozen=True, kw_only=True)
class CorpusText:
    """One document of a collection."""

    id: str
    title: str
    text: str
    published: str = ""


@dataclass(frozen=True, kw_only=True)
class BenchQuestion:
    """One question, its kind (`KIND+specific` where the set says so), and what would be right.

    `groups` are lists of alternatives: each wants one of its own; without any the answer is not known.
    `sources` are the documents in the set's order, the one the question was made from first; `distractors`
    are named as not answering.
    """

    id: str
    question: str
    kind: str
    documents: frozenset[str]
    groups: tuple[tuple[str, ...], ...] = ()
    sources: tuple[str, ...] = ()
    distractors: tuple[str, ...] = ()


def read_corpora(paths: Sequence[Path], *, titled: bool = True) -> Iterator[CorpusText]:
    """The documents of these files in order; without `titled` their titles are left out.

    Raises: BenchError.
    """
    for path in paths:
        for row in rows(path):
            yield CorpusText(
                id=text_of(row, "id", path),
                title=str(row.get("title") or "").strip() if titled else "",
                text=text_of(row, "text", path),
                published=str(row.get("date") or row.get("published") or ""),
            )


def read_questions(path: Path, *, kinds: Sequence[str] = (), limit: int | None = None) -> list[BenchQuestion]:
    """The questions of these kinds, in order, the first `limit` of them.

    Raises: BenchError, also if there is none.
    """
    found = [_question(row, path) for row in rows(path) if not kinds or row.get("kind") in kinds]
    if not found:
        raise BenchError(
            f"{path}：没有类别为 {'、'.join(kinds)} 的问题；请检查 --kind" if kinds else f"{path}：没有问题"
        )
    return found[:limit]


def _question(row: dict[str, object], path: Path) -> BenchQuestion:
    groups = _listed(row, "answer_groups") or [_listed(row, "answers")]
    return BenchQuestion(
        id=text_of(row, "id", path),
        question=text_of(row, "question", path),
        kind=f"{row.get('kind') or 'all'}{'+specific' if row.get('specific') else ''}",
        documents=frozenset(map(str, _listed(row, "gold_doc_ids"))),
        sources=tuple(
            dict.fromkeys(
                map(str, [*filter(None, [row.get("primary_doc_id")]), *_listed(row, "gold_doc_ids")])
            )
        ),
        distractors=tuple(map(str, _listed(row, "negative_ids"))),
        groups=tuple(tuple(map(str, group)) for group in groups if isinstance(group, list) and group),
    )


def rows(path: Path) -> Iterator[dict[str, object]]:
    """The objects of a .jsonl or .jsonl.gz, in order.

    Raises: BenchError.
    """
    try:
        with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield _row(line, path=path, number=number)
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise BenchError(f"{path}：读不了（{error}）；请检查路径，文件应为 .jsonl 或 .jsonl.gz") from error


def _row(line: str, *, path: Path, number: int) -> dict[str, object]:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise BenchError(f"{path}：第 {number} 行不是 JSON（{error}）") from error
    if not isinstance(row, dict):
        raise BenchError(f"{path}：第 {number} 行不是一个 JSON 对象")
    return row


def text_of(row: dict[str, object], key: str, path: Path) -> str:
    """A field that must be text.

    Raises: BenchError.
    """
    value = row.get(key)
    if not isinstance(value, str):
        raise BenchError(f"{path}：有一行缺少 {key}；资料要有 id、text，问题要有 id、question")
    return value


def _listed(row: dict[str, object], key: str) -> list[object]:
    value = row.get(key) or []
    return value if isinstance(value, list) else []
