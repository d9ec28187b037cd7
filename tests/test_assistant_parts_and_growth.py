"""Whose growth, whose share and which whole is told: of the figure asked for, and of no other."""

from __future__ import annotations

import pytest

from assistant import Assistant

CITY = """2023年前8个月株洲市招商引资情况

2023年1—8月，株洲市新设外商投资企业87家，外商投资实际到位34.69亿元人民币，其中，外商直接投资（FDI）2.63亿美元，同比增长21.16%。

1—8月，全市引进亿元以上项目110个，实际进资87.17亿元，合同引资157.7亿元，四大产业共计进资36.13亿元。亿元以上大项目的实际进资占总进资的78.14%。

1—8月，全市新签约项目330个，其中工业项目230个。工业项目实际投资额171.5亿元，占比逾七成。

1—8月，各县新签约5亿元以上项目情况：攸县14个、茶陵县13个、醴陵市11个、市开发区6个。

7月12日，株洲市举行集中签约仪式，此次签约的17个重点项目总投资96亿元。
"""
PAPERS = {"情况.txt": CITY}


@pytest.mark.parametrize(
    ("question", "told", "others"),
    [
        ("2023年前8个月株洲FDI多少，增速多少？", ("2.63亿美元", "21.16%"), ()),
        # The growth is another's, and told by its name.
        ("2023年1—8月株洲外商投资实际到位多少，同比增长多少？", ("34.69亿元",), ("到位同比增长21.16%",)),
        ("2023年1—8月株洲外商投资实际到位多少，同比增长多少？", ("34.69亿元", "(FDI)同比增长"), ()),
        ("2023年头八个月株洲用了多少外资？", ("2.63亿美元",), ()),
        ("2023年1—8月株洲实际进资多少？", ("87.17亿元",), ("36.13亿元",)),
        ("2023年1—8月株洲亿元以上项目进资占总进资的比重？", ("78.14%",), ("55.28%",)),
        ("2023年1—8月株洲新签约项目里工业项目占几成？", ("69.7%",), ("七成",)),
        ("2023年1—8月株洲市开发区5亿元以上新签项目几个？", ("6个",), ("14个",)),
    ],
)
def test_what_is_asked_is_told_and_no_other(
    assistant: Assistant, question: str, told: tuple[str, ...], others: tuple[str, ...]
) -> None:
    text = assistant.ask(question).text
    assert all(word in text for word in told), text
    assert not any(word in text for word in others), text
    assert text


def test_what_a_day_brought_is_not_the_whole_year(assistant: Assistant) -> None:
    assert "17个" not in assistant.ask("株洲市2023年全年新签约重点项目多少个？").text.split("。")[0]
