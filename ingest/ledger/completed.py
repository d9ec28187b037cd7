"""What does a later figure of a sentence leave to those before it: the thing counted, its class, its time?"""

from __future__ import annotations

import re

from ingest.ledger.cast import Cast
from ingest.ledger.measures import LENGTH
from ingest.ledger.metric_words import OF_A_PHASE, PARTS_INCLUDED, PAST_ITS_AIM, RISEN, without_aim
from language.parted import amount_measured, part_measured
from language.period_label import last_month, month_range
from language.quantity import Quantity
from language.value import replace
from language.words import tagged
from vectorstore.ledger_rows import Figure

_SO_MANY_IN_ALL = re.compile("[，,](?:已)?累计(?:完成|实现|达到?|已达?)?$")
_IN_ALL = re.compile(r"[，,](?:两期|各期|三期)?(?:合计|共计|总计)(?:为|约|达)?$")
_RUNNING = re.compile(r"累计|总数|总共|共计")  # 新增3栋，累计11栋: the second is no increase
_DOING = re.compile(
    r"(?:尚|仍|已|现|未|可)*(?:开工|动工|投产|达产|竣工|完工|落地|落户|引进|到位|到账|注册|签约|在建|在谈|储备|停工|入库|退库|出库|流失|外迁|解约|终止)"
)
_SHORT = re.compile(r"(?!第?[首一二三四]期)[^项企业投资额产值收入外率户园司税]{0,4}")


SCALES = ("总规模", "规模", "注册规模")
_GOODS = ("进口", "出口")
_SECTORS = ("一产", "二产", "三产")
_OF_ANY = ("目标", "任务", "计划")  # 完成目标的98% says not of what


def _says_nothing(metric: str) -> bool:
    """Whether words before a number count no thing of their own: 新增, 其中京津冀; but 提供泊位 does."""
    if metric in _SECTORS:
        return True
    if _SIZE.fullmatch(metric):  # 46个签约项目中，10亿元以上12个、5—10亿元9个
        return True
    if _SHORT.fullmatch(metric) is None or metric.endswith((*_GOODS, "级以上")):
        return False  # 5A级景区3个、A级以上60个
    tokens = tagged(metric)
    does = any(token.tag.startswith("v") and token.word not in _TRADES for token in tokens)
    named = any(
        len(token.word) > 1 and token.tag.startswith("n") and token.word not in _OF_ANY for token in tokens
    )
    return not (does and named)


def is_bare(quantity: Quantity, cast: Cast) -> bool:
    """南海区88个、466.9亿元 in a list of places: no word of the clause says what is counted."""
    begin, _ = cast.clause_at(quantity.start)
    named = [mention for mention in cast.mentions if begin <= mention.start and mention.end <= quantity.start]
    if not named:
        return False
    before = cast.text[named[-1].end : quantity.outer_start]
    return _SAYS_HOW_MANY.fullmatch(before) is not None


_SAYS_HOW_MANY = re.compile(
    rf"(?:{PARTS_INCLUDED}|\(?)(?:分别)?(?:有|为|达|是|各)?(?:\d[\d.]*[一-鿿]{{1,3}}[、和])?"
)


_PART = r"[一-鿿]{2,14}?(?:产业链|链|产业集群|产业|集群)"
_PART_ALONE = re.compile(_PART)
_PART_MEASURED = re.compile(rf"{_PART}(?P<measure>[一-鿿]{{2,8}})")


_EXCHANGED = re.compile(
    r"\d[\d.]*[万亿]?[美欧港日]元[^，,。；;\d]{0,3}[，,（(]?(?:约?折合?|约合)(?:成|人民币|约|为)*$"
)
_NEXT_YEAR = re.compile(r"\d[一-鿿%％]{1,4}[、和与及]20\d\d年的$")
_THIS_ONE = re.compile(r"这[一个](?:数据|数字|比例|比重|指标|占比|数值)")
_OF_THE_REST = re.compile(r"(?:其余|其他|余下)(?:的|为|是|依次|分别)|[为是]\d")


