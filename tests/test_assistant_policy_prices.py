"""Prices row by row, a zone under another kind's name, what each further amount adds, what others get."""

from __future__ import annotations

import pytest

from assistant import Assistant

ZONE = """# 内江高新技术产业园区（Neijiang Hi-Tech Zone）投资手册

内江高新区位于成渝之间，距成都天府国际机场98公里、距自贡机场46公里，到成都主城区70分钟。

## 生产要素
| 要素 | 价格 | 说明 |
|---|---|---|
| 工业用地 | 14.8万元/亩 | 弹性出让 |
| 工业用电 | 0.54元/千瓦时 | 丰水期0.39元/千瓦时 |
| 天然气 | 2.68元/立方米 | 直供 |

## 项目准入
1. 化工项目：投资强度不低于330万元/亩。
2. 其他工业项目：投资强度不低于240万元/亩，亩均税收不低于14万元。
"""
RULES = """蚌埠市传感器产业扶持办法
蚌政办〔2024〕21号

第一条 销售收入首次突破2亿元的奖励40万元，此后每增加1亿元再奖励15万元，累计不超过250万元。
第二条 建设千级、百级洁净厂房的，分别按每平方米280元、460元补助，最高700万元。
第三条 实际设备投资额600万元以上的数字化改造项目补助18%，其他技改项目补助10%，单个项目最高900万元。
"""
TWENTY = """自贡市支持航空新材料产业发展二十条
自府规〔2024〕6号

第一条 新建项目固定资产投资达到4000万元以上的，按其固定资产投资的2%给予补助；\
达到3亿元以上的，按5%给予补助，单个项目最高1800万元。
第二条 购置先进设备单台价格80万元以上的，按购置价款的12%给予补助，单户每年最高500万元。
第三条 采购市内原料4万吨以上的，每吨补助9元，单户最高100万元。
第四条 紧缺技师每月补助1600元，连续补助2年。
第五条 园区内有九年一贯制学校1所、医院1所。
"""
ITEMS = """鹰潭市物联网产业实施意见
鹰府发〔2024〕8号

一、政策支持
（一）租用产业园办公用房的，按每平方米每月15元给予租金补贴，补贴面积最高1200平方米，期限两年。
（二）举办培训的，每场补助2万元。
（三）企业上云的，按云服务费的25%给予补贴，单个企业每年最高8万元。
二、附则
本意见自2024年6月1日起施行。
"""
PAPERS = {"鹰潭.txt": ITEMS, "内江.md": ZONE, "蚌埠.txt": RULES, "自贡.txt": TWENTY}


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        pytest.param("内江高新区工业用电多少钱一度？", ["0.54元/千瓦时"], "2.68", id="power"),
        pytest.param("内江高新区工业用地多少钱一亩？", ["14.8万元/亩"], "0.54", id="land"),
        pytest.param("内江高新区天然气多少钱？", ["2.68元/立方米"], "14.8", id="gas"),
        pytest.param("内江高新区到成都多久？", ["70分钟"], "46公里", id="how long to a city"),
        pytest.param("内江高新区离自贡机场多远？", ["46公里"], "70分钟", id="the airport named"),
        pytest.param("内江高新区化工项目投资强度要求多少？", ["330万元/亩"], "240", id="of a kind"),
        pytest.param("蚌埠销售收入4亿元能拿多少成长奖励？",
                     ["可奖70万元", "40万元 + 2 × 15万元"], "可奖60万元", id="each further amount"),
        pytest.param("蚌埠建3000平方米百级洁净厂房补多少？", ["每平方米460元"], "280", id="per square metre"),
        pytest.param("鹰潭租办公用房900平方米一年补多少？",
                     ["可补16.2万元"], "8万元", id="an area without another item's cap"),
        pytest.param("鹰潭举办20场培训补多少？", ["可补40万元"], "8万元", id="nor each of some"),
        pytest.param("自贡固定资产投资4亿元的项目补多少？",
                     ["可奖1800万元", "4亿元 × 5%"], "2%", id="a paper of so many articles"),
        pytest.param("自贡购置设备2000万元补多少？",
                     ["可奖240万元"], "不能据此", id="the price of one is no size"),
        pytest.param("自贡采购3万吨原料补多少？", ["够不上门槛", "4万吨"], "可补", id="too little"),
        pytest.param("自贡紧缺技师每月补多少？", ["1600元"], "：，", id="told whole"),
        pytest.param("自贡园区有医院吗？", ["医院1所"], "航空", id="there is one"),
        pytest.param("蚌埠数字化改造设备投资2000万元补多少？",
                     ["可奖360万元", "上限900万元"], "10%", id="those named"),
        pytest.param("蚌埠普通技改设备投资2000万元补多少？",
                     ["可奖200万元", "上限900万元"], "18%", id="the others"),
    ],
)  # fmt: skip
def test_what_is_asked_is_told(assistant: Assistant, question: str, told: list[str], untold: str) -> None:
    answer = assistant.ask(question)
    assert not answer.refused, answer.text
    assert [words for words in told if words not in answer.text] == [], answer.text
    assert untold not in answer.text


@pytest.mark.parametrize(
    "question", ["内江高新区氢气价格多少？", "自贡园区有国际学校吗？", "自贡对企业上市有奖励吗？"]
)
def test_what_no_paper_says_is_refused(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.refused, answer.text
