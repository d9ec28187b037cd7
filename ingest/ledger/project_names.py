"""Which projects does a sentence name? Spans of names; classes of projects (重点项目, 31个项目) are none.

A name ends in a head (项目, 基地, 产业园 …) and reaches left to a governing verb, a particle, a count or a
comma. Where the head names any building (中心, 平台), something must be told of it that is told of projects.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.ledger.makers import with_maker
from ingest.ledger.roads import roads_built
from language.naming import SIZED, is_generic
from language.words import Token, tagged

_SURE = "项目|改扩建|综合整治|旧村改造|旧城改造|安置区"
_BUILT = (
    "工程|产业园区|产业园|生态园区|生态园|科技园|工业园|创新园|创业园|智造园|物流园|加工园|制造园|装备园|医药园|产业城|航空城|科技城|基地|总部|"
    "工厂|生产线|综合体|中心|大厦|酒店|平台|商务区|乐园|停车场|水库|市场|数据港|数智港|智谷|芯谷|研究院|实验室|"
    "电站|枢纽|冷链仓|码头|大桥|隧道|水厂|污水处理厂|风电场|医院|学校|广场|机场|车间|港区启动区|培训学院"
)
_HEAD = re.compile(f"(?:{_SURE}|{_BUILT})(?:[一二三四五六七八九十]期)?")
_SURE_HEAD = re.compile(f"(?:{_SURE}|工程)(?:[一二三四五六七八九十]期)?$")
_EDGE = re.compile(r"[,;。:!?、…|]|——?|(?<![A-Za-z])-(?![A-Za-z])|[“”「」《》\"①-⑳►◀▲▼●■]")
_TAIL = re.compile(
    r"(?:[一二三四五六七八九十]期|[(](?![一-鿿]{1,6}[区县市镇乡][)])(?:[一二三四五六七八九十首]期|[^()]{1,8}段|[一-鿿]{2,4})[)])"
)
_GOVERNING = frozenset(
    (
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
        "暨 自 于 着力 携手 联合 据 围着 让 给 比 较 向 请 说 报 来 去 看 成 进 出"
    ).split()
)
_STARTING = re.compile(  # verbs that stand inside names too, and govern only where they stand first
    r"(?:谈|投资|新改建|改建|开工建设|建设|改造|新建|扩建|续建|运营|服务|发展|优化|提升|落户|中的|上的|当中|其中)"
)
_FUNCTION_TAGS = ("p", "c", "u", "r", "y", "e", "o", "zg", "d")
_INSIDE = frozenset("未来 及 和 与 至 之 新 云 智 非 超 后 前 高 必 极 永 恒 真".split())
_GENERATION = re.compile(r"第?[\d.]*代?")
_PHASE_OR_ORDINAL = re.compile(r"[一二三四五六七八九十]期|第[一二三四五]")
_DIGITS = re.compile(r"[\d.,%]+")
_CONNECTIVES = frozenset("及 和 与".split())
_COUNT_BEFORE = re.compile(
    r"(?:\d[\d.]*|[一两二三四五六七八九十百千]+)余?(?:个|家|项|座|条|处|名|批|大|类|宗|所|万?平方米)?$"
)
_COUNT_AFTER = re.compile(r"(?:共|有|达|超|新增|约)?\d[\d.]*余?(?:个|项|家)")
_TOLD_BEFORE = re.compile(
    r"(?:签约|签下|落户|落地|引进|招引|开工|竣工|投产|建成|建设|新建|打造|推进|推动|提速|加快|启用|启动|设立|成立|洽谈|"
    r"储备|在谈|投资|改造|图为|位于[^,。]{2,10}的|亿[美欧港日]?元的|万[美欧]?元的|深化|建设中的|在建的)[^,;。]{0,6}$"
)
_TOLD_AFTER = re.compile(
    r"^[^,;。]{0,12}?(?:签约|落户|开工|动工|奠基|封顶|竣工|完工|投产|投用|启用|运营|注册|落成|建成|通车|施工|建设如火如荼|"
    r"主体|开放|总投资|投资\d|获批|落在|正在建设|试产|揭牌)|^[^。]{0,30}?总投资"
)
_NOT_NAMES = re.compile(
    r".*(?:[和与及着+]|以及)(?:项目|平台|基地|园区|工程|中心)$|(?:招商|引资|服务中心|指挥|策源|交流|联络站|会展|示范区|开发区|现代化产业|交通枢纽)$|^(?:企业|公司|产业|"
    r"招商|园区|城市|区域|全球|全国|国家|世界|国际)?(?:项目|中心|平台|基地|工程|总部|产业园|园区|产业链)+$"
)
_INDUSTRY = re.compile(
    r"^(?:新能源(?:汽车)?|新材料|人工智能|集成电路|生物医药|医疗器械|生命健康|高端装备|轨道交通|智能网联汽车|数字经济|"
    r"绿色能源|空天(?:信息)?|低空经济|储能|氢能|智能制造|先进制造(?:业)?|现代服务业|食品饮料|新一代信息技术|海洋[一-鿿]{2}|"
    r"航空航天|汽车零部件|软件信息|现代物流|节能环保|新型显示|智能家电|绿色食品|石化|化工|纺织|文旅|医养健康|工业互联网|"
    r"[一-鿿]{2,6}(?:产业|领域|行业|赛道|经济|方面))$"
)
_LISTED = re.compile(
    r"等(?P<count>\d+余?个|\d+余?项|一批|多个|若干|[一二三四五六七八九十]+个)?(?P<class>[^,;。、等]{0,14}?)(?:项目|工程)"
)
_SUBJECT = re.compile(
    r"(?:^|(?<=[,;。]))(?P<name>[一-鿿A-Za-z0-9·()]{4,20}?)(?:主体(?:结构)?|(?:已|建成|正式|全面|顺利|全部|实现|提前[^,;。]{1,4}|"
    r"于[^,;。]{1,8}?|[^,;。期]{0,2}月份?))+(?:开工|动工|封顶|竣工|完工|投产|投用|通车|投入使用|奠基|落成)"
)
_PHASE = re.compile(r"(?<=[一-鿿]{3})[一二三四]期$")
_NO_SUBJECT = re.compile(
    r"[其该这那全各每本我他她它]|项目|工程|企业|公司|集团|厂房|设备|产线|车间|[个家条]|\d+号|一期|二期|三期|第[一二三]|目前|"
    r"\d年|同[年月]|已经|计划|预计|力争|将|要|仪式|今年|去年|上半年|季度|月|日|以来|其中|累计|开工|竣工|投产|签约|建设|施工"
)
_REGISTERED = re.compile(
    r"(?:注册成立|注册落户|注册|设立|成立)(?:的|了)(?P<name>[一-鿿A-Za-z·()]{4,30}?公司)|"
    r"(?P<name2>[一-鿿A-Za-z·()]{4,30}?公司)(?:于?[^,;。]{0,12}?)(?:完成注册|注册成立|正式注册|注册(?=[,。;]))"
)
_PRICED = re.compile(
    r"(?:总投资|投资)(?:额|约|达|超|近|逾|过|为)*\d[\d.,]*(?:万|亿)?(?:美|欧|港|日)?元(?:人民币)?的(?P<name>[^,;。、]{3,30}?)"
    r"(?=(?:正在|均|已|将|正(?!极|负|大|品|山|定|安|宁|阳)|今年|目前|于\d|在|开工|签约|落户|竣工|投产|顺利|正式|,|、|。|;|和(?=总?投资|\d)|$))"
)
_LIST_ITEM = re.compile(
    r"^[\s#>*·•\-]*(?:\d{1,2}[.、)]|[(]?[一二三四五六七八九十]+[、)]|[①-⑳]|[-•·*])\s*(?P<name>[^,;。:、“”《》]{4,34}?)"
    r"(?:[(][一-鿿]{1,6}[区县市镇乡][)])?[,:](?=.*投资)"
)


@dataclass(frozen=True, kw_only=True)
class Named:
    """A project's name at `text[start:end]`; `name` is what to call it, `kind` the class it was listed in."""

    name: str
    start: int
    end: int
    kind: str = ""
    owner: str = ""


