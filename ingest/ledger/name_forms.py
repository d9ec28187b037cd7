"""Which projects does a sentence name by its form: as items of a list, by a price, a completion?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.ledger.items import labelled_project
from ingest.ledger.name_edges import left_edge
from ingest.ledger.name_heads import HEAD
from ingest.ledger.named import COUNT_BEFORE, INDUSTRY, Named
from ingest.ledger.roads import roads_built
from language.naming import is_generic
from language.place_table import is_place
from language.words import Token

_LISTED = re.compile(
    r"等(?P<count>\d+余?个|\d+余?项|一批|多个|若干|[一二三四五六七八九十]+个)?(?P<class>[^,;。、等为]{0,14}?)(?:项目|工程)"
)
_STEP = "开工|动工|封顶|竣工|完工|投产|投用|通车|投入使用|奠基|落成"
_SUBJECT = re.compile(
    r"(?:^|(?<=[,;。]))(?P<name>[一-鿿A-Za-z0-9·()]{4,20}?)(?:主体(?:结构)?|(?:已|建成|正式|全面|顺利|全部|实现|提前[^,;。]{1,4}|"
    r"于[^,;。]{1,8}?|[\d上本同当次]{0,2}月份?))+(?:" + _STEP + ")"
)
_STEPS = re.compile(_STEP)
_PHASE = re.compile(r"(?<=[一-鿿]{3})[一二三四]期$")
_NO_SUBJECT = re.compile(
    r"[其该这那全各每本我他她它]|市场|项目|工程|企业|公司|集团|厂房|设备|产线|车间|[个家条]|\d+号|一期|二期|三期|首期|\d亩|第[一二三]|目前|"
    r"\d年|同[年月]|已经|计划|预计|力争|将|要|仪式|今年|去年|上半年|季度|月|日|以来|其中|累计|开工|竣工|投产|签约|建设|施工"
)
_REGISTERED = re.compile(
    r"(?:注册成立|注册落户|注册|设立|成立)(?:的|了)(?P<name>[一-鿿A-Za-z·()]{4,30}?公司)|"
    r"(?P<name2>[一-鿿A-Za-z·()]{4,30}?公司)(?:于?[^,;。]{0,12}?)(?:完成注册|注册成立|正式注册|注册(?=[,。;]))"
)
_PRICED = re.compile(
    r"(?:总投资|投资)(?:额|约|达|超|近|逾|过|为)*\d[\d.,]*(?:万|亿)?(?:美|欧|港|日)?元(?:人民币)?的(?P<name>[^,;。、]{3,30}?)"
    r"(?=(?:正在|均|已|将|正(?!极|负|大|品|山|定|安|宁|阳)|今年|目前|于\d|\d{1,2}月|在|开工|签约|落户|竣工|投产|顺利|正式|,|、|。|;|和(?=总?投资|\d)|$))"
)
_LIST_ITEM = re.compile(
    r"^[\s#>*·•\-]*(?:\d{1,2}[.、)]|[(]?[一二三四五六七八九十]+[、)]|[①-⑳]|[-•·*])\s*(?P<name>[^,;。:、“”《》]{4,34}?)"
    r"(?:[(][一-鿿]{1,6}[区县市镇乡][)])?"
    r"(?:[,:](?=.*投资)|(?<=项目),(?=[一-鿿]{2,10}(?:[市区县旗镇乡]|街道|园)$))"
)


_AT_A_PHASE = re.compile(  # 龙兴食品三期设备安装调试结束
    r"(?:^|(?<=[,;。]))(?P<name>[一-鿿A-Za-z]{3,12}[一二三四五]期)(?=设备|厂房|主体|已|正在|目前|将|土建|完成|进入|总投资)"
)
_COSTED = re.compile(  # 铁西区甲项目（总投资21亿元）、法库县乙整机制造二期（总投资3.4亿元）
    r"(?:(?<=[、:])|(?<=[)]、))(?P<name>[一-鿿A-Za-z0-9]{4,24})\((?:计划)?总投资(?:约|超|近)?\d"
)
_AT_ITS_SITE = re.compile(  # 在华晟特纸三期扩建工地
    r"在(?P<name>[一-鿿A-Za-z0-9]{2,14}?(?:[一二三四五]期(?:扩建)?|扩建|技改))(?:的)?(?:工地|施工现场|建设现场|现场)"
)


def named_by_form(text: str, tokens: list[Token]) -> Iterator[Named]:
    yield from _listed(text, tokens)
    item = _LIST_ITEM.match(text) or labelled_project(text)
    if item and not is_generic(item["name"]) and item["name"].count("(") == item["name"].count(")"):
        yield Named(name=item["name"].strip(), start=item.start("name"), end=item.end("name"))
    for match in _REGISTERED.finditer(text) if "公司" in text else ():
        group = "name" if match["name"] else "name2"
        start = left_edge(text, tokens, match.end(group), match.start(group))
        if match.end(group) - start >= 6:
            yield Named(name=text[start : match.end(group)], start=start, end=match.end(group))
    for start, end in roads_built(text):
        yield Named(name=text[start:end], start=start, end=end)
    for match in _PRICED.finditer(text) if "投资" in text else ():
        name = match["name"].strip("“”")
        if HEAD.search(name) or COUNT_BEFORE.match(name[:3]) or re.match(r"\d|[两二三四五六七八九十]", name):
            continue
        if not is_generic(name) and not re.search(r"公司|企业|集团|的$", name):
            yield Named(name=name, start=match.start("name"), end=match.end("name"))
    for match in _COSTED.finditer(text) if "(总投资" in text or "(计划总投资" in text else ():
        start = _behind_county(text, match.start("name"))
        name = text[start : match.end("name")]
        if len(name) > 3 and not (HEAD.search(name) or is_generic(name) or name.endswith(_NO_PROJECT)):
            yield Named(name=name, start=start, end=match.end("name"))
    for match in _AT_ITS_SITE.finditer(text) if "地" in text or "现场" in text else ():
        if not HEAD.search(match["name"]) and not is_generic(match["name"]):
            yield Named(name=match["name"], start=match.start("name"), end=match.end("name"))
    for match in _AT_A_PHASE.finditer(text) if "期" in text else ():
        if not HEAD.search(match["name"]) and not _NO_SUBJECT.search(match["name"][:-2]):
            yield Named(name=match["name"], start=match.start("name"), end=match.end("name"))
    for match in _SINGLED_OUT.finditer(text) if "最" in text or "次" in text else ():
        if not is_generic(match["name"]) and not HEAD.search(match["name"][-4:]):
            yield Named(name=_with_head(match["name"]), start=match.start("name"), end=match.end("name"))
    yield from _subjects(text, tokens)


# 最大项目是新洋丰磷酸铁锂，总投资60亿元; 投资最多的为华通柠檬二期（5.2亿元）
_SINGLED_OUT = re.compile(
    r"(?:最[大小多少高低]的?(?:一个|单个|单体)?(?:项目)?|次之|其次)的?(?:当属|当数|就是|是|为)"
    r"(?P<name>[一-鿿A-Za-z0-9·]{4,18})(?=,?\(?(?:计划|协议)?(?:总?投资额?)(?:约|达|超)*\d|\(\d[\d.]*[万亿]?元)"
)
_NO_PROJECT = ("公司", "企业", "集团", "市", "区", "县", "投资", "建设")
_COUNTY = re.compile(r"[一-鿿]{2,4}(?:市|区|县|旗)(?=[一-鿿]{4})")


def _behind_county(text: str, start: int) -> int:
    """Where the name of a project behind the county that it is in begins."""
    county = _COUNTY.match(text, start)
    return county.end() if county is not None and is_place(county.group()) else start


def _subjects(text: str, tokens: list[Token]) -> Iterator[Named]:
    """官路水库全面开工: what no head tells is named by what is told of it."""
    for match in _SUBJECT.finditer(text) if _STEPS.search(text) else ():
        name = _PRICE.sub("", match["name"])
        start = match.start("name") + (name.rfind("元的") + 2 if "元的" in name else 0)
        name = name.rpartition("元的")[2]  # 总投资22亿元的九牧智慧园区三期3月投产
        if (
            HEAD.search(name)
            or _NO_SUBJECT.search(_PHASE.sub("", name))
            or is_generic(name)
            or INDUSTRY.match(name)
        ):
            continue
        if (
            sum(token.start >= match.start("name") and token.end <= match.end("name") for token in tokens)
            >= 2
        ):
            yield Named(name=name, start=start, end=start + len(name))


_PRICE = re.compile(r"\(.*$")  # 绿源纸箱厂（总投资8000万元）已投产


def _listed(text: str, tokens: list[Token]) -> Iterator[Named]:
    """海源碳烯铝基复合材料等41个先进制造业项目: what stands before 等 is a project each."""
    for match in _LISTED.finditer(text):
        if _OF_PLACES.match(match["class"]) or _OF_FIRMS.search(match["class"]):
            continue  # 京津冀、长三角等地区新签约项目 names no project, 美的、格力等36家企业的项目 firms
        begin = max(text.rfind(mark, 0, match.start()) for mark in ",;。:") + 1
        if not match["count"] and _OF_FIELDS.match(text, begin):
            continue  # 既有智能装备、半导体设备等先进制造业项目 names fields
        at = begin
        for item in re.finditer(r"[^、]+", text[begin : match.start()]):
            start, end = begin + item.start(), begin + item.end()
            if (bracket := _COST_BEHIND.search(text, start, end)) is not None:
                end = bracket.start()  # 甲（12亿元）、乙（10亿元）等项目
            priced = _COSTS.match(text, start, end)  # 总投资12亿元的甲、总投资10亿元的乙等项目
            counted = match["count"] or _PHASE.search(item.group())
            whole = counted and item.start() > 0 and not _GOVERNED.match(item.group())
            if priced:
                start = priced.end()
            elif not whole:
                start = left_edge(text, tokens, end, max(start, at))
            name = text[start:end]
            if _is_listed_name(name, match):
                yield Named(name=_with_head(name), start=start, end=end, kind=_class(match["class"]))


_GOVERNED = re.compile(
    r".*(?:[了的过]|签约|引进|落户|落地|建成|开工|投产|推进|推动|总投资|投资\d)"
)  # 引进A、落户B
_OF_PLACES = re.compile(r"(?:国家和)?地区|(?:地|省|市|城市|国)(?=新?(?:签约|引进|招引|落地|投资|开展))")
_OF_FIRMS = re.compile(r"(?:企业|公司|[央国民外]企|500强|五百强)(?:投资|新?签约|落地|合作|的)*$")
_OF_FIELDS = re.compile(r"(?:项目|主要|广泛)*(?:[既也]有|涵盖|覆盖|涉及|聚焦|分布在)")
_COST_BEHIND = re.compile(r"\([^()]*\d[^()]*元[^()]*\)$")
_COSTS = re.compile(
    r"[^、,;。:]{0,12}?总?投资(?:额|约|达|超|近|逾|过|为)*\d[\d.]*[万亿]?[美欧港]?元的?(?=[^、]{3})"
)


def _is_listed_name(name: str, match: re.Match[str]) -> bool:
    if (
        not 3 <= len(name) <= 26
        or name.count("(") != name.count(")")
        or is_generic(name)
        or INDUSTRY.match(name)
    ):
        return False
    if re.search(r"公司$|集团$|领域$|产业$|大学$|城市$|\d+[个项]|项目$", name):
        return False
    if _MEASURES.search(match["class"]):
        return False
    return bool(match["count"]) or not re.search(r"领域|产业|行业|类|方面", match["class"])


_MEASURES = re.compile(r"[一二三四五六七八九十]大[”\"]?$")  # 链群升级、环境提升等“十大工程” are measures


def _class(said: str) -> str:
    kind = re.sub(r"(?:产业|领域|行业)$", "", _OF_A_SIZE.sub("", said))
    return "" if is_generic(kind) and "业" not in kind else kind


_OF_A_SIZE = re.compile(
    r"(?:超|过)?(?:\d[\d.]*|[一二三五十百千]+)?[万亿]元?(?:以上|级)?的?"
)  # 50亿元以上重大


def _with_head(name: str) -> str:
    return name if HEAD.search(name) and HEAD.search(name[-6:]) else f"{name}项目"
