"""Who puts up the money for a project? Said beside its name, told by the name itself, or in a sentence near.

A place or a government is nobody's investor; where the text leaves doubt the answer is "".
"""

from __future__ import annotations

import re

from ingest.ledger.named import Named
from ingest.ledger.narration import Line
from ingest.ledger.organisations import Organisations
from language.company import VEHICLES, is_company_name, known_company, opening_company, without_place
from language.divisions import WHOLE
from language.words import is_known, tagged

_CO = r"(?P<co>[一-鿿A-Za-z0-9·&()]{2,24}?)"
_WAYS = r"(?:共同|联合|全额|独资|负责|主导|参与|与[^,;。]{2,16}?(?:共同|合作|合资))?"
_AFTER = re.compile(  # …项目落户甲县，B公司计划投资8亿元的Y项目: the firm behind the comma is the next one's
    rf"由{_CO}{_WAYS}(?:总?投资(?!(?:控股|集团|管理|发展|建设)*(?:有限|股份|公司|集团|企业))|出资|承建|建设|打造|牵头|投建|运营|实施|开发|接手|接盘)"
    r"|(?:投资方|投资主体|投资商|建设单位|业主(?:单位)?)(?:为|是|系|:|(?=[一-鿿]{2,20}(?:公司|集团)))"
    rf"{_CO.replace('co', 'named')}(?=[,;。、]|$)"
    rf"|(?:^|[,;:])(?!投资|建设|业主|由){_CO.replace('co', 'firm')}(?:(?<=公司)|(?<=集团)),?"
    r"(?:独资|全额|负责|全资|计划|拟)?"
    r"(?:总?投资|出资)(?!\d[\d.]*[万亿]元的)(?:建设|兴建|新建|打造|约|\d)?(?=[\d,;。]|$)"
    rf"|(?:隶属于?|(?<![体关联派])系|是){_CO.replace('co', 'owner')}"
    r"(?:旗下|的?全资子公司|控股的?(?:子公司|企业|项目))"
)
_MONEY = r"(?:约|超|近|逾|达|总额)*[\d.,]+(?:多|余)?[万亿]*(?:美|欧|港|日|韩)?元(?:人民币)?"
_PAST = r"(?:计划|拟|将|已|又|再次|再度|追加|正式|首期|一次性|共|预计)*"
_AT = r"(?:在[^,;。]{2,16}?)?"
_BUILDS = r"(?:投资(?:建设|兴建|新建|打造)|建设|新建|打造|布局|设立|落子|兴建|投建|实施|建立|成立)(?:的|了)?"
# What is said of a company before the project's name; each reaches up to the name itself.
_BEFORE = (
    re.compile(
        rf"{_CO}{_PAST}{_AT}(?:总?投资|斥资|出资|豪掷){_MONEY},?{_PAST}{_AT}(?:的|{_BUILDS})[^,;。]{{0,16}}$"
    ),
    re.compile(rf"{_CO}{_PAST}在[^,;。]{{2,16}}?{_PAST}{_BUILDS}[^,;。]{{0,16}}$"),
    re.compile(rf"{_CO}{_PAST}(?:投资|斥资|出资)(?:建设|兴建|新建|打造)?的?[^,;。、]{{0,10}}$"),
    re.compile(rf"{_CO}(?:年产|年加工|日产)[^,;。]{{1,8}}$"),
    re.compile(rf"{_CO}(?:旗下|控股|全资)的?[^,;。、]{{0,6}}$"),
    re.compile(rf"以{_CO}为(?:龙头|主体|投资方|牵引|引领)的?[^,;。、]{{0,6}}$"),
)
_INVESTS = re.compile(rf"{_CO}(?:投资|出资)(?:建设|兴建|新建|打造)?的$")
_BY = re.compile(  # 由A公司投资建设的X
    rf"由{_CO}{_WAYS}(?:投资|出资|斥资|承建|建设|打造|投建|兴建)(?:{_MONEY})?(?:建设|兴建|新建|打造|开发|运营|实施)?的[^,;。、]{{0,8}}$"
)
_WITH = re.compile(
    rf"(?:^|[,;。:]|[一-鿿])(?:与|同|和|携手|牵手){_CO}(?:股份有限公司)?(?:正式|成功|举行|就|在|的|项目|,)*"
    r"(?:签约|签署|签订|签下|达成|合作|深化|互联|共商|共建|联合|联手|战略合作|洽谈)[^;。]{0,60}$"
)
_SIGNS = re.compile(
    rf"{_CO}与[^,;。]{{2,16}}?(?:正式|成功|举行|在[^,;。]{{2,10}})*(?:签约|签署|签订|签下|达成)[^;。]{{0,40}}$"
)
_BROUGHT = re.compile(
    rf"(?:引进|引入|招引|迎来|吸引|促成|推动|牵手|携手)(?:了|到)?{_CO}(?:投资|的|建设|旗下|来[^,;。]{{1,6}})[^,;。、]{{0,14}}$"
)
_PERSON = re.compile(  # 在外乡贤某某投资3亿元建设的X: no firm that the name of X opens with
    rf"(?:乡贤|企业家|侨胞|侨商|老板|创业者)(?P<who>[一-鿿]{{2,3}}?){_PAST}(?:投资|出资)[^,;。]{{0,16}}$"
)
_BUILT = re.compile(rf"{_BUILDS}$")
_PRAISED = re.compile(
    r"(?:第一梯队|龙头|领军|头部|链主|知名|500强|独角兽|上市)(?:企业|公司|集团|药企|车企)?的?$"
)
_LISTED_CHIEFS = re.compile(r"^(?:项目)?[^;。]{0,30}?等[^,;。]{0,18}(?:头部|龙头|领军|知名|500强|链主)企业")
_ATTRIBUTE = re.compile(
    r"^.*(?:的|企业|500强|龙头|巨头|领军者|独角兽|行业|位于|来自|总部设在|其中|同时|目前|近日|日前|今年|去年|[年月日]|与|由|和|向|分别[是为]|"
    r"(?:引进|引入|招引|吸引)[了到]?|获悉|随着|成功|签约|仪式上|会上|以及|推动|促成|支持|[,、])(?=.{2})"
)
_NOBODY = re.compile(
    r"^[和及与]总|^(?:包括|涵盖|包含|追加|增加|新增|首期|固定资产|设备|实际|完成|累计|涉及|(?:已|现|还|另)?有|含|拥有|达到|成为)|"
    rf"政府|管委会|管理委员会|委员会|专班|指挥部|办事处|街道|[局厅委镇乡村省市区县旗盟州]$|^(?:我|本|该|全|各|其|双|多|某|两)|{WHOLE}|"
    r"项目|产业|双方|央地|社会资本|民间|财政|资金|专项债|有关|相关|部门|客商|企业家|投资$|^(?:计划|预计|总|新(?=[签增引建落开项能材型一设招入注培成投扩])|共)|公司$(?<=^该公司)|"
    r"园区$|开发区$|新区$|片区$|示范区$|高新区$|(?:引进|引入|招引|吸引|迎来|促成)[了到]?$|(?:签约|签下|签订|落户|开工|新上|了)$|会议|活动|论坛|\d{3,}|^\d|^[一二三四五六七八九十]+[个家项条户亩期批大名多余些位座]|[个家项条户亩元期]$|建设|打造|推进"
)
_OWNING = re.compile(r"(?:旗下|投资|控股)$")
_SHORTEST, _LONGEST = 2, 20


