"""Interviews, reports and newspaper prose: what is wanting, why, what was learnt, what is next."""

from __future__ import annotations

import pytest

from assistant import Assistant

INTERVIEW = """对话曲阜市委书记：孔子之外，还招什么

来源：鲁南产业周刊　日期：2025-02-11

记者：外界只知道曲阜的文化，工业上靠什么吃饭？
书记：靠的是机械和食品。两个行业占了规上产值的六成，但大多是代工。所以今年提出“品牌突围”，从贴牌转向自有品牌。

记者：招商队伍怎么建？
书记：我们抽了16名干部常驻杭州、宁波，一期一年。另外聘了5位退休厂长当“项目红娘”，按到位资金的千分之三付酬。

记者：签了约不开工怎么处理？
书记：满9个月没动工的，挂黄牌；满15个月的，收回用地指标。
"""
REPORT = """# 信阳市培育羽毛球产业的实践与思考

信阳市工业和信息化局　2024年9月

截至8月底，全市羽毛球企业达到64户。

## 一、主要做法
（一）分工错位。光山县做毛片，潢川县做球头，息县做球线。
（二）借船出海。与两家跨境平台共建海外仓3个。

## 二、存在的困难
一是原料涨价，鹅毛一年涨了四成。
二是品牌不响，贴牌占八成。

## 三、几点启示
第一，小产品也能做成大集群。第二，县与县要讲规则。

## 四、下步打算
重点抓两件事：一是建国家级检测中心；二是办一场国际公开赛。
"""
ARTICLE = """# 项目面前看作风
——萍乡各县区谈招商

□萍乡日报记者 周晓

2025年3月4日，萍乡市召开招商工作会。会上直言问题：签约项目开工率只有61%，县区之间抢项目的现象仍然存在。

为什么要实行“首谈报备”？市商务局局长作了解释：过去一家企业常被几个县区同时上门，条件越谈越低。\
实行首谈报备以后，由市里统一派单，首谈县区分享两成税收。

## 安源区：向“陶”要未来

安源区有电瓷企业210家，但八成以上只做低压产品，高端产品不到一成。今年安源区的思路是“强两端”。

## 湘东区：盘活老厂

湘东区把9处旧厂房改成标准厂房，引进环保装备企业17家。
"""


PAPERS = {"对话.txt": INTERVIEW, "思考.md": REPORT, "萍乡日报.txt": ARTICLE}


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        pytest.param("曲阜工业靠什么吃饭？", ["机械和食品", "六成"], "红娘", id="what was asked aloud"),
        pytest.param("曲阜招商队伍怎么建？", ["16名干部", "项目红娘"], "黄牌", id="an answer to its end"),
        pytest.param("曲阜项目签了约一直不开工怎么办？", ["满9个月", "收回用地指标"], "红娘",
                     id="a deed not done"),
        pytest.param("信阳羽毛球产业有哪些困难？", ["鹅毛一年涨了四成", "贴牌占八成"], "检测中心",
                     id="what is hard"),
        pytest.param("信阳羽毛球产业有什么经验启示？", ["小产品也能做成大集群", "县与县要讲规则"], "鹅毛",
                     id="what was learnt"),
        pytest.param("信阳发展羽毛球有哪些做法？", ["光山县做毛片", "海外仓3个"], "鹅毛", id="what was done"),
        pytest.param("信阳羽毛球下一步有什么打算？", ["检测中心", "国际公开赛"], "鹅毛", id="what is next"),
        pytest.param("萍乡为什么实行首谈报备？", ["条件越谈越低"], "电瓷", id="why, behind its own question"),
        pytest.param("萍乡招商工作存在哪些问题？", ["开工率只有61%", "抢项目"], "电瓷", id="a city's faults"),
        pytest.param("安源区电瓷产业有什么短板？", ["高端产品不到一成"], "61%", id="a district's, unnamed"),
    ],
)  # fmt: skip
def test_prose_is_told_by_what_is_asked(
    assistant: Assistant, question: str, told: list[str], untold: str
) -> None:
    answer = assistant.ask(question)
    assert not answer.refused
    assert [words for words in told if words not in answer.text] == [], answer.text
    assert untold not in answer.text
    assert answer.citations


@pytest.mark.parametrize("question", ["湘东区有什么短板？", "湘东区下一步有什么打算？"])
def test_a_citys_words_are_no_districts(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).refused
