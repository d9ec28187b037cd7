"""Names of the field that stand for the same thing."""

from __future__ import annotations

import pytest

from language.aliases import other_names


@pytest.mark.parametrize(
    ("question", "name", "other"),
    [
        ("全年外商直接投资多少", "外商直接投资", "外资"),
        ("实际使用外资完成多少", "实际使用外资", "到账外资"),
        ("省外资金到位多少", "省外资金", "内资"),
        ("哪些项目动工了", "动工", "开工"),
        ("牵头单位是谁", "牵头单位", "责任单位"),
        ("高坪高新区有几家企业", "高新区", "高新技术产业开发区"),
        ("几家企业挂牌", "挂牌", "上市"),
        ("扶持资金多少", "扶持资金", "补贴"),
    ],
)
def test_a_name_leads_to_the_other_names_of_the_thing(question: str, name: str, other: str) -> None:
    assert other in other_names(question)[name]


def test_the_longest_name_is_meant() -> None:
    assert list(other_names("开工建设")) == ["开工建设"]
    assert list(other_names("实际使用外资")) == ["实际使用外资"]


def test_what_the_question_says_itself_is_no_other_name() -> None:
    assert "开工" not in other_names("开工建设了几个")["开工建设"]
    assert "上市" not in other_names("上市或挂牌的企业").get("挂牌", ())


def test_other_things_have_no_other_names() -> None:
    assert other_names("茶园扩种了多少亩") == {}
    assert "竣工" not in other_names("哪些项目开工了")["开工"]
