"""Of whom, of when and of what is a question, and what does it ask of that?

江阳区上半年到位资金完成多少了 is of 江阳区, 上半年, 到位资金, and asks 完成多少了.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from assistant.followups.remark import times
from language.divisions import LEVELS, PARTS
from language.pattern import pattern
from language.place import PlaceNames
from language.text import fold

_MUCH = r"(?:多少|几)(?:[个家项次人](?!目)|(?:[亿万]?美?元|亿|万)(?!元?(?:及)?以上)|钱|倍|成)?"
_WHICH = rf"(?:哪[一几两三]?[个家些]?(?:{PARTS}|[{LEVELS}]|地方|板块)?|谁)"
_END_OF = r"[多少高低大小快慢好差重轻]"
_ASKED: dict[str, str] = {
    "reached": r"(?:目标|任务)(?:有没有|是否)?(?:完成|达到|实现)了?(?:吗|没有?)"
    r"|(?:有没有|是否|是不是)?(?:已经?)?(?:完成|达到|实现|达成)了?(?:年度|全年|\s+)?的?"
    rf"(?:目标|任务|计划)(?:任务)?了?(?:的?(?:{_MUCH}|百分之几)|吗|没有?)?了?"
    rf"|(?:现在|目前|已经?)?完成(?:了|得|到)?(?:{_MUCH}|怎么样|如何|情况)了?|完成率(?:是?{_MUCH})?",
    "goal": rf"(?:全年|年底前?|今年|\s+)要(?:签|完成|达到|引进|实现|做到)?(?:到|够)?{_MUCH}"
    rf"|(?:全年|年度|今年)?的?(?:目标|任务)(?:数|值|任务)?(?:是|为|有|定)?(?:{_MUCH}|什么|哪些)?",
    "share": rf"占\s*(?:比|全[{LEVELS}]|[一-鿿]{{0,4}})?的?(?:比重|比例)?(?:是|为|了)?(?:{_MUCH}|百分之几)?",
    "growth": r"比(?:去年|上年|前年|上半年|一季度|同期)?[多少高低增](?:了|出)?(?:多少|几[个家]?)"
    r"|(?:同比|环比|比[去上]年|较[去上]年)?(?:增长|下降|增加|减少|涨|降|增幅|增速|增减)[了率]?"
    rf"(?:是|为)?(?:{_MUCH}|怎么样|如何)?"
    "|同比|环比",
    "gap": rf"还?[差剩缺](?:{_MUCH}|多远)",
    "why": r"(?:是|又)?(?:因为什么|为什么(?:会|才|只有)?(?:这么|那么|如此|这样)?[多少高低大小快慢好差]?"
    r"|什么原因|原因(?:是什么|在哪)?|怎么回事)",
    "rank": rf"(?:是|有)?{_WHICH}的?(?P<of>[^,，?？]{{0,12}}?)(?:最{_END_OF}|更?{_END_OF})"
    rf"|最{_END_OF}的?(?:是|为)?{_WHICH}?|{_WHICH}(?:排)?第[一二三四五]",
    "standing": r"(?:排|居)第几|排名(?:第几)?",
    "which": r"(?:都|分别|具体)?(?:是|有)?哪(?:些|几|[两三四五六七八九十])[个家项条类]?"
    r"(?:项目|企业|公司|产业|行业)?(?![一-鿿])"
    r"|(?:都|分别)(?:是|有)(?:什么|谁|哪些)",
    "amount": rf"(?:一共|总共|分别|各|大概|现在|目前|已经?|都)*(?:是|有|为)?{_MUCH}|多大|多高",
    "state": r"(?:情况|做得|干得|表现)?的?(?:怎么样|如何)了?|情况",
}
_ANY = pattern("|".join(f"(?P<{kind}>{asked})" for kind, asked in _ASKED.items()))
_EDGE = pattern(r"^(?:在(?![建谈])|[的了是有共和与,，、])+|[的了是有共在,，、吗呢吧啊么?？。!！]+$")
BARE_ZONE = pattern(r"(?:经开|高新|开发|保税|综保|自贸|新|示范)区")  # of the only one there is
WHOLE_PLACE = pattern(rf"(?<![占比和与跟同在列居排])[全我本][{LEVELS}](?![场域级内])(?!排|第|平均|最)")
_GROUP = pattern(r"[两三四五六七八九十\d]+大(?:[一-鿿]{0,4}(?:产业|集群|板块|领域|行业|片区|区域))")
# A gathering is what a question is of, as a place is.
EVENT = pattern(
    r"[一-鿿]{0,8}?(?:[洽恳座]谈会|博览会|推介会|说明会|[对交][接流]会|签约活动|[一-鿿][洽博交展]会|大会|峰会|论坛|签约仪式)"
)
# So is a body that nobody has listed, several of one kind, what is in a place, and projects of one kind.
ENDINGS = "(?:基金|公司|集团|产业园|智造园|园区|中心|基地|平台|峰会|论坛|研究院|代表团|考察团)"
_BODIES = (
    pattern(rf"[^\d的，,、有和与及在哪什谁多几了]{{1,12}}?{ENDINGS}(?!项目)"),
    pattern(r"[两三四五六七八九十\d]+个[一-鿿]{0,4}?(?:园区|片区|基地|平台|专班)"),
    pattern(r"[一-鿿]{2,8}?(?:项目|企业)(?=的?(?:总投资|完成投资|投资额|产值))"),
)


@dataclass(frozen=True, kw_only=True)
class Slots:
    """The stretches of a folded question, each as it is written there, "" where there is none.

    `kind` is what is asked: reached, goal, share, growth, gap, why, rank, amount or state; `named` tells that
    the subject is a project or an organisation.
    """

    subject: str
    period: str
    measure: str
    asks: str
    kind: str
    named: bool


def slots_of(question: str, *, places: PlaceNames, names: Callable[[str], tuple[str, ...]]) -> Slots:
    """The stretches of a question; several places stand as they do there, 江阳和泸县."""
    text = fold(question)
    found = places.find(text)
    spans = [(mention.start, mention.end) for mention in found]
    called = [
        name for name in names(text) if not any(_is_place(name, text[at:end], text) for at, end in spans)
    ]
    periods = [(period.start, period.end) for period in times(text)]
    if not spans and (zone := BARE_ZONE.match(text)) is not None:
        spans.append(zone.span())
    if not spans and not called and (whole := WHOLE_PLACE.search(text)) is not None:
        spans.append(whole.span())
    if not spans and (group := _GROUP.search(text)) is not None:
        spans.append(group.span())
    spans += _gathering(text, after=max((end for _, end in [*spans, *periods]), default=0))
    if not spans and not called and (body := _body(text)) is not None:
        spans.append(body)
    if called and called[0] in text:  # 厦门 in the name of a company is not what is asked of
        spans = []
    spans += [(text.find(name), text.find(name) + len(name)) for name in called if name in text]
    subject = text[min(spans)[0] : max(end for _, end in spans)] if spans else next(iter(called), "")
    period = text[periods[0][0] : periods[-1][1]] if periods else ""
    left = _without(text, [*spans, *periods])
    asked = list(_ANY.finditer(left))
    rest = _EDGE.sub("", _ANY.sub(" ", left).replace(" ", ""))
    rest = "" if _ASKS_WHO.search(rest) else rest
    measure = SIGNED.sub("签约", _EDGE.sub("", re.split(r"[,，?？。;；]", rest)[0]))
    return Slots(
        subject=subject,
        period=period if len(period) <= _LONGEST else "",
        measure=_EDGE.sub("", re.split(r"[,，?？。;；]", measure)[0])
        or (asked[0]["of"] or "" if asked else ""),
        asks="".join(match.group().replace(" ", "") for match in asked[:1]),
        kind=(asked[0].lastgroup or "") if asked else "",
        named=bool(called),
    )


_LONGEST = 14
_ASKS_WHO = pattern(r"^谁|谁$|什么|怎么")
SIGNED = pattern(r"签(?:了|下)?(?![约订署名证售])")


def _body(text: str) -> tuple[int, int] | None:
    """Where a question names the body it is of at its beginning, and asks something of it."""
    found = next((match for body in _BODIES if (match := body.match(text))), None)
    left = _EDGE.sub("", _ANY.sub(" ", text[found.end() :]).replace(" ", "")) if found else ""
    return found.span() if found and len(left) > 1 else None


def _is_place(name: str, place: str, text: str) -> bool:
    """Whether a name is found only because of the place a question names."""
    return place == name or (place in name and name not in text)


def _gathering(text: str, *, after: int) -> list[tuple[int, int]]:
    found = EVENT.search(text, after)
    return [found.span()] if found else []


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    kept = list(text)
    for start, end in spans:
        kept[start:end] = " " * (end - start)
    return "".join(kept)
