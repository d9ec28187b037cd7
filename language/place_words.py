"""When is the name of a place a word of the text, and no place: 合作, 城区, 市北 of 城市北部?"""

from __future__ import annotations

import re

from language.words import is_known

# Districts whose names are also words.
VAGUE = frozenset("城区 郊区 矿区 东区 西区 新城区 城中区 开发区".split())
# Cities whose short names are.
COMMON = frozenset("东方 大同 平凉 海东 白银 黄山 中山 文昌 吉安 来宾 保定 通化 承德 海西 海北".split())
# Counties and districts whose short names are words of every paper; behind their city they are still places.
ORDINARY = frozenset(
    (
        "公安 资源 新建 南部 共和 合作 解放 友好 友谊 复兴 和平 前进 前锋 振兴 富裕 "
        "富民 平安 平和 平房 安定 安居 开化 东风 光明 乐业 同心 大方 大观 大通 大田 "
        "大新 小店 工农 向阳 红旗 民主 民乐 新华 新兴 新星 新民 新市 宏伟 太和 太平 "
        "中方 站前 台前 双桥 交口 丰满 兴业 凤凰 二七 万年 三元 响水 天长 中原 通道 "
        "合水 延长 天台 路南 路北 道里 道外 港口 海港 桥头 回民 治多 "
        "三江 双江 沿河 互助 石柱 石林 连山 河口 江城 金秀 白沙 长白 紫云 大化"
    ).split()
)
_NO_EVENT = tuple("一二三四五六日天末边年期内围报")  # 上海周边


def is_market(text: str, start: int, end: int) -> bool:
    """合作市场 holds no 合作市."""
    return text[start : end - 1] in ORDINARY and text[end : end + 1] in ("场", "值", "民", "面")


def is_slogan(text: str, start: int, end: int) -> bool:
    """生态立县、旅游兴县 is what a county lives by, and no 兴县."""
    return (
        text[start:end] in ("兴县", "富县")
        and _MAKES_RICH.search(text[max(0, start - 2) : start]) is not None
    )


_MAKES_RICH = re.compile(
    "[产工农林牧药实]业|旅游|文旅|生态|科[教技]|教育|人才|文化|商贸|开放|项目|创新|民营|交通|特色"
)


def inside_word(text: str, start: int, end: int) -> bool:
    """A short name that is the tail of a longer word: 城市北部 holds no 市北, 全市南北 no 市南."""
    if text[start] == "市" and start and text[start - 1] in "城全本该我各上都":
        return True
    if text.startswith(("时代", "组织", "大道"), end):  # 宁德时代 is a company, 上合组织 no zone
        return True
    if text[end : end + 1] == "周":  # “上海周” is held by others there
        return text[end + 1 : end + 2] not in _NO_EVENT
    if text[end : end + 1] in ("路", "街", "镇", "村", "话", "菜") or _WATERS.match(text, end) is not None:
        return True
    return ends_word(text, start, end)


def ends_word(text: str, start: int, end: int) -> bool:
    """Whether a short name only closes a word of the dictionary: the 合肥 of 复合肥."""
    joined = text[max(0, start - 1) : start] in ("和", "与", "及", "跟", "同")  # 甲和建宁
    if start < 1 or joined:
        return False
    return is_known(text[start - 1 : end]) or (
        is_known(text[start - 1 : start + 1]) and is_known(text[end - 1 : end + 1])  # 武汉中心 has no 汉中
    )


def crosses_word(text: str, start: int, end: int) -> bool:
    """Whether the first of two characters closes a word: 完成县上任务 names no 成县, 示范县 no 范县."""
    if end - start != _TWO or start < 1 or text[start - 1] in "省市区州":
        return False
    return is_known(text[start - 1 : start + 1])


_TWO = 2
_WATERS = re.compile("[江河湖](?![东西南北苏])|湾(?!区)")  # 嘉陵江, 鄱阳湖 and 胶州湾 are no districts
