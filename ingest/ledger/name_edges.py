"""Where does the name of a project begin, whose end is known?"""

from __future__ import annotations

import re

from ingest.ledger.name_heads import HEAD
from language.place_table import national
from language.words import Token

_EDGE = re.compile(r"[,;。:!?、…|]|——?|(?<![A-Za-z])-(?![A-Za-z])|[“”「」《》【】\"①-⑳►◀▲▼●■]")
_GOVERNING = frozenset(
    (
        "新开工 新引进 新落地 "
        "新签约 集中签约 云签约 签约 签下 签订 签署 引进 招引 落户 落地 推动 推进 加快 打造 成立 "
        "设立 注册 开工 竣工 投产 包括 包含 涵盖 位于 依托 围绕 聚焦 洽谈 储备 在谈 新建 完成 实现 "
        "形成 深化 全力 提速 协助 支持 促成 促进 带动 助力 保障 举办 召开 参加 拜访 走访 对接 邀请 "
        "吸引 培育 集聚 聚集 拥有 建成 启动 启用 导入 引入 承接 达成 布局 成为 是 有 为 作为 以及 "
        "覆盖 拟 计划 预计 力争 确保 坚持 充分 发挥 利用 通过 开展 实施 抓 抢 抓好 做好 做强 做优 "
        "做大 用好 建好 参与 加大 加强 强化 瞄准 紧盯 锚定 立足 奋力 统筹 组织 赴 到 在 全 每 该 此 "
        "本 其 各 其中 等 已有 现有 目前 今年 去年 同时 此外 尤其 特别 例如 比如 如 像 随着 根据 "
        "按照 关于 对于 面向 由 让 使 把 被 将 也 还 又 都 就 正在 正 已 已经 先后 陆续 不断 积极 "
        "成功 正式 高质量 高标准 高水平 扎实 持续 加速 近日 日前 会上 当天 现场 首批 一批 多个 若干 "
        "获得 取得 出台 制定 印发 编制 完善 健全 谋划 策划 包装 争取 推荐 考察 调研 见证 全面 加力 "
        "全市 全区 全县 全省 我市 我区 该市 该区 共 共有 总 累计 新增 梳理 收集 摸排 跟着 跟 开拓 "
        "提供 盯着 采用 牵引 构建 建立 系统 投资 挂牌 负责 管理 服务于 作 称 这个 这些 那个 另有 另 以 对 从 "
        "举行 布置 仍有 暨 了解 详细 察看 查看 实地 听取 走进 来到 前往 协调解决 协调 解决 帮助 倒排 "
        "兴建 用于 意味着 以下简称 占 还有 分别 会 安排 涌入 "
        "介绍 进行 自 于 提前 落实 着力 携手 联合 据 围着 让 给 比 较 向 请 说 报 来 去 看 成 进 出"
    ).split()
)
_STARTING = re.compile(  # verbs that stand inside names too, and govern only where they stand first
    r"(?:(?<=分别)为|(?<=依次)为|谈|投资|新改建|改建|开工建设|建设|改造|新建|扩建|续建|运营|服务|发展|优化|提升|落户|中的|上的|当中|其中)"
)
_NOUNS = ("n", "l", "vn", "eng")
_FUNCTION_TAGS = ("p", "c", "u", "ul", "r", "y", "e", "o", "zg", "d")
_INSIDE = frozenset("未来 及 和 与 至 之 新 云 智 非 超 后 前 高 必 极 永 恒 真 储".split())
_PHASE_OR_ORDINAL = re.compile(r"[一二三四五六七八九十]期|第[一二三四五]")
_DIGITS = re.compile(r"[\d.,%]+")
_CONNECTIVES = frozenset("及 和 与".split())


def behind_place(text: str, start: int) -> int:
    """Behind the district whose name a dictionary cuts: 猇亭区 of 猇亭区楚能项目, begun at 亭."""
    for begin in range(max(0, start - 2), start):
        for end in range(start + 1, min(begin + 5, len(text)) + 1):
            if text[begin:end] in national():
                return end
    return start


