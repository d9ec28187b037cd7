"""The command line: fast to start, Chinese in every error, and the same rows in every format."""

from __future__ import annotations

import csv
import errno
import io
import json
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from fakes_assistant import DOCUMENTS, FIGURE, PROJECT
from openpyxl import load_workbook

from ingest import FileOutcome, IngestReport
from ui.__main__ import default_store, main, one_line
from ui.arguments import COMMANDS, parse
from ui.commands_ingest import failures, summary
from ui.errors import UiError, UsageError
from ui.export import comma_separated, json_lines, text_table, workbook
from ui.rows import documents_sheet, figures_sheet, original_links, projects_sheet
from ui.terminal import width

HEAVY = (
    "numpy", "torch", "chromadb", "gradio", "langchain_core", "fastapi", "pandas", "openpyxl", "sqlite3",
    "rjieba", "tokenizers", "platformdirs",
)  # fmt: skip


def test_help_starts_without_anything_heavy() -> None:
    code = (
        "import sys; from ui.__main__ import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("[]\n")


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS), ["documents", "remove"]])
def test_every_command_explains_itself(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main([*command, "--help"])
    assert left.value.code == 0
    shown = capsys.readouterr().out
    assert shown.startswith("用法：zhaoda")
    assert "usage" not in shown
    assert "options" not in shown


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("", "缺少参数 命令"),
        ("dance", "不能是 'dance'"),
        ("ask", "缺少参数 问题"),
        ("ask 问 --loud", "不认识的参数 --loud"),
        ("figures --format pdf", "参数 --format 不能是 'pdf'"),
        ("chat --port", "参数 --port 后面要有一个值"),
        ("chat --port abc", "参数 --port 的值 'abc' 不对"),
        ("documents", "缺少参数 动作"),
        ("backup", "缺少参数 文件"),
    ],
)
def test_a_wrong_line_is_told_in_one_chinese_line(
    line: str, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(line.split()) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("zhaoda：")
    assert says in shown.err
    assert shown.err.count("\n") == 1


def test_the_store_is_named_or_taken_from_the_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert parse(["ask", "问", "--store", "s"], default_store=default_store).store == Path("s")
    monkeypatch.setenv("ZHAODA_STORE", str(tmp_path))
    assert parse(["documents", "list"], default_store=default_store).store == tmp_path
    monkeypatch.delenv("ZHAODA_STORE")
    assert parse(["doctor"], default_store=default_store).store.name == "zhaoda"


@pytest.mark.parametrize("line", ["documents list --store s", "documents --store s list"])
def test_a_store_may_stand_on_either_side_of_the_action(line: str) -> None:
    assert parse(line.split(), default_store=default_store).store == Path("s")


@pytest.mark.parametrize(
    ("error", "shown"),
    [
        (UiError("甲：乙；丙"), "甲：乙；丙"),
        (UsageError("一行\n又一行"), "一行 又一行"),
        (
            PermissionError(errno.EACCES, "Permission denied", "a.xlsx"),
            "a.xlsx：无法读写（没有权限）",
        ),
        (ValueError("boom"), "内部错误（ValueError：boom）"),
    ],
)
def test_any_failure_is_one_line(error: Exception, shown: str) -> None:
    assert one_line(error).startswith(shown)
    assert "\n" not in one_line(error)


FIGURES = figures_sheet(
    (
        FIGURE,
        replace(FIGURE, subject="=HYPERLINK(1)", value=Decimal("152.660"), unit="亿元", metric="总投资"),
    ),
    links={"d1": "https://example.org/a"},
)


def test_figures_as_a_table_line_up(capsys: pytest.CaptureFixture[str]) -> None:
    head, rule, *rows, count = text_table(FIGURES).splitlines()
    assert width(rule) == max(width(line) for line in (head, *rows))
    assert {width(line[: line.index("实际")]) for line in rows} == {width(head[: head.index("性质")])}
    assert count == "共 2 条"


def test_figures_as_json_lines_are_the_contract() -> None:
    rows = [json.loads(line) for line in json_lines(FIGURES).splitlines()]
    assert rows[0] == FIGURE.to_dict()


def test_csv_keeps_every_column_and_defuses_formulas() -> None:
    rows = list(csv.DictReader(io.StringIO(comma_separated(FIGURES))))
    assert rows[0]["数值"] == "34"
    assert rows[0]["原文"] == FIGURE.quote
    assert rows[1]["对象"] == "'=HYPERLINK(1)"


def test_a_workbook_holds_numbers_links_and_no_formula() -> None:
    page = load_workbook(io.BytesIO(workbook(FIGURES))).active
    head = [cell.value for cell in page[1]]
    value = head.index("数值")
    assert (page[2][value].value, page[2][value].number_format) == (34, "#,##0")
    assert (page[3][value].value, page[3][value].number_format) == (152.66, "#,##0.000")
    assert page[3][0].value == "=HYPERLINK(1)"
    assert page[3][0].data_type == "s"
    assert page[2][len(head) - 1].hyperlink.target == "https://example.org/a"
    assert page.freeze_panes == "A2"


def test_projects_without_an_investment_leave_the_cell_empty() -> None:
    sheet = projects_sheet((PROJECT, replace(PROJECT, investment=None)), links={})
    page = load_workbook(io.BytesIO(workbook(sheet))).active
    at = [cell.value for cell in page[1]].index("总投资")
    assert [page[2][at].value, page[3][at].value] == [54, None]
    assert "54" in text_table(sheet)


def test_documents_are_listed_with_an_inferred_date_marked() -> None:
    lines = text_table(documents_sheet(DOCUMENTS)).splitlines()
    assert "2025年（推断）" in lines[3]
    assert "2025年4月18日" in lines[2]


def test_an_original_is_linked_only_where_it_is(tmp_path: Path) -> None:
    there = tmp_path / "a.txt"
    there.write_text("甲")
    documents = [
        replace(DOCUMENTS[0], id="web", url="https://example.org/a"),
        replace(DOCUMENTS[0], id="script", url="javascript:alert(1)"),
        replace(DOCUMENTS[0], id="file", source=str(there)),
        replace(DOCUMENTS[0], id="gone", source=str(tmp_path / "b.txt")),
        replace(DOCUMENTS[0], id="inside", source=f"{there}!/c.txt"),
    ]
    links = original_links(documents)
    assert links == {
        "web": "https://example.org/a",
        "script": "",
        "file": there.as_uri(),
        "gone": "",
        "inside": "",
    }


def test_the_summary_of_an_ingest_sums() -> None:
    report = IngestReport(
        outcomes=(
            FileOutcome(document="a", state="added"),
            FileOutcome(document="b", state="added"),
            FileOutcome(document="c.pdf", state="needs_ocr", reason="c.pdf：扫描件；请安装文字识别组件"),
        )
    )
    assert summary(report) == "共 3 个文件：新增 2，需要文字识别 1"
    assert failures(report) == ["需要文字识别  c.pdf：扫描件；请安装文字识别组件"]
    assert summary(IngestReport()) == "共 0 个文件"
