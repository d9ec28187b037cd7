"""What does a figure measure? A short normal phrase from the words around it, with its size threshold."""

from __future__ import annotations

import re

from ingest.ledger.cast import Cast
from ingest.ledger.leading import leads
from ingest.ledger.revised import of_what_holds, without_revision, without_source
from language.divisions import LEVELS, PARTS, WHOLE
from language.nation import wholes_told
from language.period import Period
from language.quantity import Quantity, find_quantities
from language.words import tagged

# Between a size and the thing sized stand known words, then any others. The two are not one alternation under
# one star, which takes exponential time over a text without punctuation.
_KIND = (
    r"(?:优质|重点|重大|新|大|好|在建|省市|省级|市级|工业|产业|外资|内资|制造业|服务业|"
    r"农业|招商|签约|投资|先进|科技|人工智能|的|类|型|现代|高端)"
)
_THRESHOLD_AFTER = re.compile(
    rf"^(?:规模|级|的|以上|及以上|以下)*(?:(?:有|共|达|就有)?\d+[个家项]|{_KIND}*[一-鿿]*?(?:项目|企业|工程|产业|楼宇|街道|税收|集群|园区|基金|订单|合同|镇街|强镇|单位|公司|建设项目|产业链|平台))"
)
_THRESHOLD_TOLD = re.compile(
    r"\d个(?:[一-鿿]{0,6}项目)?(?:的|单体)?(?:计划|协议)?(?:总?投资额?|投资总额)(?:均|都|达到?)?$"
)
_NAMED = re.compile(r"[A-Za-z“”·]|[一-鿿]{7,}项目")
_FILLERS = re.compile(
    rf"^(?:目标(?:为|是)|\d{{1,2}}[.．、)](?!\d)|[一二三四五六七八九十]是|\(?[一二三四五六七八九十]{{1,2}}[)、]|{WHOLE}|该(?:公司|企业|集团|项目|园区|基地|产业园)|数据显示|据了解|据悉|据统计|统计显示|会上|其中|同时|此外|另外|目前|至此|各地|(?:要)?(?:紧盯|对照|锁定)|全年|也|"
    r"还|又|并|且|而|则|就|均|都|各|分别|共计|合计|总计|共有|共(?![享建同识创治])|累计|先后|"
    r"已经|已|仅|只(?=签|引|落|开|完|有)|预计|力争|计划|争取|确保|有望|将|拟|要|可|促成(?=签约|协议|合同|项目|总投资)|到(?![位账期港岗资会访])|从|自|以|的|,|、|:|\(|\)|“|"
    r"”|刚刚过去的|过去的|新(?=签|引|招|落|开工)|以来|——|—|;)*"
)
_TAIL_FILLERS = re.compile(
    r"(?:方面|达到了?|达成|达|为|是|有|了|(?<![签合条预节])约|共计|合计|总计|共|累计|超过|突破|等|的|实现|"
    r"完成了|在|:|,|、|\(|“|至|到|仅|依次|分别|均|各|就有|由|占比?|只有?|尚有)*$"
)
_NOUN_AFTER = re.compile(r"^(?:的)?(?P<noun>[^,;。、!?:()（）“”—\d]{0,22})")
_NOUN_STOP = re.compile(
    r"(?:正在|已经|已|将|均|都|等|成功|顺利|先后|集中|全部|取得|实现|完成|提速|建成|为|是|"
    r"更正|修正|修订|核减|核增|调[增减]|[上下]调|调整为|达|占|在|于|到|以及|并|和|及|与|中|来自|涉及|总投资|开工率|"
    r"(?:同比|环比)?(?:增长|增加|提高|上升|下降|减少|降低)(?:了|约|近|超)*$)"
)
# 增长到 and 同比增长6.1%，达到 lead to a level: what is measured is the thing, not its growth.
_CHANGES = r"(?:增长|增加|提高|提升|上升|扩大|下降|减少|降低|增|降)"
_RISEN_TO = re.compile(rf"{_CHANGES}(?:到|至|为)了?$")
_RISEN_FROM = re.compile(r"[从由]的?(?:\d[\d.,]*[一-鿿%]{1,3})?$")
_CHANGED = re.compile(rf"(?:同比|环比|年均|比|较)*{_CHANGES}$")
_THAN_AMOUNT = re.compile(
    rf"(?:^|(?:比|较)[^,;。]{{0,8}}?)的?\d[\d.,]*[一-鿿]{{0,3}}(?={_CHANGES}$)"
)  # 比2020年的3105亿元增长
_DIFFERS = re.compile(
    r"(?P<than>(?:比|较)[^,;。]{2,12}?)(?P<way>[多少])[了出]?(?P<doing>签约|新签约|引进|落地|开工|投产)?$"
)  # 比去年同期多4个
# 完成年度目标（760亿元）的54.3%: the goal is of what the clause before measures, and so is the share of it.
_GOAL_AMOUNT = re.compile(r"(?<=[标务划])\((?:为|是)?[^()]*\)(?=的?$)")
_GOAL_OPENED = re.compile(r"(?:目标|任务|计划)(?:任务|目标)?数?值?\((?:为|是)?$")
# 完成全年目标任务5亿美元的68.4%: both the aim and the share of it are of what was told before.
_AIM_PRINTED = re.compile(
    r"^(?:已|仅|也|均|分别)*(?P<done>(?:超额)?完成|占|达到?)了?(?:年度|全年|年初|年|既定|[省市区县]|"
    r"[一-鿿]{1,4}(?:下达|分解)的?)*(?:目标|任务|计划)(?:目标|任务|数)*"
    r"(?:的|为)?(?:\d[\d.,]*[一-鿿]{1,4}的)?$"
)
_SHORT_OF = re.compile(r"(?:距离?|离|不及|低于|未达到?)$")  # 落地率61.2%，但距65%的年度目标仍有差距
LENGTH = 30


