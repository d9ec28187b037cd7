"""What does a figure measure? A short normal phrase from the words around it."""

from __future__ import annotations

import re

from ingest.ledger.cast import Cast
from ingest.ledger.clauses_before import (
    counted_before,
    measured_before,
    previous_clause,
    tells_aside,
    tells_of_aim,
    without_subject,
)
from ingest.ledger.fields import metric_of_field
from ingest.ledger.listed_measures import item_of_list, shared_measure
from ingest.ledger.metric_words import (
    AIM_OF,
    BEYOND_AIM,
    BEYOND_LAST_YEAR,
    CHANGES,
    OF_A_PHASE,
    ONLY_DONE,
    RISEN,
    bare,
    is_change,
    without_aim,
    without_change,
    without_rise,
)
from ingest.ledger.priced import MEASURE, price_of
from ingest.ledger.project_measures import invested_in, output_in_name
from ingest.ledger.regions import region_of
from ingest.ledger.revised import of_what_holds, without_revision, without_source
from ingest.ledger.thresholds import SETS_UP
from language.quantity import AMOUNT, Quantity

LENGTH = 30  # characters of a measure


def metric_of(quantity: Quantity, cast: Cast, *, subject: str) -> str:
    """A normal phrase of at most 30 characters: 签约亿元以上项目, 总投资, 人工智能产业规模, 同比增长."""
    if price_of(quantity, cast) is not None:
        return MEASURE
    if output := output_in_name(quantity, cast):
        return output
    begin = _phrase_start(quantity, cast)
    printed = _EXPLAINED.sub("", cast.text[begin : quantity.outer_start])
    printed = _PARTS_LAST.sub("", printed) if printed.endswith(")") else printed
    printed = _WHOLE_COUNTED.sub("", printed) if "占" in printed else printed
    printed = _AMONG_THEM.sub("", printed) if "在内" in printed or "代表" in printed else printed
    if told := _of_what_stands_before(quantity, cast, printed, subject):
        return told
    metric = _by_its_own_clause(quantity, cast, begin, printed, subject)
    if quantity.kind == "rate" and is_change(metric) and _GREW_BESIDE.search(printed):
        return metric  # 到位省外资金742.8亿元、同比增长12.9%: of what stands right before it
    if printed.startswith(("前者", "后者")):
        return bare(printed)  # 前者占股40%，后者占股60%
    beside = printed.endswith("占") and "占" in cast.text[cast.clause_before(begin) : begin]
    if _leaves_out_of_what(metric, quantity, printed) and not (beside and metric.endswith("业")):
        earlier = _measured_earlier(quantity, cast, begin, subject, own=metric)
        summed = printed.startswith(("合计", "共计", "总计"))  # 一期3亿元，二期4亿元，合计7亿元
        metric = (OF_A_PHASE.sub("", earlier) if summed else earlier) + metric
    if quantity.kind == "rate" and metric.startswith("占") and begin:
        metric = (
            _GROWN_AND.sub("", grown) + metric if (grown := _grown_before(cast, begin, subject)) else metric
        )
    if quantity.kind == "count" and (listed := _AMONG.match(metric)) is not None:
        metric = previous_clause(cast, begin, subject) + metric[listed.end() :]  # 集中开工，包括甲等12个项目
    if quantity.kind == "count" and _DOES_ALONE.fullmatch(metric):
        metric += _weak_kind(cast, begin)
    if _STANDS_ALONE.fullmatch(metric) and (topic := _AS_FOR.search(cast.text, 0, begin)):
        metric = topic["measure"]  # 协议投资方面，甲市以713.4亿元领跑
    if ")" in metric and "(" not in metric:
        metric = _ZONE_CLOSED.sub("", metric)  # 甲区（乙高新区）签约项目63个
    metric = _in_short(metric.strip("的,、 “”"), quantity, cast, subject=subject)
    is_share = quantity.kind == "rate" and _IS_SHARE.search(printed) and "占" not in metric
    return f"{metric}占比" if is_share and metric else metric


