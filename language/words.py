"""What are the words of a text, and which of them say nothing?

The one door to rjieba. Words are for reading (question analysis, overlap of sentences); terms are for the
lexical index: every word of three or more characters and every overlapping pair of Chinese
characters, so that a two-character word is found whatever the segmentation made of its surroundings.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Sequence
from functools import lru_cache, partial
from itertools import accumulate, takewhile
from typing import TYPE_CHECKING, NamedTuple

from language.text import fold

if TYPE_CHECKING:
    from rjieba import Jieba

# 一 is U+4E00, the first character of the block: the range must include its own beginning.
CJK = "〇々぀-ヿ㐀-䶿一-鿿豈-﫿\U00020000-\U0003ffff"
_RUN = re.compile(rf"([{CJK}]+)|((?:(?![{CJK}])[^\W_])+(?:\.\d+)*)")
_MIXED = re.compile(r"[a-z]+|\d+(?:\.\d+)*")
_THOUSANDS = re.compile(r",(?<=\d,)(?=\d{3}(?!\d))")  # the comma first: the engine skips to it
_APART = "\n"  # cut between runs is cut as each run alone is

_ASKING = """
什么 怎么 怎样 怎么样 如何 为何 为什么 谁 谁的 哪 哪些 哪个 哪里 哪儿 哪家 哪几 哪年 哪一 几 几个
几家 几年 几月 多少 多大 多久 多长 多高 何 何时 何地 何种 何处 是否 有没有 是不是 能否 可否 能不能
可不可以 吗 呢 吧 么 请问 请 告诉 告诉我 介绍 介绍一下 说说 谈谈 查一下 列出 列举 帮我 想知道 想问
了解一下
"""
QUESTION_WORDS = frozenset(_ASKING.split())
"""Words that ask and are no part of what is asked for; folded."""

_FUNCTIONAL = """
的 地 得 之 了 着 过 是 为 在 于 和 与 及 以及 并 并且 而 而且 或 或者 但 但是 也 还 又 都 就 才 将
把 被 让 使 由 从 自 到 至 向 往 对 对于 关于 按 按照 根据 依据 通过 经过 随着 以 因 因为 由于 所以
因此 如 如果 若 则 虽然 虽 不仅 无论 这 那 这个 那个 这些 那些 此 该 本 各 每 其 其中 其他 其它 它
他 她 它们 他们 她们 我 我们 你 你们 您 自己 上 下 中 里 内 外 间 前 后 时 等 等等 所 者 们 个 些
种 类 次 项 一个 一种 一些 一项 一下 有 没有 没 会 能 可 可以 要 应 应当 已 已经 曾 正 正在 再 更
最 很 非常 比较 较 十分 约 大约 左右 a an and are as at be by for from in is it of on or that the
this to was were with
"""

STOP_WORDS: frozenset[str] = frozenset(_FUNCTIONAL.split()) | QUESTION_WORDS
"""Function words and question words: what a question can lose without losing what it asks about; folded."""

# General terms of investment promotion that the dictionary cuts apart; no names, documents bring those.
_FIELD_TERMS = """
元宇宙 招商引资 双招双引 招才引智 招商推介 招商大会 以商招商 基金招商 产业链招商 委托招商 驻点招商 云签约
集中签约 新签约 签约额 固定资产投资 实际使用外资 实际利用外资 到位资金 到账外资 总投资 计划总投资
亿元以上 注册资本 投资强度 亩均税收 亩均效益 一般公共预算 一般公共预算收入 规模以上 规上工业
限额以上 地区生产总值 生产总值 进出口 工业增加值 社会消费品零售总额 高新技术企业 专精特新 小巨人
瞪羚企业 独角兽企业 链主企业 龙头企业 总部经济 营商环境 放管服 一网通办 标准地 拿地即开工 产业园区
产业园 产业链 产业集群 产业基金 引导基金 先导区 示范区 高新区 经开区 开发区 保税区 自贸区
自贸试验区 综合保税区 强链 补链 延链 开工建设 竣工投产 投产达产 落地项目 在谈项目 储备项目 招引项目
重点项目 项目库 生产基地 研发中心 先进制造业 现代服务业 新一代信息技术 新能源汽车 生物医药 集成电路
人工智能 数字经济 低空经济 海洋经济 奖补 以奖代补 贷款贴息 免申即享 惠企政策 税收优惠 土地出让
外商直接投资 台企 港企 央企 骗补 工信局 发改委 发改局 人社局 住建局 文旅局 自规局 市监局 卫健委 贸促会
东博会 进博会 服贸会 消博会 广交会 投洽会 西洽会 厦洽会 渝洽会 中博会 哈洽会 高交会 链博会 数博会 智博会
丝博会 西博会 科博会 文博会 兰洽会 青洽会 南博会 京交会 农博会 再制造 再利用
"""


@lru_cache(maxsize=1)
def _segmenter() -> Jieba:
    import rjieba

    # The package builds this segmenter on import; a second of our own would cost another 0.16 s of start.
    segmenter: Jieba = rjieba._DEFAULT_JIEBA
    for word in _FIELD_TERMS.split():
        segmenter.add_word(word, None, None)
    return segmenter


def _runs(text: str) -> list[tuple[str, str]]:
    """Stretches of letters and digits, folded and lower-cased: each as (Chinese, "") or ("", other)."""
    found: list[tuple[str, str]] = _RUN.findall(_THOUSANDS.sub("", fold(text).lower()))
    return found


def words(text: str) -> list[str]:
    """The words of `text` in order, folded, lower-cased, without punctuation.

    Stop words are kept; a Latin word or a number (152.66, c919; thousands separators dropped) is one word.
    """
    cut = _segmenter().cut
    found: list[str] = []
    for chinese, other in _runs(text):
        if chinese:
            found.extend(cut(chinese))
        else:
            found.append(other)
    return found


def terms(text: str) -> list[str]:
    """What the lexical index stores for `text`: words of three or more characters and all character pairs.

    A lone Chinese character is its own term; Latin words and numbers stay whole. Repetitions are kept, for
    they count. No term holds white space or a quotation mark.
    """
    runs = _runs(text)
    cut = iter(_segmenter().cut(_APART.join([chinese for chinese, _ in runs if chinese])))  # once: it costs
    found: list[str] = []
    for chinese, other in runs:
        if not chinese:
            found += [other, *parts(other)]
            continue
        found += [word for word in takewhile(_APART.__ne__, cut) if len(word) > 2]
        found += map(operator.add, chinese, chinese[1:]) if len(chinese) > 1 else [chinese]
    return found


def parts(word: str) -> list[str]:
    """The letters and the numbers of a word that mixes them: gpt and 4 of gpt4, which others write GPT-4."""
    found = _MIXED.findall(word) if word.isascii() else []
    return [each for each in found if len(each) > 1 or each.isdigit()] if len(found) > 1 else []


def query_terms(text: str) -> list[str]:
    """The terms a question asks the lexical index for: `terms`, with its question words cut out.

    A pair that reaches into a question word (么公 of 什么公司) is rare in documents and means nothing.
    """
    cut = _segmenter().cut
    found: list[str] = []
    for chinese, other in _runs(text):
        if not chinese:
            found += [other, *parts(other)]
            continue
        stretch = ""
        for word in [*cut(chinese), ""]:
            if word and word not in QUESTION_WORDS:
                stretch += word
                if len(word) > 2:
                    found.append(word)
                continue
            found.extend(stretch[at : at + 2] for at in range(max(1, len(stretch) - 1)) if stretch)
            stretch = ""
    return found


class Token(NamedTuple):  # a sentence makes fifty: a frozen dataclass takes three times as long
    """A word of the text at `start`, with the dictionary's part of speech (n, v, vn, m, q, ns, nr …)."""

    word: str
    tag: str
    start: int
    end: int


def is_known(word: str) -> bool:
    """Whether the dictionary has the word; of others the part of speech is a guess."""
    return _segmenter().has_word(word)


def word_tags(text: str) -> Sequence[tuple[str, str]]:
    """The words of `tagged` with their parts of speech, for whoever needs no more of thousands of them."""
    pairs: Sequence[tuple[str, str]] = _segmenter().tag(text)
    return pairs


def tagged(text: str) -> list[Token]:
    """All of `text` as tokens in order, punctuation included; joined they are `text` again."""
    return list(_tagged(text))


@lru_cache(maxsize=512)  # figures and projects read the same sentences, one document after the other
def _tagged(text: str) -> tuple[Token, ...]:
    pairs = word_tags(text)
    if not pairs:
        return ()
    written, tags = zip(*pairs, strict=True)
    edges = [*accumulate(map(len, written), initial=0)]
    return tuple(map(_token, zip(written, tags, edges, edges[1:], strict=False)))


_token = partial(tuple.__new__, Token)  # `Token(...)` is a function of Python's own: three times as long
