"""Of what is a second change, a change of a rate, a share or a rate aimed at, told in one sentence?"""

from __future__ import annotations

import pytest

from ingest.ledger.figures import extract_figures
from vectorstore.document import Block, Document


def _told(text: str) -> dict[str, str]:
    """What is measured, by what is printed; ! marks what is no fact."""
    block = Block(kind="paragraph", start=0, end=len(text))
    document = Document(
        id="d", name="d.txt", text=text, title="梅州市招商", reference_date="2024-07-20", blocks=(block,)
    )
    return {
        row.raw: f"{row.metric}{'' if row.modality in ('actual', 'planned_total') else '!'}"
        for row in extract_figures(document)
    }


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        pytest.param(
            "6月，全市到位资金32亿元，同比增长12.5%、环比增长8.1%。",
            {"12.5%": "到位资金同比增长", "8.1%": "到位资金环比增长"},
            id="two-changes-in-a-list",
        ),
        pytest.param(
            "6月，全市新签约项目28个，环比上升16.7%，同比下降6.3%。",
            {"16.7%": "签约项目环比上升", "6.3%": "签约项目同比下降"},
            id="two-changes-in-clauses",
        ),
        pytest.param(
            "上半年，全市固定资产投资增长7.8%，增速比一季度加快1.2个百分点，低于目标增速0.7个百分点。",
            {"1.2个百分点": "固定资产投资增速加快", "0.7个百分点": "固定资产投资低于目标增速"},
            id="how-a-rate-changed",
        ),
        pytest.param(
            "6月末，全市贷款余额1280亿元，较年初新增70亿元，同比多增45亿元，同比增长8.7%。",
            {"70亿元": "贷款余额新增", "45亿元": "贷款余额同比多增", "8.7%": "贷款余额同比增长"},
            id="how-much-more-than-the-year-before",
        ),
        pytest.param(
            "上半年，全市排查道路96条，涵洞、地下车库等风险点位64个，举办推介会、洽谈会等活动40场。",
            {"64个": "风险点位", "40场": "举办活动"},
            id="examples-before-a-noun-are-not-what-is-counted",
        ),
        pytest.param(
            "上半年，全市到位资金同比增长13%，增速高于预定目标3个百分点。",
            {"3个百分点": "到位资金增速高于预定目标"},
            id="above-what-was-aimed-at-is-done",
        ),
        pytest.param(
            "上半年，全市进出口总值383亿元，较去年年底前进2位，同比增长1.4%。",
            {"1.4%": "进出口总值同比增长"},
            id="a-rank-is-no-measure-of-growth",
        ),
        pytest.param(
            "全市5A级景区3个、A级以上60个。",
            {"3个": "5A级景区", "60个": "A级以上"},
            id="another-class-is-not-the-first",
        ),
        pytest.param(
            "上半年，全市固定资产投资增长7.8%，年度目标增速为8.5%。",
            {"7.8%": "固定资产投资增长", "8.5%": "固定资产投资年度目标增速!"},
            id="a-rate-aimed-at",
        ),
        pytest.param(
            "上半年，全市生产总值620亿元，按可比价计算，同比增长5.1%。",
            {"5.1%": "生产总值同比增长"},
            id="how-it-is-reckoned-is-no-measure",
        ),
        pytest.param(
            "1—6月，民间投资完成430亿元，占固定资产投资的比重达48.9%。",
            {"48.9%": "民间投资完成占固定资产投资的比重"},
            id="a-share-in-many-words",
        ),
        pytest.param(
            "全市新签约项目90个，工业项目占签约项目数的68%，占签约总额的74%。",
            {"68%": "工业项目占签约项目数", "74%": "工业项目占签约总额"},
            id="two-shares-of-one-part",
        ),
        pytest.param(
            "水路、公路分别发送旅客12万人、30万人，同比分别增长18.8%、27.2%、23.3%。",
            {"27.2%": "同比增长"},
            id="a-list-without-words-is-of-nothing-said",
        ),
    ],
)
def test_what_changed_or_is_a_part(text: str, measures: dict[str, str]) -> None:
    told = _told(text)
    assert {raw: told.get(raw) for raw in measures} == measures