def _in_short(metric: str, quantity: Quantity, cast: Cast, *, subject: str) -> str:
    """The words of a measure without those that only lead to it or stand beside it."""
    metric = _IN_ALL.sub("", without_rise(metric))[-LENGTH:]
    metric = _BULLET.sub("", metric) if metric[:1] in _BULLETS else metric
    metric = metric.removeprefix("梳理") if "签约" in metric else metric  # 梳理签约项目152个
    if quantity.kind == "money":  # 33个合同项目投资总额537.5亿元
        metric = invested_in(_COUNTED_FIRST.sub("", metric), quantity, cast, subject=subject)
    metric = metric.rpartition("为代表的")[2]  # 以甲项目为代表的产业发展项目28个
    if "(" in metric:
        metric = _HELD_WITHIN.sub("", metric)  # 总投资2.7亿元（含上级补助6000万元）
    if "为主" in metric:
        metric = _CHIEFLY.sub(r"\g<kind>", metric)  # 以制造业项目为主，共129个: of those
    if "”" in metric and "“" not in metric:  # “三企入柳”签约企业21家, of whose name the opening mark was cut
        metric = metric.replace("”", "")
    if quantity.unit == "分" and "分" not in metric:
        metric = "得分"  # 以97.44分的好成绩夺魁
    metric = _SIGNS.sub("签约", metric)
    if "地区" in cast.text and (region := region_of(quantity, cast)) and region not in metric:
        metric = f"{region}{metric}" if len(metric) + len(region) <= LENGTH else metric
    metric = metric_of_field(metric, quantity, cast) if "领域" in cast.text else metric
    if subject.endswith(_DIVISIONS) and len(metric) > len(subject) + 1:
        metric = metric.removeprefix(subject)  # a name that opens with its place hid the place
    return metric


def _of_what_stands_before(quantity: Quantity, cast: Cast, printed: str, subject: str) -> str:
    """What stands in a clause before and is compared here: 比去年同期多4个, 完成目标的54.3%."""
    begin, _ = cast.clause_at(quantity.start)
    compares = quantity.kind in ("count", "money") and ("比" in printed or "较" in printed)
    if compares and (differs := _DIFFERS.search(printed)) is not None:
        change = "增加" if differs["way"] == "多" else "减少"
        doing = "" if differs["doing"] == "签" else differs["doing"]
        measured = doing or counted_before(quantity, cast, begin, subject)
        return f"{measured}{_THEN.sub('', differs['than'])}{change}"[-LENGTH:]
    if quantity.kind == "count" and (whole := _WHOLE_OPENED.fullmatch(printed)):
        return whole["noun"] or measured_before(cast, begin, subject)
    if _SHORT_OF.search(printed) and (measured := measured_before(cast, begin, subject)):
        return f"{measured[-22:]}年度目标"
    if _GOAL_OPENED.search(printed):
        measured = previous_clause(cast, begin, subject)
        measured = measured_before(cast, begin, subject) if is_change(measured) else measured
        if measured:
            return measured
    if "超" in printed and BEYOND_AIM.match(printed):
        past = measured_before(cast, begin, subject)
        return f"{past[-22:]}超年度目标数" if past else ""  # 新开工334个，超出年初目标34个
    if "超" in printed and BEYOND_LAST_YEAR.match(printed):
        past = measured_before(cast, begin, subject)
        return (
            f"{past[-22:]}比{printed.lstrip(',;已超过出了')}增加" if past else ""
        )  # 143个，超过去年全年16个
    aim = _AIM_PRINTED.search(printed)
    if aim is not None and (measured := without_aim(measured_before(cast, begin, subject))):
        done = "完成" if aim["done"] in ("为", "是", "相当于") else aim["done"]
        return f"{measured[-22:]}{done if quantity.kind == 'rate' else ''}{_aim_of(aim['of'])}目标"
    if aim is not None and quantity.kind == "rate" and re.search(r"\d", printed):
        return "完成目标"  # 托克托县132亿元，完成目标120亿元的110%: of what the list measures
    return ""


