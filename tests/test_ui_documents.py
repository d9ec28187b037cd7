"""`zhaoda ingest` and `zhaoda documents` on a real store: what they say, and when they fail."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from ui.__main__ import main
from ui.errors import UploadRefusedError
from ui.holdings import Holdings
from vectorstore.build import open_library

NEWS = "江州日报 2025年4月18日\n\n江州各区抓招商\n\n一季度，云溪区签约亿元以上项目34个，总投资152.66亿元。\n"
PLAN = "江州市招商引资工作方案\n\n力争全年签约亿元以上项目230个以上。\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("documents")
    (folder / "快报.txt").write_text(NEWS, "utf-8")
    (folder / "方案.md").write_text(PLAN, "gb18030")
    (folder / "空.txt").write_text("", "utf-8")
    return folder


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, folder: Path) -> Path:
    store = tmp_path_factory.mktemp("store")
    assert main(["ingest", str(folder), "--store", str(store)]) == 1  # one file is empty
    return store


def zhaoda(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of one command."""
    code = main([str(word) for word in words])
    shown = capsys.readouterr()
    return code, shown.out, shown.err


def listed(capsys: pytest.CaptureFixture[str], store: Path) -> list[dict[str, str]]:
    _, out, _ = zhaoda(capsys, "documents", "list", "--store", store, "--format", "jsonl")
    return [json.loads(line) for line in out.splitlines()]


def test_ingest_names_what_failed_and_sums(
    capsys: pytest.CaptureFixture[str], folder: Path, tmp_path: Path
) -> None:
    code, out, _ = zhaoda(capsys, "ingest", folder, "--store", tmp_path)
    assert code == 1
    first, last = out.splitlines()
    assert first.startswith("未能读取  空.txt：")
    assert last == "共 3 个文件：新增 2，未能读取 1"


def test_ingest_writes_a_json_line_for_each_file(
    capsys: pytest.CaptureFixture[str], folder: Path, store: Path
) -> None:
    code, out, err = zhaoda(capsys, "ingest", folder / "快报.txt", "--store", store, "--format", "jsonl")
    assert (code, err) == (0, "")
    assert [json.loads(line) for line in out.splitlines()] == [
        {"document": "快报.txt", "state": "unchanged", "reason": ""}
    ]


def test_what_is_given_on_the_line_is_said_of_the_file(
    capsys: pytest.CaptureFixture[str], folder: Path, tmp_path: Path
) -> None:
    given = ("--published", "2025-03-01", "--publisher", "江州市商务局", "--level", "internal")
    assert zhaoda(capsys, "ingest", folder / "方案.md", "--store", tmp_path, *given)[0] == 0
    (found,) = listed(capsys, tmp_path)
    assert (found["published"], found["publisher"], found["level"]) == (
        "2025-03-01",
        "江州市商务局",
        "internal",
    )


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("ingest", "no-such-file.txt"), "找不到"),
        (("ingest", ".", "--published", "someday"), "发布日期 someday 无法识别"),
        (("documents", "show", "no-such-id"), "no-such-id：资料库中没有这份文件"),
        (("documents", "remove", "no-such-id"), "no-such-id：资料库中没有这份文件"),
    ],
    ids=["path", "date", "show", "remove"],
)
def test_what_cannot_be_done_ends_non_zero_and_says_why(
    capsys: pytest.CaptureFixture[str], store: Path, words: tuple[str, ...], says: str
) -> None:
    code, out, err = zhaoda(capsys, *words, "--store", store)
    assert code == 1
    assert says in out + err
    assert "Traceback" not in err


