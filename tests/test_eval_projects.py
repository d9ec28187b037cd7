"""Project rows against gold rows: who is found, what is right, what is made up."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from eval.projects import main, score

GOLD: dict[str, Any] = {
    "doc": "a.txt",
    "name": "海燕储能电池生产项目（一期）",
    "aliases": ["海燕储能"],
    "investor": "海燕集团",
    "place": "城北区",
    "investment_value": 1.5,
    "investment_unit": "亿元",
    "stage": "签约",
    "alt_stage": ["落户/注册"],
    "alt_place": ["城北高新区"],
    "optional": False,
}
ROW: dict[str, Any] = {
    "document": "in/a.txt",
    "name": "海燕储能电池生产项目(一期)",
    "aliases": [],
    "investor": "海燕",
    "place": "城北",
    "investment": 15000,
    "investment_unit": "万元",
    "stage": "签约",
    "quote": "q",
}
BARE = GOLD | {"name": "白鹭产业园", "aliases": [], "investor": "", "place": "", "investment_value": None}


def test_a_right_row_is_right_in_everything_stated() -> None:
    result = score([ROW], [GOLD])
    assert (result.recall, result.precision) == (1.0, 1.0)
    assert result.judged[0].right == {"investor": True, "place": True, "stage": True, "investment": True}


@pytest.mark.parametrize(
    ("change", "attribute", "right"),
    [
        pytest.param({"stage": "落户/注册"}, "stage", True, id="another stage that is accepted"),
        pytest.param({"stage": "竣工"}, "stage", False, id="a wrong stage"),
        pytest.param({"place": "高新区"}, "place", False, id="a wrong place"),
        pytest.param({"place": "城北高新区"}, "place", True, id="another place that is accepted"),
        pytest.param({"place": ""}, "place", False, id="no place"),
        pytest.param({"investor": "海鸥集团"}, "investor", False, id="a wrong investor"),
        pytest.param({"investor": "海燕科技有限公司"}, "investor", True, id="the investor's long form"),
        pytest.param({"investment": None}, "investment", False, id="an investment left out"),
        pytest.param({"investment_unit": "亿元"}, "investment", False, id="a wrong unit"),
        pytest.param({"investment": 1.5, "investment_unit": "亿元"}, "investment", True, id="as printed"),
    ],
)
def test_each_attribute_is_judged(change: dict[str, Any], attribute: str, right: bool) -> None:
    assert score([ROW | change], [GOLD]).judged[0].right[attribute] is right


@pytest.mark.parametrize(
    ("names", "found"),
    [
        pytest.param({"name": "海燕储能", "aliases": []}, True, id="by the alias"),
        pytest.param({"name": "别的", "aliases": ["海燕储能电池生产"]}, True, id="by the row's alias"),
        pytest.param({"name": "海燕"}, False, id="two characters are no name"),
        pytest.param({"name": "海鸥储能电池生产项目"}, False, id="another name"),
        pytest.param({"document": "b.txt"}, False, id="another document"),
    ],
)
def test_a_project_is_found_by_a_name_in_its_document(names: dict[str, Any], found: bool) -> None:
    assert (score([ROW | names], [GOLD]).recall == 1.0) is found


def test_what_is_not_stated_is_not_judged_and_must_not_be_made_up() -> None:
    silent = score([ROW | {"name": "白鹭产业园", "investment": None}], [BARE])
    assert (silent.judged[0].right, silent.judged[0].invented) == ({"stage": True}, False)
    made_up = score([ROW | {"name": "白鹭产业园"}], [BARE])
    assert made_up.judged[0].invented
    assert (made_up.share("investor"), made_up.share("investment")) == (None, None)


def test_the_best_of_several_mentions_is_judged_and_none_is_a_false_alarm() -> None:
    result = score([ROW | {"stage": "竣工"}, ROW, ROW | {"place": "别处"}], [GOLD])
    assert all(result.judged[0].right.values())
    assert result.precision == 1.0


def test_precision_counts_rows_that_name_nothing_and_leaves_optional_ones_out() -> None:
    optional = BARE | {"optional": True}
    rows = [ROW, ROW | {"name": "白鹭产业园"}, ROW | {"name": "乌有乡"}, ROW | {"document": "other.txt"}]
    result = score(rows, [GOLD, optional])
    assert (result.recall, result.precision) == (1.0, 0.5)
    assert [row["name"] for row in result.extra] == ["乌有乡"]


def test_nothing_gives_no_number() -> None:
    empty = score([], [])
    assert (empty.recall, empty.precision, empty.share("stage")) == (None, None, None)


def test_the_command_shows_misses_wrong_values_and_extras(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows, gold = tmp_path / "rows.jsonl", tmp_path / "gold.jsonl"
    rows.write_text(
        "\n".join(json.dumps(row) for row in [ROW | {"stage": ""}, ROW | {"name": "乌有乡"}]), "utf-8"
    )
    gold.write_text("\n".join(json.dumps(row) for row in [GOLD, BARE]), "utf-8")
    assert main(["--projects", str(rows), "--gold", str(gold), "--show"]) == 0
    said = capsys.readouterr().out
    for line in (
        "found 1/2 recall 0.500",
        "precision of names 0.500",
        "stage 0.000",
        "missed",
        "extra",
        "wrong",
    ):
        assert line in said


def test_a_broken_file_is_told_by_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"name": "x"}\n[]', "utf-8")
    assert main(["--projects", str(bad), "--gold", str(bad)]) == 1
    assert "bad.jsonl:2" in capsys.readouterr().err


@pytest.mark.shared
def test_gold_rows_score_full_marks_against_themselves(shared: Path) -> None:
    gold = [
        json.loads(line) for line in (shared / "eval/gold/projects-dev.jsonl").read_text("utf-8").splitlines()
    ]
    rows = [row | {"document": row["doc"], "investment": row["investment_value"]} for row in gold]
    result = score(rows, gold)
    assert (result.recall, result.precision) == (1.0, 1.0)
    assert [one.gold["name"] for one in result.judged if not all(one.right.values()) or one.invented] == []
