"""How real is a figure: done, aimed at, foreseen, a project's planned total, or a rule of a policy?"""

from __future__ import annotations

import re

from ingest.ledger.metric_words import AIM_OF, BEYOND_AIM, BEYOND_LAST_YEAR, PAST_ITS_AIM
from language.intended import INTENDED
from language.quantity import AMOUNT, Quantity
from vectorstore.ledger_rows import Modality

_TITLES = re.compile(
    r"《[^》]+》|“[^”]{2,20}(?:计划”|”(?:专项|行动)*计划)"
)  # 行动计划 in a title or between quotation marks plans nothing
_AFTER = re.compile(r"^[^,;。]{0,12}(?:预计|有望|即将)")
_TARGET = re.compile(
    r"力争|原定(?!价)|(?:预期|年度|全年|发展|工作|总体)?目标(?:是|为|:|,|任务)(?!任务)|目标(?=(?:新?签约|引进|到位|实际|利用|使用)[^,;。]{0,10}(?:\d|$))|(?<![较比]原)(?<!行动)计划(?!单列|完成率|[外内]|"
    rf"总?投资|的)|行动计划(?![,;的])|(?<!已)(?<!已经)(?<!资金)争取(?!了)|确保|{INTENDED}(?!上市|定|人|合)|规划(?!和自然资源|中的|面积|用地|占地|范围|建筑|展示|编制|局)|锚定(?![^,;。]{{0,40}}等$)(?![^,;。]*定位,)|要(?:再|继续|努力|尽快)*(?:实现|完成|达到|力争|确保|新增|"
    r"引进|招引|签约|签(?=\d)|推动|建成|开工|落地|突破|保持|在|超过|不断|全年)|"
    r"(?:预期|约束性)目标|(?<![于过])(?:目标|预期)增[速幅长](?:为|是|定为)|任务(?:目标|数|为|指标)|(?<!积极)(?<!精心)筹备(?!期)|筹建|谋划(?!一批)|年内(?:完成|建成|实现|"
    r"新增)|届时|分别达到.*目标"
)
_FORECAST = re.compile(
    r"预计|有望|可望|预期(?!性?目标)|可(?:同时)?(?:年产|达|实现|新增|带动|提供|形成|容纳|签约(?=的))|满产后|投产后|达产后|"
    r"建成后|全部建成|竣工后|运营后|投用后|达效后|预测|估算"
)
_APART_FROM_AIM = re.compile(r"[高低快慢]于[^,;。]{0,8}目标(?:增[速幅])?$")
_GOAL_BRACKETED = re.compile(
    r"(?:目标|任务|计划)(?:任务|目标|数)?(?:值|数)?\((?:为|是)?$"
)  # 年度目标（760亿元）的54.3%
# 完成年度目标任务900亿元的54.1%，其中…: the 900 is an aim, what is told after it is done.
_OF_AN_AIM = re.compile(
    r"(?<!力争)(?<!确保)(?<!计划)(?:完成|占|达到)了?"
    rf"{AIM_OF}(?:(?:{AMOUNT}|\d+[个家项])的?)?(?:确保|力争|奋斗)?(?:目标|任务|计划)(?:目标|任务|数)*"
)
_REACHED_AIM = re.compile(r"(?<![为要保争力])实现了?[^,;。\d]{0,6}(?:倍增|翻番|增长|预期)目标")
_GOAL_SAID = re.compile(  # 柴桑区全年任务40个
    r"^(?![^,;。]{0,20}(?:完成|占|达到|实现|超)).*(?:目标|(?:年度|全年)[^,;。\d]{0,8}(?:任务|投资计划))(?:任务|目标|数|值)?(?:为|是|定为)?$"
)
_REACHED = re.compile(r"(?:目前|现|已|均|仅|也|分别|累计|总体|实际)*(?:完成|达到?)了?(?:约|近|超)*")
_PART_OF_PLAN = re.compile(r"计划(?:的|任务)?$|占.{0,8}计划")
_SHARE_OF_PLAN = re.compile(r"占.{0,14}(?:计划|目标)")
_CORRECTS = re.compile(
    r"\s*(?:更正|勘误|订正|说明|备注|注|(?:存在)?的?(?:主要|突出)?(?:问题|困难|不足|短板))[:：]"
)
# 全力冲刺招商引资全年目标纪实 heads what was done for it
_RUN_FOR = re.compile(
    r"(?:(?<!确保)(?<!力争)(?<!争取)(?:超额|提前|圆满|全面|已|顺利)(?:完成|实现)|冲刺|决战|奋战|剑指|瞄准|紧盯|对标|跑赢|奔着|奔向)[^,;。、\d]{0,14}?(?:目标|任务)"
)
_HEADS_AIMS = re.compile(  # 计划投资额265.7亿元 of a headline tells of one amount
    r"(?:目标|任务|计划(?!总?投资))(?!.{0,4}(?:完成|进展|落实|执行|实现))"
    r"|^(?!.*(?:情况|总结|回顾|完成|进展)).*(?:打算|安排|思路|展望|谋划|下一?步)"
)
_AIM_NEXT = re.compile(r"(?:以上)?的?(?:年度|全年|签约|招商|引资|投资|工作|[一-鿿]{2}){0,2}(?:目标|任务)")
# 紧盯到位资金1690亿元、利用外资4亿美元的目标
_AIM_OF_A_LIST = re.compile(
    r"(?:[、和与及][^,;。、\d]{2,16}\d[\d.]*[^,;。、\d]{1,4}?)+的?(?:年度|全年|总|预期|工作)*(?:目标|任务)(?:任务)?(?![值数]?(?:的|\d|\())"
)
# 确定了“签约80个、增长10%以上”的年度目标任务: all that is quoted is aimed at
_AIM_QUOTED = re.compile(r"[^。;“”]{0,80}”的?(?:年度|全年|总体?|预期|工作|发展)*(?:目标|任务)(?![值数]?\d)")
# 将首谈保护期由90天延长至180天 says what was done with it
_WILL = re.compile(
    r"将(?![乐军])(?!.{0,12}(?:作为|打造成|纳入|列为|视为)|[^,;。\d]{1,16}[由从](?:原来|原先|原定|此前)?的?(?:(?!20\d\d年)\d|$))|即将"
)
_DONE = re.compile(
    r"已(?!.{0,3}(?:计划|确定))|目前|截至|累计完成|完成(?:投资|率)|实际(?!利用|使用|吸收|到位)|同比|环比|达成|"
    r"到位(?!资金|[内外]资|率)|荣获|刚刚过去|占(?:比|年度|全年|季度)|(?<!计划)实现(?!.*目标)了"
)
_RESET = re.compile(
    r"目前|截至|已(?:完成|累计|建成|签约|集聚|落地|开工|投产|到位)|其中已|上半年(?:完成|实现)|累计完成"
    r"|[只仅]完成|,(?:实际)?开\(?复\)?工|(?:现|先期|业|均|都|[,;(])已经?(?![计确拟][划定])[一-鿿]{1,4}(?:约|近|超)*(?=\d|$)|最终(?![一-鿿]{0,2}(?:目标|要|将))|,实际(?!利用|使用|吸收|到位)"
)
_TOTAL = re.compile(
    r"(?:计划|预计|概算|项目|估算|规划)?总投资(?:额|规模)?(?:约|达|超|近|逾|为|:|超过|"
    r"不低于|合计|共|分别为?(?:\d[\d.]*[万亿]元[、和与])*)*(?:(?:由|从)(?:原来?|原定|原计划|原先|最初)?的?(?:\d[\d.]*[万亿]*[美欧港日]?元)?(?:调整|增加|提高|更正|追加)?[为到至]?|(?:调[整增减]|增加|提高|追加)[为到至])?$|追加总?投资额?[到至]$|(?:投资总额|(?<=项目)投资额)(?:约|达|超|为|:)*$"
)
_INVEST = re.compile(
    r"(?<!完成)(?<!固定资产)(?<!实际)(?<!到位)(?<!产业)(?<!工业)投资(?:额|约|达|超|近|逾|过|为)*$"
)
_PLANNED_TOTAL = re.compile(r"(?:年度|季度|当年|今年)(?:计划)?(?:总)?投资(?:额|约|达|超|为)*$")
_RULE = re.compile(
    r"给予|奖励|补助|补贴|资助|贴息|不超过|最高|上限|扶持|按照?.{0,14}(?:标准|比例)|"
    r"一次性|奖补|减免|每(?:年|户|家|人|平方米|亩|个).{0,6}(?:补|奖)"
)
_POLICY = re.compile(
    r"对.{2,40}(?:的|企业|项目|机构|单位|人才).{0,30}(?:给予|按|奖励|补)|(?:给予|"
    r"予以).{0,20}(?:奖励|补助|补贴|资助|支持|扶持|贴息|奖补)|符合.{0,20}条件"
)


