"""Follow-ups of a list of projects or of a ranking become whole questions; nothing else does."""

from __future__ import annotations

import pytest

from assistant.followups.compared import compared
from assistant.followups.inherited import other_subject, with_subject
from assistant.followups.listed import of_the_list
from language.place import learn_places

PLACES = learn_places("合肥市肥西县、长丰县、庐阳区；徐州市铜山区、云龙区；西安市新城区")
RANKING = "徐州一季度签约项目最多的是哪个区县？"
TABLE = "铜山区最多。[1]\n\n|单位|数值|\n|---|---|\n|铜山区|52个[1]|\n|云龙区|47个[2]|"


@pytest.mark.parametrize(
    ("base", "text", "answer", "expected"),
    [
        pytest.param(
            "铜山有哪些项目？",
            "总投资超过10亿元的呢？",
            "",
            "铜山总投资超过10亿元的项目有哪些？",
            id="over-a-sum",
        ),
        pytest.param(
            "铜山在建项目有哪些？",
            "再列出单个超10亿的",
            "",
            "铜山总投资超10亿的在建项目有哪些？",
            id="its-kind-is-kept",
        ),
        pytest.param(
            "铜山有哪些项目？", "最大的是哪个？", "", "铜山总投资最大的项目是哪个？", id="the-largest"
        ),
        pytest.param(RANKING, "第二呢？", TABLE, "云龙区一季度签约项目是多少？", id="the-second"),
    ],
)
def test_it_is_asked_of_the_list(base: str, text: str, answer: str, expected: str) -> None:
    assert of_the_list(text, [base], answer=answer, places=PLACES) == expected


@pytest.mark.parametrize(
    ("base", "text", "answer"),
    [
        pytest.param("铜山签约多少个项目？", "超过10亿元的呢？", "", id="no-list"),
        pytest.param("铜山有哪些项目？", "云龙超过10亿元的呢？", "", id="a-place-of-its-own"),
        pytest.param(RANKING, "第三呢？", TABLE, id="no-third-row"),
        pytest.param("铜山设备补贴最高多少？", "第二档呢？", TABLE, id="a-tier-is-no-rank"),
    ],
)
def test_what_is_of_no_list_is_left_to_other_rules(base: str, text: str, answer: str) -> None:
    assert of_the_list(text, [base], answer=answer, places=PLACES) is None


@pytest.mark.parametrize(
    ("base", "text", "expected"),
    [
        pytest.param(
            "铜山2025年上半年签约项目多少个？",
            "全年目标多少？",
            "铜山2025年全年签约项目目标是多少个？",
            id="aim",
        ),
        pytest.param(
            "铜山2025年一季度利用外资多少？",
            "占全市多少？",
            "铜山2025年一季度利用外资占全市多少？",
            id="of-the-city",
        ),
        pytest.param(
            "铜山2025年签约项目多少个？",
            "比上年增长多少？",
            "铜山2025年签约项目比上年增长多少？",
            id="growth",
        ),
        pytest.param(
            "铜山2025年全年签约项目目标是多少？",
            "完成了多少？",
            "铜山2025年签约项目完成全年目标多少？",
            id="done",
        ),
        pytest.param(
            "铜山2025年全年签约项目完成了多少？",
            "还差多少？",
            "铜山2025年全年签约项目还差多少？",
            id="lacking",
        ),
        pytest.param(
            "7个挂牌园区总投资,其中50亿元以上的呢？",
            "占比？",
            "7个挂牌园区总投资,其中50亿元以上占比多少？",
            id="share",
        ),
    ],
)
def test_the_measure_before_is_kept(base: str, text: str, expected: str) -> None:
    assert compared(text, [base], answer="", places=PLACES, names=lambda _: ()) == expected


def _known(text: str) -> tuple[str, ...]:
    return tuple(
        name
        for name, said in (("云岭储能项目", "云岭"), ("星野汽车项目", "星野"))
        if said in text and "项目" in text
    )


def test_a_place_inside_a_longer_name_is_not_the_subject() -> None:
    found = with_subject("上限多少？", "渭北新城租金补贴多少？", places=PLACES, names=lambda _: ())
    assert found == "渭北新城上限多少？"
    found = with_subject("上限多少？", "2025年铜山租金补贴多少？", places=PLACES, names=lambda _: ())
    assert found == "铜山2025年上限多少？"


def test_a_project_named_by_its_beginning_takes_the_others_place() -> None:
    asked = "云岭储能项目总投资多少？"
    assert other_subject("星野的", asked, names=_known) == "星野汽车项目总投资多少?"
    assert other_subject("产值", asked, names=_known) is None
