"""What policy clauses grant: bounds with or without the number itself, rates, caps, steps, tiers, tables."""

from __future__ import annotations

from decimal import Decimal

import pytest

from language.bounds import bounds_in, family_of
from language.grant import definitions_in, rules_in
from language.rule import Rule
from language.text import fold
from language.tier_table import row_rule


def said(rule: Rule) -> str:
    """A rule in short: bounds | rate of basis | amount | step | caps."""
    parts = [
        "、".join(bound.measure + bound.printed for bound in rule.bounds),
        f"{rule.rate_printed} {rule.basis}".strip(),
        (rule.fixed.printed if rule.fixed else "") + (f"-{rule.most.printed}" if rule.most else ""),
        "/".join(money.printed for money in rule.step) if rule.step else "",
        "、".join(f"{cap.scope}{cap.amount.printed}" for cap in rule.caps),
    ]
    return "|".join(parts)


CLAUSES = {
    "rate and cap": (
        "对重大项目，自开工之日起24个月内完成投资的，按实际固定资产投资的3%给予落户奖励，单个项目最高3000万元。",
        ["|3% 固定资产投资|||单个项目3000万元"],
    ),
    "threshold": (
        "企业增资扩产、设备投入2000万元以上的，按设备投入的10%给予补助，最高800万元。",
        ["设备投入2000万元以上|10% 设备投入|||800万元"],
    ),
    "per mille": (
        "对引进重大项目的机构，按项目首期到位资金的1‰给予奖励，单个项目不超过200万元。",
        ["|1‰ 首期到位资金|||单个项目200万元"],
    ),
    "tiers read on": (
        "总投资5000万元以上不足1亿元的，一次性给予50万元奖励；1亿元以上的，每满1亿元奖励80万元，最高800万元。",
        ["总投资5000万元以上不足1亿元||50万元||", "总投资1亿元以上|||1亿元/80万元|800万元"],
    ),
    "items under a line that leads to them": (
        "按固定资产投资给予奖励：\n（一）1亿元（含）—5亿元的，奖励2%；\n（二）5亿元以上的，奖励3%。",
        ["固定资产投资1亿元(含)—5亿元|2% 固定资产投资|||", "固定资产投资5亿元以上|3% 固定资产投资|||"],
    ),
    "one after the other": (
        "年营业收入首次突破1亿元、5亿元的企业，分别奖励10万元、40万元。",
        ["营业收入1亿元||10万元||", "营业收入5亿元||40万元||"],
    ),
    "a range of amounts": ("每个项目给予10万元至50万元奖励。", ["||10万元||"]),
    "yearly cap": ("连续三年给予租金补贴，每年最高100万元。", ["||||每年100万元"]),
    "for each more": (
        "营业收入达到2亿元的，奖励20万元；每增加1亿元，再奖励10万元，最高100万元。",
        ["营业收入达到2亿元||20万元||", "|||1亿元/10万元|100万元"],
    ),
    "an increase as a condition": (
        "研发投入达到500万元的，奖励5万元；比上年增加1000万元以上的，奖励30万元。",
        ["研发投入达到500万元||5万元||", "研发投入1000万元以上||30万元||"],
    ),
    "raised for some": (
        "总投资1亿元以上的，按2%给予奖励；外资企业提高到3%。",
        ["总投资1亿元以上|2% 总投资|||", "总投资1亿元以上|3% 总投资|||"],
    ),
    "nothing granted": ("项目应当符合产业方向，亩均税收不低于40万元。", []),
}  # fmt: skip


@pytest.mark.parametrize("case", CLAUSES)
def test_a_clause_grants_what_it_says(case: str) -> None:
    clause, expected = CLAUSES[case]
    assert [said(rule) for rule in rules_in(fold(clause))] == expected


