"""Is the share that a row prints the one that a question asks for, of the same part and of the same whole?"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from assistant.draft import Draft
from assistant.question import QuestionFrame
from language.quantity import unit_kind
from vectorstore.ledger_rows import Figure

_ASKED = re.compile(r"占比|比重|比例|份额|占")
_OF_PLAN = r"(?:完成|占)?[^,，。？?和与及、]{0,4}(?:计划|目标|任务)的?"
_TOO = re.compile(
    rf"(?:及|和|与|、)(?:其?(?:占比|比重|所占比[重例])|{_OF_PLAN}(?:占比|比重|比例))"
    rf"|多少[亿万]?元?[,，]{_OF_PLAN}(?:占比|比重|比例|百分之几|几成)"
)
_INSIDE = re.compile(r"(?:里面|当中|其中|[里中])[，,]?(?=[^，,]*占)")
# What a share may be of that names no part: 签约项目占比, 完成投资占比.
_ORDINARY = re.compile(
    r"新?签约|引进|招引|完成|实现|实际|总?投资额?|项目|企业|数量?|个数|总额|金额|额|利用|使用|到位|资金|累计|协议|合同|报告|新增|上?亿元以上|[\d.]+亿元以上"
)
_OF_MONEY = re.compile(r"额|投资(?!项目)|资金|[内外]资(?!项目|企业)|产值|增加值|收入|税收|进出口")
_OF_NUMBER = re.compile(r"项目|企业|户|家|个数")


def is_another_share(row: Figure, frame: QuestionFrame) -> bool:
    """Whether a row is the share of another part (工业投资占比 for 制造业投资占比), or of money where one of
    number is asked for."""
    if unit_kind(row.unit) != "rate" or row.is_growth or "占" not in row.metric:
        return False
    part, _, whole = row.metric.partition("占")
    asked = _part_asked(frame.text)
    sectors = _sectors(part), _sectors(asked)
    if all(sectors) and not sectors[0] & sectors[1]:
        return True
    named = _ORDINARY.sub("", part)
    if named and not any(named[at : at + 2] in asked for at in range(max(1, len(named) - 1))):
        return True
    kinds = _kind(asked), _kind(whole) or _kind(part)
    return all(kinds) and kinds[0] != kinds[1]


@lru_cache(maxsize=4096)
def _sectors(words: str) -> frozenset[str]:
    """Which of the three sectors words name: 二 of 第二产业, of 二产."""
    return frozenset(_SECTOR.findall(words))


_SECTOR = re.compile("第?([一二三])(?:次)?产(?:业)?")


def asks_share(frame: QuestionFrame) -> bool:
    """Whether a share is asked for at all."""
    return _ASKED.search(frame.text) is not None


def asks_share_of_projects(frame: QuestionFrame) -> bool:
    """Whether the share of projects is asked for, of no money and of no aim: 工业项目占几成."""
    others = _MONEY_ASKED.search(frame.text) is not None or frame.asks_target
    return "项目" in frame.text and _OF_PROJECTS.search(frame.text) is not None and not others


def is_other_share(row: Figure, _frame: QuestionFrame) -> bool:
    """Whether a row tells the share of an amount, or how far an aim is reached: 工业项目实际投资额占比."""
    of_money = "占" in row.metric and _MONEY_ASKED.search(row.metric) is not None
    return unit_kind(row.unit) == "rate" and (of_money or row.metric.endswith("年度目标"))


_MONEY_ASKED = re.compile("投资|进资|引资|资金|[内外]资|金额|签约额|产值")
_OF_PROJECTS = re.compile("占(?!地)|比重|比例|几成")


def asks_share_too(text: str) -> bool:
    """Whether a figure is asked for and its share beside it: 完成投资及占比."""
    return _TOO.search(text) is not None


def with_share_missed(draft: Draft, frame: QuestionFrame) -> Draft:
    """The answer, and that no share is told where one was asked for beside the figure."""
    told = "".join(statement.text for statement in draft.statements)
    if draft.refused or draft.rows or not asks_share_too(frame.text) or _SHARE.search(told):
        return draft
    return replace(draft, notes=(*draft.notes, "资料未说明占比"))


_SHARE = re.compile(r"\d[%％]|[一二三四五六七八九]成")


@lru_cache(maxsize=256)  # asked of every row
def _part_asked(text: str) -> str:
    """The words of a question but for the whole: 制造业占比多少 of 实际利用的外资里，制造业占比多少."""
    inside = _INSIDE.search(text)
    return text[inside.end() :] if inside else text


@lru_cache(maxsize=4096)
def _kind(words: str) -> str:
    if _OF_MONEY.search(words):
        return "money"
    return "number" if _OF_NUMBER.search(words) else ""
