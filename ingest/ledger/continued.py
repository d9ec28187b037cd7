"""Which measure does a row leave to the list or the whole that it goes on with: 其中，甲区318.4亿元?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.ledger.bracketed_items import of_bracketed_item
from ingest.ledger.parts import SIZE_CLASS
from language.quantity import unit_kind
from language.value import replace
from vectorstore.ledger_rows import Figure

_NEAR = 400  # characters in which a paragraph goes on with its list
_CLASS_NAMED = re.compile(r"(?P<size>\d*)亿元以上(?:的)?[一-鿿]{0,6}项目")
_DOING = re.compile(r"新?(?P<doing>引进|签约|落地|开工|投产)")
_SEEN_BY = re.compile(
    r"[分从按]各?(?:县|区|市|乡镇|地区|园区|区域|板块|街道|旗)[^,;。\d看]{0,6}看[,，]?"
)  # 分县区看，甲区2个
_OF_WHICH = re.compile(rf"\s*(?:其中|{_SEEN_BY.pattern})")
_RATE_ALONE = re.compile(r"增[幅速]|降幅|(?:同比)?(?:增长|下降)")
_AIM_OF_ALL = re.compile(r"\s*(?:全年|年度)(?:的)?(?:总)?(?:目标|任务|计划)(?:为|是|定为)")
_SIGNED = re.compile(r"(?P<part>[一-鿿()]{0,16}?)新?签约(?:亿元以上)?(?:产业|工业)?(?:项目)?")
_OF_SECTOR = re.compile(
    r"(?P<sector>第[一二三]产业)(?:增加值)?(?:占(?:全[市县区州省])?(?:地区)?(?:生产总值|GDP))?的?(?:比重|占比)"
)
_BARE_DOING = re.compile(r"新?(?:签约|落地|开工|竣工|投产)")


def as_listed_before(rows: Sequence[Figure], text: str) -> tuple[Figure, ...]:
    """The rows in full: each that leaves its measure to rows before it says the measure itself."""
    found: list[Figure] = []
    for row in map(_without_view, map(_sized, rows)):
        row = of_bracketed_item(_with_measure_before(row, found), found)
        found.append(_listed(row, found, text))
    return tuple(found)


def _sized(row: Figure) -> Figure:
    """引进亿元以上项目均超过25个，分别为31个: the class stands in the measure alone."""
    named = _CLASS_NAMED.search(row.metric) if row.unit == "个" and not row.threshold else None
    return replace(row, threshold=f"{named['size'] or 1}亿元以上") if named and not row.is_growth else row


def _without_view(row: Figure) -> Figure:
    """分县区看投资总额 measures 投资总额, 从签约项目看 measures 签约项目, and 分县区看 nothing of its own."""
    if "看" not in row.metric:
        return row
    if (seen := _SEEN_BY.match(row.metric)) is not None:
        return replace(row, metric=row.metric[seen.end() :])
    measure = row.metric.removesuffix("看")
    viewed = measure != row.metric and re.search(rf"[从按]{re.escape(measure)}来?看", row.quote)
    return replace(row, metric=measure) if viewed else row


def _with_measure_before(row: Figure, found: Sequence[Figure]) -> Figure:
    """其中，甲区318.4亿元; 增幅28.4%; 全年目标为600亿元: each is of what was measured before."""
    if _says_no_measure(row) and (whole := _whole_before(row, _of_the_list(row, found))) is not None:
        row = replace(row, metric=whole.metric, threshold=row.threshold or whole.threshold)
    if _RATE_ALONE.fullmatch(row.metric) and (level := _level_before(row, found)) is not None:
        return replace(row, metric=f"{level.metric}{row.metric}", is_growth=True)
    if _is_aim_alone(row) and (whole := _whole_before(row, found)) is not None:
        return replace(row, metric=f"{whole.metric}年度目标")
    return row


def _says_no_measure(row: Figure) -> bool:
    told = row.metric or row.modality != "actual" or row.subject != row.place or row.is_growth
    return not told and _OF_WHICH.match(row.quote) is not None


def _is_aim_alone(row: Figure) -> bool:
    return not row.metric and row.modality == "target" and _AIM_OF_ALL.match(row.quote) is not None


def _of_the_list(row: Figure, found: Sequence[Figure]) -> Sequence[Figure]:
    """The rows that a list of places goes on with: 其中产业项目25个 are no more of it than the rest is."""
    if not _SEEN_BY.match(row.quote.lstrip()):
        return found
    return [one for one in found if "其中" not in one.quote[: one.raw_start - one.start]]


def _whole_before(row: Figure, found: Sequence[Figure]) -> Figure | None:
    """共引进到位资金1036.8亿元。其中，甲区318.4亿元: what the sentence before measures in the same unit, and
    the parts before this one."""
    near = (one for one in reversed(found) if one.unit == row.unit and one.metric and not one.is_growth)
    before = next(near, None)
    return before if before is not None and row.start - before.start <= _NEAR else None


def _level_before(row: Figure, found: Sequence[Figure]) -> Figure | None:
    """其中启东市增幅最大，达28.4% behind a list of what each has: the last amount of the same place."""
    levels = (one for one in reversed(found) if one.subject == row.subject and not one.is_growth)
    level = next((one for one in levels if unit_kind(one.unit) in ("money", "count")), None)
    near = level is not None and 0 < row.start - level.start <= _NEAR
    return level if level is not None and near and level.modality == "actual" else None


def _listed(row: Figure, found: Sequence[Figure], text: str) -> Figure:
    """A row that says only 引进24个 with the measure and size class of the list of places it goes on with."""
    doing = _DOING.fullmatch(row.metric) if row.unit == "个" and not row.threshold else None
    if doing is None or row.is_growth or row.modality != "actual":
        return row
    before = next((one for one in reversed(found) if _goes_on(row, one, doing["doing"], text)), None)
    if before is None:
        return row
    return replace(row, metric=SIZE_CLASS.sub("", before.metric), threshold=before.threshold or "1亿元以上")


def _goes_on(row: Figure, before: Figure, doing: str, text: str) -> bool:
    near = 0 <= row.start - before.start <= _NEAR and "\n\n" not in text[before.start : row.start]
    alike = before.unit == row.unit and before.period == row.period and before.modality == row.modality
    sized = "亿元以上" in before.metric or before.threshold == "1亿元以上"
    measured = before.metric.startswith(doing) and sized and before.subject == before.place
    return near and alike and measured and row.subject == row.place and before.subject != row.subject


def in_full(row: Figure) -> Figure:
    """签约58个、466亿元 counts projects and their money, as prose leaves unsaid; a column keeps its name."""
    if row.is_growth or "\t" in row.quote or " | " in row.quote:
        return row
    if "比" in row.metric and (sector := _OF_SECTOR.fullmatch(row.metric)) and unit_kind(row.unit) == "rate":
        return replace(row, metric=f"{sector['sector']}占地区生产总值比重")  # 第二产业增加值比重为58.7%
    signed = _SIGNED.fullmatch(row.metric) if unit_kind(row.unit) == "money" else None
    if signed is not None:  # 绿色化工签约项目62个、728亿元
        return replace(row, metric=f"{signed['part']}签约额")
    if row.unit == "个" and _BARE_DOING.fullmatch(row.metric):
        return replace(row, metric=f"{row.metric}项目")
    return row
