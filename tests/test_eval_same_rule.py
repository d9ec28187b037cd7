"""Our judge and the maintainers' scorer give the same verdict on whatever an answer may look like."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer import Answer, Citation
from eval.cases import Case, read_cases
from eval.judge import judge

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
SOURCE = "一季度，城北区签约亿元以上项目1,234个，总投资８.5亿元。"
PIECES = (
    *("1234个", "１，２３４ 个", "8.5亿元", "20个", "资料中没有", "。", "\n", "，", "多" * 15),
    *("[1]", "[2]", "[1, 2]", "【1】", "［2］", "[注]"),
)
QUOTES = ("亿元以上项目1234个", "总投资8.5 亿元", SOURCE, "签约项目20个")

pieces = st.sampled_from(PIECES)
cases = st.builds(
    Case,
    id=st.just("x"),
    kind=st.just("figure"),
    question=st.just("？"),
    must=st.lists(st.lists(pieces, min_size=1, max_size=2).map(tuple), max_size=2).map(tuple),
    must_not=st.lists(pieces, max_size=2).map(tuple),
    docs=st.lists(st.sampled_from(["a.txt", "b.txt"]), max_size=2).map(tuple),
    max_chars=st.integers(1, 40),
    refuse=st.booleans(),
)
citations = st.builds(
    Citation,
    marker=st.integers(1, 2),
    document=st.sampled_from(["a.txt", "in/a.txt", "c.txt"]),
    quote=st.sampled_from(QUOTES),
    start=st.just(0),
    end=st.just(1),
)
answers = st.builds(
    Answer,
    text=st.lists(pieces, max_size=6).map("".join),
    refused=st.booleans(),
    citations=st.lists(citations, max_size=2).map(tuple),
)


@functools.cache
def their_functions() -> dict[str, Any]:
    """What the scorer defines; it runs when imported, so its functions are taken without its last line."""
    source = (SHARED / "eval" / "score.py").read_text("utf-8")
    names: dict[str, Any] = {}
    exec(source[: source.index("def main():")], names)
    return names


@pytest.mark.shared
@given(case=cases, answer=answers)
def test_our_verdict_is_the_maintainers(case: Case, answer: Answer) -> None:
    theirs = their_functions()
    judged: Callable[..., tuple[list[str], set[int], list[object]]] = theirs["judge"]
    row = asdict(case) | {"evidence": []}
    sources = {name: theirs["norm"](SOURCE) for name in ("a.txt", "c.txt")}
    why, bad_marks, bad_quotes = judged(row, answer, sources, False)
    score = judge(case, answer, read_text=lambda citation: SOURCE)
    faults = [reason.fault for reason in score.reasons]
    assert (faults.count("dangling"), faults.count("not_verbatim")) == (len(bad_marks), len(bad_quotes))
    assert len(faults) - len(bad_marks) - len(bad_quotes) == len(why)
    assert (score.outcome == "failed") is bool(why or bad_marks or bad_quotes)


@pytest.mark.shared
def test_the_maintainers_cases_can_be_read(shared: Path) -> None:
    file = shared / "eval" / "qingdao-dev.jsonl"
    read = read_cases(file)
    assert len(read) == len(re.findall(r"^\{", file.read_text("utf-8"), re.M))
