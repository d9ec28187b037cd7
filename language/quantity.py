"""Quantities as Chinese prose prints them: 152.66亿元, 110余个, 三成, 百分之八, 伍佰万元, 3—5个.

Positions refer to the text given; callers fold it first (`language.text.read`), so digits are half width.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from language.numeral import NUMERAL_CHARS, chinese_number
from language.place_table import is_place, openings
from language.value import replace, value

CURRENCIES = (
    "美元", "美金", "欧元", "港元", "港币", "日元", "韩元", "英镑", "卢布", "澳元", "加元", "新加坡元",
    "瑞士法郎",
    "新台币", "泰铢", "元人民币", "元",
)  # fmt: skip
_RATES = ("个百分点", "百分点", "%", "‰", "倍", "成")
_MEASURES = (
    "平方公里", "平方千米", "平方米", "万平", "平米", "㎡", "m²", "立方米", "公顷", "亩", "公里", "千米",
    "海里", "英里", "毫米",
    "厘米", "微米", "纳米", "米", "万吨级", "吨级", "标准箱", "标箱", "TEU", "公斤", "千克", "吨", "斤",
    "千瓦时", "兆瓦时", "吉瓦时",
    "GWh", "MWh", "kWh", "KWh", "千瓦", "兆瓦", "吉瓦", "GW", "MW", "kW", "KW", "千伏", "伏", "度", "升",
    "毫升", "克", "PFlops", "PFLOPS", "EFlops", "EFLOPS", "P",
)  # fmt: skip
_COUNTERS = (
    "人次", "架次", "场次", "班次", "车次", "批次", "件次", "家次", "户次", "个", "家", "项", "次", "座",
    "条", "处", "名",
    "人", "户", "宗", "台", "辆", "套", "件", "只", "支", "架", "艘", "列", "班", "株", "头", "批", "所",
    "间", "栋", "幢",
    "张", "份", "位", "场", "片", "块", "颗", "卷", "瓶", "桶", "箱", "盒", "册", "篇", "部", "款", "种",
    "类", "例", "起", "对",
    "组", "门", "路", "岗", "轮", "期", "分", "岁", "级", "层", "枚", "粒", "羽", "尾", "棵", "束", "门店",
    "席", "股",
)  # fmt: skip
_DURATIONS = ("个月", "个季度", "个工作日", "工作日", "周年", "小时", "分钟", "秒", "天", "年", "周", "日")
COUNT_UNITS = frozenset(_COUNTERS)
DURATION_UNITS = frozenset(_DURATIONS)
RATE_UNITS = frozenset({"个百分点", "%", "‰", "倍"})

_UNIT = "|".join(
    sorted(map(re.escape, {*CURRENCIES, *_RATES, *_MEASURES, *_COUNTERS, *_DURATIONS}), key=len, reverse=True)
)
# 1 245家次: some papers part the thousands by a space.
_ARABIC = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?: \d{3})+(?=[余多]?[万亿]?[一-鿿])|\d+(?:\.\d+)?"
_CHINESE = rf"[{NUMERAL_CHARS}]+(?:点[{NUMERAL_CHARS}]+)?"
_BEFORE = (
    r"(?:不到|不足|不少于|不低于|不高于|不超过|不多于|不大于|不小于|超过|突破|至少|最高|"
    r"最多|最低|接近|将近|大约|约为|高达|多达|(?<![反赶])超|逾|(?<![最附邻临靠])近|(?<![签合条预节集特公契相履])约"
    r"|(?<![雷马发到抵直传])达|(?<![通经超走度])过|(?<!圆)满|(?<![打攻])破)"  # 打破3项, 雷达12台, 集约50亩
)
_AFTER = r"(?:及以上|或以上|以上|及以下|以下|以内|左右|上下|多(?!\d|[出于]|了\d|签\d)|余)"
_MIDDLE = r"[余多来几]"
_RANGE = r"\s*(?:—+|–|-|~|至|到)\s*"
_SCALE = r"[十百千]?(?:万亿|亿|万)|[百千](?!米|克|瓦|伏|分)"
_GAP = rf"(?:(?<=\d) (?=(?:{_SCALE})?(?:{_UNIT})))?"  # 5000 万元 is one amount
_SPOKEN = r"个(?=多?亿(?:[,。;、)的]|左右|$))"  # 42.6个亿 is money; 23个亿元以上项目 are projects
_PATTERN = re.compile(
    rf"(?P<before>{_BEFORE})?(?:人民币)?"
    rf"(?:(?P<percent>百分之|千分之)(?P<percent_value>{_CHINESE}|{_ARABIC})"
    rf"|(?P<number>{_ARABIC}|{_CHINESE}){_GAP}(?P<spoken>{_SPOKEN})?(?P<middle>{_MIDDLE})?(?P<scale>{_SCALE})?(?P<middle2>{_MIDDLE})?"
    rf"(?:(?P<unit0>{_UNIT})?{_RANGE}(?P<high>{_ARABIC}|{_CHINESE})(?P<scale2>{_SCALE})?)?"
    rf"(?P<money>人民币)?(?P<unit>{_UNIT})?)"
    rf"(?P<after>{_AFTER})?"
)
# What a quantity can open with; trying the pattern nowhere else makes reading several times as fast.
# A word before the number and 人民币 are six characters at most.
_OPENING = re.compile(
    rf"[0-9{NUMERAL_CHARS}不超突至最大约接将高多逾近达过满破人](?:(?<=[0-9{NUMERAL_CHARS}])|(?=.{{0,5}}[0-9{NUMERAL_CHARS}]))"
)
# 3个和5.3个百分点, 高4.2个、低1.5个、高2.3个百分点
_POINTS_TOO = re.compile(r"(?:(?:[和、与及]|以及)(?:[高低]|提高|下降|上升|回落)?\d[\d.]*个?)+百分点")
_SCALES = {"万亿": Decimal(10) ** 12, "亿": Decimal(10) ** 8, "万": Decimal(10) ** 4, "千": Decimal(1000),
           "百": Decimal(100), "十": Decimal(10)}  # fmt: skip
_CANONICAL = {"美金": "美元", "港币": "港元", "元人民币": "元", "百分点": "个百分点", "平米": "平方米",
              "㎡": "平方米", "m²": "平方米", "标准箱": "标箱", "TEU": "标箱", "KWh": "kWh", "KW": "kW",
              "平方千米": "平方公里", "千米": "公里", "万平": "万平方米"}  # fmt: skip
_QUALIFIERS = {"超过": "超", "逾": "超", "突破": "突破", "接近": "近", "将近": "近", "大约": "约",
               "约为": "约", "达": "", "高达": "", "多达": "", "满": "", "破": "突破", "及以上": "以上",
               "或以上": "以上", "及以下": "以下", "多": "余", "来": "余",
               "不少于": "不少于", "不低于": "不低于", "过": "过", "上下": "左右"}  # fmt: skip
# An amount as printed, within the pattern of a longer phrase: 520亿, 5亿美元.
AMOUNT = r"\d[\d.]*[万亿]?(?:[美欧港日]?元)?"
# Words whose numeral is not a count: 一批, 一些 are no figures, nor is 唯一一个; 千方百计 is no number.
_BARE = {"一", "一一", "百", "千", "万", "亿", "十", "零", "〇", "○"}

Kind = Literal["money", "rate", "duration", "count", "measure", "bare"]


@value
class Quantity:
    """One printed quantity: `text[start:end]` is number and unit, without the words around them.

    `value` with `unit` as printed (152.66 and 亿元, 2.5 and 万个, 30 and % for 三成); `high` is the upper end
    of a range, whose lower end is `value`; `qualifier` is 余, 超, 以上, 约 … or "". `outer_start` and
    `outer_end` include the qualifier.
    """

    value: Decimal
    unit: str
    start: int
    end: int
    outer_start: int
    outer_end: int
    qualifier: str = ""
    high: Decimal | None = None
    spelled: bool = False

    @property
    def kind(self) -> Kind:
        """What sort of thing is measured."""
        return unit_kind(self.unit)

    def base(self) -> tuple[Decimal, str]:
        """Value and unit without 万 and 亿: 1.5 亿片 → (150000000, 片); exact."""
        return base_quantity(self.value, self.unit)


@lru_cache(maxsize=4096)
def unit_kind(unit: str) -> Kind:
    """The sort of thing `unit` measures; "" is bare."""
    root = split_unit(unit)[1]
    if not root:
        return "bare" if not unit else "count"
    if root in CURRENCIES:
        return "money"
    if root in RATE_UNITS:
        return "rate"
    if root in DURATION_UNITS:
        return "duration"
    return "count" if root in COUNT_UNITS else "measure"


@lru_cache(maxsize=1024)  # some hundred are printed; asked of every figure
def split_unit(unit: str) -> tuple[Decimal, str]:
    """The factor of a leading 万, 亿 or 万亿, and the rest of the unit."""
    for scale, factor in _SCALES.items():
        if scale not in "千百十" and unit.startswith(scale):
            return factor, unit[len(scale) :]
    return Decimal(1), unit


def base_quantity(value: Decimal, unit: str) -> tuple[Decimal, str]:
    """The same amount in the unscaled unit; ‰ becomes %, so that rates compare."""
    factor, root = split_unit(unit)
    if root == "‰":
        return value / 10, "%"
    return value * factor, _CANONICAL.get(root, root)


def find_quantities(text: str) -> list[Quantity]:
    """Every quantity of folded `text`, in order, numbers without a unit included (unit "").

    Dates are quantities too (3月 is not, 2024年 reads as 2024 年): callers drop what lies inside a period.
    """
    found = []
    position = 0
    while opening := _OPENING.search(text, position):
        match = _PATTERN.match(text, opening.start())
        if match is None:
            position = opening.end()
            continue
        quantity = _quantity(match, text)
        position = match.end() if quantity is None else max(quantity.outer_end, match.start() + 1)
        if quantity is not None:
            found.append(quantity)
    return _with_shared_units(found, text) if "分别" in text or "依次" in text else found


_APART = re.compile("分别|依次")
_JOINS = ("、", "和", "与", "及")


def _with_shared_units(found: list[Quantity], text: str) -> list[Quantity]:
    """甲、乙、丙分别签约12、9、7个: the unit of the last is that of all."""
    for at in range(len(found) - 2, -1, -1):
        one, following = found[at], found[at + 1]
        listed = not one.unit and not one.spelled and text[one.outer_end : following.outer_start] in _JOINS
        shared = following.unit and following.unit not in DURATION_UNITS and following.high is None
        if listed and shared and _APART.search(text, 0, one.start):
            found[at] = replace(one, unit=following.unit)
    return found


def _quantity(match: re.Match[str], text: str) -> Quantity | None:
    if match["percent"]:
        number = _number(match["percent_value"])
        if number is None:
            return None
        unit = "%" if match["percent"] == "百分之" else "‰"
        start, end = match.start("percent"), match.end("percent_value")
        return _made(match, text, value=number, unit=unit, start=start, end=end)
    raw, unit = match["number"], match["unit"] or ("元" if match["spoken"] else "")
    if (raw in _BARE and not _counts_alone(match)) or _is_name_part(match, text):
        return None
    value = _number(raw)
    if value is None:
        return None
    if (size := _size_class(match, text)) is not None:
        return size
    if unit in ("个", "") and _POINTS_TOO.match(text, match.end("unit") if unit else match.end()):
        unit = "个百分点"  # 高于全国、全区3个和5.3个百分点, 分别回落2.16和1.66个百分点
    scale = match["scale"] or ""
    if not raw[0].isascii() and raw[-1] in "万亿" and unit in CURRENCIES:  # 百亿元 prints 百 in 亿元
        value, scale = _unscaled(raw, value)
    start, end = match.start("number"), _end_of_number(match)
    high = _number(match["high"]) if match["high"] else None
    if high is not None:
        scale = scale or match["scale2"] or ""
    if unit == "成" and text[end : end + 1] in ("果", "效", "就"):
        return None  # 又一成果
    if unit == "成":
        if high is None and text[end : end + 1] in ("五", "5"):  # 三成五
            return _made(match, text, value=value * 10 + 5, unit="%", start=start, end=end + 1)
        return _made(match, text, value=value * 10, unit="%", start=start, end=end)
    if unit in RATE_UNITS and high is None and _NEGATIVE.search(text, 0, start):
        value, start = -value, start - 1
    factor, scale = _plain_scale(scale)
    return _made(
        match, text, value=value * factor, high=None if high is None else high * factor,
        unit=scale + _CANONICAL.get(unit, unit), start=start, end=end,
    )  # fmt: skip


_CLASSES = re.compile(r"[十百千]?亿")
_THINGS = re.compile(r"级|项目|企业|产业|集群|园区|工程")


def _size_class(match: re.Match[str], text: str) -> Quantity | None:
    """百亿项目 and 千亿级产业 name a size class in 亿; 百亿 counts no 项."""
    raw, end = match["number"], match.end("number")
    if raw[-1] != "亿" or not _CLASSES.fullmatch(raw) or match["scale"] or not _THINGS.match(text, end):
        return None
    value, unit = _unscaled(raw, _number(raw) or Decimal(0))
    start = match.start("number")
    return Quantity(
        value=value, unit=unit, start=start, end=end, outer_start=start, outer_end=end, spelled=True
    )


def _made(
    match: re.Match[str],
    text: str,
    *,
    value: Decimal,
    unit: str,
    start: int,
    end: int,
    high: Decimal | None = None,
) -> Quantity:
    word = match["after"] or match["middle2"] or match["middle"] or match["before"] or ""
    return Quantity(
        value=value,
        unit=unit,
        high=high,
        qualifier=_QUALIFIERS.get(word, word),
        start=start,
        end=end,
        outer_start=min(match.start(), start),
        outer_end=max(match.end(), end),
        spelled=not text[start : start + 1].isascii(),
    )


def _end_of_number(match: re.Match[str]) -> int:
    """Where number and unit end, without 以上 or 左右 after them."""
    return match.start("after") if match["after"] else match.end()


def _plain_scale(scale: str) -> tuple[Decimal, str]:
    """千万 and 百万 print a factor; 万, 亿 and 万亿 stay in the unit, as printed."""
    factor = Decimal(1)
    while scale and scale[0] in "十百千":
        factor *= _SCALES[scale[0]]
        scale = scale[1:]
    return factor, scale


def _unscaled(raw: str, value: Decimal) -> tuple[Decimal, str]:
    scale = "亿" if raw.endswith("亿") else "万"
    return value / _SCALES[scale], scale


def _number(raw: str) -> Decimal | None:
    if raw[0].isdigit() and raw[0].isascii():
        return Decimal(raw if raw.isdigit() else raw.replace(",", "").replace(" ", ""))
    try:
        return chinese_number(raw)
    except ValueError:
        return None


def _counts_alone(match: re.Match[str]) -> bool:
    """百亿元 and 千亩 are amounts; 一个, 一批 and a bare 万 are not."""
    raw, unit = match["number"], match["unit"]
    if raw in "百千万亿十":
        return (bool(unit) and unit not in ("年", "个", "家", "名", "人")) or bool(match["middle"] and unit)
    return bool(match["scale"]) or unit in ("成", "倍", "%")


_NEGATIVE = re.compile(r"(?<![\dA-Za-z%])[-−]$")  # 同比-3.5% is a fall; 3-5% is a range
_LETTER = re.compile(r"[A-Za-z]")


def _is_name_part(match: re.Match[str], text: str) -> bool:
    """H135, 10+1, 第五届, 4.0版, 496工作体系 carry numerals that count nothing."""
    start = match.start("number")
    before = text[start - 1 : start]
    after = text[match.end() : match.end() + 1]
    if not text[start].isascii() and _opens_place(text, start):
        return True
    if _is_year_of_place(match, text):
        return True
    if (match["unit"] == "分" and after == "之") or text[start - 2 : start] == "分之":  # 四分之三 is no score
        return True
    if before in ("第", "+", "/", "*", "#", "."):
        return True
    if before.isascii() and before.isalpha() and not match["scale"]:  # GDP321.5亿元 is no H135
        return True
    if before == "-" and re.match(r"[A-Za-z\d]", text[start - 2 : start - 1] or " "):
        return True
    if before == "前" and match["unit"] in ("次", "名", "位", "个"):
        return True
    if not match["unit"] and not match["scale"]:
        return after in ("+", "/") or bool(_LETTER.match(after)) or (before == "“" and after == "”")
    return after == "+"


_LONGEST_PLACE = 8


def _opens_place(text: str, start: int) -> bool:
    """三台县, 七台河, 万年县: a numeral and a unit that open the name of a division."""
    return text[start : start + 2] in openings() and any(
        is_place(text[start : start + size]) for size in range(3, _LONGEST_PLACE + 1)
    )


_YEAR = re.compile(r"(?:19|20)\d\d")


def _is_year_of_place(match: re.Match[str], text: str) -> bool:
    """2025株洲湘商大会, 2024万州: the year before the name of a place, no count of 株 or 万."""
    at = match.end("number")
    return (
        text[at : at + 2] in openings()
        and bool(_YEAR.fullmatch(match["number"]))
        and any(is_place(text[at : at + size]) for size in range(2, _LONGEST_PLACE + 1))
    )


def format_quantity(value: Decimal, unit: str, *, qualifier: str = "") -> str:
    """A quantity as `find_quantities` reads it back: 152.66 亿元 → "152.66亿元", 110 个 余 → "110余个"."""
    number = f"{value.normalize():f}"
    if qualifier == "余":
        return f"{number}余{unit}"
    if qualifier in ("以上", "以下", "以内", "左右"):
        return f"{number}{unit}{qualifier}"
    return f"{qualifier}{number}{unit}"


def is_size_range(quantity: Quantity, text: str) -> bool:
    """1—10亿元的项目149个: the range says how large the projects are, and is no figure."""
    return quantity.high is not None and _SIZED_BY.match(text, quantity.outer_end) is not None


_SIZED_BY = re.compile(r"(?:（不含）)?(?:之间|区间|规模)?的?(?:[一-鿿]{0,6}(?:项目|企业)|\d+[个家])")
