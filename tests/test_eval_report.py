"""What a report keeps, and that its page needs nothing from outside."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from eval_scripted import ScriptedAssistant, a_case, a_citation, an_answer

from assistant.answer import Answer
from eval.compare import Comparison, compare, outcomes, read_baseline
from eval.errors import ReportError
from eval.provenance import Provenance, prompts_hash
from eval.report import write_report
from eval.runner import EvalReport, evaluate
from eval.terminal import aligned, cells, lines

ORIGIN = Provenance(
    started="2025-04-01T08:00:00+00:00",
    commit="abc123+",
    python="3.11.2",
    versions={"zhaoda": "0.1.0"},
    embedder="bigram-64",
    chat_model="",
    documents=3,
    collection="0f0f",
    generation=7,
    prompts="1e1e",
    cases="2d2d",
)
ATTACK = "<img src=http://example.org/x onerror=alert(1)>"


@pytest.fixture(scope="module")
def report() -> EvalReport:
    cases = [
        a_case(id="good", question="一"),
        a_case(id="bad", question="二" + ATTACK, history=("先问",)),
        a_case(id="broken", question="三"),
    ]
    bad = an_answer(
        text="13个" + ATTACK, notes=("口径不同",), citations=(a_citation(section=ATTACK, page=2),)
    )
    script: dict[str, Answer | Exception] = {
        "一": an_answer(),
        "先问": an_answer(),
        "二" + ATTACK: bad,
        "三": ValueError("坏了"),
    }
    return evaluate(cases, ScriptedAssistant(script=script))


def comparison(report: EvalReport) -> Comparison:
    return compare({"good": "failed", "bad": "passed", "gone": "passed"}, outcomes(report.results))


@pytest.fixture(scope="module")
def folder(report: EvalReport, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports") / "new" / "report"
    write_report(folder, report, provenance=ORIGIN, comparison=comparison(report))
    return folder


def test_the_data_hold_what_was_measured_and_every_answer(folder: Path) -> None:
    data = json.loads((folder / "report.json").read_text("utf-8"))
    assert data["schema"] == 1
    assert data["provenance"]["commit"] == "abc123+"
    assert data["summary"]["accuracy"]["n"] == 3
    assert data["comparison"]["fixed"] == ["good"]
    good, bad, broken = data["cases"]
    assert good["answer"]["citations"][0]["quote"].startswith("一季度")
    assert {reason["fault"] for reason in bad["reasons"]} == {"lacks", "too_long"}
    assert (broken["answer"], broken["reasons"][0]["detail"]) == (None, "ValueError: 坏了")


def test_a_report_is_the_next_ones_baseline(folder: Path) -> None:
    assert read_baseline(folder) == {"good": "passed", "bad": "failed", "broken": "failed"}


class Page(HTMLParser):
    """Collects tags, what they point at, and which cases stand open."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.cases: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append(tag)
        self.links += [
            value or "" for name, value in attrs if name in {"src", "href"} or name.startswith("on")
        ]
        if tag == "details":
            self.cases.append((found["data-outcome"] or "", "open" in found))


def test_the_page_asks_for_nothing_from_outside_and_runs_no_ones_markup(folder: Path) -> None:
    text = (folder / "report.html").read_text("utf-8")
    page = Page()
    page.feed(text)
    assert page.links == []
    assert not {"img", "link", "iframe"} & set(page.tags)
    assert "default-src 'none'" in text
    assert not re.search(r"url\(|@import", text)
    assert "onerror=alert(1)" in text.replace("&gt;", ">")  # shown, as text


def test_the_page_opens_what_failed_and_says_why(folder: Path) -> None:
    text = (folder / "report.html").read_text("utf-8")
    page = Page()
    page.feed(text)
    assert page.cases == [("passed", False), ("failed", True), ("failed", True)]
    for said in (
        "缺少应有内容：12个 | 12 个",
        "提问时出错：ValueError: 坏了",
        "口径不同",
        "第 2 页",
        "此前问：先问",
    ):
        assert said in text
    for said in ("bigram-64", "abc123+", "新通过", "good", "33.3%"):
        assert said in text
    assert "$" not in text  # every place of the template was filled


def test_without_a_baseline_nothing_is_compared(report: EvalReport, tmp_path: Path) -> None:
    page = write_report(tmp_path, report, provenance=ORIGIN)
    assert "与基准相比" not in page.read_text("utf-8")
    assert json.loads((tmp_path / "report.json").read_text("utf-8"))["comparison"] is None


def test_a_folder_that_cannot_be_written_is_told(report: EvalReport, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ReportError, match="name another folder"):
        write_report(tmp_path / "file", report, provenance=ORIGIN)


def test_the_terminal_shows_numbers_changes_and_failures(report: EvalReport) -> None:
    said = "\n".join(lines(report, comparison(report)))
    assert re.search(r"通过率\s+33\.3%（6%–79%，n=3）", said)
    assert "新通过 1（good）；新失败 1（bad）；p=1.000" in said
    assert "未通过 broken 三 —— 提问时出错：ValueError: 坏了" in said


def test_columns_line_up_in_cells_of_a_terminal() -> None:
    first, second = aligned([("通过率", "x"), ("P50", "y")])
    assert cells(first[: first.index("x")]) == cells(second[: second.index("y")])


def test_prompts_have_a_hash_that_stays() -> None:
    assert re.fullmatch(r"[0-9a-f]{12}", prompts_hash())
    assert prompts_hash() == prompts_hash()