def modality(
    sentence: str,
    quantity: Quantity,
    *,
    clause_start: int,
    clause_end: int,
    heading: str = "",
    by_place: bool = True,
) -> Modality:
    """The modality of one quantity of a folded sentence.

    A marker governs what follows it in its sentence until something done is told; `heading` may tell aims.
    `by_place` says the subject is a government, whose 将 is an aim, not a forecast.
    """
    if "《" in sentence or "”计划" in sentence or "计划”" in sentence:
        sentence = _TITLES.sub(lambda match: "《" + "〇" * (len(match.group()) - 2) + "》", sentence)
    before = sentence[clause_start : quantity.outer_start]
    share_of = _OF_AN_AIM.search(before) if _AIMS.search(before) else None
    if share_of is not None and not before[share_of.end() :].strip("的约近(为"):
        return "actual" if quantity.kind == "rate" else "target"
    if quantity.unit == "个百分点" and _APART_FROM_AIM.search(before):
        return "actual"  # 增速高于预定目标3个百分点
    clause = sentence[clause_start:clause_end]
    if _is_rule(sentence, clause, quantity):
        return "rule"
    invested = quantity.kind == "money" and "投资" in before  # quicker to tell than what the patterns do
    if invested and _TOTAL.search(before) and not _PLANNED_TOTAL.search(before):
        return "planned_total" if not re.search(r"计划在", before) else "target"
    marked = _marked(sentence, clause, quantity, clause_start, by_place=by_place)
    if marked is not None:
        return marked
    if "目标" in heading or "任务" in heading:  # 签约49个，完成目标任务104%: what was done
        heading = _RUN_FOR.sub("", _OF_AN_AIM.sub("", heading))
    aims = _HEADS_AIMS.search(heading)
    if aims and not _CORRECTS.match(sentence) and not _DONE.search(clause):
        return "target"
    if invested and _INVEST.search(before) and not _DONE.search(before):
        return "planned_total"
    return "actual"