def threshold_of(quantity: Quantity, text: str) -> str:
    """The size class an amount sets for what is counted (5亿元以上), "" where it stands for itself."""
    if quantity.kind != "money" and quantity.unit not in ("亿", "万", "级"):
        return ""
    after = text[quantity.outer_end :]
    if text.endswith("(含", 0, quantity.outer_start) and bound_words(text[quantity.end :]):
        return _class_from(quantity)  # 27个（含50亿元以上）
    if (
        quantity.spelled
        and quantity.value in (1, 10, 100, 1000)
        and text[quantity.start] in "亿百千十"
        and not bound_words(after)
    ):
        return _class_from(quantity) if _THRESHOLD_AFTER.match(after) else ""
    if quantity.qualifier in ("超", "过", "突破", "以上") and _THRESHOLD_TOLD.search(
        text[: quantity.outer_start]
    ):
        return _class_from(quantity)
    bound = quantity.qualifier in ("以上", "过", "超", "突破", "不低于", "不少于") or after.startswith(
        ("级", "以上", "及以上")
    )
    if not bound:
        return ""
    following = _THRESHOLD_AFTER.match(after)
    if not following or _NAMED.search(following.group()):
        return ""
    return _class_from(quantity)


def _class_from(quantity: Quantity) -> str:
    unit = "亿元" if quantity.unit == "亿" else quantity.unit  # 百亿级项目 prints no 元
    return f"{quantity.value.normalize():f}{unit}以上"


def bound_words(after: str) -> bool:
    """Whether 以上 or the like follows, which is read elsewhere."""
    return after.startswith(("以上", "级", "及以上"))


