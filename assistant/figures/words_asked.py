"""Which words of a question name the measure asked for, and does a row say them?"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.asked_terms import signed_amount
from assistant.matching import term_match
from assistant.question import QuestionFrame
from assistant.wording import own_clause
from language.text import fold
from vectorstore.ledger_rows import Figure

_META = frozenset(
    (
        "增长 负增长 正增长 下降 下滑 同比 环比 提高 增幅 增速 涨幅 降幅 增加 减少 变化 "
        "任务 要签 干完 目标 实际 完成 相比 预期 达到 力争 预计 比较 对比 口径 一样 比例 占比 "
        "平均 每个 加起来 分别 上一年 上年 比上年 对得上 合计 一共 总共 是否 已经 排名 最多 最少 "
        "差距 相差 建好 达成 时候 什么时候"
    ).split()
)


_CLASSES_OF_PLACES = ("主城区", "中心城区", "城区", "县域", "园区", "区域", "板块")  # 主城区鼓楼、云龙


_OF_MANY = ("rank", "compare", "sum", "average")  # 各园区谁最多: a class of those set side by side


_THRESHOLD_WORDS = re.compile(r"亿元|以上|过亿|万元|^[十百千]?亿级?$")


def measure_terms(frame: QuestionFrame) -> tuple[str, ...]:
    return tuple(
        term
        for term in frame.terms
        if term not in _META
        and not (term in _CLASSES_OF_PLACES and (frame.places or frame.operation in _OF_MANY))
        and not (
            frame.threshold is not None and (_THRESHOLD_WORDS.search(term) or term in frame.threshold_text)
        )
    )


@lru_cache(maxsize=4096)  # asked of every row by every part of a question
def measure_said(row: Figure) -> str:
    """The measure folded, and as it is asked for: 开工(运营)率 as 开工率, 合同额 as 签约金额."""
    metric = fold(row.metric)
    bare = _BRACKETS.sub("", metric) if "(" in metric else ""
    bare += "面积" if row.unit.endswith("平方米") else ""  # 举办了15.2万平方米的展览展示
    return " ".join(filter(None, (metric, bare, signed_amount(metric))))


_BRACKETS = re.compile(r"\([^()]*\)")


def say_same(term: str, row: Figure) -> float:
    """How well a row's own words say a term."""
    return max(term_match(term, measure_said(row)), term_match(term, fold(own_clause(row))))
