"""Years in a row, of a paper dated day first: is each told by itself, and the rise between the two ends?"""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import Assistant
from ingest import ingest
from ingest.dates import date_within, parse_date

PAPER = """百色田东：铝产业“链”上开花

发布日期：27.09.2024　来源：右江日报

近年来，田东县依托铝资源优势延链补链。2021年、2022年、2023年田东县分别引进铝产业项目18个、23个、31个，到位资金42.6亿元、55.1亿元、70.3亿元。

今年1—8月，田东县新签约铝产业项目26个。投资最大的是广西航宇新材料公司的高温合金锻件项目，总投资16.8亿元。

田东县数字产业产值2025年达到45亿元，2027年达到70亿元；算力规模2025年80EFLOPS。
"""


@pytest.mark.parametrize(
    ("written", "iso"),
    [("27.09.2024", "2024-09-27"), ("3.1.2023", "2023-01-03"), ("2024.9.27", "2024-09-27")],
)
def test_a_date_may_begin_with_its_day(written: str, iso: str) -> None:
    assert parse_date(written) == iso
    assert date_within(f"发布日期：{written} 来源") == iso


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("years")
    (folder / "a.txt").write_text(PAPER, encoding="utf-8")
    ingest([folder], store=Path(folder) / "store")
    return Assistant.open(Path(folder) / "store")


@pytest.mark.parametrize(
    ("question", "says"),
    [
        pytest.param(
            "田东县2021到2023年引进铝产业项目各是多少？", ("18个", "23个", "31个"), id="each-year-of-a-span"
        ),
        pytest.param(
            "田东县2021年到2023年到位资金分别多少？",
            ("42.6亿元", "55.1亿元", "70.3亿元"),
            id="the-second-list",
        ),
        pytest.param("2021到2023年田东县到位资金增加了多少？", ("27.7亿元",), id="from-one-end-to-the-other"),
        pytest.param("田东县数字产业产值2025到2027年要增加多少？", ("25亿元",), id="between-two-aims"),
        pytest.param("2024年1-8月田东县新签约铝产业项目多少个？", ("26个",), id="of-the-year-of-the-paper"),
        pytest.param("高温合金锻件项目是谁投资的？", ("广西航宇新材料公司",), id="whose-project-it-is"),
    ],
)
def test_years_in_a_row(asked: Assistant, question: str, says: tuple[str, ...]) -> None:
    told = asked.ask(question).text
    assert all(each in told for each in says), told


def test_the_sum_of_a_span_is_of_all_its_years(asked: Assistant) -> None:
    told = asked.ask("2021到2023年田东县一共引进铝产业项目多少个？").text
    assert "18" in told and "31" in told, told
