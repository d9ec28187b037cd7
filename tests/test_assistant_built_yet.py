"""Is it asked whether something is built, how large it is, or what those of one size class come to?"""

from __future__ import annotations

import pytest

from assistant import Assistant

PAPERS = {
    "文旅.md": (
        "# 宜春文旅项目进展\n\n发布时间：2024-09-20\n\n"
        "总投资12亿元的袁州区云栖酒店、总投资2.6亿元的樟树市药都夜市均已投入运营；"
        "总投资9亿元的丰城市剑邑文化中心、总投资7亿元的高安市瑞州书院正抓紧施工。"
        "总投资4亿元的明月山温泉小镇项目预计年底封顶。\n\n"
        "赣丰精密阀门生产基地项目日前落地开工，计划在袁州区建设5万平方米集研发、生产于一体的现代化基地。\n"
    ),
    "园区.md": (
        "# 宜春园区建设提速\n\n发布时间：2024-09-25\n\n"
        "全市6个特色园区在建项目58个、总投资960亿元，其中投资过30亿元重大项目7个、总投资412亿元。"
        "市里为特色园区安排财政资金2.5亿元，设立规模不低于20亿元的产业基金。\n"
    ),
    "道路.md": (
        "# 宜春路网加密\n\n发布时间：2024-09-26\n\n"
        "袁河至明月山机场快速通道工程（袁州段）、国道320锦江大桥工程建设提速，分别完成总工程量的47%和81%。\n"
    ),
    "签约.md": ("# 宜春签约\n\n发布时间：2024-07-08\n\n上半年，全市签约总投资188亿元的21个亿元以上项目。\n"),
}


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        pytest.param("云栖酒店投资多少，投入运营了吗？", ["12亿元", "投产/运营"], ["2.6亿元"], id="runs"),
        pytest.param("云栖酒店建好了吗？", ["投产/运营"], ["2.6亿元"], id="built"),
        pytest.param("剑邑文化中心投资多少，建成了吗？", ["9亿元", "在建"], ["7亿元"], id="not-yet"),
        pytest.param("明月山温泉小镇建完了吗？", ["预计年底封顶"], [], id="planned"),
        pytest.param("赣丰精密阀门生产基地在哪个区，规模多大？", ["袁州区", "5万平方米"], [], id="area"),
        pytest.param("袁河至明月山机场快速通道什么进度？", ["47%"], ["81%"], id="the-first-of-two-shares"),
        pytest.param("国道320锦江大桥工程什么进度？", ["81%"], ["47%"], id="the-second"),
        pytest.param("剑邑文化中心规模多大？", ["9亿元"], [], id="of-which-the-total-is-told"),
        pytest.param(
            "特色园区投资过30亿元的项目几个，投资多少？",
            ["7个", "412亿元"],
            ["960亿元", "20亿元", "2.5亿元"],
            id="of-the-class",
        ),
        pytest.param("特色园区过30亿元的项目总投资多少？", ["412亿元"], [], id="the-amount-of-the-class"),
        pytest.param("特色园区在建项目多少个，总投资多少？", ["58个", "960亿元"], [], id="of-all"),
        pytest.param(
            "上半年全市签约亿元以上项目总投资多少？", ["188亿元"], [], id="the-class-behind-its-amount"
        ),
    ],
)
def test_what_is_told_of_it(assistant: Assistant, question: str, said: list[str], unsaid: list[str]) -> None:
    text = assistant.ask(question).text
    assert all(piece in text for piece in said), text
    assert not any(piece in text for piece in unsaid), text
