"""What does a follow-up mean that names no place, time or measure? Those of the turns before.

有没有完成目标 after 江阳区到位资金多少 asks it of the money that arrived in 江阳区; 外资呢 puts one measure
in the place of another; 合江呢 after 哪个县签约最多 asks what 合江 signed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.followups.compared import NO_PART, SHARED_OUT
from assistant.followups.remark import bare as stripped
from assistant.followups.remark import without_end
from assistant.followups.slots import Slots, slots_of
from language.divisions import LEVELS, PARTS
from language.place import PlaceNames
from language.text import fold

# What a counted thing has of its own: 总投资 after 签约多少个亿元以上项目 is that of those projects.
_OWN = re.compile(
    r"(?:协议|计划|合同)?总?(?:投资额?|金额|总额|额度)|占比|增[速幅]|同比|数量|个数|(?:完成)?进度|完成率|比例"
)
_OF_A_GRANT = re.compile(r"奖|补[贴助多]|资助|扶持|申报|申请|政策|兑现")
_ANY_MEASURE = re.compile(r"项目|投资|资金|外资|内资|签|引进|落地|开工|投产|竣工|产值|税收|企业|[率数额量]$")
_COUNTED = re.compile(r"[几少][个家项次]")
_COUNTABLE = re.compile(r"项目|企业|公司|[签开投竣落引注]")
_MOST_CHARS = 16
_WH = re.compile(r"[哪谁几]|什么|怎么|吗[?？]?$")
_YEAR = re.compile(r"20\d\d年|[今去]年")


def carried(
    text: str, earlier: Sequence[str], *, places: PlaceNames, names: Callable[[str], tuple[str, ...]]
) -> str | None:
    """The whole question that `text` stands for after `earlier`, whole questions themselves, oldest first;
    None where nothing of them is missing in it, or they have nothing to give."""
    bare = stripped(text)
    if not earlier or bare[:1] in "他她" or len(bare) > _MOST_CHARS or _OF_A_GRANT.search(fold(earlier[-1])):
        return None
    said = slots_of(bare, places=places, names=names)
    earlier = [question for question in earlier if not SHARED_OUT.search(question)] or earlier
    asked = [slots_of(question, places=places, names=names) for question in earlier]
    if said.kind not in ("gap", "reached", "goal"):
        asked = [_of_a_term(each) for each in asked]
    before = asked[-1]
    if (other := _of_another_trade(text, said, before, fold(earlier[-1]))) is not None:
        return other
    if said.kind == "" and names(f"{said.measure}项目"):
        return None  # another thing, called by half its name
    if _OF_ALL_PLACES.fullmatch(without_end(fold(text))):
        return _of_all_places(earlier[-1], asked, places)
    if before.named and not (said.subject or said.period or said.named) and said.measure:
        return _of_the_named(text, said, before, fold(earlier[-1]))
    if said.named or before.named:
        return None
    if said.subject:
        return _of_one(said, asked)
    if said.kind == "which" and not _DOES.match(said.measure):
        return _which(earlier[-1], asked)
    if said.kind == "rank":
        return _ranked(bare, earlier[-1], said, asked, places)
    if not (before.subject or before.measure):
        return None
    projects = _PROJECTS.match(before.measure) if _RATE.fullmatch(said.measure) else None
    if projects is not None:  # 开工率多少 after 省重大项目开工几个
        return f"{before.subject}{before.period}{projects.group()}{said.measure}是多少？"
    if said.measure or not said.kind:
        if said.kind == "amount" and _OWN.fullmatch(said.measure) and (doing := _DOING.match(before.measure)):
            return f"{before.subject}{before.period}{doing.group()}{said.measure}{said.asks}？"
        replaced = _with_measure(text, said, before) if not said.period else None
        return replaced or _told_of(text, said, before, places)
    return _asked_of(bare, said, asked)


_RATE = re.compile(r"(?:开工|竣工|投产|落地)率")
_PROJECTS = re.compile(r"[^,，]{2,}?项目")


def _of_a_term(asked: Slots) -> Slots:
    """A question for an aim of 今年全年 is followed by one for 今年."""
    return replace(asked, period=asked.period.removesuffix("全年"))


def _told_of(text: str, said: Slots, before: Slots, places: PlaceNames) -> str | None:
    """投资多少 after 三大产业引进了多少: of that group, gathering or nameless zone."""
    found = places.find(before.subject)
    is_place = bool(found) and found[-1].end == len(before.subject)
    if not before.subject or is_place or not said.measure or not (said.kind or _WH.search(text)):
        return None
    return f"{before.subject}{'' if said.period else before.period}{text}"


def _of_the_named(text: str, said: Slots, before: Slots, base: str) -> str | None:
    """产能产值呢 after 这个项目占地多大: of that project; 标准厂房呢 after 谁牵头 is another matter."""
    is_matter = not (before.measure or before.kind or said.kind or _OF_A_PROJECT.search(said.measure))
    if is_matter and re.search(r"呢[?？。]?$", text) and base.startswith(before.subject):
        return f"{said.measure}{base[len(before.subject) :]}"
    if not re.search(r"呢[?？。]?$", text) or said.kind not in ("", "amount") or not before.subject:
        return None
    return f"{before.subject}{said.measure}{said.asks or '是多少'}？"


_GROUP = re.compile(
    r"[两三四五六七八九十\d]+(?:大|个|家|项|条|类)(?!多)[一-鿿]{2,6}?(?=新|引进|签约|招|有|共|的|[,，?？]|$)"
)


_DOING = re.compile(r"新?(?:签约?|引进|开工|投产|落地|竣工)了?")


_DOES = re.compile(r"签约|考察|参观|走访|拜访|会见|引进|落户|落地|开工|投产|竣工")


def _which(base: str, asked: Sequence[Slots]) -> str | None:
    """哪几个 after a count: the things counted, by what the question before called them."""
    before = asked[-1]
    if (group := _GROUP.search(fold(base))) is not None:
        return f"{before.subject if before.subject not in group.group() else ''}{group.group()}是哪些？"
    measure = _measure(asked)
    if not re.search(r"项目|企业|公司|产业", measure):
        measure = (
            f"{measure}项目" if re.fullmatch(r"新?(?:签约?|引进|开工|投产|落地|竣工)了?", measure) else ""
        )
    return f"{before.subject}{before.period}{measure}有哪些？" if measure else None


def _of_one(said: Slots, asked: Sequence[Slots]) -> str | None:
    """合江呢 after a ranking: what that one place has of the measure."""
    measure = _measure(asked)
    if said.kind == "rank" and not said.measure and measure:  # 廉江和雷州哪个多, of what was asked before
        return f"{said.subject}{said.period or asked[-1].period}{measure}{said.asks}？"
    if asked[-1].kind != "rank" or said.kind or len(said.measure) > 1:
        return None
    return f"{said.subject}{said.period or asked[-1].period}{measure}是多少？" if measure else None


def _ranked(bare: str, earlier: str, said: Slots, asked: Sequence[Slots], places: PlaceNames) -> str | None:
    """谁最多 after questions for some of the parts of a city: of that city, by what they asked for."""
    measure = "" if said.measure and not _OWN.fullmatch(said.measure) else _measure(asked)
    if said.asks.startswith("最") and ("项目" in earlier or _INSIDE.match(bare)):  # of the projects counted
        listed = re.sub(r"了?(?:项目)?$", "", asked[-1].measure)
        largest = _INVESTED.sub("", _INSIDE.sub("", bare))
        return f"{asked[-1].subject}{asked[-1].period}{listed}项目总投资{largest}？"
    where = _whole_of(asked[-1].subject, places)
    if not (measure or said.measure):
        return None
    when = said.period or asked[-1].period
    return f"{where}{when if when not in bare else ''}{measure}{bare}？"


_OF_ALL_PLACES = re.compile(
    rf"(?:(?:帮我|给我|再)*(?:列|做|排|拉|整|出)(?:个|一个|一下|成|张)*(?:表格?|名次?|序|榜))(?:看看|一下)?|列表"
    rf"|(?:另外|其他|其它|其余|别的|剩下)的?[两三四五六七八九几]?个?(?:{PARTS}|[{LEVELS}])的?"
)


def _of_all_places(base: str, asked: Sequence[Slots], places: PlaceNames) -> str | None:
    """列个表 and 另外几个区呢: what the turns before asked of some, of all the parts of the city."""
    before, measure = asked[-1], _measure(asked)
    if before.kind == "which" or not measure:
        return base if before.kind == "which" else None
    if base.endswith("列表"):
        return base
    told = [mention.place for each in reversed(asked) for mention in places.find(each.subject)]
    city = next((place.city or place.name for place in told if place.city or place.level == "city"), "")
    return f"{city}各区县{before.period}{measure}列表"


_MEASURE_ALONE = re.compile(r"(?:投资额?|资金|金额|总额|产值|税收|外资|内资|[数量率额])$")
_OF_A_PROJECT = re.compile(
    r"[率数额量积期地值模资]$|进度|进展|产能|就业|税收|规模|用工|员工|投产|开工|[一二三四五]期|线"
)
_TRADE = re.compile(r"(?P<trade>[一-鿿]{2,8}?)(?P<of>(?:产业|类)?项目)")
_NO_TRADE = re.compile(
    r"签|引进|招引|落地|开工|投产|竣工|在[建库谈]|重点|重大|^新$|亿|级|[个家]|优质|产业$|存量"
)


def _of_another_trade(text: str, said: Slots, before: Slots, base: str) -> str | None:
    """装备制造呢 after 新能源材料几个项目: one trade in the place of another."""
    old = _TRADE.fullmatch(before.measure)
    if (
        old is None
        or said.kind
        or said.subject
        or not re.search(r"呢[?？。]?$", text)
        or _NO_TRADE.search(old["trade"])
    ):
        return None
    new = said.measure.removesuffix("项目").rstrip("的")
    if not 2 <= len(new) <= 8 or _ANY_MEASURE.search(new) or _OWN.fullmatch(new) or NO_PART.search(new):
        return None
    return base.replace(old["trade"], new, 1)


_INVESTED = re.compile(r"^总?投资额?(?=最)")
_INSIDE = re.compile(r"^(?:这?里面?|其中|当中|这些(?:项目)?(?:里面?|中)?)的?")


def _asked_of(bare: str, said: Slots, asked: Sequence[Slots]) -> str | None:
    """完成目标了吗, 增长多少, 为什么: of the measure before, where it was asked of."""
    before, measure = asked[-1], _measure(asked)
    if said.kind == "state" or not measure:
        return None
    if not (before.subject or before.period) and (said.kind == "why" or not _ANY_MEASURE.search(measure)):
        return None
    goal = "目标" if before.kind == "goal" and said.kind == "amount" else ""
    bare = re.sub(r"^全年要\w{0,4}(?:多少|几)\w?", "全年目标是多少", bare)
    bare = re.sub(r"^比(?=[多少高低])", "比去年", bare)
    bare += "多少" if said.kind in ("growth", "share") and not re.search(r"多少|几|怎么|如何", bare) else ""
    why = f"{before.asks if before.kind in ('growth', 'gap') else ''}原因是什么"
    year = _YEAR.match(before.period)
    of_the_year = said.kind == "goal" and ("全年" in bare or "年度" in bare)
    when = (year[0] if year else "") if of_the_year else before.period
    when = "" if _YEAR.match(said.period) or when in bare else when
    what = why if said.kind == "why" else f"{goal}{bare}"
    return f"{before.subject}{when}{measure}{what}？"


def _with_measure(text: str, said: Slots, before: Slots) -> str | None:
    """外资呢 in the place of the measure before it, asked as that was."""
    alone = without_end(fold(text)) == said.measure and _MEASURE_ALONE.search(said.measure)
    if said.kind not in ("", "amount", "goal") or not (re.search(r"呢[?？。]?$", text) or alone):
        return None
    if _OWN.fullmatch(said.measure):
        if said.kind or before.kind != "amount" or not _ANY_MEASURE.search(before.measure):
            return None
        asks = before.asks if _DOING.fullmatch(before.measure) else ""
        return f"{before.subject}{before.period}{before.measure}{asks}，{said.measure}是多少？"
    if not _ANY_MEASURE.search(said.measure) or not (before.subject or _ANY_MEASURE.search(before.measure)):
        return None
    if before.kind in ("rank", "standing", "share", "why", "state") and not said.kind:
        return None
    asked_alike = before.kind in ("amount", "goal", "growth") or not said.measure.endswith("率")
    asks = said.asks if said.kind else before.asks if asked_alike and before.kind != "gap" else ""
    asks = "" if _COUNTED.search(asks) and not _COUNTABLE.search(said.measure) else asks
    asks = f"{asks}多少" if asks in ("同比", "环比") else asks
    asks = f"{asks}是多少" if asks in ("", "目标", "任务") else asks
    return f"{before.subject}{before.period}{said.measure}{asks}？"


def _measure(asked: Sequence[Slots]) -> str:
    """The last measure that was asked for; of a ranking what it ranks by."""
    told = [each.measure for each in reversed(asked) if each.measure and not each.named]
    return next((measure for measure in told if _ANY_MEASURE.search(measure)), told[0] if told else "")


def _whole_of(subject: str, places: PlaceNames) -> str:
    """The city of a district; a city, a gathering, or several places, as they stand."""
    found = places.find(subject)
    around = [one for one in found if one.place.level == "city"]
    if len(around) == 1 and all(one.place.city in ("", around[0].place.name) for one in found):
        return subject[around[0].start : around[0].end]  # 甲市…乙县: the county is one of the city's
    if len(found) == 1 and found[0].place.level in ("district", "zone"):
        return found[0].place.city
    return subject
