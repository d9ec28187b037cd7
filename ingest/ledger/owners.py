"""Whose figure is it? The thing beside it, the project it belongs to, or who leads the sentence."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.ledger.averages import mean_topic
from ingest.ledger.cast import Cast, Topic, place_topic
from ingest.ledger.leading import is_site, leads, without_periods
from ingest.ledger.metric_words import PARTS_INCLUDED
from ingest.ledger.priced import CLOSES_EXAMPLES, price_of
from ingest.ledger.pronouns import pronoun_entity
from ingest.ledger.topics import (
    Scene,
    default_topic,
    entity_topic,
    place_at_head,
    place_of,
    sentence_topic,
)
from language.naming import Name, is_generic
from language.quantity import Quantity


def subject_of(quantity: Quantity, cast: Cast, scene: Scene) -> Topic:
    """Whose figure `quantity` is: the nearest subject that can own it."""
    candidates = (
        _in_its_brackets,
        _priced,
        mean_topic,
        _beside,
        _owned_by_follower,
        _owned_by_what_it_builds,
        _industry_of_a_report,
        _owned_by_project,
        _leading_in_sentence,
    )
    for candidate in candidates:
        topic = candidate(quantity, cast, scene)
        if topic is not None:
            return topic
    return default_topic(scene)


def _priced(quantity: Quantity, cast: Cast, scene: Scene) -> Topic | None:
    named = price_of(quantity, cast)
    return entity_topic(named, cast, scene) if named else None


_INSIDE = re.compile(r"\([^()]*$")


def _in_its_brackets(quantity: Quantity, cast: Cast, scene: Scene) -> Topic | None:
    """甲项目（总投资8亿元）、乙产业园（3.2亿元）: what stands in brackets behind a project's name."""
    may = "投资" in cast.text or (quantity.kind == "money" and "(" in cast.text)
    opened = _INSIDE.search(cast.text, 0, quantity.start) if may else None
    if opened is None or quantity.kind == "rate":
        return None
    named = [one for one in cast.names if one.kind == "project" and one.end == opened.start()]
    return entity_topic(named[0], cast, scene) if named else _called_before(opened.start(), cast, scene)


_GREW = frozenset(
    {"增长", "下降", "同比增长", "同比下降", "增", "降"}
)  # 木垒县增长68.3%、奇台县增长41.5%领跑
_CALLED = re.compile(r"(?:^|[,;:、—。]|其中|分别(?:为|是))(?P<name>[一-鿿A-Za-z0-9·]{4,20})$")
_OPENS_TOTAL = re.compile(r"\((?:计划)?总?投资\d")


def _called_before(opened: int, cast: Cast, scene: Scene) -> Topic | None:
    """国能准东煤制气（总投资170亿元）: in a list of projects what stands before its total is its name."""
    called = _CALLED.search(cast.text, 0, opened)
    if called is None or not _OPENS_TOTAL.match(cast.text, opened) or "项目" not in cast.text[:opened]:
        return None
    name = Name(text=called["name"], kind="project", start=called.start("name"), end=opened)
    return None if is_generic(called["name"]) else entity_topic(name, cast, scene)


_RIGHT_BEFORE = frozenset({"", "有", "为", "是", "达", "以", "则以", "(", ":", "签约", "签下"})


_STANDS_FIRST = (
    "最高的是",
    "最低的是",
    "最多的是",
    "最少的是",
    "最大的是",
    "最小的是",
    "最快的是",
    "最慢的是",
)
_REACHES = re.compile(
    r",?(?:仅|也|同比)*(?:达到?|为|有|只有|高达|仅有|实现|完成|增长|增幅|下降)?(?:达到?|为)?"
)


def _beside(quantity: Quantity, cast: Cast, scene: Scene) -> Topic | None:
    """城阳区49个、即墨区34个: in a list of pairs the place stands right before its figure."""
    for mention in cast.mentions:
        gap = cast.text[mention.end : quantity.outer_start]
        gap = re.sub(PARTS_INCLUDED, "", gap) if gap[:1] == "(" else gap
        near = gap in _RIGHT_BEFORE or (gap in _GREW and quantity.kind == "rate")
        if cast.text.endswith(_STANDS_FIRST, 0, mention.start):  # 开工率最高的是万年县，达到87.5%
            near = near or _REACHES.fullmatch(gap) is not None
        if mention.end <= quantity.outer_start and near:
            before = cast.text[mention.start - 1 : mention.start]
            listed = quantity.spelled and not gap and before in ("、", "和", "与", "及")
            if listed or (gap in _GREW and before in ("比", "较")):
                continue  # 已有的北京、杭州两个: so many as are listed
            if before not in ("在", "赴", "到", "于", "等") or gap in ("有", "以"):
                return place_topic(mention.place)
    return None


