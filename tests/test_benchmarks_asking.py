"""What benchmarks/asking.py draws and counts."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from ingest import ingest

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    rows = [
        {"question": f"云溪区{year}年签约了多少个项目？", "kind": kind}
        for kind in ("figure", "list")
        for year in (2023, 2024, 2025)
    ]
    path = tmp_path / "questions.jsonl"
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), "utf-8")
    return path


def test_answers_are_timed_by_kind(tmp_path: Path, questions: Path) -> None:
    document = tmp_path / "a.txt"
    document.write_text("2025年一季度，云溪区签约项目34个。", "utf-8")
    ingest([document], store=tmp_path / "store")
    line = [sys.executable, str(BENCHMARKS / "asking.py"), str(tmp_path / "store"), str(questions)]
    done = subprocess.run(line, capture_output=True, text=True, check=True)
    counts = {words[0]: words[1] for each in done.stdout.splitlines() if (words := each.split())[1:]}
    assert int(counts["all"]) == 5  # the first of six only opens the store
    assert int(counts["figure"]) + int(counts["list"]) == 5


def test_the_same_questions_are_drawn_every_time(questions: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    from asking import drawn

    first = drawn([questions], each=2)
    assert first == drawn([questions], each=2)
    assert sorted(kind for kind, _ in first) == ["figure", "figure", "list", "list"]
