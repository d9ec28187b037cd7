"""What a sentence tells as done is done, though an aim stands before it; what was once set is an aim."""

from __future__ import annotations

import pytest

from tests.short_rows import short_rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "高安市计划年内引进项目80个，现已引进45个。",
            {"高安市|引进项目|80个|2025!", "高安市|引进项目|45个|2025"},
        ),
        (
            "上高县计划建设充电站50座，先期已投用18座。",
            {"上高县|建设充电站|50座|2025!", "上高县|先期已投用|18座|"},
        ),
        (
            "宜丰县原定引进项目30个，实际引进42个。",
            {"宜丰县|引进项目|30个|2025!", "宜丰县|实际引进|42个|"},
        ),
        (
            "力争一季度落地项目28个，实际利用外资超过1亿美元。",
            {"|落地项目|28个|2025-Q1!", "|实际利用外资|1亿美元|2025-Q1!"},
        ),
        (
            "高安市计划年内引进项目80个，确保已开工的12个项目年底前投产。",
            {"高安市|引进项目|80个|2025!", "高安市|开工项目年底前投产|12个|2025!"},
        ),
        ("铜鼓县规定上限为30个，确定项目12个。", {"铜鼓县|规定上限|30个|", "铜鼓县|确定项目|12个|"}),
    ],
)
def test_done_or_aimed_at(text: str, rows: set[str]) -> None:
    assert short_rows(text, title="", day="2025-07-10") >= rows


def test_what_became_of_a_place_once_planned_is_no_aim() -> None:
    text = "丰城市的澄迈装备项目原计划落户孙渡街道，最终采用飞地形式，跨越30公里，在高新区落地。"
    assert not any("30公里" in row and row.endswith("!") for row in short_rows(text, day="2025-07-10"))
