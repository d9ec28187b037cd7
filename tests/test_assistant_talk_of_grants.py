"""Talks over a policy, the one that it took the place of, a year's report and a fair elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from ingest_samples import asked_over

from assistant import Assistant

IN_FORCE = """张掖市支持产业投资若干措施

张政发〔2024〕9号

2024年4月2日

第一条 投资奖励。固定资产投资2亿元（含）以上、8亿元以下的项目，按实际投资额的2%给予奖励；\
8亿元（含）以上的，按3%给予奖励，单个项目最高不超过3000万元。奖励资金分两年拨付。

第二条 总部奖励。对综合型总部企业，一次性给予600万元落户奖励；对功能型总部企业，一次性给予200万元落户奖励。

第三条 引荐奖励。对引荐项目的中介机构，按到位资金的1‰给予奖励，最高不超过60万元。\
国家机关工作人员不享受本条奖励。

第四条 高级管理人员奖励。年收入40万元以上的企业高级管理人员，按其个人所得税地方留成部分的50%给予奖励。

第五条 投资强度奖励。投资强度达到每亩200万元的，按每亩2万元给予奖励；达到每亩280万元的，按每亩4万元给予奖励。

第六条 同一项目符合本措施多条规定的，按从高不重复的原则执行。

第七条 本措施自2024年5月1日起施行，有效期3年。《张掖市招商引资优惠办法》（张政发〔2020〕5号）同时废止。
"""
REPEALED = """张掖市招商引资优惠办法

张政发〔2020〕5号

2020年3月10日

第一条 总部奖励。对新落户总部企业，一次性给予350万元落户奖励。

第二条 引荐奖励。对引荐项目的中介机构，按到位资金的0.6‰给予奖励，最高不超过30万元。
"""
REPORT = """张掖市2023年招商引资工作总结

张掖市商务局 2024年1月12日

2023年，全市新签约项目142个，到位省外资金216亿元，总量居全省第4位。甘州区、高台县超额完成年度任务，肃南县未完成年度任务。

三、重点项目。甘州区签约的盛禾农业机械再制造项目总投资4亿元。高台番茄酱项目总投资6亿元，由甘肃红宝食品公司投资，已完成投资2.3亿元。

利用外资930万美元，同比下降12%，主要受在谈项目审批周期长影响。

2024年，到位省外资金力争达到240亿元。
"""
STARTS = """张掖一季度28个重大项目集中开工

张掖日报 2024年4月3日

4月2日，张掖市举行2024年一季度重大项目集中开工活动。本次集中开工项目28个，总投资96亿元，其中产业项目19个、民生项目9个。

分县区看，甘州区11个、总投资41亿元，山丹县8个、总投资22亿元，其他县区9个、总投资33亿元。

高台县以番茄加工为主导，建成标准厂房16万平方米，入驻企业34家。
"""
FAIR = """张掖市在杭州举行推介会

张掖日报 2024年6月8日