def _marked(
    sentence: str, clause: str, quantity: Quantity, clause_start: int, *, by_place: bool
) -> Modality | None:
    """What a word of aim or expectation, or of a share of a plan, makes of the figure; None without one."""
    before = sentence[clause_start : quantity.outer_start]
    if sentence.startswith("已", quantity.outer_end) and _PAID.match(sentence, quantity.outer_end):
        return None  # 建成后新增产能5000吨，首期资金3000万元已到位
    aims = _AIMS.search(sentence) is not None  # what five patterns look for, and few sentences have
    governing = _governing(sentence, quantity)
    governing = _REACHED_AIM.sub("", _OF_AN_AIM.sub("", governing)) if aims else governing
    past = "超" in before and BEYOND_AIM.search(before) is not None  # 新开工334个，超出年初目标34个
    if aims and not past and (_GOAL_BRACKETED.search(before) or _GOAL_SAID.search(before)):
        return "target"
    if _FORECAST.search(before) or (_FORECAST.search(governing) and not _RESET.search(before)):
        return "forecast"
    if _AFTER.match(sentence[quantity.outer_end :]):
        return "forecast"
    if aims and quantity.kind == "rate" and _REACHED.fullmatch(before):
        return "actual"  # 目标任务35亿元，1—9月实现26.6亿元，完成76%
    if aims and (_PART_OF_PLAN.search(before) or _SHARE_OF_PLAN.search(clause)):
        return "actual"
    if _aims_at(governing) or (aims and _target_after(sentence, quantity)):
        return "target"
    if _WILL.search(governing):
        return "target" if by_place else "forecast"
    return None


_PAID = re.compile("已(?:经|全部|足额)*(?:到位|到账|拨付|下达|支付|缴付)")
_AIMS = re.compile("目标|任务|计划")


def _governing(sentence: str, quantity: Quantity) -> str:
    """The part of the sentence before the quantity in which a marker still holds."""
    text = sentence[: quantity.outer_start]
    cut = max(text.rfind(";"), text.rfind("。"))
    text = _CLOSED.sub(
        "", text[cut + 1 :]
    )  # 24家（任务数20家），上报到位资金41亿元: the aim ends with its bracket
    opened = text.rfind("(")
    if opened > text.rfind(")") and _DONE_WITHIN.match(text, opened + 1):
        return text[opened + 1 :]  # 年度计划160亿元（1至9月完成
    text = PAST_ITS_AIM.sub("", text) if "超" in text else text
    text = _SITE_PLANNED.sub("", text) if "规划" in text else text
    text = _NO_AIM.sub("", text) if _MAY_BE_NONE.search(text) else text
    resets = [match.start() for match in _RESET.finditer(text)]
    if resets and not _aims_at(text[resets[-1] :]):
        return text[resets[-1] :]
    return text