def _aim_of(words: str) -> str:
    """完成开门红目标的125% is of a part of the year, and no share of the year's aim."""
    part = _PART_OF_YEAR.search(words)
    return part.group() if part else "年度"


_PART_OF_YEAR = re.compile("开门红|首季|季度|半年")


def _phrase_start(quantity: Quantity, cast: Cast) -> int:
    """Where the words that lead to a figure begin: its clause, but brackets hold together what is in them.

    二级（规范级，已改造）以上企业占52% begins before the bracket, 计算中心（首期算力100P） within it.
    """
    begin, _ = cast.clause_at(quantity.start)
    opened = cast.text.rfind("(", 0, quantity.outer_start)
    closed = cast.text.rfind(")", 0, quantity.outer_start)
    if opened < begin <= closed and opened >= 0:
        return cast.clause_at(opened)[0]
    measured = _IN_BRACKETS.fullmatch(cast.text, opened + 1, quantity.outer_start)
    return opened + 1 if begin <= opened > closed and measured else begin


def _by_its_own_clause(quantity: Quantity, cast: Cast, begin: int, printed: str, subject: str) -> str:
    """The words before the figure, and the noun after it where it counts something."""
    _, end = cast.clause_at(quantity.start)
    shared = shared_measure(quantity, cast)
    before = shared or _ASIDE.sub("", without_subject(printed, cast, begin, subject))
    before = without_source(of_what_holds(before))
    before = bare(_without_others(_WITH_ZONE.sub("", before) if "(" in before else before))
    if quantity.kind == "money" and (set_up := SETS_UP.search(printed)) is not None:
        return f"{_noun_after(cast.text[quantity.outer_end : end])}{set_up['scale']}"
    of_money = before.endswith(("投资", "出资", "到账", "额", "产值", "收入", "规模"))
    counts = quantity.kind in ("count", "measure") or (quantity.kind == "money" and not of_money)
    after = cast.text[quantity.outer_end : end]
    noun = _noun_after(after) if counts else ""
    if quantity.kind == "count" and printed.endswith(_LEFT) and (kind := _OF_A_KIND.match(after)):
        return kind["kind"]  # 其余18个为电子信息项目
    if (due := _TO_BE_DONE.search(printed)) is not None and quantity.kind == "count":
        return f"可{due['stage']}项目"  # 在谈项目42个，其中可于二季度签约的11个: not yet signed
    if quantity.kind == "money" and _COST_IN_ALL.search(printed):
        return "总投资"
    if quantity.kind == "rate" and (called := _RATE_CALLED.search(printed)) is not None:
        return f"{called['name']}率"
    words = before if shared else item_of_list(before, printed)
    if quantity.kind == "count" and (begun := _BEGUN_OF_THOSE.match(after)) is not None:
        # 引进的21个项目中，有17个当年开工、9个已投产: counted is what was begun of them
        alone = _HAS_ALONE.fullmatch(printed) or _BESIDE_ANOTHER.search(printed)
        if alone is not None and "项目" in cast.text[: quantity.start]:
            return f"{begun['stage']}项目"
    if noun.endswith("项目") and not words and (stage := _STAGE_AFTER.match(after)) is not None:
        words = stage["stage"]
    return f"{words}{noun}" if noun else _BY.sub("", words)