def metric_of(quantity: Quantity, cast: Cast, *, subject: str) -> str:
    """A normal phrase of at most 30 characters: 签约亿元以上项目, 总投资, 人工智能产业规模, 同比增长."""
    text = cast.text
    begin, end = cast.clause_at(quantity.start)
    shared = _shared_measure(quantity, cast)
    before = shared or _without_subject(text[begin : quantity.outer_start], cast, begin, subject)
    before = _BOUNDED.sub("", without_source(of_what_holds(before)))
    printed = text[begin : quantity.outer_start]
    if quantity.kind == "count" and (differs := _DIFFERS.search(printed)) is not None:
        change = "增加" if differs["way"] == "多" else "减少"
        measured = differs["doing"] or _counted_before(quantity, cast, begin, subject)
        return f"{measured}{differs['than']}{change}"[-LENGTH:]
    if _SHORT_OF.search(printed) and (measured := _measured_before(cast, begin, subject)):
        return f"{measured[-18:]}年度目标"
    if _GOAL_OPENED.search(printed) and (measured := _previous_clause(cast, begin, subject)):
        return measured
    if (aim := _AIM_PRINTED.search(printed)) and (measured := _measured_before(cast, begin, subject)):
        return f"{measured[-18:]}{aim['done'] if quantity.kind == 'rate' else ''}年度目标"
    if aim is not None and quantity.kind == "rate" and re.search(r"\d", printed):
        return "完成目标"  # 托克托县132亿元，完成目标120亿元的110%: of what the list measures
    before = _SPENT_ON.sub("", _ALSO_PRICED.sub("", _OTHER_MONEY.sub("", before)))
    before = _FOUNDED.sub("", _THAN_AMOUNT.sub("", without_revision(before)))
    before = _GOAL_AMOUNT.sub("", _RISEN_FROM.sub("", _RISEN_TO.sub("", before)))
    before = _TAIL_FILLERS.sub("", _FILLERS.sub("", _STANDS.sub("", before)))
    noun = (
        _noun_after(text[quantity.outer_end : end]) if quantity.kind in ("count", "measure", "money") else ""
    )
    if quantity.kind == "money" and before.endswith(("投资", "总投资", "额", "产值", "收入", "规模")):
        noun = ""
    head = before if shared else _item_of_list(before, text[begin : quantity.outer_start])
    metric = f"{head}{noun}"
    of_the_goal = "目标" in metric and _GOAL_AMOUNT.search(printed)
    if not metric or (
        (
            quantity.kind == "rate"
            and (
                (len(metric) < 4 and not metric.endswith("率"))
                or of_the_goal
                or _says_change(metric, printed)
            )
        )
        or (quantity.kind != "rate" and _CHANGED.fullmatch(metric))  # 楼宇达到7栋，比去年底增加2栋
    ):
        earlier = _previous_clause(cast, begin, subject)
        if _OF_AN_AIM.match(earlier):  # 完成年度目标任务的54.1%，同比增长10.6%
            earlier = _measured_before(cast, begin, subject)
        metric = (earlier if quantity.kind == "rate" else _CHANGED.sub("", earlier)) + metric
    if quantity.kind == "count" and _DOES_ALONE.fullmatch(metric):
        metric += _weak_kind(cast, begin)
    metric = metric.strip("的,、 “”")[-LENGTH:]
    if quantity.unit == "分" and "分" not in metric:
        metric = "得分"  # 以97.44分的好成绩夺魁
    metric = _SIGNS.sub("签约", metric)
    is_share = quantity.kind == "rate" and _IS_SHARE.search(printed) and "占" not in metric
    return f"{metric}占比" if is_share and metric else metric


_DOES_ALONE = re.compile(r"新?(?:签约|引进|落地|开工|投产|有|来了)?")
_WEAK = re.compile(
    r"(?P<kind>[一-鿿A-Za-z\d]{1,10}?(?:项目|企业))(?:数量?)?(?:仍|还|依然|相对|明显|普遍)*(?:偏|较|太|过|不够|不|很)?(?:少|多|足|小|弱|缺乏)[,:]?$"
)


