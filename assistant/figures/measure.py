"""Which measure is a row's, so that like is compared with like?"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from assistant.figures.size_asked import threshold_value
from assistant.figures.statistic import statistics_named
from assistant.wording import is_cell, own_clause
from language.divisions import PARTS, WHOLE
from language.quantity import base_quantity, unit_kind
from language.text import fold
from vectorstore.ledger_rows import Figure

_VERBS = (
    ("落地", r"新?落地|落户"),
    ("开工", r"开工"),
    ("投产", r"投产|竣工|投用"),
    ("储备", r"储备|在谈"),
    ("签约", r"签约|签订|签署|签下|签了|(?:协议|合同)(?:总?投资|引资|资金|总?额)"),
    ("引进", r"招引|引进|招到|引入|招来"),
    ("拜访", r"拜访|走访|跑"),
    ("合同外资", r"合同外资"),
    ("实际外资", r"(?<!合同)(?<!协议)(?:利用|使用|到账|到位)外资|^外资(?:年度|全年)?(?:目标|任务)"),
    ("到位", r"到位|[市省区县域境]外(?:资金|内资)"),
    ("完成投资", r"完成(?:固定资产)?投资"),
    ("总投资", r"总投资|投资总额"),
    ("产值", r"产值|营收|收入"),
    ("意向", r"意向"),
)
_QUALIFIED = re.compile(r"重点产业项目|人工智能|外资项目|制造业项目|战略合作|高层次人才")


# Money that flowed is measured by its own words even where a signing is told in the same breath.
_FLOWS = frozenset(("合同外资", "实际外资", "到位", "完成投资", "产值"))


def verb_of(row: Figure) -> str:
    """The doing that is counted (签约, 落地, 引进 …), "" where none is named."""
    quote = fold(row.quote)
    for text in (fold(row.metric), fold(own_clause(row)), _doing_before(row, quote), quote):
        said = _verbs_in(text)
        flows = [name for name in said if name in _FLOWS] if unit_kind(row.unit) == "money" else []
        if said == ("总投资",) and row.subject == row.place:  # 签约41个，总投资312亿元: of those signed
            return "" if is_cell(row) else _doing_of(_doing_before(row, quote)) or "总投资"
        if said:
            return (flows or said)[0]
        if text == fold(row.metric) and (own := statistics_named(text)):
            return min(own)  # 零售额 is no 实际外资, whatever stands before it in the sentence
    return ""


@lru_cache(maxsize=2048)  # rows share their measures and sentences
def _verbs_in(text: str) -> tuple[str, ...]:
    return tuple(name for name, pattern in _VERBS if re.search(pattern, text))


def _doing_of(told: str) -> str:
    return next((name for name in _verbs_in(told) if name in DOINGS), "")


DOINGS = frozenset(("落地", "开工", "投产", "储备", "签约", "引进"))


def _doing_before(row: Figure, quote: str) -> str:
    """The last doing told before the figure: 签约 in 签约33个，协议投资245亿元，其中落地的11个."""
    told = list(_ANY_DOING.finditer(quote, 0, row.raw_start - row.start))
    return told[-1].group() if told else ""


_ANY_DOING = re.compile("|".join(pattern for name, pattern in _VERBS if name != "总投资"))


def verbs_asked(text: str) -> frozenset[str]:
    """The doings a question names, as `verb_of` calls them."""
    return frozenset(_verbs_in(text))


def of_another_doing(row: Figure, asked: str) -> bool:
    """Whether an amount is of what was settled where what was signed is asked about: 新落地84个，总投资…"""
    doing, named = verb_of(row), verbs_asked(asked) & DOINGS
    return unit_kind(row.unit) == "money" and bool(named) and doing in DOINGS and doing not in named


_FALLS = re.compile(r"下降|减少|回落|降低|下滑|负增长")


def level_or_change(row: Figure) -> Decimal:
    """The value in base units; below nothing where a change is a fall: 下降7.8% is less than 增长1%."""
    value = base_quantity(row.value, row.unit)[0]
    return -value if row.is_growth and _FALLS.search(row.metric) else value


def asks_falls(text: str) -> bool:
    """Whether the question ranks or lists what fell: 降幅最大."""
    return bool(re.search(r"降幅|跌幅|下降|下滑|负增长", text))


class MeasureKey(NamedTuple):
    """What a figure measures and how: figures of one key may stand in one ranking."""

    unit: str  # the base unit: 元, 个, %
    size: Decimal | None  # the size class of what is counted, in 元
    doing: str  # as `verb_of` tells it
    reached: bool  # and not aimed at
    is_growth: bool
    kind: str  # of the thing measured, where it is a special one: 外资项目


def measure_key(row: Figure) -> MeasureKey:
    """The key of one row of the ledger."""
    special = _QUALIFIED.search(fold(row.metric) + fold(own_clause(row)))
    return MeasureKey(
        unit=base_quantity(Decimal(1), row.unit)[1],
        size=threshold_value(row.threshold),
        doing=verb_of(row),
        reached=row.modality not in ("target", "forecast"),
        is_growth=row.is_growth,
        kind=special.group() if special else "",
    )


def as_reached(key: MeasureKey) -> MeasureKey:
    """The key of an aim as if it were reached, for a change from what was done to what is aimed at."""
    return key._replace(reached=True)


def comparable(one: MeasureKey, other: MeasureKey) -> bool:
    """Same unit, size class, doing and kind; a row that names no doing is taken for the other's."""
    return one._replace(doing="") == other._replace(doing="") and (
        one.doing == other.doing or not one.doing or not other.doing
    )


_TIME = re.compile(
    r"(?:20\d\d年)?(?:第?[一二三四]季度|首季|上半年|下半年|全年|\d{1,2}(?:—|-|至)\d{1,2}月)|20\d\d年"
)


def measure_text(row: Figure) -> str:
    """The measure in a few words, for a table's heading: 签约亿元以上项目."""
    metric = re.sub(rf"（更正前）|^{WHOLE}|^[一二三四五六七八九十]+(?:{PARTS}|市|区)", "", row.metric)
    words = _TIME.sub("", metric).strip("，、的")
    if len(words) >= 4:
        return words
    verb, threshold = verb_of(row), row.threshold.replace("1亿元以上", "亿元以上")
    if not verb or unit_kind(row.unit) != "count":
        return words or verb or "数值"
    if words.startswith(verb):  # 签约数
        return words
    rest = "" if words in verb else words
    return f"{verb}{threshold}{rest or '项目'}"


_LONGEST = 18  # characters of a measure in a heading or a lead


def short_measure(row: Figure) -> str:
    """The measure in a few words and never more: of a long one what is counted, else its end."""
    text = measure_text(row)
    if len(text) <= _LONGEST:
        return text
    if verb_of(row) and unit_kind(row.unit) == "count":
        return f"{verb_of(row)}{row.threshold.replace('1亿元以上', '亿元以上')}项目"
    return text[-_LONGEST:]


def same_measure(one: Figure, other: Figure) -> bool:
    """Whether two rows measure the same thing the same way, so that they may stand in one ranking."""
    if unit_kind(one.unit) != unit_kind(other.unit) or one.is_growth != other.is_growth:
        return False
    if threshold_value(one.threshold) != threshold_value(other.threshold):
        return False
    if base_quantity(Decimal(1), one.unit)[1] != base_quantity(Decimal(1), other.unit)[1]:
        return False
    return (one.modality in ("target", "forecast")) == (other.modality in ("target", "forecast"))
