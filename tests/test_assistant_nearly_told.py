"""Questions that the papers nearly answer: refused, the nearest named as such; their twins are answered."""

from __future__ import annotations

import pytest

from assistant import Assistant

PRESS = """衢州市项目建设观察

发布时间：2025-05-08　来源：衢州投资促进中心

今年一季度，柯城区签约亿元以上项目24个。龙游县全年力争引进亿元以上项目60个。江山市依托专业园区推动产业集聚，这是江山市一季度项目注册落地的一个生动事例。

总投资45亿元的锐川光学模组项目位于柯城区，一期已于4月竣工；瑞纳高新背光模组签约落户。\
3月注册成立的凌越换电（衢州）科技有限公司落户柯城区。三衢创投基金已引进项目12个，贡献产值超20亿元。

今年，力争衢州市光电产业园产业规模突破90亿元，增长20%以上。

■衢州光电产业园一隅。

柯城区推出8项助企举措，配备专员上门服务。柯城区一季度拜访企业76家。
"""
PROVINCE = """前三季度全省签约招商引资项目2600个

杭州晚报讯 2024年10月15日，记者获悉，1至9月，全省签约招商引资项目2600个，签约金额5120亿元，到位资金3300亿元。\
11条重点产业链项目到位资金1450亿元。
"""
CITY = """金华市2023年招商总结

发布时间：2024-01-08　来源：金华市商务局

2023年，全市新签约亿元以上项目210个，总投资980亿元，金额同比增长21%。新落地亿元以上项目126个。新开工亿元以上项目88个。\
婺城区开工率为72%，为全市最高；金东区开工率为64%。在建沪苏投资项目41个。
"""
PAPERS = {"观察.txt": PRESS, "全省.txt": PROVINCE, "总结.txt": CITY}


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("瑞纳背光模组项目总投资多少", id="what-another-project-costs"),
        pytest.param("三衢创投基金规模多少", id="what-a-fund-yields"),
        pytest.param("凌越换电公司注册资本多少", id="that-a-firm-was-founded"),
        pytest.param("龙游县实际引进了多少亿元以上项目", id="what-is-aimed-at"),
        pytest.param("江山市一季度签约了多少个项目", id="an-example-is-no-count"),
        pytest.param("柯城区一季度拜访企业花了多少天", id="firms-are-no-days"),
        pytest.param("柯城区8项助企举措的联系人是谁", id="measures-are-no-person"),
        pytest.param("婺城区开工率为什么最高", id="the-rank-is-no-reason"),
        pytest.param("金华2023年沪苏签约项目多少个", id="built-is-not-signed"),
        pytest.param("杭州前三季度签约金额多少", id="the-provinces-are-not-the-papers-citys"),
        pytest.param("浙江茶叶产业链到位资金多少", id="all-chains-are-not-the-one"),
    ],
)
def test_what_is_nearly_told_is_refused(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).refused


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param("锐川光学模组项目总投资多少", "45亿元", id="the-project-itself"),
        pytest.param("三衢创投基金产值贡献多少", "20亿元", id="what-the-fund-yields"),
        pytest.param("龙游县要引进多少亿元以上项目", "60个", id="the-aim-asked-for"),
        pytest.param("柯城区一季度拜访企业多少家", "76家", id="the-firms"),
        pytest.param("衢州光电产业园今年产业规模目标多少", "90亿元", id="a-park-without-its-市"),
        pytest.param("金华哪个区开工率最高", "72%", id="the-rank-asked-for"),
        pytest.param("金华2023年落地率多少", "126 ÷ 210", id="a-rate-is-no-growth"),
        pytest.param("浙江前三季度签约金额多少", "5120亿元", id="the-provinces"),
        pytest.param("浙江重点产业链到位资金多少", "1450亿元", id="all-chains"),
    ],
)
def test_its_twin_is_answered(assistant: Assistant, question: str, told: str) -> None:
    answer = assistant.ask(question)
    assert not answer.refused and told in answer.text


@pytest.mark.parametrize(
    ("question", "nearest"),
    [
        pytest.param("锐川光学模组项目占地多少亩", "总投资45亿元", id="of-a-project"),
        pytest.param("柯城区一季度签约项目总投资多少", "24个", id="of-a-place"),
    ],
)
def test_the_nearest_is_named_as_such(assistant: Assistant, question: str, nearest: str) -> None:
    answer = assistant.ask(question)
    assert answer.refused and nearest in answer.text and "并非所问" in answer.text
