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
        "荆门三季度签约工业项目几个",  # the third campaign is no third quarter
    ],
)
def test_what_is_of_another_part_or_time_is_refused(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.refused, answer.text
