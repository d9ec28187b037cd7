"""Names that may mean one project meet where they are filed."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from language.project_name import filed_under, looked_up, same_project

NAMES = st.lists(
    st.sampled_from(["甲", "乙", "丙", "产业园", "项目", "工程", "一期", "二期"]), min_size=1, max_size=7
).map("".join)


@given(NAMES, NAMES)
@example("星野智能座舱", "星野汽车电子智能座舱")
@example("储能电池", "鹏辉储能电池生产项目")
@example("鹏辉", "鹏辉能源储能电池生产项目")
def test_whatever_may_be_one_project_shares_a_key(one: str, other: str) -> None:
    if same_project(one, other):
        assert {*filed_under(one)} & {*looked_up(other)}
        assert {*filed_under(other)} & {*looked_up(one)}