@pytest.mark.parametrize(
    ("text", "amount", "holds"),
    [
        pytest.param("总投资1亿元以上", 1, True, id="以上 includes"),
        pytest.param("总投资超过1亿元", 1, False, id="超过 does not"),
        pytest.param("总投资1亿元（不含）以上", 1, False, id="不含 said"),
        pytest.param("总投资1亿元以上不足5亿元", 5, False, id="不足 does not"),
        pytest.param("总投资5亿元以下", 5, True, id="以下 includes"),
        pytest.param("总投资1亿元（含）—5亿元", 1, True, id="含 said"),
        pytest.param("总投资1亿元—5亿元（不含）", 5, False, id="upper end not in"),
        pytest.param("总投资不低于1亿元", 1, True, id="不低于 includes"),
        pytest.param("总投资低于1亿元", 1, False, id="低于 does not"),
        pytest.param("总投资5000万元—1亿元", 2, False, id="each end in its own unit"),
    ],
)
def test_the_number_itself_is_in_or_out(text: str, amount: int, holds: bool) -> None:
    (bound,) = bounds_in(fold(text))
    assert bound.family == "total"
    assert bound.holds(Decimal(amount) * 10**8) is holds


def test_measures_are_told_apart() -> None:
    names = ("实际固定资产投资", "总投资", "实际到位外资", "年营业收入", "设备购置额", "研发投入", "门窗")
    families = [family_of(name) for name in names]
    assert families == ["fixed", "total", "foreign", "revenue", "equipment", "rd", ""]


def test_a_class_of_projects_is_defined_by_its_size() -> None:
    text = "所称重大项目，是指固定资产投资5亿元以上的项目；所称重点项目，是指投资1亿元以上、不足5亿元的项目。"
    found = definitions_in(fold(text))
    assert [(each.name, each.bounds[0].printed) for each in found] == [
        ("重大项目", "5亿元以上"),
        ("重点项目", "1亿元以上不足5亿元"),
    ]


def test_a_row_of_a_table_of_tiers_is_a_rule() -> None:
    headers = ["档次", "设备购置额", "补贴比例", "上限"]
    rule = row_rule(["第二档", "2000万元（含）—1亿元", "8%", "600万元"], headers, start=0, end=9)
    assert rule is not None
    assert said(rule) == "设备购置额2000万元(含)—1亿元|8% 设备购置额|||600万元"
    assert row_rule(["第二档", "说明"], ["档次", "备注"], start=0, end=5) is None


def test_how_a_grant_is_paid_out_is_no_grant() -> None:
    rules = rules_in("投资1亿元以上的,按2%给予奖励。奖励分两期拨付,首期拨付60%,投产后拨付其余40%。")
    assert [rule.rate_printed for rule in rules] == ["2%"]


def test_a_change_told_grants_neither_amount() -> None:
    clause = (
        "一是门槛降低,固定资产投资奖励的起点由1亿元降至5000万元;二是单个项目奖励上限由800万元提高到2000万元。"
    )
    assert rules_in(clause) == []


def test_amounts_without_yuan_are_money() -> None:
    """达到10亿以上的另奖50万: neither the size in brackets nor the size itself is what is granted."""
    (rule,) = rules_in("固定资产投资达到10亿(含10亿元)以上的另奖50万;")
    assert rule.fixed is not None and rule.fixed.value == 500_000
    assert [(bound.family, bound.low and bound.low.value) for bound in rule.bounds] == [
        ("fixed", 1_000_000_000)
    ]
    (span,) = rules_in("引进中国500强的另奖5—20万;")
    assert span.fixed is not None and span.most is not None
    assert (span.fixed.value, span.most.value) == (50_000, 200_000)
    low, high = rules_in("投资5000万以上、1亿以下的,奖励20万;1亿(含)以上的再奖50万")
    assert low.bounds[0].high is not None and low.bounds[0].high.value == 100_000_000
    assert high.fixed is not None and high.fixed.value == 500_000 and high.bounds[0].low_in
    (area,) = rules_in("建设厂房10万平方米以上的补5万元")
    assert area.fixed is not None and area.fixed.value == 50_000
