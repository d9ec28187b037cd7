"""How well does a text say a term, and how much does the term weigh in a question?"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from language.synonyms import related, synonyms
from language.words import tagged

SYNONYM = 0.85
RELATED = 0.66
PAIRED, PAIRS_NEEDED = 0.7, 0.5  # for all its character pairs; the share of them that counts at all
_VAGUE = frozenset(
    (
        "项目 项目数 个数 家数 数目 情况 数量 数据 一共 总共 合计 分别 现在 目前 资料 提到 全部 主要 具体 "
        "内容 相关 方面 工作 全市 全区 全县 全省 全州 全盟 全旗 个 家 已知 实际 今年 去年"
    ).split()
)


STAGE_ASKED = frozenset("进度 进展 阶段 状态 程度 建到 进展情况 什么程度".split())
STAGE_TOLD = re.compile(r"开工|在建|建设|竣工|完工|投产|封顶|签约|落户|注册|施工|运营|交付|主体|落地|在谈")
# Words that frame a question; the documents need not use them.
_FRAMING = frozenset(
    (
        "为了 推出 那次 提到 当时 打算 分别 各有 说法 表态 至少 看看 大概 现在 具体 一共 想要 准备 "
        "采取 表示 称 认为 介绍 关于 对于 情况 列出 涉及"
    ).split()
)


@lru_cache(maxsize=8192)
def _part_of_speech(term: str) -> float:
    """Nouns say what is asked for; verbs less, everything else little."""
    if term in _FRAMING:
        return 0.12
    if synonyms(term):
        return 1.0  # a word of the field
    tags = [token.tag for token in tagged(term)]
    if any(tag.startswith(("n", "eng", "vn", "j", "l", "m")) for tag in tags) or len(tags) > 1:
        return 1.0
    return 0.5 if tags and tags[0].startswith("v") else 0.4


# Words that others hold without meaning them: 市外资金 is no 外资, 新增长点 nothing 新增.
INSIDE = {"外资": re.compile(r"外资(?!金)|(?<![市省区域县州盟国境])外资"), "新增": re.compile(r"新增(?!长)")}


def holds(word: str, text: str) -> bool:
    """Whether a text has the word, in whatever case, and not only inside one that means something else."""
    if word.isascii():
        return word.lower() in text.lower()
    inside = INSIDE.get(word) if word in text else None
    return word in text if inside is None else bool(inside.search(text))


@lru_cache(maxsize=20_000)
def term_match(term: str, text: str) -> float:
    """0 to 1: whether the text has the term, a synonym of it, or most of its character pairs."""
    if holds(term, text):
        return 1.0
    if term in STAGE_ASKED:
        return 1.0 if STAGE_TOLD.search(text) else 0.0
    if any(holds(other, text) for other in synonyms(term)):
        return SYNONYM
    if any(other in text for other in related(term)):
        return RELATED
    if len(term) < 3 or term.isascii():
        return 0.0
    if len(term) == 4 and term[:2] in text and term[2:] in text:
        return PAIRED  # 贷款贴息 of 贷款利息按30%贴息
    pairs = [term[at : at + 2] for at in range(len(term) - 1)]
    share = sum(pair in text for pair in pairs) / len(pairs)
    return PAIRED * share if share >= PAIRS_NEEDED else 0.0


_AMOUNT = re.compile(r"投资额?$|产值|营收|收入|税收|产能|年产|占地|用地|面积|[用同]外资|到位资金|就业|岗位")


def tells_amount(asked: Iterable[str], text: str) -> bool:
    """Whether the text says one of the amounts among the terms asked (总投资, 占地); so if there is none."""
    amounts = _amounts(tuple(asked))
    return not amounts or any(term_match(term, text) >= 0.5 for term in amounts)


def asks_amount(asked: Iterable[str]) -> bool:
    """Whether an amount (总投资, 占地) is among the terms asked."""
    return bool(_amounts(tuple(asked)))


@lru_cache(maxsize=64)  # asked of every row
def _amounts(asked: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(term for term in asked if _AMOUNT.search(term))


def weights_of(found: Mapping[str, int], *, total: int) -> dict[str, float]:
    """The weight of each term: rarer and longer is heavier; vague words weigh little.

    `found` is how many of `total` texts say a term.
    """
    weights = {}
    for term, count in found.items():
        idf = math.log(1 + max(1, total) / (1 + count))
        length = min(1.6, 0.7 + 0.15 * len(term))
        weights[term] = math.sqrt(idf) * length * (0.25 if term in _VAGUE else 1.0) * _part_of_speech(term)
    return weights