# 规划建设1000亩的某产业园，入驻企业15家: what is planned is how large it will be
_SITE_PLANNED = re.compile(
    r"规划(?:建设|占地|面积)?[^,;。]*\d[^;。]*?的[^,;。的\d]{2,16}(?:园区?|基地|城|港|项目),"
)
# 争取上级资金18亿元 tells what was obtained, 编制规划5个 and 谋划项目62个 what was done.
_MAY_BE_NONE = re.compile("[争规谋]")
_NO_AIM = re.compile(
    r"(?<![将要力])争取(?:到(?!位|20)|(?:[各上]级|中央|国家|省级?|市级|地方|政府|专项|政策性?|预算内|财政|各类)*(?:资金|债券|补助|投资(?=\d|$)))"
    r"|(?:编制|出台|印发|制定)[^,;。\d]{0,10}(?:规划|行动计划)|规划(?:展览|展示)?馆"
    r"|谋划(?:储备|包装|生成|论证|推进)*(?:重大|重点|招商|产业)*项目"
)
_CLOSED = re.compile(r"\([^()]*\)")
_DONE_WITHIN = re.compile(r"(?![^()]*[计拟将争])[^()]{0,10}?(?:已|完成|实现|到位)")
_MAY_AIM = re.compile("[争标划保拟锚要务筹谋届内定]")  # every word that aims has one: quick to tell


def _aims_at(words: str) -> bool:
    return _MAY_AIM.search(words) is not None and _TARGET.search(words) is not None


def _target_after(sentence: str, quantity: Quantity) -> bool:
    at = quantity.outer_end
    quoted = "”" in sentence and _AIM_QUOTED.match(sentence, at)
    return bool(quoted or _AIM_NEXT.match(sentence, at) or _AIM_OF_A_LIST.match(sentence, at))


def _is_rule(sentence: str, clause: str, quantity: Quantity) -> bool:
    if quantity.kind not in ("money", "rate"):
        return False
    granted = bool(_RULE.search(sentence)) and bool(_RULE.search(clause) or "的" in clause)
    return granted and bool(_POLICY.search(sentence))


_CHANGE = (
    r"(?:增长|增幅|增速|降幅|涨幅|跌幅|增加|提高|提升|下降|减少|上升|回落|收窄|扩大|上涨|下跌|降低|"
    r"高于[^\d]{0,12}|低于[^\d]{0,12}|(?<!新)增)"
)
_DIFFERS = re.compile(  # 比去年同期多4个, 同比多签35个
    r"(?:[同环]比|(?:比|较)(?:上年|去年|前年|20\d\d年|年初|上月|上季度|上半年|同期|[一二三]季度|\d{1,2}月份?|前[一-鿿]{1,4})[^,;。]{0,6}?)(?:多|少)(?:了|出)?(?:签约?|新签约|引进|落地|开工|投产)?$"
)
_GROWTH = re.compile(rf"{_CHANGE}(?:了|约|近|超|逾|达|为|超过|幅度|率|(?<=[速幅])分别)*$")
_LISTED = re.compile(  # 分别增长8.1%、7.2%和6.5%; 增加9个、38亿元
    r"(?:[-−]?\d[\d.]*(?:%|个百分点)(?:[、和与及]|以及))+$|(?<=增加)\d[\d.]*个、$|(?<=减少)\d[\d.]*个、$"
)
_JOINTS = ("、", "和", "与", "及", "\n")
_LEVEL = re.compile(r"(?:增长|增加|提高|提升|上升|扩大|下降|降低|增)(?:到|至|为)$")
_COMPARED = re.compile(r"同比|环比|年均|名义|比(?:上年|去年|20\d\d年)|较(?:上年|去年|年初|20\d\d年)|同期")


def is_growth(sentence: str, quantity: Quantity) -> bool:
    """Whether the quantity says how much something changed, not how much it is."""
    before = sentence[max(0, quantity.outer_start - 60) : quantity.outer_start]
    before = (_LISTED.sub("", before) if before.endswith(_JOINTS) else before)[-16:]
    if quantity.unit == "个百分点":
        return True
    if _LEVEL.search(before):
        return False
    if _DIFFERS.search(before):
        return True
    if "超" in before and (BEYOND_AIM.search(before) or BEYOND_LAST_YEAR.search(before)):
        return True
    if _GROWTH.search(before):
        return (
            quantity.kind == "rate"
            or bool(_COMPARED.search(before))
            or not _things_follow(sentence, quantity)
        )
    return sentence.startswith(("的增速", "的增幅", "的增长"), quantity.outer_end)


def _things_follow(sentence: str, quantity: Quantity) -> bool:
    """提升24条产业链 changes chains, it does not grow by 24."""
    return quantity.kind == "count" and bool(re.match(r"[一-鿿]", sentence[quantity.outer_end :]))