_OWNED = re.compile(
    r"(?:总投资|投资|注册资本|占地|总建筑面积|建筑面积|年产能?|产能|规模)(?:额|约|达|超|近|逾|过|为|超过)*$"
)


def _owned_by_follower(quantity: Quantity, cast: Cast, scene: Scene) -> Topic | None:
    """总投资54亿元的X: the figure is X's; of 的25个项目 it is not."""
    if (made := _made_by_follower(quantity, cast, scene)) is not None:
        return made
    if quantity.kind not in ("money", "measure") or not _OWNED.search(cast.text[: quantity.outer_start]):
        return None
    after = cast.text[quantity.outer_end :]
    match = re.match(r"[、,]?(?:占地[^,。]{1,12})?的", after)
    begun = cast.text.endswith("总投资", 0, quantity.outer_start) and any(
        name.start == quantity.outer_end and name.kind == "project" for name in cast.names
    )
    if not match and not begun:
        return None
    at = quantity.outer_end + (match.end() if match else 0)
    if re.match(r"(?:\d+|[两二三四五六七八九十百]+)余?[个家项]", cast.text[at:]):
        return None
    for name in cast.names:
        whole = cast.text[at : name.end]
        if name.end > at and len(whole) <= 32 and not re.search(r"[,;。、]", whole):
            return replace(entity_topic(name, cast, scene), subject=_unquoted(whole), kind="project")
    phrase = re.match(
        (
            r"[“(（]?[^,;。、]{2,30}?(?=(?:正在|均|已|将|正(?!极|负|大|品|山|定|安|宁|阳)|等|今年|目前|于\d|\d{1,2}月|在|开工|签约|落户|"
            r"竣工|投产|顺利|正式|,|、|。|;|和|$))"
        ),
        cast.text[at:],
    )
    if phrase and len(phrase.group()) >= 4 and not _NAMELESS.match(phrase.group()):
        return Topic(subject=phrase.group().strip("“”"), place=place_of(cast, scene, at), kind="project")
    return None


def _unquoted(words: str) -> str:
    """The words without a mark that only opens or closes them all: “云上遂平”数字产业园 keeps both."""
    both = words.count("“") == words.count("”")
    return words if both and not (words.startswith("“") and words.endswith("”")) else words.strip("“”")


# What has no name of its own: 重点企业, 规模10亿元的产业投资基金.
_NAMELESS = re.compile(
    r"(?:新|集中|现场|拟)?(?:签约|在建|开工|落地|储备|引进)?(?:的)?(?:项目|企业|重大|重点)|(?:产业|投资|引导|创业|天使|科创|专项|股权|发展|母)+基金$"
)


def _made_by_follower(quantity: Quantity, cast: Cast, scene: Scene) -> Topic | None:
    """年产20万吨再生铝项目: what a project is to make each year stands in its name."""
    if not cast.text.endswith(("年产", "年加工", "日产", "日处理", "年处理"), 0, quantity.outer_start):
        return None
    for name in cast.names:
        within = name.start <= quantity.outer_end + 4 and name.end > quantity.outer_end
        if (
            within
            and name.kind == "project"
            and not re.search(r"[,;。、]", cast.text[quantity.end : name.end])
        ):
            return entity_topic(name, cast, scene)
    return None


