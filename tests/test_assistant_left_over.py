"""剩下的, 没开工的, 另外两个, 列个表 and 谁说的: what is asked of what is left, of all, or of the answer."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.followups.of_the_answer import Asked, asks_of_answer

BULLETIN = """衢州市2025年前三季度招商引资情况通报
衢州市招商投资促进中心 2025年10月13日

今年前三季度，全市新签约亿元以上项目84个，总投资512亿元；去年全年签约97个。前三季度已开工47个。
其中，工业项目61个，农业项目9个。全年目标为签约亿元以上项目120个、签约百亿元以上项目2个。
柯城区签约19个，衢江区签约23个，龙游县签约17个，江山市签约25个。
全年走访企业640家。
近期拟开工：常山油茶深加工项目（投资方浙江康禾，总投资5.2亿元，11月开工）、开化矿泉水项目（投资方农夫泉集团，总投资9亿元，12月开工）。
下一步：全年走访企业达到900家；年内到位资金达到310亿元。
当前主要困难：一是项目偏小，二是用地不足，三是园区配套不全。
“客商看中的是我们的水。”衢江区副区长毛一峰说，全区今年储备水饮料项目12个。
"""
CEREMONY = """龙游集中签约三个项目
衢州日报 2025年9月3日

9月2日，龙游县举行集中签约仪式，签约项目3个。落户经开区的特种纸项目由浙江森柏纸业投资16亿元，占地220亩。
竹缠绕管道项目由宁波绿竹科技投资7亿元，占地130亩。智能水表项目由杭州流远仪表投资3亿元，占地45亩。
"""


PAPERS = {"通报.txt": BULLETIN, "签约.txt": CEREMONY}


def talked(assistant: Assistant, *turns: str) -> tuple[str, str]:
    """The last of the turns as it was understood, and its answer."""
    history: list[dict[str, object]] = []
    for turn in turns:
        answer = assistant.ask(turn, history=history)
        history += [{"role": "user", "content": turn}, {"role": "assistant", "content": answer.text}]
    return answer.question, answer.text


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        pytest.param(("衢州前三季度签约多少", "没开工的呢"), "84 − 47 = 37", id="not-yet-begun"),
        pytest.param(("衢州前三季度没开工的项目有几个",), "84 − 47 = 37", id="asked-alone"),
        pytest.param(("衢州前三季度签约多少", "其中工业的呢", "剩下的呢"), "84 − 61 = 23", id="the-rest"),
        pytest.param(("衢州前三季度签约多少", "其中工业的呢", "占比"), "72.62%", id="the-share"),
        pytest.param(("柯城区签约几个", "衢江呢", "另外几个县呢"), "江山市", id="of-all-places"),
        pytest.param(("柯城区签约几个", "列个表"), "龙游县", id="as-a-table"),
        pytest.param(("柯城区签约几个", "衢江呢", "差多少", "江山呢"), "25个", id="after-a-difference"),
        pytest.param(("柯城区签约几个", "衢江呢", "差多少", "江山呢", "三个加起来"), "67", id="sum-of-three"),
        pytest.param(("衢州前三季度签约多少项目", "全年目标呢", "完成多少了"), "70%", id="done-of-the-aim"),
        pytest.param(("近期拟开工哪些项目", "最大的是哪个"), "9亿元", id="largest-of-those-told"),
        pytest.param(("近期拟开工哪些项目", "加起来多少"), "14.2亿元", id="sum-of-those-told"),
        pytest.param(("近期拟开工哪些项目", "最大的是哪个", "什么时候开工"), "12月开工", id="of-the-largest"),
        pytest.param(("柯城区签约几个，衢江呢", "差几个"), "4", id="by-how-many"),
        pytest.param(("前三季度工业项目几个", "农业呢"), "农业项目9个", id="another-trade"),
        pytest.param(("开化矿泉水项目哪天开工 谁投的",), "12月开工", id="parted-by-a-space"),
        pytest.param(("衢州前三季度签约多少", "全年要多少"), "120个", id="what-the-year-is-to-bring"),
        pytest.param(("特种纸项目占地多少", "折合多少公顷"), "14.67公顷", id="another-measure-of-land"),
        pytest.param(("有什么困难", "第二个困难展开说说"), "用地不足", id="the-second-of-some-points"),
        pytest.param(("衢江区储备水饮料项目几个", "谁说的"), "毛一峰", id="who-said-it"),
    ],
)
def test_what_is_left_out_is_found(assistant: Assistant, turns: tuple[str, ...], told: str) -> None:
    understood, answer = talked(assistant, *turns)
    assert told in answer, (understood, answer)


def test_an_aim_for_the_largest_is_not_measured_by_all(assistant: Assistant) -> None:
    assert "84" not in talked(assistant, "衢州百亿元以上项目目标多少", "完成多少了")[1]


def test_the_others_of_a_list_are_asked_the_same(assistant: Assistant) -> None:
    understood, answer = talked(assistant, "龙游县有哪些项目", "第一个占地多少", "另外两个呢")
    assert "130亩" in answer and "45亩" in answer, understood


def test_a_verb_is_no_name_of_a_zone(assistant: Assistant) -> None:
    assert "落户经开区" not in {row.place for row in assistant.figures()}


def test_what_comes_next_is_aimed_at(assistant: Assistant) -> None:
    assert {row.modality for row in assistant.figures(metric="到位资金")} == {"target"}


def test_a_part_of_the_year_behind_a_look_back_is_of_this_year(assistant: Assistant) -> None:
    begun = [row for row in assistant.figures(metric="开工项目") if row.value == 47]
    assert [row.period for row in begun] == ["2025-01..2025-09"]


@pytest.mark.parametrize(
    ("remark", "asked"),
    [("谁说的", "speaker"), ("说简单点", "less"), ("用一句话概括", "less"), ("谁说了算", None)],
)
def test_less_of_it_and_who_said_it_are_of_the_answer(remark: str, asked: Asked | None) -> None:
    assert asks_of_answer(remark) == asked
