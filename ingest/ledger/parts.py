"""Of what is a bare amount or growth told: 新材料产业签约74个，总投资286.5亿元; 同比分别增长9%和17%?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.ledger.cast import Cast
from ingest.ledger.measures import LENGTH
from language.parted import BARE_AMOUNT, STAGES, part_counted
from language.quantity import Quantity, unit_kind
from language.value import replace
from vectorstore.ledger_rows import Figure

_MOST_BETWEEN = 14  # characters from the count to the amount: ，计划总投资


def of_the_part(figure: Figure, told: Sequence[Figure]) -> Figure:
    """The figure with the part it is of in its measure, where the count of that part stands right before."""
    before = _counted_before(figure, told)
    if before is None or figure.is_growth or before.is_growth:
        return figure
    if unit_kind(figure.unit) != "money" and not _RATE.fullmatch(figure.metric):
        return figure
    gap = len(_ASIDE.sub("", _between(before, figure)))
    beside = before.subject == figure.subject and before.start == figure.start and gap <= _MOST_BETWEEN
    bare = BARE_AMOUNT.fullmatch(figure.metric) or _RATE.fullmatch(figure.metric)
    if not beside or unit_kind(before.unit) != "count" or not bare:
        return figure
    if before.metric.endswith("目标"):
        return figure  # 超额完成360个的年度目标；到位资金1003.7亿元
    event = _AT_AN_EVENT.match(before.metric)
    source = _FROM_A_SOURCE.match(before.metric)
    part = event.group() if event else "" if source else part_counted(before.metric)
    if unit_kind(figure.unit) == "rate":
        kind = _KIND_OF_BUSINESS.match(before.metric)
        part = kind.group() if kind else ""
    if any(stage in part for stage in STAGES) and _FLOWS.search(figure.metric):
        part = ""  # 新投产266个，到位资金1568亿元: it is the place's
    part = _NEWLY_FOUNDED.sub("", part)
    if source and bare:  # 来自沪苏浙的新签约亿元以上项目71个、占比38%，总投资402.6亿元
        part = _SIZE_CLASS.sub("", before.metric)
    return replace(figure, metric=f"{part}{figure.metric}") if part and part not in figure.metric else figure


def _counted_before(figure: Figure, told: Sequence[Figure]) -> Figure | None:
    """The last count told, but for one in brackets and for shares of it."""
    for one in reversed(told):
        if unit_kind(one.unit) == "count" and not _between(one, figure).count("）") > _between(
            one, figure
        ).count("（"):
            return one
        if unit_kind(one.unit) not in ("count", "rate") or one.is_growth:
            break
    return told[-1] if told else None


def _between(one: Figure, other: Figure) -> str:
    """What is printed between two figures of one sentence, brackets full width."""
    text = one.quote[one.raw_start - one.start + len(one.raw) : max(0, other.raw_start - one.start)]
    return text.replace("(", "（").replace(")", "）")


_ASIDE = re.compile(r"（[^（）]*）|[、，,]?占(?:比|全[市省区县])?(?:为|达)?[^，,、；;。]{0,6}?\d[\d.]*[%％]")
_FROM_A_SOURCE = re.compile(r"来自[^,;。]{2,10}?的")
_FLOWS = re.compile(r"到位|[内外]资")
_AT_AN_EVENT = re.compile(r"(?:在)?[^,;。]{2,24}?(?:期间|大会上|会上|仪式上|现场|活动上|活动中)")
_NEWLY_FOUNDED = re.compile(r"新设立?(?:外商投资|外资)?$|^立?外商投资$")  # 制造业新设外商投资企业88家
_RATE = re.compile(r"(?:签约项目)?(?:开工|履约|落地|投产|竣工|转化)率")
_KIND_OF_BUSINESS = re.compile(
    r"[一-鿿]{2,10}?(?:产业链?|集群|行业)(?:项目)?(?=新?(?:开工|签约|落地|投产|履约|竣工))"
)

_RESPECTIVELY = re.compile(r"(?:同比|环比)?分别[^,;。\d]{0,14}$")
_GREW_ALIKE = re.compile(r"(?:同比|环比|比上年|较上年)(?:增长|下降|增|降)$")  # …同比增长11.5%、8.4%
_SHARES = re.compile(r"分别占[^,;。\d]{0,16}$")  # 23个，总投资118亿元，分别占在建项目总数和总投资的24%和23%
_OF_THE_AIM = re.compile(r"(?:超额)?(?:完成|占)了?[^,;。\d]{0,8}(?:目标|任务|计划)[^,;。\d]{0,4}的$")
_CHANGE = re.compile(
    r"(?:(?:同比|环比|较|比)[^,;。\d]{0,8}?)?(?:增长|增加|提高|提升|上升|下降|减少|降低|多出|净增|增|降)$"
)


def respective_growth(kept: Sequence[Quantity], cast: Cast) -> dict[int, tuple[int, int]]:
    """By the start of each growth in a list behind 分别: its place in the list, and the list's length."""
    found: dict[int, tuple[int, int]] = {}
    at = 0
    while at < len(kept):
        listed = [kept[at]]
        before = cast.text[: kept[at].outer_start]
        lead = _RESPECTIVELY.search(before) if "分别" in before else None
        grew = _GREW_ALIKE.search(before) if kept[at].kind == "rate" else None
        if grew or (lead and any(told.search(lead.group()) for told in (_CHANGE, _OF_THE_AIM, _SHARES))):
            for other in kept[at + 1 :]:
                if not re.fullmatch(r"[、,和与及]", cast.text[listed[-1].outer_end : other.outer_start]):
                    break
                if grew and not lead and other.kind != "rate":
                    break
                listed.append(other)
            if len(listed) > 1:
                found |= {one.start: (n, len(listed)) for n, one in enumerate(listed)}
        at += len(listed)
    return found


