"""`zhaoda eval` over a real store: exit codes, what is printed where, what is kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from eval_scripted import ScriptedAssistant, a_case, an_answer

from eval.command import run, with_progress
from ingest import ingest

TEXT = "胶州市一季度签约亿元以上项目27个，总投资93.4亿元。\n"
CASES = (
    {"id": "q1", "kind": "figure", "question": "胶州市一季度签约亿元以上项目多少个？", "must": [["27"]],
     "docs": ["快报.txt"], "evidence": ["27个"], "max_chars": 160},
    {"id": "q2", "kind": "figure", "question": "胶州市一季度总投资多少？", "must": [["没有人会这样回答"]]},
)  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("eval")
    (folder / "快报.txt").write_text(TEXT, "utf-8")
    ingest([folder / "快报.txt"], store=folder / "store", published="2025-04-10")
    return folder / "store"


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    file = tmp_path / "cases.jsonl"
    file.write_text("\n".join(json.dumps(case, ensure_ascii=False) for case in CASES), "utf-8")
    return file


def test_it_ends_with_0_when_every_case_was_asked_and_keeps_what_it_measured(
    store: Path, cases: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(cases=cases, store=store, report=tmp_path / "report") == 0
    said = capfd.readouterr()
    assert "通过率" in said.out
    assert "未通过 q2" in said.out
    assert "report.html" in said.out
    assert "评测" in said.err
    assert "通过率" not in said.err
    data = json.loads((tmp_path / "report" / "report.json").read_text("utf-8"))
    assert {case["id"]: case["outcome"] for case in data["cases"]} == {"q1": "passed", "q2": "failed"}
    origin = data["provenance"]
    assert origin["documents"] == 1
    assert origin["embedder"]
    assert len(origin["collection"]) == len(origin["cases"]) == 12


def test_a_second_run_is_compared_with_the_first(
    store: Path, cases: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(cases=cases, store=store, report=tmp_path / "a") == 0
    assert run(cases=cases, store=store, report=tmp_path / "b", baseline=tmp_path / "a" / "report.json") == 0
    assert "新通过 0；新失败 0" in capfd.readouterr().out
    assert json.loads((tmp_path / "b" / "report.json").read_text("utf-8"))["comparison"]["both_passed"] == 1


@pytest.mark.parametrize("missing", ["cases", "store", "baseline"])
def test_it_ends_with_1_and_one_line_when_cases_could_not_be_asked(
    store: Path, cases: Path, tmp_path: Path, missing: str, capfd: pytest.CaptureFixture[str]
) -> None:
    nowhere = tmp_path / "nowhere"
    given = {"cases": cases, "store": store, "baseline": None} | {missing: nowhere}
    assert run(cases=given["cases"] or cases, store=given["store"] or store, baseline=given["baseline"]) == 1
    said = capfd.readouterr()
    assert (said.out, len(said.err.splitlines())) == ("", 1)
    assert str(nowhere) in said.err


def test_the_bar_counts_what_passed(capfd: pytest.CaptureFixture[str]) -> None:
    assistant = ScriptedAssistant(script={"一": an_answer(), "二": an_answer(text="别的")})
    with_progress([a_case(id="1", question="一"), a_case(id="2", question="二")], assistant)
    assert "通过 1" in capfd.readouterr().err
