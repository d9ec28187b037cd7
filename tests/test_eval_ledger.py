"""`zhaoda eval ledger`: what is asked of which rows, what is right, what the table says."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

import pytest

from assistant.answer import Answer, Citation
from eval.ledger.absent import absent_questions
from eval.ledger.asking import LedgerOptions, Told, drawn, lines
from eval.ledger.figures import figure_questions
from eval.ledger.judging import judged
from eval.ledger.projects import project_questions
from eval.ledger.question import LedgerQuestion
from eval.ledger.together import together_questions
from ingest import ingest
from ui.__main__ import main
from vectorstore.ledger_rows import Figure, Project
from vectorstore.projects import merge_projects

TEXT = """2025年一季度，胶州市签约亿元以上项目27个，实际利用外资1.2亿美元。
2025年一季度，即墨区签约亿元以上项目34个。
2025年一季度，莱西市签约亿元以上项目19个。
总投资12亿元的澄川智能轴承项目由澄川机械投资，5月8日在胶州市开工。
"""


def row(place: str, value: str, **fields: Any) -> Figure:
    told = {
        "document_id": "a", "document": "a.txt", "subject": place, "metric": "签约项目", "unit": "个",
        "quote": f"{place}签约项目{value}个", "start": 0, "end": 9, "raw": f"{value}个", "raw_start": 0,
        "period": "2025-Q1", "place": place, "value": Decimal(value),
    }  # fmt: skip
    return Figure(**{**told, **fields})


ROWS = (row("胶州市", "27"), row("即墨区", "34"), row("莱西市", "19"))


def answer(text: str, quote: str = "", *, refused: bool = False, document: str = "a.txt") -> Answer:
    cited = Citation(marker=1, document=document, quote=quote, start=0, end=len(quote))
    return Answer(text=text, refused=refused, citations=(cited,))


def texts(questions: Any) -> list[str]:
    return [each.text for each in questions]


def test_a_row_is_asked_for_by_whose_when_and_what_it_measures() -> None:
    (question,) = figure_questions([row("胶州市", "27", threshold="1亿元以上")], random=Random(1))
    assert question.kind == "数字"
    assert question.text.rstrip("？") in {
        "胶州市2025年一季度签约亿元以上项目多少个", "2025年一季度胶州市的签约亿元以上项目多少个",
    }  # fmt: skip
    assert question.groups == (("27个",),)


@pytest.mark.parametrize(
    ("fields", "kind", "asked"),
    [
        ({"modality": "target"}, "目标", "签约项目目标多少个"),
        ({"modality": "target", "metric": "签约目标"}, "目标", "签约目标多少个"),
        ({"is_growth": True, "unit": "%"}, "增幅", "签约项目增长多少"),
        ({"is_growth": True, "unit": "亿元", "metric": "签约项目同比增加"}, "增幅", "签约项目同比增加多少"),
        ({"unit": "亿元", "metric": "投资额"}, "数字", "投资额是多少"),
        ({"unit": "%", "metric": "投资额完成年度目标"}, "数字", "投资额完成年度目标的百分之几"),
    ],
)
def test_aims_growth_and_money_have_words_of_their_own(fields: dict[str, Any], kind: str, asked: str) -> None:
    (question,) = figure_questions([row("胶州市", "27", **fields)], random=Random(1))
    assert (question.kind, asked in question.text) == (kind, True)


def test_a_measure_that_may_mean_another_row_is_not_asked_for() -> None:
    other = row("胶州市", "9", metric="签约重点项目")
    asked = list(figure_questions([row("胶州市", "27"), other], random=Random(1)))
    assert [each.groups for each in asked] == [(("9个",),)]


def test_a_rule_is_no_figure_of_anybody() -> None:
    assert not list(figure_questions([row("胶州市", "27", modality="rule")], random=Random(1)))


def test_places_beside_each_other_are_ranked_compared_and_added_up() -> None:
    asked = {each.kind: each for each in together_questions(ROWS, random=Random(1))}
    assert [*asked] == ["排名", "比较", "差额", "合计"]
    assert asked["排名"].first == "即墨"
    assert asked["合计"].computed == ("80",)


def test_a_city_is_not_ranked_among_its_districts() -> None:
    assert not list(together_questions([*ROWS[:2], row("青岛市", "80")], random=Random(1)))


def test_what_is_not_there_is_another_year_place_or_measure() -> None:
    money = row("胶州市", "27", metric="实际利用外资", unit="亿元", quote="胶州市实际利用外资27亿元")
    asked = {each.kind: each for each in absent_questions([money, row("即墨区", "34")], random=Random(1))}
    assert set(asked) == {"无此时期", "无此地方", "无此指标"}
    assert "2025" not in asked["无此时期"].text
    assert asked["无此指标"].text == "即墨区2025年一季度实际利用外资是多少？"


def test_a_project_is_asked_after_by_what_is_stated_of_it() -> None:
    mention = Project(
        document_id="a", document="a.txt", name="澄川智能轴承项目", quote="澄川智能轴承项目5月8日开工",
        start=0, end=14, investor="澄川机械", place="胶州市", investment=Decimal(12), investment_unit="亿元",
        stage="开工/在建", date="2025-05-08",
    )  # fmt: skip
    asked = {each.kind: each.groups[0] for each in project_questions(merge_projects([mention], {"a": ""}))}
    assert asked["项目投资"] == ("12亿元",)
    assert asked["投资方"] == ("澄川机械",)
    assert asked["项目地点"] == ("胶州",)
    assert "5月8日" in asked["项目时间"]
    assert "开工" in asked["项目进展"]


FIGURE = LedgerQuestion(kind="数字", text="？", quote="", groups=(("5个",),))
MONEY = LedgerQuestion(kind="数字", text="？", quote="", groups=(("1.2亿美元",),))
RANKED = LedgerQuestion(
    kind="排名", text="？", quote="", groups=(("34个",),), among=("胶州", "即墨"), first="即墨"
)
PLACE = LedgerQuestion(
    kind="项目地点", text="？", quote="", groups=(("胶州",),), printed=False, documents=frozenset({"a.txt"})
)
GONE = LedgerQuestion(kind="无此时期", text="？", quote="", asked="2023年一季度")


@pytest.mark.parametrize(
    ("question", "given", "outcome"),
    [
        (FIGURE, answer("5个。[1]", "签约5个"), "right"),
        (FIGURE, answer("15个。[1]", "签约15个"), "wrong"),
        (FIGURE, answer("5个。[1]", "签约15个"), "wrong"),
        (FIGURE, answer("5个。[1]", "胶州市\t5\t12"), "right"),
        (FIGURE, answer("资料中没有。", refused=True), "refused"),
        (MONEY, answer("12000万美元。[1]", "12000万美元或1.2亿美元"), "right"),
        (RANKED, answer("即墨区最多，为34个，胶州市27个。[1]", "34个"), "right"),
        (RANKED, answer("胶州市27个，即墨区34个。[1]", "34个"), "wrong"),
        (PLACE, answer("位于胶州市。[1]", "园区"), "right"),
        (PLACE, answer("位于胶州市。[1]", "园区", document="b.txt"), "wrong"),
        (GONE, answer("资料中没有。", refused=True), "right"),
        (GONE, answer("2024年一季度：5个。[1]", "5个"), "right"),
        (GONE, answer("2023年一季度：5个。[1]", "5个"), "wrong"),
        (GONE, answer("没有2023年一季度的数据。"), "right"),
    ],
)
def test_right_is_told_and_cited_or_said_to_be_missing(
    question: LedgerQuestion, given: Answer, outcome: str
) -> None:
    assert judged(question, given) == outcome


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ledger")
    (folder / "快报.txt").write_text(TEXT, "utf-8")
    ingest([folder / "快报.txt"], store=folder / "store", published="2025-06-10")
    return folder / "store"


def test_the_same_seed_draws_the_same_questions(store: Path) -> None:
    options = LedgerOptions(store=store, limit=3)
    assert texts(drawn(options)) == texts(drawn(options))
    assert {each.kind for each in drawn(LedgerOptions(store=store, limit=9, kinds=("合计",)))} == {"合计"}


def test_a_store_is_asked_for_what_it_holds(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line = ["eval", "ledger", "--store", str(store), "--limit", "20", "--run", str(tmp_path / "run.jsonl")]
    assert main(line) == 0
    table = [each.split() for each in capsys.readouterr().out.splitlines()]
    assert table[0] == ["类别", "题数", "答对", "答错", "拒答"]
    assert ["数字", "5", "5", "0", "0"] in table
    assert ["排名", "1", "1", "0", "0"] in table
    kept = [json.loads(each) for each in (tmp_path / "run.jsonl").read_text("utf-8").splitlines()]
    assert {"kind", "question", "outcome", "answer", "quote"} == set(kept[0])


def test_what_went_wrong_stands_below_with_what_the_row_says() -> None:
    question = LedgerQuestion(kind="数字", text="签约几个？", quote="签约5个", groups=(("5个",),))
    told = [
        Told(question=question, answer=answer("34个。\n\n（推断为2025年）"), outcome="wrong"),
        Told(question=question, answer=answer("没有。", refused=True), outcome="refused"),
    ]
    said = list(lines(told))
    assert said[1].split() == ["数字", "2", "0", "1", "1"]
    assert said[3:] == [
        "答错 数字 签约几个？",
        "  答：34个。 / （推断为2025年）",
        "  应：5个",
        "  据：签约5个",
    ]
    assert "拒答 数字 签约几个？" in list(lines(told, show=True))


def test_an_empty_ledger_is_said_to_be_empty(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("没有数字的短文。", "utf-8")
    ingest([tmp_path / "a.txt"], store=tmp_path / "store")
    assert main(["eval", "ledger", "--store", str(tmp_path / "store")]) != 0
    assert "没有可问的条目" in capsys.readouterr().err
