"""Projects of a time and size, who pays, how far a phase has come, and an aim beside what was done of it."""

from __future__ import annotations

import pytest

from assistant import Assistant

PAPERS = {
    "half.txt": (
        "7月16日，2025年抚州市招商推进会召开。1—6月，全市新签约亿元以上项目186个，总投资724亿元，其中20亿元以上项目8个；"
        "到位省外资金212亿元。\n\n"
        "东乡区上半年签约亿元以上项目23个。投资32亿元的云栈新能源客车项目6月落户东乡产业园，年产客车2万辆。"
        "4月，由海岳新材料公司投资18亿元的玄武岩纤维项目开工。\n\n"
        "抚州经济技术开发区上半年营业收入396亿元。\n\n"
        "全市在长三角、珠三角设立3个招商局，驻点干部26人。\n\n"
        "会议提出，力争全年新签约亿元以上项目350个，到位省外资金420亿元；抚州经开区力争全年营业收入突破900亿元。\n"
    ),
    "nine.txt": (
        "前三季度抚州市新签约亿元以上项目271个，完成全年目标的77.4%；截至9月底，到位省外资金318亿元。\n\n"
        "抚州经开区前三季度营业收入618亿元。总投资46亿元的星朗储能项目一期已完成设备安装，今年12月试生产；"
        "二期正在办理前期手续。四季度提前谋划2026年招商计划。\n\n"
        "绿氢氨醇一体化项目总投资96亿元，一期风电部分已复工，氢氨装置投料试车时间由10月推迟至12月。"
        "广昌肉牛全产业链项目由河北牧岭集团接手，投资额由13亿元调减为9.8亿元。\n\n"
        "全市外出招商612批次，对接企业2374家。全市推行“红绿灯”办法：绿灯项目优先保障要素，红灯项目清退用地。也有短板。"
        "前三季度实际使用外资1260万美元，不足全年目标4000万美元的三分之一。\n"
    ),
}


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        pytest.param(
            "抚州市今年总投资30亿元以上的项目有哪些？",
            ["云栈新能源客车项目", "星朗储能项目"],
            ["玄武岩"],
            id="of a size and a year",
        ),
        pytest.param(
            "抚州市总投资20亿元以上的项目上半年有多少个？", ["8个"], ["724"], id="counted by the paper"
        ),
        pytest.param(
            "东乡区上半年有哪些重点项目？",
            ["云栈新能源客车项目", "玄武岩纤维项目"],
            ["星朗"],
            id="of a place and a time",
        ),
        pytest.param(
            "玄武岩纤维项目的投资方和总投资", ["海岳新材料公司", "18亿元"], [], id="who and how much"
        ),
        pytest.param(
            "星朗储能项目进度怎么样？",
            ["一期已完成设备安装", "二期正在办理前期手续"],
            ["投产/运营"],
            id="phase by phase",
        ),
        pytest.param("抚州市全年签约350个亿元以上项目，完成了吗？", ["目标350个", "271个"], [], id="so far"),
        pytest.param(
            "抚州经开区全年营业收入900亿元达到了吗？", ["900亿元", "618亿元"], [], id="of a zone by two names"
        ),
        pytest.param("抚州市到位省外资金到9月底是多少？", ["318亿元"], ["212"], id="up to a month's end"),
        pytest.param("抚州手上30亿以上的项目都有哪些？", ["云栈新能源客车项目", "星朗"], [], id="in hand"),
        pytest.param("星朗储能项目什么时候试生产？", ["预计", "12月"], [], id="said of a month to come"),
        pytest.param("绿氢氨醇啥时候投料试车？", ["12月"], [], id="a name of no dictionary"),
        pytest.param(
            "广昌肉牛项目现在谁在干，投多少？", ["河北牧岭集团", "9.8亿元"], ["未说明"], id="taken over"
        ),
        pytest.param("“红绿灯”办法是怎么个管法？", ["清退用地"], ["短板"], id="no announcement behind it"),
        pytest.param(
            "绿氢氨醇一体化项目总投资多少，一期复工没有？",
            ["96亿元", "复工"],
            ["未说明"],
            id="a phase of its own",
        ),
        pytest.param("抚州签约了350个亿元以上项目没有？", ["目标"], [], id="asked as done"),
        pytest.param("抚州今年跑了多少家企业？", ["2374家"], [], id="called on"),
        pytest.param("抚州全年外资指标多少？", ["4000万美元"], [], id="an aim called otherwise"),
        pytest.param("抚州在哪几个地方设了招商局？", ["长三角、珠三角"], [], id="set up"),
    ],
)
def test_it_is_told(assistant: Assistant, question: str, said: list[str], unsaid: list[str]) -> None:
    answer = assistant.ask(question)
    assert not answer.refused
    told = answer.text
    assert all(piece in told for piece in said), told
    assert not any(piece in told for piece in unsaid), told


@pytest.mark.parametrize(
    "question", ["云栈新能源客车项目由哪家公司投资？", "抚州市2023年总投资30亿元以上的项目有哪些？"]
)
def test_what_nobody_tells_is_refused(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).refused


def test_an_aim_with_nothing_done_is_told_as_an_aim(assistant: Assistant) -> None:
    told = assistant.ask("四季度2026年招商计划谋划好了吗？").text
    assert "已完成" not in told