_TO_BE_DONE = re.compile(
    r"(?<![认许])可(?:望)?(?:[于在][^,;。\d]{1,8})?(?P<stage>签约|落地|开工|投产)的(?:项目)?(?:有|为)?$"
)
_LEFT = ("其余", "其他", "余下", "剩余", "剩下的", "其余的")
_OF_A_KIND = re.compile(r"(?:项目|企业)?(?:均|都|全部)?[为是](?P<kind>[一-鿿A-Za-z]{2,10}?(?:项目|企业))")
_COST_IN_ALL = re.compile(r"^(?:合计|共计|总计|一共|共)投资(?:约|达|超|近)*$")
_RATE_CALLED = re.compile(r"“(?P<name>[^”,;。]{2,16})”率(?:仅|已|也)*$")  # “当年签约、当年开工”率超过八成
_STAGES = "签约|开工|动工|竣工|完工|投产|达产|落地|投用|终止|解约|停工"
_BEGUN_OF_THOSE = re.compile(
    rf"(?:项目)?(?:已|均|全部|当年|年内|现场|实现|正式|顺利|陆续)*(?P<stage>{_STAGES})"
    r"(?:建设|运营|生产)?(?=[,;。、)]|$)"
)
_HAS_ALONE = re.compile("(?:其中)?,?(?:已?有)?")
_BESIDE_ANOTHER = re.compile(
    rf"\d[个家项][^,;。、\d]{{0,10}}(?:{_STAGES})(?:建设|运营|生产)?、(?:已?有)?$|\d余?[个家项]项目中?,?已?有?$"
)
_BY = re.compile("(?<![可予得难])以$")  # 服务业签约项目以114个居首


def _without_others(before: str) -> str:
    """The words before a figure without those of other figures; a pattern is tried where it may match."""
    counts = _DIGIT.search(before) is not None
    before = _BOUNDED.sub("", before) if counts else before
    before = _SPENT_ON.sub("", _ALSO_PRICED.sub("", _OTHER_MONEY.sub("", before))) if counts else before
    before = without_revision(before)
    before = _THAN_AMOUNT.sub("", before) if counts else before
    before = _RISEN_FROM.sub("", _RISEN_TO.sub("", before))
    return _GOAL_AMOUNT.sub("", before) if ")" in before else before


_DIGIT = re.compile(r"\d")


def _leaves_out_of_what(metric: str, quantity: Quantity, printed: str) -> bool:
    """Whether the clause of a figure leaves what it is of to the clauses before: 同比增长."""
    if not metric:
        return True
    if quantity.kind != "rate":
        return is_change(metric)  # 楼宇达到7栋，比去年底增加2栋
    if "占比" in printed and metric.endswith("额"):
        return False
    short = len(metric) < _SHORTEST and not metric.endswith("率")
    of_the_goal = "目标" in metric and bool(_GOAL_AMOUNT.search(printed))
    # 同比分别增长18%和24% tells of two measures
    return short or of_the_goal or (is_change(metric) and "分别" not in printed)


_BULLETS = tuple("■●◆▲★•")
_BULLET = re.compile(r"^[■●◆▲★•]+(?:全[省市区县])?")
_DIVISIONS = tuple("市县区旗")
_HELD_WITHIN = re.compile(r"^.*\d[^()]*\((?:含|其中含)(?=[一-鿿]{2})")
_COUNTED_FIRST = re.compile(r"^(?:其中)?\d+余?[个家项宗](?=[一-鿿]{2,12}(?:投资|金额|总额))")
_CHIEFLY = re.compile(
    r"^(?:[^以]{0,12}以)?(?P<kind>[^以、]{2,12}?(?:项目|产业|企业|业))为主(?=共|合计|有|总|投资|协议|计划|$)"
)
_SHORTEST = 4  # characters that tell of what a rate is


def _measured_earlier(quantity: Quantity, cast: Cast, begin: int, subject: str, *, own: str) -> str:
    earlier = previous_clause(cast, begin, subject)
    only_done = earlier in ONLY_DONE or (quantity.kind != "rate" and earlier.startswith("占"))
    if (
        is_change(earlier)
        or earlier == RISEN
        or only_done
        or tells_of_aim(earlier)
        or (own and tells_aside(earlier))
    ):
        # 环比上升16.7%，同比下降6.7%; 出口钢材33亿元，增长5.3%，占30.4%; 进度居全省第三，同比增长10.6%;
        # 完成任务进度最快的是甲旗，达到38.8%
        of_the_aim = earlier if quantity.kind == "rate" and tells_of_aim(earlier) and not own else ""
        measured = measured_before(cast, begin, subject)
        earlier = (without_aim(measured) if only_done else measured) or of_the_aim
    if is_change(own):  # 实际进资占总进资的78%，同比增长45%: it is the money that grew
        earlier = _SHARE_OF_ALL.sub("", earlier)
    return earlier if quantity.kind == "rate" else without_change(earlier)


