"""Classes that a paper defines, names them in a table, lists in a row or counts; notices that grant too."""

from __future__ import annotations

import pytest

from assistant import Assistant

JINHUA = """# 金华市婺城区支持智能装备产业的政策意见

婺政发〔2025〕3号

第一条 本意见所称重点项目，是指固定资产投资3亿元以上的项目；\
重大项目，是指固定资产投资12亿元以上的项目。

第二条 重点项目按设备投资额的6%给予补助，单个项目不超过1200万元；\
重大项目按设备投资额的9%给予补助，\
单个项目不超过4000万元。

第三条 对中介机构引进重点项目的，按实际到位注册资本的2‰奖励，最高80万元；\
引进重大项目的，按4‰奖励，最高300万元。

第四条 对引进的人才，按以下标准发放补贴：

| 人才类别 | 购房补贴 | 租房补贴（每月） | 发放年限 |
|---|---|---|---|
| 顶尖人才（A类） | 200万元 | 6000元 | 5年 |
| 骨干人才（B类） | 50万元 | 2500元 | 3年 |

第五条 对获评国家级、省级、市级首台（套）装备的，分别奖励150万元、80万元、20万元。

第六条 本意见自2025年4月1日起施行，有效期至2028年3月31日。
"""
NOTICE = """清远市商务局关于开展2024年外贸专项资金申报工作的通知
清商务〔2024〕12号
一、支持标准
（一）规模奖励。2023年进出口额达到2亿元的企业，奖励30万元；达到8亿元的，奖励90万元。
（二）信用保险补助。按企业实际缴纳保费的40%给予补助，每家企业最高50万元。
（三）展会补助。参加境外展会的，每个展位补助2万元，每家企业每年最多补助3个展位。
二、申报条件
2023年1月1日前在清远市登记注册，按规定报送统计数据。
三、申报时间
企业于2024年4月8日至4月26日提交申请，资金使用情况于2025年2月底前报市商务局。
四、联系方式
陈工，0763-3360001（业务咨询）；李工，0763-3360002（平台技术）。
2024年3月20日
"""
CHANGED = """营口市财政局关于调整镁质材料扶持政策有关事项的公告
营财〔2023〕40号
现对《营口市镁质材料产业扶持办法》（营政发〔2021〕6号）有关事项作如下调整：
一、第三条技改补助比例由5%提高到8%，单个项目上限由200万元提高到500万元。
二、取消第八条关于新建窑炉的扶持。
三、扶持办法有效期由2023年12月31日延长至2027年12月31日。
调整后的政策适用于2023年11月1日以后竣工的项目，此前竣工的仍按原政策执行。
2023年10月20日
"""
MINUTES = """毕节市人民政府专题会议纪要
毕府专议〔2025〕9号
2025年6月5日，会议研究了招商项目推进工作，议定如下：
一、香源食品产业园项目，由七星关区政府负责7月18日前完成场平，市供电局负责8月底前完成临时供电。
二、黔西市要在8月12日前新签约1个包装配套项目。
三、请市投资促进局每月8日前汇总进展情况报市政府督查室。
"""


PAPERS = {"意见.md": JINHUA, "通知.txt": NOTICE, "公告.txt": CHANGED, "纪要.txt": MINUTES}


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        pytest.param(
            "婺城固定资产投资5亿元、设备投资1亿元的项目补多少？",
            ["可奖600万元", "重点项目"],
            "9%",
            id="the lesser class",
        ),
        pytest.param(
            "婺城固定资产投资15亿元、设备投资5亿元的项目补多少？",
            ["可奖4000万元", "9%"],
            "1200万元",
            id="the greater class",
        ),
        pytest.param(
            "婺城固定资产投资1亿元、设备投资6000万元能补吗？",
            ["够不上门槛", "还差2亿元"],
            "可奖",
            id="of no class by the other amount",
        ),
        pytest.param(
            "婺城中介机构引进重大项目到位注册资本1亿元奖多少？",
            ["可奖40万元", "4‰"],
            "2‰",
            id="the class that the question names",
        ),
        pytest.param("婺城B类人才购房补贴多少？", ["50万元"], "200万元", id="a row by its class"),
        pytest.param(
            "婺城骨干人才租房每月补多少，补几年？", ["2500元", "3年"], "6000元", id="a row by its name"
        ),
        pytest.param("婺城省级首台套奖多少？", ["80万元"], "150万元", id="the second of a row of levels"),
        pytest.param("清远进出口额3亿元的企业奖多少？", ["30万元"], "90万元", id="a notice grants"),
        pytest.param("清远企业缴了80万元保费补多少？", ["可奖32万元"], "展位", id="paid for"),
        pytest.param("清远参加境外展会5个展位补多少？", ["可补6万元", "上限3个展位"], "10万元", id="most"),
        pytest.param(
            "清远信用保险补助最高多少？",
            ["信用保险补助", "每家企业最高50万元"],
            "展位",
            id="one clause alone",
        ),
        pytest.param("清远资金使用情况什么时候报？", ["2025年2月底前"], "登记注册", id="no condition's day"),
        pytest.param("清远平台登录不了打哪个电话？", ["0763-3360002"], "保费", id="a number for it"),
        pytest.param(
            "营口镁质材料政策调整了什么？",
            ["技改补助比例现为：8%", "上限现为：500万元", "第八条已删除", "2027年12月31日"],
            "场平",
            id="changed without quotation marks",
        ),
        pytest.param("营口扶持办法有效期到什么时候？", ["2027年12月31日"], "技改", id="a longer term"),
        pytest.param(
            "营口2023年9月竣工的项目按哪个政策？", ["仍按原政策执行"], "8%", id="which version holds"
        ),
        pytest.param("毕节8月有哪些工作要完成？", ["临时供电", "新签约1个"], "汇总", id="due by minutes"),
        pytest.param("进展情况什么时候前报？", ["每月8日前"], "登记", id="the sentence that says what"),
    ],
)
def test_it_is_told_of_the_class_asked_about(
    assistant: Assistant, question: str, told: list[str], untold: str
) -> None:
    answer = assistant.ask(question)
    assert not answer.refused
    assert all(part in answer.text for part in told), answer.text
    assert untold not in answer.text, answer.text


@pytest.mark.parametrize("question", ["营口技改补助什么时候申报？", "婺城人才补贴什么时候发放？"])
def test_a_when_that_no_paper_tells_is_refused(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).refused
