"""What does a follow-up about a grant or a task leave out: 最高多少, 投12亿元呢, 那场景招商呢?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.followups.of_a_paper import is_of_a_paper
from assistant.followups.remark import bare as stripped
from assistant.followups.remark import without_end
from language.place import PlaceNames
from language.quantity import Quantity, find_quantities
from language.text import fold
from language.words import tagged

_OF_A_GRANT = re.compile(
    r"奖|补[贴助多]|资助|扶持|优惠|减免|给(?:多少|几)|申报|申请|政策|兑现|贴息|贷款|安家|租房|引才|牵头|负责|责任单位|(?<![新原型能])材料|条件|怎么[补给]"
)
_LEAD = "还有|如果|要是|假如|若"
_ASKING = re.compile(
    r"(?:的|由|归|要|需要|能|可以?|应|该)*(?:(?:目标|比例|金额|标准|额度|条件|材料|流程|对象|时间)?(?:是|为|有|给|拿|得|奖|补|交|怎么|如何)*"
    r"(?:多少|几[年个档类]|什么|哪些|哪[个天里几]|谁|怎[么样]|如何).*)$"
)
_DETAIL = re.compile(
    r"多少|多[久长]|几|什么|哪|谁|怎|何|吗|截止|最[高多低]|能不能|可不可以|有没有|电话|期限|条件|材料|流程"
)
_CLASS = re.compile(
    r"(?:第?[\d一二三四五六七八九十]{1,2}|[甲乙丙丁A-Da-d]|国家|省|市|区|县)(?P<kind>[级类档星])"
)
_KIND = re.compile(r"(?P<of>[一-鿿]{1,3})型的?")
_WHO = re.compile(r"(?:是|由|归|该|找)*(?:谁|哪个(?:部门|单位)|什么部门)(?:负责|牵头|管|抓|承担)")
# 首谈保护期多少天 … 超过了呢: what is done then.
_BREACH = re.compile(
    r"(?:一旦)?(?:超(?:过|出|期|时)|逾期|过期|到期|没(?:有|能)?(?:完成|达到|做到)|未完成|未达到|完不成|达不到|做不到)了?"
)
_TERM_ASKED = re.compile(
    r"(?:的)?(?:时限|期限)?(?:是|为|有|要|需要?)*(?:多少(?:天|年|个?月|个?工作日)|几(?:天|年|个?月|个?工作日)|多久|多长时间).*$"
)
_COMPARES = re.compile(r"更|哪个[多高大少]|谁[多高大少]|比|差|相")
_MOST_DETAIL, _MOST_NAME, _SUFFIX = 12, 8, 2


def of_a_grant(text: str, earlier: Sequence[str], *, places: PlaceNames) -> str | None:
    """The whole question that `text` stands for after questions about grants or tasks, oldest first; None
    where it follows none, or is of another kind."""
    bare = stripped(text, lead=_LEAD).removesuffix("的话")
    granted = [question for question in earlier if not is_of_a_paper(question)]
    asked = granted if granted and not _OF_PAPER.search(bare) else earlier
    base = fold(asked[-1]) if asked else ""
    if base and _BREACH.fullmatch(bare):
        return f"{without_end(_TERM_ASKED.sub('', base))}{bare}怎么办？"
    if not base or not (_OF_A_GRANT.search(base) or _OF_A_GRANT.search(bare)):
        return None
    if not bare or places.find(bare) or (_HEAD_ASKED.search(bare) and not _OF_A_GRANT.search(base)):
        return None
    return (
        _with_amount(bare, base)
        or _before(bare, base, places)
        or _with_aspect(bare, base)
        or _at_once(bare, base)
        or _with_class(bare, base)
        or _with_name(bare, base)
        or _with_taker(bare, base, places)
        or _with_task(bare, base, places)
        or _with_detail(bare, base, places)
    )


_HEAD_ASKED = re.compile(r"(?:负责|联系)人")  # of a project: no task is meant


def _with_amount(bare: str, base: str) -> str | None:
    """投12亿元 puts its amount where the question before had its own, 5000平方米 its area."""
    new, old = _measured(bare), _measured(base)
    if (
        len(new) != 1
        or len(old) != 1
        or (new[0].unit in _AREAS) != (old[0].unit in _AREAS)
        or len(bare) > _MOST_DETAIL
        or _DETAIL.search(bare)
    ):
        return None
    return base[: old[0].start] + bare[new[0].start : new[0].end] + base[old[0].end :]


_ASPECT = r"(?:补助|补贴|奖励)?(?:比例|标准|金额|额度|门槛|上限|期限|年限|条件)"
_ASPECT_ASKED = re.compile(
    rf"(?P<aspect>{_ASPECT}|(?:补助|补贴|奖励)?最[高多](?:能|可以?)?[给补奖拿]?)(?:是|有|为)?(?:多少|什么|多高)?[?？]?$"
)
_AWARDED = re.compile(r"补助|补贴|奖励")
_BEFORE_NOW = re.compile(r"(?:以前|原来|原先|之前|过去|旧政策|老政策)(?:的|是)?")


def _with_aspect(bare: str, base: str) -> str | None:
    """门槛 takes the place of 补助比例 in 技改补助比例是多少."""
    aspect, asked = re.fullmatch(_ASPECT, bare), _ASPECT_ASKED.search(base.split(",")[0])
    if _BEFORE_NOW.fullmatch(bare) and asked is not None:  # 原来呢
        return f"{base[: asked.end('aspect')]}原来是多少？"
    if aspect is not None and asked is None and _AWARDED.match(bare) and (topic := _topic(base)) != base:
        return f"{topic.removesuffix(bare[:2])}{bare}是多少？"  # 奖励上限 after 引荐人奖励是多少
    if aspect is None or asked is None or asked["aspect"] == bare or not asked.start():
        return None
    award = re.match(r"补助|补贴|奖励", asked["aspect"])
    return f"{base[: asked.start()]}{award.group() if award else ''}{bare}是多少？"


_FORMERLY = re.compile(
    r"(?:旧|老|原来?的?|以前的?|原先的?|之前的?|过去的?|废止的?)(?:政策|办法|文件|规定|措施|标准)的?(?:呢|里)?"
    r"(?:是|奖|补|给|怎么(?:说|规定|奖|补)|规定)?的?(?:多少|什么|怎样)?"
)


def _before(bare: str, base: str, places: PlaceNames) -> str | None:
    """旧办法呢 and 以前的政策是多少 ask the same of the paper that no longer holds."""
    if not _FORMERLY.fullmatch(bare) or "旧政策" in base:
        return None
    found = places.find(base)
    at = found[0].end if found and not found[0].start else 0
    return f"{base[:at]}旧政策{base[at:]}"


_AT_ONCE = re.compile(
    r"(?:和|跟|与|同)[^,，?？]{2,16}?(?:能不能|能否|能|可不可以|可以|是否|会不会)[^,，?？]{2,12}"
)


def _at_once(bare: str, base: str) -> str | None:
    """和投资奖励能同时拿吗 is of the grant spoken of and that other."""
    return f"{_topic(base)}{bare}？" if _AT_ONCE.fullmatch(bare) else None


def _with_class(bare: str, base: str) -> str | None:
    """4级 takes the place of 3级, 乙类 that of 甲类, 职能型 that of 综合型."""
    if (kind := _KIND.fullmatch(bare)) is not None and bare not in base:
        return re.sub(rf"[一-鿿]{{{len(kind['of'])}}}型", f"{kind['of']}型", base, count=1)
    new, old = _CLASS.fullmatch(bare.rstrip("的")), _CLASS.search(base)
    if new is None or old is None or new["kind"] != old["kind"] or new.group() == old.group():
        return None
    return base[: old.start()] + new.group() + base[old.end() :]


def _with_name(bare: str, base: str) -> str | None:
    """场景招商 takes the place of 基金招商: what ends alike and stands before what is asked."""
    if len(bare) > _MOST_NAME or _DETAIL.search(bare) or len(bare) <= _SUFFIX:
        return None
    at = base.find(bare[-_SUFFIX:])
    if at <= 0 or bare in base:
        return None
    end = at + _SUFFIX
    words = [token.start for token in tagged(base) if token.start < at and token.end in (at, end)]
    return base[: words[-1]] + bare + base[end:] if words else None


_TAKES = re.compile(
    r"(?:奖励|补[贴助])?(?:标准)?(?:最[高多])?(?:能|可以?|会)*(?:给|拿|得|领|享受|获得?|奖励?|补[贴助]?|最[高多])(?:到|是|为)?"
    r"(?:多少|什么|几|哪些).*$"
)


def _with_taker(bare: str, base: str, places: PlaceNames) -> str | None:
    """研发中心 takes the place of 地区总部 in 汕头地区总部能拿多少奖励."""
    asked = _TAKES.search(base)
    if asked is None or len(bare) > _MOST_NAME or _DETAIL.search(bare) or bare.endswith("的"):
        return None
    at = max((mention.end for mention in places.find(base[: asked.start()])), default=0)
    asks = re.sub(r"^(?:奖励|补[贴助])", "", asked.group()) if re.search(r"[奖补贴]", bare) else asked.group()
    return base[:at] + bare + asks if at < asked.start() else None


def _with_task(bare: str, base: str, places: PlaceNames) -> str | None:
    """场景发布 takes the place of 用地保障 in 宜宾用地保障由谁负责."""
    asked = _WHO.search(base)
    if asked is None or len(bare) > _MOST_NAME or _DETAIL.search(bare) or bare.endswith("的"):
        return None
    head = base[: asked.start()]
    at = max((mention.end for mention in places.find(head)), default=0)
    return base[:at] + bare + base[asked.start() :] if at < len(head) else None


def _with_detail(bare: str, base: str, places: PlaceNames) -> str | None:
    """最高多少 asks more of the grant that the question before was about."""
    if len(bare) > _MOST_DETAIL or not _DETAIL.search(bare) or _COMPARES.search(bare):
        return None
    topic = _topic(base)
    if _OF_PAPER.search(bare):
        found = places.find(topic)
        whose = topic[found[0].start : found[0].end] if found else (_WHOSE.match(topic) or [""])[0]
        topic = re.sub(r"原来|原先", "", re.sub(r"(?<=政策).+", "", topic))
        topic, bare = (f"{whose}政策", bare.removeprefix("政策")) if whose else (topic, bare)
        if not whose and _IN_FORCE.search(bare):
            topic = f"{re.sub(_ASPECT, '', topic).removesuffix('政策')}政策"
    if _GRANT.search(bare):
        topic = _OF_ONE.sub("", topic)  # 租厂房有补贴吗 is another grant than that for 投10亿
    if not _OF_A_GRANT.search(topic) and (grant := _GRANT.search(base)) and not _OF_A_GRANT.search(bare):
        topic = f"{topic}{_AS_NOUN.get(grant.group(), grant.group())}"  # 投10亿怎么奖 is about 奖励
    bare = f"有效期{bare}" if bare.startswith("到") and topic.endswith("政策") else bare
    bare += "多少" if bare.endswith(("最高", "最多")) else ""
    asks_nothing = topic == base and _DETAIL.search(base)
    return f"{topic}{bare}？" if len(topic) >= _SUFFIX and not asks_nothing else None


def _topic(base: str) -> str:
    """What a question about a grant is about, without what it asks: 天水总部奖励 of 天水总部奖励最高几年."""
    topic = _ASKING.sub("", re.split(r"[,，]", base)[0].rstrip("?？。"))
    topic = re.sub(r"(?:设立?|建|放|位于|落)?在$", "", topic)
    while (shorter := _ASKED_OF_IT.sub("", topic)) != topic and len(shorter) >= _SUFFIX:
        topic = shorter
    return topic


_ASKED_OF_IT = re.compile(
    r"(?:最[高多低]|[一每]年|有(?:没有)?[^,，]{0,6}吗|能[^,，]{0,6}吗|吗|截止|电话|标准|金额|要求|条件|材料|这?两[个者种]|这些|都|能|有|的|是|要|向|找)$"
)
# A matter of the whole paper, whichever of its grants was spoken of.
_OF_PAPER = re.compile(
    r"申请|申报|材料|部门|电话|截止|什么时候报|有效|生效|施行|执行|到(?:什么时候|哪[天年])|管多久|管几年|谁承担|分担|怎么分|搬|迁|骗|退"
)
_IN_FORCE = re.compile(r"有效|生效|施行|执行|管多久|管几年")
_WHOSE = re.compile(r"[一-鿿]{2,8}?(?:项目|企业|产业)")
_OF_ONE = re.compile(
    r"(?:投资?|到[账位资]|增资|租)?\d[\d.]*[万亿]?(?:[美欧]?元|平方米|亩|[名人台个家]|)(?:以[上下])?|(?:奖励?|补[贴助]?)$"
)
_GRANT = re.compile(r"奖励?|补[贴助]?|资助|扶持")
_AS_NOUN = {"奖": "奖励", "补": "补贴"}


def _measured(text: str) -> list[Quantity]:
    """The amounts of money of a text, else its areas."""
    found = find_quantities(text)
    money = [each for each in found if each.kind == "money" or each.unit in ("亿", "万", "千万", "百万")]
    return money or [each for each in found if each.unit in _AREAS]


_AREAS = ("平方米", "亩")