def _weak_kind(cast: Cast, begin: int) -> str:
    """文旅项目偏少，全年只签约27个: what is counted is what the clause before finds too few of."""
    weak = _WEAK.search(cast.text[_clause_before(cast, begin) : begin])
    return (
        re.sub(r"^(?:[一二三四五六七八九十]是|但|不过|其中|的|(?:全市|我市)的?)+", "", weak["kind"])
        if weak
        else ""
    )


_SIGNS = re.compile(r"^签(?=项目|总投资|\d|$)")  # 新签项目
_IS_SHARE = re.compile(r"占(?:比|到|了|比重|总量的|全[市省区县]的)?(?:为|达到?|约|近|超)*$")
# 开工率低于60%的有甲区（57.3%）: the bound picks the places, what is measured stands before it.
_BOUNDED = re.compile(
    r"(?:低于|高于|超过?|不足|突破|达到|少于|多于|未达到?)\d[\d.]*[一-鿿%]{1,4}?(?:以上)?的(?:[区县市]+|地区|地方|板块)?(?:有|是|为|包括|依次为)?(?:[一-鿿]{2,6}(?:\(\d[^()]*\))?、?)*\(?$"
)
# 签约项目数前三位的是, 签约项目最多的是: who stands first is told, the measure is what is ranked by.
_STANDS = re.compile(
    r"(?:(?:排名|排|列|居|位居|位列|数量)?(?:[前后]|倒数)[一二三四五六七八九十\d]+(?:[位名]的?|的)|(?<=[率额数资目])排名?[前后][一二三四五六七八九十\d]+|最[多高大少低小快慢](?:的)?|排(?:在)?第[一二三四五]的?)"
    r"(?:[区县市]+)?(?:分别|依次)?(?:是|为)?[:(]?$"
)
# 总投资586亿元人民币和8.7亿美元: both are the total.
_OTHER_MONEY = re.compile(r"\d[\d.]*[万亿]?(?:美|欧|港|日)?元(?:人民币)?[和、及与]$")
# 投资12.55亿元开工改造103个老旧小区; 总投资50亿元的甲项目和总投资15亿元的乙大厦: what another figure is of.
_SPENT_ON = re.compile(r"^(?:总?投资|投入)\d[\d.]*[万亿]?元(?:资金)?,?(?=[一-鿿]{2})(?!的|以上)")
_ALSO_PRICED = re.compile(r"^.*\d[^,;。]*[和及与、](?=(?:计划|协议|意向)?总?投资(?:额)?(?:约|达)?$)")
# “引进57个”应为“引进59个”: what comes before is what no longer holds.
_FOUNDED = re.compile(r"^.{0,12}?(?:设立|成立|组建|发起)了?(?=总?规模)")  # 新沂市设立了总规模30亿元的母基金
_CLASS_OF_LIST = re.compile(r"等\d[\d.,]*[余多]?[个家项条座处](?P<noun>[^、\d]{2,12})、?$")
_LAST_ITEM = re.compile(r"\d[^、]*、(?P<own>[^、]*)$")


def _says_change(metric: str, printed: str) -> bool:
    """同比下降6.2% does not say of what; 同比分别增长18%和24% tells of two measures."""
    return bool(_CHANGED.fullmatch(metric)) and "分别" not in printed


def _item_of_list(before: str, printed: str) -> str:
    """超10亿元项目46个、超50亿元项目5个: each has words of its own; of 拜访甲、乙等 the verb stays."""
    if (item := _LAST_ITEM.search(printed)) is not None and not printed.endswith("等"):
        return before[before.rfind("、") + 1 :] if item["own"] else _first_measured(before)
    return _verb_of_list(before) if printed.endswith("等") or "、" in printed else before


