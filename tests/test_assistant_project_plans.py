"""Plans, weekly bulletins and visits: projects under headings that count them, behind 【】, on site."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import Assistant
from ingest import ingest

PLAN = """石首市2024年重点项目建设计划
一、续建项目（8个，总投资96亿元）
（一）新厂智能电气装备产业园。建设单位：石首市城投集团；总投资18亿元，年度计划投资5亿元；责任单位：新厂镇政府。
（二）金力水性涂料项目。建设单位：湖北金力新材料有限公司；年产水性涂料5万吨；总投资8亿元；责任单位：高基庙镇政府。
二、新开工项目（12个，总投资140亿元）
（一）江康生物原料药项目。建设单位：湖北江康生物制药有限公司；总投资22亿元，年度计划投资4亿元；责任单位：新厂镇政府。
三、前期项目（10个，总投资210亿元）
（一）金鹤湖蓄水区二期工程。总投资65亿元；责任单位：市水利局。
（二）石首港区综合码头二期。总投资14亿元；责任单位：市交通运输局。
"""
WEEKLY = """招商周报（第28期）
大邑县投资促进局　2025年7月14日
【签约动态】7月9日，大邑县与成都云凡检测技术有限公司签订投资协议，建设西岭食品检测中心项目，计划投资1.2亿元，选址安仁镇。
【洽谈动态】7月8日，浙江禾禾包装股份有限公司来大邑考察，拟投资2亿元建设食品包装项目；7月10日，县投促局赴佛山拜访广东一方冷链装备有限公司，洽谈冷链装备制造项目，双方达成初步合作意向。
【落地动态】成都金禾科技有限公司猕猴桃冻干项目7月12日正式开工；总投资2.6亿元的明月陶瓷文创园项目完成土地摘牌。
"""
VISIT = """县委书记调研重点项目建设
2025-08-15　惠民报社记者 商海涛
8月14日，惠民县委书记贾军到经济开发区调研重点项目建设情况。
在中北车轮有限公司轮毂智造项目现场，贾军详细了解项目推进情况。该项目总投资5.6亿元，达产后年产轮毂300万只。目前1号厂房已建成，设备正在安装，预计10月底投产。
在华盛特纸三期扩建工地，贾军察看施工进度。项目总投资9.8亿元，今年3月动工，目前完成工程量的65%。
孙武街道的龙兴食品三期设备安装调试结束，目前已进入试生产阶段。
"""
PAPERS = {"计划.txt": PLAN, "周报.txt": WEEKLY, "调研.txt": VISIT}


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        pytest.param(
            "石首续建项目有哪些？", ["共2个项目", "电气装备", "水性涂料"], ["原料药"], id="going-on"
        ),
        pytest.param(
            "石首20亿元以上的项目有哪些？",
            ["共2个项目", "65亿元|计划", "22亿元|计划"],
            ["96亿元"],
            id="planned",
        ),
        pytest.param("石首新开工项目总投资多少？", ["140亿元"], ["22亿元"], id="a-heading-counts"),
        pytest.param("石首前期项目几个，总投资多少？", ["10个", "总投资210亿元"], ["96亿元"], id="and-sums"),
        pytest.param(
            "江康生物原料药项目今年计划投资多少？", ["年度计划投资4亿元"], ["22亿元"], id="one-year"
        ),
        pytest.param("金鹤湖蓄水区二期工程年度计划投资多少？", ["未说明"], ["65亿元"], id="no-year-told"),
        pytest.param(
            "西岭食品检测中心投资多少，谁投的，选址哪里？",
            ["1.2亿元", "成都云凡检测技术有限公司", "安仁镇"],
            [],
            id="agreed",
        ),
        pytest.param("大邑县签约的项目有哪些？", ["共1个项目", "西岭食品检测中心"], [], id="signed-to-build"),
        pytest.param("冷链装备制造项目拟投资多少？", ["未说明"], ["2亿元"], id="no-neighbours-amount"),
        pytest.param("明月陶瓷文创园进展怎样？", ["完成土地摘牌"], ["7月12日"], id="no-neighbours-stage"),
        pytest.param("猕猴桃冻干项目谁投的？", ["成都金禾科技有限公司"], ["动态"], id="behind-brackets"),
        pytest.param("中北车轮轮毂项目什么时候投产？", ["预计10月底投产"], [], id="named-in-short"),
        pytest.param("华盛特纸三期投资多少？", ["9.8亿元"], ["5.6亿元"], id="at-its-site"),
        pytest.param("龙兴食品三期到什么阶段？", ["试生产"], ["特纸"], id="a-phase-without-a-head"),
    ],
)
def test_a_project_of_a_plan_or_bulletin(
    assistant: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    text = assistant.ask(question).text
    assert all(piece in text for piece in said), text
    assert not any(piece in text for piece in unsaid), text


SETTLING = """大庆市今年招商情况
2024年6月11日

“成都甲禾投资公司计划投资30亿元的精细化工产业园项目与西安乙农集团有限公司计划投资8.6亿元的设施农业产业园项目将陆续落户林甸县，\
中丙集团有限公司计划投资8亿元的大健康产业园项目将落户肇源县，这些都是重点项目。”据大庆市商务局负责人介绍。

今年，大庆市先后举办深圳、京津冀招商推介会，取得丰硕成果。
"""


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("大庆哪些项目将落户林甸县？", ["精细化工产业园项目", "设施农业产业园项目"], "大健康"),
        ("大庆计划落户的项目中投资最大的是哪个？", ["精细化工产业园项目总投资最大，为30亿元"], "8亿元的"),
        ("大庆京津冀招商推介会签约额是多少？", ["没有"], "丰硕"),
    ],
)
def test_projects_joined_settle_in_one_place(
    tmp_path: Path, question: str, said: list[str], unsaid: str
) -> None:
    (tmp_path / "大庆.txt").write_text(SETTLING, encoding="utf-8")
    ingest([str(tmp_path)], store=str(tmp_path / "store"))
    with Assistant.open(str(tmp_path / "store")) as opened:
        answer = opened.ask(question)
    assert all(part in answer.text for part in said) and unsaid not in answer.text, answer.text
