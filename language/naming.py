"""Which projects, parks and organisations does a sentence name?

A name ends in a head (项目, 基地, 产业园, 公司 …) and reaches left over the words that belong to it;
governing verbs (签约, 引进, 建设 …), particles and counts end it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from language.pattern import pattern
from language.place_table import is_place
from language.value import value
from language.words import Token, tagged

Kind = Literal["project", "organisation"]

_PROJECT_HEADS = (
    "项目", "基地", "产业园", "生态园", "科技园", "工业园", "创新园", "创业园", "产业城", "航空城",
    "科技城", "总部", "工程", "工厂", "生产线",
    "综合体", "中心", "大厦", "酒店", "平台", "商务区", "乐园", "停车场", "安置区", "水库", "产业园区",
    "示范园", "加工园", "制造园", "装备园", "医药园", "综合整治", "改扩建", "数据港", "数智港",
    "智谷", "芯谷", "升级改造", "母基金", "投资基金", "旧村改造", "旧城改造", "老旧小区改造", "创新平台",
    "研究院", "实验室", "园", "示范区", "电站", "码头", "水厂", "医院", "学校", "风电场",
)  # fmt: skip
_ORG_HEADS = (
    "有限公司", "公司", "集团", "银行", "大学", "学院", "协会", "商会", "基金", "股份", "科技", "能源",
    "事务所", "联盟", "论坛", "峰会", "大会", "博览会", "推介会", "洽谈会",
)  # fmt: skip
_NO_PARK = ("入园", "进园", "出园")  # 产业园区入园企业213户
_NO_ORGANISATION = ("新能源", "高科技")
_HEADS = pattern("|".join((*_PROJECT_HEADS, *_ORG_HEADS)))
_LAST_CHARS = frozenset(head[-1] for head in (*_PROJECT_HEADS, *_ORG_HEADS))
# Words that govern a name and are no part of it: 签约 of 签约包装机械项目14个.
GOVERNING = frozenset(
    "新签约 集中签约 云签约 签约 引进 招引 落户 落地 推动 推进 加快 打造 建设 投资建设 "
    "成立 设立 开工 竣工 投产 包括 包含 位于 依托 围绕 聚焦 洽谈 储备 在谈 新建 完成 "
    "实现 形成 深化 "
    "系统 全力 提速 协助 支持 促成 促进 带动 助力 服务 保障 举办 举行 召开 参加 拜访 走访 "
    "对接 邀请 吸引 培育 发展 集聚 聚集 拥有 建成 启动 启用 导入 引入 承接 "
    "安排 动工 集中动工 集中开工 开复工 复工 "
    "签署 签订 达成 布局 成为 是 有 为 作为 以及 涵盖 覆盖 投资 拟 计划 预计 力争 确保 "
    "坚持 充分 发挥 利用 通过 开展 实施 抓 抓好 做好 做强 做优 做大 用好 建好 "
    "参与 提升 加大 加强 强化 瞄准 紧盯 锚定 立足 奋力 统筹 组织 赴 到 在 全 每 该 此 本 "
    "其 各 其中 等 已有 现有 目前 今年 去年 同时 此外 尤其 特别 例如 比如 如 像 随着 "
    "根据 按照 关于 对于 面向 由 让 使 把 被 将 与 和 及 或 并 也 还 又 都 就 正在 正 已 "
    "已经 先后 陆续 不断 积极 成功 正式 高质量 高标准 高水平 扎实 持续 加速 近日 日前 "
    "中 上 下 里 内 会上 当天 现场 首批 一批 多个 若干 获得 取得 出台 制定 印发 编制 "
    "走进 来到 前往 探访 记者 "
    "执行 扣除 剔除 不含 完善 健全 优化 改造 扩建 续建 储备在谈 谋划 策划 包装 争取 推荐 考察 调研 见证 "
    "全面 加力 全市 全区 全县 全省 我市 我区 该市 该区 共 共有 总 累计 新增 梳理 收集 摸排".split()
)
_INNER_VERBS = frozenset(
    "建设 改造 扩建 服务 发展 投资 优化 提升 引进".split()
)  # verbs that may stand inside a name: 旧村改造项目
_DIVISIONS = ("省", "市", "区", "县", "州")
_STOP_TAGS = ("p", "c", "d", "u", "r", "y", "e", "o", "t", "f", "zg")
_GENERIC = pattern(
    r"^(?:最大|土建|领域|春季|夏季|秋季|冬季|年[初中末终]|岁末|最多|最高|单体|首个|首批|唯一|体量|同类|重点|重大|产业|先进|制造业?|优质|新|大|好|高|亿元以上|过亿元|亿元|百亿级?|"
    r"千亿级?|省市|省级?|市级?|区级?|国家级?|工业|外资|内资|农业|服务业|现代|科技|高科技|"
    r"高新技术|"
    r"质量|标志性|牵引性|引领性|代表性|核心|关键|旗舰|龙头|签约|在建|开工|储备|落地|相关|配套|整体|具体|招商|招商引资|"
    r"合作|投资|建设|主体|战略性?|基础设施|城市更新|民生|绿色|数字|智能|专业|"
    r"新兴|特色|优势|主导|头部|国有|民营|上市|拟上市|骨干|链主|央企|国企|企业|机构|单位|"
    r"园区|示范|创新|研发|设计|生产|综合|大型|小型|中型|各类|类|级|型|前期|后期|一期|二期|三期|"
    r"个|家|批|等|的|性|化|型|业|区|市|县|全|总|社会|经济|高端|平台|中心|基地|工程|总部|"
    r"资金|[省市县]外|[一二三四五六七八九十]大|要素|资源|品质|引领|赋能|化解|防范|风险|铸魂|党建|深化|改革|空间|拓展|开源|节流|并举|优化|建好|提升|效益|链群链|产业链|群链|"
    r"能级|开放|经贸|支撑|活动|头号|十大|国际|商业|智造|智慧|大型|央地|省企|市企|门户|枢纽|城乡|民生|惠民|实事|补短板|攻坚|"
    r"推介|洽谈|路演|赛事|载体|生态|服务业|消费|外贸|外商|外企|台资|港资|侨资|强链|补链|延链|建链|引擎|增长点|增长|支柱|转型|升级|"
    r"京津冀|长三角|珠三角|大湾区|开复工|项目|孵化|人才|研究|管理|指挥|运营|运维|交流|耦合|策源|展示|体验|发展)*$"
)
_NUMBER = pattern(r"[(（][一二三四五六七八九十]+[)）]")
SIZES = ("吨", "瓦", "级", "\n")  # how what follows may end: quick to tell
SIZED = pattern(r"(?<!年产)(?<!\d)[一二三四五六七八九十百千]+万?(?:吨|千瓦)级?$")  # 百万吨乙烯项目
_COUNTED = pattern(r"(?:\d|[两三四五六七八九十百千])余?(?:个|家|项|条|宗|座|处|所)$")
_COUNTS = pattern(r"[\d两三四五六七八九十百千余][个家条项宗座处所间栋]")
_COUNTED_BEHIND = pattern(r"(?:今年|全年|已)?(?:共|达到?|有|实施|安排)?\d+余?[个项家宗]")
_ORDINAL = pattern(r"第[一二三四五]")
_PLACE_PREFIX = pattern(r"^[一-鿿]{2,5}(?:市|区|县|省|州)")
_CITY_PREFIX = pattern(r"^[一-鿿]{2,4}?[市州省](?=(?P<within>[一-鿿]{1,4}[区县市旗]))")
_SHORT_OR_ZONE = pattern(r".{1,4}|.*(?:[务发新范园片能假城社街库矿景税资心验地]区|[省市县州])")
_CAMPAIGN = pattern(r"“[一二三四五六七八九十百千万双两多\d][^“”]{1,8}”$")
_TAIL_BRACKET = pattern(
    r"^(?:[一二三四五六七八九十]期(?!\d)|[(（](?![一-鿿]{1,5}[区县市镇乡][)）])(?:[一二三四五六七八九十]期|[^()（）]{1,8}段|[A-Za-z\-]{1,12}|[一-鿿]{2,4})[)）])"
)


@value
class Name:
    """A name at `text[start:end]` of the sentence read."""

    text: str
    kind: Kind
    start: int
    end: int


def find_names(text: str, *, tokens: list[Token] | None = None) -> list[Name]:
    """Names in order, never overlapping; generic ones (重点项目, 31个项目) are left out."""
    if not _HEADS.search(text):  # most sentences name nothing, and tagging is what takes the time
        return []
    words = tagged(text) if tokens is None else tokens
    found: list[Name] = []
    for index, token in enumerate(words):
        head = _head_kind(words, index) if token.word[-1] in _LAST_CHARS else None
        if head is None or not _is_last_head(words, index):
            continue
        name = _named(text, words, index, head)
        if name is not None and not (found and name.start < found[-1].end):
            found.append(name)
    return found


def is_generic(modifier: str) -> bool:
    """Whether the words before a head tell only its class: 重点 of 重点项目, 先进制造业 of 先进制造业项目."""
    if (city := _CITY_PREFIX.match(modifier)) and is_place(city.group()) and is_place(city["within"]):
        modifier = modifier[city.end() :]  # 杭州市滨江区重大招商项目
    opening = _PLACE_PREFIX.match(modifier)
    if opening and not (_SHORT_OR_ZONE.fullmatch(opening.group()) or is_place(opening.group())):
        return bool(_GENERIC.match(modifier))  # 金鹤湖蓄水区 of 金鹤湖蓄水区二期工程 is part of the name
    return bool(_GENERIC.match(modifier[opening.end() :] if opening else modifier))


_PHASE_AT_END = pattern(r"[(（]?[一二三四五六][期标][)）]?$")
_LONG_TITLE = 8  # characters
_DIGIT = pattern(r"\d")


def is_project_title(text: str) -> bool:
    """Whether a heading or the head of an item is the name of a project: 景旺电子高多层PCB扩产项目, and not
    推进重点项目."""
    text = _PHASE_AT_END.sub("", text)
    if not text.endswith((*_PROJECT_HEADS, "小镇")) or is_generic(text):
        return False
    first, *rest = tagged(text)
    if first.word in GOVERNING or first.word in _INNER_VERBS or not rest:
        return False
    coined = len(text) >= _LONG_TITLE and rest[0].tag.startswith("n")
    if first.tag.startswith("v"):  # 前进牧业乳制品加工项目, and not 盯紧重点项目
        return coined and not is_generic(text[len(first.word) :])
    return not first.tag.startswith(("d", "p", "m")) or (
        coined and len(first.word) > 1 and not _DIGIT.search(text)
    )


def _head_kind(words: list[Token], index: int) -> Kind | None:
    word = words[index].word
    if word in _NO_PARK:
        return None
    if word.endswith(_PROJECT_HEADS) or (word == "园" and index and words[index - 1].tag in ("n", "vn", "v")):
        return "project"
    if word.endswith(_ORG_HEADS) and (
        (len(word) > 2 and word not in _NO_ORGANISATION)
        or word in ("公司", "集团", "银行", "大学", "论坛", "峰会", "大会", "基金")
    ):
        return "organisation"
    return None


def _is_last_head(words: list[Token], index: int) -> bool:
    """生态园 in 生态园项目 is part of the longer name."""
    if index + 1 >= len(words):
        return True
    following = words[index + 1]
    if following.word.endswith((*_PROJECT_HEADS, "公司", "集团")) and following.word not in ("平台",):
        return False
    return not (following.word in ("产业", "生产", "建设", "创新", "智能") and index + 2 < len(words)
                and words[index + 2].word.endswith(_PROJECT_HEADS))  # fmt: skip


def _named(text: str, words: list[Token], index: int, kind: Kind) -> Name | None:
    first = _leftmost(words, index)
    start, end = words[first].start, words[index].end
    if text.endswith(SIZES, 0, start) and (sized := SIZED.search(text, 0, start)):
        start = sized.start()
    if numbered := _NUMBER.match(text, start):  # (二)慕思家居项目 is the second of a list
        start = min(numbered.end(), words[index].start)
    if tail := _TAIL_BRACKET.match(text[end:]):
        end += tail.end()
    name = text[start:end].strip("“”\"'、· ")
    start = text.index(name, start) if name else start
    head = words[index].word
    modifier = text[start : words[index].start] + head[: -len(_matched_head(head))]
    if len(name) < 4 or len(name) > 34 or is_generic(modifier) or _COUNTED.search(text[:start]):
        return None
    if modifier.endswith("”") and _CAMPAIGN.search(modifier):
        return None  # “三个一批”项目
    if name.endswith("项目") and _COUNTED_BEHIND.match(text, end):
        return None  # 永安市“云签约”项目14个, 青田县回归项目36个
    if start and _COUNTS.match(text, start - 1):
        return None  # 29条生产线 counts lines, it names none
    return Name(text=name, kind=kind, start=start, end=start + len(name))


@lru_cache(maxsize=512)  # 项目 and 公司 most of the time
def _matched_head(word: str) -> str:
    return max((head for head in (*_PROJECT_HEADS, *_ORG_HEADS) if word.endswith(head)), key=len)


def _leftmost(words: list[Token], index: int) -> int:
    """The index of the first token of the name that ends at `index`."""
    first = index
    at = index - 1
    depth = 0
    while at >= 0:
        token = words[at]
        if token.word in (")", "）", "”"):
            depth += 1
        elif token.word in ("(", "（", "“"):
            if depth == 0:
                break
            depth -= 1
        elif depth == 0 and _ends_name(words, at):
            break
        if depth == 0:
            first = at
        at -= 1
    return first


def _is_generation(words: list[Token], at: int) -> bool:
    """8.6 and 代 of 第8.6代面板 tell of what kind a thing is; they count nothing."""
    word = words[at].word
    if word == "代":
        return at > 0 and bool(_DECIMAL.fullmatch(words[at - 1].word))
    if word == "第":
        return at + 1 < len(words) and _is_generation(words, at + 1)
    follows = at + 1 < len(words) and words[at + 1].word == "代"
    return (follows or word.endswith("代")) and bool(_DECIMAL.fullmatch(word))


def _opens_here(words: list[Token], at: int) -> bool:
    """Whether a word opens its phrase: at the head of a sentence, behind 的 or a mark."""
    return at == 0 or words[at - 1].word == "的" or words[at - 1].tag == "x"


_NUMERAL_NAME = pattern(r"[一二三五六七八九][一-鿿](?<![批家个些次起项条座名位])")
_DECIMAL = pattern(r"\d+(?:\.\d+)?代?")


def _ends_name(words: list[Token], at: int) -> bool:
    token = words[at]
    word, tag = token.word, token.tag
    if _is_generation(words, at) or (word == "中" and _opens_here(words, at)):
        return False  # 总投资52亿元的中新光伏项目: nothing stands before 中 that a thing could be in
    if word == "-" and at == 0:  # the mark of a list's item
        return True
    if tag == "x" or not word.strip():
        return word not in ("·", "-", "/", "+")
    if tag == "eng" or word.isascii():
        return word.replace(".", "").isdigit() and not (at + 1 < len(words) and words[at + 1].tag == "eng")
    if word in ("系统", "件") and at > 0 and words[at - 1].tag.startswith(("n", "vn", "eng")):
        return False  # 储能系统 and 显示器件 are things
    if word.endswith("以来"):  # 金寨县今年以来新开工项目40个
        return True
    if word in GOVERNING:
        if at > 0 and word == "引进" and words[at - 1].word.endswith(_DIVISIONS):
            return True  # 慈溪市引进项目18个 tells what the city did; 人才引进中心 is a name
        inner = word in _INNER_VERBS and at > 0 and words[at - 1].tag.startswith("n")
        return not inner or words[at - 1].tag == "ns"  # 在宜城市建设绿色循环产业园
    if _ORDINAL.fullmatch(word):  # 第二工厂
        return False
    if tag == "m" and at > 0 and words[at - 1].tag == "ns" and _NUMERAL_NAME.fullmatch(word):
        return False  # 广东一方冷链装备有限公司
    if tag in ("m", "q", "mq"):
        return not word.endswith("件")  # 零部件 counts nothing
    return tag.startswith(_STOP_TAGS) and tag not in ("t",)
