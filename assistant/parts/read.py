"""What does each part of a question ask by itself, with what it leaves to the parts before it?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from assistant.figures.words_asked import measure_terms
from assistant.followups.compared import plain
from assistant.question import QuestionFrame


class Understand(Protocol):
    """Reads a part of a question, which may lean on the part before it."""

    def __call__(self, part: str, *, after: str = "") -> QuestionFrame: ...


def read_parts(parts: Sequence[str], understand: Understand) -> list[QuestionFrame]:
    """Each part as a question; a later one inherits from the first what it leaves out, and what is measured
    from the one before it."""
    found = [understand(parts[0])]
    for part in parts[1:]:
        if _COMPARES.match(part):  # X 2025年合同额多少？比2024年增长多少？
            found.append(understand(f"{plain(found[-1].text)}{part}"))
            continue
        read = understand(_end_asked(part, parts[0]), after=parts[0])
        if (thing := _thing_told(found[0])) and _MONEY_ALONE.fullmatch(part):
            read = understand(f"{thing}{part}")  # 老旧小区改造多少个？投资多少: in these
        if _ASKS_OF_IT.match(part) and not _measures(read) and (measure := _measure_told(found[-1])):
            read = understand(f"{measure}{part}", after=parts[0])
            whose = [*found[0].surfaces, *(place.name for place in found[0].places)]
            if whose and not (read.names or read.places):
                read = understand(f"{whose[0]}{measure}{part}")
        found.append(read)
    return found


def _end_asked(part: str, first: str) -> str:
    """完成率最低的呢 behind 投资最多的是哪个区 asks of which district, too."""
    end, who = _END.fullmatch(part), _WHO.search(first)
    if end is None or who is None:
        return part
    return f"{end['what']}{end['end']}的是{who.group()}？" if end["what"] else _MOST.sub(end["end"], first, 1)


_END = re.compile(r"(?P<what>[^,，。？?最]{0,12})(?P<end>最[多少高低大小快慢])的?呢?[？?。]?")
_MOST = re.compile("最[多少高低大小快慢]")
_WHO = re.compile(r"哪个?(?:区县|县区|县市区|区|县|市|旗|地区|园区|产业|领域)")
_MONEY_ALONE = re.compile(
    r"[，,]?(?:一共|总共|总)?(?:投资?|投入|花)了?(?:额|资金)?(?:是|为|有)?(?:多少|多大)(?:钱|亿元?)?[？?。]?"
)
_OF_PROJECTS = re.compile(r"项目|企业|公司|工程|园|基地")


def _thing_told(frame: QuestionFrame) -> str:
    """What a question counts that is no project (胶州老旧小区 of 胶州老旧小区改造多少个), or is one of a size
    class; "" for projects of any size, and where nothing is named."""
    if frame.threshold is not None and (sized := _SIZED.match(frame.text)) is not None:
        return sized["thing"]  # 10亿元以上项目几个，投多少: of these
    if frame.names or not frame.places or _OF_PROJECTS.search(frame.text):
        return ""
    counted = _COUNTED.match(frame.text)
    return counted["thing"] if counted else ""


_SIZED = re.compile(
    r"(?P<thing>[^,，]*?(?:亿元?(?:及?以上|级)|[过超][\d.]+[十百]?亿元?)[^,，多少几]{0,8}?项目)"
)
_COUNTED = re.compile(
    r"(?P<thing>[一-鿿]{4,14}?)(?:一共|总共|共|计划|要|已经?|今年|完成)*(?:改造|新建|建设|建成|建|开工|完工|整治|更新)了?(?:多少|几)[个处条座户]"
)
# 外资多少？完成了年度目标的多少？ asks of the goal for it, and by how much it grew.
_ASKS_OF_IT = re.compile(
    r"(?:20\d\d年|[今去]年|全年|[上下]半年|[一二三四]季度)?的?(?:已经?|实际|[距]?离)?(?:[今去]年|全年)?"
    r"(?:还差|完成(?!率)|达到|占|同比|环比|[比较](?:[去上]年|20\d\d年)|增长|增幅|增速|目标|任务|全年目标|年度)"
)
_COMPARES = re.compile(r"[比较](?:[去上]年|20\d\d年)(?:同期)?(?:[多少高低]|[增提升下减降])")
_NO_MEASURE = frozenset(
    (
        "年度 全年 任务 目标 计划 全年计划 年度计划 全年目标 年度目标 全年任务 年度任务 同比 去年 上年 同期 "
        "增长 增速 增幅 百分 完成 达到"
    ).split()
)


def _measures(frame: QuestionFrame) -> bool:
    return any(term not in _NO_MEASURE for term in measure_terms(frame))


def _measure_told(frame: QuestionFrame) -> str:
    """The words of a question that say what is measured, as they stand: 新签约亿元以上项目."""
    spans = [
        (at, at + len(term))
        for term in (*measure_terms(frame), frame.threshold_text)
        if term and term not in _NO_MEASURE and (at := frame.text.find(term)) >= 0
    ]
    return frame.text[min(spans)[0] : max(end for _, end in spans)] if spans else ""
