"""What is measured by a list that says only how it is ordered: 按完成率排名：甲区76.2%、乙区74.9%?"""

from __future__ import annotations

import re

from language.divisions import WHOLE
from language.quantity import unit_kind
from language.value import replace
from vectorstore.ledger_rows import Figure

_ORDERED = re.compile(
    r"(?:[按从以](?:照)?)?(?P<by>[一-鿿]{0,8}?)(?:排名|排序|排位|排列|看|[由从][高多大]到[低少小])?(?:依次|分别)?(?:为|是)?"
)
_BY_AMOUNT = re.compile(
    r"(?:绝对)?(?:额|量|值|数|总量|总额|绝对量|金额)?|各[区县市]+|[区县市、]+|按?各?[区县市旗州]+(?:划)?分|[一-鿿]{0,4}(?:投资区|开发区|新区)"
)
_ON_SCHEDULE = re.compile(r"(?:超|未达到?|达到?|低于|高于|快于|慢于|滞后于?)时?序时进度")
_MARK = re.compile(
    r"^\s*[◆●■▶★□○]?(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．]\s*|[一二三四五六七八九十]是)*"
)
_ABOUT = re.compile(
    r"(?:完成)?(?:情况|方面|进展|进度|排名|通报)+$|^(?:[县市区][(（][^()（）]{1,6}[)）]|[各分][区县市]+|[区县市]+|[各分]地区?|分区域)"
)
_MEASURE = re.compile(r"资金?$|[内外]资$|额$|项目数?$|产值$|企业$|税收$|收入$|签约$|开工$|竣工$|投产$|投资$")
_WHOLE = re.compile(rf"^{WHOLE}")
_LONGEST = 14


def under_heading(metric: str, figure: Figure, heading: str) -> str:
    """The measure of a place's figure, taken from the heading above where its sentence names none."""
    if figure.subject != figure.place:
        return metric
    if figure.is_growth:
        grown = _GROWN.fullmatch(metric)
        return f"{_told_above(heading)}{grown['way']}" if grown else metric
    if unit_kind(figure.unit) == "rate" and _ON_SCHEDULE.match(metric) and not _says_by_how_much(figure):
        metric = "完成率"  # 未达序时进度的有：甲县82.1%
    ordered = _ORDERED.fullmatch(metric)
    if ordered is None:
        return metric
    if not _says_no_measure(ordered["by"], unit_kind(figure.unit)):
        return ordered["by"] if metric.startswith("按") else metric  # 按到位内资完成率排名
    told = _told_above(heading)
    return f"{told}{ordered['by'] if unit_kind(figure.unit) == 'rate' else ''}" if told else metric


def _says_by_how_much(figure: Figure) -> bool:
    """完成投资26亿元，超序时进度5.9%: how far ahead, not how much is done."""
    return figure.quote[: figure.raw_start - figure.start].endswith("序时进度")


_ASPECT = re.compile(r"(?:^|[;。,:：；，])(?P<told>[一-鿿]{2,12}?)(?:完成)?(?:方面|上)[,，]")
_NOT_OF_WHAT = ("完成", "实现", "达到", "增速", "增幅", "占全市", "占比")


def in_aspect(metric: str, figure: Figure) -> str:
    """利用外资方面，开发区完成9820万美元: what its sentence is about, where the measure does not say."""
    if metric not in _NOT_OF_WHAT:
        return metric
    told = [*_ASPECT.finditer(figure.quote[: figure.raw_start - figure.start])]
    if not told or not _MEASURE.search(told[-1]["told"]):
        return metric
    return f"{told[-1]['told']}{'' if metric in _NOT_OF_WHAT[:3] else metric}"


_AIM_KIND = re.compile(r"(?:底线|奋斗|力争|保底|冲刺|预期)目标(?:同比)?(?:增长|提高)?")
_AIM_OF = re.compile(
    r"(?:^|[;。；])(?:其中[,，])?(?P<told>[一-鿿]{2,14}?)[:：,，](?=(?:底线|奋斗|力争|保底|冲刺|预期)目标)"
)


def of_its_aim(metric: str, figure: Figure) -> str:
    """进出口总额：底线目标33亿美元；奋斗目标35亿美元: the measure that stands before both kinds of aim."""
    if not _AIM_KIND.fullmatch(metric):
        return metric
    told = [*_AIM_OF.finditer(figure.quote[: figure.raw_start - figure.start])]
    return f"{told[-1]['told'].removeprefix(figure.subject)}{metric}" if told else metric


