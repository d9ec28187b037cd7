"""A file of cases is read strictly, and an error names the line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eval.cases import Case, parse_cases, read_cases
from eval.errors import CasesError

WHOLE = {
    "id": "d1",
    "kind": "figure",
    "question": "问什么？",
    "history": ["先问的？"],
    "must": [["34", "三十四"], ["152.66亿"]],
    "must_not": ["49个"],
    "docs": ["a.txt"],
    "evidence": ["34个"],
    "max_chars": 160,
    "refuse": False,
}


def lines(*rows: object) -> list[str]:
    return [row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows]


def test_every_key_of_the_contract_is_read() -> None:
    assert parse_cases(lines(WHOLE), name="x") == (
        Case(
            id="d1",
            kind="figure",
            question="问什么？",
            history=("先问的？",),
            must=(("34", "三十四"), ("152.66亿",)),
            must_not=("49个",),
            docs=("a.txt",),
            evidence=("34个",),
            max_chars=160,
            refuse=False,
        ),
    )


def test_what_is_left_out_is_empty() -> None:
    (case,) = parse_cases(lines({"id": "r", "kind": "refuse", "question": "?", "refuse": True}), name="x")
    assert (case.history, case.must, case.docs, case.max_chars) == ((), (), (), None)


def test_empty_lines_and_keys_for_other_readers_are_passed_over() -> None:
    cases = parse_cases(["", *lines(WHOLE | {"note": "手工核对", "author": "x"}), "  "], name="x")
    assert [case.id for case in cases] == ["d1"]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        pytest.param("{", "not JSON", id="broken"),
        pytest.param("[1]", "list where an object", id="not an object"),
        pytest.param(WHOLE | {"id": ""}, "id must be a text", id="no id"),
        pytest.param({key: WHOLE[key] for key in WHOLE if key != "question"}, "question", id="no question"),
        pytest.param(WHOLE | {"must": ["34"]}, "must must be a list", id="a group that is a text"),
        pytest.param(WHOLE | {"must": [[]]}, "no answer could pass", id="a group without alternatives"),
        pytest.param(WHOLE | {"must": "34"}, "list of lists", id="must is a text"),
        pytest.param(WHOLE | {"must_not": [""]}, "must_not", id="an empty phrase stands in every text"),
        pytest.param(WHOLE | {"max_chars": "160"}, "max_chars", id="a length in letters"),
        pytest.param(WHOLE | {"max_chars": True}, "max_chars", id="a length that is a truth"),
        pytest.param(WHOLE | {"refuse": "no"}, "refuse must be true or false", id="refuse is a text"),
        pytest.param(WHOLE | {"must_nots": ["49"]}, "'must_not' is meant", id="a misspelt key"),
        pytest.param(WHOLE | {"must": [], "docs": []}, "checks nothing", id="nothing to check"),
    ],
)
def test_a_line_that_is_no_case_is_refused_by_number(row: object, told: str) -> None:
    with pytest.raises(CasesError, match=rf"cases\.jsonl:3: .*{told}"):
        parse_cases(["", *lines(WHOLE | {"id": "first"}, row)], name="cases.jsonl")


def test_an_id_used_twice_is_refused() -> None:
    with pytest.raises(CasesError, match=r"x:2: the id 'd1' was used before"):
        parse_cases(lines(WHOLE, WHOLE), name="x")


def test_a_file_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    file = tmp_path / "cases.jsonl"
    file.write_text("\n".join(lines(WHOLE)), "utf-8-sig")
    assert [case.id for case in read_cases(file)] == ["d1"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param(None, "No such file", id="absent"),
        pytest.param("问".encode("gbk"), "not UTF-8", id="another encoding"),
        pytest.param(b"\n\n", "holds no case", id="empty"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused(tmp_path: Path, content: bytes | None, told: str) -> None:
    file = tmp_path / "cases.jsonl"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(CasesError, match=told):
        read_cases(file)
