"""What is typed in a hurry is read as meant: no asking word, a year of two digits, a firm's odd name."""

from __future__ import annotations

import pytest

from assistant import Assistant
from ingest import ingest

PAPERS = {
    "荆门.md": "# 荆门市重大项目进展\n\n2022-06-12\n\n"
    "1—5月，荆门市招商引资项目投资完成额完成全年目标任务的47.2%，其中，"
    "制造业项目投资完成额完成全年目标任务的61.5%；实际到账外资2.4亿美元。"
    "1—5月，荆门市签约亿元以上项目86个，10-50亿元项目17个。\n",
    "荆门年报.md": "# 荆门市2024年招商回顾\n\n2025-01-08\n\n"
    "2024年，荆门市在“招商百日行动”（第三季）中签约工业项目44个。"
    "去年7月，多氟多公司签约落户荆门市，与荆化集团共同打造氟材料产业园项目，总投资约58亿元。"
    "恒桥新材料项目总投资12亿元，落户荆门市。\n",
    "随州开发区.md": "# 随州开发区2007年工作总结\n\n2008-01-10\n\n"
    "2007年，随州开发区新引进项目38个，总投资21.5亿元。\n",
    "黄石.md": "# 黄石市2023年集中签约\n\n2023-11-18\n\n"
    "11月17日，黄石市26个项目集中签约，其中，黄石高新区9个，大冶市7个，阳新县4个。\n",
    "大冶.md": "# 大冶市2024年前两月投资情况\n\n2024-03-20\n\n"
    "1—2月，大冶市工业投资完成6.1亿元，同比增长41.2%，高出全市平均增速20.5个百分点，增速位居全市第一。"
    "保安镇增速62%，金湖增速17%。大冶市实施新赛道行动计划，成功签约新赛道项目15个、签约金额83亿元。"
    "大冶市22个省重点项目上报投资27.3亿元，完成年度计划的44.1%。\n"
    "大冶市委书记林川强调，要把招商引资作为头号工程，做到全员招商。\n",
    "鄂州.md": "# 鄂州市前两月项目招引\n\n2025-03-31\n\n"
    "本报讯（记者 林一）1至2月，鄂州市新签约亿元（1000万美元）以上项目91个，协议投资额404.1亿元。"
    "具体来看，1至2月新签约的亿元（1000万美元）以上项目中，5亿元（3000万美元）以上项目37个、"
    "10亿元（1亿美元）以上项目8个，协议投资额分别为262.6亿元、138.1亿元。"
    "这批项目平均协议投资额高出去年1.1亿元。\n",
    "鄂州去年.md": "# 鄂州市2024年招商回顾\n\n2025-01-20\n\n"
    "2024年，鄂州市招引亿元以上产业项目334个，完成年度任务的126.8%。\n",
    "黄冈.md": "# 春节招商走访\n\n2023-02-15\n\n"
    "本报讯（记者 林二）红安县举办返乡恳谈会，现场签约10个项目，签约总额65.5亿元；"
    "麻城市举办招商推介会。春节期间，黄冈市签约项目136个。引进5000万元以上项目15个，"
    "占引进项目总数的71.4%，其中亿元以上项目9个，占引进项目总数的42.8%。\n",
    "咸宁.md": "# 咸宁市2024年第四季度项目集中开竣工活动举行\n\n2024-10-10\n\n"
    "此次列入集中开竣工活动的项目共有62个、总投资258.6亿元。\n",
    "孝感.md": "# 孝感市一季度项目建设点评会\n\n2024-04-27\n\n"
    "一季度，孝感市共认定亿元以上新开工项目54个。新开工项目中，应城市16个，安陆市14个，汉川市24个。"
    "一季度，孝感市新签约亿元以上项目91个，协议投资额404亿元。"
    "新签约项目中，应城市38个，安陆市33个，汉川市20个。"
    "9个“三比三看”重点考核园区新签约项目43个，协议投资总额192亿元。"
    "截至3月底，24个省重点项目已开工13个，125个市重点项目已开工86个。\n",
    "随州.md": "# 随州市2023年前三季度招商情况\n\n2023-10-20\n\n前三季度，随州市签约项目212个。\n",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("hurried")
    for name, text in PAPERS.items():
        (folder / name).write_text(text, encoding="utf-8")
    store = folder / "store"
    ingest([str(folder)], store=str(store))
    return Assistant.open(str(store))


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("荆门 1-5月 实际到账外资", "2.4亿美元", "86"),
        ("荆门 2022年1-5月 亿元以上 签约", "86个", "17个"),
        ("荆门22年1-5月制造业投资完成率", "61.5%", "47.2%"),
        ("荆门10-50亿的项目几个", "17个", "44"),
        ("随州开发区07年引进了几个项目", "38个", "212"),
        ("荆门多氟多项目总投资", "58亿元", "12亿元"),
        ("黄石2023年26个项目 高新区 几个", "9个", "相差"),
        ("大冶工业投资增速是不是全市第一", "位居全市第一", "62%"),
        ("大冶22个省重点项目完成投资多少亿元，完成年度计划的比例", "27.3亿元", "6.1亿元"),
        ("大冶22个省重点项目完成投资及年度计划比例", "44.1%", "6.1亿元"),
        ("大冶新赛道签约金额", "83亿元", "目标"),
        ("鄂州前两月10亿以上项目几个 投多少", "138.1亿元", "262.6"),
        ("鄂州前两月5亿以上项目协议投资", "262.6亿元", "138.1"),
        ("鄂州25年1-2月亿元以上签约项目", "91个", "37个"),
        ("红安签了多少钱", "65.5亿元", "136"),
        ("孝感一季度新签约 哪个市区最多", "应城市", "汉川市最多"),
        ("应城24年一季度 开工和签约各几个", "开工项目16个", "54"),
        ("孝感一季度签约项目", "91个", "43个"),
        ("孝感一季度签约项目协议投资额多少", "404亿元", "192"),
        ("孝感省重点项目开工率", "54.17%", "68.8%"),
        ("咸宁四季度集中开竣工项目几个", "62个", "258"),
        ("黄冈亿元以上项目占比", "42.8%", "60%"),
    ],
)
def test_a_hurried_question_is_answered(assistant: Assistant, question: str, told: str, untold: str) -> None:
    answer = assistant.ask(question)
    assert not answer.refused, answer.text
    assert told in answer.text
    assert untold not in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "荆门22年1-5月农业投资完成率",  # the whole is no part's
        "随州前三季度去年同期签约项目几个",
        "咸宁2024年三季度集中开竣工项目几个",  # of the quarter of its title
        "鄂州2024年全年目标",  # what was done of an aim is none
        "鄂州 2025年 全年 亿元以上产业项目几个",
        "荆门三季度签约工业项目几个",  # the third campaign is no third quarter
    ],
)
def test_what_is_of_another_part_or_time_is_refused(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.refused, answer.text


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (["大冶前两月工业投资", "书记怎么说"], "全员招商"),
        (["荆门多氟多项目总投资", "跟谁合作"], "荆化集团"),
        (["随州前三季度签约项目几个", "这是哪年的数据"], "2023年"),
        (["鄂州前两月协议投资多少", "10亿以上的呢"], "138.1亿元"),
        (["孝感省重点项目开工几个", "开工率多少"], "54.17%"),
        (["黄石2023年11月集中签约 大冶几个", "阳新呢", "加起来多少"], "11个"),
    ],
)
def test_a_talk_goes_on_with_what_was_asked(assistant: Assistant, turns: list[str], told: str) -> None:
    history: list[dict[str, object]] = []
    for turn in turns:
        answer = assistant.ask(turn, history=history)
        history += [{"role": "user", "content": turn}, {"role": "assistant", "content": answer.text}]
    assert told in answer.text, (answer.question, answer.text)
