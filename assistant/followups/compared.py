"""What does a follow-up compare or share out? 哪个多, 和胶州比呢, 占比 and 还有别的吗 as whole questions.

Compared are the things that the last questions asked for one after the other, or one of them and what it
names itself. None where it is of another kind, or where nothing before can be compared.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.followups.remark import bare as stripped
from assistant.followups.remark import places_asked, times, without_end
from assistant.followups.slots import SIGNED
from assistant.names import called_in
from language.divisions import LEVELS, PARTS
from language.pattern import pattern
from language.place import PlaceNames
from language.place_table import province_of
from language.text import fold

_LEAD = "这|它们|他们"
_WHICH = pattern(
    r"(?P<of>[一-鿿]{2,6}?)??(?:这|上面|上述|以上|前面)?(?:[两三四五六几]个|[两三]者)?(?:中|里面?|当中)?(?:哪一?个|哪家|哪边|谁)"
    rf"(?:{PARTS}|[区市县旗州盟]|地方)?的?(?P<what>[^,，?？最更]{{0,8}}?)(?P<how>最?更?[多高大少低小])"
)
_WITH = pattern(
    r"(?:和|跟|与|同)(?P<other>[^，,?？]{2,12}?)(?:相?比(?:较|起来)?|比起来)[，,]?"
    r"(?P<how>哪个[更]?[多少高低大小]|谁[更]?[多少高低大小]|怎么样|如何|相?差(?:多少|几[个家次]))?"
    r"|比(?P<than>[^，,?？]{2,8}?)[多少高低大小](?:了|出)?(?:多少|几[个家次项])?(?:亿元?)?"
)
_WHOLE = pattern(rf"(?:全[{LEVELS}]|[{LEVELS}]里?)(?:的?(?:平均|总体|整体)(?:水平|数)?)?")
SHARE = pattern(r"(?:占比|比例|比重|占了?(?=多少|几成|百分之))(?:是|为|有)?(?:多少|几成|百分之几)?")
AMONG = pattern(
    r"[,，]其中(?P<part>[^,，?？]{1,12}?)(?P<share>占比)?(?:的|(?:是|有|为)?(?:多少|几)(?:个|家|亿元?)?)?$"
)
_INSIDE = pattern(
    r"(?<=项目)(?:里面?|中|当中)[,，]?(?P<part>[^,，?？的多少几]{2,12}?)(?:项目)?(?:有|是|占)?(?:几[个项]|多少[个项]?)$"
)
_PART = pattern(r"(?P<part>[^,，?？]{2,10}?)(?:类|方面)?的?")
NO_PART = pattern(r"多少|几|什么|哪|谁|吗|怎|总|以上|剩|其余|其他|余下|[没未]")
_OTHERS = pattern(
    r"(?:还有|有没有|有)(?:没有)?(?:别的|其他的?|另外的?)(?P<kind>[^,，?？吗么]{2,10})?(?:吗|么)?"
)
ASKED_AMOUNT = pattern(
    r"(?:分别|各)?(?:是|有|为|签了|了)?(?:多少|几)(?:个|家|项(?!目))?"
    r"(?:(?:[亿万]美?元|[美欧]元|亿|元)(?!元?以上))?"
)
_OPERATED = pattern(
    r"加起来|合起来|一共|总共|合计|共计|相差|同比|环比|(?<!还)差(?:多少|几[个家])|哪一?个|谁|平均|增长|占比|比[^,，]{1,6}[多少高低][多几少了]"
)
SHARED_OUT = pattern(r"里,[^,，]{1,14}(?:占|外还有)多少|没(?:开工|投产|落地|注册|竣工)的有多少")
_AIM = pattern(r"(?P<year>今年)?(?:全年|年度)?的?(?P<what>目标)(?:是|为)?(?:多少|什么)?")
_OTHER_MEASURE = pattern(r"[,，][^,，]{2,8}是多少[?？]?$")
_DONE = pattern(r"(?:现在|目前|已经?)?(?:完成|实现|达成)了?(?:多少|几成)|完成率(?:是多少)?|还[差剩]多少")
_DONE_OF_AIM = pattern(
    r"(?:现在|目前|已经?)?(?:完成|实现|达成)了?(?:多少|几成)了?|完成率(?:是多少)?|完成了?吗"
)
_COUNT_ASKED = pattern(r"几[个家次]$")
_COUNTED = pattern(r"[几少](?P<by>[个家次]|项(?!目))")
_REACHED = pattern(
    r"(?:是否)?(?:完成|达到|实现)了?(?:年度|全年)?的?(?:目标|任务)?了?(?:吗|没有?)[?？]?$"
    r"|(?:有没有|是否|是不是)(?:已经?)?(?:完成|达到|实现)了?(?:年度|全年)?的?(?:目标|任务)了?[?？]?$"
)
_CHANGE = pattern(
    rf"占全[{LEVELS}](?:的?比重|的?比例)?(?:是)?多少|(?:同比|比上年|比去年)(?:增长|下降)?(?:了)?多少"
)
_LAST_YEAR = pattern(r"(?:去年|上年|上一年|前一年)(?:同期)?|同期")
_YEAR = pattern(r"^(?:20\d\d年|今年|去年)")


def compared(
    text: str,
    earlier: Sequence[str],
    *,
    answer: str,
    places: PlaceNames,
    names: Callable[[str], tuple[str, ...]],
) -> str | None:
    """The whole question that `text` stands for after `earlier`, whole questions themselves, oldest first."""
    if not earlier:
        return None
    asked = [fold(question) for question in earlier]
    bare = stripped(text, lead=_LEAD)
    ground = plain_asked(asked)
    return (
        _apart(bare, asked[-1])
        or _which(bare, asked, places)
        or _which_thing(bare, asked, names)
        or _with_other(bare, ground[-1] if ground else asked[-1], places)
        or _of_the_whole(bare, asked[-1], places)
        or _of_it(bare, ground[-1] if ground else "", places)
        or _shared(bare, asked[-1], places)
        or _others(bare, asked[-1], answer, places)
    )


def plain_asked(asked: Sequence[str]) -> list[str]:
    """The folded questions that a sum, a difference, a ranking or a share may be of: those that are none."""
    return [q for q in asked if not (_OPERATED.search(q) or SHARED_OUT.search(q))]


def in_a_row(asked: Sequence[str], places: PlaceNames) -> str | None:
    """The last questions that differ in nothing but their one place, as one about all those places."""
    names: list[str] = []
    rest = ""
    for question in reversed(asked):
        found = places_asked(question, places)
        if len(found) != 1:
            break
        left = question
        for mention in reversed(places.find(question)):  # its city with it
            left = left[: mention.start] + left[mention.end :]
        if rest and plain(left) != rest:
            break
        rest = plain(left)
        name = question[found[0].start : found[0].end]
        names = names if name in names else [name, *names]
    return f"{'、'.join(names[:-1])}和{names[-1]}{rest}" if len(names) > 1 else None


def _which(bare: str, asked: Sequence[str], places: PlaceNames) -> str | None:
    """哪个多, and 里面最多的是谁, after 城阳签约多少 and 莱西呢."""
    match = _WHICH.fullmatch(_MOST_FIRST.sub(r"\g<who>\g<how>", bare))
    if match is None or not (here := places.find(asked[-1])):
        return None
    what = match["of"] or match["what"]
    together = in_a_row(asked, places) if len(here) == 1 else asked[-1] if what else None
    if together and what:
        found = places.find(together)
        together = together[: found[-1].end] + "".join(together[p.start : p.end] for p in times(together))
    return f"{together}{what}哪个{match['how']}？" if together else None


_MOST_FIRST = pattern(r"(?P<how>最[多高大少低小])的?(?:一个)?(?:是|为)?(?P<who>哪一?个|哪家|谁)$")


def _apart(bare: str, base: str) -> str | None:
    """差多少 after 甲和乙总投资哪个大."""
    which = _WHICH_OF.fullmatch(without_end(base)) if asks_gap(bare) else None
    return f"{which['both']}相差多少？" if which else None


def asks_gap(text: str) -> bool:
    """Whether a remark asks how far apart the two before it are, and names neither."""
    return _BY_HOW_MUCH.fullmatch(without_end(fold(text))) is not None


_BY_HOW_MUCH = pattern(
    r"(?:这?(?:[两二]个(?:项目)?|[两二]者|俩))?(?:相|大概|一共)?(?:差了?|差距(?:是|有)?)(?:多少|多大|几[个家])?|[多大高]了?多少"
)
_WHICH_OF = pattern(r"(?P<both>[^,，]+?[和与跟][^,，]+?)(?:哪一?个|谁)更?[多高大少低小]")


def _which_thing(bare: str, asked: Sequence[str], names: Callable[[str], tuple[str, ...]]) -> str | None:
    """哪个投资大 and 相差多少 after 甲项目总投资多少 and 乙项目呢: of the things that the last questions ask
    the same of."""
    match = _WHICH.fullmatch(bare)
    if match is None and not asks_gap(bare):
        return None
    called: list[str] = []
    rest = ""
    for question in reversed(asked):
        found = [name for each in names(question) if (name := _called(question, each)) in question]
        if len(found) != 1 or (rest and plain(question.replace(found[0], "", 1)) != rest):
            break
        rest = plain(question.replace(found[0], "", 1))
        called = called if found[0] in called else [found[0], *called]
    what = (match and (match["of"] or match["what"])) or rest
    asks = f"哪个{match['how']}" if match else "相差多少"
    return f"{'、'.join(called[:-1])}和{called[-1]}{what}{asks}？" if len(called) > 1 else None


def _called(question: str, name: str) -> str:
    """How a question calls a thing, 项目 included: 瑞幸项目 of 瑞幸项目总投资多少."""
    called = called_in(question, name)
    return f"{called}项目" if f"{called}项目" in question else called


def _with_other(bare: str, base: str, places: PlaceNames) -> str | None:
    """和胶州比哪个多, 和二季度比呢, 和去年比呢."""
    match = _WITH.fullmatch(bare)
    if match is None:
        return None
    other, how = match["other"] or match["than"], match["how"] or ""
    here = places.find(base)
    if _WHOLE.fullmatch(other) and here and here[0].place.city:
        other = here[0].place.city  # 和全市比
        if (goal := _REACHED.search(base)) is not None:
            return f"{base[: here[0].end]}和{other}{base[here[0].end : goal.start()]}完成目标分别多少？"
    there = places.find(other)
    if there and here:
        base = _OTHER_MEASURE.sub("", base) if _COUNT_ASKED.search(bare) else base
        end = how if re.search(r"[多少高低大小]$", how) else "相差多少"
        names = f"{base[here[0].start : here[0].end]}和{other[there[0].start : there[0].end]}"
        return f"{plain(base[: here[0].start] + names + base[here[0].end :])}{end}？"
    own = times(base)
    if not own or there:
        return None
    if _LAST_YEAR.fullmatch(other):
        return f"{plain(base)}比上年增长多少？"
    spoken = times(other)
    if len(spoken) != 1 or other[spoken[0].start : spoken[0].end] != other.strip("的"):
        return None
    year = _YEAR.match(base[own[0].start : own[0].end])
    second = other.strip("的") if _YEAR.match(other) or year is None else year.group() + other.strip("的")
    return f"{plain(base[: own[0].end] + '和' + second + base[own[0].end :])}相差多少？"


def _of_the_whole(bare: str, base: str, places: PlaceNames) -> str | None:
    """全市呢 after 甲县签约多少: the same of its city; 全省呢 that of its province."""
    here = places.find(base)
    asked = _ALL_OF_IT.fullmatch(bare) if len(here) == 1 else None
    if asked is None:
        return None
    around = here[0].place.city
    if asked["level"] == "省":
        province = province_of(around or here[0].place.name)
        around = province.name if province is not None else ""
    return f"{base[: here[0].start]}{around}{base[here[0].end :]}" if around else None


_ALL_OF_IT = pattern(rf"全(?P<level>[{LEVELS}])(?:的|合计|总共|一共)?")


def _of_it(bare: str, base: str, places: PlaceNames) -> str | None:
    """占全市多少, 同比增长多少 and 全年目标多少 of the measure asked for before."""
    if len(places.find(base)) != 1 or places.find(bare):
        return None
    if _REACHED.search(base) and _DONE.fullmatch(bare):
        return f"{_REACHED.sub('', base)}{bare}？"
    if not ASKED_AMOUNT.search(base):
        return None
    base = _OTHER_MEASURE.sub("", base)
    if (aim := _AIM.fullmatch(bare)) is not None and (own := times(base)):
        year = _YEAR.match(base[own[0].start : own[0].end])
        year_said = aim["year"] or (year.group() if year else "")
        whole = base[: own[0].start] + year_said + "全年" + base[own[0].end :]
        counted = _COUNTED.search(base)
        of = _OF_AIM_DONE.sub("", plain(whole))  # 到位资金完成年度任务多少 was of the money
        return f"{of}{aim['what']}是多少{counted['by'] if counted else ''}？"
    whole = plain(base)
    if _REACHED.fullmatch(bare):
        return f"{whole.removesuffix('完成')}{bare}？"
    if whole.endswith("目标") and _DONE_OF_AIM.fullmatch(bare):
        return f"{whole[:-2].replace('全年', '')}完成全年目标多少？"
    if _DONE.fullmatch(bare) and whole.endswith(("目标", "完成")):
        return f"{whole[:-2]}{bare}？"
    if _CHANGE.fullmatch(bare) and times(base):
        return f"{plain(base)}{bare}？"
    return None


_OF_AIM_DONE = pattern(r"完成了?(?:年度|全年)?的?(?:目标|任务)的?$")


def _shared(bare: str, base: str, places: PlaceNames) -> str | None:
    """占比 after 其中先进制造业多少; 生命健康的呢 after either."""
    inside = _INSIDE.search(without_end(base))
    if inside is not None and SHARE.fullmatch(bare):
        return f"{plain(base[: inside.start()])}里,{inside['part']}占比多少？"
    among = AMONG.search(without_end(base))
    if among is None:
        return None
    whole = plain(base[: among.start()])
    if SHARE.fullmatch(bare):
        return f"{whole},其中{among['part']}占比多少？"
    part = _PART.fullmatch(bare)
    if part is None or places.find(bare) or times(bare) or NO_PART.search(bare):
        return None
    return f"{whole},其中{part['part']}{among['share'] or ''}多少？"


def _others(bare: str, base: str, answer: str, places: PlaceNames) -> str | None:
    """还有别的外资项目吗: what else there is in the place the talk is of."""
    match = _OTHERS.fullmatch(bare)
    if match is None:
        return None
    kind = match["kind"] or ("项目" if "项目" in base else "")
    told = places.find(base) or places.find(fold(answer.split("\n", maxsplit=1)[0]))
    return f"{told[0].place.name}有哪些{kind}？" if kind and told else bare + "？"


_STANDING = pattern(r"(?:在?全[省市国区县])?(?:排名?|位?居)(?:在)?第几(?:位|名)?$")


def plain(question: str) -> str:
    """A question without what it asks: 莱西签约了多少个项目? → 莱西签约项目."""
    question = _STANDING.sub("", without_end(question))
    return ASKED_AMOUNT.sub("", SIGNED.sub("签约", without_end(question))).rstrip("，, 的")
