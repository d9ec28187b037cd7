"""Does a remark of general talk say itself what it is about? One that does is left as it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.followups.answering import answered_in_full, is_fragment
from assistant.followups.topics import Topic, topics_of

_POINTS_BACK = re.compile(r"(?<!其)[他她它]|这|那(?!么)")
_ASKED = re.compile(
    r"什么|谁|哪|怎么|多少|几[个岁点]|多[长大久远高]|啥|咋|吗|么$|嘛$|不$|没$|是不是|有没有|好不好"
)

_ASKED_FOR = re.compile(r"(?:什么|哪个|哪些|哪种|哪部|哪首|几个?|多少|啥)$")
_RELATES = re.compile(r"(?:那|也|都|不)*(?:里面|其中|附近|和|跟|与|比|离|作为|属于)")
_NO_SUBJECT = re.compile(
    r"(?:还|那|也|都|不)*(?:有|没|会|能|可以|是不是|里面|其中|附近|和|跟|与|比|离|像|哪|什么|多少|几|作为|属于)"
)
# Nouns of something else: 主演 is of a film, 地址 of a house; alone they name no topic.
_OWNED = frozenset(
    """主人公 导演 主演 编剧 主持人 演员 角色 人物 歌手 歌词 第一季 第二季 里面 评论 结局 简介 剧照 海报
    票房 特效 场面 位置 地址 终点 起点 附近 价格 价钱 电话 质量 效果 特点 优点 缺点 优缺点 风格 照片 图片
    资料 链接 视频 文章 规则 资源 类型 版本 型号 颜色 大小 尺寸 味道 口味 品牌 牌子 性能 功能 风景 景点
    特产 小吃 天气 气温 温度 湿度 空气 人口 面积 历史 意义 特色 本人 性格 身高 年龄 生日 星座 技巧 秘诀
    含义 原理 步骤 条件 要求 费用 成本 具体""".split()
)


def stands_alone(remark: str, *, asked: str, answered: str) -> bool:
    """Whether a remark says itself what it is about: by a name, or by the topic of the turns before."""
    if _POINTS_BACK.search(remark) or answered_in_full(remark, question=answered):
        return False
    own = [topic for topic in topics_of(remark, wide=False) if topic.is_telling]
    before = [*topics_of(asked, wide=False), *topics_of(answered, wide=False)]
    if own and any(
        len(each.text) > 1 and each.is_telling and each.text not in _OWNED and each.text in remark
        for each in before
    ):
        return True
    if _RELATES.match(remark):
        return False
    named = any(topic.is_name and len(topic.text) > 1 for topic in own)
    if is_fragment(remark):
        return named and len(remark) > 4 and not _ASKED.search(answered)
    return named or _tells_enough(remark, own)


def _tells_enough(remark: str, own: Sequence[Topic]) -> bool:
    """Whether a remark without a name has nouns enough: two, or a long one."""
    if _NO_SUBJECT.match(remark):
        return False
    said = [
        topic
        for topic in own
        if len(topic.text) > 1 and topic.text not in _OWNED and not _ASKED_FOR.search(remark[: topic.start])
    ]
    return len(said) > 1 or any(len(topic.text) > 2 for topic in said)
