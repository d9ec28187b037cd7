"""Does a question ask for a figure of the ledger?"""

from __future__ import annotations

import re

from assistant.figures.operands import GROUP
from assistant.figures.whole import asks_share_of_whole
from assistant.question import QuestionFrame
from language.divisions import PARTS

PLACE_RANKED = re.compile(
    rf"哪(?:个|几个|些)(?:{PARTS}|[区县市旗州盟]|地方|板块|街道|镇)[^，。？]{{0,14}}最"
    r"|(?:最[多大高少小低快慢好差]|第[一二三四五六七八九十])的(?:是)?(?:哪(?:个|几个|些)|谁)(?!项目)"
)
_PROJECTS_NAMED = re.compile(
    r"亿元?(?:以上|以下)?的[一-鿿]{0,6}项目[？?]?$|项目(?:都)?(?:有|是|分别是)?哪[些几]"
    r"|哪[些几]个?[^，。？]{0,10}项目[？?。]?$"
)
_HOW_OFTEN = re.compile(
    r"多久|多长时间|隔几|每几|几(?:天|周|个?月|个?季度|年)(?:一次|一回|开|报|会商|调度|通报)"
)
_HOW_MANY = re.compile(r"多少|几[个家项]|数量|总数")
_AMOUNT_OR_COUNT = re.compile(r"多少|几[个家项]")
_WHEN_TOLD = re.compile(r"哪一?年的|什么时候的数|哪个时段|何时的")
_ANY_FIGURE = re.compile(r"有没有.{0,20}数|(?:同比|环比|增速|增幅|涨幅).{0,4}(?:怎么样|如何|怎样)")


def asks_figure(frame: QuestionFrame) -> bool:
    """Whether the question is for a figure that one row of the ledger may hold."""
    text = frame.text
    if asks_share_of_whole(frame):
        return False  # worked out or printed as such: how it grew is no share
    if PLACE_RANKED.search(text) and not frame.names:
        return False  # 哪个区投资最多 is not answered by what the city as a whole has
    if frame.numbers and _WHEN_TOLD.search(text):
        return True  # 131个是哪一年的数: the row says its period
    apart = _HOW_OFTEN.search(text) or {"date", "person"} & frame.wants
    if apart and not _HOW_MANY.search(text):
        return False  # 多久会商一次: no count beside it is meant
    if GROUP.search(text) and len(frame.places) < 2:
        return False  # 南部六县共签约多少: no one of them has what they have together
    if _PROJECTS_NAMED.search(text) and not _AMOUNT_OR_COUNT.search(text):
        return False  # 总投资50亿元以上的项目有哪些 asks for names
    aimed = frame.asks_target and (bool(frame.numbers) or "目标" in text)
    reached = frame.asks_reached and bool(frame.numbers)
    return frame.asks_number or aimed or reached or _ANY_FIGURE.search(text) is not None


def lists_projects(text: str) -> bool:
    """Whether projects are to be named, and no figure told: 签约项目里总投资50亿元以上的有哪些."""
    return _PROJECTS_LISTED.search(text) is not None


_PROJECTS_LISTED = re.compile(
    r"项目[^，。？]{0,16}(?:有|是)?哪[些几]个?[？?]?$|哪[些几]个?[^，。？区县市]{0,10}项目"
)