def test_an_empty_folder_is_not_a_success(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    code, _, err = zhaoda(capsys, "ingest", tmp_path / "empty", "--store", tmp_path / "store")
    assert code == 1
    assert "没有找到可以入库的文件" in err


def test_a_store_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, out, err = zhaoda(capsys, "documents", "list", "--store", tmp_path / "none")
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert "还没有资料库；请先运行 zhaoda ingest" in err


def test_documents_are_listed_shown_and_named_either_way(
    capsys: pytest.CaptureFixture[str], store: Path
) -> None:
    rows = {row["name"]: row for row in listed(capsys, store)}
    assert set(rows) == {"快报.txt", "方案.md"}
    by_id = zhaoda(capsys, "documents", "show", rows["快报.txt"]["id"], "--store", store)
    by_name = zhaoda(capsys, "documents", "show", "快报.txt", "--store", store)
    assert by_id == by_name
    assert "云溪区签约亿元以上项目34个" in by_id[1]
    _, out, _ = zhaoda(capsys, "documents", "list", "--store", store)
    assert out.splitlines()[-1] == "共 2 条"


def test_removing_is_all_or_nothing(capsys: pytest.CaptureFixture[str], folder: Path, tmp_path: Path) -> None:
    zhaoda(capsys, "ingest", folder, "--store", tmp_path)
    code, _, _ = zhaoda(capsys, "documents", "remove", "快报.txt", "none", "--store", tmp_path)
    assert code == 1
    assert len(listed(capsys, tmp_path)) == 2
    code, out, _ = zhaoda(capsys, "documents", "remove", "快报.txt", "--store", tmp_path)
    assert (code, out) == (0, "已移除：快报.txt\n")
    assert [row["name"] for row in listed(capsys, tmp_path)] == ["方案.md"]


def test_an_upload_is_stored_updated_and_leaves_no_copy(tmp_path: Path) -> None:
    holdings = Holdings(tmp_path)
    holdings.ensure()
    holdings.ensure()
    first = holdings.add("../快报.txt", io.BytesIO(NEWS.encode()))
    again = holdings.add("快报.txt", io.BytesIO(NEWS.encode()))
    newer = holdings.add("快报.txt", io.BytesIO(NEWS.replace("34", "35").encode()))
    assert [each.state for each in (*first, *again, *newer)] == ["added", "unchanged", "updated"]
    assert list((tmp_path / "uploads").iterdir()) == []
    with open_library(tmp_path) as library:
        (document,) = library.documents()
        assert library.document(document.id).text.count("35个") == 1
        assert holdings.original(document.id) == NEWS.replace("34", "35").encode()
    holdings.remove(document.id)
    with open_library(tmp_path) as library:
        assert library.documents() == []


def test_an_upload_that_is_no_document_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UploadRefusedError, match="没有可以入库的内容"):
        Holdings(tmp_path).add("a.meta.yaml", io.BytesIO(b"title: a"))


def test_a_backup_comes_back_whole(capsys: pytest.CaptureFixture[str], store: Path, tmp_path: Path) -> None:
    file, copy = tmp_path / "store.backup", tmp_path / "copy"
    code, out, _ = zhaoda(capsys, "backup", file, "--store", store)
    assert code == 0
    assert out.startswith(f"已备份 2 份资料到 {file}")
    assert zhaoda(capsys, "restore", file, "--store", copy)[:2] == (0, f"已把 2 份资料恢复到 {copy}\n")
    assert listed(capsys, copy) == listed(capsys, store)
    code, _, err = zhaoda(capsys, "restore", file, "--store", copy)
    assert code == 1
    assert "目录里已有资料，不能覆盖" in err


def test_what_is_no_backup_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "a.backup"
    file.write_text("这不是备份")
    code, _, err = zhaoda(capsys, "restore", file, "--store", tmp_path / "new")
    assert code == 1
    assert "不是可用的备份" in err


def test_the_doctor_finds_damage_and_mends_it(
    capsys: pytest.CaptureFixture[str], folder: Path, tmp_path: Path
) -> None:
    zhaoda(capsys, "ingest", folder, "--store", tmp_path)
    code, out, _ = zhaoda(capsys, "doctor", "--store", tmp_path)
    assert code == 0
    assert "异常" not in out
    with open_library(tmp_path, writable=True) as library, library.writing() as connection:
        connection.execute("DELETE FROM vectors")
    code, out, err = zhaoda(capsys, "doctor", "--store", tmp_path)
    assert code == 1
    assert "异常  部分段落没有向量" in out
    assert "zhaoda doctor --repair" in err
    code, out, _ = zhaoda(capsys, "doctor", "--repair", "--store", tmp_path)
    assert code == 0
    assert "异常" not in out.split("再查一遍")[1]
