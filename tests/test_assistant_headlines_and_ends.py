"""What a headline alone counts, by how much last year was passed, how far a site is, and both ends asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import Assistant
from ingest import ingest

NEWS = """新突破!前三季度,宿迁新引进亿元以上项目290个

2023年10月13日09:27   来源:宿迁市广播电视总台

招商引资是经济工作的生命线。上午，记者在位于宿迁激光产业园的科远智能化厂房项目现场看到，工人们正在打桩。该项目今年下半年签约。建成后主要从事焊接机器人生产，预计实现年销售12亿元。

科远智能化厂房项目执行经理说：“本工程自九月底开工以来，目前现场已完成桩基施工进度的50%。”

沭阳县前三季度签约亿元以上项目143个，超过去年全年16个；泗阳县前三季度签约亿元以上项目67个；泗洪县前三季度签约亿元以上项目52个。
"""


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("headlines")
    (folder / "a.txt").write_text(NEWS, encoding="utf-8")
    ingest([folder], store=Path(folder) / "store")
    return Assistant.open(Path(folder) / "store")


@pytest.mark.parametrize(
    ("question", "says", "never"),
    [
        pytest.param("2023年前三季度宿迁新引进亿元以上项目多少个？", "290个", "", id="the-headline-alone"),
        pytest.param("沭阳2022年全年签约亿元以上项目多少个？", "", "16个", id="no-level-of-last-year"),
        pytest.param("沭阳2023年前三季度签约亿元以上项目多少个？", "143个", "", id="the-level-of-this-year"),
        pytest.param("科远智能化厂房项目施工进度多少了？", "50%", "", id="how-far-a-site-has-come"),
        pytest.param(
            "2023年前三季度签约亿元以上项目最多的是哪个县？最少的呢？",
            "泗洪县最少，为52个",
            "",
            id="the-other-end",
        ),
    ],
)
def test_headlines_and_ends(asked: Assistant, question: str, says: str, never: str) -> None:
    told = asked.ask(question).text
    assert says in told, told
    assert not never or never not in told.split("\n")[0], told
