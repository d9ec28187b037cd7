"""Provinces, their regions and long city names: whose is a figure, and which of several is asked for?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import Assistant
from ingest import ingest

PAPERS = {
    "省": """2024年新疆招商引资情况
2025年1月12日

2024年，新疆引进区外到位资金9100亿元，较上年增长11%。

在地域分布上，北疆地区表现突出，引进区外到位资金5400亿元，同比增长8.8%。南疆地区（含吐鲁番、哈密）引进区外到位资金3700亿元，同比增长14.9%。

在区外到位资金总量上，克拉玛依市、伊犁哈萨克自治州、阿克苏地区位居前三，分别到位1390亿元、1361亿元、1347亿元。
""",
    "市": """乌市一季度招商引资情况
2024年4月29日

4月25日，记者从乌鲁木齐市招商服务局了解到，一季度，乌市招商引资实施项目109个，引进区外到位资金223亿元。

目前已引进的109个项目中，新建项目47个，引进区外到位资金98亿元；续建项目62个，引进区外到位资金125亿元。
""",
    "区": """长春汽开区64个项目集中签约
2023年1月6日

在5日举行的长春汽车经济技术开发区2023年招商引资项目集中签约活动上，64个项目集中签约、总投资442亿元。

长春汽车经济技术开发区位于长春市西南部。2022年招商引资内资到位172亿元，同比增长10%。
""",
    "签约": """亳州市2023年招商引资情况
2024年1月20日

1—12月份，全市新签约亿元以上工业项目510个、计划总投资2680亿元。全市新落地亿元以上工业项目302个、计划总投资1570亿元。
""",
    "完成": """吴忠市招商引资工作总结
2023年10月18日

1—9月，全市实施招商引资项目545个，申报到位资金518亿元，完成自治区615亿元招商引资目标任务的84.2%。其中，实施“三新”产业项目298个，到位资金253亿元。
""",
    "产业": """滁州市秋季集中签约
2021年9月2日

在7月24日举办的论坛上，共有34个项目在滁州签约，总投资981亿元。

近日，滁州市举办2021年秋季招商引资项目集中签约大会。现场签约项目共26个、网络签约项目共19个，共签订合作项目45个，计划总投资1160亿元。

按产业分类，现代能源项目9个，计划投资377亿元；新材料项目5个，计划投资73亿元；数字产业项目4个，计划投资8亿元；稀土产业项目1个，计划投资2亿元。
""",
    "园区": """海南重点园区上半年情况
2021年7月20日

今年上半年，11个重点园区实现营业收入4801亿元，同比增长141%；实现税收收入296亿元，同比增长93%。
""",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("papers")
    for name, text in PAPERS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    store = str(tmp_path_factory.mktemp("library") / "store")
    ingest([str(folder)], store=store)
    with Assistant.open(store) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("2024年新疆引进区外到位资金多少？", "9100亿元", "5400"),
        ("2024年新疆北疆地区引进区外到位资金多少？", "5400亿元", "9100"),
        ("新疆南疆和北疆引进区外到位资金哪个增长快？", "14.9%", "最多，为"),
        ("阿克苏地区2024年区外到位资金多少？", "1347亿元", "1390"),
        ("乌鲁木齐一季度引进区外到位资金多少？", "223亿元", "98亿元"),
        ("乌市一季度实施多少个项目？", "109个", "47个"),
        ("长春汽开区2022年内资到位多少？", "172亿元", "442"),
        ("长春汽开区2023年1月签约了多少项目，总投资多少？", "442亿元", "172"),
        ("亳州2023年新签约和新落地项目相差多少个？", "208个", "亿元。"),
        ("吴忠1—9月到位资金多少，完成目标的百分之几？", "84.2%", "41."),
        ("滁州2021年秋季签约总投资多少？", "1160亿元", "981"),
        ("滁州2021年秋季签约项目中，投资额最大的是哪个产业？", "现代能源最多", "数字产业最多"),
        ("海南重点园区上半年税收收入多少？", "296亿元", "没有"),
    ],
)
def test_whose_figure_is_told(assistant: Assistant, question: str, told: str, untold: str) -> None:
    answer = assistant.ask(question)
    assert told in answer.text and untold not in answer.text, answer.text


QUARTERS = """中国（新疆）自由贸易试验区2024年招商情况
2025年1月15日

中国（新疆）自由贸易试验区在招商引资方面取得成果，全年共招引项目167个，到位资金458亿元。其中，乌鲁木齐片区表现最为亮眼，共招引74个项目，到位资金320亿元；喀什片区共招引68个项目，到位资金80亿元；\
霍尔果斯片区共招引25个项目，到位资金58亿元。
"""
CITIES = """2024年新疆招商引资情况
2025年1月12日

2024年，新疆引进区外到位资金9100亿元。在区外到位资金总量上，乌鲁木齐市、伊犁哈萨克自治州、阿克苏地区位居前三，分别到位1390亿元、1361亿元、1347亿元。

新疆进出口贸易额同比增长9.5%，占西北五省总量的58%。
"""


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("新疆哪个地州到位资金最多？", "乌鲁木齐市最多，为1390亿元", "片区"),
        ("新疆自贸试验区哪个片区到位资金最多？", "乌鲁木齐片区最多，为320亿元", "1390"),
        ("喀什片区到位资金多少？", "80亿元", "58亿元"),
        ("乌鲁木齐市2024年区外到位资金多少？", "1390亿元", "320"),
        ("新疆进出口贸易额占西北五省多少？", "58%", "9.5%"),
    ],
)
def test_cities_of_a_province_are_ranked_without_the_quarters_called_after_them(
    tmp_path: Path, question: str, told: str, untold: str
) -> None:
    for name, text in (("片区", QUARTERS), ("地州", CITIES)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    ingest([str(tmp_path)], store=str(tmp_path / "store"))
    with Assistant.open(str(tmp_path / "store")) as opened:
        answer = opened.ask(question)
    assert told in answer.text and untold not in answer.text, answer.text


FIELDS = """“十四五”以来兰州新区招商引资成效
2025年11月7日

“十四五”期间，新区累计引进优质产业项目633个。新能源新材料领域引进甲海等136个项目，总投资820亿元；绿色化工领域落地乙方等172个项目，总投资425亿元；\
现代服务业汇聚丙东等134个项目，总投资415亿元。
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("兰州新区十四五期间绿色化工引进了多少项目？", "172个"),
        ("兰州新区十四五期间现代服务业总投资多少？", "415亿元"),
        ("兰州新区十四五引进项目中，哪个领域的总投资最多？", "新能源新材料最多，为820亿元"),
    ],
)
def test_each_field_has_its_own_projects_and_a_five_year_plan_is_no_phase(
    tmp_path: Path, question: str, told: str
) -> None:
    (tmp_path / "新区.txt").write_text(FIELDS, encoding="utf-8")
    ingest([str(tmp_path)], store=str(tmp_path / "store"))
    with Assistant.open(str(tmp_path / "store")) as opened:
        answer = opened.ask(question)
    assert told in answer.text and not answer.refused, answer.text
