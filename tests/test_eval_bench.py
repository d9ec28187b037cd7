"""The benchmarks on public sets: how their files are read, what a table holds, what they never write into."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from eval.bench import BenchOptions, BenchQuestion, read_corpora, read_questions
from eval.bench_retrieval import lines, ranking, score
from eval.bench_store import bench_library
from eval.errors import BenchError
from ui.__main__ import main
from ui.arguments import parse

TEXTS = {
    "港口": "东港镇新建的集装箱码头三月开工，计划投资十二亿元，明年年底建成。",
    "茶园": "高坪村的茶园今年扩种两千亩，采茶季用工近千人。",
    "药厂": "康泰药业把总部迁到南湖新城，新厂房生产疫苗瓶。",
}


def write(path: Path, rows: list[dict[str, object]]) -> Path:
    text = "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)
    if path.suffix == ".gz":
        path.write_bytes(gzip.compress(text.encode()))
    else:
        path.write_text(text, "utf-8")
    return path


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return write(tmp_path / "corpus.jsonl.gz", [{"id": key, "text": text} for key, text in TEXTS.items()])


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    rows: list[dict[str, object]] = [
        {"id": "1", "kind": "span", "question": "集装箱码头投资多少？", "answers": ["十二亿元"],
         "gold_doc_ids": ["港口"]},
        {"id": "2", "kind": "span", "question": "茶园扩种了多少亩？", "gold_doc_ids": ["茶园"],
         "specific": True},
        {"id": "3", "question": "今天天气如何？", "kind": "refuse"},
    ]  # fmt: skip
    return write(tmp_path / "questions.jsonl", rows)


def question(*documents: str) -> BenchQuestion:
    return BenchQuestion(id="q", question="?", kind="span", documents=frozenset(documents))


def test_scores_are_those_worked_by_hand() -> None:
    asked = [question("a"), question("b", "c"), question("d"), question("e")]
    found = score([["a", "x"], ["x", "c", "b"], ["x", "y"], ["x"] * 5 + ["e"]], asked)
    assert (found.hit1, found.hit5) == (0.25, 0.5)
    assert found.mrr10 == pytest.approx((1 + 1 / 2 + 0 + 1 / 6) / 4)


def test_a_document_counts_once_at_its_first_passage() -> None:
    assert ranking(["a", "a", "b", "a", "c"]) == ["a", "b", "c"]


def test_the_table_has_a_line_a_kind() -> None:
    asked = [question("a"), question("b")]
    table = list(lines(asked, [(["a"], ["x", "a"]), (["b"], ["b"])]))
    assert len(table) == 2
    assert table[1].split() == ["span", "2", "1.000", "1.000", "1.000", "0.500", "1.000", "0.750"]


def test_questions_are_read_by_kind(questions: Path) -> None:
    read = read_questions(questions, kinds=("span",))
    assert [(each.id, each.kind) for each in read] == [("1", "span"), ("2", "span+specific")]
    assert read[0].groups == (("十二亿元",),)
    with pytest.raises(BenchError, match="没有类别为 none 的问题"):
        read_questions(questions, kinds=("none",))


@pytest.mark.parametrize("content", ['{"id": ', "[1]", '{"text": "无编号"}', '{"id": 7, "text": "甲"}'])
def test_a_bad_line_is_told_with_its_file(tmp_path: Path, content: str) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text(content, "utf-8")
    with pytest.raises(BenchError, match=r"bad\.jsonl"):
        list(read_corpora([path]))


def test_retrieval_runs_from_its_files(
    corpus: Path, questions: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = tmp_path / "run.jsonl"
    line = (
        f"eval retrieval --corpus {corpus} --questions {questions} --store {tmp_path / 'store'} --run {run}"
    )
    assert main(line.split()) == 0
    first = capsys.readouterr().out
    assert "hit@1" in first
    assert "span+specific" in first
    ranked = {row["id"]: row["doc_ids"] for row in map(json.loads, run.read_text("utf-8").splitlines())}
    assert (ranked["1"][0], ranked["2"][0]) == ("港口", "茶园")
    assert main(line.split()) == 0  # the store that is there is used again
    assert capsys.readouterr().out == first


def test_a_library_of_documents_is_never_written_into(corpus: Path, questions: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "library.sqlite").write_text("x")
    options = BenchOptions(corpora=(corpus,), questions=questions, store=tmp_path / "mine")
    with pytest.raises(BenchError, match="已有别的内容"), bench_library(options):
        pass


def test_a_benchmark_never_takes_the_users_store(questions: Path) -> None:
    options = parse(
        ["eval", "retrieval", "--questions", str(questions)],
        default_store=lambda: pytest.fail("asked for it"),
    )
    assert options.store is None


def test_a_file_of_cases_is_still_what_eval_takes() -> None:
    options = parse(["eval", "./retrieval"], default_store=lambda: Path("store"))
    assert (options.cases, options.store) == (Path("retrieval"), Path("store"))
