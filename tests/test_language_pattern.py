"""Patterns compiled at first use do what compiled ones do, and every one of them is a pattern."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest

from language.pattern import pattern

ROOT = Path(__file__).parent.parent
USERS = sorted(
    path.relative_to(ROOT).with_suffix("").as_posix().replace("/", ".")
    for room in ("language", "assistant")
    for path in (ROOT / room).rglob("*.py")
    if "from language.pattern import pattern" in path.read_text("utf-8")
)


def test_it_does_what_a_compiled_one_does() -> None:
    text, later, now = (
        "签约34个，总投资152亿元",
        pattern(r"(?P<n>\d+)(个|亿元)"),
        re.compile(r"(?P<n>\d+)(个|亿元)"),
    )
    assert later.findall(text) == now.findall(text) == [("34", "个"), ("152", "亿元")]
    assert later.sub("…", text) == now.sub("…", text)
    assert later.pattern == now.pattern
    assert (match := later.search(text, 5)) is not None and match["n"] == "152"


def test_flags_count() -> None:
    assert pattern("ai", re.IGNORECASE).match("AI")
    assert not pattern("ai").match("AI")


def test_what_is_no_pattern_says_so_when_it_is_used() -> None:
    wrong = pattern("(")
    with pytest.raises(re.error):
        wrong.search("")


@pytest.mark.parametrize("module", USERS)
def test_all_of_a_module_compile(module: str) -> None:
    found = [each for each in vars(importlib.import_module(module)).values() if hasattr(each, "groupindex")]
    assert found
    assert all(re.compile(each.pattern, each.flags) for each in found)
