"""What is to be invested in a project: 总投资54亿元的X, X总投资54亿元?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.ledger.named import Named
from ingest.ledger.narration import Line
from ingest.ledger.priced import CLOSES_EXAMPLES, price_of
from ingest.ledger.respective import respective_owners
from ingest.ledger.revised import holds_no_longer, replaces
from language.quantity import Quantity, find_quantities
from language.value import replace
from vectorstore.ledger_rows import Project

_INVESTED = re.compile(
    r"(?<!完成)(?<!固定资产)(?<!追加)(?:总投资|投资)(?:额|约|达|超|近|逾|过|为|共|合计)*$"
    r"|(?:总投资额?|投资额|(?<=项目)投资)(?:[由从][^,;。]{2,16})?(?:调[整增减]|[上下]调|增加|提高|追加|增)[为到至]$"
    r"|追加总?投资额?[到至]$"
)
_TO_BUILD = re.compile(
    r",?(?:在[^,;。]{2,14})?(?:投资)?(?:建设|新建|打造|兴建|布局)(?:的|了)?[^,;。、]{0,12}"
)
_SPENT = re.compile(
    r"(?:(?<!计划)(?<!预计)(?<!将)累计|已|完成|年内|本年度?|当年|今年|年度)(?:已|完成|计划)*(?:总?投资)(?:额|约|达|超|近|逾|过|为)*$"
)
_OF = re.compile(r"^(?:的|[,、](?:占地|预计年产|年产)[^,、]{1,14}的)?$")
_FORMERLY = re.compile(r"曾(?:报道|公布|报|称)|此前(?:报道|公布)?|原(?:报道|定|公布|报)|最初|更正前")
_WINDOW = 60  # characters after a name that may still tell of it


def investment_of(line: Line, named: Named, *, since: int, until: int) -> Quantity | None:
    """总投资54亿元的X, X总投资54亿元: an amount tied to this name and to no other."""
    text = line.text
    if _FORMERLY.search(text, max(text.rfind(mark, 0, named.start) for mark in ";)"), named.start):
        return None
    for quantity in find_quantities(text):
        if (priced := price_of(quantity, line.cast)) is not None and priced.end == named.end:
            return quantity
        before = text[: quantity.outer_start]
        if quantity.kind != "money" or not _is_investment(quantity, text) or _SPENT.search(before):
            continue
        gap = text[quantity.outer_end : named.start]
        before_name = since <= quantity.start and quantity.outer_end <= named.start
        beside = _OF.match(_without_place(gap, line)) if gap else before.endswith("总投资")
        if before_name and (beside or _TO_BUILD.fullmatch(gap)):  # 总投资150亿元磷酸铁锂项目
            return quantity
        if named.end <= quantity.start and _is_of_another_phase(named.name, text[named.end : quantity.start]):
            continue
        if _is_of_one_of_its_phases(quantity, text[:until], named.end):
            continue
        told_of_it = named.end <= quantity.start < min(until, named.end + _WINDOW)
        other = _OF_ANOTHER.match(text, quantity.outer_end)
        builds = other is not None and until < len(text) and not _PAUSE.search(text, other.end(), until)
        of_another = builds or (other is not None and other.group() == "的")
        gap = text[named.end : quantity.outer_start]
        of_all = since and "," in gap and _JOINED.fullmatch(text, since, named.start)
        of_all = of_all or CLOSES_EXAMPLES.search(gap)  # 包括A、B等，总投资2367亿元
        of_several = of_all or re.search(r"\d余?[个家项]", gap)
        if told_of_it and not of_another and not of_several and not _of_one_year(line, quantity):
            return quantity
    return None


def _is_investment(quantity: Quantity, text: str) -> bool:
    """Whether an amount is what is invested, and still holds: 原计划投资30亿元，现调整为22亿元."""
    before = text[: quantity.outer_start]
    if _INVESTED.search(before) is None:
        return "投资" in before and replaces(quantity, text)
    return not holds_no_longer(quantity, text)


_PHASE = re.compile(r"[一二三四五]期")


def _is_of_another_phase(name: str, between: str) -> bool:
    """X一期已试运行，二期总投资6.8亿元: what is told behind another phase is of that one."""
    own = _PHASE.findall(name)[-1:]
    told = _PHASE.findall(between)[-1:]
    return bool(own and told) and own != told and name.endswith(own[0])


_OPENS_PHASE = re.compile(r"(?:^|[,;:、(])(?:其中)?第?[一二三四五]期[^,;。、(]*$")


def _is_of_one_of_its_phases(quantity: Quantity, told: str, end: int) -> bool:
    """一期15亿元已投产，三期投资30亿元: where several phases are told, no one's amount is the whole's."""
    several = "期" in told[end:] and len(set(_PHASE.findall(told, end))) > 1
    return several and _OPENS_PHASE.search(told[end : quantity.outer_start]) is not None


_PAUSE = re.compile(r"[,;。]")
_JOINED = re.compile(r"、|和|与|及|以及")  # A、B和C，总投资25亿元 is of all three
_OF_ANOTHER = re.compile(r"的|,?(?:在[^,;。]{2,12})?(?:建设|新建|打造|兴建)(?=[^,;。\d]{3})")


def in_turn(rows: Sequence[Project], line: Line) -> list[Project]:
    """总投资分别为11亿元、6亿元的A和B: each row with the amount that is told in its turn."""
    if "分别" not in line.text or "投资" not in line.text:
        return list(rows)
    money = [one for one in find_quantities(line.text) if one.kind == "money"]
    owners = respective_owners(money, line.cast)
    told = {owners[one.start].subject: one for one in money if one.start in owners}
    return [_priced(row, told.get(row.name)) for row in rows]


def _priced(row: Project, money: Quantity | None) -> Project:
    if money is None or row.investment is not None:
        return row
    return replace(row, investment=money.value, investment_unit=money.unit)


def _without_place(gap: str, line: Line) -> str:
    """总投资30亿元的西海岸新区唐岛湾文化艺术中心: where it stands is no part of its name."""
    named = next(iter(line.scene.places.find(gap)), None)
    return gap[: named.start] if named and named.end == len(gap) else gap


def _of_one_year(line: Line, quantity: Quantity) -> bool:
    """今年计划投资2亿元 is one year's part of an investment."""
    for period in line.cast.periods:
        between = line.text[period.end : quantity.outer_start]
        whole_year = period.role == "time" and re.fullmatch(r"\d{4}", period.label)
        if period.end <= quantity.start and whole_year and re.fullmatch(r"[^;。]*计划[^;。]*", between):
            return True
    return False
