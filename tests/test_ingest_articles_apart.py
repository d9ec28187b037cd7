"""Several articles in one document: 我市 of each is the city that it tells of."""

from __future__ import annotations

import pytest

from ingest.reading import read_file
from ingest.wire import Request

_TWO = """# 三明上半年新签约项目46个

{first}7月10日，记者从市商务局获悉，上半年，我市新签约项目46个，总投资358亿元。

# 汕尾市招商引资开门红

{second}上半年，全市新签约项目52个，总投资410亿元。我市还新开工项目23个。
"""


def subjects(text: str) -> dict[str, str]:
    reading = read_file(
        Request(document_id="d", source="d", name="d.md", sha256="", kind="text", data=text.encode())
    )
    return {f"{figure.value.normalize():f}{figure.unit}": figure.subject for figure in reading.figures}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("□本报记者 何川\n\n", "□本报记者 苏禾\n\n"),
        ("本报讯（记者 何川）", "本网讯（记者 苏禾）"),
        ("2024-07-11 来源：三明商务\n\n", "2024-07-12 来源：汕尾商务\n\n"),
    ],
)
def test_each_article_tells_of_its_own_city(first: str, second: str) -> None:
    told = subjects(_TWO.format(first=first, second=second))
    assert (told["46个"], told["358亿元"]) == ("三明市", "三明市")
    assert (told["52个"], told["410亿元"], told["23个"]) == ("汕尾市", "汕尾市", "汕尾市")


def test_parts_of_one_report_are_no_articles() -> None:
    text = """# 三明市上半年招商引资情况

2024-07-11 来源：三明商务

上半年，我市新签约项目46个。

# 学习汕尾做法

下半年，我市计划新开工项目23个。
"""
    assert subjects(text) == {"46个": "三明市", "23个": "三明市"}


def test_two_lines_of_a_headline_are_one_article() -> None:
    text = """# 1至9月全省签约项目3989个

# 签约金额9433亿元

2024-10-21 来源：兰州日报

兰州日报讯 1至9月，全省签约项目3989个，签约金额9433亿元。
"""
    assert set(subjects(text).values()) == {"甘肃省"}


def test_who_prints_a_paper_heads_no_article() -> None:
    text = """# 海岚海上风电塔筒项目情况更新稿

# 三明招商服务中心项目处

2025年6月30日

海岚海上风电塔筒项目总投资36亿元，占地面积520亩。
"""
    assert set(subjects(text).values()) == {"海岚海上风电塔筒项目"}
