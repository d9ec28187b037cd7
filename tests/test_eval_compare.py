"""What changed between two reports."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eval.compare import compare, read_baseline
from eval.errors import BaselineError


def test_changes_are_told_case_by_case() -> None:
    before = {"a": "passed", "b": "failed", "c": "passed", "d": "failed", "e": "unscored", "gone": "passed"}
    now = {"a": "passed", "b": "passed", "c": "failed", "d": "failed", "e": "passed", "new": "failed"}
    comparison = compare(before, now)
    assert (comparison.fixed, comparison.broken) == (("b",), ("c",))
    assert (comparison.added, comparison.removed) == (("new",), ("gone",))
    assert (comparison.both_passed, comparison.both_failed) == (1, 1)
    assert comparison.p_value == 1.0


def test_a_change_all_one_way_is_less_likely_by_chance() -> None:
    before = {str(n): "failed" for n in range(6)}
    assert compare(before, dict.fromkeys(before, "passed")).p_value == pytest.approx(2 / 64)


def test_a_baseline_is_a_report_or_its_folder(tmp_path: Path) -> None:
    file = tmp_path / "report.json"
    file.write_text(json.dumps({"cases": [{"id": "a", "outcome": "passed"}]}), "utf-8")
    assert read_baseline(file) == read_baseline(tmp_path) == {"a": "passed"}


@pytest.mark.parametrize("content", [None, "{", "[]", '{"cases": [{"id": "a"}]}', '{"cases": 3}'])
def test_what_is_no_report_is_refused(tmp_path: Path, content: str | None) -> None:
    file = tmp_path / "old.json"
    if content is not None:
        file.write_text(content, "utf-8")
    with pytest.raises(BaselineError, match=r"old\.json"):
        read_baseline(file)