def project_names(text: str) -> list[Named]:
    """The projects a folded sentence names, in order, never overlapping."""
    if not _MAY_NAME.search(text):
        return []
    tokens = tagged(text)
    found: list[Named] = []
    headed = list(_by_head(text, tokens))
    headed = [one for one in headed if not any(_within(one, other) for other in headed)]
    for one in (*_by_special_form(text, tokens), *headed):
        if not any(one.start < other.end and other.start < one.end for other in found):
            found.append(one)
    return sorted(found, key=lambda one: one.start)


def _within(one: Named, other: Named) -> bool:
    """数据中心 of 数据中心液冷设备制造项目."""
    return other.start <= one.start and one.end < other.end


_MAY_NAME = re.compile(f"{_SURE}|{_BUILT}|总投资|开工|竣工|完工|封顶|通车|投用|注册")


def _by_special_form(text: str, tokens: list[Token]) -> Iterator[Named]:
    yield from _listed(text, tokens)
    item = _LIST_ITEM.match(text)
    if item and not is_generic(item["name"]):
        yield Named(name=item["name"].strip(), start=item.start("name"), end=item.end("name"))
    for match in _REGISTERED.finditer(text) if "公司" in text else ():
        group = "name" if match["name"] else "name2"
        start = _left_edge(text, tokens, match.end(group), match.start(group))
        if match.end(group) - start >= 6:
            yield Named(name=text[start : match.end(group)], start=start, end=match.end(group))
    for start, end in roads_built(text):
        yield Named(name=text[start:end], start=start, end=end)
    for match in _PRICED.finditer(text) if "投资" in text else ():
        name = match["name"].strip("“”")
        if (
            _HEAD.search(name)
            or _COUNT_BEFORE.match(name[:3])
            or re.match(r"\d|[两二三四五六七八九十]", name)
        ):
            continue
        if not is_generic(name) and not re.search(r"公司|企业|集团|的$", name):
            yield Named(name=name, start=match.start("name"), end=match.end("name"))
    yield from _subjects(text, tokens)