def as_the_first(figure: Figure, told: list[Figure]) -> Figure:
    """甲链签约61个、引资237亿元，乙链52个、198亿元: the parts after the first are measured as it is."""
    exchanged = told and ("折" in figure.quote or "约合" in figure.quote)
    if exchanged and _EXCHANGED.search(figure.quote[: figure.raw_start - figure.start]):
        same = told[-1]  # 外资6.44亿美元，折合人民币40.49亿元
        figure = replace(figure, subject=same.subject, place=same.place, modality=same.modality)
        return replace(figure, metric=same.metric)
    alike = [one.metric for one in told if one.unit == figure.unit]
    if alike and _NEXT_YEAR.search(figure.quote[: figure.raw_start - figure.start]):
        return replace(figure, metric=alike[-1])  # 上升到2012年的17.1%、2013年的36.1%
    if alike and _THIS_ONE.match(figure.metric):
        return replace(figure, metric=alike[-1])  # 而今年这个数据还在上升，1—5月份达到54.6%
    if alike and _OF_THE_REST.match(figure.metric):
        return replace(figure, metric=alike[0])  # 其余为丙区和丁区，分别为31个和29个
    if figure.is_growth or not _PART_ALONE.fullmatch(figure.metric):
        return figure
    first = next(filter(None, map(_PART_MEASURED.fullmatch, alike)), None)
    return replace(figure, metric=f"{figure.metric}{first['measure']}") if first else figure


_DONE = frozenset(("完成", "实现", "已完成", "投入", "累计完成", "累计投入"))
_TO_INVEST = re.compile(r"(?:年度|当年|今年)?(?:计划|协议|合同|总)*投资(?:额|计划|任务)?$")
_INVESTS_BY_PLAN = re.compile("投资(?:计划|任务)$|计划投资额?$")


def _of_what_is_done(metric: str, figure: Figure, first: Figure) -> str:
    """签约额年度目标120亿元，截至9月底完成88亿元: what was done of an aim or of a total is neither."""
    planned = first.modality == "planned_total" or _INVESTS_BY_PLAN.search(metric)
    if first.modality == "target" and not planned:
        return without_aim(metric)
    if planned and figure.metric in _DONE:  # 总投资52亿元，1—10月完成7.6亿元
        return _TO_INVEST.sub("完成投资", metric)
    return metric


def _of_its_part(own: str, whole: str) -> str:
    """招商活动126场，其中京津冀29场: the part keeps its name before what all are counted as."""
    level = own in _SECTORS or _LEVEL.fullmatch(own) is not None or _SIZE.fullmatch(own) is not None
    tokens = tagged(own)
    part = level or all(_NAMES.match(token.tag) or token.word in _TRADES for token in tokens)
    named = own and own not in whole and part
    if named and _SIZE.fullmatch(own):
        whole = _CLASS.sub("", whole)  # 亿元以上项目26个，其中10亿元以上3个
    amount = amount_measured(whole) if named and part_measured(whole) else ""
    if len(amount) > 1 and part_measured(f"{own}{amount}"):
        whole = amount  # 一产项目资金3870万元；金融贷款6645万元: of no part of 一产
    return f"{own}{_WITHIN.sub('', whole)}"[-LENGTH:] if named else whole


def _is_list_of_kinds(figure: Figure, first: Figure) -> bool:
    """稻谷42.5千公顷；玉米86.7千公顷: the first of them is no whole that the others are parts of."""
    one_kind = _says_nothing(first.metric) or _SEVERAL_KINDS.search(first.metric) is not None
    if not figure.metric or not one_kind:
        return False
    tags = (token.tag for metric in (figure.metric, first.metric) for token in tagged(metric))
    return all(tag in _OF_A_KIND or _NAMES.match(tag) for tag in tags)


_OF_A_KIND = ("c", "l")  # 及, and words of four characters: 油料作物
_SEVERAL_KINDS = re.compile("[及和与]")  # 蔬菜及食用菌17.6千公顷；油料作物1.9千公顷
_SIZE = re.compile(r"(?:超|过)?\d[\d.]*(?:[—–\-~至到]+\d[\d.]*)?[十百千]?[亿万]元(?:及?以[上下]|级)?(?:的)?")
_CLASS = re.compile(r"(?:超|过)?[\d.]*[十百千]?[亿万]元及?以[上下]的?")
_RANGED = re.compile(r"\d[—–\-~至到]+\d")  # 5—10亿元 is a class of its own
_TRADES = frozenset("制造 加工 服务 物流 运输 研发 养殖 种植 流通 旅游".split())  # 装备制造180亿元
_LEVEL = re.compile(r"[省市区县州]?(?:本级|直)")  # 引进项目128个（市本级35个、县市区93个）
_NAMES = re.compile(r"[najb]|vn")  # tags of words that name a part; 亿元以上 has none
_WITHIN = re.compile(r"[里中]$")
_OF_WHICH = re.compile(r"[，,；;]其中[^，,；;\d]{0,8}")
_OPENS_BRACKET = re.compile(r"[（(][^（()）\d]*")  # 百亿级项目2个（平湖市、海宁市各1个）


