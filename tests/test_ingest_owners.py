"""Whose and of what is a figure beside a fund, a works, a bracket or a look back at the year before?"""

from __future__ import annotations

import pytest
from short_rows import short_rows

from language.place import learn_places


def _told(text: str, *, reference: str = "2024-10-08") -> set[str]:
    return short_rows("南通市招商观察。", *text.split("\n"), day=reference)


@pytest.mark.parametrize(
    ("text", "rows", "none"),
    [
        pytest.param(
            "恒芯锂电隔膜产业园二期项目总投资18亿元，今年1—5月实现产值6.2亿元。",
            {
                "恒芯锂电隔膜产业园二期项目|总投资|18亿元|",
                "恒芯锂电隔膜产业园二期项目|实现产值|6.2亿元|2024-01..2024-05",
            },
            "南通市|",
            id="what-a-project-yields-at-a-time",
        ),
        pytest.param(
            "在临港工业园建设的恒芯光学镜片制造基地，今年一季度实现产值4.2亿元。",
            {"恒芯光学镜片制造基地|实现产值|4.2亿元|2024-Q1"},
            "临港工业园|",
            id="no-output-of-the-park-it-stands-in",
        ),
        pytest.param(
            "临港产业园的恒芯年产3万吨锂电隔膜生产线项目总投资8.6亿元。",
            {"恒芯年产3万吨锂电隔膜生产线项目|临港产业园的总投资|8.6亿元|"},
            "|锂电隔膜生产线项目",
            id="a-project-is-called-alike-in-both-ledgers",
        ),
        pytest.param(
            "恒芯氟化工新材料项目超100亿元，单体最大的是朗盛重卡整车项目，70亿元；文旅项目30亿元。",
            {"恒芯氟化工新材料项目|投资额|100亿元|", "朗盛重卡整车项目|投资额|70亿元|"},
            "南通市|恒芯",
            id="an-amount-alone-behind-a-project-is-its-price",
        ),
        pytest.param(
            "恒芯氟化工新材料项目100亿元的产业基金已设立，朗盛重卡整车项目年产值70亿元。",
            {"朗盛重卡整车项目|年产值|70亿元|"},
            "恒芯氟化工新材料项目|投资额",
            id="an-amount-of-something-else-is-no-price",
        ),
        pytest.param(
            "恒芯滨江生态项目（116.8亿元）、朗盛湖景公园项目（106.3亿元）等重大项目开工。",
            {"恒芯滨江生态项目|投资额|116.8亿元|", "朗盛湖景公园项目|投资额|106.3亿元|"},
            "南通市|",
            id="prices-in-brackets",
        ),
        pytest.param(
            "前7月销售额超百亿元的楼盘2个，分别是恒芯滨江生态项目（116.8亿元）和朗盛湖景公园项目（106.3亿元）。",
            {"恒芯滨江生态项目|销售额|116.8亿元|2024-01..2024-07"},
            "投资额",
            id="what-a-project-sold-in-brackets-is-no-price",
        ),
        pytest.param(
            "苏州市调研组来访。18家民企与如东县签约项目22个，总投资超过230亿元。",
            {"如东县|总投资|230亿元|"},
            "苏州市|总投资",
            id="what-counted-firms-sign-is-the-place's",
        ),
        pytest.param(
            "江岳启航基金由方舟投资和通海集团共同发起设立。目前，该基金已先后投了6家企业。"
            "“江岳启航基金已为南通引进27个项目，带来产值超18亿元。”合伙人说。",
            {
                "江岳启航基金|投企业|6家|",
                "江岳启航基金|为南通引进项目|27个|",
                "江岳启航基金|带来产值|18亿元|",
            },
            "通海集团|",
            id="a-fund-acts-and-its-founders-do-not",
        ),
        pytest.param(
            "在南通光电产业园，华昱项目产能爬坡顺利，已有16条生产线投入使用。",
            {"华昱项目|生产线投入使用|16条|"},
            "南通市|生产线",
            id="lines-are-those-of-the-works-told-of-before",
        ),
        pytest.param(
            "市里筹备设立规模不低于12亿元的产业基金。",
            {"南通市|产业基金规模|12亿元|2024!"},
            "产业基金|规模",
            id="a-fund-without-a-name-is-of-the-city",
        ),
        pytest.param(
            "今年以来新设立规模超10亿元的基金5只。",
            set(),
            "|10亿元|",
            id="funds-that-are-counted-are-of-a-class",
        ),
        pytest.param(
            "会上到了86家世界500强企业、120家行业龙头企业。",
            {"南通市|世界500强企业|86家|"},
            "世界|86家",
            id="the-number-in-500强-ends-no-noun",
        ),
        pytest.param(
            "数字化水平达到二级（规范级，已完成一轮改造）以上企业占47%。",
            {"南通市|数字化水平达到二级以上企业占比|47%|"},
            ")",
            id="a-comma-in-brackets-cuts-no-measure",
        ),
        pytest.param(
            "南通建成全省首个智算中心（首期算力300P）。",
            {"南通市|首期算力|300P|"},
            "(",
            id="what-stands-in-brackets-is-measured-by-its-own-words",
        ),
        pytest.param(
            "1—9月，全市新签约项目88个。其中，开工41个。\n目前6个园区在建项目35个，其中10亿元以上重大项目12个。",
            {"南通市|10亿元以上重大项目|12个|"},
            "|12个|2024",
            id="a-part-is-of-no-other-time-than-its-whole",
        ),
    ],
)
def test_a_figure_is_of_whom_its_sentence_tells(text: str, rows: set[str], none: str) -> None:
    told = _told(text)
    assert rows <= told, told
    assert not [row for row in told if none in row], told


def test_the_beginning_of_a_year_is_not_in_the_year_looked_back_on() -> None:
    text = "去年以来，全市新签约项目310个。\n年初，通州区推出12项服务举措。去年，通州区走访企业430家。"
    told = _told(text, reference="2025-02-26")
    assert "通州区|推出服务举措|12项|2025" in told, told
    assert "通州区|走访企业|430家|2024" in told, told


def test_a_verb_before_a_kind_of_zone_names_none() -> None:
    text = "提升功能区发展能级\n各功能区纷纷表态。上合示范区，新蒲新区先行。"
    assert [place.name for place in learn_places(text).places] == ["上合示范区", "新蒲新区"]


def test_a_firm_that_took_root_in_a_zone_names_none() -> None:
    assert not learn_places("澄川机械有限公司扎根开发区十年。").places
