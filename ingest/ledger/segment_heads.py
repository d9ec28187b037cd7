"""Of which projects is a bare measure behind their count: 新材料项目12个，…，开工项目9个，开工率75%?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.ledger.measures import LENGTH
from ingest.ledger.parts import is_kind_beside_others
from language.parted import part_counted
from language.value import replace
from vectorstore.ledger_rows import Figure

_BARE = re.compile(
    r"(?:(?:已|实际|提前)?(?:开复工|复工|开工|竣工|投产|落地)项目|(?:项目)?(?:开复工|复工|开工|竣工|投产|落地|投资完成|完成)率"
    r"|(?:年度|当年|年内|累计)?(?:计划)?(?:完成)?(?:年度)?投资|(?:年度)?投资完成率)"
)
_HEAD = re.compile(
    r"(?:[^\d]{0,12}\d+[个家项宗])?(?:实施|安排|列入)?(?P<part>[一-鿿A-Za-z]{2,14}?项目)"
    r"(?:总投资|(?:年度|当年)?(?:计划)?(?:完成)?投资)?"
)


def of_its_head(figure: Figure, told: Sequence[Figure]) -> Figure:
    """The figure with the projects in its measure that its part of the sentence opens with."""
    if not told or figure.is_growth or figure.subject != figure.place or not _BARE.fullmatch(figure.metric):
        return figure
    head = next((one for one in reversed(told) if _opens_part(one, figure)), None)
    named = _HEAD.fullmatch(head.metric) if head is not None else None
    if head is None or named is None:
        return figure
    of_a_level = _OF_A_LEVEL.fullmatch(named["part"]) is not None
    if not (of_a_level or part_counted(named["part"]) or is_kind_beside_others(head, told)):
        return figure
    counted = figure.metric.endswith("项目")  # 新材料开复工项目 of 新材料项目
    if counted and _BEGUN.search(named["part"]):
        return figure  # 竣工项目27个 is no part of 开工建设的大项目508个
    part = named["part"].removesuffix("项目") if counted else named["part"]
    return replace(figure, metric=f"{part}{figure.metric}"[-LENGTH:])


_BEGUN = re.compile("开工|竣工|投产|落地")
_OF_A_LEVEL = re.compile(r"(?:国家|[省市区县州])级?重[点大](?:建设|工业|产业)?项目")


def _opens_part(one: Figure, figure: Figure) -> bool:
    """Whether a row counts, or is told of, projects of a kind in the same part of the same sentence."""
    if one.is_growth or one.subject != figure.subject or one.start != figure.start:
        return False
    if _ENDS_BARE.search(one.metric):
        return False
    between = one.quote[one.raw_start - one.start : figure.raw_start - figure.start]
    apart = re.search("[;；。]", between) or between.count("）") > between.count("（")
    return not apart and one.metric.find("项目") > 0


_ENDS_BARE = re.compile(r"(?:开复工|复工|开工|竣工|投产|落地)项目$|率$")
