"""What is not done yet never answers for what was done, and 负增长 is asked of a column of growth."""

from __future__ import annotations

from pathlib import Path

import pytest
from ingest_samples import asked_over

PAPERS = {
    "通报.txt": """2025年上半年汉中市招商引资情况通报

三是部分项目推进缓慢，2024年签约的项目中仍有29个未开工。上半年，汉中市签约项目98个。
""",
    "指标.csv": """汉中市2024年各县区招商引资指标完成情况,,
县区,签约项目（个）,到位资金（亿元）,同比增长（%）
汉台区,58,98.4,13.2
洋县,32,45.1,-2.8
略阳县,18,22.8,-5.1
合计,108,166.3,4.6
""",
}


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("2024年汉中签约项目多少个？", ["108个"], "29"),
        ("2024年签约的项目还有多少没开工？", ["29个"], "108"),
        ("2024年哪些县区到位资金是负增长的？", ["洋县", "略阳县"], "汉台区"),
    ],
)
def test_what_is_asked_as_done_is_told_as_done(
    tmp_path: Path, question: str, told: list[str], untold: str
) -> None:
    with asked_over(tmp_path, PAPERS) as assistant:
        answer = assistant.ask(question)
        shown = answer.text
        assert not answer.refused and all(one in shown for one in told)
        assert untold not in shown
