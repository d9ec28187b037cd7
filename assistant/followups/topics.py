"""What does a turn of general talk speak of? Its topics: runs of words around nouns, in order.

General rules of Chinese for talk in which nothing of the field's own is said; no list of names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from language.words import QUESTION_WORDS, STOP_WORDS, Token, tagged, words

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
    吃 去 玩 爱 叫 打 买 听 做 写 卖 找 唱 来 喝 发 帮 追 像 完 教 考 送 什么样 谢谢 聊聊 一遍 两遍 看待
    表白 发个 买个 找个 来个 做个 遇到 有个 就要 好几 一只 一张 一个 几天 两天""".split()
)
# 你知道X吗 and X是谁 say what they speak of, however a segmenter cuts it.
_LEAD = r"(?:那么?|哦|嗯|哎|诶|话说|请问|对了|小.)?(?:你们?|您|大家|有人)?(?:都|也|还|有没有)?"
_KNOWN = (
    r"知不知道|认不认识|喜不喜欢|知道|晓得|认识|听说过?|听过|看过|读过|玩过|去过|吃过|了解|喜欢(?:[看听玩吃])?"
    r"|爱[看听玩吃]|会[玩唱]|[看听玩吃读]|(?:怎么|如何)(?:看待?|评价)|介绍一?下|说说|聊聊|讲讲"
)
_WHAT = r"是谁|是什么|怎么样|如何|好[看听玩吃](?=吗)"
_TAIL = r"(?:吗|么|嘛|不|没有?|呢|啊|呀|[?？])*"
_FRAMES = (
    re.compile(rf"{_LEAD}(?:{_KNOWN})(?P<topic>.{{1,10}}?)(?:{_WHAT})?{_TAIL}"),
    re.compile(r"(?P<topic>.{2,10}?)你?(?:知道|认识|听说过|[听看读玩去吃]过)(?:吗|么|嘛|不|没有?)"),
    re.compile(rf"(?P<topic>.{{2,10}}?)(?:[讲写说]?的)?(?:{_WHAT}|在哪里?|是哪里)(?:人|意思|东西)?{_TAIL}"),
    re.compile(r"(?P<topic>.{2,10}?)(?:都|还)?有(?:什么|啥|哪些).*"),
)
_NO_TOPIC = re.compile(r"[你我他她它这那谁哪怎什几啥]|多少|[的啊]人$|^[了过完到不]")
_PRONOUNS = frozenset("我你您这那他她它谁哪几")
_NAME_TAGS = frozenset("nr ns nz nt nrt nrfg eng x".split())
_INSIDE_TAGS = frozenset("b ng g k h".split())  # of one character, and yet part of a name
_PART_TAGS = frozenset("l i q zg".split())


@dataclass(frozen=True, kw_only=True)
class Topic:
    """A run of words around a noun: its nouns but the generic ones, and whether a name is among them."""

    text: str
    nouns: tuple[str, ...]
    is_name: bool
    is_asked: bool = False
    is_person: bool
    start: int
    end: int

    @property
    def is_telling(self) -> bool:
        return bool(self.nouns)


def topics_of(text: str, *, wide: bool = True) -> list[Topic]:
    """The runs of words around nouns, in order; `wide` takes in what a segmenter splits off a name."""
    if (framed := _framed(text)) is not None:
        return [framed]
    tokens = tagged(text)
    found: list[Topic] = []
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
        found.append(_topic(text, tokens[start:end]))
        at = last = end
    return found


def _framed(text: str) -> Topic | None:
    """What a whole question of the kind 你知道X吗 speaks of."""
    for frame in _FRAMES:
        match = frame.fullmatch(text.rstrip())
        if match is None or _NO_TOPIC.search(match["topic"]):
            continue
        topic = match["topic"].strip().removesuffix("的")
        nouns = tuple(word for word in words(topic) if is_telling(word)) or (topic,)
        if topic and not all(word in _GENERIC for word in nouns):
            return Topic(
                text=topic,
                nouns=nouns,
                is_name=any(token.tag in _NAME_TAGS for token in tagged(topic)),
                is_asked=True,
                is_person=any(token.tag == "nr" for token in tagged(topic)),
                start=match.start("topic"),
                end=match.end("topic"),
            )
    return None


def _topic(text: str, run: Sequence[Token]) -> Topic:
    nouns = tuple(token.word for token in run if _is_noun(token) and token.word not in _GENERIC)
    return Topic(
        text=text[run[0].start : run[-1].end].strip(),
        start=run[0].start,
        end=run[-1].end,
        nouns=nouns,
        is_person=any(token.tag == "nr" for token in run),
        is_name=any(token.tag in _NAME_TAGS for token in run),
    )


def is_telling(word: str) -> bool:
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
    if not _may_name(word) or word[0] in _PRONOUNS:
        return False
    if tag[:1] == "v" or tag in _INSIDE_TAGS:
        return True
    return word.isdigit() or (len(word) > 1 and (tag[:1] in "abmzfs" or tag in _PART_TAGS))
