"""Parts of what is counted and paid for keep what they are of, and are never told as the whole."""

from __future__ import annotations

import pytest

from ingest.ledger.figures import extract_figures
from vectorstore.document import Block, Document


def _told(text: str) -> dict[str, str]:
    """What is measured, behind a bar its class, by what is printed."""
    block = Block(kind="paragraph", start=0, end=len(text))
    document = Document(
        id="d", name="d.txt", text=text, title="随州市招商", reference_date="2024-07-20", blocks=(block,)
    )
    rows = extract_figures(document)
    assert {row.subject for row in rows} == {"随州市"}
    return {row.raw: f"{row.metric}|{row.threshold}".removesuffix("|") for row in rows}


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        pytest.param(
            "在总投资620亿元的签约项目中，新材料占260亿元，装备制造占180亿元。",
            {"620亿元": "总投资", "260亿元": "新材料总投资", "180亿元": "装备制造总投资"},
            id="amounts-out-of-a-total",
        ),
        pytest.param(
            "46个签约项目中，10亿元以上12个、5—10亿元9个、1—5亿元25个。",
            {
                "46个": "签约项目",
                "12个": "10亿元以上签约项目|10亿元以上",
                "9个": "5—10亿元签约项目",
                "25个": "1—5亿元签约项目",
            },
            id="a-range-is-in-no-class-told-before",
        ),
        pytest.param(
            "全市共引进项目128个（市本级35个、县市区93个）。",
            {"128个": "引进项目", "35个": "市本级引进项目", "93个": "县市区引进项目"},
            id="what-the-city-itself-brought",
        ),
        pytest.param(
            "制造业、服务业、农业项目分别为28个、30个和17个。",
            {"28个": "制造业项目", "30个": "服务业项目", "17个": "农业项目"},
            id="kinds-in-turn",
        ),
        pytest.param(
            "锦湖光电、恒远重卡两个项目总投资21亿元。", {"21亿元": "两个项目总投资"}, id="of-two-together"
        ),
        pytest.param(
            "6月签约项目22个，较5月增加4个，比4月份的20个多2个。",
            {"22个": "签约项目", "4个": "签约项目增加", "20个": "签约项目", "2个": "签约项目比4月份增加"},
            id="set-against-two-months",
        ),
        pytest.param(
            "新签约432个项目中，9个产业集群项目337个。",
            {"432个": "签约项目", "9个": "产业集群", "337个": "9个产业集群项目"},
            id="so-many-that-have-so-many",
        ),
        pytest.param(
            "签约新能源产业项目132个（风电项目55个，光伏项目77个），较上半年增加44个。",
            {
                "132个": "签约新能源产业项目",
                "55个": "风电项目",
                "77个": "光伏项目",
                "44个": "签约新能源产业项目增加",
            },
            id="grown-is-what-stands-before-the-bracket",
        ),
        pytest.param(
            "世界500强企业28家、投资项目38个；民营500强企业8家、投资项目10个。",
            {
                "28家": "世界500强企业",
                "38个": "世界500强企业投资项目",
                "8家": "民营500强企业",
                "10个": "民营500强企业投资项目",
            },
            id="the-projects-of-such-firms",
        ),
        pytest.param(
            "全市引进包括远帆电子、云杉制药在内的企业17家，新增“专精特新”企业12家。",
            {"17家": "引进企业", "12家": "新增“专精特新”企业"},
            id="firms-with-examples-and-in-quotes",
        ),
        pytest.param(
            "引进外资项目24个，包括远帆研发中心、云杉信托增资、青峰制药有限公司等项目，总投资397.6亿元。",
            {"24个": "引进外资项目", "397.6亿元": "外资总投资"},
            id="a-total-behind-examples",
        ),
        pytest.param(
            "服务业签约项目以114个居首，投资额达834亿元；制造业签约项目以88个位居第二。",
            {"114个": "服务业签约项目", "834亿元": "服务业投资额", "88个": "制造业签约项目"},
            id="first-with-so-many",
        ),
    ],
)
def test_a_part_is_told_as_one(text: str, measures: dict[str, str]) -> None:
    assert _told(text) == measures
