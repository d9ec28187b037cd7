"""Of which group does a sentence tell by the label before it: 光伏专班：签约8个; （二）光伏专班。签约8个?

What stands behind such a label is the group's and never its city's, though the city leads the paper.
"""

from __future__ import annotations

import re

from ingest.ledger.items import NTH
from ingest.ledger.narration import Line
from language.divisions import WHOLE
from language.place import short_name
from language.value import replace
from vectorstore.ledger_rows import Figure

_GROUP = r"(?:专班|产业链|链|产业集群|产业|集群|行业|领域|板块|赛道|小组|分队|组)"
_LABEL = re.compile(
    r"(?=[^:。,]*+(?<=[班链业群域块道队组面\s])[:。,])"  # what ends before the first mark: few sentences pass
    rf"\s*(?:[一二三四五六七八九十]是)?(?:{NTH})?\s*(?P<name>[一-鿿A-Za-z、()]{{1,12}}?{_GROUP})(?:方面)?\s*(?P<mark>[:。,])"
)
_ALONE = re.compile(rf"[\s#]*(?:{NTH})?\s*(?P<name>[一-鿿A-Za-z、()]{{1,12}}?{_GROUP})(?:方面|情况)?\s*")
_NO_GROUP = re.compile(
    r"(?:聚焦|围绕|推进|推动|做强|重点|主导|发展|各|全|[市县区]直|[两三四五六七八九十]大?)"
)
_LONGEST = 30


def label_of(line: Line, before: str) -> str:
    """The group that a line is told of: its own label, else, within its paragraph, the one before."""
    own = _LABEL.match(line.text)
    if own is not None and (own["mark"] != "," or "方面" in own.group()):
        return "" if _NO_GROUP.match(own["name"]) else own["name"]
    if not line.opens:
        return before
    heading = _ALONE.fullmatch(line.heading)
    return heading["name"] if heading and not _NO_GROUP.match(heading["name"]) else ""


_ZONES_OF_ALL = re.compile(
    r"\s*(?:[^,;。]{2,10},)?全[市省州县]的?(?P<name>产业集聚区|产业园区|工业园区|各类园区|园区|各?开发区|乡镇|镇街)(?=[^,;。]{0,16}\d|,)"
)


_HEAD = 13  # characters before 全市 and its own


def of_all_zones(figure: Figure, line: Line) -> Figure:
    """全市产业集聚区在建项目327个，其中亿元以上项目231个: each figure is of all the zones."""
    led = _ZONES_OF_ALL.match(line.text) if "全" in line.text[:_HEAD] else None
    if led is None or figure.subject != figure.place or led["name"] in figure.metric or not figure.metric:
        return figure
    goes_on = "；" not in figure.quote[: figure.raw_start - figure.start] or figure.unit == "个"
    before = figure.quote[: figure.raw_start - figure.start].partition(led["name"])[2]
    if re.search(WHOLE, before) or not goes_on:
        return figure
    return replace(figure, metric=f"{led['name']}{figure.metric}"[:_LONGEST])


def of_its_group(figure: Figure, label: str, *, home: str) -> Figure:
    """A place's figure with the group in its measure that the label names; `home` is the place the paper is
    about, whose figure it is where the sentence names no other."""
    if not label or figure.subject != figure.place or label in figure.metric or figure.modality == "rule":
        return figure
    before = figure.quote[: figure.raw_start - figure.start]
    if re.search(WHOLE, re.split(r"[；。;]", before)[-1]):
        return figure  # 带动全市开工3个
    named = figure.subject in figure.quote or short_name(figure.subject) in figure.quote
    owner = figure.subject if named or not home else home
    return replace(figure, metric=f"{label}{figure.metric}"[:_LONGEST], subject=owner, place=owner)