_GROWN = re.compile(r"(?:增幅|增速|降幅)?(?:方面)?(?:同比|增长|下降和)*?(?P<way>(?:同比)?(?:增长|下降))")


_SECTION_OF = re.compile(
    r"(?P<what>(?:国家|[省市区县州])级?重[点大](?:建设|工业|产业|招商)?项目)(?:建设|投资)*(?:进展|推进|完成|实施|进度)*(?:情况)?"
)
_OF_ALL = re.compile(r"(?:累计|共)?(?P<measure>(?:年度|当年)?(?:计划|完成)投资|总投资)(?:占.*)?")


def of_the_section(metric: str, figure: Figure, heading: str) -> str:
    """The bare 完成投资 below 二、省级重点项目进展情况 is that of these, not of the city's own above."""
    section = _SECTION_OF.fullmatch(_MARK.sub("", heading).strip("。：: ")) if "项目" in heading else None
    bare = section is not None and figure.subject == figure.place and _OF_ALL.fullmatch(metric)
    return f"{section['what']}{metric}" if section is not None and bare else metric


def _told_above(heading: str) -> str:
    """The measure that a heading names, "" where it names none."""
    told = _WHOLE.sub("", _ABOUT.sub("", _MARK.sub("", heading).strip("。：: ")))
    return told if len(told) <= _LONGEST and _MEASURE.search(told) else ""


_HEAD = re.compile(r"^[^\w]*(?:[一二三四五六七八九十\d]{1,3}[、.)]\s*)?(?P<name>[一-鿿]{2,12})\(")


_OWN_PART = re.compile(r"^.*?(?=总?投资|年度|计划|完成|$)")


def of_the_head(figure: Figure, heading: str) -> Figure:
    """What a heading counts in brackets is of what it is called: 一、续建项目（8个，总投资96亿元）."""
    named = _HEAD.match(heading)
    if named is None:
        return figure
    return replace(figure, metric=f"{named['name']}{_OWN_PART.sub('', figure.metric, count=1)}")


_IN_A_CHAIN = re.compile(
    r"(?:在|围绕|聚焦)?(?P<chain>[一-鿿]{2,12}(?:产业链|产业集群))(?:方面|领域|上)?[,，]"
)
_OF_PROJECTS = re.compile(r"项目|签约|开工|投产|落地")
# 新能源产业成为最大亮点，全年到位资金812亿元: what follows is that trade's
_OF_A_TRADE = re.compile(
    r"\W*(?P<chain>(?![^,]*(?:主导|支柱|优势|特色|传统|新兴|未来|重点|[全各]))[一-鿿]{2,10}(?:产业链?|产业集群))"
    r"(?:已?成为|表现|发展|增势|势头|异军|一枝|领跑|持续|保持|继续|稳步|招商)[^,;。\d]{0,14},"
)
_OF_A_TRADE_S = re.compile(r"项目|签约|到位|产值|营收|投资|引资")


def in_chain(metric: str, figure: Figure, sentence: str) -> str:
    """The measure with the chain that its sentence opens with: 在新能源汽车产业链，…4个项目签约 is not all
    that the city signed."""
    if "产业" not in sentence or figure.subject != figure.place or figure.is_growth:
        return metric
    opened, kind = _IN_A_CHAIN.match(sentence), unit_kind(figure.unit)
    counted = figure.unit == "个" and _OF_PROJECTS.search(metric)
    if opened is None and kind in ("count", "money") and _OF_A_TRADE_S.search(metric):
        ended = _ENDS_IT.search(figure.quote[: figure.raw_start - figure.start])
        opened = counted = None if ended else _OF_A_TRADE.match(sentence)
    chain = opened["chain"].removeprefix(figure.subject) if opened and counted else ""
    return f"{chain}{metric}" if chain not in metric else metric


_ENDS_IT = re.compile(rf"[;；]|{WHOLE}")


def _says_no_measure(by: str, kind: str) -> bool:
    if kind == "rate":
        return by.endswith(("完成率", "达成率", "完成进度")) and len(by) <= len("目标完成率")
    return bool(_BY_AMOUNT.fullmatch(by))
