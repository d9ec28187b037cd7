"""What a site costs, bears and requires, and how far it is: a zone's brochure, a call with a long title."""

from __future__ import annotations

import pytest

from assistant import Assistant

BROCHURE = """# 鹤壁经济技术开发区招商手册

发布单位：鹤壁经开区投资促进中心　　2025年2月

## 一、区位
距新郑国际机场118公里，车程75分钟；距鹤壁东站5公里。京港澳高速贯穿全境，到郑州1小时、到安阳25分钟。

## 二、产业定位
园区以电子电器、镁基新材料为主导产业。

## 三、标准厂房
| 园区 | 建筑面积（万平方米） | 层高（米） | 租金（元/平方米·月） | 可租面积（万平方米） |
|---|---|---|---|---|
| 镁谷智造园 | 21.5 | 首层7.2，二层以上4.5 | 8—11 | 4.2 |
| 东杨电子园 | 12.0 | 5.0 | 13—17 | 1.6 |

## 四、要素价格
（一）土地：工业用地出让起始价每亩13.6万元。
（二）用电：35千伏大工业用电平均0.58元/千瓦时，一般工商业0.69元/千瓦时。
（三）用水：工业用水3.05元/立方米。
（四）用气：工业天然气3.48元/立方米。
（五）人工：普工月均工资3800—4600元。

## 五、入园门槛
新供地项目投资强度不低于260万元/亩，亩均税收不低于15万元。单位工业增加值能耗不高于0.4吨标准煤/万元。
"""
CALL = """漯河市科学技术局 漯河市财政局关于组织申报2025年度企业创新发展专项资金的通知
漯科〔2025〕33号

各县（区）科技局、财政局，经开区、示范区有关部门：
根据有关规定，现将2025年度专项资金申报事项通知如下。
一、支持标准
（一）设备更新。设备投资400万元以上的，按不超过设备投资额的9%给予补助，单个项目最高260万元；列入省级培育库的，\
单个项目最高420万元。
（二）平台建设。对新认定的国家级技术创新示范中心、省级创新平台、市级研发站，分别奖励220万元、70万元、20万元。
（三）节水改造。年节水5000吨以上的，每吨奖励6元，最高40万元。
（四）用工奖励。每新招用1名毕业生并签订1年以上合同、参保满6个月的，给予1500元奖励；\
机构一次性输送20人以上的，按每人500元奖励，最高15万元。
二、申报材料
1.申请表；
2.审计报告；
3.信用承诺书。
三、时间安排
企业于2025年7月1日至7月20日登录平台填报，纸质材料于7月25日前报县（区）科技局。
四、其他
申报资料弄虚作假的，取消资格，2年内不得申报，并追缴资金。房地产企业和国家公职人员不得申领。
漯河市科学技术局　漯河市财政局
2025年6月10日
"""
PAPERS = {"鹤壁手册.md": BROCHURE, "漯河通知.txt": CALL}


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        pytest.param("鹤壁经开区电价多少？", ["0.58元/千瓦时", "0.69元/千瓦时"], "立方米", id="power"),
        pytest.param("鹤壁经开区工业用水价格是多少？", ["3.05元/立方米"], "3.48", id="water"),
        pytest.param("鹤壁经开区天然气多少钱？", ["3.48元/立方米"], "3.05", id="gas"),
        pytest.param("鹤壁经开区工业用地一亩多少钱？", ["每亩13.6万元"], "260万元", id="land"),
        pytest.param("鹤壁经开区普工工资大概多少？", ["3800—4600元"], "不在", id="wages"),
        pytest.param("鹤壁经开区投资强度要求是多少？", ["260万元/亩"], "标准煤", id="intensity"),
        pytest.param("鹤壁经开区能耗门槛是多少？", ["0.4吨标准煤"], "260万元", id="energy"),
        pytest.param("鹤壁经开区离最近的机场多远？", ["118公里", "75分钟"], "5公里", id="how far"),
        pytest.param("鹤壁经开区到郑州要多久？", ["到郑州1小时"], "|", id="another city is no other side"),
        pytest.param("镁谷智造园租金多少？", ["8—11"], "13", id="a cell with a range"),
        pytest.param("东杨电子园还有多少面积可租？", ["可租面积1.6万平方米"], "12.0", id="the column asked"),
        pytest.param("鹤壁经开区哪个园区租金最低？", ["镁谷智造园最低"], "1860", id="the least of a column"),
        pytest.param("鹤壁经开区的产业定位是什么？", ["镁基新材料"], "发布单位", id="no imprint beside it"),
        pytest.param("漯河设备投资2000万元补多少？",
                     ["可奖180万元", "未超过单个项目上限260万元"], "420万元", id="its own cap"),
        pytest.param("漯河省级创新平台奖多少？", ["省级创新平台：70万元"], "220万元", id="one of three"),
        pytest.param("漯河一年节水8000吨奖多少？", ["可补4.8万元", "未超过上限40万元"], "6元，",
                     id="each ton"),
        pytest.param("漯河企业新招20名毕业生能拿多少奖励？", ["可补3万元", "20名 × 1500元"], "每人500元",
                     id="conditions between"),
        pytest.param("漯河一家机构输送30人奖励多少？", ["可补1.5万元"], "1500元", id="the counted, not 一家"),
        pytest.param("漯河一家机构输送12人奖励多少？", ["够不上门槛", "20人"], "可补", id="too few"),
        pytest.param("漯河申报专项资金要什么材料？", ["申请表", "审计报告", "信用承诺书"], "通知",
                     id="under a long title"),
        pytest.param("漯河专项资金什么时候申报？", ["7月1日至7月20日"], "关于组织", id="no title"),
        pytest.param("漯河申报材料造假有什么后果？", ["取消资格", "2年内不得申报"], "申请表", id="forged"),
        pytest.param("漯河设备投资300万元的项目能申报吗？", ["400万元以上"], "弄虚作假", id="who may apply"),
        pytest.param("公务员能领漯河的奖励吗？", ["国家公职人员不得申领"], "可以", id="who is kept out"),
    ],
)  # fmt: skip
def test_what_is_asked_is_told(assistant: Assistant, question: str, told: list[str], untold: str) -> None:
    answer = assistant.ask(question)
    assert not answer.refused, answer.text
    assert [words for words in told if words not in answer.text] == [], answer.text
    assert untold not in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "漯河对企业上市有奖励吗？",
        "漯河对贷款贴息怎么规定？",
        "漯河给企业高管个税返还吗？",
        "漯河对海外并购有补贴吗？",
        "漯河专项资金总盘子有多大？",
        "鹤壁经开区蒸汽价格多少？",
        "鹤壁经开区有国际学校吗？",
    ],
)
def test_what_no_paper_says_is_refused(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.refused, answer.text


def test_a_call_is_called_by_its_long_title(assistant: Assistant) -> None:
    titles = {document.title for document in assistant.documents()}
    assert any(title.endswith("关于组织申报2025年度企业创新发展专项资金的通知") for title in titles), titles
