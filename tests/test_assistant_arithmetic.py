"""Sums, differences, ratios, averages and changes over a table no one has seen: exact, every one of them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest

from assistant import Assistant
from ingest import ingest

DISTRICTS = ("上城区", "拱墅区", "西湖区", "滨江区", "萧山区", "余杭区", "临平区", "钱塘区")
QUARTERS = ("2024年四季度", "2025年一季度")
SEED = 20250401


def _figures() -> dict[tuple[str, str], tuple[int, Decimal]]:
    """(district, quarter) → projects signed and their total investment in 亿元."""
    dice = random.Random(SEED)
    return {
        (district, quarter): (dice.randint(11, 99), Decimal(dice.randint(300, 9999)) / 10)
        for district in DISTRICTS
        for quarter in QUARTERS
    }


FIGURES = _figures()


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """An assistant over one generated table of Hangzhou's districts."""
    folder: Path = tmp_path_factory.mktemp("table")
    heads = [f"{q}签约亿元以上项目（个）" for q in QUARTERS] + [f"{q}签约总投资（亿元）" for q in QUARTERS]
    lines = [",".join(["区县", *heads])]
    for district in DISTRICTS:
        counts = [str(FIGURES[district, quarter][0]) for quarter in QUARTERS]
        money = [str(FIGURES[district, quarter][1]) for quarter in QUARTERS]
        lines.append(",".join([district, *counts, *money]))
    (folder / "杭州签约表.csv").write_text("\n".join(lines), "utf-8")
    (folder / "杭州签约表.csv.meta.yaml").write_text(
        "title: 杭州市各区签约情况\npublished: 2025-04-10\npublisher: 演示\n", "utf-8"
    )
    ingest([folder], store=folder / "store")
    with Assistant.open(folder / "store") as opened:
        yield opened


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


def _rounded(value: Decimal) -> str:
    text = f"{value.quantize(Decimal('0.01'), rounding=ROUND_HALF_UP):f}"
    return text.rstrip("0").rstrip(".")


def _cases() -> list[tuple[str, str, str]]:
    """100 (id, question, the number that must be said)."""
    dice = random.Random(SEED + 1)
    cases: list[tuple[str, str, str]] = []
    for number in range(20):
        quarter = dice.choice(QUARTERS)
        one, two, three = dice.sample(DISTRICTS, 3)
        a, b, c = (FIGURES[district, quarter] for district in (one, two, three))
        cases += [
            (
                f"sum-{number}",
                f"{one}、{two}、{three}{quarter}一共签约多少个亿元以上项目？",
                f"{a[0] + b[0] + c[0]}个",
            ),
            (
                f"money-{number}",
                f"{one}和{two}{quarter}签约总投资合计多少亿元？",
                f"{_plain(a[1] + b[1])}亿元",
            ),
            (
                f"difference-{number}",
                f"{one}{quarter}签约总投资和{two}相差多少亿元？",
                f"{_plain(abs(a[1] - b[1]))}亿元",
            ),
            (
                f"average-{number}",
                f"{one}{quarter}平均每个亿元以上签约项目投资多少亿元？",
                f"{_rounded(a[1] / a[0])}亿元",
            ),
            (
                f"change-{number}",
                f"{one}签约亿元以上项目从2024年四季度到2025年一季度变化多少？",
                f"{abs(FIGURES[one, QUARTERS[1]][0] - FIGURES[one, QUARTERS[0]][0])}个",
            ),
        ]
    return cases


@pytest.mark.parametrize(("question", "expected"), [pytest.param(q, e, id=i) for i, q, e in _cases()])
def test_every_derived_number_is_exact(assistant: Assistant, question: str, expected: str) -> None:
    answer = assistant.ask(question)
    assert not answer.refused, answer.text
    assert expected in answer.text.replace(" ", ""), answer.text
    assert answer.citations
