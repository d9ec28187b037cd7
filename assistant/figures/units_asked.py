"""Which sorts of unit does a question ask for: money, a rate, an area, or things counted in 家 or 个?"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.figures.qualifiers import asks_growth_alone, rates_named
from assistant.question import QuestionFrame
from language.quantity import COUNT_UNITS, split_unit, unit_kind
from language.text import fold
from vectorstore.ledger_rows import Figure

_MONEY_ASKED = re.compile(
    r"多少(?:亿|万)?(?:元|钱|美元|欧元)(?!及?以上)|投资(?:额|总额|规模|了)?(?:是|有|达|共)?多(?:少|大)"
    r"|总投资|投资多|投多少|投了多少|金额|盘子|产值|收入|营收|多少亿(?!元?及?以上)|多少钱|财政|资金|经费|费用|(?:社会|民间)资本|债|到位|进资|引资|到账"
    r"|外资(?!企业|项目).{0,6}多少|多少(?:[内外]资|[省市县区]外资金)|订单|额是多少|(?:签约|协议|引资|合同|投资)(?:总|金)?额|规模"
)
_RATE_ASKED = re.compile(
    r"占比|比例|比重|百分|占.{0,12}多少|增速|[增降涨跌]幅|(?:增长|下降|提高|上升|回落|[涨跌])(?:的?(?:预期|年度)?目标[是为定]*)?了?(?:多少|百分)|同比|几成|率是"
    r"|率(?:有)?多(?:少|高)|率达|率(?:哪个|哪家|谁)更?[高低]|[比较](?:去年|上年|同期)[^，。？]{0,4}(?:增还是|升还是|降还是|涨还是)|率(?:排名?|排序)?(?:最|排|前[一二三四五\d]|后[一二三四五\d]|第[一二三四五]|从[高低])"
)
_AREA_ASKED = re.compile(r"面积|多少(?:平方|亩|公顷)|占地|多大(?=.{0,3}$)")


@lru_cache(maxsize=64)  # of each of a hundred units the same question
def names_rate(text: str) -> bool:
    """Whether a question names a rate of projects: 开工率, 落地率."""
    return not _OF_PROJECTS.isdisjoint(rates_named(text))


def fits_unit(row: Figure, frame: QuestionFrame) -> bool:
    """Whether the unit is of the sort asked for: 多少家 wants 家, 多少亿元 money, 占比 a share; what grew may
    have grown by an amount (同比增加569.96亿元)."""
    if row.is_growth and unit_kind(row.unit) == "rate" and _SHARE_MOVED.search(frame.text):
        return row.unit == "个百分点"  # by how much a share rose is not by how many per cent its part grew
    if row.is_growth and asks_growth_alone(frame.text):
        return True
    if _FIRMS_COUNTED.search(frame.text) and (
        row.metric.endswith("项目") or unit_kind(row.unit) == "measure"
    ):
        return False  # 有多少企业 is no area of their halls
    return _is_asked(row.unit, frame.text) or _counts_what_is_named(row, frame.text)


_SHARE_MOVED = re.compile(
    r"(?:占比|比重)[^，,。？?]{0,12}?(?:提[高升]|上升|增加|下降|降低|回落)了?(?![到至])"
)
_FIRMS_COUNTED = re.compile(r"(?:多少|几)家?(?:企业|公司|客商)(?![^，,。？?]*项目)")


def _counts_what_is_named(row: Figure, text: str) -> bool:
    """推广多少换电车辆 is answered in 台, 年产多少芯片 in 片."""
    if split_unit(row.unit)[1] not in _GOODS or (named := _THINGS_ASKED.search(text)) is None:
        return False
    return fold(row.metric).endswith(named["things"])


_THINGS_ASKED = re.compile(r"(?:多少|几)[万亿]?[台辆套部只片颗]?(?P<things>[一-鿿]{2,8})[？?]?$")


@lru_cache(maxsize=1024)  # asked of every row
def _is_asked(printed: str, text: str) -> bool:
    if _HOW_LONG.search(text) and not _asked_amounts(text):
        return False  # no row is of a length of time
    if (named := _UNIT_NAMED.search(text)) is not None:
        unit = split_unit(printed)[1]
        return unit == named["unit"] or {unit, named["unit"]} == _VEHICLES or len(_asked_amounts(text)) > 1
    if (_SHARE_ALONE.search(text) or _SHARE_OF.search(text)) and len(_asked_amounts(text)) <= 1:
        return unit_kind(printed) == "rate"
    if names_rate(text) and len(_asked_amounts(text)) <= 1:
        return unit_kind(printed) == "rate"
    if _TIMES_OF_LAST.search(text):
        return printed == "倍"
    wanted, counter = sorts_asked(text)
    if not wanted:
        return True
    kind = unit_kind(printed)
    unit = _ALIKE.get(split_unit(printed)[1], split_unit(printed)[1])
    if kind == "count" and counter and kind in wanted:
        if counter == {"*"}:
            return unit not in _GOODS and not (unit in _PERSONS and _THINGS_COUNTED.search(text))
        return unit in counter or not ({unit} & _STRICT and counter & _STRICT)
    money = _MONEY_ASKED.search(text)
    if kind == "measure" and wanted & {"money", "count"} and not (money and money.group() == "总投资"):
        counted = wanted == {"count"} and bool(counters_named(text))  # 多少个项目 is no area
        return not counted and bool(re.search(r"多少|几|产能|规模|多大", text))
    return kind in wanted


# 开工率哪个县最低, 开工率还差多远: no count of projects is a rate.
_OF_PROJECTS = frozenset("开工 落地 履约 转化 投产 竣工 签约 注册 入驻 出租 到位".split())
_HOW_LONG = re.compile(r"多久|多长时间")
_TIMES_OF_LAST = re.compile(r"是(?:上年|去年|上年同期|去年同期|同期|20\d\d年)[^，。？]{0,4}的(?:几|多少)倍")
_SHARE_ALONE = re.compile(
    r"(?:占比|比重|比例)(?:是|为|有|达)?(?:多少|几何|多大|多高|几成|百分之几)|占比[？?]?$"
)
# 第二产业占总签约金额多少 asks for a share, 占地多少亩 and 占用多少个 do not.
_SHARE_OF = re.compile(
    r"占(?!地|用|有|道)(?:了|到)?(?:[^，。？?、]{1,16}?)?(?:多少|几成|百分之几|多大)(?![个家项亿万元亩平公座处名人])"
)
_ALIKE = {"趟": "次", "回": "次", "场": "次"}  # 举办了多少场 is told as 14次
# What is measured in one unit only is not told in another.
_UNIT_NAMED = re.compile(
    r"(?:多少|几)[万亿]?(?P<unit>天|小时|个?工作日|个月|分(?!钱|之|公司|店|局|区)|亩|平方米|公里|吨|辆|片)"
)
_VEHICLES = {"辆", "台"}
_PERSONS = frozenset("人 名 位".split())
_THINGS_COUNTED = re.compile(r"多少[个家]?[^，,。、?？人名位]{0,14}(?:项目|企业|公司)")
_GOODS = frozenset("片 辆 台 套 只 部 颗".split())  # what is made is no count of projects or firms


def _asked_amounts(text: str) -> list[str]:
    """The places in a question where an amount is asked for."""
    return re.findall(r"多少|几[个家项次座]|多大", text)


@lru_cache(maxsize=64)
def sorts_asked(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The sorts of unit a folded question asks for (money, rate, measure, count) and its counters."""
    tests = (("money", _MONEY_ASKED), ("rate", _RATE_ASKED), ("measure", _AREA_ASKED))
    counter = frozenset(counters_asked(text))
    found = {sort for sort, pattern in tests if pattern.search(text)}
    if "money" in found and _COUNT_BESIDE.search(text):
        counter |= {"*"}
    return frozenset(found | ({"count"} if counter else set())), counter