_PROJECT_MEASURE = re.compile(
    r"^(?:占(?=总|计划总|项目总)|,|项目|该项目|估计|概算|同时|意向|协议|合同|涉及|实际|首月|当月|次月|原|现已?|(?:[一二三四]季度|[上下]半年)(?=(?:累计|已)?完成投资)|当年|次年|今年|明年|去年|每年|即可|累计|已|完成|目前|截至目前|截至[^,;。]{2,6}|由[^,;。]{2,20}?(?=投资|出资)|落地开工|开工|落地|签约|计划|拟|年度|在[^,]{2,12}?|预计|总|一期|二期|"
    r"全部|首期|追加|年内|其中|可|建成后|达产后|投产后|满产后|达效后|规划|可|年|实现|将|其中|其中固定资产|约|其)*"
    r"(?:总投资|建设|新建|扩建|购置|投资|出资|到位资金|到账|自筹|企业自筹|企业出资|银行贷款|申请专项债|专项债券?|首[笔期]资金|占地|用地|总建筑面积|建筑面积|年产|产能|年产值|年营业收入|"
    r"年销售|产值|税收|带动|就业|实现|新增|注册资本|设计|装机|部署|形成|安装|设备投资|算力|机[架柜]|容纳|配套|发电|并网|治理|入驻|建成[^,;。\d]{0,6}(?:厂房|车间|生产线)|"
    r"年加工|加工|年处理|处理|供应|吸纳|提供|缴税|营收|年营收|规划算力|总用地)"
)


_OF_ITS_TOTAL = ("占总投资的", "占总投资", "占计划总投资的", "占项目总投资的")


def _owned_by_project(quantity: Quantity, cast: Cast, scene: Scene) -> Topic | None:
    """X项目总投资30亿元, 占地200亩: figures of a project told right after its name."""
    if quantity.kind == "rate" and not cast.text.endswith(_OF_ITS_TOTAL, 0, quantity.outer_start):
        return None
    before = [name for name in cast.names if name.end <= quantity.start and name.kind == "project"]
    begin, _ = cast.clause_at(quantity.start)
    if (told := pronoun_entity(quantity, cast, scene, before)) is not None:
        return told
    for name in reversed(before):
        gap = cast.text[name.end : quantity.start]
        between = cast.text[name.end : quantity.outer_start]
        if any(mention.start > name.end and leads(cast, mention.start, mention.end)
               and not is_site(mention, name, cast.text)
               for mention in cast.mentions if mention.end <= quantity.start):  # fmt: skip
            return None
        if CLOSES_EXAMPLES.match(gap):  # 开工项目113个，包括甲园、乙中心等，总投资2367亿元: of all of them
            return None
        in_clause = name.start >= begin
        if quantity.kind == "count" and _counts_a_list(cast.text[name.end :], between):
            return None
        if _is_object(cast.text, name) and not name.text.endswith("项目"):
            continue
        if (
            _has_of_its_own(quantity, cast, begin)
            or (in_clause and _PROJECT_MEASURE.match(between))
            or (
                not in_clause
                and _is_measure_of_project(quantity, cast, begin)
                and not (len(before) > 1 and cast.text.startswith("新增", begin))
                and not _COUNTS_SOMETHING.search(gap)
            )
        ):
            return entity_topic(_of_another_part(quantity, cast, name) or name, cast, scene)
    return None


_COUNTS_SOMETHING = re.compile(r"个(?!月|工作日)|\d余?[家项]")  # 建设周期18个月 counts none
_OUTPUT = re.compile(
    r"(?:已|可|共|累计|预计|有望)*(?:实现|完成|贡献|创造)?(?:工业)?"
    r"(?:总?产值|营业?收入|营收|销售(?:收入|额)?|开票销售|[纳缴]?税收?|利税|利润|出口|产量|用工|用电量)(?:额|约|达|超|近|逾|过)*$"
)


_DONE = ("完成", "投入")  # 1—10月完成7.6亿元
_SO_FAR = re.compile(
    r"(?:目前|截至目前|至今)?(?:已?累计(?:已)?|已)(?:完成|投入)了?"
)  # 一季度完成投资1.9亿元，累计完成7.3亿元


def _is_measure_of_project(quantity: Quantity, cast: Cast, begin: int) -> bool:
    """Whether a clause without a subject tells what is told of projects, or, at a time, what one yields:
    甲项目总投资18亿元，今年1—5月实现产值6.2亿元."""
    if _PROJECT_MEASURE.match(cast.text[begin : quantity.outer_start]):
        return True
    dated = any(begin <= period.start < quantity.start for period in cast.periods)
    so_far = without_periods(cast, begin, quantity.outer_start) if quantity.kind == "money" else ""
    if _SO_FAR.fullmatch(so_far) or (dated and so_far.removeprefix("其中") in _DONE):
        return True
    return dated and _OUTPUT.match(without_periods(cast, begin, quantity.outer_start)) is not None


_HAS = re.compile(r"(?:目前|现|已|共|建有|建成|拥有|投用|安装|配备|配置|有)+")
_OF_A_WORKS = re.compile(r"条[一-鿿]{0,8}?(?:生产线|产线|流水线)|[台套][一-鿿]{0,8}?(?:设备|机器人|机床)")


