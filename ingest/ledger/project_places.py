"""Where does a project stand, as far as its sentence and the paper tell?"""

from __future__ import annotations

import re

from ingest.ledger.named import Named
from ingest.ledger.narration import Line
from ingest.ledger.topics import default_topic, sentence_topic
from language.place import Place, zone_head

# X项目，甲区仅用三个月就完成征迁: who clears its site is where it stands
_DOES_FOR_IT = re.compile(r"(?:仅|只|已|用)[^,;。]{0,16}(?:征迁|拆迁|供地|净地|审批|手续|落地|签约)")
_SETTLED = re.compile(r"(?:落户|位于|落地|选址|落子|布局|坐落(?:于|在)?|落在|在|于)$")
_REACH_BACK = 12  # the longest name of a place
_REACH_OF_PLACE = 60  # 位于 says itself whose place it is


def place_of_project(line: Line, named: Named, *, until: int) -> str:
    """Where it stands: said beside the name, else the place the sentence is about."""
    mentions = line.cast.mentions
    for mention in mentions:
        if mention.start == named.end + 1 and line.text[named.end] == "(":  # X项目（高新区）
            return mention.place.name
        does = mention.place.level == "district" and _DOES_FOR_IT.match(line.text, mention.end)
        if mention.start == named.end + 1 and line.text[named.end] == "," and does:
            return mention.place.name
        near = (
            named.end <= mention.start < min(until, named.end + _REACH_OF_PLACE)
            or named.start - 14
            <= mention.start
            < named.start
            > line.text.rfind(";", 0, named.start)
            < mention.start
        )
        if near and _SETTLED.search(line.text[: mention.start]):
            return mention.place.name
    if site := _behind_item(line, named) or _site(line, named, until):
        return site
    opening = [one for one in mentions if _OPENS_AT.fullmatch(line.text, one.start - 1, named.start)]
    if opening and opening[0].place.level != "city":  # 在沙河市经济开发区,总投资26亿元的X
        return opening[0].place.name
    beside = [one for one in mentions if text_between(line, one.end, named.start) in ("的", "")]
    if beside and beside[-1].place.level != "city":  # 耒阳市的比亚迪储能电池项目
        return beside[-1].place.name
    inner = line.scene.places.find(named.name)
    found = [one for one in inner if one.place.level not in ("city", "province")]
    beside = line.scene.places.find(line.text[max(0, named.start - _REACH_BACK) : named.start])
    if beside and beside[-1].end == min(_REACH_BACK, named.start) and beside[-1].place.level != "city":
        return beside[-1].place.name  # 惠阳区 of 惠阳区电机项目, which its name leaves out
    full = [one for one in found if not _is_bare_zone(named.name[one.start : one.end], one.place)]
    if full and full[0].start == 0 and full[0].end < len(named.name):  # 龙海区闽台食品产业园
        return full[0].place.name
    inside = [one.place for one in found]
    lead = sentence_topic(line.cast, line.scene, before=named.start)
    if lead is not None and _of_another_item(line, named, lead.place):
        lead = None
    place = (lead or default_topic(line.scene)).place
    nearer = bool(inside) and lead is None and inside[0].city == place  # a report of 绵阳 tells of 江油X项目
    return inside[0].name if inside and (nearer or not place) else place


def _of_another_item(line: Line, named: Named, place: str) -> bool:
    """甲项目投产；乙区丙项目封顶；丁项目开工: 乙区 is said of the second item, and of it alone."""
    own = line.text.rfind(";", 0, named.start)
    said = [one.start for one in line.cast.mentions if one.place.name == place and one.start < named.start]
    return bool(said) and said[-1] < own and ";" in line.text[: said[-1]]


_OPENS_AT = re.compile(r"在[^,;。]{2,14},[^;。,]{0,20}")
_SITED = re.compile(
    r"(?:落户|落地|选址|位于|坐落|落子|设在|(?<=[元,])在)(?:于|在|到)?(?P<site>[一-鿿]{2,6}?(?:镇|乡|街道|工业园区?|产业园区?))(?=[,;。)建投新打兴布的]|$)"
)


_ITEM = re.compile(r"\s*[^,;。:]{0,4}")  # the number of an item
_BEHIND = re.compile(r"[,(](?P<site>[一-鿿]{2,10}?(?:[市区县旗镇乡]|街道|园))(?=[,。;)]|$)")


def _behind_item(line: Line, named: Named) -> str:
    """2.甲酒瓶项目，鸭溪镇: where an item of a list says that its project is."""
    site = _BEHIND.match(line.text, named.end) if _ITEM.fullmatch(line.text, 0, named.start) else None
    if site is None:
        return ""
    known = [one.place.name for one in line.cast.mentions if one.start == site.start("site")]
    return known[0] if known else site["site"]


_LABEL = re.compile(r"\s*(?P<site>[一-鿿]{2,4}(?:镇|乡|街道)):")  # 石鼓镇：引进X项目


def _site(line: Line, named: Named, until: int) -> str:
    """五里镇 of 落户五里镇: a town or a park that no table knows, "" where none is said."""
    if label := _LABEL.match(line.text):
        return label["site"]
    told = _SITED.search(line.text, named.end, until)
    before = list(_SITED.finditer(line.text, max(0, named.start - 24), named.start))
    found = told or (before[-1] if before else None)
    return found["site"] if found and not re.search(r"[全各该我本]|重点", found["site"]) else ""


def text_between(line: Line, start: int, end: int) -> str | None:
    """What stands between two positions of a sentence; None where the second comes first."""
    return line.text[start:end] if start <= end else None


def _is_bare_zone(said: str, place: Place) -> bool:
    """上合国际食品创新中心 is called after what the zone is called after, wherever it stands."""
    return place.level == "zone" and said == zone_head(place.name)