6月7日，张掖市在杭州举行招商推介会，现场签约项目19个，总投资77.4亿元。来自浙江的90余家企业参加。\
其中，甘州区签约5个项目，民乐县签约3个项目。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    papers = {"a.txt": IN_FORCE, "b.txt": REPEALED, "c.txt": REPORT, "d.txt": FAIR, "e.txt": STARTS}
    with asked_over(tmp_path_factory.mktemp("grants"), papers) as opened:
        yield opened


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        pytest.param(
            ("张掖若干措施第一条讲了什么",), "8亿元（含）以上的，按3%", id="an article with its tiers"
        ),
        pytest.param(("张掖若干措施第二条讲了什么", "第三条呢"), "1‰", id="the rate of an article"),
        pytest.param(
            ("张掖若干措施第三条讲了什么", "公务员能拿吗"), "国家机关工作人员不享受", id="of the article"
        ),
        pytest.param(("张掖综合型总部企业奖多少", "功能型的呢"), "200万元", id="another type"),
        pytest.param(("张掖总部企业落户奖多少", "以前的政策是多少"), "350万元", id="before"),
        pytest.param(("张掖引荐奖励是多少", "旧办法呢"), "0.6‰", id="the old paper"),
        pytest.param(("张掖引荐人奖励是多少", "那奖励上限呢"), "60万元", id="the cap of the award"),
        pytest.param(
            ("酒泉设备购置补贴门槛是多少", "那张掖有什么奖励"), "奖励", id="all that another city grants"
        ),
        pytest.param(("张掖企业高管有什么奖励",), "地方留成部分的50%", id="managers in short"),
        pytest.param(("张掖引荐奖励怎么算", "和总部奖励能同时拿吗"), "从高不重复", id="both at once"),
        pytest.param(("张掖投资强度每亩280万元奖多少",), "达到每亩280万元的，按每亩4万元", id="by the acre"),
        pytest.param(("张掖哪些县区没完成2023年任务",), "肃南县未完成年度任务", id="who missed it"),
        pytest.param(("张掖2023年哪些县区超额完成任务",), "高台县超额完成年度任务", id="who beat it"),
        pytest.param(("张掖2023年利用外资多少", "为什么这么少"), "审批周期长", id="why so little"),
        pytest.param(("张掖2023年到位省外资金排第几", "2024年的目标呢"), "240亿元", id="aim after a rank"),
        pytest.param(("张掖杭州推介会签了多少项目", "总投资呢"), "77.4亿元", id="a gathering elsewhere"),
        pytest.param(("张掖杭州推介会签了多少项目", "民乐县呢"), "3个", id="a county at the gathering"),
        pytest.param(
            ("张掖一季度集中开工多少项目", "产业项目呢"), "19个", id="begun in April for the quarter"
        ),
        pytest.param(("甘州区一季度集中开工几个", "山丹县呢", "这两个一共多少"), "19个", id="both districts"),
        pytest.param(
            ("张掖2023年新签约项目多少", "不是签约，是到位资金"), "216亿元", id="not that, but this"
        ),
        pytest.param(("甘州区一季度集中开工几个", "不对，我问的是山丹县"), "8个", id="wrong, I meant"),
        pytest.param(("甘州区一季度集中开工几个", "全市呢"), "28个", id="the whole city"),
        pytest.param(("高台番茄酱项目总投资多少", "盛禾那个呢"), "4亿元", id="that one, by its name"),
        pytest.param(("高台番茄酱项目谁投的", "投了多少了"), "2.3亿元", id="so far, and not in all"),
        pytest.param(
            ("高台番茄酱项目谁投的", "投了多少了", "还剩多少没投"), "3.7亿元", id="and what is left to put in"
        ),
        pytest.param(("张掖2024年年度任务是多少",), "240亿元", id="the aim of the year"),
        pytest.param(("张掖政策什么时候施行的", "山丹县呢", "有效期到哪年"), "有效期3年", id="of its city"),
        pytest.param(
            ("甘州区一季度集中开工几个", "山丹县呢", "里面最多的是谁"), "甘州区", id="which of them"
        ),
        pytest.param(("高台番茄加工有多少企业",), "34家", id="firms and no floor space"),
    ],
)
def test_a_turn_is_of_what_the_talk_is_about(assistant: Assistant, turns: tuple[str, ...], told: str) -> None:
    history: list[dict[str, object]] = []
    for turn in turns:
        answer = assistant.ask(turn, history=history)
        history += [{"role": "user", "content": turn}, {"role": "assistant", "content": answer.text}]
    assert told in answer.text
    assert not answer.refused


def test_nothing_is_reckoned_from_an_amount_by_the_acre(assistant: Assistant) -> None:
    assert "可奖" not in assistant.ask("张掖投资强度每亩280万元奖多少").text


def test_the_aim_of_another_year_is_none(assistant: Assistant) -> None:
    history = [
        {"role": "user", "content": "张掖2023年到位省外资金多少"},
        {"role": "assistant", "content": "216亿元。[1]"},
    ]
    assert assistant.ask("年度任务是多少", history=history).refused


def test_a_county_is_not_told_what_its_city_signed_at_a_gathering(assistant: Assistant) -> None:
    asked = "民乐县在杭州推介会签约项目总投资多少"
    assert "77.4" not in assistant.ask(asked).text.split("\n")[0]


def test_what_a_city_grants_is_told_of_its_district_as_the_citys(assistant: Assistant) -> None:
    answer = assistant.ask("山丹县功能型总部企业落户奖励多少")
    assert "200万元" in answer.text
    assert any("张掖市的文件" in note for note in answer.notes)
