"""Whom or what is a question without a subject about? The one before it, with its time.

总投资多少 after a question for a park is about that park, in the year it was asked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.followups.remark import names_a_time, times
from assistant.followups.slots import BARE_ZONE, ENDINGS, EVENT, WHOLE_PLACE
from assistant.names import called_in
from language.place import PlaceNames
from language.text import fold
from language.words import STOP_WORDS, words

# A body that carries the name of a place is the subject, not the place.
_BODY = rf"[^\d的，,、有和与及在]{{0,12}}?{ENDINGS}"
_BODY_ALONE = re.compile(
    rf"(?P<body>[^\d的，,、有和与及在哪什谁多]{{1,12}}?{ENDINGS}|{BARE_ZONE.pattern})(?!项目)"
)
_PROJECT = re.compile(r"(?P<body>[^\d的，,、有和与及在哪什谁多]{1,16}?项目)")
_TOLD_OF = re.compile(rf"{_PROJECT.pattern}(?=谁|在哪|投|什么时候|进度|建到|占地|总投资)")  # known by no name
_SOMEONE = re.compile(r"(?P<body>[一-鿿]{2,8}?)(?:为什么|怎么会)")  # 诺德为什么选铜陵 is of 诺德
_CALLED = re.compile(  # by no name and no kind: 冰雪小镇谁投的
    r"(?P<body>[^\d的，,、有和与及在哪什谁多几怎是]{3,10}?)(?=谁[投建]|在哪|什么时候|投[了资]?多少|金额多少|占地|进度|建到)"
)
_KIND = re.compile(
    r"(?P<body>[^\d的，,、有和与及在哪什谁多几签引]{2,8}?项目)(?=(?:一共|总共)?有?(?:多少|几个))"
)
# 阳朔那个酒店项目谁投的, 宜昌多氟多项目总投资; 重点项目落地目标 is of no one project
_NO_CLASS = "".join(f"(?<!{word})" for word in "重点 重大 优质 产业 储备 签约 开工 在建 招商 引进".split())
_THAT_PROJECT = (
    rf"(?:[的那]个?[^,，多少几]{{1,8}}?|[^,，的少几\d]{{2,6}}?){_NO_CLASS}"
    r"项目(?=谁|在|什么|投|怎|总投资|落|已|还[差剩])"
)
_AMOUNT = re.compile(r"多少|几")
_WHOLE_YEAR = "全年"  # of an aim: what is asked next is not of an aim again
# What is asked of any time, or is said at none: 书记怎么说 after 上半年签约多少.
_WHEN = re.compile(r"什么时候|何时|哪天|哪年|几月|怎么[说讲看]|[说讲]了什么|强调|怎么表态")


_WHO_HOLDS = re.compile(
    r"(?:的|现任|现在的|目前的)?(?:项目)?(?:(?:主要|项目)?负责人|联系人|一把手|董事长|总经理|法人代表?|书记|[市区县]长|局长|主任)"
    r"(?:是谁|是哪位|叫什么(?:名字)?)[?？]?"
)


def whose(asked: str, named: Sequence[str], places: Sequence[str]) -> str:
    """The thing or place that a question was about, for who leads it; "" where it names none or several."""
    things = [name for name in named if name in asked] or list(named) or list(places)
    return things[0] if len(things) == 1 else ""


def with_subject(text: str, base: str, *, places: PlaceNames, names: Callable[[str], tuple[str, ...]]) -> str:
    """`text` with the subject of `base` and its period; as it is where `base` names none."""
    asked = fold(base)
    when = _when(text, asked)
    named, old = names(asked), places.find(asked)
    if _WHO_HOLDS.fullmatch(fold(text)) and (of := whose(asked, named, [m.place.name for m in old])):
        return f"{of}{text}"
    literal = next((name for name in named if name in asked), "")
    if named and (literal or not old):
        subject = literal or named[0]
        is_counted = _AMOUNT.search(asked) and _AMOUNT.search(text) and not subject.endswith("项目")
        return text if text.startswith(subject) else f"{subject}{when if is_counted else ''}{text}"
    if not old:
        alone = next(
            filter(None, (told.match(asked) for told in (_BODY_ALONE, _TOLD_OF, _CALLED, _KIND))), None
        )
        if alone is None and (whole := WHOLE_PLACE.search(asked)) is not None:
            return f"{whole.group()}{when}{text}"
        return f"{alone['body']}{when}{text}" if alone and alone["body"] not in text else text
    if (someone := _SOMEONE.match(asked)) is not None and not places.find(someone["body"]):
        return f"{someone['body']}{when}{text}"
    own = EVENT.search(fold(text))  # 恳谈会是哪天开的 after 代表团考察了哪些企业
    body = None if own else re.match(rf"{_THAT_PROJECT}|{_BODY}|{EVENT.pattern}", asked[old[0].end :])
    before = _longer_name(asked[: old[0].start])
    head = before + asked[old[0].start : old[0].end] + (body.group() if body else "")
    return f"{head}{when if when not in head else ''}{text}"


def _longer_name(before: str) -> str:
    """What a question begins with right before a place: 渭北新城 is not 新城区."""
    told = words(before)
    is_name = len(told) == 1 and told[0] == before and before not in STOP_WORDS and 1 < len(before) <= 4
    return before if is_name and not names_a_time(before) else ""


def other_subject(bare: str, base: str, *, names: Callable[[str], tuple[str, ...]]) -> str | None:
    """创享中心呢: `base` asked of another body or project; None where one of the two names none."""
    new, asked = fold(bare).strip(), fold(base)
    found = names(new) or names(f"{new.removesuffix('的')}项目")
    if not (_BODY_ALONE.fullmatch(new) or found) or len(new) < 2:
        return None
    if set(found) & set(names(asked)):
        return None  # it is no other
    new = new if _BODY_ALONE.fullmatch(new) or new in found else found[0]
    alone = _BODY_ALONE.match(asked) or _PROJECT.match(asked)
    called = (called_in(asked, name) for name in names(asked))  # 歌尔项目 is listed under a longer name
    old = next((words for words in called if words in asked), alone["body"] if alone else "")
    if old and f"{old}项目" in asked:
        old = f"{old}项目"  # 鹏辉 of 鹏辉储能电池生产项目(一期), which ends with no 项目
    return asked.replace(old, new, 1) if old and old != new else None


def _when(text: str, base: str) -> str:
    """The period of the question before, as it is said there; nothing where `text` has or asks for one."""
    if names_a_time(fold(text)) or _WHEN.search(text):
        return ""
    spoken = [base[period.start : period.end] for period in times(base)]
    return next((term for said in spoken if (term := said.removesuffix(_WHOLE_YEAR))), "")
