"""Features that tell of groups, parts and plans: whose and what is a figure behind each?"""

from __future__ import annotations

import pytest

from ingest.ledger.figures import extract_figures
from vectorstore.document import Block, Document

PLACES = "沧州市：任丘市、河间市、泊头市、青县、献县、肃宁县、渤海新区、黄骅市。"


def _told(text: str, *, reference: str = "2024-07-20", heading: str = "") -> set[str]:
    """Rows in short: whose, what, how much, when; ! marks what is no fact, ^ a change."""
    head = f"{heading}\n" if heading else ""
    whole = f"{PLACES}\n{head}{text}"
    at = len(PLACES) + 1
    blocks = [Block(kind="paragraph", start=at + len(head), end=len(whole))]
    if heading:
        blocks.insert(0, Block(kind="heading", start=at, end=at + len(heading), level=2))
    document = Document(id="d", name="d.txt", text=whole, reference_date=reference, blocks=tuple(blocks))
    return {
        f"{row.subject}|{row.metric}|{row.value.normalize():f}{row.unit}|{row.period}"
        f"{'' if row.modality in ('actual', 'planned_total') else '!'}{'^' if row.is_growth else ''}"
        for row in extract_figures(document)
    }


@pytest.mark.parametrize(
    ("text", "rows", "none"),
    [
        pytest.param(
            "（二）光伏专班。上半年签约项目8个，协议投资104.5亿元。引来企业6家，带动全市开工3个。",
            {"沧州市|光伏专班签约项目|8个|2024-H1", "沧州市|光伏专班协议投资|104.5亿元|2024-H1"},
            "光伏专班开工",
            id="a-label-that-is-a-sentence-names-the-group",
        ),
        pytest.param(
            "绿色化工产业链：上半年促成签约项目6个，到位资金45.3亿元。",
            {"沧州市|绿色化工产业链签约项目|6个|2024-H1", "沧州市|绿色化工产业链到位资金|45.3亿元|2024-H1"},
            "沧州市|签约项目",
            id="a-label-before-a-colon-names-the-group",
        ),
        pytest.param(
            "一季度，献县到位资金4.7亿元，青县3.9亿元；两县签约项目合计22个，其中献县14个。",
            {"献县|签约项目|14个|2024-Q1"},
            "|22个",
            id="what-both-have-is-of-neither",
        ),
        pytest.param(
            "上半年，文旅项目偏少，全市只签约27个，总投资210亿元。",
            {"沧州市|签约文旅项目|27个|2024-H1", "沧州市|文旅总投资|210亿元|2024-H1"},
            "沧州市|签约项目|27个",
            id="what-is-too-few-is-what-is-counted",
        ),
        pytest.param(
            "上半年签约项目中已投产的仅29个，在建的131个，尚未开工的54个。",
            {"沧州市|在建|131个|2024-H1", "沧州市|尚未开工|54个|2024-H1"},
            "已投产|131个",
            id="stages-in-a-row-are-counted-apart",
        ),
        pytest.param(
            "上半年举办招商活动126场，其中京津冀29场、长三角37场。",
            {"沧州市|京津冀举办招商活动|29场|2024-H1", "沧州市|长三角举办招商活动|37场|2024-H1"},
            "沧州市|举办招商活动|29场",
            id="a-part-keeps-its-name",
        ),
        pytest.param(
            "上半年，河间市计划完成投资89.8亿元，开复工项目23个，开复工率92%。",
            {"河间市|开复工项目|23个|2024-H1", "河间市|开复工率|92%|2024-H1"},
            "开复工项目|23个|2024-H1!",
            id="work-resumed-is-no-aim",
        ),
        pytest.param(
            "上半年，沧州市联森五金产业园、半导体特色产业园等151个项目开工建设，开工率73%。",
            {"沧州市|开工率|73%|2024-H1"},
            "联森五金产业园|开工率",
            id="a-rate-of-all-is-not-of-the-first-that-is-named",
        ),
        pytest.param(
            "走进沧州市的车间，工人正忙。去年公司实现产值3.2亿元，归母净利润1200万元。",
            {"|公司实现产值|3.2亿元|2023", "|归母净利润|1200万元|2023"},
            "沧州市|公司",
            id="what-a-firm-made-is-not-the-city-s",
        ),
        pytest.param(
            "上半年，沧州市出口钢材33亿元，增长5.3%，占30.4%。",
            {"沧州市|出口钢材占比|30.4%|2024-H1"},
            "增长占比",
            id="a-share-behind-a-growth-is-of-what-grew",
        ),
        pytest.param(
            "上半年，河间市完成投资26亿元，占年度计划的48.4%，超序时进度5.9%。",
            {"河间市|超序时进度|5.9%|2024-H1"},
            "河间市|完成率",
            id="how-far-ahead-of-schedule-is-no-rate-of-completion",
        ),
        pytest.param(
            "上半年，沧州市工业新增长点项目企业实现产值2072亿元，新增产值282亿元。",
            {"沧州市|新增产值|282亿元|2024-H1"},
            "增长点项目|新增",
            id="points-of-growth-are-no-project",
        ),
        pytest.param(
            "上半年，沧州市水利、环境和公共设施管理业完成投资140.6亿元。",
            {"沧州市|水利、环境和公共设施管理业完成投资|140.6亿元|2024-H1"},
            "沧州市||",
            id="a-branch-of-trade-whose-name-is-a-list",
        ),
        pytest.param(
            "上半年收粮，小麦42.5万吨，减产0.6万吨；玉米86.7万吨，减产1万吨。",
            {"沧州市|小麦|42.5万吨|2024-H1", "沧州市|玉米|86.7万吨|2024-H1"},
            "玉米小麦",
            id="the-first-of-a-list-of-kinds-is-no-whole-of-the-others",
        ),
        pytest.param(
            "上半年，蔬菜及食用菌17.6千公顷，增加1.2千公顷；油料作物1.9千公顷。",
            {"沧州市|蔬菜及食用菌|17600公顷|2024-H1", "沧州市|油料作物|1900公顷|2024-H1"},
            "蔬菜及食用菌|1900公顷",
            id="a-kind-of-two-words-is-no-whole-either",
        ),
        pytest.param(
            "上半年，青县新引进3000万元以上项目128个，其中亿元以上46个，10亿元以上3个。",
            {"青县|引进3000万元以上项目|46个|2024-H1"},
            "亿元以上46个引进",
            id="a-class-that-is-one-word-without-a-tag-costs-nobody-the-paper",
        ),
        pytest.param(
            "上半年，五大开发区共引进到位资金1036.8亿元，占全市61.6%。其中，任丘市318.4亿元，河间市247.9亿元。",
            {"任丘市|引进到位资金|318.4亿元|2024-H1", "河间市|引进到位资金|247.9亿元|2024-H1"},
            "任丘市||",
            id="parts-in-a-sentence-of-their-own-measure-what-the-whole-does",
        ),
        pytest.param(
            "上半年，任丘市到位资金61.3亿元，增长9.7%；河间市48.8亿元，下降2.3%。",
            {"任丘市|到位资金增长|9.7%|2024-H1^", "河间市|到位资金下降|2.3%|2024-H1^"},
            "河间市|下降",
            id="a-change-is-of-the-level-before-it",
        ),
        pytest.param(
            "上半年，渤海新区黄骅市签约41个；下半年，全市要再签约亿元以上项目220个以上。",
            {"渤海新区|签约项目|41个|2024-H1", "沧州市|再签约亿元以上项目|220个|2024-H2!"},
            "黄骅市|",
            id="two-names-of-one-government-and-a-plan-to-sign-more",
        ),
    ],
)
def test_a_figure_is_of_its_group_and_part(text: str, rows: set[str], none: str) -> None:
    told = _told(text)
    assert rows <= told
    assert not any(none in row for row in told), told