def _subjects(text: str, tokens: list[Token]) -> Iterator[Named]:
    """官路水库全面开工: what no head tells is named by what is told of it."""
    for match in _SUBJECT.finditer(text):
        name = match["name"]
        if (
            _HEAD.search(name)
            or _NO_SUBJECT.search(_PHASE.sub("", name))
            or is_generic(name)
            or _INDUSTRY.match(name)
        ):
            continue
        if (
            sum(token.start >= match.start("name") and token.end <= match.end("name") for token in tokens)
            >= 2
        ):
            yield Named(name=name, start=match.start("name"), end=match.end("name"))


def _listed(text: str, tokens: list[Token]) -> Iterator[Named]:
    """海源碳烯铝基复合材料等41个先进制造业项目: what stands before 等 is a project each."""
    for match in _LISTED.finditer(text):
        begin = max(text.rfind(mark, 0, match.start()) for mark in ",;。:") + 1
        at = begin
        for item in re.finditer(r"[^、]+", text[begin : match.start()]):
            start, end = begin + item.start(), begin + item.end()
            start = _left_edge(text, tokens, end, max(start, at))
            name = text[start:end]
            if _is_listed_name(name, match):
                yield Named(name=_with_head(name), start=start, end=end, kind=_class(match["class"]))


def _is_listed_name(name: str, match: re.Match[str]) -> bool:
    if (
        not 3 <= len(name) <= 26
        or name.count("(") != name.count(")")
        or is_generic(name)
        or _INDUSTRY.match(name)
    ):
        return False
    if re.search(r"公司$|集团$|领域$|产业$|大学$|城市$|\d+[个项]|项目$", name):
        return False
    return bool(match["count"]) or not re.search(r"领域|产业|行业|类|方面", match["class"])


def _class(said: str) -> str:
    kind = re.sub(r"(?:产业|领域|行业)$", "", said)
    return "" if is_generic(kind) and "业" not in kind else kind


def _with_head(name: str) -> str:
    return name if _HEAD.search(name) and _HEAD.search(name[-6:]) else f"{name}项目"


def _by_head(text: str, tokens: list[Token]) -> Iterator[Named]:
    heads = list(_HEAD.finditer(text))
    for index, head in enumerate(heads):
        if _goes_on(text, heads, index):
            continue
        end = head.end()
        if tail := _TAIL.match(text, end):
            end = tail.end()
        start = _left_edge(text, tokens, head.end(), 0)
        start = _without_place(text, start, head.start())
        if (sized := SIZED.search(text, 0, start)) is not None:
            start = sized.start()
        start = with_maker(text, start)
        if _is_name(text, start, end, head):
            owner = _owner(text, tokens, start)
            yield Named(name=text[start:end], start=start, end=end, owner=owner)


