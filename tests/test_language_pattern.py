"""Patterns compiled at first use do what compiled ones do, and every one of them is a pattern."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import cast

import pytest

from language.pattern import compile_waiting, pattern

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


def test_one_that_nobody_used_yet_is_compiled_when_told() -> None:
    waiting, wrong = pattern("甲+"), pattern("(")
    compile_waiting()
    assert "search" in vars(waiting)
    assert waiting.fullmatch("甲甲")
    with pytest.raises(re.error):  # its user is told, and not who waits for others
        wrong.search("")


def test_flags_count() -> None:
    assert pattern("ai", re.IGNORECASE).match("AI")
    assert not pattern("ai").match("AI")


def test_what_is_no_pattern_says_so_when_it_is_used() -> None:
    wrong = pattern("(")
    with pytest.raises(re.error):
        wrong.search("")


@pytest.mark.parametrize("module", USERS)
def test_all_of_a_module_compile(module: str) -> None:
    found = [*_patterns([*vars(importlib.import_module(module)).values()])]
    assert found
    assert all(re.compile(each.pattern, each.flags) for each in found)


def _patterns(value: object) -> Iterator[re.Pattern[str]]:
    if hasattr(value, "groupindex"):
        yield cast("re.Pattern[str]", value)
    elif isinstance(value, list | tuple | dict):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _patterns(each)
    elif is_dataclass(value) and not isinstance(value, type):
        yield from _patterns([getattr(value, each.name) for each in fields(value)])