def _gap(one: Figure, other: Figure) -> str:
    """What is printed between two figures of one sentence."""
    return one.quote[one.raw_start - one.start + len(one.raw) : max(0, other.raw_start - one.start)]


def _behind(one: Figure, figure: Figure) -> int:
    """Where what stands behind the first of two figures begins in the quote of the second."""
    return max(0, one.raw_start + len(one.raw) - figure.start)


_TIMES = frozenset(("次", "批次", "场次"))  # 外出招商195批次，分别为甲县35次: both count how often


def completed(figure: Figure, told: list[Figure], *, bare: bool) -> Figure:
    """In 全市签约项目225个，其中鄞州区52个 the second figure measures what the first does."""
    alike = [
        other
        for other in told
        if (other.unit == figure.unit or {other.unit, figure.unit} <= _TIMES)
        and not other.is_growth
        and other.metric
        and "更正前" not in other.metric
    ]
    if (doing := _DOING.fullmatch(figure.metric)) is not None:  # 签约150个，开工70个
        alike = [other for other in alike if doing.group() in other.metric]
    if figure.metric in SCALES:
        return figure  # 成立50亿元基金，设立合伙企业5个、总规模23.9亿元: of what stands beside it
    if not alike or figure.is_growth or not (bare or _says_nothing(figure.metric)):
        return figure
    gap = _gap(alike[-1], figure)  # 开工61个，其中亿元以上54个: of the 61, whatever was told before
    first = alike[-1] if _OPENS_BRACKET.fullmatch(gap) or _OF_WHICH.fullmatch(gap) else alike[0]
    if not bare and _is_list_of_kinds(figure, first):
        return figure
    first = alike[-1] if alike[-1].metric.endswith("完成投资") else first  # …，累计完成7.3亿元
    if _SO_MANY_IN_ALL.search(figure.quote[: figure.raw_start - figure.start]):
        first = alike[-1]  # 7月新签28个；7月新开工12个，累计完成98个: of the year by then
        if last := last_month(figure.period):
            since = month_range(int(figure.period[:4]), 1, last) or figure.period
            figure = replace(figure, period=since, period_basis="relative")
    if bare and told[-1].modality == "target" and told[-1].unit == figure.unit:
        figure = replace(figure, modality="target")  # 九江经开区全年任务50个，柴桑区40个
    if not figure.period:
        figure = replace(figure, period=first.period, period_basis=first.period_basis)
    at_once = first.metric.startswith("集中") and "集中" not in figure.quote[_behind(first, figure) :]
    if doing is not None and at_once:
        first = replace(first, metric=first.metric.removeprefix("集中"))  # 6月集中签约33个；今年累计签约178个
    whole = _RUNNING.search(figure.quote[: figure.raw_start - figure.start].rsplit("，", 1)[-1])
    metric = re.sub("^新增", "", first.metric) if whole else first.metric
    metric = (
        metric.replace("历年累计", "") if figure.period else metric
    )  # 历年累计到位41亿元，其中2023年6.3亿元
    if _IN_ALL.search(figure.quote, 0, figure.raw_start - figure.start):
        metric = OF_A_PHASE.sub("", metric)  # 第一期投资3亿元，第二期4亿元，合计7亿元
    metric = metric.removeprefix("单月")  # 单月签约8个，前10个月累计47个
    metric = PAST_ITS_AIM.sub("", metric)  # 到位资金超目标任务4.7亿元，完成36.7亿元
    if figure.modality == "actual" and not bare:
        metric = _of_what_is_done(metric, figure, first)
    if figure.metric == RISEN and not bare and RISEN not in metric:
        return replace(figure, metric=f"{metric}{RISEN}")  # 余额1280亿元，较年初新增70亿元
    return replace(
        figure,
        metric=metric if bare else _of_its_part(figure.metric, metric),
        threshold=figure.threshold or ("" if _RANGED.search(figure.metric) else first.threshold),
    )
