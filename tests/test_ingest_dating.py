"""The date an undated text implies, and when it implies none."""

from __future__ import annotations

import gzip
import itertools
import json
import re

import pytest
from conftest import SHARED

from ingest.dating import infer_date

REPORT = "全市招商引资工作提质增效，新签约项目持续增加，全区上下抓招商、促引进。"

DATED = [
    ("2023年8月9日，第十届产业博览会在宁波开幕，四百家企业参展。", "2023-08", "2023-08-09"),
    ("记者获悉，2024年一季度全省外贸进出口增长5%。", "2024-04", "2024-04-01"),
    ("2024年一季度外贸增长5%。5月12日，商务局召开座谈会。", "2024-05", "2024-05-12"),
    ("截至2022年6月，园区企业增加。2022年1—9月，产值增长8%。", "2022-10", "2022-10-01"),
    (REPORT + "2024年，将新开工项目120个。确保2024年实际使用外资稳中有进。", "2024", "2024-12-31"),
    (REPORT + "2023年的主线是项目落地。前8个月完成投资817亿元。", "2023-09", "2023-09-01"),
    (REPORT + "回顾2024年，成绩单亮眼。2024年，全市新签约项目928个，同比增长10%。", "2025", "2025-12-31"),
    (
        REPORT + "8月2日，2024年招商工作发布会召开。年初以来签约62个。截至6月末到位96亿元。",
        "2024-08",
        "2024-08-02",
    ),
    (REPORT + "翻开2024年的成绩单。2024年，签约928个。2月26日，大会召开。", "2025-02", "2025-02-26"),
    (REPORT + "前三季度签约210个。提前谋划2026年招商计划，一期计划2026年5月投产。", "2025-10", "2025-10-01"),
    (REPORT + "前11个月签约96个。及早布局2025年开门红项目。", "2024-12", "2024-12-01"),
    (
        REPORT + "1月9日，招商会召开。2022年，全市新签约项目241个；2022年，引进41家。一期2022年11月动工。",
        "2023-01",
        "2023-01-09",
    ),
    ("3月6日，某县举办2023年项目推进会。一期今年5月试生产，二期8月建成投用。", "2023-03", "2023-03-06"),
]


@pytest.mark.parametrize(("text", "published", "reference"), DATED, ids=[case[1] for case in DATED])
def test_a_text_that_reports_implies_its_date(text: str, published: str, reference: str) -> None:
    inferred = infer_date(text)
    assert inferred is not None
    assert (inferred.published, inferred.reference) == (published, reference)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "今年以来，全市引进项目18个。",
        "近日，公司发布新品。该公司于2015年成立，2019年上市。",
        "这件文物由其祖父在1961年带回。据介绍，1961年的一场展览曾展出过它。",
        "大赛自2010年启动以来，已连续举办12届。",
        "从2022年起，限制全部取消，今年外资增长较快。",
        "他1983年8月参加工作。1983年8月至1990年6月，任技术员。",
        "经审理查明，被告人李某此前认识了张某，两人来往密切，后因债务发生纠纷，矛盾日深，关系破裂，多名邻居和同事先后出庭作证，证实了上述经过。"
        "2021年11月9日，两人再次争执。2021年12月，张某起诉。",
        "到2027年，产业规模力争突破千亿元。",
        "报告预测，这一市场到2030年将翻番，2030年的规模有望达到万亿元。",
    ],
)
def test_a_text_that_only_recalls_or_aims_implies_none(text: str) -> None:
    assert infer_date(text) is None


@pytest.mark.shared
def test_inferred_years_of_public_news_are_seldom_wrong() -> None:
    path = SHARED / "bench" / "crud_dev_corpus.jsonl.gz"
    if not path.exists():
        pytest.skip("the public news are not beside the checkout")
    right = wrong = 0
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in itertools.islice(lines, 4000)]
    for record in records:
        stated = re.match(r"\s*(20\d\d)[-年/.]\d", record.get("date") or "")
        inferred = infer_date(record["text"]) if stated else None
        if stated and inferred:
            right += inferred.published[:4] == stated[1]
            wrong += inferred.published[:4] != stated[1]
    assert right > 100
    assert wrong < right / 7


def test_when_a_project_is_to_be_ready_dates_no_paper() -> None:
    text = (
        "一季度招商开门红。本报讯 4月8日，记者获悉，今年一季度，我市新签约亿元以上项目103个。"
        "招商签约势头良好，全市引进高质量发展项目。"
        "某镁业一体化项目签约，预计2024年底投产。"
    )
    inferred = infer_date(text)
    assert inferred is None or not inferred.published.startswith("2024")


def test_a_meeting_with_its_year_dates_its_paper() -> None:
    text = (
        "3月28日，昌吉州2026年招商引资观摩推进会在准东召开。去年全年到位资金814.6亿元，今年一季度开局不错。"
        "招商签约引进全州高质量发展。"
    )
    inferred = infer_date(text)
    assert inferred is not None and inferred.published.startswith("2026")