_OF_AN_AIM = re.compile(r"(?:完成|占)[^,;。]{0,8}(?:目标|任务|计划)")


def grown_of(figure: Figure, place: tuple[int, int], told: Sequence[Figure]) -> Figure:
    """The n-th growth of a list is of the n-th of the levels told right before it."""
    number, length = place
    levels = [row for row in told if not row.is_growth and unit_kind(row.unit) != "rate"][-length:]
    if len(levels) < length or levels[number].subject != figure.subject:
        return figure
    level = levels[number]
    before = figure.quote[: figure.raw_start - figure.start].rpartition("分别")[2]
    if _OF_AN_AIM.search(before):
        return replace(
            figure, metric=f"{level.metric}完成年度目标", threshold=level.threshold, is_growth=False
        )
    if before.startswith("占"):
        return replace(figure, metric=f"{level.metric}占比", threshold=level.threshold, is_growth=False)
    change = _CHANGE.search(re.split(r"\d", before)[0]) or _CHANGE.search(figure.metric)
    metric = f"{level.metric}{change.group() if change else '增长'}"
    return replace(figure, metric=metric, threshold=level.threshold, is_growth=True)


_DOING = re.compile(r"新?(?P<doing>引进|签约|落地|开工|投产)")
_NEAR = 400  # characters in which a paragraph goes on with its list


_CHANGE_ALONE = re.compile(
    r"(?:增幅|增速|降幅)?(?:方面)?(?P<way>(?:同比|环比|比上年|较上年)?(?:增长|下降|提高|上升|增|降|增加|减少))(?:增长|下降)?"
)


def change_of(figure: Figure, told: Sequence[Figure]) -> Figure:
    """乙县61.3亿元，增长9.7%: a change that names no measure is of what stands right before it."""
    alone = _CHANGE_ALONE.fullmatch(figure.metric) if figure.is_growth else None
    before = told[-1] if told else None
    if alone is None or before is None or before.is_growth or before.subject != figure.subject:
        return figure
    changed = replace(figure, metric=f"{before.metric}{alone['way']}")
    if changed.period:
        return changed
    return replace(changed, period=before.period, period_basis=before.period_basis)