def investor_of(line: Line, named: Named, *, since: int, until: int, known: Organisations) -> str:
    """The investor of a named project as far as its own sentence tells it, "" where it does not.

    `since` and `until` bound the part of the sentence that is about this project and no other.
    """
    after = line.text[named.end : until]
    before = line.text[since : named.start]
    whole = line.text[: named.start]
    partner = _partner(whole, line, known)
    built = _BY.search(before)
    if built and (company := _company(built["co"], line)):
        return company
    if person := _PERSON.search(before):
        return person["who"]
    if (payer := _payer(before, line)).endswith(("公司", "集团")):
        return payer  # 甲集团投资7亿元的艾草生物经济项目: no firm is called 艾草生物
    said = _after(after, line) or _owner(named, line, known) or _whose(before, line)
    said = said or (partner if _BUILT.search(whole) else "")
    return said or _opening(named, before, after, line, known) or _before(before, line, known) or partner


def _payer(before: str, line: Line) -> str:
    """Who is said right before the name to pay an amount for it, or to invest in it."""
    paid = _BEFORE[0].search(before) if "元" in before else _INVESTS.search(before)
    return _company(paid["co"], line) if paid else ""


def _after(after: str, line: Line) -> str:
    match = _AFTER.search(after)
    if match is None:
        return ""
    return _company(match["co"] or match["named"] or match["owner"] or match["firm"] or "", line)


def _owner(named: Named, line: Line, known: Organisations) -> str:
    """鹏辉能源的储能电池项目: whose it is."""
    owner = _company(named.owner, line)
    return owner if owner and (known.is_one(owner) or known.opening(owner)) else ""


def _whose(before: str, line: Line) -> str:
    """最大的是甲公司的高温合金项目: whose it is said to be right before its name."""
    whose = _ITS_FIRM.search(before) if before.endswith("的") else None
    return _company(whose["co"], line) if whose else ""


_ITS_FIRM = re.compile(r"(?:^|[,;。:]|[是为])(?P<co>(?:(?!的是)[^,;。:是为]){3,20}(?:公司|集团))的$")


