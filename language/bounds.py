"""Which size does a text require: 固定资产投资1亿元（含）以上、不足5亿元?

以上, 以下 and 以内 include the number itself; 不足, 不满, 低于 and 超过 do not (Civil Code, article 1259).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from language.numeral import NUMERAL_CHARS, chinese_number
from language.quantity import Quantity, find_quantities

_CAP_BEFORE = re.compile(
    r"(?:最高|不超过|上限(?:为|是)?|封顶(?:为)?|最多|累计不(?:超过|高于)|不高于|以内(?!的|部分))[^\d]{0,8}$"
)
_CAP_AFTER = re.compile(r"^(?:以内)?(?:封顶|为限|为上限)")
_LESS = re.compile(r"(?:不足|不满|低于|小于|未达到?|少于)$")
_MORE = re.compile(r"(?:不低于|不少于|达到?|满|超过|大于|突破|高于|至少|超)$")
_EXCLUSIVE_MORE = ("超过", "大于", "高于", "超")
_TEN_THOUSANDTHS = re.compile(rf"万分之(?P<n>\d+(?:\.\d+)?|[{NUMERAL_CHARS}]+(?:点[{NUMERAL_CHARS}]+)?)")
_ENDS_AMOUNT = re.compile(r"[,;。|()的至到—–-]|以[上下内]|[及或]以|$")
_PER_HEAD = re.compile(r"(?:亩均|人均|户均|每亩|单位)")
_POINT = re.compile(r"点(?![位名火播评阵击])")
_RANGE = re.compile(r"(?<=[元美亩人家万亿%)])\s*(?:[-~–—]+|至|到)\s*(?=\d)")
_TRIM = re.compile(
    r"^(?:对|按照?|其|该|项目|企业|年度|当年|实际|新增|累计|且|并|的|,|、|为|在)+|(?:额度?|总额|金额|部分|数额|规模|的|给予)+$"
)

Family = str
_FAMILIES: tuple[tuple[Family, str], ...] = (
    ("fixed", r"固定资产(?:总)?投资|固投"),
    ("equipment", r"(?:生产)?设备(?:及软件)?(?:投入|投资|购置(?:额|费)?)|技改投入|技术改造投资"),
    ("foreign", r"(?:到位|到账|使用|利用|实到)外资|外资(?:实际)?(?:到位|到账)(?:金额|额)?|外方出资"),
    ("paid", r"(?:实际)?到资(?:金?额)?|(?:首期)?到位资金|到位金额|资金到位|首期到位|实缴(?:资本|注册资本)?"
     r"|注册资本|到账资金"),
    ("revenue", r"营业收入|营收|销售收入|主营业务收入|销售额|营业额"),
    ("output", r"总?产值"),
    ("tax", r"税收|纳税(?:额)?|地方(?:经济|财政)?贡献|财政贡献|税额"),
    ("rd", r"研发(?:投入|费用|经费|支出)"),
    ("rent", r"租金|房租"),
    ("export", r"(?:进?出口|进口)(?:总?额|金额|总值)"),
    ("purchase", r"购(?:房|楼|地)(?:价款|款|费用|总价)|(?:房屋|用房)购置(?:款|费用|价款)|土地(?:出让)?价款"),
    ("loan", r"贷款(?:利息)?|利息"),
    ("price", r"销售单价|单价|售价|单[台套件](?:\([台套件]\))?[^,;\d]{0,4}(?:价格|价值|原值)"),
    ("test", r"验证费用|检测费用?|认证费用?"),
    ("total", r"总投资(?:额)?|投资总额|计划投资(?:额)?|协议投资(?:额)?|合同投资(?:额)?"),
    ("invest", r"投资(?!者|人|方|商|机构|公司)(?:额|规模|强度)?|投入"),
)  # fmt: skip
_FAMILY = [(name, re.compile(pattern)) for name, pattern in _FAMILIES]
NAMES = {
    "fixed": "固定资产投资", "equipment": "设备投入", "foreign": "到位外资", "paid": "到位资金",
    "revenue": "营业收入", "output": "产值", "tax": "税收", "rd": "研发投入", "rent": "租金",
    "export": "进出口额", "purchase": "购房价款", "loan": "贷款",
    "price": "单价", "test": "验证费用", "total": "总投资", "invest": "投资额",
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Money:
    """An amount in the base unit of its currency, and as printed."""

    value: Decimal
    currency: str
    printed: str


@dataclass(frozen=True, kw_only=True)
class Bound:
    """A condition on one measure: `low` and `high` (None: open), and whether each number itself is in."""

    measure: str
    family: Family
    low: Money | None = None
    low_in: bool = True
    high: Money | None = None
    high_in: bool = True
    printed: str = ""

    def holds(self, amount: Decimal) -> bool:
        """Whether an amount in the base unit meets the condition."""
        above = self.low is None or amount > self.low.value or (self.low_in and amount == self.low.value)
        below = self.high is None or amount < self.high.value or (self.high_in and amount == self.high.value)
        return above and below


def family_of(measure: str) -> Family:
    """The sort of measure that words name: "fixed" for 实际固定资产投资; "" for none that is known."""
    if _PER_HEAD.match(measure):
        return ""  # 亩均税收30万元 is a condition, not the size of a project
    return next((name for name, pattern in _FAMILY if pattern.search(measure)), "")


def family_name(text: str) -> str:
    """The words of a text that name a measure: 实际到位外资的2% → 到位外资; "" for none."""
    match = next((match for _, pattern in _FAMILY if (match := pattern.search(text))), None)
    if match is None:
        return ""
    per_head = re.search(rf"{_PER_HEAD.pattern}(?:年均?|年度)?$", text[: match.start()])
    return (per_head.group() if per_head else "") + match.group()


def bounds_in(text: str, *, measure: str = "") -> tuple[Bound, ...]:
    """The conditions that folded text states; `measure` is what is measured where it does not say."""
    return bounds_of(quantities_apart(text), text, measure=measure)


def bounds_of(quantities: Sequence[Quantity], text: str, *, measure: str) -> tuple[Bound, ...]:
    found: list[Bound] = []
    at = 0
    marked = _RANGE.sub(lambda match: "|" * len(match.group()), text)
    for quantity in quantities:
        if quantity.kind not in ("money", "count", "measure") or is_cap(quantity, text):
            continue
        own = family_name(text[at : quantity.start]) or (found[-1].measure if found else measure)
        bound = _bound(quantity, marked, own or _words_before(text[at : quantity.start]))
        at = quantity.end
        if bound is None:
            continue
        last = found[-1] if found else None
        if (
            last is not None
            and last.family == bound.family
            and last.measure == bound.measure
            and _completes(last, bound)
        ):
            found[-1] = replace(
                last, low=last.low or bound.low, low_in=last.low_in if last.low else bound.low_in,
                high=last.high or bound.high, high_in=last.high_in if last.high else bound.high_in,
                printed=_joined(last, bound),
            )  # fmt: skip
        else:
            found.append(bound)
    return tuple(found)


def _joined(one: Bound, other: Bound) -> str:
    """1亿元以上不足5亿元, 500万元—2000万元."""
    if other.printed in one.printed:
        return one.printed
    bare = one.printed.endswith("以上") or re.search(r"不足|不满|低于|以下|以内", other.printed)
    return f"{one.printed}{'' if bare else '—'}{other.printed}"


def _completes(one: Bound, other: Bound) -> bool:
    return (one.high is None and other.low is None) or (one.low is None and other.high is None)


def _bound(quantity: Quantity, text: str, measure: str) -> Bound | None:
    after, before = text[quantity.end : quantity.end + 12], text[: quantity.start]
    included = re.match(r"\([^)]{0,6}?(?P<no>不)?含[^)]{0,6}\)", after)
    rest = after[included.end() :] if included else after
    told = None if included is None else not included["no"]
    amount = money_of(quantity, text)
    made = Bound(measure=measure, family=family_of(measure), printed=_printed(quantity, text))
    if quantity.high is not None:  # 1-5亿元
        high = Money(value=quantity.high * (amount.value / quantity.value), currency=amount.currency,
                     printed=f"{quantity.high.normalize():f}{quantity.unit}")  # fmt: skip
        return replace(made, low=amount, high=high, high_in=True if told is None else told)
    if rest.startswith("|"):
        return replace(
            made, low=amount, low_in=not before.endswith(_EXCLUSIVE_MORE) if told is None else told
        )
    if before.endswith("|"):
        return replace(made, high=amount, high_in=False if told is None else told)
    if _LESS.search(before) and not re.search(r"不(?:低于|少于|小于)$", before):
        return replace(made, high=amount, high_in=bool(told))
    if re.match(r"(?:及|或)?(?:以下|以内)", rest):
        return replace(made, high=amount, high_in=True if told is None else told)
    if re.match(r"(?:及|或)?以上", rest) or _MORE.search(before):
        strict = next(
            (True for word in _EXCLUSIVE_MORE if before.endswith(word)), False
        ) and not rest.startswith("以上")
        return replace(made, low=amount, low_in=(not strict) if told is None else told)
    return None


def _printed(quantity: Quantity, text: str) -> str:
    before = re.search(r"(?:不低于|不少于|不足|不满|低于|达到|超过|满)?$", text[: quantity.start])
    after = re.match(r"(?:\([^)]{0,6}含[^)]{0,6}\))?(?:及|或)?(?:以上|以下|以内)?", text[quantity.end :])
    start = before.start() if before else quantity.start
    return text[start : quantity.end + (after.end() if after else 0)]


def _words_before(text: str) -> str:
    words = re.split(r"[,、:(]", text)[-1].strip()
    return _TRIM.sub("", _MORE.sub("", _LESS.sub("", words)))[-16:]


def is_cap(quantity: Quantity, text: str) -> bool:
    return quantity.kind == "money" and bool(
        _CAP_BEFORE.search(text[: quantity.start]) or _CAP_AFTER.match(text[quantity.end :])
    )


def is_bounded(quantity: Quantity, text: str) -> bool:
    after = text[quantity.end :]
    before = text[: quantity.start]
    return bool(re.match(r"(?:\([^)]{0,8}含[^)]{0,8}\))?\s*\|?(?:及|或)?(?:以上|以下|以内|不足|\|)", after)
                or _LESS.search(before) or _MORE.search(before)
                or re.match(r"(?:\([^)]{0,8}含[^)]{0,8}\))", after) or before.endswith("|"))  # fmt: skip


def quantities_apart(text: str) -> list[Quantity]:
    """Quantities, the two ends of 1亿元—5亿元 apart: each is in its own unit."""
    marked = _RANGE.sub(lambda match: "|" * len(match.group()), text)
    told = [_as_money(_point(quantity, marked), marked) for quantity in find_quantities(marked)]
    return sorted([*told, *_per_ten_thousand(marked)], key=lambda each: each.start)


def _as_money(quantity: Quantity, text: str) -> Quantity:
    """达到10亿以上的另奖5—20万: what has 万 or 亿 and no unit is money where a grant is set."""
    bare = quantity.unit in ("万", "亿") and _ENDS_AMOUNT.match(text, quantity.end)
    return replace(quantity, unit=f"{quantity.unit}元") if bare else quantity


def _per_ten_thousand(text: str) -> list[Quantity]:
    """万分之五 as 0.5‰: a rate in a clause, where prose says it of chances."""
    return [
        Quantity(value=_numeral(match["n"]) / 10, unit="‰", start=match.start(), end=match.end(),
                 outer_start=match.start(), outer_end=match.end(), spelled=True)
        for match in _TEN_THOUSANDTHS.finditer(text)
    ]  # fmt: skip


def _point(quantity: Quantity, text: str) -> Quantity:
    """1.5个点 is said for 1.5%."""
    if quantity.unit != "个" or not _POINT.match(text, quantity.end):
        return quantity
    end = quantity.end + 1
    return replace(quantity, unit="%", end=end, outer_end=max(end, quantity.outer_end))


def money_of(quantity: Quantity, text: str) -> Money:
    value, currency = quantity.base()
    return Money(value=value, currency=currency, printed=text[quantity.start : quantity.end])


def _numeral(printed: str) -> Decimal:
    return Decimal(printed) if printed[0].isascii() else chinese_number(printed)
