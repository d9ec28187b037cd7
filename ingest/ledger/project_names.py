"""Which projects does a sentence name? Spans of names; classes of projects (重点项目, 31个项目) are none.

A name ends in a head (项目, 基地, 产业园 …) and reaches left to a governing verb, a particle, a count or a
comma. Where the head names any building (中心, 平台), something must be told of it that is told of projects.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ingest.ledger.makers import with_maker
from ingest.ledger.name_edges import behind_place, left_edge
from ingest.ledger.name_forms import named_by_form
from ingest.ledger.name_heads import BUILT, HEAD, SURE, SURE_HEAD
from ingest.ledger.named import COUNT_BEFORE, INDUSTRY, Named
from language.naming import SIZED, SIZES, is_generic
from language.place_table import is_place
from language.words import Token, tagged

_TAIL = re.compile(
    r"(?:[一二三四五六七八九十]期|[(](?![一-鿿]{1,6}[区县市镇乡][)])(?:[一二三四五六七八九十首]期|[^()]{1,8}段|[一-鿿]{2,4})[)])"
)
_COUNT_AFTER = re.compile(
    r"(?:今年|全年|已)?(?:占了?|落[户地]|签约|开工|投产|实施|安排)?(?:共|有|达|超|新增|约)?\d[\d.]*余?(?:个|项|家)"
)
_TOLD_BEFORE = re.compile(
    r"(?:签约|签下|落户|落地|引进|招引|开工|竣工|投产|建成|建设|新建|打造|推进|推动|提速|加快|启用|启动|设立|成立|洽谈|"
    r"储备|在谈|投资|改造|图为|位于[^,。]{2,10}的|亿[美欧港日]?元的|万[美欧]?元的|深化|建设中的|在建的)[^,;。]{0,6}$"
)
_TOLD_AFTER = re.compile(
    r"^[^,;。]{0,12}?(?:签约|落户|开工|动工|奠基|封顶|竣工|完工|投产|投用|启用|运营|注册|落成|建成|通车|施工|建设如火如荼|"
    r"主体|开放|总投资|投资\d|获批|落在|正在建设|试产|揭牌|(?:投资|合作|项目|入园|框架)协议[^,;。]{0,6}签[署订约])|^[^。]{0,30}?总投资"
    r"|^是(?:我|全|[一-鿿]{1,12})[^,;。]{0,20}(?:项目|工程),"  # 甲基地是全县的核心项目，由乙公司投资9亿元
)
_NOT_NAMES = re.compile(
    r".*(?:[和与及着+]|以及)(?:项目|平台|基地|园区|工程|中心)$|(?:招商|引资|服务中心|指挥|策源|交流|联络站|会展|示范区|开发区|现代化产业|交通枢纽)$|(?:(?<!全)产业链|[^,;。]类|招商|招引)项目$|^大力|(?:国际|区域|全国|世界|全球)性?(?:航运|金融|贸易|消费|物流|商贸|会展|科技?创新?|海洋|文化|旅游|门户)+(?:枢纽|中心)$|^\(\d|以上的?[一-鿿]{0,4}项目$|^(?:企业|公司|产业|"
    r"招商|园区|城市|区域|全球|全国|国家|世界|国际)?(?:项目|中心|平台|基地|工程|总部|产业园|园区|产业链)+$"
)


@lru_cache(maxsize=512)  # the figures and the projects of a document are read one after the other
def project_names(text: str) -> tuple[Named, ...]:
    """The projects a folded sentence names, in order, never overlapping."""
    if not _MAY_NAME.search(text):
        return ()
    tokens = tagged(text)
    found: list[Named] = []
    headed = list(_by_head(text, tokens))
    headed = [one for one in headed if not any(_within(one, other) for other in headed)]
    for one in (*named_by_form(text, tokens), *headed):
        if not any(one.start < other.end and other.start < one.end for other in found):
            found.append(one)
    return tuple(sorted(found, key=lambda one: one.start))


def _within(one: Named, other: Named) -> bool:
    """数据中心 of 数据中心液冷设备制造项目."""
    return other.start <= one.start and one.end < other.end


# Each alternative begins with one character, so that the engine skips to those: a fifth of the time.
_MAY_NAME = re.compile(
    f"{SURE}|{BUILT}|总投资|期(?<=[一二三四五]期)(?:设备|厂房|主体|已|正在|目前|将|土建|完成|进入|扩建)|工地|施工现场|开工|竣工|完工|封顶|通车|投用|注册"
)


def _by_head(text: str, tokens: list[Token]) -> Iterator[Named]:
    heads = list(HEAD.finditer(text))
    for index, head in enumerate(heads):
        if _goes_on(text, heads, index) or _is_made_for(text, heads, index):
            continue
        end = head.end()
        if tail := _TAIL.match(text, end):
            end = tail.end()
        start = _behind_price(text, left_edge(text, tokens, head.end(), 0))
        start = _with_what_it_joins(text, tokens, start, head)
        start = _without_place(text, behind_place(text, start), head.start())
        if text.endswith(SIZES, 0, start) and (sized := SIZED.search(text, 0, start)):
            start = sized.start()
        start = _with_what_is_quoted(text, with_maker(text, start))
        if numbered := _NTH.match(text, start):  # (一)金鹤湖蓄水区二期工程
            start = numbered.end()
        if _is_name(text, start, end, head) and not _is_described(text, start):
            owner = _owner(text, tokens, start)
            yield Named(name=text[start:end], start=start, end=end, owner=owner)


def _goes_on(text: str, heads: list[re.Match[str]], index: int) -> bool:
    """生态园 in 生态园项目 is part of the longer name, and so is 生产 in 基地生产项目."""
    if index + 1 >= len(heads):
        return False
    gap = text[heads[index].end() : heads[index + 1].start()]
    return not gap or (heads[index].group() not in ("项目",) and _BUILT_ON.fullmatch(gap) is not None)


def _is_made_for(text: str, heads: list[re.Match[str]], index: int) -> bool:
    """芯谷 in 江南芯谷封装测试项目: words of a trade lead on to the head that the name ends in."""
    if index + 1 >= len(heads) or heads[index + 1].group() not in ("项目", "工程", "中心"):
        return False
    trade = text[heads[index].end() : heads[index + 1].start()]
    named = heads[index].group().endswith("谷") and _A_TRADE.fullmatch(trade)
    return bool(named) and not is_generic(trade)


_A_TRADE = re.compile(r"(?!.*(?:签约|落户|引进|落地|开工|建设|推进|的|和|等|[个家]))[一-鿿]{2,8}")
_BUILT_ON = re.compile(  # 污水处理厂 of 污水处理厂扩建工程
    r"(?:建设|产业|生产|新建|改造|改扩建|扩建|改建|迁建|重建|提标|提质|升级|提升|技改|扩产|扩能|配套|一期|二期|三期|工程)+"
)
_AT_A_PRICE = re.compile(
    r"投资(?:额|约|达|超|近|逾|过|为)*(?:\d[\d.,]*[万亿]*|[数十百千]+亿)(?:美|欧|港|日)?元的(?P<name>(?:(?!项目|投资|建设|落户|签约|引进|位于)[^,;。、:的在由等])+)$"
)


def _behind_price(text: str, start: int) -> int:
    """总投资8亿元的岩板和橱柜生产线项目: all behind the price is the name, words that end one included."""
    priced = _AT_A_PRICE.search(text, 0, start) if "元的" in text else None
    whole = priced is not None and not COUNT_BEFORE.match(priced["name"])
    return priced.start("name") if priced and whole else start


# “药谷一号”项目, “豫南之星”文旅综合体项目; of “三个一批”项目 a campaign is quoted
_COINED = re.compile(
    r"“(?![一二三四五六七八九十百千万双两多\d])[^“”,;。、]{1,12}(?:号|谷|城|园区?|镇|港|湾|岛|里|星|坊|洲|堡|天地|中心)”$"
)


def _with_what_is_quoted(text: str, start: int) -> int:
    coined = _COINED.search(text, 0, start) if text.endswith("”", 0, start) else None
    return coined.start() if coined else start


_ENDS_IN_WHAT_IS_BUILT = re.compile(f"(?:{BUILT})$")


def _with_what_it_joins(text: str, tokens: list[Token], start: int, head: re.Match[str]) -> int:
    """智能制造中心及研发中心项目: what only tells its class is the second half of a name."""
    joined = text[start - 1 : start] in ("及", "和", "与") and start > 1
    if not joined or not _ENDS_IN_WHAT_IS_BUILT.search(text, 0, start - 1):
        return start
    return left_edge(text, tokens, start - 1, 0) if is_generic(text[start : head.start()]) else start


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
    r"^(?:已?(?:供地|注册|拿地|入统|纳统|入规|上规|环评|立项|审批)|所涉|所有|这批|招引|引进|基金|百大|提高|[台港韩日美侨]资|[一-鿿]{2}型|全部|前述|本[季月年]度?|部分|个别|少数|多数|今年|无|没有|单个|单体|引荐|推荐|申报|申请|获批|入选|入库|评审|预审|符合|达标|示范|同一|上述|相应|受理|审批|备案|核准|续建|前期|"
    r"新?动工|新?投产|新?开工|新?竣工|[十百千]?亿元|以上|以下|[省市区境]外|内资|外资|资金|"
    r"[红黄绿蓝橙]灯|滞后|超期|终止|解约|移出|退出|清退|在谈|洽谈|拟签约|签约未开工|停工|停建|帮办|代办|履约|在库|意向|跟踪|对接|流失|外迁|增资|扩能|促成|转化|成果)+$|(?:重点|重大|标志性|优质)(?:招商|产业|工业|建设|签约)?$|(?:园区?|城)大$|^(?:拓宽|跨区域|不含跨区域)$|.即.{0,2}(?:开工|投产|建|供|验|办)$"
    r"|一流|知名企业|^无论是?|^不管是?|(?:比拼|(?<![置更替交兑变])换|[抢晒])$"
)
_OF_AN_INSTITUTE = re.compile(
    r"(?<=工程)(?:[一-鿿]{0,4}(?:研究院|研究所|学院|大学|科学院|实验室)|院|师|学|技术|机械|装备|设备|系列|款|量|建设公司|局|咨询|监理)"
)
_OF_A_FIRM = re.compile(  # 酒店 of 朴宿酒店管理有限公司
    r"(?:管理|投资|开发|运营|建设|服务|经营|科技|发展|实业|物流|控股|产业|集团|股份|文化|旅游|材料|工程|配送)*(?:有限|股份)?(?:责任)?公司"
)
_NO_NAME_AFTER = (  # 在深圳会展中心举行, 新批外商投资项目数量
    "于一体", "内", "里", "附近", "周边", "举行", "举办", "召开", "开幕", "数量", "个数", "总数",
)  # fmt: skip
_HOW_MANY = re.compile(r"数(?![字据码控学智])")  # 新签项目数同比翻番
_LONGEST, _LONGEST_WITH_FIRM = 36, 56
_BRACKETS = re.compile(r"[()]")  # 研发(设计)中心
_DONE_AFTER = re.compile(r"[^,;。]{0,6}(?:封顶|投产|竣工|开工|主体|揭牌|启用)")


def _is_a_city_s(modifier: str) -> bool:
    """沈阳项目, 成都工业项目, 宁波文旅项目 are all that a city has of a kind."""
    city, kind = modifier[:2], modifier[2:]
    return is_place(modifier) or (is_place(city) and bool(is_generic(kind) or INDUSTRY.match(kind)))


def _is_name(text: str, start: int, end: int, head: re.Match[str]) -> bool:
    name, modifier = text[start:end], text[start : head.start()]
    if (
        not 4 <= len(name) <= (_LONGEST_WITH_FIRM if "公司" in name else _LONGEST)
        or len(modifier.strip("()")) < 2
    ):
        return False
    before, after = _NUMBERED.sub("", text[:start]), text[end:]
    owned = bool(_OF_ITS_FIRM.search(before))  # HZD公司的全国总部基地
    parked = head.group().endswith("园") and bool(_DONE_AFTER.match(after))  # 循环经济产业园主体封顶
    if _IS_A_CLASS.search(modifier) or _OF_AN_INSTITUTE.match(text, end) or _OF_A_FIRM.match(text, end):
        return False
    if modifier.endswith(("公司", "集团")) and after.startswith(_POSTS):
        return False  # who works at a firm's site
    if name.count("(") != name.count(")") or name.startswith(("(市", "(区", "(县")):  # (落户左权镇)等项目
        return False
    if head.group() == "项目" and _is_a_city_s(modifier):
        return False
    one = parked or (not is_generic(modifier) and "元的" in before[-3:] and bool(_PRICED_BY.search(before)))
    ordinary = (is_generic(_BRACKETS.sub("", modifier)) and not owned) or (
        bool(INDUSTRY.match(modifier.lstrip("和与及"))) and not one
    )
    if ordinary or (_NOT_NAMES.search(name) and not owned):
        return False
    if name.endswith("合作项目") and after.startswith("签约"):
        return False  # 央企省企合作项目签约仪式 tells of many
    if COUNT_BEFORE.search(before) or _NUMBER_BEFORE.search(before):
        return False
    if _ALL_IN_ONE.search(before) or after.startswith(_NO_NAME_AFTER) or _HOW_MANY.match(after):
        return False
    if SURE_HEAD.search(head.group()):
        return not _COUNT_AFTER.match(after)
    if _COUNTED_AFTER.match(after):  # 光学膜生产线6条 are what a project builds
        return False
    if _DOES_AS_A_PARK.match(after):  # a park that does something is no project
        return False
    return bool(owned or _TOLD_BEFORE.search(before) or _TOLD_AFTER.match(after))


_POSTS = ("副经理", "经理", "总监", "总经理", "负责人", "主管", "总工")
# 甲公司投资8亿元的艾草经济项目: what one firm pays for is one project, though an industry names it
_PRICED_BY = re.compile(
    r"(?:公司|集团)(?:计划|拟|将|已)?(?:总?投资|出资)(?:约|超|近|达)?\d[\d.]*[万亿]*[美欧港]?元的$"
)
_DESCRIBES = re.compile(
    r"(?:[既也还又更]有|不乏)(?![^,;。、]*(?:公司|集团|元|投资)的)[^,;。、]{4,20}(?<![中上里内])的$"
)


def _is_described(text: str, start: int) -> bool:
    """既有壮大装备集群的延伸项目，也有立足农业的加工项目: kinds of projects, told by what they do."""
    return text.endswith("的", 0, start) and _DESCRIBES.search(text, 0, start) is not None


_OF_ITS_FIRM = re.compile(r"[一-鿿A-Za-z](?:公司|集团)的$")
_NUMBER_BEFORE = re.compile(
    r"\d余?[个家项](?:均|都|全部|分别)?[为是]$|\d[个家项名条]?$|一批$|多个$|[\d余][个项]$"
)
_ALL_IN_ONE = re.compile(r"集[^,。]*一体的$")
_DOES_AS_A_PARK = re.compile(r"(?:共|已|累计|新)*(?:签约(?!落[户地]|入驻|[,;。]|$)|引进|集聚|聚集|现有|拥有)")
_NTH = re.compile(r"[(（][一二三四五六七八九十\d]{1,3}[)）]")
_COUNTED_AFTER = re.compile(r"(?:共|约)?[\d两三四五六七八九十]+余?(?:[条栋座间处台套]|万?平方米)")
_NUMBERED = re.compile(r"^\s*\d{1,2}[.、)．]")
_OWNER = re.compile(r"(?:^|[,;。、:]|企业)(?P<owner>[一-鿿A-Za-z·()]{2,14})的$")


def _owner(text: str, tokens: list[Token], start: int) -> str:
    """鹏辉能源的储能电池项目: whose it is."""
    match = _OWNER.search(text[:start])
    if match is None:
        return ""
    owner = text[left_edge(text, tokens, start - 1, match.start("owner")) : start - 1].removesuffix("旗下")
    is_attribute = re.search(
        r"[省市区县镇园位内里]$|(?:建设|新建|打造|布局|实施|引进|招引|引来|新签|签下)$|^.{0,2}[与同和]|洽谈|签约|合作|梯队|建设中|在建|投资|龙头|核心|主导|领先|最[大小高多]|首个|重点|[0-9]",
        owner,
    )
    return owner if len(owner) >= 2 and not is_attribute and not is_generic(owner) else ""
