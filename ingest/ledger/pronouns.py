"""Which thing named before do 该项目, 该公司, a bare 二期 or 建成后 mean?"""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.ledger.cast import Cast, Topic
from ingest.ledger.leading import leads
from ingest.ledger.topics import Scene, entity_told, is_part
from language.naming import Name
from language.quantity import Quantity
from language.value import replace

_IT = re.compile(
    r"该(?:公司|企业|集团|项目|园区|产业园|基地|中心|工程|平台|基金|片区)|"
    r"(?:(?<![一-鿿])(?:[一二三四]期(?:工厂|项目|工程|厂房)?)|(?<=项目)[一二三四]期|(?<=其中)[一二三四]期|第[二三四]工厂|新工厂)"
    r"(?=占地|用地|总投资|投资\d|追加|计划|拟|预计|建成|总?建筑面积|达产|设计|年产|月产|已|设备|主体|厂房|\d)|"
    r"(?<![一-鿿])(?:项目|园区|公司|基地)(?=(?:选址|用地|位于|由|分[两三]期|总投资|总占地|占地|规划|计划|建成|投产|"
    r"达产|一期|全部|已|预计|将))"
    r"|(?<![一-鿿])园区(?=给自己|自己|定下)"
)
_AFTERWARDS = re.compile(
    r"^(?:项目)?(?:全部|整体)?(?:建成|投产|达产|满产|竣工|投用|达效)(?:投产|运营|达产)?后"
)


_OWN_MEASURE = re.compile(
    r"^(?:项目)?(?:计划|预计|一期|二期|可)*"
    r"(?:总投资(?!额?(?:超过?|过|在|达)?\d[\d.]*[万亿]*元(?:\(含\))?(?:及?以上|的[一-鿿]{0,4}项目))|总占地|占地|用地|总建筑面积|建筑面积|年产值|年产|达产|规划建设)"
)


_COUNTED = re.compile(r"\d余?[个家项]")
_COUNTED_PROJECTS = re.compile(r"(?:\d[2-9\d]|[2-9])余?个[^,;。]{0,12}项目")


def pronoun_entity(quantity: Quantity, cast: Cast, scene: Scene, before: list[Name]) -> Topic | None:
    """该公司 and 该项目 are what was named last of their kind; so is the project of a bare 建成后."""
    begin, _ = cast.clause_at(quantity.start)
    told = _IT.finditer(cast.text) if _refers(cast.text) else ()
    found = [one for one in told if one.end() <= quantity.start]  # what it looks ahead for may be the figure
    if found:
        last = found[-1]
        if last.group() == "项目" and _COUNTED_PROJECTS.search(cast.text, 0, last.start()):
            return None  # 48个重大项目集中开工，项目总投资727亿元
        entity = _named_in_sentence(last, cast, scene) or _last_of_kind(last.group(), scene)
        named_since = any(name.end > last.start() and not _is_doer(name, cast) for name in before)
        led_since = any(last.end() <= m.start < begin and leads(cast, m.start, m.end) for m in cast.mentions)
        return None if named_since or led_since else entity
    counted = _COUNTED.search(cast.text, 0, begin)
    led = any(mention.end <= begin and leads(cast, mention.start, mention.end) for mention in cast.mentions)
    if before or counted or led:
        return None
    own = _AFTERWARDS.match(cast.text[begin:]) or _OWN_MEASURE.match(cast.text[begin : quantity.outer_start])
    return (scene.project or scene.earlier or scene.titled) if own else None


def _is_doer(name: Name, cast: Cast) -> bool:
    """该项目由甲公司投资,总投资45亿元: the company says who builds it, and is not told of."""
    return cast.text[name.start - 1 : name.start] == "由" and name.kind != "project"


@lru_cache(maxsize=512)  # asked for every figure of the sentence
def _refers(text: str) -> bool:
    """Whether the sentence holds a pronoun anywhere."""
    return _IT.search(text) is not None


def _named_in_sentence(pronoun: re.Match[str], cast: Cast, scene: Scene) -> Topic | None:
    """引进甲有限公司，该公司计划投资5亿元: the company named just before."""
    kind = "organisation" if re.search(r"公司|企业|集团|基金", pronoun.group()) else "project"
    named = [name for name in cast.names if name.end <= pronoun.start() and name.kind == kind]
    named = [name for name in named if not is_part(cast, name)]  # 一期建质检中心，二期投资13亿元
    told = entity_told(named[-1], cast, scene) if named else None
    phase = _PHASE.match(pronoun.group())
    if told is None or phase is None or _OWN_PHASE.search(told.subject) is None:
        return told
    return replace(told, subject=_OWN_PHASE.sub(phase.group(), told.subject))  # 甲一期工程…，二期投资7.2亿元


_PHASE = re.compile("[一二三四]期")
_OWN_PHASE = re.compile(r"[一二三四]期(?=(?:工程|项目)?$)")


def _last_of_kind(pronoun: str, scene: Scene) -> Topic | None:
    if "基金" in pronoun:
        return scene.organisation if scene.organisation and "基金" in scene.organisation.subject else None
    if re.search(r"公司|企业|集团", pronoun):
        return scene.organisation
    if re.search(r"园|片区", pronoun):
        return scene.park or scene.project or scene.earlier
    return scene.project or scene.earlier