_GOAL_ALONE = re.compile(
    r"[仅只]?(?:超额)?(?:(?:完成)?(?:年度|全年|年)(?:目标|任务|计划)|完成(?:目标|任务)任务)(?:任务)?"
)
_GOAL_BESIDE = re.compile(r".*\d[^()（）]{1,4}[(（](?:年度|全年)?(?:目标|任务|计划)(?:任务|目标)?[数值]?")


def goal_of(figure: Figure, told: Sequence[Figure]) -> Figure:
    """乐都区28.36亿元，完成年度任务（48亿元）的59.08%: the goal and its share are of what was done."""
    if told and _GOAL_BESIDE.fullmatch(figure.metric):  # 引进优强企业24家（任务数20家）
        return replace(figure, metric=f"{told[-1].metric}年度目标")
    if not _GOAL_ALONE.fullmatch(figure.metric) or figure.is_growth:
        return figure
    done = [row for row in told if row.subject == figure.subject and row.modality == "actual"]
    levels = [row for row in done if unit_kind(row.unit) != "rate" and not row.is_growth]
    if not levels:
        return figure
    share = "完成" if unit_kind(figure.unit) == "rate" else ""
    return replace(figure, metric=f"{levels[-1].metric}{share}年度目标")


_IN_BRACKETS = re.compile(r"(?P<whole>.*?)\d[\d.]*[^()（）\d]{1,4}[(（]其中[:：,，]?(?P<own>.*)")


def in_brackets(figure: Figure, told: Sequence[Figure]) -> Figure:
    """农业履约项目24个（其中新签约履约项目11个): the part in brackets is of what is counted before them."""
    match = _IN_BRACKETS.fullmatch(figure.metric)
    if match is None or not told:
        return figure
    whole, own = told[-1].metric, match["own"]
    shared = next((n for n in range(len(own)) if own[n:] and whole.endswith(own[n:])), len(own))
    head = whole.removesuffix(own[shared:]) if shared < len(own) else ""
    return replace(figure, metric=own if own.startswith(head) else f"{head}{own}")


_OF_IT = re.compile(r"完成|超进度|欠进度|同比|环比|增|降|下降|占")
_SHARE_TOLD = re.compile(r"(?:.*\d[^\d]{1,4})?(?P<share>占(?:比|.{1,8}))")


def of_its_level(figure: Figure, told: Sequence[Figure]) -> Figure:
    """A rate with the measure in full that stands right before it: 国内省外到位资金226亿元，超进度5.7%; of
    到位资金19亿元，占总到位资金的4.6% too."""
    levels = [row for row in told if row.start == figure.start and unit_kind(row.unit) != "rate"]
    if unit_kind(figure.unit) != "rate" or not levels or levels[-1].subject != figure.subject:
        return figure
    level, metric = levels[-1].metric, figure.metric
    if (share := _SHARE_TOLD.fullmatch(metric)) is not None:
        return replace(figure, metric=f"{level}{share['share']}"[-LENGTH:])
    sizes = range(len(level) - 1, 1, -1) if level not in metric else ()
    size = next((n for n in sizes if metric.startswith(level[-n:]) and _OF_IT.match(metric, n)), 0)
    return replace(figure, metric=f"{level}{metric[size:]}"[-LENGTH:]) if size else figure


def as_listed_before(rows: Sequence[Figure], text: str) -> tuple[Figure, ...]:
    """The rows, those that say only 引进24个 with the measure of the list of places they go on with."""
    found: list[Figure] = []
    for row in map(_sized, rows):
        if _says_no_measure(row) and (whole := _whole_before(row, found)) is not None:
            row = replace(row, metric=whole.metric, threshold=row.threshold or whole.threshold)
        if _RATE_ALONE.fullmatch(row.metric) and (level := _level_before(row, found)) is not None:
            row = replace(row, metric=f"{level.metric}{row.metric}", is_growth=True)
        elif _is_aim_alone(row) and (whole := _whole_before(row, found)) is not None:
            row = replace(row, metric=f"{whole.metric}年度目标")
        doing = _DOING.fullmatch(row.metric) if row.unit == "个" and not row.threshold else None
        if doing is None or row.is_growth or row.modality != "actual":
            found.append(row)
            continue
        listed = next((one for one in reversed(found) if _goes_on(row, one, doing["doing"], text)), None)
        found.append(_listed(row, listed) if listed else row)
    return tuple(found)


