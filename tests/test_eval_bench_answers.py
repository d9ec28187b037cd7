"""The benchmarks of answers and refusals: what counts as right, whose fault it is, how a curve is read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.answer import Answer, Citation
from eval import bench_asked
from eval.bench import BenchOptions, BenchQuestion, read_questions
from eval.bench_answers import at_hand
from eval.bench_asked import judged
from eval.bench_refusal import Judged, curve, lines, spread
from eval.errors import BenchError
from eval.matching import contains
from ui.__main__ import main

TEXT = "东港镇新建的集装箱码头三月开工。码头计划投资12亿元，由镇长周启明负责。建成后每年可停靠九百艘货轮。"


def question(*groups: tuple[str, ...], documents: tuple[str, ...] = ("a",)) -> BenchQuestion:
    return BenchQuestion(
        id="q", question="投资多少？", kind="span", documents=frozenset(documents), groups=groups
    )


@pytest.mark.parametrize(
    ("text", "groups", "right"),
    [
        ("计划投资 １２亿元。", (("12亿元",),), True),
        ("计划投资12亿元", (("12亿元", "十二亿元"), ("周启明",)), False),
        ("由周启明投资十二亿元", (("12亿元", "十二亿元"), ("周启明",)), True),
        ("计划投资", (("",),), False),
    ],
)
def test_an_answer_holds_one_of_every_group(
    text: str, groups: tuple[tuple[str, ...], ...], right: bool
) -> None:
    assert contains(text, groups) is right


def cited(document: str, quote: str) -> Citation:
    return Citation(
        marker=1, document=document, title="", publisher="", published=None, page=None, section="",
        quote=quote, start=0, end=len(quote),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "quote", "document", "found", "outcome", "owner"),
    [
        ("投资12亿元。[1]", "投资12亿元", "a", "a", "right", ""),
        ("投资9亿元。[1]", "投资9亿元", "b", "b", "document", "search"),
        ("投资9亿元。[1]", "投资9亿元", "b", "a", "document", "choice"),
        ("投资9亿元。[1]", "投资9亿元", "a", "a", "sentence", "choice"),
        ("投资……。[1]", "投资，共12亿元", "a", "a", "cut", "choice"),
        (f"{'港' * 300}12亿元。[1]", "投资12亿元", "a", "a", "cut", "choice"),
    ],
)
def test_a_wrong_answer_has_a_kind_and_an_owner(
    text: str, quote: str, document: str, found: str, outcome: str, owner: str
) -> None:
    answer = Answer(text=text, question="?", citations=(cited(document, quote),))
    told = judged(question(("12亿元",)), answer, [found], seconds=0.01)
    assert (told.outcome, told.owner) == (outcome, owner)


def test_a_refusal_is_never_right() -> None:
    refusal = Answer(text="没有12亿元", question="?", refused=True)
    told = [
        judged(question(("12亿元",)), refusal, ["b"], seconds=0.01),
        judged(question(("12亿元",)), Answer(text="12亿元。[1]", question="?"), ["a"], seconds=0.04),
    ]
    row = list(bench_asked.lines(told))[1].split()
    assert row[:9] == ["span", "2", "0.500", "0.500", "0", "0", "0", "1", "0"]


def test_noise_is_a_share_of_five() -> None:
    asked = BenchQuestion(
        id="q", question="?", kind="noise", documents=frozenset("abc"), sources=("a", "b", "c"),
        distractors=("x", "y", "z", "w"),
    )  # fmt: skip
    assert at_hand(asked, noise=None) == ["a"]
    assert at_hand(asked, noise=0.6) == ["a", "b", "x", "y", "z"]


def test_a_curve_gives_up_no_more_than_it_says() -> None:
    here = [Judged(id=str(n), answerable=True, answered=n / 10) for n in range(1, 11)]
    gone = [Judged(id=str(n), answerable=False, answered=n / 10 - 0.05) for n in range(1, 11)]
    points = {false: (refused, threshold) for false, refused, threshold in curve([*here, *gone])}
    assert points[0.1] == (0.2, 0.2)
    assert points[0.05] == (0.1, 0.1)
    assert next(lines([*here, *gone])) == "可答 10 题，不可答 10 题"


def test_each_file_of_strangers_has_its_own_share_and_column() -> None:
    judged = [
        Judged(id="1", answerable=True, answered=0.5, refused=False, group="span"),
        Judged(id="2", answerable=False, answered=0.4, refused=True, group="near"),
        Judged(id="3", answerable=False, answered=0.6, refused=False, group="far"),
    ]
    told = [line.split() for line in lines(judged)]
    assert ["near", "不可答", "1", "1.000"] in told
    assert ["far", "不可答", "1", "0.000"] in told
    assert told[-6] == ["误拒", "拒答", "阈值", "near", "far"]
    assert told[-5] == ["0.020", "0.500", "0.500", "1.000", "0.000"]


@pytest.mark.parametrize(("limit", "kept"), [(None, "abcde"), (9, "abcde"), (2, "ac"), (1, "a")])
def test_a_limit_takes_questions_evenly(limit: int | None, kept: str) -> None:
    asked = [BenchQuestion(id=name, question="?", kind="span", documents=frozenset()) for name in "abcde"]
    assert "".join(each.id for each in spread(asked, limit)) == kept


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    corpus, asked = tmp_path / "corpus.jsonl", tmp_path / "questions.jsonl"
    corpus.write_text(json.dumps({"id": "a", "title": "码头", "text": TEXT}), "utf-8")
    rows = [
        {
            "id": "1",
            "kind": "span",
            "question": "码头由谁负责？",
            "answers": ["周启明"],
            "gold_doc_ids": ["a"],
        },
        {
            "id": "2",
            "kind": "none",
            "question": "茶园去年雇了几名会计？",
            "answers": [],
            "gold_doc_ids": ["a"],
        },
    ]
    asked.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return corpus, asked


def test_primary_documents_come_first(tmp_path: Path) -> None:
    path = tmp_path / "q.jsonl"
    row = {"id": "1", "question": "?", "gold_doc_ids": ["b", "a"], "primary_doc_id": "a"}
    path.write_text(json.dumps(row), "utf-8")
    assert read_questions(path)[0].sources == ("a", "b")


def test_answers_from_the_document_at_hand(
    files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(
        ["eval", "answers", "--corpus", str(files[0]), "--questions", str(files[1]), "--given-document"]
    )
    assert code == 0
    assert capsys.readouterr().out.splitlines()[1].split()[:3] == ["span", "1", "1.000"]


def test_answers_end_to_end(
    files: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store, run = tmp_path / "store", tmp_path / "run.jsonl"
    line = ["eval", "answers", "--corpus", str(files[0]), "--questions", str(files[1]), "--store", str(store)]
    assert main([*line, "--run", str(run)]) == 0
    assert capsys.readouterr().out.splitlines()[1].split()[:4] == ["span", "1", "1.000", "0.000"]
    assert "周启明" in json.loads(run.read_text("utf-8"))["answer"]
    assert main(line) == 0  # the store is used as it stands


def test_refusal_with_the_document_at_hand(
    files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(
        ["eval", "refusal", "--corpus", str(files[0]), "--questions", str(files[1]), "--given-document"]
    )
    assert code == 0
    assert capsys.readouterr().out.splitlines()[0] == "可答 1 题，不可答 1 题"


def test_refusal_needs_both_sorts_of_question(files: tuple[Path, Path]) -> None:
    from eval.bench_refusal import run

    with pytest.raises(BenchError, match="不可答"):
        run(BenchOptions(corpora=(files[0],), questions=files[1], kinds=("span",), given=True))


def test_a_store_of_the_same_documents_is_read_and_never_written(
    files: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = tmp_path / "own"
    assert main(["ingest", str(files[0]), "--store", str(store)]) == 0
    line = ["eval", "answers", "--corpus", str(files[0]), "--questions", str(files[1]), "--store", str(store)]
    assert main(line) == 0
    assert not (store / "bench-ingested.json").exists()
    files[0].write_text(json.dumps({"id": "b", "text": "另一篇。"}), "utf-8")
    assert main(line) == 1
    assert "已有别的内容" in capsys.readouterr().err


def test_a_store_filled_with_another_collection_is_left_as_it_is(
    files: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = tmp_path / "store"
    line = ["eval", "answers", "--corpus", str(files[0]), "--questions", str(files[1]), "--store", str(store)]
    assert main(line) == 0
    mark = (store / "bench-ingested.json").read_text("utf-8")
    files[0].write_text(json.dumps({"id": "b", "text": "另一篇。"}), "utf-8")
    assert main(line) == 1
    assert "已有别的内容" in capsys.readouterr().err
    assert (store / "bench-ingested.json").read_text("utf-8") == mark
