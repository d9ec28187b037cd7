"""What was held on a day: which figures are told of it, and which year only belongs to its name?"""

from __future__ import annotations

import re

from ingest.ledger.cast import Cast
from language.period import Period

AT_EVENT = re.compile(
    r"[“\s]*(?:(?:此外|其中|同时|据悉|据了解|据介绍),)?(?:[^,;。]{0,6}(?:会上|现场(?!会)|仪式上|活动中|活动上|(?:本|此|这)次,?[^,;。]{0,8}?(?:签约|开工|动工))"
    r"|当天|当日|[^,;。]{0,8}集中(?:签约|开工|动工))"
)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SPEAKS_THERE = re.compile(
    r"\s*(?:会议?上|推介会上|活动中|活动上|活动现场|仪式上),[^\d]*(?:推介|致辞|发言|路演|交流)"
)
_EVENT = re.compile(  # 2024年临川市首批项目集中签约活动在甲区举行
    r"[^,;。]{2,30}?(?:会场?|活动|仪式|论坛|签约|周|节|展)[”\"]?(?:在[^,;。]{2,30}?|[^,;。]{0,6}?)"
    r"(?:举行|召开|举办|启动|开幕)"
)


_ITS_PAPER = re.compile(r"[讯电]")  # 10月11日讯 is when the paper came out
_HELD = re.compile(r"(?:举行|召开|举办|启动)了?[“\"]?$")  # 1月9日，某市举行2023年项目集中签约仪式


def names_an_event(cast: Cast, period: Period) -> bool:
    """Whether a year, or a quarter, only belongs to the name of what was held on a day told before it."""
    return (
        (period.label.isdigit() or "Q" in period.label)
        and any(
            one.end <= period.start and _DAY.fullmatch(one.label) and not _ITS_PAPER.match(cast.text, one.end)
            for one in cast.periods
        )
        and (_EVENT.match(cast.text, period.end) or _HELD.search(cast.text, 0, period.start)) is not None
    )


_CEREMONY = re.compile(
    r"(?:签约|开工|推介)[^,;。]{0,14}(?:仪式|活动|大会|会)[^;。]{0,24}(?:举行|举办|召开|启动)"
)
_SIGNED_THERE = re.compile(r"(?:签约|签订|签下|开工|动工)(?:了|项目|合作|合同|协议)")
_SINCE_THEN = re.compile(r"今年|去年|以来|累计|截至|目前|近年|计划|力争|预计")


def tells_of_ceremony(text: str) -> bool:
    """Whether a sentence says that a ceremony was held: what is signed in the next was signed there."""
    return ("签约" in text or "开工" in text or "推介" in text) and _CEREMONY.search(text) is not None


def signed_there(text: str) -> bool:
    """Whether a sentence counts what was signed or begun, and names no time or aim of its own."""
    return _SIGNED_THERE.search(text) is not None and _SINCE_THEN.search(text) is None


def speaks_at_event(text: str) -> bool:
    """会上，甲高新区作专题推介: what was signed there is told next, and is not of who spoke."""
    return "上," in text[:8] and _SPEAKS_THERE.match(text) is not None
