"""A policy told in a brief, a speech with bold points, minutes: each by what it says of itself."""

from __future__ import annotations

import pytest

from assistant import Assistant

BRIEF = """# 克拉玛依出台低空产业“硬核十条”

克拉玛依发布　2025年2月20日

2月18日，克拉玛依市人民政府办公室印发《关于加快低空产业高质量发展的若干政策》（克政办发〔2025〕6号），小编为你划重点。

重点一：投资有补助。新建总投资8000万元以上的整机、航材项目，设备投资补助9%，补助上限1800万元；\
技改项目设备投资400万元以上的，补助11%，补助上限500万元。

重点二：人才有房住。全职引进的博士，提供周转房，免租五年；硕士免租三年。

哪些企业能享受？在克拉玛依注册纳税、亩均税收不低于9万元的低空企业。

怎么申请？3月10日前登录“油城办”填报，提交备案证、设备发票两类材料；5月底前资金拨付到位。

什么情况会被追回？弄虚作假骗取资金的，全额追回；享受补助后不满六年搬离的，按年限比例退还。

政策自2025年3月1日起施行，有效期至2027年12月31日。
"""
SPEECH = """# 在全区招商引资现场会上的经验交流发言

河池市人民政府　2024年11月22日

近年来，河池市走出了一条“向茧要新、向水要绿”的路子。主要有以下几点体会：

**一是念好“茧”字诀，让老树发新枝。** 我市把蚕沙变成有机肥、蚕蛹变成油脂，产值突破90亿元。

**二是念好“水”字诀，让绿电换产业。** 每核准10万千瓦项目，须配套引进不低于2亿元的制造业项目。

**三是念好“诚”字诀，让政府带头守信。** 设立“失信投诉窗口”，24小时内响应。

当然，我们也还有不少差距：一是项目体量小；二是物流成本偏高。
"""
MINUTES = """白银市转型招商专题会议纪要
〔2024〕第17期

时间：2024年9月12日上午
地点：市政府第二会议室
主持人：市委副书记、市长周成

一、关于主攻方向。会议明确，突出“一铜一锂”：“铜”是做强铜箔，由白银区承接；“锂”是发展正极材料，由平川区承接。

二、关于督导问责。会议决定，成立督导组，实行半月一调度；年底未完成的，取消县区班子评优资格。
"""
CHAINS = """“链长”话“链”：资溪县两条产业链怎么干？

本报讯（记者 李青）资溪县有面包、竹两条特色产业链。

“面包链的牛鼻子是冷冻面团。”县委副书记、面包产业链链长黎明介绍，2024年面包全产业链产值达到38亿元。今年重点招引馅料、包装、设备三类项目。

说到短板，黎明直言：“一是品牌杂，二是冷链仓储不足。”

竹产业链链长、副县长何川说，竹林55万亩，今年改造低产林2万亩，每亩补助600元。
"""


TRADE = """林芝市支持边境贸易发展扶持办法

林政办发〔2024〕22号

一、为扩大贸易，依托米林、墨脱两个口岸，制定本办法。
二、扶持对象：在林芝市登记注册、年进出口额400万元以上的企业，以及边民互助社。
三、进出口奖励：企业年进出口额400万元（含）至3000万元的，按0.5%奖励；3000万元（含）以上的，按0.8%奖励，单个企业年度最高150万元。
四、运输补贴：从米林口岸出口的货车，每车次补贴1100元；从其他口岸出口的，每车次补贴1700元。
五、申报与兑现：次年1月1日至2月底，企业向口岸管委会提交申请表、报关单、银行水单；口岸管委会15日内初审。
六、本办法资金由市财政安排65%，口岸所在县安排35%。自2024年7月1日起试行，试行期两年。
"""
FEATURE = """金都再炼金：乳山黄金产业的“二次创业”

乳山日报记者 王小萍　2025-04-08

乳山因金而兴。出路之一，从挖金转到用金，乳山已聚集电子材料企业31家，2024年产值217亿元。

转型的账怎么算？市工信局副局长马卫东说，每万元产值能耗下降39%，但税收短期内少了2.6亿元。

当然，隐忧也不少。马卫东坦言，高端装备仍受制于人，拉丝模具八成靠进口；产业工人平均年龄46岁，青黄不接。
"""


