"""Of which part is a bare amount told right behind its count: 新材料产业签约74个，总投资286.5亿元?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.ledger.completed import SCALES
from ingest.ledger.measures import LENGTH
from language.parted import (
    BARE_AMOUNT,
    STAGES,
    WIDE_KINDS,
    amount_measured,
    part_counted,
    part_measured,
)
from language.quantity import unit_kind
from language.value import replace
from vectorstore.ledger_rows import Figure

_MOST_BETWEEN = 14  # characters from the count to the amount: ，计划总投资
_ASIDE = re.compile(
    r"[，,](?:开工|复工|投产|竣工|落地|履约)率(?:为|达到?)?\d[\d.]*%|[，,]完成[^，,；;\d]{0,8}(?:目标|任务)[^，,；;\d]{0,3}\d[\d.]*[%％]|"
    r"（[^（）]*）|[，,](?:包括|包含|涵盖)[^，,；;。]*?等(?:项目|企业)?(?=[，,])|[、，,]?占(?:比|全[市省区县])?(?:为|达)?[^，,、；;。]{0,6}?\d[\d.]*[%％]"
)
SIZE_CLASS = re.compile(r"(?:超|过)?\d*[十百千]?亿元?(?:以上|级)?")
_AND = re.compile(r"[、和与及][^,，。；;]*")
_IN_ALL = re.compile(r"[,，](?:[一-鿿]{2,5}?)?(?:累计|合计|共计|共)")  # 投资额合计43亿元
_FROM_A_SOURCE = re.compile(r"来自[^,;。]{2,10}?的")
_FLOWS = re.compile(r"到位|[内外]资")
_AT_AN_EVENT = re.compile(r"(?:在)?[^,;。]{2,24}?(?:期间|大会上|会上|仪式上|现场|活动上|活动中)")
_OF_THOSE = re.compile(r"\d+个(?P<those>[一-鿿]{2,8}?项目)(?:中)?(?:已|全部)*(?:开工|复工|竣工|投产|落地)$")
_NEWLY_FOUNDED = re.compile(r"新设立?(?:外商投资|外资)?$|^立?外商投资$")  # 制造业新设外商投资企业88家
_RATE = re.compile(r"(?:签约项目)?(?:开工|履约|落地|投产|竣工|转化)率")
_KIND_OF_BUSINESS = re.compile(  # a rate is of a whole kind of business alone
    r"[一-鿿]{2,10}?(?:产业链?|集群|行业)(?:项目)?(?=新?(?:开工|签约|落地|投产|履约|竣工))"
)


def of_the_part(figure: Figure, told: Sequence[Figure]) -> Figure:
    """The figure with the part it is of in its measure, where the count of that part stands right before."""
    before = _counted_before(figure, told)
    if before is None or not _is_bare(figure) or not _stands_beside(before, figure):
        return _of_the_amount_before(figure, told)
    if figure.metric in SCALES:  # 设立基金合伙企业5个、总规模23.9亿元
        return replace(figure, metric=f"{before.metric}{figure.metric}"[-LENGTH:])
    if _sums_up(figure, before, told):
        return figure
    part = (
        _part_of(before.metric, figure)
        or _signed_beside_begun(before, told)
        or _wide_kind(before, figure, told)
    )
    return replace(figure, metric=f"{part}{figure.metric}") if part not in figure.metric else figure


def of_its_firms(figure: Figure, told: Sequence[Figure]) -> Figure:
    """世界500强企业28家、投资项目38个: the projects are those of the firms counted right before."""
    firms = told[-1] if told and figure.unit == "个" and told[-1].unit == "家" else None
    if firms is None or not (_KIND_OF_FIRM.search(firms.metric) and _THEIR_PROJECTS.fullmatch(figure.metric)):
        return figure
    beside = _stands_beside(firms, figure)
    return replace(figure, metric=f"{firms.metric}{figure.metric}"[-LENGTH:]) if beside else figure


def _of_the_amount_before(figure: Figure, told: Sequence[Figure]) -> Figure:
    """产业类项目44个，总投资131亿元，年度计划投资54.3亿元: the second amount is of the part of the first."""
    before = told[-1] if told and unit_kind(told[-1].unit) == "money" and _is_bare(figure) else None
    invested = before is not None and amount_measured(before.metric).endswith(("投资", "投资额"))
    flows = invested and _FLOWS.search(figure.metric) is not None
    if before is None or before.subject != figure.subject or not (flows or figure.metric in _OF_THE_YEAR):
        return figure
    near = before.start == figure.start and len(_between(before, figure)) <= _MOST_BETWEEN
    part = part_measured(before.metric) if near else ""
    if flows and any(stage in part for stage in STAGES):
        return figure  # 新投产266个，总投资512亿元，到位资金1568亿元: it is the place's
    return replace(figure, metric=f"{part}{figure.metric}")


_OF_THE_YEAR = ("年度计划投资", "年度投资", "年度计划总投资", "引资", "引资额", "引进资金")
_KIND_OF_FIRM = re.compile(r"(?:\d强|外资|外商投资|民营|国有|上市|专精特新|链主|龙头)企业$|[央国民外]企$")
_THEIR_PROJECTS = re.compile(r"(?:投资|签约|落地|合作|增资)?项目")


def _signed_beside_begun(before: Figure, told: Sequence[Figure]) -> str:
    """7个项目集中开工，总投资13亿元；7个项目集中签约，总投资29亿元: what was signed is a part too."""
    signed = before.metric.startswith("集中签约")
    return "集中签约" if signed and any(_BEGUN.match(one.metric) for one in told) else ""


def _wide_kind(before: Figure, figure: Figure, told: Sequence[Figure]) -> str:
    """其中工业项目35个，到位资金6.14亿元；农业项目18个，…: the money is that of 工业."""
    of_it = unit_kind(figure.unit) != "rate" and is_kind_beside_others(before, told)
    kind = before.metric.removesuffix("项目")
    kind = before.metric if kind in ("合同", "协议") else kind  # 合同总投资 would be what is contracted
    return kind if of_it else ""


def is_kind_beside_others(counted: Figure, told: Sequence[Figure]) -> bool:
    """Whether 工业项目 or 产业项目, which elsewhere are all there are, are counted as one kind of several."""
    if counted.metric not in WIDE_KINDS:
        return False
    before = [one for one in told if one.start == counted.start and one.raw_start < counted.raw_start]
    counts = [one for one in before if unit_kind(one.unit) == "count"]
    if any(part_counted(one.metric) or one.metric in WIDE_KINDS for one in counts):
        return True
    return _AMONG.search(counted.quote, 0, counted.raw_start - counted.start) is not None


_AMONG = re.compile(
    r"(?:其中[，,:：]?|(?:项目|企业)[中里][，,]|[从按][^，,；;。]{2,8}[看分划][，,：:])[^，,；;。\d]{0,12}$"
)
_BEGUN = re.compile("集中(?:开工|竣工|投产)")


def _is_bare(figure: Figure) -> bool:
    """总投资286.5亿元, 开工率93%: an amount or a rate that names nothing it is of."""
    amount = unit_kind(figure.unit) == "money" and BARE_AMOUNT.fullmatch(figure.metric)
    scale = figure.metric in SCALES and unit_kind(figure.unit) == "money"
    return not figure.is_growth and bool(amount or scale or _RATE.fullmatch(figure.metric))


def _stands_beside(before: Figure, figure: Figure) -> bool:
    counted = unit_kind(before.unit) == "count" and not before.is_growth
    if not counted or before.metric.endswith("目标"):
        return False  # 超额完成360个的年度目标；到位资金1003.7亿元
    gap = len(_ASIDE.sub("", _between(before, figure)))
    return before.subject == figure.subject and before.start == figure.start and gap <= _MOST_BETWEEN


def _sums_up(figure: Figure, before: Figure, told: Sequence[Figure]) -> bool:
    """产业类项目10个、科技类项目6个，累计总投资达17亿元: the amount is of both parts, and so of the place."""
    counts = [one for one in told if unit_kind(one.unit) == "count" and one.raw_start < before.raw_start]
    listed = bool(counts) and _AND.fullmatch(_between(counts[-1], before)) is not None
    if listed and len(counts) > 1 and counts[-2].value == counts[-1].value + before.value:
        return True  # 项目186个，其中新建72个、续建114个，到位资金98.6亿元
    return listed and _IN_ALL.match(_between(before, figure)) is not None


def _part_of(counted: str, figure: Figure) -> str:
    """What the count before is of, as far as the figure is of it too; "" where it is the place's own."""
    if _FROM_A_SOURCE.match(counted):  # 来自沪苏浙的新签约亿元以上项目71个、占比38%，总投资402.6亿元
        return SIZE_CLASS.sub("", counted)
    if unit_kind(figure.unit) == "rate":
        kind = _KIND_OF_BUSINESS.match(counted)
        return kind.group() if kind else ""
    if counted.endswith("企业") and _FLOWS.search(figure.metric):
        return ""  # 引进高新技术企业19家，到位资金54.7亿元: it is the place's
    of_those = _OF_THOSE.match(counted)  # 124个新建项目已开工122个
    if of_those is not None:
        return of_those["those"]
    event = _AT_AN_EVENT.match(counted)
    part = event.group() if event else part_counted(counted)
    if any(stage in part for stage in STAGES) and _FLOWS.search(figure.metric):
        return ""  # 新投产266个，到位资金1568亿元: it is the place's
    return _NEWLY_FOUNDED.sub("", part)


def _counted_before(figure: Figure, told: Sequence[Figure]) -> Figure | None:
    """The last count told, but for one in brackets and for shares of it."""
    for one in reversed(told):
        between = _between(one, figure)
        if unit_kind(one.unit) == "count" and between.count("）") <= between.count("（"):
            return one
        if unit_kind(one.unit) not in ("count", "rate") or one.is_growth:
            break
    return told[-1] if told else None


def _between(one: Figure, other: Figure) -> str:
    """What is printed between two figures of one sentence, brackets full width."""
    text = one.quote[one.raw_start - one.start + len(one.raw) : max(0, other.raw_start - one.start)]
    return text.replace("(", "（").replace(")", "）")