_RATE_ALONE = re.compile(r"增[幅速]|降幅|(?:同比)?(?:增长|下降)")
_AIM_OF_ALL = re.compile(r"\s*(?:全年|年度)(?:的)?(?:总)?(?:目标|任务|计划)(?:为|是|定为)")


def _level_before(row: Figure, found: Sequence[Figure]) -> Figure | None:
    """其中启东市增幅最大，达28.4% behind a list of what each has: the last amount of the same place."""
    levels = (one for one in reversed(found) if one.subject == row.subject and not one.is_growth)
    level = next((one for one in levels if unit_kind(one.unit) in ("money", "count")), None)
    near = level is not None and 0 < row.start - level.start <= _NEAR
    return level if level is not None and near and level.modality == "actual" else None


def _is_aim_alone(row: Figure) -> bool:
    return not row.metric and row.modality == "target" and _AIM_OF_ALL.match(row.quote) is not None


_OF_WHICH = re.compile(r"\s*其中")


def _says_no_measure(row: Figure) -> bool:
    told = row.metric or row.modality != "actual" or row.subject != row.place or row.is_growth
    return not told and _OF_WHICH.match(row.quote) is not None


def _whole_before(row: Figure, found: Sequence[Figure]) -> Figure | None:
    """共引进到位资金1036.8亿元。其中，甲区318.4亿元: what the sentence before measures in the same unit, and
    the parts before this one."""
    near = (one for one in reversed(found) if one.unit == row.unit and one.metric and not one.is_growth)
    before = next(near, None)
    return before if before is not None and row.start - before.start <= _NEAR else None


def in_full(row: Figure) -> Figure:
    """签约58个、466亿元 counts projects and their money, as prose leaves unsaid; a column keeps its name."""
    if row.is_growth or "\t" in row.quote or " | " in row.quote:
        return row
    signed = _SIGNED.fullmatch(row.metric) if unit_kind(row.unit) == "money" else None
    if signed is not None:  # 绿色化工签约项目62个、728亿元
        return replace(row, metric=f"{signed['part']}签约额")
    if not _BARE_DOING.fullmatch(row.metric):
        return row
    if row.unit == "个":
        return replace(row, metric=f"{row.metric}项目")
    return row


_SIGNED = re.compile(r"(?P<part>[一-鿿()]{0,16}?)新?签约(?:亿元以上)?(?:产业|工业)?(?:项目)?")
_BARE_DOING = re.compile(r"新?(?:签约|落地|开工|竣工|投产)")


def _sized(row: Figure) -> Figure:
    """引进亿元以上项目均超过25个，分别为31个: the class stands in the measure alone."""
    named = _CLASS_NAMED.search(row.metric) if row.unit == "个" and not row.threshold else None
    return replace(row, threshold=f"{named['size'] or 1}亿元以上") if named and not row.is_growth else row


_CLASS_NAMED = re.compile(r"(?P<size>\d*)亿元以上(?:的)?[一-鿿]{0,6}项目")
_SIZE_CLASS = re.compile(r"(?:超|过)?\d*[十百千]?亿元?(?:以上|级)?")


def _listed(row: Figure, before: Figure) -> Figure:
    """The row with the measure and size class of the list; its own sentence does not print the class."""
    return replace(row, metric=_SIZE_CLASS.sub("", before.metric), threshold=before.threshold or "1亿元以上")


def _goes_on(row: Figure, before: Figure, doing: str, text: str) -> bool:
    near = 0 <= row.start - before.start <= _NEAR and "\n\n" not in text[before.start : row.start]
    alike = before.unit == row.unit and before.period == row.period and before.modality == row.modality
    sized = "亿元以上" in before.metric or before.threshold == "1亿元以上"
    measured = before.metric.startswith(doing) and sized and before.subject == before.place
    return near and alike and measured and row.subject == row.place and before.subject != row.subject
