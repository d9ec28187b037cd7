"""Which words of a question must a row meet whatever else it says: how it grew, which rate, of which part?

A row that says all but one of these answers another question, and none but these is left to likeness.
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.figures.measure import verbs_asked
from assistant.matching import term_match
from assistant.question import QuestionFrame
from assistant.wording import own_clause
from language.parted import part_counted
from language.quantity import unit_kind
from language.text import fold
from vectorstore.ledger_rows import Figure

_AMOUNT_ASKED = re.compile(r"多少|几[个家项次座名]|多大|百分之几|几成")
_GROWTH_ASKED = re.compile(
    r"(?:增长|增速|增幅|涨幅|降幅|增长率|同比|环比|下降|提高|(?<!新)增加|减少)(?:的?(?:预期|年度)?目标)?"
    r"(?:是|了|为|有|达|约|定)*"
    r"(?:多少|百分之几|几成|几个百分点)"
    r"|(?:同比|环比)?(?:增速|增幅|涨幅|降幅|增长率)[？?]?$"
)
_RATE = re.compile(r"(?P<of>[一-鿿]{2})率")
_SAME_RATE = {
    "完成": "完成|占|进度|达成",
    "达成": "完成|占|进度|达成",
    "开工": "开工|动工",
    "到位": "到位",
    "履约": "履约|兑现",
    "转化": "转化|落地",
}
_COUNT_ASKED = re.compile(
    r"(?:项目|企业)[^，。？、]{0,6}(?:多少|几)[个家]|(?:多少|几)[个家][^，。？、]{0,12}(?:项目|企业)"
)
_ORIGIN = re.compile(
    r"(?P<origin>[省市区县州国境疆域]外|省际)(?:到位|招商|引进|实际)?(?:资金|内资|投资|到位)"
)
_SHARE_ASKED = re.compile(r"占比(?:是|为)?(?:多少|多大|几何)?[？?]?$")
_SAID = 0.5
_NO_RATE = ("效率", "频率", "利率", "税率", "汇率", "比率", "功率", "概率", "速率")


def _asks_share_alone(text: str) -> bool:
    return bool(_SHARE_ASKED.search(text)) and not re.search(r"增|降|同比|提高", text)


def turns_on_a_word(frame: QuestionFrame) -> bool:
    """Whether what is asked turns on a word that a row may lack: how it grew, or one rate by its name."""
    named = asks_growth_alone(frame.text) or len(rates_named(frame.text)) == 1
    told = _asks_share_alone(frame.text) or bool(origin_named(frame.text) or flow_named(frame.text))
    told = told or bool(year_compared(frame.text))
    return named or told or bool(part_within(frame.text) or whole_of(frame.text) or parts_named(frame))


def unmet(row: Figure, frame: QuestionFrame) -> bool:
    """Whether the row leaves out a word that what is asked turns on."""
    if row.modality == "rule":
        return False
    if asks_growth_alone(frame.text) and (not row.is_growth or _is_of_money(row, frame.text)):
        return True
    if (year := year_compared(frame.text)) and _year_before(row) not in ("", year):
        return True
    if (part := part_within(frame.text)) and part not in _told_of(row):
        return True
    if (whole := whole_of(frame.text)) and whole in fold(row.quote) and whole not in _told_of(row):
        return True
    if _leaves_out_origin(row, frame) or (row.is_growth and _asks_share_alone(frame.text)):
        return True
    if any(not _is_told(part, row) for part in parts_named(frame)) or is_of_another_flow(row, frame):
        return True
    rates = rates_named(frame.text)
    if len(rates) != 1 or unit_kind(row.unit) != "rate" or row.is_growth:
        return False
    return re.search(_SAME_RATE.get(rates[0], rates[0]), fold(row.metric + own_clause(row))) is None


def _is_of_money(row: Figure, text: str) -> bool:
    """签约项目增长多少 is not told by how the money grew that was signed for."""
    return _PROJECTS_GREW.search(text) is not None and _MONEY.search(fold(row.metric)) is not None


_MONEY = re.compile(r"金额|投资额|总投资|总额|资金")
_PROJECTS_GREW = re.compile(
    r"^[^额资金]*项目(?:数量?|个数)?(?:同比|[比较][^,，。？?]{2,8}?)?(?:增|下降|减少)"
)
_COMPARED_WITH = re.compile(r"[比较](?P<year>20\d\d)年")
_GREW_SINCE = re.compile(
    r"(?:[比较、]|^)(?P<year>20\d\d)年(?:同期|全年)?(?:分别)?(?:增长|增加|提高|提升|下降|减少)[了约近超]*$"
)


@lru_cache(maxsize=256)  # asked of every row
def year_compared(text: str) -> str:
    """The year that growth is asked against: 2019 of 比2019年增长多少; "" where none is named."""
    match = _COMPARED_WITH.search(text)
    return match["year"] if match else ""


def _year_before(row: Figure) -> str:
    """The year that a row tells growth against: 2019 of 同比2020年增长48%、2019年增长14%; "" for none."""
    told = _GREW_SINCE.search(fold(row.quote[: row.raw_start - row.start])) if row.is_growth else None
    return told["year"] if told else ""


_FLOW = re.compile(r"进出口|出口|进口(?!岸)")


def flow_named(text: str) -> str:
    """Which flow of goods is asked about: 出口, 进口, or both as 进出口; "" for none and for several."""
    named = set(_FLOW.findall(text))
    return named.pop() if len(named) == 1 else ""


def is_of_another_flow(row: Figure, frame: QuestionFrame) -> bool:
    """出口多少 is not told by what 进出口 come to, though the word stands in it."""
    told = _FLOW.findall(fold(row.metric)) or _FLOW.findall(fold(own_clause(row)))
    asked = flow_named(frame.text)
    return bool(asked and told) and asked not in told


def parts_named(frame: QuestionFrame) -> tuple[str, ...]:
    """The kinds of projects or firms a count is asked of, the sector whose rate is asked for: 制造业 of
    签约制造业项目几个, 农业 of 农业投资完成率."""
    if len(rates_named(frame.text)) == 1:
        return tuple(term for term in frame.terms if len(term) > 1 and term.endswith("业"))
    if not _COUNT_ASKED.search(frame.text):
        return ()
    return tuple(
        term
        for term in frame.terms
        if re.search(rf"{re.escape(term)}(?:{_COUNTED_HEAD})", frame.text)
        and part_counted(f"{term}项目") == term
        and not verbs_asked(term)
    )


_COUNTED_HEAD = r"类?(?:新?(?:签约|引进|落地|开工|投产)|在建)?项目|企业"

_WITHIN = re.compile(
    r"(?:(?<=[目业个家项])(?:里面?|之?中|当中)|其中)的?,?(?P<part>[一-鿿A-Za-z\d]{2,10}?)类?(?:项目|企业)"
    r"(?:共|一共)?(?:有|是|占|签了?|引进了?)?(?:多少|几)[个家项]"
    r"|其中的?(?P<alone>[一-鿿]{2,4}?)的?(?:有|是|占)?(?:多少|几)[个家项]"
)


@lru_cache(maxsize=256)  # asked of every row
def part_within(text: str) -> str:
    """The part of what was counted that is asked for: 制造业 of 新签约项目里制造业项目有几个; "" for none."""
    match = _WITHIN.search(text) or _OF_A_CLASS.search(text)
    part = (match.groupdict().get("alone") or match["part"]) if match else ""
    return "" if _NO_PART.fullmatch(part) else part


# 产业类项目几个, 公共服务类项目总投资多少
_OF_A_CLASS = re.compile(r"(?P<part>(?!各类)[一-鿿]{2,4}类)项目(?:总?投资|有|共|数量)?(?:多少|几)[个项]?")
_WHOLE = re.compile(
    r"(?P<whole>(?:可|新|已|拟)?(?:签约|开工|竣工|投产|落地|在建|在谈|储备)(?:引进)?项目)(?:里面?|之?中|当中)"
)


@lru_cache(maxsize=256)  # asked of every row
def whole_of(text: str) -> str:
    """Of which projects a part is asked for: 可竣工项目 of 可竣工项目里500强项目有几个; "" for none."""
    match = _WHOLE.search(text)
    return match["whole"] if match else ""


_NO_PART = re.compile(r"(?:新|已|签约|引进|落地|开工|投产|在建|亿元|以上|重点|重大|优质|这些|上述)+")


def _told_of(row: Figure) -> str:
    """What a row measures, with the words of its sentence since the part before it: 产业项目13项，总投资…"""
    before = fold(row.quote[: max(0, row.raw_start - row.start)])
    before = _IN_BRACKETS.sub("", before)  # 新签约项目(3000万元以上工业项目)161个: of no trade
    return fold(row.metric + row.subject) + before[before.rfind(";") + 1 :]


_IN_BRACKETS = re.compile(r"\([^()]*\)")


@lru_cache(maxsize=256)
def origin_named(text: str) -> str:
    """From where money is to have come: 省外 of 省外到位资金; "" where the question names none."""
    match = _ORIGIN.search(text)
    return match["origin"].replace("际", "外") if match else ""


def _leaves_out_origin(row: Figure, frame: QuestionFrame) -> bool:
    origin = origin_named(frame.text)
    told = fold(row.metric + own_clause(row)).replace("省际", "省外")
    return bool(origin) and unit_kind(row.unit) != "count" and origin not in told


def _is_told(part: str, row: Figure) -> bool:
    told = fold(row.metric + row.subject + row.quote)
    return term_match(part, told) >= _SAID


@lru_cache(maxsize=256)  # asked of every row
def asks_growth_alone(text: str) -> bool:
    """Whether nothing but a rate of change is asked for: 到位资金同比增长多少."""
    return _GROWTH_ASKED.search(text) is not None and len(_AMOUNT_ASKED.findall(text)) <= 1


@lru_cache(maxsize=256)
def rates_named(text: str) -> tuple[str, ...]:
    """Of what each rate is that a question names: 开工 of 开工率."""
    found = (match for match in _RATE.finditer(text) if not match.group().endswith(_NO_RATE))
    return tuple(dict.fromkeys(match["of"] for match in found))
