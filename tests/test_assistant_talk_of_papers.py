"""Talks keep the policy paper that was quoted and the year last talked of."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from ingest_samples import asked_over

from assistant import Assistant

INDUSTRY = """酒泉市支持装备制造业发展若干措施

酒政发〔2023〕11号

第一条 购置设备奖励。对设备投入3000万元以上的新建项目，按设备投入的6%给予奖励，最高900万元。\
奖励资金分三年兑现。

第二条 企业于每年3月1日至3月31日向项目所在县区工业和信息化局提交申请，由市工业和信息化局会同市财政局审核。

第三条 本措施由酒泉市工业和信息化局负责解释，自2023年7月1日起施行，有效期至2026年6月30日。
"""
TALENT = """酒泉市引进急需人才若干规定

酒泉市人才工作办公室 2024-05-10

第一条 对新引进的博士研究生，给予每人25万元安家补贴。

第二条 申请人于每年9月1日至9月20日向县区人力资源和社会保障局提交申请。

第三条 本规定由酒泉市人力资源和社会保障局负责解释，自2024年6月1日起施行，有效期5年。
"""
TRADE = """金昌市招商引资奖励办法

金政发〔2021〕4号

第一条 对落户的中国500强企业区域总部，给予700万元一次性奖励；对世界500强企业区域总部，给予1200万元一次性奖励。

第二条 本办法由金昌市商务局负责解释，自2021年9月15日起施行，有效期5年。
"""
YEARS = """酒泉市2023年招商引资情况

酒泉市投资促进局 2024-01-15

2023年，全市新签约项目186个，实际到位资金402亿元。2022年，全市新签约项目171个，实际到位资金368亿元。
"""
YEAR_AFTER = """酒泉市2024年招商引资情况

酒泉市投资促进局 2025-01-12

2024年，全市新签约项目205个，实际到位资金447亿元。2025年，全市计划实际到位资金490亿元。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("papers")
    papers = {"a.txt": INDUSTRY, "b.txt": TALENT, "c.txt": TRADE, "d.txt": YEARS, "e.txt": YEAR_AFTER}
    with asked_over(folder, papers) as opened:
        yield opened


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        pytest.param(("世界500强总部落户给多少？", "什么时候施行的？"), "2021年9月15日", id="no-city"),
        pytest.param(
            ("世界500强总部落户给多少？", "这个办法管到哪年？", "谁来解释？"), "金昌市商务局", id="third"
        ),
        pytest.param(("酒泉购置设备怎么奖励？", "有效期到哪天？"), "2026年6月30日", id="one-of-two-papers"),
        pytest.param(("酒泉博士安家补贴多少？", "什么时候生效？"), "2024年6月1日", id="the-other-of-two"),
        pytest.param(("酒泉博士安家补贴多少？", "几月申报？"), "9月1日至9月20日", id="applied-for"),
        pytest.param(("酒泉购置设备怎么奖励？", "谁来审核？"), "会同市财政局审核", id="examined"),
        pytest.param(
            ("酒泉购置设备怎么奖励？", "由谁解释？", "奖金分几年给？"), "分三年兑现", id="back-to-the-grant"
        ),
        pytest.param(("酒泉博士安家补贴多少？", "什么时候印发的？"), "2024年5月10日", id="issued"),
        pytest.param(
            ("酒泉博士安家补贴多少？", "什么时候印发的？", "执行到什么时候？"), "有效期5年", id="and-on"
        ),
        pytest.param(("酒泉博士安家补贴多少？", "每年哪个月报？"), "9月1日至9月20日", id="month"),
        pytest.param(("酒泉博士安家补贴多少？", "向谁报？"), "县区人力资源和社会保障局", id="to-whom"),
        pytest.param(
            ("酒泉购置设备怎么奖励？", "什么时候施行的？", "金昌的呢？"), "2021年9月15日", id="another-city's"
        ),
        pytest.param(("《酒泉市引进急需人才若干规定》由谁解释？",), "人力资源和社会保障局", id="by-title"),
        pytest.param(("2023年酒泉签约多少项目？", "去年呢？"), "171个", id="the-year-before-it"),
        pytest.param(("2023年酒泉签约多少项目？", "去年呢？", "到位资金呢？"), "368亿元", id="and-on"),
        pytest.param(("2022年酒泉到位资金多少？", "第二年呢？"), "402亿元", id="the-year-after-it"),
        pytest.param(("去年酒泉到位资金多少？",), "447亿元", id="last-year-of-the-newest"),
        pytest.param(("2023年酒泉签约多少项目？", "今年到位资金目标多少？"), "490亿元", id="this-year"),
        pytest.param(("2025年酒泉到位资金目标多少？", "去年到位多少？"), "447亿元", id="before-an-aim"),
    ],
)  # fmt: skip
def test_a_talk_keeps_its_paper_and_its_year(assistant: Assistant, turns: tuple[str, ...], told: str) -> None:
    history: list[dict[str, object]] = []
    for turn in turns:
        answer = assistant.ask(turn, history=history)
        history += [{"role": "user", "content": turn}, {"role": "assistant", "content": answer.text}]
    assert not answer.refused
    assert told in answer.text
    assert len({one.document for one in answer.citations}) == 1
