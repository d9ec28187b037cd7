"""What does a list measure that says by what it looks at its places: 分县区看, 从签约项目看?"""

from __future__ import annotations

import pytest
from short_rows import short_rows

from ingest.ledger.projects import extract_projects
from language.naming import find_names
from vectorstore.document import Block, Document


@pytest.mark.parametrize(
    ("paragraphs", "rows"),
    [
        pytest.param(
            (
                "今年1—6月，全市集中开工项目29个，总投资140亿元，其中产业项目18个、民生项目11个。",
                "分县区看，河口区12个、总投资61亿元，利津县9个。",
            ),
            {"河口区|集中开工项目|12个|2024-H1", "利津县|集中开工项目|9个|2024-H1"},
            id="of all, and not of the last of its parts",
        ),
        pytest.param(
            ("2023年，全市新签约项目88个。从签约项目看，河口区31个，位居第一；利津县20个。",),
            {"河口区|签约项目|31个|2023", "利津县|签约项目|20个|2023"},
            id="of what is looked at",
        ),
        pytest.param(
            ("2023年，东营市到位资金70亿元。从到位资金来看，河口区18亿元、利津县9亿元。",),
            {"河口区|到位资金|18亿元|2023", "利津县|到位资金|9亿元|2023"},
            id="the money looked at",
        ),
        pytest.param(
            ("2023年，全市签约项目88个，其中工业项目50个，河口区21个、利津县9个。",),
            {"东营市|工业项目|50个|2023"},
            id="a part stays one",
        ),
    ],
)
def test_a_list_of_districts_is_of_what_it_is_seen_by(paragraphs: tuple[str, ...], rows: set[str]) -> None:
    assert rows <= short_rows(*paragraphs, title="东营市招商引资情况", day="2024-07-11")


def test_who_pays_in_person_is_the_investor_and_no_firm_is_made_of_the_name() -> None:
    text = "在外乡贤程立平投资2.4亿元建设的青禾电子变压器项目在利津县投产。"
    document = Document(
        id="d", name="d.txt", text=text, blocks=(Block(kind="paragraph", start=0, end=len(text)),)
    )
    assert [(row.name, row.investor) for row in extract_projects(document)] == [
        ("青禾电子变压器项目", "程立平")
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("日前，记者走进利津县云帆新材料产业园，机器轰鸣。", "利津县云帆新材料产业园"),
        ("记者来到河口区海岳智能装备产业园，看到一片繁忙。", "河口区海岳智能装备产业园"),
    ],
)
def test_where_a_reporter_walks_in_a_name_begins(text: str, name: str) -> None:
    assert [found.text for found in find_names(text)] == [name]


@pytest.mark.parametrize(
    ("paragraph", "rows"),
    [
        pytest.param(
            "2013年，东营市城乡居民人均可支配收入分别达到28600元、11200元，分别增长9.1%、11.4%。",
            {
                "东营市|城镇居民人均可支配收入|28600元|2013",
                "东营市|农村居民人均可支配收入|11200元|2013",
                "东营市|农村居民人均可支配收入增长|11.4%|2013",
            },
            id="one word for two",
        ),
        pytest.param(
            "山东（东营）产业合作恳谈会在苏州举行，会上签约项目21个。",
            {"东营市|签约项目|21个|"},
            id="a city in brackets behind its province",
        ),
        pytest.param(
            "河口区去年引进项目12个。台湾顺昌鞋业投资3亿元的运动鞋基地去年投产，解决就业800人。",
            {"河口区|解决就业|800人|2023"},
            id="where a firm is from",
        ),
    ],
)
def test_whose_a_figure_is(paragraph: str, rows: set[str]) -> None:
    assert rows <= short_rows(paragraph, title="招商引资情况", day="2024-07-11")
