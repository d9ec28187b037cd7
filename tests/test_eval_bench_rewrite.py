"""Recall and precision of restored terms, against values worked by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eval.bench import BenchOptions
from eval.bench_rewrite import RewriteCase, lines, run, score_of
from eval.errors import BenchError


def case(question: str, rewritten: str) -> RewriteCase:
    return RewriteCase(id="1", asked="北京天气怎么样", answered="晴", question=question, rewritten=rewritten)


def test_scores_are_those_worked_by_hand() -> None:
    cases = [case("适合跑步吗", "北京天气适合跑步吗"), case("适合游泳吗", "北京适合游泳吗")]
    ours = {"适合跑步吗": "北京适合跑步吗", "适合游泳吗": "上海北京适合游泳吗"}
    score = score_of(cases, lambda each: ours[each.question])
    assert score.recall == pytest.approx(2 / 3)  # 北京, 北京 of 北京, 天气, 北京
    assert score.precision == pytest.approx(2 / 3)  # 北京, 北京 of 北京, 上海, 北京
    assert score.exact == 0.0
    assert score_of(cases, lambda each: each.rewritten).recall == 1.0


def test_the_table_has_both_ways_and_the_questions_left_alone() -> None:
    assert len(lines([case("适合跑步吗", "北京天气适合跑步吗")])) == 5


def test_a_file_is_read_and_its_rewrites_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    row = {
        "id": "a",
        "history": ["你读过红楼梦吗", "读过"],
        "question": "作者是谁",
        "rewritten": "红楼梦的作者是谁",
    }
    (tmp_path / "a.jsonl").write_text(json.dumps(row, ensure_ascii=False), "utf-8")
    options = BenchOptions(corpora=(), questions=tmp_path / "a.jsonl", run=tmp_path / "run.jsonl")
    assert run(options) == 0
    assert "补回率" in capsys.readouterr().out
    assert json.loads((tmp_path / "run.jsonl").read_text("utf-8"))["rewritten"] == "红楼梦作者是谁"


def test_a_file_without_rewrites_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": "a", "question": "多少"}', "utf-8")
    with pytest.raises(BenchError, match="rewritten"):
        run(BenchOptions(corpora=(), questions=tmp_path / "a.jsonl"))