def left_edge(text: str, tokens: list[Token], end: int, least: int) -> int:
    """Where the name that ends at `end` begins."""
    inside = [token for token in tokens if token.end <= end or token.start < end]
    start, depth = end, 0
    index = len(inside) - 1
    while index >= 0:
        token = inside[index]
        if token.start < least:
            break
        if token.word in (")", "）"):
            depth += 1
        elif token.word in ("(", "（"):
            if depth == 0:
                break
            depth -= 1
        elif depth == 0 and token.end < end and _stops(text, inside, index):
            break
        if token.end <= end or token.start < end:
            start = token.start
        index -= 1
    start = max(start, least)
    while (
        (verb := _STARTING.match(text, start, end))
        and verb.end() < end - 2
        and not HEAD.fullmatch(text, verb.end(), end)
    ):
        start = verb.end()
    return start


_GENERATION = re.compile(r"第?\d+(?:\.\d+)?代(?!表)")


def _in_generation(text: str, token: Token) -> bool:
    spans = (match.span() for match in _GENERATION.finditer(text))
    return any(start <= token.start and token.end <= end for start, end in spans)


_TIME = re.compile(
    r"\d|[今明昨前后去当同次][年日天晚]|[上下本当同][年月周旬季]|年$|季度|目前|现|近|以来|期间|时|早|晚|期|初|末|底|周|日$"
)
_USED_AGAIN = ("回收", "综合", "再生", "资源化", "循环", "梯次")
_THROUGHOUT = re.compile(r"产业链|流域|生命周期|自动|智能|降解|固态|钢|铝|封闭|屋|电[池动]|钒|景|息|品类|彩")
_BUILT_IN = re.compile(r"[镇乡村]$|街道$")  # 在船湾镇建设X


def _stops(text: str, tokens: list[Token], index: int) -> bool:
    token = tokens[index]
    word, tag = token.word, token.tag
    previous = tokens[index - 1] if index else None
    if _GENERATION.fullmatch(word) and _in_generation(text, token):
        return False  # 第8.6代 is of the name
    if _is_of_a_thing(token, previous):
        return False
    if _EDGE.search(word):
        return True
    if word in _CONNECTIVES:
        return _joins_names(text, token)
    if word == "中":
        opens = previous is None or _EDGE.search(previous.word) or previous.word in _GOVERNING
        return not opens and previous is not None and len(previous.word) > 1  # 川中, 闽中
    if word == "全" and _THROUGHOUT.match(text, token.end):
        return False
    if word == "园" and previous is not None and previous.tag.startswith(("n", "vn")):
        return False  # 锂电材料园项目
    if word == "高速":  # 沈海高速改扩建
        return False
    if word in ("建设", "新建") and previous is not None and _BUILT_IN.search(previous.word):
        return not text.startswith(("项目", "工程"), token.end)
    if word == "启动" and text.startswith("区", token.end):
        return False
    if word == "利用" and previous is not None and previous.word.endswith(_USED_AGAIN):
        return False
    if tag == "m" and len(word) == 1 and previous is not None and previous.tag == "ns":
        return word not in "三五七九双百千万"  # 成都三得利家居
    if word in _GOVERNING or word == "的":
        return True
    if word in _INSIDE or _PHASE_OR_ORDINAL.fullmatch(word):
        return False
    if _DIGITS.fullmatch(word):
        return not (previous is not None and previous.word.endswith(("国道", "省道", "高速")))
    if tag == "t" and not _TIME.search(word):  # 明月陶瓷文创园
        return False
    if tag in ("m", "mq", "q", "t") and not re.search(r"[A-Za-z]|件$", word):  # 零部件 counts nothing
        return tag != "q" or bool(previous is not None and previous.tag == "m")
    return len(word) <= 2 and tag in _FUNCTION_TAGS and not re.fullmatch(r"[A-Za-z]+", word)


def _is_of_a_thing(token: Token, previous: Token | None) -> bool:
    """包装 of 乳品包装项目, 棒 of 单晶硅棒项目: behind a noun what is else no part of a name is one."""
    if previous is None or previous.word in _GOVERNING or not previous.tag.startswith(_NOUNS):
        return False
    return token.word in ("系统", "件", "包装") or (len(token.word) == 1 and token.tag == "zg")


def _joins_names(text: str, token: Token) -> bool:
    """Whether 及 joins two names; in 新能源动力及整车项目 it stands inside one."""
    left = re.split(r"[,;。:、“”的]|(?<=项目)[和与及]", text[: token.start])[-1]
    if (not left and not text.startswith("、", token.start - 1)) or left.endswith("了"):
        return False  # 和邦生物双甘膦项目: nothing stands before it to be joined to
    return (
        len(left) < 2
        or len(left) > 12
        or bool(HEAD.search(left[-5:]) or re.search(r"(?:公司|集团|市|区|县|亿元)$", left))
    )