def _first_measured(before: str) -> str:
    """签约58个、466亿元 tells both of what stands before the first of them.

    Of 改造甲小区、乙小区等33个老旧小区、74.7万平方米 the verb stays, and the class.
    """
    words = re.split(r"\d", before, maxsplit=1)[0]
    if "、" not in words:
        return _TAIL_FILLERS.sub("", words)
    counted = _CLASS_OF_LIST.search(before)
    return f"{_verb_of_list(words)}{counted['noun']}" if counted else ""


def _shared_measure(quantity: Quantity, cast: Cast) -> str:
    """甲、乙分别签约项目52个和47个: the words between the last name and the first number measure them all."""
    begin, _ = cast.clause_at(quantity.start)
    at = cast.text.find("分别", begin, quantity.start)
    if at >= 0:  # 甲、乙签约额居前两位，分别为138.2亿元和112.5亿元: said in the clause before
        return _measured_alike(cast, _clause_before(cast, begin) if at == begin else begin, at, quantity)
    grown = _GROWN_ALIKE.fullmatch(cast.text, begin, quantity.outer_start)
    at = cast.text.find("分别", _clause_before(cast, begin), begin) if grown else -1
    if grown is None or at < 0:
        return ""
    return _measured_alike(cast, _clause_before(cast, begin), at, quantity) + grown["way"]


def _clause_before(cast: Cast, begin: int) -> int:
    """Where the clause before the one at `begin` opens; `begin` where there is none."""
    return next((start for start, end in reversed(cast.clauses) if end <= begin), begin)


def _measured_alike(cast: Cast, begin: int, at: int, quantity: Quantity) -> str:
    """What is measured of each of the names before the 分别 at `at`."""
    named = [mention.end for mention in cast.mentions if begin <= mention.start and mention.end <= at]
    words = cast.text[max(named, default=begin) : quantity.outer_start].replace("分别", "")
    return re.split(r"\d|,?[为达是](?=\d|$)", _STANDING.sub("", words))[0].strip(",")


_STANDING = re.compile(
    rf"[稳位分]?(?:居|列|排在|排名)(?:全[国{LEVELS}])?前[一二两三四五六七八九十\d]+[位名]?"
)
_GROWN_ALIKE = re.compile(
    r"(?P<way>(?:同比|环比|比上年|较上年)?(?:增长|下降|提高|上升|增|降))(?:\d[\d.]*%[、和与及])*"
)


def _without_subject(piece: str, cast: Cast, begin: int, subject: str) -> str:
    drop: list[tuple[int, int]] = [
        (period.start - begin - _compares(cast.text, period), period.end - begin) for period in cast.periods
    ]
    drop += [
        (mention.start - begin, mention.end - begin)
        for mention in cast.mentions
        if mention.place.name == subject
    ]
    drop += [(name.start - begin, name.end - begin) for name in cast.names if name.text == subject]
    drop += [
        (start - begin, end - begin)
        for _, start, end in wholes_told(cast.text)
        if begin <= start and leads(cast, start, end)
    ]
    kept, at = [], 0
    for start, end in sorted(drop):
        kept.append(piece[at : max(start, at)])
        at = max(at, end)
    return "".join([*kept, piece[at:]])


def _compares(text: str, period: Period) -> int:
    """How many characters before 上年 go with it: 比上年, 较上年."""
    return int(period.role == "comparison" and text[period.start - 1 : period.start] in ("比", "较"))


def _noun_after(after: str) -> str:
    if (held := _HELD_BY.match(after)) is not None:
        return held["noun"]
    match = _NOUN_AFTER.match(after)
    noun = match["noun"] if match else ""
    stop = _NOUN_STOP.search(noun)
    return noun[: stop.start()] if stop else noun


# 17位由市级领导担任的“链长”
_HELD_BY = re.compile(r"由[^,;。]{2,16}(?:担任|组成|牵头|领衔)的[“\"]?(?P<noun>[一-鿿]{2,10})[”\"]?")


