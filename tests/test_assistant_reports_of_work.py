"""What is asked of reports on a county: the gap to a plan, one statistic beside another, who signs?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import Assistant
from ingest import ingest

_PAPERS = {
    "柳城县2022年政府工作报告.txt": """政府工作报告
——在柳城县第十九届人民代表大会第二次会议上
柳城县人民政府县长 李广文
（二○二二年十二月二十日）
各位代表：
现在，我代表县人民政府，向大会报告政府工作，请予审议。
一、2022年工作回顾
2022年，预计全县规模工业总产值482亿元，增长10%；实际利用外资0.9亿元，增长30%；社会消费品零售总额117亿元，增长8%；城镇居民人均可支配收入39500元，增长9%。新增规模工业企业16家。
""",
    "融安县2022年计划执行情况.txt": """融安县2022年国民经济和社会发展计划执行情况
来源：融安县发展和改革局 时间：2023-02-06
2022年，全县第二产业增加值323亿元，完成年计划362亿元的89.2%（主要是规模以上工业产值未达到预期目标），下降2%。规上工业产值890亿元，增长1%。社会消费品零售总额60亿元，增长6%。
""",
    "河池市重点项目进展.txt": """河池市1—6月高端化项目进展
2022-07-21 河池市发展和改革委员会
2022年，全市实施高端化项目19项，总投资178亿元。1—6月，11个市重点项目完成投资36亿元，年度投资完成率61%，4个省重点项目完成投资9亿元，年度投资完成率72%。
全市地区生产总值从2011年的109亿元增加到2021年的165亿元，年均增长9.3%；人均GDP从24400元增加到36700元，年均增长9.2%。
分行业看：
新型化工项目8个，总投资98亿元，开复工项目6个，开复工率75%；
新材料项目5个，总投资38亿元，开复工项目3个，开复工率60%；
生物医药项目2个，总投资10亿元，开复工项目2个，开复工率100%。
""",
    "贺州市1-8月重点项目.txt": """贺州市2024年1—8月市重点项目进展情况
2024-09-12 贺州市发展和改革委员会
2024年安排市重点项目76个，年度计划投资400亿元。其中，续建项目26个，年度计划投资250亿元；计划开工项目50个，年度计划投资150亿元。
1—8月份，累计完成投资300亿元，投资完成率75%。76个市重点项目开工60个。
""",
    "河池市放管服计划.txt": """河池市2020年深化“放管服”改革工作计划
河池市人民政府 2020年2月22日
一、进一步提升政务服务效能
1.加大简政放权力度。承接好省下放行政许可事项，下放一批管理审批权限。（牵头单位：市行政审批局，6月底完成）
2.推动服务导则落实。加快县区、乡镇实体平台建设，优化服务窗口设置。（牵头单位：市行政审批局，9月底完成）
""",
    "河池市招商支持政策.txt": """河池市招商引资支持办法
一、支持对象
本办法适用于新迁入我市的企业。
二、支持项目
|序号|类别|项目说明|支持额度|
|---|---|---|---|
|1|落户支持|新落户或新注册的企业、机构，经市政府认可的金融、现代服务、科技创新、先进制造、文化创意等产业领域的重点企业|按条件一次性给予落户支持，最高2000万元。|
|2|办公用房购置支持|新落户企业在我市购置社会物业作为自用办公用房的，所购房屋5年内不得对外租售，不得改变用途|按实际购房价格10%的标准，依条件给予购房支持，最高3000万元。|
|3|办公用房租赁支持|新落户企业在我市租赁自用办公用房的，享受租赁支持期间不得转租，不得改变用途|按条件给予不超过3年的租金支持，最高1000万元，累计不超过3000万元。|
|4|装修支持|新落户企业首次装修辖区内新购或租赁的自用办公用房的|按条件给予装修支持，最高500万元。|
|5|搬迁支持|新迁入我市的企业|按条件给予搬迁支持，最高300万元。|
""",
    "融水县招商通报.txt": """融水县1-7月份招商引资工作情况通报
1-7月份，融水县新引进省外亿元投资项目40个，完成市考核目标45个的88.9%，省外亿元以上项目到位资金99亿元，完成市考核目标145亿元的68.3%。
""",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("reports")
    docs: Path = folder / "docs"
    docs.mkdir()
    for name, text in _PAPERS.items():
        (docs / name).write_text(text, encoding="utf-8")
    ingest([docs], store=folder / "store")
    with Assistant.open(folder / "store") as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("融安县第二产业增加值差多少完成计划？", "39亿元"),
        ("融水县到位资金离目标还差多少？", "46亿元"),  # of a paper that names no year
        ("柳城县今年新增了多少家规上工业企业？", "16家"),
        ("柳城、融安两县2022年社会消费品零售总额合计多少？", "177亿元"),
        ("柳城县县长是谁？", "李广文"),
        ("融安县第二产业完成计划了吗？", "39亿元"),
        ("河池市GDP年均增长多少？", "9.3%"),
        ("贺州市重点项目到年底还差多少投资没完成？", "100亿元"),  # and not the aim of those to be begun
        ("河池市推动服务导则落实什么时候完成？", "9月底"),
        ("贺州市重点项目还有几个没开工？", "16个"),
        ("河池市省重点项目年度投资完成率是多少？", "72%"),
        ("河池市哪个行业的开复工率最低？", "新材料最低，为60%"),
        ("河池市装修支持最高多少钱？", "500万元"),  # a cap is asked for, and nothing ranked
        ("新迁入河池市的企业搬迁最高支持多少？", "300万元"),
    ],
)
def test_what_a_report_tells_is_told(assistant: Assistant, question: str, told: str) -> None:
    answer = assistant.ask(question)
    assert told in answer.text and not answer.refused


@pytest.mark.parametrize(
    "question",
    [
        "融安县规上工业产值目标是多少？",  # 362亿元 is the aim of another statistic
        "融安县规上工业产值年计划是多少？",
        "柳城县县委书记是谁？",
    ],
)
def test_an_aim_of_another_statistic_is_no_answer(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).refused


def test_a_district_behind_and_is_no_part_of_a_name(assistant: Assistant) -> None:
    answer = assistant.ask("柳城和融安谁的社会消费品零售总额更高？")
    assert "柳城县" in answer.text and "融安县" in answer.text
