"""What a clause grants each of a list, whom it does not support, until when papers of two places hold."""

from __future__ import annotations

import pytest

from assistant import Assistant

GUIDE = """潍坊高新区关于软件产业政策的申报指南

一、支持对象
在潍坊高新区注册纳税的软件企业。

二、支持事项
（一）平台奖励。首次认定为国家级、省级、市级研发平台的，分别奖励150万元、60万元、25万元。
（二）认证奖励。首次通过CMMI 3级、4级、5级认证的，分别奖励12万元、24万元、45万元。
（三）首版次奖励。首版次软件按产品实际销售额的15%奖励，单个产品最高80万元。

三、不予支持的情形
存在欠税行为的；同一事项已获得省、市资金支持的。

四、申报程序
（一）企业申报。2025年6月1日至6月20日登录系统填报。
（二）兑付。公示无异议的30日内兑付。

五、其他
获得奖励的企业须承诺八年内不迁离，违反承诺的全额退还。《软件产业政策》有效期至2026年6月30日。
"""
ANSWERS = """菏泽市工业企业扩产补助办法政策问答

菏泽市工信局 2025-06-12

问：哪些企业可以申请？
答：在菏泽市注册满三年的工业企业均可申请，采矿业企业除外。

问：企业享受补助后外迁怎么处理？
答：五年内外迁的，须全额退还补助及利息。

问：有问题找谁？
答：市工信局投资科，电话0530-1234567；各区电话见附件。
"""
PLAN = """# 岳阳市招商引资三年行动计划（2025—2027年）

岳政办发〔2025〕8号

## 一、推进机制

（一）首谈保护。首个洽谈的区享有20天保护期。

（二）亮灯预警。滞后15天以上亮红灯，由分管副市长约谈。

## 二、任务分工

| 序号 | 任务 | 牵头单位 | 完成时限 |
|---|---|---|---|
| 1 | 编制产业地图 | 市工信局 | 2025年6月底 |

本计划由市商务局负责解释，实施期限至2027年12月31日。
"""
PAPERS = {"指南.txt": GUIDE, "计划.md": PLAN, "问答.txt": ANSWERS}


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        pytest.param("潍坊高新区省级研发平台奖多少？", ["省级", "60万元"], "150万元", id="省级"),
        pytest.param("潍坊高新区国家级研发平台奖多少？", ["国家级", "150万元"], "60万元", id="国家级"),
        pytest.param("CMMI4级给多少？", ["4级：24万元"], "45万元", id="with a space between"),
        pytest.param("首版次软件卖了600万元能奖多少？", ["可奖80万元", "600万元 × 15% = 90万元"],
                     "24万元", id="sold"),
        pytest.param("潍坊高新区软件政策支持哪些企业？", ["注册纳税的软件企业"], "欠税", id="whom"),
        pytest.param("潍坊高新区哪些情况不给支持？", ["存在欠税行为"], "注册纳税", id="whom not"),
        pytest.param("拿了市里的资金还能再申报潍坊高新区的奖励吗？", ["已获得省、市资金支持的"],
                     "退还", id="both"),
        pytest.param("菏泽扩产补助谁可以申请？", ["注册满三年"], "答：", id="an answer without its mark"),
        pytest.param("菏泽企业拿了扩产补助又外迁怎么办？", ["全额退还补助及利息"], "答：", id="moved, asked"),
        pytest.param("菏泽扩产补助找谁咨询，电话多少？", ["0530-1234567"], "没有", id="who and which number"),
        pytest.param("潍坊高新区企业中途迁走怎么办？", ["全额退还"], "欠税", id="moved away"),
        pytest.param("潍坊高新区软件政策申报截止到什么时候？", ["6月1日至6月20日"],
                     "2026年", id="no validity"),
        pytest.param("潍坊高新区和岳阳的政策分别有效到什么时候？",
                     ["2026年6月30日", "2027年12月31日"], "|", id="of two places"),
    ],
)  # fmt: skip
def test_a_list_is_told_apart(assistant: Assistant, question: str, told: list[str], untold: str) -> None:
    answer = assistant.ask(question)
    assert not answer.refused
    assert [words for words in told if words not in answer.text] == [], answer.text
    assert untold not in answer.text
    assert answer.citations
