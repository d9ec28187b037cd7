"""Whose and of when is each figure of a list or of a rise, and where does a word only look like a sign?"""

from __future__ import annotations

from decimal import Decimal

import pytest
from short_rows import short_rows

from ingest.ledger.project_names import project_names
from language.place import learn_places
from language.quantity import find_quantities


def _told(*paragraphs: str, day: str = "2024-11-20") -> set[str]:
    return short_rows(*paragraphs, title="郴州市招商引资", day=day)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "宜章县、永兴县、嘉禾县分别签约14、9、6个项目，投资额依次为41.5、20、18.2亿元。",
            {
                "宜章县|签约项目|14个|", "永兴县|签约项目|9个|", "嘉禾县|签约项目|6个|",
                "宜章县|投资额|41.5亿元|", "永兴县|投资额|20亿元|", "嘉禾县|投资额|18.2亿元|",
            },
            id="one unit for all",
        ),
        pytest.param(
            "2023年全市一、二、三季度分别签约22、31、28个项目。",
            {
                "郴州市|签约项目|22个|2023-Q1", "郴州市|签约项目|31个|2023-Q2",
                "郴州市|签约项目|28个|2023-Q3",
            },
            id="quarters of a list",
        ),
        pytest.param("今年1、2月全市签约项目32个。", {"郴州市|签约项目|32个|2024-01..2024-02"}, id="months"),
        pytest.param(
            "桂阳县签约数由2021年的18个、2022年的26个增加到2024年的41个。",
            {"桂阳县|签约数|18个|2021", "桂阳县|签约数|26个|2022", "桂阳县|签约数|41个|2024"},
            id="a rise by way of another year",
        ),
        pytest.param(
            "桂阳县签约数由2021年的18个提高到2027年的60个。",
            {"桂阳县|签约数|18个|2021", "桂阳县|签约数|60个|2027!"},
            id="a rise that is to come",
        ),
        pytest.param(
            "2023年，桂阳县到位资金较2021年翻了一番，由31亿元增至62亿元。",
            {"桂阳县|到位资金|31亿元|2021", "桂阳县|到位资金|62亿元|2023"},
            id="a rise over a year named before",
        ),
        pytest.param(
            "2023年，桂阳县到位资金实现翻番，由上年的31亿元升至62亿元。",
            {"桂阳县|到位资金|31亿元|2022", "桂阳县|到位资金|62亿元|2023"},
            id="上年 is the year before the one told of",
        ),
        pytest.param(
            "桂阳县今年到位资金快速增长，较去年的31亿元多出12亿元。",
            {"桂阳县|到位资金|31亿元|2023", "桂阳县|到位资金较去年增加|12亿元|2024"},
            id="so much more than last year",
        ),
        pytest.param(
            "安仁县上半年签约额达到去年同期的1.6倍，为89.6亿元。",
            {"安仁县|签约额|89.6亿元|2024-H1"},
            id="held against last year",
        ),
        pytest.param(
            "2023年有色产业产值首破500亿元，2024年目标600亿元。",
            {"郴州市|有色产业产值|500亿元|2023", "郴州市|目标有色产业产值|600亿元|2024!"},
            id="what a year is to bring",
        ),
        pytest.param(
            "资兴市引进到位资金36.8亿元，提前一个月完成全年30亿元的目标任务。",
            {"资兴市|引进到位资金|36.8亿元|", "资兴市|引进到位资金年度目标|30亿元|2024!"},
            id="an aim reached a month early",
        ),
        pytest.param(
            "资兴市去年引进的21个项目中，有17个当年开工、9个当年投产，2个已终止。",
            {
                "资兴市|引进项目|21个|2023", "资兴市|开工项目|17个|2023", "资兴市|投产项目|9个|2023",
                "资兴市|终止项目|2个|2023",
            },
            id="how many of them were begun",
        ),
        pytest.param(
            "全市新签合同项目235个；新开工178个；新竣工96个，竣工率40.9%。",
            {"郴州市|竣工项目|96个|", "郴州市|竣工率|40.9%|"},
            id="newly finished ones are none signed",
        ),
        pytest.param(
            "临武县今年以来新开工项目40个。", {"临武县|开工项目|40个|2024-01..2024-10"}, id="今年以来"
        ),
        pytest.param(
            "汝城县计划外引进项目4个，打破3项招商纪录。",
            {"汝城县|计划外引进项目|4个|", "汝城县|打破招商纪录|3项|"},
            id="outside the plan is no plan",
        ),
        pytest.param(
            "宜章县今年前7个月到位资金已超去年全年，达21.3亿元。",
            {"宜章县|到位资金|21.3亿元|2024-01..2024-07"},
            id="more than all of last year",
        ),
        pytest.param(
            "截至10月底，永兴县签约项目由去年同期的38个减少到31个。",
            {"永兴县|签约项目|31个|2024-01..2024-10"},
            id="a fall from the same term",
        ),
        pytest.param(
            "宜章县、嘉禾县签约数并列第三，均为24个。",
            {"宜章县|签约项目|24个|", "嘉禾县|签约项目|24个|"},
            id="each of two that stand level",
        ),
        pytest.param(
            "苏仙区签约项目开工率比全市平均水平（71.5%）高6.2个百分点，为77.7%。",
            {"苏仙区|签约项目开工率|77.7%|"},
            id="beside the mean of the city",
        ),
        pytest.param(
            "汝城县产业到位资金超目标任务4.7亿元，完成36.7亿元。",
            {"汝城县|产业到位资金超目标任务|4.7亿元|", "汝城县|产业到位资金|36.7亿元|"},
            id="beyond the aim",
        ),
        pytest.param(
            "全市第三批“三个一批”活动签约项目44个、开工项目51个、投产项目26个，"
            "总投资分别为288亿元、316亿元、142亿元。",
            {
                "郴州市|签约项目总投资|288亿元|", "郴州市|开工项目总投资|316亿元|",
                "郴州市|投产项目总投资|142亿元|",
            },
            id="what each of three kinds costs",
        ),
        pytest.param(
            "宜章县签约项目19个，比去年同期的25个少6个；嘉禾县24个，比去年同期多7个。",
            {
                "宜章县|签约项目|19个|", "宜章县|签约项目|25个|2023", "宜章县|签约项目比去年同期减少|6个|",
                "嘉禾县|签约项目|24个|", "嘉禾县|签约项目比去年同期增加|7个|",
            },
            id="so many fewer",
        ),
        pytest.param(
            "全市6月集中签约项目33个；今年已累计签约178个。",
            {"郴州市|集中签约项目|33个|2024-06", "郴州市|签约项目|178个|2024"},
            id="signed in one go, and signed",
        ),
        pytest.param("嘉禾县回归项目36个。", {"嘉禾县|回归项目|36个|"}, id="a class that is counted"),
        pytest.param(
            "临武县在谈项目42个，其中可于四季度签约的11个。",
            {"临武县|在谈项目|42个|", "临武县|可签约项目|11个|2024-Q4"},
            id="what may be signed soon",
        ),
        pytest.param(
            "全市10月新签约项目28个；10月新开工12个，累计完成98个。",
            {"郴州市|开工项目|12个|2024-10", "郴州市|开工项目|98个|2024-01..2024-10"},
            id="so many in all of what was told last",
        ),
        pytest.param("2024年首月，全市签约项目9个。", {"郴州市|签约项目|9个|2024-01"}, id="the first month"),
        pytest.param(
            "桂阳县去年资金到位率71%，较前年68%提高3个百分点。",
            {"桂阳县|资金到位率|71%|2023", "桂阳县|资金到位率|68%|2022"},
            id="a rate beside that of another year",
        ),
        pytest.param(
            "全市在库项目186个；前三季度新入库42个，退库7个。",
            {"郴州市|在库项目|186个|", "郴州市|退库|7个|2024-01..2024-09"},
            id="what left the list",
        ),
        pytest.param(
            "安仁县签约合同项目15个、框架协议6个、意向协议11个，金额分别为23亿元、40亿元、58亿元。",
            {"安仁县|合同项目金额|23亿元|", "安仁县|框架协议金额|40亿元|", "安仁县|意向协议金额|58亿元|"},
            id="what each kind of contract is worth",
        ),
        pytest.param(
            "宜章县龙凤玉米深加工项目去年底建成，今年一季度实现产值2.1亿元，同比增长34%。",
            {
                "龙凤玉米深加工项目|实现产值|2.1亿元|2024-Q1",
                "龙凤玉米深加工项目|实现产值同比增长|34%|2024-Q1",
            },
            id="what a project grew by",
        ),
        pytest.param(
            "资兴市合同外资2.6亿美元，累计到账0.9亿美元。",
            {"资兴市|合同外资|2.6亿美元|", "资兴市|到账|0.9亿美元|"},
            id="contracted and paid in",
        ),
        pytest.param(
            "嘉禾县签约项目11个，其中制造业项目8个、农产品加工项目2个，投资额合计43亿元。",
            {"嘉禾县|投资额|43亿元|"},
            id="all of them together",
        ),
        pytest.param(
            "永兴县“十四五”以来累计引进化工项目14个。",
            {"永兴县|引进化工项目|14个|2021..2025"},
            id="since a plan began",
        ),
        pytest.param(
            "桂东县建陶技改项目今年实施12个。", {"桂东县|建陶技改项目实施|12个|2024"}, id="carried out"
        ),
        pytest.param(
            "桂东县引资额扣除房地产项目后为26亿元。",
            {"桂东县|引资额扣除房地产项目后|26亿元|"},
            id="but for one kind",
        ),
    ],
)  # fmt: skip
def test_each_is_told_of_its_own(text: str, rows: set[str]) -> None:
    assert rows <= _told(text), _told(text)


