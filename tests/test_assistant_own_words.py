"""What questions in other words brought up: who had less than before, what a named park counts out."""

from __future__ import annotations

import pytest

from assistant import Assistant

PAPERS = {
    "季度.csv": "区县（市）,2025年一季度签约亿元以上项目（个）,2025年二季度签约亿元以上项目（个）\n"
    "海陵区,31,35\n姜堰区,28,22\n靖江市,40,37\n泰兴市,33,33\n兴化市,12,15\n",
    "园区.md": "# 一个园区的招商经\n\n2025年5月30日\n\n海陵区的银杉智造园不大，三年里引来企业一百余家。\n\n"
    "园区服务中心把经验归成两句话：手里有四大抓手，背后有三项机制。"
    "三项机制，说的是首谈负责、周调度、退出评估。谁先谈的项目谁负责到底。\n",
    "措施.md": "# 泰州推进场景招商的若干措施\n\n2025年3月5日\n\n## 一、保障\n\n"
    "（一）建立三项机制：场景发布例会机制、失信提示机制、容错机制。\n\n（二）本措施自2025年4月1日起施行。\n",
    "办法2022.md": "# 凤城新区招商引资项目奖励办法\n\n凤招发〔2022〕5号\n\n发布日期：2022年6月10日\n\n"
    "## 第一章 落户奖励\n\n"
    "第一条 总投资3000万元以上的新落户工业项目，按总投资的1%给予落户奖励，最高不超过200万元。\n\n"
    "第二条 本办法自2022年7月1日起施行。\n",
    "办法2025.md": "# 凤城新区招商引资项目奖励办法（2025年修订）\n\n凤招发〔2025〕11号\n\n"
    "发布日期：2025年5月20日\n\n"
    "## 第一章 奖励标准\n\n第一条 对新落户的工业项目，按照固定资产投资给予落户奖励：\n\n"
    "（一）1亿元（含）以上、5亿元以下的，按固定资产投资的1.5%奖励，最高不超过400万元；\n\n"
    "（二）5亿元（含）以上的，按固定资产投资的2%奖励，最高不超过2000万元。\n\n"
    "第二条 本办法自2025年6月1日起施行，《凤城新区招商引资项目奖励办法》（凤招发〔2022〕5号）同时废止。\n",
    "签约.md": "# 云帆重工签约\n\n2024年11月15日\n\n云帆重工海上塔筒项目签约落户靖江市，总投资30亿元。\n",
    "开工.md": "# 云帆重工开工\n\n2025年5月28日\n\n云帆重工海上塔筒项目在靖江市开工，总投资36亿元。\n",
}


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        pytest.param(
            "哪些区县二季度签约亿元以上项目比一季度少",
            ("有2个", "姜堰区22个", "少6个", "靖江市37个"),
            ("海陵", "泰兴"),
            id="who-had-less",
        ),
        pytest.param(
            "二季度签约亿元以上项目比一季度增加的区县有哪些",
            ("有2个", "海陵区35个", "兴化市15个"),
            ("姜堰", "泰兴"),
            id="who-had-more",
        ),
        pytest.param(
            "哪几个区县二季度签约亿元以上项目不如一季度多",
            ("姜堰区22个", "靖江市37个"),
            ("海陵",),
            id="not-as-many",
        ),
        pytest.param(
            "银杉智造园有哪三项机制",
            ("首谈负责、周调度、退出评估",),
            ("容错", "抓手"),
            id="a-park-counts-out",
        ),
        pytest.param("泰州场景招商建立哪三项机制", ("容错",), ("首谈",), id="a-paper-counts-out"),
        pytest.param("云帆重工海上塔筒项目总投资增加了多少", ("6亿元",), (), id="a-total-that-grew"),
        pytest.param(
            "凤城新区对固投12亿元项目的落户奖励上限和金额",
            ("2000万元",),
            ("最高不超过200万元",),
            id="no-repealed-heading",
        ),
        pytest.param(
            "凤城新区落户奖励有哪些", ("落户奖励",), ("按总投资的1%", "200万元"), id="no-repealed-clause"
        ),
        pytest.param("云帆塔筒现在到哪一步了", ("开工",), (), id="a-name-cut-short"),
        pytest.param("泰州二季度签约亿元以上项目前两名", ("靖江市", "海陵区"), ("兴化",), id="the-first-two"),
        pytest.param(
            "海陵区二季度签约亿元以上项目较上季度增幅", ("4个", "12.9%"), (), id="than-the-quarter-before"
        ),
        pytest.param("云帆重工海上塔筒项目投资额前后差多少", ("6亿元",), (), id="a-total-told-twice"),
    ],
)
def test_other_words(
    assistant: Assistant, question: str, told: tuple[str, ...], untold: tuple[str, ...]
) -> None:
    answer = assistant.ask(question)
    assert not answer.refused, answer.text
    assert all(each in answer.text for each in told), answer.text
    assert not any(each in answer.text for each in untold), answer.text