PAPERS = {
    "边贸.txt": TRADE,
    "乳山.txt": FEATURE,
    "十条.md": BRIEF,
    "发言.md": SPEECH,
    "纪要.txt": MINUTES,
    "链长.txt": CHAINS,
}


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        pytest.param("克拉玛依总投资1亿元、设备投资6000万元的整机项目补多少？", ["可奖540万元"], "11%",
                     id="worked out"),
        pytest.param("克拉玛依技改设备投资200万元补多少？", ["还差200万元"], "9%", id="below the threshold"),
        pytest.param("克拉玛依哪些企业能享受低空政策？", ["亩均税收不低于9万元"], "油城办",
                     id="a question in its line"),
        pytest.param("克拉玛依低空政策怎么申请？", ["3月10日前", "油城办"], "追回", id="how to apply"),
        pytest.param("克拉玛依企业骗补会怎么样？", ["全额追回"], "有效期", id="what of fraud"),
        pytest.param("河池怎么念好茧字诀？", ["有机肥", "90亿元"], "10万千瓦", id="one bold point"),
        pytest.param("河池怎么做到政府守信？", ["失信投诉窗口"], "差距", id="the last bold point"),
        pytest.param("白银这次会议是谁主持的？", ["周成"], "承接", id="who presided"),
        pytest.param("白银这次会议什么时候开的？", ["9月12日"], "承接", id="when it met"),
        pytest.param("白银“一铜一锂”分别指什么？", ["铜箔", "正极材料"], "评优",
                     id="what two words stand for"),
        pytest.param("白银年底没完成任务的县区怎么处理？", ["取消县区班子评优资格"], "铜箔",
                     id="a task not done"),
        pytest.param("白银多久调度一次？", ["半月一调度"], "铜箔", id="how often"),
        pytest.param("林芝进出口额5000万元奖多少？", ["可奖40万元"], "400万元", id="for whom is no grant"),
        pytest.param("林芝进出口额300万元有奖吗？", ["还差100万元"], "可奖", id="nor for the small"),
        pytest.param("林芝从米林口岸出口100车补多少？", ["可补11万元"], "1700元",
                     id="from one of two places"),
        pytest.param("林芝边贸资金谁出？", ["65%", "35%"], "申请表", id="shares set aside"),
        pytest.param("林芝边贸申报要什么材料？", ["申请表、报关单、银行水单"], "65%",
                     id="a short word for trade"),
        pytest.param("乳山黄金产业有哪些隐忧？", ["受制于人", "青黄不接"], "31家", id="what worries"),
        pytest.param("资溪面包链重点招引哪些项目？", ["馅料、包装、设备"], "竹林", id="and no other list"),
        pytest.param("资溪低产林每亩补助多少？今年改造多少亩？", ["600元", "2万亩"], "资料中没有",
                     id="told in one"),
    ],
)  # fmt: skip
def test_it_is_told_as_it_stands(assistant: Assistant, question: str, told: list[str], untold: str) -> None:
    answer = assistant.ask(question)
    assert not answer.refused
    assert [words for words in told if words not in answer.text] == [], answer.text
    assert untold not in answer.text
    assert answer.citations


def test_one_years_output_is_no_others(assistant: Assistant) -> None:
    assert assistant.ask("乳山2023年电子材料产值多少？").refused


def test_one_trades_output_is_no_others(assistant: Assistant) -> None:
    answer = assistant.ask("资溪2024年竹产业链产值多少？")
    assert answer.refused or "38亿" not in answer.text
