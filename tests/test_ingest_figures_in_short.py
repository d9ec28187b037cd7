"""Papers of one sentence: of what is each figure of a pair, a share, a sum of years or a mean told?"""

from __future__ import annotations

import pytest
from short_rows import short_rows

from ingest.ledger.project_names import project_names
from language.place import learn_places
from language.quantity import find_quantities


def _told(text: str, title: str = "商丘市招商引资") -> set[str]:
    return short_rows(text, title=title, day="2024-11-20")


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "10月全市签约项目、合同金额、开工率分别为18个、46亿元、72%，"
            "分别较上月提高3个、12亿元、6个百分点。",
            {
                "商丘市|签约项目|18个|2024-10", "商丘市|签约项目较上月提高|3个|2024-10",
                "商丘市|合同金额较上月提高|12亿元|2024-10", "商丘市|开工率较上月提高|6个百分点|2024-10",
            },
            id="how much each of three rose",
        ),
        pytest.param(
            "睢县制鞋项目占全县签约项目数和投资额的比重分别为62%和71%。",
            {"睢县|睢县制鞋项目占签约项目数|62%|", "睢县|睢县制鞋项目占投资额|71%|"},
            id="shares of two",
        ),
        pytest.param(
            "夏邑县签约18个，宁陵县签约13个，同比分别增长12.5%和8.3%。",
            {"夏邑县|签约同比增长|12.5%|", "宁陵县|签约同比增长|8.3%|"},
            id="how each of two grew",
        ),
        pytest.param(
            "柘城县、虞城县到位资金分别为9.2亿元、11.4亿元，分别占全市的4.1%和5.1%。",
            {"柘城县|到位资金占全市|4.1%|", "虞城县|到位资金占全市|5.1%|"},
            id="the share of each",
        ),
        pytest.param(
            "2023年、2024年上半年，民权县分别引进500强企业3家和2家，到位内资分别为47亿元、28亿元。",
            {
                "民权县|引进500强企业|3家|2023", "民权县|引进500强企业|2家|2024-H1",
                "民权县|到位内资|47亿元|2023", "民权县|到位内资|28亿元|2024-H1",
            },
            id="of which year, behind the place",
        ),
        pytest.param(
            "睢县前10个月新签项目51个、总投资286.4亿元，其中10亿元以上项目7个、总投资155亿元，"
            "占比分别为13.7%和54.1%。",
            {"睢县|10亿元以上项目占比|13.7%|2024-01..2024-10", "睢县|总投资占比|54.1%|2024-01..2024-10"},
            id="the share of a class and of what it costs",
        ),
        pytest.param(
            "截至10月底，全市累计签约项目412个，其中今年新签97个；累计到位资金856亿元，今年到位143亿元。",
            {
                "商丘市|签约项目|412个|", "商丘市|签约项目|97个|2024-01..2024-10",
                "商丘市|到位资金|856亿元|", "商丘市|到位资金|143亿元|2024-01..2024-10",
            },
            id="what all years brought, and this one",
        ),
        pytest.param(
            "截至9月底全市累计签约100个，去年同期80个。",
            {"商丘市|签约项目|100个|2024-01..2024-09", "商丘市|签约项目|80个|2023-01..2023-09"},
            id="no sum of years",
        ),
        pytest.param(
            "柘城县超硬材料产业历年累计到位资金41亿元，其中2023年到位6.3亿元。",
            {"柘城县|超硬材料产业历年累计到位资金|41亿元|", "柘城县|超硬材料产业到位资金|6.3亿元|2023"},
            id="one year of all",
        ),
        pytest.param(
            "民权县到位资金由2020年的31.2亿元增长到2023年的58.6亿元，年均增长23.4%。",
            {"民权县|到位资金年均增长|23.4%|2023"},
            id="growth a year",
        ),
        pytest.param(
            "今年1至9月，全市实际利用外资3860万美元（折合人民币约2.75亿元），同比下降15.4%，"
            "降幅较上半年收窄6.2个百分点。",
            {
                "商丘市|实际利用外资同比下降|15.4%|2024-01..2024-09",
                "商丘市|实际利用外资降幅收窄|6.2个百分点|2024-01..2024-09",
            },
            id="what it comes to in another currency is no measure",
        ),
        pytest.param(
            "全市四大主导产业签约项目93个，其中化工34个，其余59个为电子信息项目。",
            {"商丘市|四大主导产业签约项目|93个|", "商丘市|电子信息项目|59个|"},
            id="what the rest are",
        ),
        pytest.param(
            "梁园区人均招商引资额1.8万元，居全市第一，是全市平均水平的1.5倍。",
            {"梁园区|是全市平均水平|1.5倍|"},
            id="so many times the mean is no mean",
        ),
        pytest.param(
            "睢阳区今年新引进亿元以上项目26个，其中10亿元以上3个。",
            {"睢阳区|10亿元以上引进项目|3个|2024"},
            id="a larger size within a class",
        ),
        pytest.param(
            "梁园区、睢阳区今年分别引进项目21个、17个，其中工业项目分别占81%、76%。",
            {"梁园区|工业项目占比|81%|2024", "睢阳区|工业项目占比|76%|2024"},
            id="the share of a kind in each",
        ),
        pytest.param(
            "梁园区、睢阳区、永城市三地合计到位资金412亿元，占全市总量的61.3%，其中永城市178亿元。",
            {"永城市|到位资金|178亿元|"},
            id="a part behind a share",
        ),
        pytest.param(
            "民权县全年计划引资60亿元，一季度完成18亿元、二季度21亿元、三季度14亿元，累计完成53亿元。",
            {"民权县|引资|14亿元|2024-Q3", "民权县|引资|53亿元|2024-01..2024-09"},
            id="all of three quarters",
        ),
        pytest.param(
            "民权县项目到位率为46.2%，比去年同期的39.8%提高6.4个百分点。",
            {"民权县|项目到位率|39.8%|2023", "民权县|项目到位率提高|6.4个百分点|"},
            id="beside the same term",
        ),
        pytest.param(
            "睢县制鞋企业从2019年的46家发展到如今的71家。",
            {"睢县|制鞋企业|46家|2019", "睢县|制鞋企业|71家|"},
            id="grown to what there is now",
        ),
        pytest.param(
            "夏邑县签约项目中，制造业占六成，服务业占三成。",
            {"夏邑县|签约项目中制造业占比|60%|", "夏邑县|服务业占比|30%|"},
            id="shares in words",
        ),
        pytest.param(
            "虞城县上半年签约额由负转正，同比增长3.2%。",
            {"虞城县|签约额同比增长|3.2%|2024-H1"},
            id="a fall turned",
        ),
        pytest.param(
            "虞城县产业到位资金62.8亿元，其中一产7.2亿元、二产41.5亿元、三产14.1亿元。",
            {"虞城县|一产到位资金|7.2亿元|", "虞城县|二产到位资金|41.5亿元|"},
            id="sectors in short",
        ),
        pytest.param(
            "全市招商引资签约率、落地率、开工率三项指标分别达到82%、67%和51%。",
            {"商丘市|招商引资签约率|82%|", "商丘市|落地率|67%|", "商丘市|开工率|51%|"},
            id="three indicators",
        ),
        pytest.param(
            "柘城县引进转移项目17个，占全部新引进项目（25个）的68%。",
            {"柘城县|引进项目|25个|", "柘城县|引进转移项目占全部新引进项目|68%|"},
            id="a whole of another kind",
        ),
        pytest.param(
            "宁陵县2021—2023年分别到位资金88亿元、97亿元、109亿元，三年累计294亿元。",
            {
                "宁陵县|到位资金|88亿元|2021", "宁陵县|到位资金|109亿元|2023",
                "宁陵县|到位资金|294亿元|2021..2023",
            },
            id="a year each",
        ),
        pytest.param(
            "前三季度，睢县、宁陵县、柘城县引进资金分别为42亿元、38亿元和51亿元，同比分别增长8%、-3%和12%。",
            {
                "睢县|引进资金|42亿元|2024-01..2024-09",
                "宁陵县|引进资金同比增长|-3%|2024-01..2024-09",
                "柘城县|引进资金同比增长|12%|2024-01..2024-09",
            },
            id="no quarter each",
        ),
        pytest.param(
            "永城市引进5020项目6个。", {"永城市|引进5020项目|6个|"}, id="a class called by its number"
        ),
        pytest.param(
            "永城市10月单月签约项目8个，前10个月累计47个。",
            {"永城市|单月签约项目|8个|2024-10", "永城市|签约项目|47个|2024-01..2024-10"},
            id="one month and all so far",
        ),
        pytest.param(
            "永城市签约项目中，外资项目2个、民企项目28个，投资额分别占总额的7%、62%。",
            {"永城市|外资项目投资额占比|7%|", "永城市|民企项目投资额占比|62%|"},
            id="the share of what each costs",
        ),
        pytest.param(
            "永城市集中开工石材项目4个、总投资21亿元，林产化工项目3个、总投资17.8亿元。",
            {"永城市|林产化工项目|3个|"},
            id="a trade that is counted is no firm",
        ),
    ],
)  # fmt: skip
def test_each_figure_is_of_its_own(text: str, rows: set[str]) -> None:
    assert rows <= _told(text), _told(text)


def test_what_the_rest_are_names_no_project() -> None:
    assert project_names("其余18个为电子信息项目") == ()


def test_points_share_their_unit() -> None:
    told = find_quantities("分别高4.2个、低1.5个、高2.3个百分点")
    assert {one.unit for one in told} == {"个百分点"}


def test_a_district_beside_the_city_of_its_name() -> None:
    text = "洪江区到位资金8.6亿元，洪江市到位资金15.3亿元。"
    assert [one.place.name for one in learn_places(text).find(text)] == ["洪江区", "洪江市"]


@pytest.mark.parametrize("text", ["洪江区域合作项目3个", "昆山区镇联动项目5个"])
def test_no_district_of_its_name(text: str) -> None:
    assert not [one for one in learn_places(text).places if one.name.endswith("区")]
