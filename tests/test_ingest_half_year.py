"""Reports of half a year: whose are joint totals, items, sums of events, and months beside running totals?"""

from __future__ import annotations

import pytest

from ingest.ledger.figures import extract_figures
from vectorstore.document import Block, Document

PLACES = "泉州市：丰泽区、鲤城区、洛江区、泉港区、惠安县、安溪县、永春县、德化县。"


def _told(text: str) -> set[str]:
    """Rows in short: whose, what, how much, when; ! marks what is no fact."""
    block = Block(kind="paragraph", start=len(PLACES) + 1, end=len(PLACES) + 1 + len(text))
    whole = f"{PLACES}\n{text}"
    document = Document(id="d", name="d.txt", text=whole, reference_date="2024-07-20", blocks=(block,))
    return {
        f"{row.subject}|{row.metric}|{row.value.normalize():f}{row.unit}|{row.period}"
        f"{'' if row.modality in ('actual', 'planned_total') else '!'}"
        for row in extract_figures(document)
    }


@pytest.mark.parametrize(
    ("text", "rows", "none"),
    [
        pytest.param(
            "上半年，安溪县签约9个，总投资40亿元；惠安县、永春县、德化县三县合计签约19个，总投资87亿元。",
            {"安溪县|总投资|40亿元|2024-H1"},
            "87亿元",
            id="an-amount-of-three-together-is-of-none",
        ),
        pytest.param(
            "上半年，一是丰泽区履约率仅68%。二是未开工项目仍有21个。",
            {"丰泽区|履约率|68%|2024-H1"},
            "丰泽区|未开工项目仍|21个",
            id="another-item-is-of-whom-the-list-is",
        ),
        pytest.param(
            "丰泽区力争到位资金50亿元，鲤城区40亿元，洛江区30亿元。三季度力争到位资金240亿元。",
            {"泉州市|到位资金|240亿元|2024-Q3!"},
            "洛江区|到位资金|240亿元",
            id="behind-a-list-of-places-no-one-of-them",
        ),
        pytest.param(
            "上半年，在海丝博览会筹备期间签约项目23个，协议总投资189亿元。",
            {"泉州市|在海丝博览会筹备期间协议总投资|189亿元|2024-H1"},
            "!",
            id="the-sum-of-an-event-is-not-the-city's",
        ),
        pytest.param(
            "上半年，氢能产业开工28个，开工率80%。",
            {"泉州市|氢能产业开工率|80%|2024-H1"},
            "市|开工率",
            id="a-rate-is-of-its-industry",
        ),
        pytest.param(
            "1—5月，新动工项目87宗；5月当月新动工项目19宗。实际利用外资27亿元。",
            {"泉州市|实际利用外资|27亿元|2024-01..2024-05"},
            "外资|27亿元|2024-05",
            id="one-month-beside-a-running-total-sets-no-term",
        ),
        pytest.param(
            "2023年，新签约亿元以上项目412个，协议总额3268亿元，分别完成全年目标的103%和108%。",
            {"泉州市|签约亿元以上项目完成年度目标|103%|2023", "泉州市|协议总额完成年度目标|108%|2023"},
            "!",
            id="shares-of-two-goals-in-order",
        ),
        pytest.param(
            "2023年，到位资金985亿元，完成省下达任务950亿元的103.7%，比2022年的892亿元增长10.4%。",
            {
                "泉州市|到位资金年度目标|950亿元|2023!",
                "泉州市|到位资金完成年度目标|103.7%|2023",
                "泉州市|到位资金|892亿元|2022",
                "泉州市|到位资金增长|10.4%|2023",
            },
            "892亿元增长",
            id="a-task-handed-down-and-the-year-before",
        ),
        pytest.param(
            "2023年，项目落地率61.2%，较上年提高4.5个百分点，但距65%的年度目标仍有差距。",
            {"泉州市|项目落地率年度目标|65%|2023!"},
            "提高分点",
            id="how-far-from-its-goal",
        ),
        pytest.param(
            "上半年，一季度签约71个，二季度签约97个，二季度比一季度多签约26个。",
            {"泉州市|签约项目|97个|2024-Q2", "泉州市|签约比一季度增加|26个|2024-Q2"},
            "项目|26个",
            id="how-many-more-is-no-count",
        ),
        pytest.param(
            "丰泽硅材料项目于3月开工，总投资20亿元；恒元智慧健康谷三期8月建成投用，总投资45亿元。",
            {"恒元智慧健康谷三期|总投资|45亿元|"},
            "硅材料项目|总投资|45亿元",
            id="another-part-of-the-sentence-has-its-own-project",
        ),
        pytest.param(
            "第4期公布的1—4月安溪县引进项目数应为10宗，误为12宗。",
            {"安溪县|引进项目数|10宗|2024-01..2024-04", "安溪县|引进项目数（更正前）|12宗|2024-01..2024-04"},
            "!",
            id="what-was-printed-wrongly",
        ),
    ],
)
def test_a_report_is_read_as_written(text: str, rows: set[str], none: str) -> None:
    told = _told(text)
    assert rows <= told, told
    assert not [row for row in told if none in row and row not in rows], told