@pytest.mark.parametrize(
    "text", ["全市分别于2022、2023年两次修订政策。", "签约12、9、7个项目。", "工业类3、农业5个"]
)
def test_numbers_without_a_unit_of_their_own_are_none(text: str) -> None:
    bare = [one for one in find_quantities(text) if not one.unit]
    assert all(one.value in (Decimal(2022), Decimal(12), Decimal(9), Decimal(3)) for one in bare)
    assert bare


@pytest.mark.parametrize("text", ["打破3项", "反超2个", "雷达12台", "集约50亩", "特约8家", "最近3个"])
def test_a_word_that_ends_like_a_bound_is_none(text: str) -> None:
    assert [one.qualifier for one in find_quantities(text)] == [""]


def test_what_is_told_of_all_classes_is_of_the_first() -> None:
    text = "嘉禾县2023年签约5亿元以上项目14个、10亿元以上6个、50亿元以上1个，合计投资218亿元。"
    assert {"嘉禾县|总投资|218亿元|2023"} <= _told(text)


def test_what_is_left_is_not_told_of_a_kind() -> None:
    told = _told("安仁县签约项目中外资项目仅1个，其余33个均为内资。")
    assert not any("33个" in row for row in told)


def test_the_mean_of_the_city_is_not_the_district_s() -> None:
    told = _told("苏仙区开工率比全市平均水平（71.5%）高6.2个百分点，为77.7%。")
    assert {row.split("|")[0] for row in told if "|71.5%|" in row} == {"郴州市"}


def test_who_brought_a_project_is_no_part_of_its_name() -> None:
    text = "资兴市引进的日晟半导体项目，总投资由原计划的20亿元追加到35亿元。"
    [project] = project_names(text.replace("，", ","))
    assert (project.name, project.owner) == ("日晟半导体项目", "")
    told = {row for row in _told(text) if row.startswith("日晟")}
    assert told == {"日晟半导体项目|总投资|35亿元|", "日晟半导体项目|总投资（更正前）|20亿元|"}


def test_how_many_projects_were_signed_names_none() -> None:
    assert project_names("临武县新签项目数同比翻番，达到64个") == ()


@pytest.mark.parametrize("zone", ["都匀经开区", "江都经开区", "从化经开区", "于都工业园区"])
def test_a_zone_of_a_district_whose_name_holds_a_stop_word(zone: str) -> None:
    assert zone in {one.place.name for one in learn_places(f"项目落户{zone}。").find(f"项目落户{zone}。")}