def _goes_on(text: str, heads: list[re.Match[str]], index: int) -> bool:
    """生态园 in 生态园项目 is part of the longer name, and so is 生产 in 基地生产项目."""
    if index + 1 >= len(heads):
        return False
    gap = text[heads[index].end() : heads[index + 1].start()]
    return not gap or (heads[index].group() not in ("项目",) and _BUILT_ON.fullmatch(gap) is not None)


_BUILT_ON = re.compile(  # 污水处理厂 of 污水处理厂扩建工程
    r"(?:建设|产业|生产|新建|改造|改扩建|扩建|改建|迁建|重建|提标|提质|升级|提升|技改|扩产|扩能|配套|一期|二期|三期|工程)+"
)


def _left_edge(text: str, tokens: list[Token], end: int, least: int) -> int:
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
        and not _HEAD.fullmatch(text, verb.end(), end)
    ):
        start = verb.end()
    return start


_GENERATION = re.compile(r"第?\d+(?:\.\d+)?代(?!表)")


def _in_generation(text: str, token: Token) -> bool:
    spans = (match.span() for match in _GENERATION.finditer(text))
    return any(start <= token.start and token.end <= end for start, end in spans)


_THROUGHOUT = re.compile(r"产业链|流域|生命周期|自动|智能|降解|固态|钢|铝|封闭|屋|电[池动]|钒|景|息|品类|彩")
_BUILT_IN = re.compile(r"[镇乡村]$|街道$")  # 在船湾镇建设X


def _stops(text: str, tokens: list[Token], index: int) -> bool:
    token = tokens[index]
    word, tag = token.word, token.tag
    previous = tokens[index - 1] if index else None
    if _GENERATION.fullmatch(word) and _in_generation(text, token):
        return False  # 第8.6代 is of the name
    if word in ("系统", "件") and previous is not None and previous.tag.startswith(("n", "vn", "eng")):
        return False
    if _EDGE.search(word):
        return True
    if word in _CONNECTIVES:
        return _joins_names(text, token)
    if word == "中":
        return not (previous is None or _EDGE.search(previous.word) or previous.word in _GOVERNING)
    if word == "全" and _THROUGHOUT.match(text, token.end):
        return False
    if word == "高速":  # 沈海高速改扩建
        return False
    if word in ("建设", "新建") and previous is not None and _BUILT_IN.search(previous.word):
        return not text.startswith(("项目", "工程"), token.end)
    if word == "启动" and text.startswith("区", token.end):
        return False
    if word in _GOVERNING or word == "的":
        return True
    if word in _INSIDE or _PHASE_OR_ORDINAL.fullmatch(word):
        return False
    if _DIGITS.fullmatch(word):
        return not (previous is not None and previous.word.endswith(("国道", "省道", "高速")))
    if tag in ("m", "mq", "q", "t") and not re.search(r"[A-Za-z]|件$", word):  # 零部件 counts nothing
        return tag != "q" or bool(previous is not None and previous.tag == "m")
    return len(word) <= 2 and tag in _FUNCTION_TAGS and not re.fullmatch(r"[A-Za-z]+", word)


def _joins_names(text: str, token: Token) -> bool:
    """Whether 及 joins two names; in 新能源动力及整车项目 it stands inside one."""
    left = re.split(r"[,;。:、“”的]", text[: token.start])[-1]
    if (not left and not text.startswith("、", token.start - 1)) or left.endswith("了"):
        return False  # 和邦生物双甘膦项目: nothing stands before it to be joined to
    return (
        len(left) < 2
        or len(left) > 12
        or bool(_HEAD.search(left[-5:]) or re.search(r"(?:公司|集团|市|区|县|亿元)$", left))
    )


_FULL_PLACE = re.compile(r"[一-鿿]{2,4}(?:市|(?<![库园片港社小城厂校街景林矿])区|县)(?=[一-鿿A-Za-z(])(?!域)")


def _without_place(text: str, start: int, head: int) -> int:
    """城阳区启明储能电芯项目 is called 启明储能电芯项目."""
    match = _FULL_PLACE.match(text, start, head)
    return (
        match.end()
        if match and head - match.end() >= 3 and not is_generic(text[match.end() : head])
        else start
    )


