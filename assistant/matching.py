"""How much of what a question asks does a piece of text say?"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from language.synonyms import related, synonyms
from language.words import tagged

_SYNONYM = 0.85
_RELATED = 0.66
_VAGUE = frozenset(
    (
        "项目 情况 数量 数据 一共 总共 合计 分别 现在 目前 资料 提到 全部 主要 具体 内容 相关 "
        "方面 工作 全市 全区 个 家 已知 实际 今年 去年"
    ).split()
)


_STAGE_ASKED = frozenset("进度 进展 阶段 状态 程度 建到 进展情况 什么程度".split())
_STAGE_TOLD = re.compile(r"开工|在建|建设|竣工|完工|投产|封顶|签约|落户|注册|施工|运营|交付|主体|落地|在谈")
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


@lru_cache(maxsize=20_000)
def term_match(term: str, text: str) -> float:
    """0 to 1: whether the text has the term, a synonym of it, or most of its character pairs."""
    if term in text:
        return 1.0
    if term in _STAGE_ASKED:
        return 1.0 if _STAGE_TOLD.search(text) else 0.0
    if any(other in text for other in synonyms(term)):
        return _SYNONYM
    if any(other in text for other in related(term)):
        return _RELATED
    if len(term) < 3 or term.isascii():
        return 0.0
    pairs = [term[at : at + 2] for at in range(len(term) - 1)]
    share = sum(pair in text for pair in pairs) / len(pairs)
    return 0.7 * share if share >= 0.5 else 0.0


def weights_of(terms: Sequence[str], texts: Iterable[str]) -> dict[str, float]:
    """The weight of each term: rarer in `texts` and longer is heavier; vague words weigh little."""
    pool = list(texts)
    total = max(1, len(pool))
    weights = {}
    for term in terms:
        found = sum(term_match(term, text) > 0.8 for text in pool)
        idf = math.log(1 + total / (1 + found))
        length = min(1.6, 0.7 + 0.15 * len(term))
        weights[term] = math.sqrt(idf) * length * (0.25 if term in _VAGUE else 1.0) * _part_of_speech(term)
    return weights


def coverage(weights: dict[str, float], fields: Sequence[tuple[str, float]]) -> float:
    """The weighted share of terms said in `fields`, (text, worth) pairs; the best field counts for a term."""
    total = sum(weights.values())
    if total <= 0:
        return 0.0
    best_first = sorted(fields, key=lambda field: -field[1])
    return sum(weight * _said(term, best_first) for term, weight in weights.items()) / total


def _said(term: str, best_first: Sequence[tuple[str, float]]) -> float:
    """What the best field adds for a term; fields that could not add more are not looked at."""
    best = 0.0
    for text, worth in best_first:
        if worth <= best:
            break
        best = max(best, worth if term in text else worth * term_match(term, text))
    return best
