"""What a question is of, and what it asks; follow-ups that leave one of these out."""

from __future__ import annotations

import pytest

from assistant.everyday import written
from assistant.followups.carried import carried
from assistant.followups.of_the_answer import Asked, asks_of_answer, unit_asked
from assistant.followups.pointed import pointed, told_alone
from assistant.followups.slots import slots_of
from language.place import learn_places

PLACES = learn_places("曲靖市麒麟区、沾益区")
PROJECTS = ("沾益铝箔项目", "宣威火腿项目", "富源魔芋项目")
TABLE = "共3个项目。\n\n|项目|地点|\n|---|---|\n" + "\n".join(f"|{name}|曲靖[1]|" for name in PROJECTS)


def nobody(_text: str) -> tuple[str, ...]:
    return ()


def projects(text: str) -> tuple[str, ...]:
    return tuple(name for name in PROJECTS if name in text)


@pytest.mark.parametrize(
    ("question", "stretches"),
    [
        ("麒麟区上半年到位资金完成多少了？", ("麒麟区", "上半年", "到位资金", "reached")),
        ("曲靖今年签了多少个亿元以上项目", ("曲靖", "今年", "签约亿元以上项目", "amount")),
        ("农博会签了几个", ("农博会", "", "签约", "amount")),
        ("哪个区县完成率最低", ("", "", "完成率", "rank")),
        ("曲靖全年目标是什么", ("曲靖", "全年", "", "goal")),
        ("因为什么", ("", "", "", "why")),
    ],
)
def test_a_question_is_of_someone_at_some_time_of_something(
    question: str, stretches: tuple[str, str, str, str]
) -> None:
    found = slots_of(question, places=PLACES, names=nobody)
    assert (found.subject, found.period, found.measure, found.kind) == stretches


@pytest.mark.parametrize(
    ("earlier", "text", "expected"),
    [
        (["麒麟区到位资金多少"], "增长多少", "麒麟区到位资金增长多少？"),
        (["曲靖今年外资多少", "曲靖今年外资完成目标多少了"], "内资呢", "曲靖今年内资完成目标多少了？"),
        (["麒麟区上半年签约多少"], "哪个区县最多", "曲靖市上半年签约哪个区县最多？"),
        (["曲靖上半年签约哪个区县最多"], "沾益呢", "沾益上半年签约是多少？"),
        (["曲靖上半年外资增长多少"], "为什么", "曲靖上半年外资增长多少原因是什么？"),
        (["麒麟区签约多少"], "开工了多少", None),
        (["上市奖励多少"], "最高多少", None),
        (["麒麟区引进几个项目"], "排第几", "麒麟区引进项目排第几？"),
        (["五大产业引进了多少"], "投资多少", "五大产业引进投资多少？"),
        (["曲靖引进多少个制造业项目"], "哪几个", "曲靖引进制造业项目有哪些？"),
        (["曲靖引进几个项目"], "麒麟和沾益哪个多", "麒麟和沾益引进项目哪个多？"),
        (["曲靖上半年外资还差多少"], "开工率呢", "曲靖上半年开工率是多少？"),
    ],
)
def test_what_is_left_out_is_that_of_the_turns_before(
    earlier: list[str], text: str, expected: str | None
) -> None:
    assert carried(text, earlier, places=PLACES, names=nobody) == expected


@pytest.mark.parametrize(
    ("text", "base", "expected"),
    [
        ("第二个项目谁投的", "曲靖有哪些项目", "宣威火腿项目谁投的？"),
        ("最后一个呢", "宣威火腿项目谁投的", "富源魔芋项目谁投的"),
        ("第三个", "曲靖有哪些项目", "介绍一下富源魔芋项目"),
        ("第五个呢", "曲靖有哪些项目", None),
        ("第二季度呢", "曲靖有哪些项目", None),
    ],
)
def test_what_a_remark_points_to_is_called_by_its_name(text: str, base: str, expected: str | None) -> None:
    assert pointed(text, base=base, answers=[TABLE], names=projects) == expected


def test_a_remark_is_of_the_one_thing_an_answer_named() -> None:
    told = "宣威火腿项目总投资6.5亿元。[1]"
    assert told_alone("谁投的", base="最大的项目是哪个", answer=told, names=projects) == "宣威火腿项目谁投的"
    assert told_alone("谁投的", base="最大的项目是哪个", answer=TABLE, names=projects) is None


@pytest.mark.parametrize(
    ("remark", "asked"),
    [
        ("来源呢", "source"), ("数据哪来的？", "source"), ("真的吗", "sure"), ("你确定？", "sure"),
        ("展开说", "more"), ("再详细一点", "more"), ("那换成亿元呢", "unit"), ("具体有哪些项目", None),
        ("来源地是哪里", None), ("确定了几个", None), ("多少", None),
    ],
)  # fmt: skip
def test_a_remark_on_the_answer_is_told_from_a_question(remark: str, asked: Asked | None) -> None:
    assert asks_of_answer(remark) == asked


def test_the_unit_wanted_is_written_in_full() -> None:
    assert [unit_asked(each) for each in ("换成亿", "用亿美元表示", "换成亿元是多少")] == [
        "亿元",
        "亿美元",
        "亿元",
    ]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("招伤引资咋样", "招商引资怎么样"),
        ("好的，那沾益呢", "那沾益呢"),
        ("麻烦帮忙看下哪个区最多", "哪个区最多"),
        ("FDI多少", "外商直接投资多少"),
        ("啥时候投产", "什么时候投产"),
        ("好项目有哪些", "好项目有哪些"),
        ("签约几个，多少钱", "签约几个，金额多少"),
        ("工业用电多少钱一度", "工业用电多少钱一度"),
        ("招商情况给我总结一下", "招商情况怎么样"),
    ],
)
def test_what_is_typed_in_haste_is_written_in_full(typed: str, meant: str) -> None:
    assert written(typed) == meant