def test_when_a_project_is_to_be_ready_is_no_time_of_what_follows() -> None:
    told = _told(
        "总投资21亿元的特种蜡项目3月18日开工，预计2026年9月投产。上半年，河间市新引进再制造企业19家。"
        "泊头市新签约亿元以上项目28个。",
        reference="",
    )
    assert "泊头市|签约亿元以上项目|28个|" in told, told
    assert not any("2026" in row for row in told), told


def test_under_a_heading_of_aims_foreign_capital_is_an_aim_too() -> None:
    told = _told("全市到位资金1900亿元；实际利用外资4.8亿美元。", heading="三、下半年目标")
    assert all(row.endswith("!") for row in told), told
    done = _told("上半年，全市到位资金900亿元；实际利用外资2.1亿美元。", heading="一、目标任务完成情况")
    assert done and not any(row.endswith("!") for row in done), done


def test_changes_under_a_heading_are_of_what_it_measures() -> None:
    told = _told("增幅方面，任丘市同比增长23.4%，河间市增长18.2%。", heading="二、县（市、区）到位资金情况")
    assert {row.rpartition("|")[0] for row in told} >= {
        "任丘市|到位资金同比增长|23.4%",
        "河间市|到位资金增长|18.2%",
    }, told


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "从增幅看，一季度任丘市增长68.3%、河间市增长41.5%领跑。",
            {"任丘市|68.3%^", "河间市|41.5%^"},
            id="each-of-a-list-grew",
        ),
        pytest.param(
            "从增幅看，任丘市领先。\n绿色化工产业链：一季度签约项目17个，总投资263亿元。",
            {"沧州市|17个", "沧州市|263亿元"},
            id="a-group-is-of-the-place-the-paper-is-about",
        ),
        pytest.param(
            "煤化工产业链：签约项目9个，其中百亿元以上项目2个——国能准东煤制气（总投资170亿元）、山能煤制烯烃（总投资191.2亿元）。",
            {"国能准东煤制气|170亿元", "山能煤制烯烃|191.2亿元"},
            id="a-name-before-its-total-is-a-project",
        ),
    ],
)
def test_whose_a_figure_of_a_list_is(text: str, rows: set[str]) -> None:
    told = {
        "|".join((row.split("|")[0], row.split("|")[2] + ("^" if "^" in row else ""))) for row in _told(text)
    }
    assert rows <= told, told