def _opening(named: Named, before: str, after: str, line: Line, known: Organisations) -> str:
    """海尔 in 海尔卡奥斯工业互联网生态园项目: a name that opens with a company's says whose it is."""
    if named.name.endswith("公司"):
        return ""
    if (name := known.opening(named.name) or known_company(without_place(named.name))) and (
        known_company(name) == name or not _is_common(name)
    ):
        return name
    if (legal := _LEGAL.match(named.name)) and is_company_name(legal.group()):
        return legal.group()
    if (company := _KIND.match(named.name)) and not _ORDINARY.match(company.group()):
        return _company(company.group(), line)
    if opened := opening_company(named.name):
        return opened
    if (regional := _REGIONAL.match(named.name)) and not _is_common(regional["co"]):
        return _company(regional["co"], line)
    if _PRAISED.search(before) or _LISTED_CHIEFS.match(after):
        return _coined(named.name)
    return ""


_REGIONAL = re.compile(
    r"(?P<co>[一-鿿A-Za-z]{2,10}?)(?:中国|全国|全球|亚太|大中华区?|华南|华东|华北|华中|西南|西北|东北|北方|南方|区域|第二)*总部"
)
_LEGAL = re.compile(r"^[一-鿿A-Za-z()]{3,20}?有限(?:责任)?公司(?=.{3})")
_KIND = re.compile(
    rf"^[一-鿿A-Za-z]{{2,6}}?(?:集团|公司|能源(?!{VEHICLES})|电气|咖啡|科技(?!园|城)|电子(?!信息|商务|级|产业)|重工|药业|股份)"
)


def _is_common(words: str) -> bool:
    """毛绒玩具 of 毛绒玩具总部 is what is made there: ordinary words only."""
    ordinary = ("n", "vn", "b", "l", "a", "v")
    return all(token.tag in ordinary and is_known(token.word) for token in tagged(words))


def _coined(name: str) -> str:
    """纤纳 of 纤纳钙钛矿项目: the word that no dictionary explains, up to the first that one does."""
    for size in (2, 3, 4):
        if not _ORDINARY.match(name) and len(name) > size + 2 and _ORDINARY.match(name, size):
            coined = name[:size]
            return coined if is_company_name(coined) and not _is_common(coined) else ""
    return ""


_ORDINARY = re.compile(
    r"钙钛矿|操作系统|新能源|新材料|复合材料|高端|智能|数字|生物|半导体|集成电路|芯片|光伏|储能|电池|氢能|风电|汽车|医药|医疗|食品|饮料|"
    r"装备|制造|机器人|航空|航天|物流|冷链|供应链|软件|信息|数据|算力|人工智能|化工|纺织|服装|家居|家电|电子|精密|材料|显示|激光|"
    r"零部件|绿色|清洁|综合|分布式|可再生|永磁|总部|研发|生产|基地|项目|工业|产业|科技|环保|文旅|农业|种业|海洋|船舶|轨道"
)


def _before(before: str, line: Line, known: Organisations) -> str:
    for pattern in (*_BEFORE, _SIGNS, _BROUGHT):
        match = pattern.search(before)
        if match is None:
            continue
        company = _company(match["co"], line)
        opens = not before[: match.start("co")].strip() or before[match.start("co") - 1] in ",;。:"
        sure = pattern in (_BEFORE[4], _BEFORE[5]) or (pattern is _BEFORE[0] and opens)
        if company and (sure or known.is_one(company) or known.opening(company)):
            return company
    return ""


def _partner(before: str, line: Line, known: Organisations) -> str:
    """与尼得科集团互联互通,就在胶州设立区域总部: the last company dealt with, for all that follows."""
    matches = list(_WITH.finditer(before))
    if not matches:
        return ""
    whole = _WHOLE_NAME.match(before, matches[-1].end("co"))
    company = _company(f"{matches[-1]['co']}{whole.group() if whole else ''}", line)
    others = known.named_in(before[matches[-1].end("co") :])
    return company if company and not others and (known.is_one(company) or known.opening(company)) else ""


_WHOLE_NAME = re.compile(r"股份有限公司")
_JOINTLY = re.compile(r"[^,;。]{2,16}(?:公司|集团)[与和、][^,;。]{2,16}(?:公司|集团)")
_OF_A_TOWN = re.compile(r"^[一-鿿]{2,3}(?:镇|乡|街道)(?=[一-鿿]{2,})")


def _company(words: str, line: Line) -> str:
    """The company in a run of words: 世界500强企业博世集团 is 博世集团; a place or an office is none."""
    text = _OF_A_TOWN.sub("", _OWNING.sub("", words.strip('“”()" ')))
    if _JOINTLY.fullmatch(text):  # 西安农投集团与三原城投公司共同投资
        return text
    cut = _ATTRIBUTE.match(text)
    if cut:
        text = text[cut.end() :]
    if not _SHORTEST <= len(text) <= _LONGEST or _NOBODY.search(text) or not is_company_name(text):
        return ""
    return "" if line.scene.places.get(text) is not None else text