# 单个项目, 引荐项目, 拿地即开工项目: any that meet a condition. 中国工程 of 中国工程物理研究院 is no works.
_IS_A_CLASS = re.compile(
    r"^(?:本[季月年]度?|部分|个别|少数|多数|今年|无|没有|单个|单体|引荐|推荐|申报|申请|获批|入选|入库|评审|预审|符合|达标|示范|同一|上述|相应|受理|审批|备案|核准|续建|前期|"
    r"新?动工|新?投产|新?开工|新?竣工|[十百千]?亿元|以上|以下|[省市区境]外|内资|外资|"
    r"终止|解约|在谈|洽谈|拟签约|签约未开工|停工|停建|帮办|代办|履约|在库|意向|跟踪|对接|流失|外迁|增资|扩能|促成|转化|成果)+$|.即.{0,2}(?:开工|投产|建|供|验|办)$"
)
_OF_AN_INSTITUTE = re.compile(
    r"(?<=工程)(?:[一-鿿]{0,4}(?:研究院|研究所|学院|大学|科学院|实验室)|院|师|学|技术|机械|系列|款|量|建设公司|局|咨询|监理)"
)
_OF_A_FIRM = re.compile(  # 酒店 of 朴宿酒店管理有限公司
    r"(?:管理|投资|开发|运营|建设|服务|经营|科技|发展|实业|物流|控股|产业|集团|股份|文化|旅游|材料|工程|配送)*(?:有限|股份)?(?:责任)?公司"
)
_WITHIN_OR_HELD = ("内", "里", "附近", "周边", "举行", "举办", "召开", "开幕")  # 在深圳会展中心举行
_DONE_AFTER = re.compile(r"[^,;。]{0,6}(?:封顶|投产|竣工|开工|主体|揭牌|启用)")


def _is_name(text: str, start: int, end: int, head: re.Match[str]) -> bool:
    name, modifier = text[start:end], text[start : head.start()]
    if not 4 <= len(name) <= 36 or len(modifier.strip("()")) < 2:
        return False
    before, after = _NUMBERED.sub("", text[:start]), text[end:]
    owned = bool(re.search(r"[一-鿿A-Za-z](?:公司|集团)的$", before))  # HZD公司的全国总部基地
    parked = head.group().endswith("园") and bool(_DONE_AFTER.match(after))  # 循环经济产业园主体封顶
    if _IS_A_CLASS.search(modifier) or _OF_AN_INSTITUTE.match(text, end) or _OF_A_FIRM.match(text, end):
        return False
    if name.count("(") != name.count(")"):  # (落户左权镇)等项目
        return False
    ordinary = (is_generic(modifier) and not owned) or (bool(_INDUSTRY.match(modifier)) and not parked)
    if ordinary or (_NOT_NAMES.search(name) and not owned):
        return False
    if _COUNT_BEFORE.search(before) or re.search(r"\d[个家项名条]?$|一批$|多个$|[\d余][个项]$", before):
        return False
    if re.search(r"集[^,。]*一体的$", before) or after.startswith(_WITHIN_OR_HELD):
        return False
    if _SURE_HEAD.search(head.group()):
        return not _COUNT_AFTER.match(after)
    if re.match(r"(?:签约|引进|集聚|聚集|现有|拥有)", after):  # a park that does something is no project
        return False
    return bool(owned or _TOLD_BEFORE.search(before) or _TOLD_AFTER.match(after))


_NUMBERED = re.compile(r"^\s*\d{1,2}[.、)．]")
_OWNER = re.compile(r"(?:^|[,;。、:]|企业)(?P<owner>[一-鿿A-Za-z·()]{2,14})的$")


def _owner(text: str, tokens: list[Token], start: int) -> str:
    """鹏辉能源的储能电池项目: whose it is."""
    match = _OWNER.search(text[:start])
    if match is None:
        return ""
    owner = text[_left_edge(text, tokens, start - 1, match.start("owner")) : start - 1].removesuffix("旗下")
    is_attribute = re.search(
        r"[省市区县镇园位内里]$|梯队|建设中|在建|投资|龙头|领先|最大|首个|重点|[0-9]", owner
    )
    return owner if len(owner) >= 2 and not is_attribute and not is_generic(owner) else ""
