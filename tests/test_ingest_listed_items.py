"""What a notice tells behind the name of each project it lists is that project's."""

from __future__ import annotations

from ingest.ledger.figures import extract_figures
from ingest.ledger.projects import extract_projects
from ingest.text import load
from language.naming import find_names, is_project_title
from vectorstore.document import Document

NOTICE = """二、重点项目情况
（一）华屹光电Mini LED模组项目（章贡区）。9月25日签约，总投资60亿元。目前已完成公司注册。
（二）慕思智能软体家居项目（南康区）。总投资由签约时的18亿元调增至20.5亿元，9月28日开工。
（三）孚能科技年产30GWh动力电池项目（赣州经开区）。总投资154亿元，一期12GWh已于7月投产。
（四）中国稀土集团稀土永磁电机产业园（赣州经开区）。总投资38亿元，累计完成投资21.7亿元。

三、存在的问题
石城县、崇义县本季度无新开工项目。推介会在赣州会展中心举行。
"""


def notice() -> Document:
    loaded = load(NOTICE.encode())
    return Document(
        id="d",
        name="d.txt",
        text=loaded.text,
        title="赣州市重大招商项目推进情况通报",
        reference_date="2024-10-11",
        blocks=loaded.blocks,
    )


def test_each_item_is_a_project_with_what_stands_behind_its_name() -> None:
    found = {one.name: (one.place, str(one.investment)) for one in extract_projects(notice())}
    assert found == {
        "华屹光电Mini LED模组项目": ("章贡区", "60"),
        "慕思智能软体家居项目": ("南康区", "20.5"),
        "孚能科技年产30GWh动力电池项目": ("赣州经开区", "154"),
        "中国稀土集团稀土永磁电机产业园": ("赣州经开区", "38"),
    }


def test_the_figures_behind_a_name_are_of_that_project() -> None:
    rows = {(one.raw, one.metric): one.subject for one in extract_figures(notice())}
    assert rows["154亿元", "总投资"] == "孚能科技年产30GWh动力电池项目"
    assert rows["38亿元", "总投资"] == "中国稀土集团稀土永磁电机产业园"
    assert rows["18亿元", "总投资（更正前）"] == rows["20.5亿元", "总投资"] == "慕思智能软体家居项目"


def test_a_numbered_name_is_the_name_without_its_number() -> None:
    assert [one.text for one in find_names("(二)慕思智能软体家居项目开工")] == ["慕思智能软体家居项目"]


def test_a_heading_that_says_what_to_do_names_nothing() -> None:
    assert is_project_title("景旺电子高多层PCB扩产项目")
    assert not is_project_title("推进重点项目")
