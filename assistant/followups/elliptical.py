"""What does a follow-up mean that is nothing but an operation, a superlative, or another doing?

差多少 works on what the turns before were about; 最少的呢 turns a ranking round; 竣工呢 puts one doing in the
place of another. Each answer is a whole question, or None where the follow-up is of another kind.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from assistant.followups.compared import ASKED_AMOUNT, in_a_row, plain_asked
from assistant.followups.remark import bare as stripped
from assistant.followups.remark import names_a_time, places_asked, times, without_end
from assistant.followups.slots import EVENT, SIGNED
from language.divisions import PARTS
from language.period import Period
from language.place import Mention, PlaceNames
from language.text import fold

_LEAD = "这?[两三四五六几][个家类种](?:区|市|地方|项目)?|[这那]俩|这|上面|上述|以上|前面|它们|他们|两者|二者"
_OPERATION = re.compile(
    r"(?:一共|总共|合计|共计|加起来|合起来|平均|相差|差距|差|增加|减少|增长|下降|多|少|高出?|低|大|小|提高|变化)"
    r"(?:是|有|了|出)?(?:多少|几(?=[个家倍]))?[个家倍]?(?:亿元|亿|万元)?(?:是多少)?"
)
_SUM = re.compile(r"一共|总共|合计|共计|加起来|合起来")
_SUPERLATIVE = re.compile(r"最[多少高低大小快慢]")
_RANKED = re.compile(
    r"(?:哪[一个些几]*|谁)[^，。？?]{0,16}?最[多少高低大小快慢]|最[多少高低大小快慢]的?(?:是|为)?(?:哪|谁)"
)
# What may stand behind 哪个: the parts of a place, or the rows of any other table.
_KINDS = (
    rf"(?:{PARTS}|产业链|产业|行业|领域|赛道|园区|开发区|街道|乡镇|镇|部门|单位|企业|国家|来源地|"
    r"[区县市旗州盟])"
)
_RANKED_BY = re.compile(
    rf"(?P<who>谁的?|哪[一个些几条家]*{_KINDS}?的?)(?!{_KINDS}最)(?P<measure>[^，。？?]{{1,16}}?)(?=最[多少高低大小])"
)
_WHO = re.compile(rf"(?:谁|哪个(?:{PARTS}|[区市县旗州盟]|更)?|哪边)的?")
_MORE = re.compile(r"(?:更|比较)?[大多高少小低]一?些?$")
_ASKS = re.compile(r"多少|几|什么|哪|谁|吗|怎|何|最|差|共")
_DOINGS = ("新开工", "新签约", "新落地", "新引进", "签约", "开工", "竣工", "投产", "落地", "引进", "注册")
_PLACE_PRONOUN = re.compile(r"^(?:它|该[区县市旗州盟]|这个[区县市旗州盟]|那个[区县市旗州盟])(?!们)")


def at_another_time(text: str, base: str) -> str | None:
    """到2027年要建多少座 after 甲公司今年要建多少座换电站: the whole question, of the other time."""
    said, asked = without_end(fold(text)), fold(base)
    new, old = times(said), times(asked)
    if len(new) != 1 or len(old) != 1:
        return None
    rest = said[: new[0].start].removesuffix("到").removesuffix("至") + said[new[0].end :]
    if len(rest) < _ASKED_AGAIN or not _ASKS.search(rest) or rest not in asked:
        return None
    return f"{asked[: old[0].start]}{said[: new[0].end]}{asked[old[0].end :]}"


_ASKED_AGAIN = 3  # characters


def completed(text: str, earlier: Sequence[str], *, answer: str, places: PlaceNames) -> str | None:
    """The whole question that `text` stands for after `earlier`, whole questions themselves, oldest first."""
    if not earlier:
        return None
    base = fold(earlier[-1])
    bare = stripped(text, lead=_LEAD)
    if not bare:
        return None
    return (
        at_another_time(text, earlier[-1])
        or _of_first_ranked(text, base, answer, places)
        or _of_a_class(bare, [fold(question) for question in earlier])
        or _turned_round(bare, base)
        or _in_which_part(bare, base)
        or _before_a_change(bare, base)
        or _another_doing(bare, base)
        or _another_measure(bare, base, places)
        or _operated(bare, [fold(question) for question in earlier], places)
    )


def _of_first_ranked(text: str, base: str, answer: str, places: PlaceNames) -> str | None:
    """After 哪个区最多 is answered, 它 is the place that came first."""
    pronoun = _PLACE_PRONOUN.match(text)
    if pronoun is None or not _RANKED.search(base):
        return None
    told = places.find(fold(re.split(r"[\n|。]", answer, maxsplit=1)[0]))
    if not told:
        return None
    periods = "".join(base[p.start : p.end] for p in times(base)[:1])
    rest = text[pronoun.end() :]
    return f"{told[0].place.name}{periods if periods not in rest else ''}{rest}"


_CLASS = re.compile(
    r"(?:其中|里面|当中)?[,，]?(?P<size>(?:超|过)?(?:\d[\d.]*|[一二三四五六七八九十百千]+)?亿元?(?:及以上|以上|级)?)的?(?:大|重大)?(?:项目)?"
    r"(?:数量|数)?(?:有|占|签了?|是)?(?:多少个?|几个)?"
)
_CLASS_ASKED = re.compile(
    r"(?:[超过](?:\d[\d.]*|[一二三四五六七八九十百千]+)?亿(?:[美欧]?元)?(?:及?以上)?"
    r"|(?:\d[\d.]*|[一二三四五六七八九十百千]+)?亿(?:[美欧]?元)?(?:及以上|以上|级))的?"
)
_BOUNDED = re.compile(r"以上|级|[超过]")
_ENDS_IN_DOING = re.compile(r"(?:签约|引进|开工|投产|竣工|落地|招引)$")
_COUNTED = re.compile(r"(?:产业|重点|优质|重大)*项目")


def _of_a_class(bare: str, earlier: Sequence[str]) -> str | None:
    """其中50亿元以上的呢 after 签约多少个亿元以上项目: the size class takes the place of the one before."""
    size = _CLASS.fullmatch(bare)
    if size is None:
        return None
    base = earlier[-1]
    asked_size = f"{size['size']}{'' if _BOUNDED.search(size['size']) else '以上'}"  # 5亿的呢
    if (counted := _COUNTED.search(base)) is None:
        head = re.split(r"[,，?？。]", base)[0]
        if (before := _CLASS_ASKED.search(head)) is not None:  # 亿元以上签约目标多少
            whole = head[: before.start()] + asked_size + head[before.end() :]
            return whole if ASKED_AMOUNT.search(whole) else f"{whole}多少"
        done = _ENDS_IN_DOING.search(_plain(SIGNED.sub("签约", base.split(",其中")[0])))
        if done is None and len(earlier) > 1 and _COUNTED.search(earlier[-2]):  # 资金多少 after 签约项目几个
            return _of_a_class(bare, earlier[:-1])
        return f"{done.string}{asked_size}项目有多少个" if done else None
    asked = _CLASS_ASKED.search(base)
    start, end = (
        asked.span() if asked and asked.end() <= counted.end() else (counted.start(), counted.start())
    )
    whole = base[:start] + asked_size + base[end:]
    first = re.split(r"[,，?？。]", whole)[0]  # of 签了几个，总投资多少 the count
    return first if ASKED_AMOUNT.search(first) else f"{first}有多少个"


def _turned_round(bare: str, base: str) -> str | None:
    """那最少的呢 after 哪个区最多."""
    word = _SUPERLATIVE.match(bare)
    if word is None or len(bare) > word.end() + 2 or not _RANKED.search(base):
        return None
    return _SUPERLATIVE.sub(word.group(), base)


_WHICH_PART = re.compile(r"(?:是|在)?哪(?:一?个?|几个?)(?:月份?|季度?|年份?)最[多少高低大小]的?")


def _in_which_part(bare: str, base: str) -> str | None:
    """哪个月最多 after a question for how much there was, of whatever month."""
    if not _WHICH_PART.fullmatch(bare) or not ASKED_AMOUNT.search(base):
        return None
    when = [period for period in times(base) if len(period.label) > _YEAR_CHARS]
    rest = base
    for period in reversed(when):
        year = re.match(r"20\d\d年", rest[period.start : period.end])
        rest = rest[: period.start] + (year.group() if year else "") + rest[period.end :]
    return f"{_plain(rest)}{bare}？"


_YEAR_CHARS = 4  # of a label that is a whole year's


_FORMERLY = re.compile(
    r"(?:以前|原来|原先|之前|此前|(?:提[高升]|降低|调整|延长|缩短|压缩|改|变|[上下]调)前)(?:的|是|有|为)*"
    r"(?:(?:多少|几)[一-鿿]{0,2}|多[大长高])?"
)
_CHANGED_WHEN = re.compile(
    r"(?:是)?(?:什么时候|何时|哪一?天|几月)(?:改|变|调整?|提[高升]|延长|缩短|压缩|降低?|下调|上调|增加)的?"
)


def _before_a_change(bare: str, base: str) -> str | None:
    """原来是多少 and 什么时候改的 after 保护期多少天, of what was asked for at no time."""
    asked = re.search(rf"{ASKED_AMOUNT.pattern}|多[大长高]", base)
    dated = any(one.dated and one.role == "time" for one in times(base))
    if asked is None or dated or not (_FORMERLY.fullmatch(bare) or _CHANGED_WHEN.fullmatch(bare)):
        return None
    head = re.sub(r"(?:原来是?|现在?|目前)$", "", base[: asked.start()])
    if _CHANGED_WHEN.fullmatch(bare):
        return f"{head}{bare}？"
    return f"{head}原来是{base[asked.start() :].removeprefix('是')}"


def _another_doing(bare: str, base: str) -> str | None:
    """竣工呢 after 新开工亿元以上项目多少个."""
    doing = re.fullmatch(rf"({'|'.join(_DOINGS)})(?:的|数)?", bare)
    old = re.search("|".join(_DOINGS), base)
    if doing is None or old is None:
        return None
    return f"{base[: old.start()]}{doing[1]}{base[old.end() :]}"


def _another_measure(bare: str, base: str, places: PlaceNames) -> str | None:
    """到位资金呢 after 哪个区县协议投资额最多, or after a question for two places."""
    if (
        _OPERATION.fullmatch(bare)
        or not 2 <= len(bare) <= 10
        or places.find(bare)
        or names_a_time(bare)
        or _ASKS.search(bare)
        or bare.endswith(("列表", "名", "表"))
    ):
        return None
    if (ranked := _RANKED_BY.search(base)) is not None:
        return f"{base[: ranked.start('measure')]}{bare}{base[ranked.end('measure') :]}"
    found = places.find(base)
    if len(found) < 2 or EVENT.match(base, found[-1].end):
        return None  # 甲市乙地推介会 is one gathering, not two places
    named = [base[mention.start : mention.end] for mention in found]
    when = "".join(base[period.start : period.end] for period in times(base)[:1])
    return f"{'和'.join(named)}{when}{bare}分别是多少？"


def _operated(bare: str, earlier: Sequence[str], places: PlaceNames) -> str | None:
    """差多少 of the two things the last question compared, or the last two questions asked for."""
    if not _OPERATION.fullmatch(bare):
        return None
    base = _MONEY_TOO.sub("", earlier[-1]) if _COUNTS.search(bare) else earlier[-1]
    if (several := in_a_row(plain_asked(earlier), places)) is not None and _SUM.match(bare):
        return f"{several}{bare}？"
    if len(places_asked(base, places)) >= 2 or len(times(base)) >= 2:
        return f"{_plain(base)}{bare}？"
    if len(earlier) < 2:
        return None
    together = _together(earlier[-2], base, places)
    return f"{_plain(together)}{bare}？" if together else None


_COUNTS = re.compile(r"[几少][个家]")  # 差几个 after 签约多少,金额哪个多 is of the count
_MONEY_TOO = re.compile(r"[,，](?:金额|总?投资额?|资金)(?:是多少|分别是多少)?")


def _together(one: str, other: str, places: PlaceNames) -> str | None:
    """Two questions that differ in their place, period or kind of projects as one about both."""
    old, new = times(one), times(other)
    if len(old) == len(new) == 1 and old[0].label != new[0].label:
        return _both(one, old[0], other, new[0])
    here, there = places_asked(one, places), places_asked(other, places)
    if len(here) == len(there) == 1 and not _lies_in(here[0], there[0]):
        return _both(one, here[0], other, there[0])
    return _of_two_kinds(one, other)


def _of_two_kinds(one: str, other: str) -> str | None:
    """甲区先进制造和食品加工项目几个 of two questions that differ in the kind of projects alone."""
    head = _shared(one, other)
    tail = _shared(one[len(head) :][::-1], other[len(head) :][::-1])[::-1]
    kinds = [question[len(head) : len(question) - len(tail)] for question in (one, other)]
    alone = head and _OF_A_KIND.match(tail) and all(_KIND.fullmatch(kind) for kind in kinds)
    return f"{head}{'和'.join(kinds)}{tail}" if alone else None


def _shared(one: str, other: str) -> str:
    """What two texts begin with alike."""
    same = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return "".join(character for character, _ in same)


_OF_A_KIND = re.compile("(?:类|产业)?(?:项目|企业)")
_KIND = re.compile(r"[一-鿿A-Za-z]{2,10}")


def _lies_in(one: Mention, other: Mention) -> bool:
    """Whether two questions are of one place, or of a city and of what lies in it: they add up to nothing."""
    names = {one.place.name, other.place.name}
    return len(names) == 1 or bool(names & {one.place.city, other.place.city})


def _both(one: str, first: Period | Mention, other: str, second: Period | Mention) -> str:
    names = f"{one[first.start : first.end]}和{other[second.start : second.end]}"
    return f"{other[: second.start]}{names}{other[second.end :]}"


def _plain(question: str) -> str:
    """A question without what it asks: 肥西和长丰谁的协议投资额大？ → 肥西和长丰协议投资额."""
    body = without_end(question)
    return _MORE.sub("", ASKED_AMOUNT.sub("", _WHO.sub("", body))).rstrip("，, 的")