def _verb_of_list(before: str) -> str:
    """拜访先导集团、微软集团等 → 拜访: the items of the list are examples, not the measure."""
    kept = ""
    for token in tagged(before):
        if not token.tag.startswith(("v", "d")):
            break
        kept += token.word
    return kept


def _previous_clause(cast: Cast, begin: int, subject: str) -> str:
    """同比增长 says nothing alone: what grew stands in the clause before."""
    earlier = [span for span in cast.clauses if span[1] <= begin]
    if not earlier:
        return ""
    start, end = earlier[-1]
    piece = _without_places(cast.text[start:end].rstrip(",;:"), cast, start, subject)
    piece = _ITEM_NUMBER.sub("", piece)
    piece = _STANDS.sub("", _RANKED.sub("", piece))
    piece = _without_figures(_OF_WHICH.sub("", _OF_A_GROUP.sub("", piece)))
    return _TAIL_FILLERS.sub("", _FILLERS.sub("", piece)).removeprefix("再")[-16:]


def _counted_before(quantity: Quantity, cast: Cast, begin: int, subject: str) -> str:
    """签约15个，合同金额98.2亿元，较去年同期多4个: the nearest clause before that counts in the same unit."""
    counts = re.compile(rf"\d余?{re.escape(quantity.unit)}")
    for start, end in reversed([span for span in cast.clauses if span[1] <= begin]):
        if counts.search(cast.text, start, end):
            return _previous_clause(cast, end, subject)
    return _previous_clause(cast, begin, subject)


_ITEM_NUMBER = re.compile(r"^\s*\d{1,2}[.．、)](?!\d)\s*")  # 2.到位资金：
_OF_A_GROUP = re.compile(
    rf"^[两三四五六七八九]个?(?:{PARTS}|[县区市旗])(?=[签引落新合共到完])"
)  # 两县签约22个，其中甲县14个
_OF_WHICH = re.compile(r"\(其中[^()]*\)?")
_OF_AN_AIM = re.compile(
    r"^(?:超额)?(?:完成|占|达到?)了?(?:年度|全年|年|[省市区县]|[一-鿿]{1,4}(?:下达|分解)的?)*(?:目标|任务|计划)"
)


def _measured_before(cast: Cast, begin: int, subject: str) -> str:
    """What the nearest clause before measures, beyond those that only tell how it grew."""
    text = cast.text
    part = text.rfind(";", 0, begin)
    for end in reversed([end for start, end in cast.clauses if end <= begin and start >= part]):
        told = _previous_clause(cast, end, subject)
        if len(told) > 1 and not _CHANGED.fullmatch(told) and not _OF_AN_AIM.match(told):
            return told
    return ""


# 甲、乙新增到位资金位列前三: the rank is no part of what is measured, nor are those ranked.
_RANKED = re.compile(
    rf"(?:总量|均|数?)?(?:位列|位居|排名|排在|居|列)(?:于|在)?(?:全[国{LEVELS}])?(?:前[一二三四五六七八九十\d两]+|第[一二三四五六七八九十\d]+|首|前列|榜首)"
    r"(?:名|位)?的?(?:分别)?(?:是|为)?$"
)


def _without_places(piece: str, cast: Cast, begin: int, subject: str) -> str:
    """The clause without a list of places at its head, which the places of another clause are not."""
    end = begin
    for mention in cast.mentions:
        if begin <= mention.start and re.fullmatch(r"[、和与及]?", cast.text[end : mention.start]):
            end = mention.end
    listed = end > begin and end - begin < len(piece)
    kept, at = (piece[end - begin :], end) if listed else (piece, begin)
    return _without_subject(kept, cast, at, subject)


def _without_figures(piece: str) -> str:
    """The words of a clause between its figures; 亿元以上 is no figure."""
    kept, at = [], 0
    for quantity in find_quantities(piece):
        if quantity.spelled:
            continue
        kept.append(piece[at : quantity.outer_start])
        at = max(at, quantity.outer_end)
    return "".join([*kept, piece[at:]])