def _grown_before(cast: Cast, begin: int, subject: str) -> str:
    """进出口额同比增长97.5%，占全省总量的18%: it is what grew that has the share."""
    earlier = previous_clause(cast, begin, subject) if cast.text[begin - 1 : begin] == "," else ""
    return earlier if _GROWN_AND.search(earlier) and not is_change(earlier) else ""


_GROWN_AND = re.compile(r"(?<=[一-鿿]{2})(?:同比|环比|比上年)?(?:增长|增加|提高|上升|下降|减少)$")
_SHARE_OF_ALL = re.compile(r"(?<=[一-鿿]{2})(?:占比|占(?:总|全)[^,;。]{0,8})$")


_STANDS_ALONE = re.compile(
    r"(?:完成|实现|到位|领跑|居首|居前|领先|夺魁|[位排]?[居名列]?第一|[位排]?[居名列]榜首|遥遥领先)?"
)
_AS_FOR = re.compile(
    r".*(?:^|[;。,:])(?:从|在)?(?P<measure>[一-鿿A-Za-z]{2,12}?)"
    r"(?:方面|上看|来看|情况看|(?:总[量额数])?(?<=[量额数金资])上)[,:]"
)
_AMONG_THEM = re.compile(
    r"(?:包括|包含|以)[^,;。]{2,60}?(?:在内|为代表)的(?=[一-鿿]{2,10}$)"
)  # 引进包括甲、乙在内的企业17家
_AMONG = re.compile(r"(?:包括|包含|涵盖)(?=项目|企业|工程)")
_DOES_ALONE = re.compile(r"新?(?:签约|引进|落地|开工|投产|有|来了)?")
_WEAK = re.compile(
    r"(?P<kind>[一-鿿A-Za-z\d]{1,10}?(?:项目|企业))(?:数量?)?(?:仍|还|依然|相对|明显|普遍)*(?:偏|较|太|过|不够|不|很)?(?:少|多|足|小|弱|缺乏)[,:]?$"
)


def _weak_kind(cast: Cast, begin: int) -> str:
    """文旅项目偏少，全年只签约27个: what is counted is what the clause before finds too few of."""
    weak = _WEAK.search(cast.text[cast.clause_before(begin) : begin])
    return (
        re.sub(r"^(?:[一二三四五六七八九十]是|但|不过|其中|的|(?:全市|我市)的?)+", "", weak["kind"])
        if weak
        else ""
    )


def _noun_after(after: str) -> str:
    if (held := _HELD_BY.match(after)) is not None:
        return held["noun"]
    holding = _HOLDING_SO_MANY.match(after) if "项目" in after else None
    if holding is not None:
        return holding["noun"]
    match = _NOUN_AFTER.match(after)
    noun = _SURE_AIM.sub("", match["noun"]) if match else ""
    if noun in ("多", "少"):  # 比去年同期的25个少6个
        return ""
    stop = _NOUN_STOP.search(noun)
    return noun[: stop.start()] if stop else noun


