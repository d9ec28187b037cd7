"""What does an elliptical remark leave out? The topic of the two turns before it, put back in its place.

General rules for any talk, where nothing of the field's own applies: a topic is a run of words around a noun;
one that both turns name is carried on, else the one the reader named, else the last one of the reply.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from language.words import QUESTION_WORDS, STOP_WORDS, Token, tagged, words

_PRONOUN = re.compile(r"(?<!其)(?:他们|她们|它们|他|她|它)")
_POINTS_BACK = re.compile(r"(?<!其)[他她它]|这|那(?!么)")
_WHY = re.compile(r"^(?:那|那么)?(?:为什么|为啥|为何|怎么回事)")
# Nouns that every topic has: they ask about one and name none.
_GENERIC = frozenset(
    """人 时候 地方 事 事情 东西 话 名字 作者 主角 男主 女主 男主角 女主角 内容 情节 剧情 意思 问题 感觉 样子
    原因 结果 时间 方法 办法 关系 情况 天 年 月 日 度 级 今天 明天 昨天 现在 最近 以后 以前 刚才 小说 电影 书
    歌 游戏 电视剧 作品 哈哈 嘿嘿 嘻嘻 呵呵""".split()
)
# Words that speak about a topic and are no part of its name.
_TALK = frozenset(
    """你好 读 读过 讲 讲讲
    知道 认识 喜欢 觉得 听说 看过 说 想 看 推荐 评价 看看 看到 看完 玩过 吃过 去过 听过 感觉 认为 以为 了解
    想要 需要 希望 打算 准备 记得 忘记 明白 理解 讨厌 爱看 爱吃 好看 好吃 好玩 好听 好用 好喝 好笑 可爱 漂亮
    帅气 厉害 不错 美丽 精彩 有趣 无聊 搞笑 恐怖 可怕 难看 难吃 难听 奇怪 简单 容易 便宜 高兴 开心 伤心 难过
    生气 就是 还是 不是 可是 应该 可能 还有 只有 不会 不能 不要 不想 能够 愿意 开始 结束 继续 出来 起来 下来
    过来 回来 出去 过去 发生 变成 成为 属于 来自 叫做 最近 现在 今天 有点 一点 一部 一首 一本 这个 那个
    给我 搜索 查找 梦到 梦见 一样 所有 很多 好多 不少 非常 特别 真的 主要 一起 一直 难道 怎么办 为啥 干嘛
    什么样 谢谢""".split()
)
_NAME_TAGS = frozenset("nr ns nz nt nrt nrfg eng x".split())
_INSIDE_TAGS = frozenset("b ng g k h".split())  # of one character, and yet part of a name
_PART_TAGS = frozenset("l i q zg".split())


@dataclass(frozen=True, kw_only=True)
class _Topic:
    """A run of words around a noun: its nouns but the generic ones, and whether a name is among them."""

    text: str
    nouns: tuple[str, ...]
    is_name: bool

    @property
    def is_telling(self) -> bool:
        return bool(self.nouns)


def stands_alone(remark: str, *, asked: str, answered: str) -> bool:
    """Whether a remark says itself what it is about: by a name, or by the topic of the turns before."""
    if _POINTS_BACK.search(remark):
        return False
    own = [topic for topic in _topics(remark, wide=False) if topic.is_telling]
    if any(topic.is_name and len(topic.text) > 1 for topic in own):
        return True
    before = [*_topics(asked, wide=False), *_topics(answered, wide=False)]
    return bool(own) and any(
        len(each.text) > 1 and each.is_telling and each.text in remark for each in before
    )


def restored(remark: str, *, asked: str, answered: str) -> str:
    """The remark with the topic of the question before it and the reply; as it is where they have none."""
    topic = "".join(_carried(remark, asked=asked, answered=answered))
    if not topic:
        return remark
    if _PRONOUN.search(remark):
        return _PRONOUN.sub(lambda _: topic, remark, count=1)
    return f"{remark}{topic}" if _WHY.search(remark) else f"{topic}{remark}"


def _carried(remark: str, *, asked: str, answered: str) -> Sequence[str]:
    """The topics to put back, best kind first: of both turns, a stretch of words both share, one turn's."""
    ours = [each for each in _topics(asked) if each.text not in remark]
    theirs = [each for each in _topics(answered) if each.text not in remark and each.is_telling]
    if both := [each.text for each in ours if any(noun in answered for noun in each.nouns)]:
        return both
    shared = _shared(asked, answered)
    shared = "" if shared in remark else shared
    if len(shared) >= 3 and any(len(word) > 1 and _is_telling(word) for word in words(shared)):
        return [shared]
    if telling := [each.text for each in ours if each.is_telling]:
        return telling
    return [each.text for each in theirs[-1:]] or ([shared] if len(shared) >= 2 else [])


def _topics(text: str, *, wide: bool = True) -> list[_Topic]:
    """The runs of words around nouns, in order; `wide` takes in what a segmenter splits off a name."""
    tokens = tagged(text)
    found: list[_Topic] = []
    at = last = 0
    while at < len(tokens):
        if not _is_noun(tokens[at]):
            at += 1
            continue
        start, end = at, at + 1
        while end < len(tokens) and (_is_noun(tokens[end]) or (wide and _may_be_part(tokens[end]))):
            end += 1
        while wide and start > last and _may_be_part(tokens[start - 1]):
            start -= 1
        found.append(_topic(tokens[start:end]))
        at = last = end
    return found


def _topic(run: Sequence[Token]) -> _Topic:
    nouns = tuple(token.word for token in run if _is_noun(token) and token.word not in _GENERIC)
    return _Topic(
        text="".join(token.word for token in run).strip(),
        nouns=nouns,
        is_name=any(token.tag in _NAME_TAGS for token in run),
    )


def _is_telling(word: str) -> bool:
    return (
        word not in STOP_WORDS and word not in QUESTION_WORDS and word not in _TALK and word not in _GENERIC
    )


def _may_name(word: str) -> bool:
    return bool(word.strip()) and not (word in STOP_WORDS or word in QUESTION_WORDS or word in _TALK)


def _is_noun(token: Token) -> bool:
    if (
        token.word in STOP_WORDS
        or token.word in QUESTION_WORDS
        or token.word in _TALK
        or not token.word.strip()
    ):
        return False
    return token.tag in _NAME_TAGS or token.tag[:1] == "n" or token.tag in {"j", "i"}


def _may_be_part(token: Token) -> bool:
    """Whether a word beside a noun may belong to its name: 延禧攻略, 绝命毒师, 杨超越."""
    word, tag = token.word.strip(), token.tag
    if not _may_name(word):
        return False
    if tag[:1] == "v" or tag in _INSIDE_TAGS:
        return True
    return len(word) > 1 and (tag[:1] in "abmzfs" or tag in _PART_TAGS)


def _shared(one: str, other: str) -> str:
    """The longest stretch of characters that stands in both, the first of several."""
    best = ""
    for start in range(len(one)):
        while one[start : start + len(best) + 1] in other and start + len(best) < len(one):
            best = one[start : start + len(best) + 1]
    return best
