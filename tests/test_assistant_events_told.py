"""Of an event a paper tells where and when it was, who came, what was signed and whom the delegation saw."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from ingest_samples import asked_over

from assistant import Answer, Assistant

FAIR = """咸宁市光电信息产业招商推介会在东莞举行

咸宁日报 2024-09-12

本报讯（记者 向晴）昨日上午，咸宁市光电信息产业招商推介会在东莞市松山湖会议中心举行。\
市委书记闻启山出席，市长薛清和作推介。\
闻启山说，咸宁将以优质服务欢迎企业。

推介会由咸宁市人民政府主办，咸宁市招商和投资促进局承办。来自东莞的135家企业、16家商协会的近260名嘉宾参加。

会上集中签约项目21个，总投资187亿元。东莞晶澜光电有限公司投资32亿元的显示模组项目落户咸宁高新区，东莞巨匠精密有限公司投资\
11亿元的光学镜头项目落户咸安区。

截至9月11日，咸宁市今年已签约亿元以上项目152个。

推介会前，闻启山一行先后来到晶澜光电、松湖机器人、巨匠精密等企业，参观了晶澜光电的生产线。
"""
SIGNING = """遵义市2025年一季度重点项目集中签约仪式举行

遵义日报 2025-03-28

3月27日，遵义市2025年一季度重点项目集中签约仪式在遵义宾馆举行，市长匡正野出席并讲话，副市长蒲云主持仪式。

此次集中签约的项目共33个，签约总金额246亿元，其中工业项目25个。投资方代表和市直有关单位负责人共180余人参加了签约仪式。

匡正野要求，对签约的项目，要建立台账、按月调度。

日前，遵义市还出台了招商引资首谈制办法，将首谈保护期由60天延长至120天。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("events")
    with asked_over(folder, {"推介会.txt": FAIR, "签约.txt": SIGNING}) as opened:
        yield opened


@pytest.mark.parametrize(
    ("turns", "told", "not_told"),
    [
        pytest.param(("咸宁推介会来了多少企业？",), "135家", "260", id="firms-and-no-guests"),
        pytest.param(("东莞推介会有多少企业参加？",), "135家", "21个", id="by-where-it-was-held"),
        pytest.param(("咸宁推介会签约了哪些项目？",), "光学镜头项目", "共2个", id="what-was-signed"),
        pytest.param(
            ("咸宁在东莞的推介会由谁主办？", "签了哪些项目？"), "显示模组项目", "主办", id="signed-next"
        ),
        pytest.param(
            ("咸宁在东莞的推介会由谁主办？", "闻启山考察了哪些企业？"),
            "晶澜光电、松湖机器人、巨匠精密",
            "生产线",
            id="visited",
        ),
        pytest.param(("咸宁东莞推介会签了哪些项目？",), "光学镜头项目", "152个", id="city-and-host"),
        pytest.param(("咸宁东莞推介会签了多少项目？",), "21个", "152个", id="their-number"),
        pytest.param(
            ("闻启山在东莞考察了哪些企业？", "他说了什么？"), "优质服务", "135家", id="he"
        ),
        pytest.param(
            ("咸宁推介会上闻启山说了什么？", "他考察了哪些企业？"), "松湖机器人", "优质服务", id="he-spoke"
        ),
        pytest.param(("咸宁推介会签了多少项目？",), "21个", "152个", id="no-sum-of-the-year"),
        pytest.param(("咸宁推介会是哪天开的？",), "2024年9月11日", "主办", id="the-day-before"),
        pytest.param(("遵义一季度集中签约仪式签了多少项目？",), "33个", "180", id="no-people"),
        pytest.param(
            ("遵义一季度集中签约仪式签了多少项目？", "市长提了什么要求？"), "按月调度", "33个", id="said"
        ),
        pytest.param(("遵义首谈保护期多少天？", "原来是多少？"), "60天", "33个", id="before"),
        pytest.param(
            ("遵义首谈保护期多少天？", "什么时候延长的？"), "文献日期为2025年3月28日", "33个", id="lately"
        ),
    ],
)  # fmt: skip
def test_an_event_is_told(assistant: Assistant, turns: tuple[str, ...], told: str, not_told: str) -> None:
    answer = _last(assistant, *turns)
    assert not answer.refused
    assert told in answer.text
    assert not_told not in answer.text


@pytest.mark.parametrize(
    "turns",
    [
        pytest.param(("遵义签约仪式由谁承办？",), id="not-told-by-whom"),
        pytest.param(("遵义首谈保护期多少天？", "谁负责？"), id="nor-who-is-in-charge"),
        pytest.param(("咸宁推介会签约了多少个项目？", "原来是多少？"), id="nor-what-was-before"),
    ],
)
def test_what_is_not_told_of_it_is_refused(assistant: Assistant, turns: tuple[str, ...]) -> None:
    assert _last(assistant, *turns).refused


def _last(assistant: Assistant, *turns: str) -> Answer:
    history: list[dict[str, object]] = []
    for turn in turns:
        answer = assistant.ask(turn, history=history)
        history += [{"role": "user", "content": turn}, {"role": "assistant", "content": answer.text}]
    return answer