_SURE_AIM = re.compile("^(?:确保|力争|奋斗)(?=目标)")  # 完成全年400个确保目标的43.8%
# 7个项目集中开工: counted is what was begun
_STAGE_AFTER = re.compile(
    r"[^,;。、\d]{0,8}项目(?:现场|同时|同步|已)?(?P<stage>(?:集中)?(?:签约|开工|竣工|投产))(?=[,;。、]|$)"
)
_HELD_BY = re.compile(
    r"由[^,;。]{2,16}(?:担任|组成|牵头|领衔)的[“\"]?(?P<noun>[一-鿿]{2,10})[”\"]?"
)  # 17位由市级领导担任的“链长”
_HOLDING_SO_MANY = re.compile(  # 14个产业集群项目337个: the clusters are 14; 59家500强企业投资项目77个
    r"(?P<noun>(?!在建|新建|续建|已|重[点大])[一-鿿]{2,10}?|[^,;。、()]{0,12}?企业)(?:新?签约|开工|在建|投资)?项目(?:共|达|有)?\d+余?[个家]"
)
_NOUN_AFTER = re.compile(  # 59家“三类500强”企业
    r"^(?:的)?(?P<noun>(?:“[^“”,;。]{2,10}”(?=[一-鿿]{0,4}(?:企业|项目)))?(?:[^,;。、!?:()（）“”—\d]|\d+强){0,22})"
)
_NOUN_STOP = re.compile(
    r"(?:(?:发展|壮大|增加|增长|提高|上升|扩大|下降|减少|降低|提升|[猛激跃攀回飙剧]?[增升降])[到至]|累计(?=完成|$)|正在|大关|关口|[位排]?居[首第前]|名列|领[跑先]$|已经|已|将|均|都|等|成功|顺利|先后|集中|全部|取得|实现|完成|提速|建成(?!项目)|为|是|"
    r"更正|修正|修订|核减|核增|调[增减]|[上下]调|调整为|达|占|在|于|到|以及|并|和|及|与|中|来自|涉及|总投资|投资总额|(?:协议|计划|合同)投资|开工率|"
    r"(?:同比|环比)?(?:增长|增加|提高|上升|下降|减少|降低)(?:了|约|近|超)*$|有$|[多少]出$)"
)
# 增长到 leads to a level: what is measured is the thing, not its growth.
_RISEN_TO = re.compile(
    rf"(?:{CHANGES}|发展|壮大|追加|调增|调整|[猛跃攀回]?升)(?:到|至|为)了?(?:(?:如今|现在|目前)的?)?$"
)
_RISEN_FROM = re.compile(  # 由18个增加到41个; 由2021年的18个、2022年的26个增加到2023年的41个
    rf"[从由](?:同期|原(?:来|定|先|计划)?)?的?(?:\d[\d.,]*[一-鿿%]{{1,3}}(?:、的?\d[\d.,]*[一-鿿%]{{1,3}})*(?:{CHANGES}|发展|壮大)?)?$"
)
_GREW_BESIDE = re.compile(
    rf"\d[^,;。、\d]{{1,4}}、(?:同比|环比|[比较][去上]年(?:同期)?)?{CHANGES}(?:约|近|超|了)*$"
)
_THAN_AMOUNT = re.compile(
    rf"(?:^(?:同期)?|(?:(?<![占对])比(?![例重])|较)[^,;。]{{0,8}}?)的?\d[\d.,]*(?:[一-鿿]{{0,3}}|%)(?={CHANGES}$)"
)  # 比2020年的3105亿元增长
_DIFFERS = re.compile(
    r"(?P<than>(?:比|较)[^,;。]{2,12}?|[同环]比)(?<!减)(?P<way>[多少])[了出]?(?P<doing>签约?|新签约|引进|落地|开工|投产)?$"
)  # 比去年同期多4个, 同比多签35个
_THEN = re.compile(r"的\d[\d.,]*[一-鿿]{1,2}$")  # 比4月份的20个多2个
# 完成年度目标（760亿元）的54.3%: the goal is of what the clause before measures, and so is the share of it.
_GOAL_AMOUNT = re.compile(r"(?<=[标务划])\((?:为|是)?[^()]*\)(?=的?$)")
# 瞪羚企业达18家，占全市（36家）的50%: in brackets stands how many the whole has of the same.
_WHOLE_OPENED = re.compile(
    r"占(?:(?:全部|所有|全[市省区县])(?:新)?(?P<noun>[^,;()\d]{2,10}(?:项目|企业))|[^,;()\d]{2,8})\("
)
_WHOLE_COUNTED = re.compile(r"(?:(?<=[市省区县州国])|(?<=项目)|(?<=企业))\(\d[^()]*\)(?=的?$)")
_GOAL_OPENED = re.compile(r"(?:目标|任务|计划)(?:任务|目标)?数?值?\((?:为|是)?$")
# 完成全年目标任务5亿美元的68.4%: both the aim and the share of it are of what was told before.
_AIM_PRINTED = re.compile(
    rf"^(?:已|仅|也|均|分别|率先|提前(?:[一二两三四五六\d]+个?(?:月|季度|天|周))?)*(?P<done>(?:超额)?完成|占|为|是|相当于|达到?|不足|不到|未达)了?(?P<of>{AIM_OF})(?:(?:{AMOUNT}|\d+[个家项])的?)?(?:确保|力争|奋斗)?(?:目标|任务|计划)(?:目标|任务|数)*"
    r"(?:的|为)?(?:\d[\d.,]*[一-鿿]{1,4}的)?$"
)
_SHORT_OF = re.compile(r"(?:距离?|离|不及|低于|未达到?)(?:全年|年度)?$")  # 落地率61%，距65%的目标仍有差距
_WITH_ZONE = re.compile(
    r"(?:完成)?(?:情况)?\((?:包括|包含|含)[^()\d]*\)"
)  # 我县（包括大龙经开区）签约项目88个
_PARTS_LAST = re.compile(rf"{_WITH_ZONE.pattern}$")  # 丙区51个、丁县（含飞地）15个
_ZONE_CLOSED = re.compile(r"^[^()]{2,12}[区园市县城港]\)")
_IN_BRACKETS = re.compile(
    r"(?!其中|含|不含|包括|包含|截至)(?:(?:\d{1,2}[—–\-~至到])?\d{1,2}月份?[一-鿿]{2,12}|[一-鿿]{3,12})"
)
_ASIDE = re.compile(r"\([^()]*,[^()]*\)")
_IN_ALL = re.compile(r"(?<=项目)(?:共|累计)(?=[到引签完])")  # 招商引资项目共到位资金58亿元
_EXPLAINED = re.compile(r"(?<=项目)\([^()]*\)$")  # 新签约项目（3000万元以上工业项目、亿元以上其它项目）174个
_SIGNS = re.compile(r"^签(?=项目|总投资|\d|$)|^签订(?=合作项目)")  # 新签项目
_IS_SHARE = re.compile(
    r"占(?:比|到|了|比重|总量的|全[市省区县]的)?(?:为|达到?|约|近|超)*(?:\d[\d.]*%[、和与及])*$"
)
# 开工率低于60%的有甲区（57.3%）: the bound picks the places, what is measured stands before it.
_BOUNDED = re.compile(
    r"(?:低于|高于|超过?|不足|突破|达到|少于|多于|未达到?)\d[\d.]*[一-鿿%]{1,4}?(?:以上)?的(?:[区县市]+|地区|地方|板块)?(?:有|是|为|包括|依次为)?(?:[一-鿿]{2,6}(?:\(\d[^()]*\))?、?)*\(?$"
)
# 总投资586亿元人民币和8.7亿美元: both are the total.
_OTHER_MONEY = re.compile(r"\d[\d.]*[万亿]?(?:美|欧|港|日)?元(?:人民币)?[和、及与]$")
# 投资12.55亿元开工改造103个老旧小区; 总投资50亿元的甲项目和总投资15亿元的乙大厦: what another figure is of.
_SPENT_ON = re.compile(r"^(?:总?投资|投入)\d[\d.]*[万亿]?元(?:资金)?,?(?=[一-鿿]{2})(?!的|以上)")
_ALSO_PRICED = re.compile(r"^.*\d[^,;。]*[和及与、](?=(?:计划|协议|意向)?总?投资(?:额)?(?:约|达)?$)")