def _has_of_its_own(quantity: Quantity, cast: Cast, begin: int) -> bool:
    """甲项目产能爬坡，已有29条生产线投入生产: lines and machines are those of the works told of before."""
    if quantity.unit not in ("条", "台", "套"):
        return False
    bare = begin == quantity.outer_start or _HAS.fullmatch(cast.text, begin, quantity.outer_start)
    return bool(bare) and _OF_A_WORKS.match(cast.text, quantity.end - 1) is not None


_ONE_OF_A_LIST = re.compile(r"[^,;。\d]{0,8}等[^,;。\d]{0,8}|[^,;。\d]{0,4}")
_ENDS_A_LIST = re.compile(r"[^,;。\d]{0,4}\d+余?个(?:[^,;。\d]{0,8})?项目")


def _counts_a_list(after: str, between: str) -> bool:
    """Whether the count behind a name is of the list that the name closes: 签约甲厂、乙园建设等项目40个."""
    if "等" in between:
        return _ONE_OF_A_LIST.fullmatch(between) is not None
    return _ENDS_A_LIST.match(after) is not None


def _of_another_part(quantity: Quantity, cast: Cast, name: Name) -> Name | None:
    """甲项目3月开工；乙谷三期8月建成，总投资45亿元: what another part of the sentence is about."""
    part = cast.text.rfind(";", name.end, quantity.start) + 1
    told = (one for one in cast.names if one.kind == "project" and part <= one.start) if part else ()
    return next((one for one in told if one.end <= quantity.start), None)


_TO_BUILD = re.compile(
    r"^(?:人民币)?,?(?:在[^,;。]{2,12}?)?(?:投资)?(?:建设|新建|打造|兴建|实施|布局|投建|建(?![成议言制起有]))(?:的|了)?"
)


_PAYS = re.compile(r"(?:投资|斥资|出资|豪掷)(?:约|超|近|逾)*$")


def _owned_by_what_it_builds(quantity: Quantity, cast: Cast, scene: Scene) -> Topic | None:
    """投资8.8亿元建设X项目: the amount is the project's."""
    if quantity.kind != "money" or not _PAYS.search(cast.text[: quantity.outer_start]):
        return None
    verb = _TO_BUILD.match(cast.text[quantity.outer_end :])
    if verb is None:
        return None
    told = _owned_by_project(quantity, cast, scene)
    if told is not None and (
        told.subject.endswith("项目") or verb.group().endswith("建")
    ):  # A项目计划投资130亿元，建设X生产线
        return None
    at = quantity.outer_end + verb.end()
    if told is not None and cast.text.startswith(("年产", "日产", "年加工"), at):
        return None
    for name in cast.names:
        if name.kind == "project" and name.end > at and not re.search(r"[,;。、]", cast.text[at : name.end]):
            return entity_topic(name, cast, scene)
    return None


def _is_object(text: str, name: Name) -> bool:
    return bool(
        re.search(
            r"(?:围绕|依托|通过|借助|聚焦|基于|按照|,建|新建|建有|配建)$|,建[^,;。]{2,12}[和、]$",
            text[: name.start],
        )
    )


_REPORTED = re.compile(r"(?:研究|报告|数据|机构|公司|协会)[^,]{0,8}(?:显示|预测|预计|指出|认为)")
_INDUSTRY = re.compile(r"(?P<name>[一-鿿]{2,8}(?:产业|市场|行业))(?:总体|整体)?规模")


def _industry_of_a_report(quantity: Quantity, cast: Cast, scene: Scene) -> Topic | None:
    """研究显示，换电产业规模有望超2000亿元: the industry's figure, nobody's in the text."""
    begin, _ = cast.clause_at(quantity.start)
    if not _REPORTED.search(cast.text, 0, begin):
        return None
    match = _INDUSTRY.search(without_periods(cast, begin, quantity.start))
    if match is None or any(m.start >= begin and m.end <= quantity.start for m in cast.mentions):
        return None
    return Topic(subject=match["name"], place="", kind="organisation")


def _leading_in_sentence(quantity: Quantity, cast: Cast, scene: Scene) -> Topic | None:
    before = quantity.start
    return sentence_topic(cast, scene, before=before) or place_at_head(cast, scene, before=before)
