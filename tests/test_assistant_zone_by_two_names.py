"""A zone that one paper names in full and a table in short is one zone."""

from __future__ import annotations

from pathlib import Path

import pytest
from ingest_samples import asked_over

PAPERS = {
    "通报.txt": """2025年上半年汉中市招商引资情况通报

5月12日，总投资36亿元的宏川构件制造项目在汉中航空经济技术开发区开工。上半年，汉中市签约项目98个。
""",
    "外资.csv": """汉中市2024年利用外资情况,,
县区,实际利用外资（万美元）,同比增长（%）
汉台区,2140,8.6
航空经开区,1530,26.4
合计,3670,15.3
""",
}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("航空经开区2024年实际利用外资多少？", "1530万美元"),
        ("汉中航空经济技术开发区2024年实际利用外资多少？", "1530万美元"),
        ("2024年汉台区和航空经开区实际利用外资哪个多？", "汉台区"),
    ],
)
def test_the_short_name_of_a_table_is_the_zone(tmp_path: Path, question: str, told: str) -> None:
    with asked_over(tmp_path, PAPERS) as assistant:
        answer = assistant.ask(question)
        assert not answer.refused and told in answer.text
        assert not any("没有" in note for note in answer.notes)
