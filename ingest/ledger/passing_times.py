"""Which times of a sentence are not of what it, or the next one, tells: a start, a milestone, a yardstick?"""

from __future__ import annotations

import re

from language.period import Period
from language.quantity import AMOUNT

_AFTER_THAT = re.compile(r"[^,;。]*\d[^,;。]*后,")


def is_after(text: str, period: Period, position: int) -> bool:
    """在第一季度签约7个项目后，再次签约13个: what stands behind the comma is told of a later time."""
    opened = text[period.start - 1 : period.start] in ("在", "继")
    told = _AFTER_THAT.match(text, period.end) if opened else None
    return told is not None and told.end() <= position


_PLAN = re.compile(r"[”\"]?(?:规划|重[大点]|项目|开局|收官|良好|发展规划|新局)")


def names_a_plan(text: str, period: Period) -> bool:
    """谋划“十五五”重大项目 is done this year, whatever years the plan is for."""
    named = text[period.start : period.end]
    if "五" not in named or ".." not in period.label or named.endswith("末"):
        return False
    return named.endswith("规划") or _PLAN.match(text, period.end) is not None


_FOUNDED = re.compile(r"[^。;]{0,40}?(?:成立|组建|设立|出台|印发)")
_MONTH_OR_DAY = re.compile(r"\d{4}-\d\d(?:-\d\d)?")


def is_of_a_founding(text: str, period: Period) -> bool:
    """今年7月，全市成立14个专班: what the next sentence tells was not done in that month."""
    return bool(_MONTH_OR_DAY.fullmatch(period.label)) and _FOUNDED.match(text, period.end) is not None


_LONGEST_SLOGAN = 20


def is_of_a_slogan(text: str, period: Period) -> bool:
    """明年 of “冲刺全年、谋划明年” is a word of the slogan, and no time of what the sentence tells."""
    opened, closed = text.rfind("“", 0, period.start), text.find("”", period.end)
    quoted = text[opened + 1 : closed] if 0 <= opened < period.start - 1 and closed > 0 else ""
    return 0 < len(quoted) <= _LONGEST_SLOGAN and "”" not in quoted and not any(map(str.isdigit, quoted))


_AWARDED = re.compile(r"(?:十佳|优秀|先进|百强|杰出|最佳)")  # 2016年度先进商会受到表彰


def is_of_an_award(text: str, period: Period) -> bool:
    """Whether a year only belongs to the name of an award."""
    return _AWARDED.match(text, period.end) is not None


def is_since(text: str, period: Period) -> bool:
    """Whether the period is only when something began: 自2023年起; 自2023年9月至2024年8月 ends, too."""
    if ".." in period.label and not text.endswith("以来", 0, period.end):
        return False
    return text.startswith(("开始", "起"), period.end) or text.endswith("自", 0, period.start)


FROM = ("从", "由")
_A_VALUE = re.compile(r".(?:[底末初]|同期)?的?\d")


def starts_a_rise(text: str, period: Period) -> bool:
    """年初 of 由年初的208家增加到247家 is the time of the 208 alone, as is 去年底 of 由去年底的71%."""
    return text[period.start - 1 : period.start] in FROM and bool(_A_VALUE.match(text, period.end - 1))


_MILESTONE = re.compile(
    r"(?:底|末|初|份|前)*(?:正式|全面|全部|可|即可|建成|实现)*"
    r"(?:开工|动工|投产|建成|竣工|完工|达产|投用|交付|封顶|试生产|投料试车|落成|开业|运营)(?:建设|投产)?(?=[,;。)]|$)"
)
_PLANNED_FOR = re.compile(r"(?:预计|计划|有望|拟|将|争取|定)(?:于|在|到|至)?$")


def is_of_a_milestone(text: str, period: Period) -> bool:
    """预计2026年9月投产: when one project is to be ready says nothing of what the next sentences tell."""
    if not _MILESTONE.match(text, period.end):
        return False
    return bool(_PLANNED_FOR.search(text[: period.start])) or text[period.end - 1] in "底末前月度日"


_SHARE_OF = re.compile(r"占[^,;]{0,4}$")
_REACHED = re.compile(r"(?:完成|占|达到?)了?$")
_OF_A_PLAN = re.compile(
    r"(?:的|度)?(?:目标|任务|计划|预算|预期)(?:任务|目标|数|进度)?(?:的|比)?(?:约|近|超)?\d"
)
_OF_ITS_PLAN = re.compile(  # 完成全年签约目标的76.5%, 完成全年520亿目标任务的77.4%
    rf"(?:的|度)?[一-鿿]{{0,10}}?(?:{AMOUNT}的?)?(?:目标|任务|计划)"
)
_AIM_STATED = re.compile(r"(?:的)?(?:目标|计划|预期)[^,;。\d]{0,4}\d[\d.]*[一-鿿]{1,3}(?=[,;。]|$)")


def states_an_aim(text: str, period: Period) -> bool:
    """2025年目标600亿元, a clause of its own, tells of 2025; 完成2025年目标600亿元的八成 is only held
    against it."""
    opens = period.start == 0 or text[period.start - 1] in ",;。:"
    return opens and _AIM_STATED.match(text, period.end) is not None


_OF_A_YEAR = re.compile(r"(?:末|底|同期)?的?(?:近|约|超)?\d[\d.]*(?:倍|%)")


def is_measured_by(text: str, period: Period) -> bool:
    """占全年, 完成年度任务的92%, 是2020年的3.4倍: the period of what a figure is compared with."""
    before, after = text[: period.start], text[period.end :]
    return bool(
        _SHARE_OF.search(before)
        or _OF_A_PLAN.match(after)
        or (_OF_ITS_PLAN.match(after) and _REACHED.search(before))
        or (before.endswith(("是", "为", "相当于", "达", "达到", "较", "比")) and _OF_A_YEAR.match(after))
    )