# 新签约项目和到位资金目标分别是多少 asks for a count too
_COUNT_BESIDE = re.compile(
    r"(?:项目|企业)(?:数量?|个数)?(?:和|与|、|及)[^，。？?]{2,12}(?:分别|各)|(?:和|与|、|及)[^，。？?]{0,8}(?:项目|企业)(?:数量?|个数)?(?:目标)?(?:分别|各)"
)
_STRICT = frozenset("家 个 项 次 座 条 人 名 户 台 辆 场 亩".split())


def counters_named(text: str) -> set[str]:
    """The counters that stand in the question itself: 次 and 家 of 跑了几趟、见了多少家."""
    units = (m["unit"] for m in re.finditer(r"(?:多少|(?<!那)几)(?P<unit>[一-鿿])", text))
    return {_ALIKE.get(unit, unit) for unit in units} & COUNT_UNITS


def counters_asked(text: str) -> set[str]:
    """The counters of 多少家 and 几个; {"*"} for 多少项目 or 数量, which any counter may answer."""
    found: set[str] = set()
    for match in re.finditer(r"(?:多少|几|哪[两几])(?P<unit>个百分点|[一-鿿])?", text):
        unit = _ALIKE.get(match["unit"] or "", match["unit"] or "")
        if unit in COUNT_UNITS:
            found.add(unit)
            if unit in ("个", "项"):
                found |= {"个", "项", "处", "宗", "只", "件", "条", "座"}
        elif (
            match.group().startswith("多少")
            and not re.match(
                r"多少(?:订单|经费|费用|资金|亿|万|钱|元|美|平|亩|公|吨|倍|天|年|月|成|兆|吉|千|了)?(?:$|[?？,，。、]|元|亿|万|钱)",
                text[match.start() :],
            )
        ) or re.search(r"(?:项目|企业|数量?|个数|家数)(?:是|有|为|达到)?多少", text[: match.end()]):
            found.add("*")
    if re.search(r"多少(?:个|家)?[^，,。、?？]{0,14}(?:项目|企业|公司)", text):
        found.add("*")
    if re.search(r"数量|个数|家数|(?:项目|企业|引进|签约|落地)数", text):
        found.add("*")
    return {"*"} if "*" in found else found
