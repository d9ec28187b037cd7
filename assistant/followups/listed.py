"""What does a follow-up ask of a list or a ranking told before?

超过10亿元的呢, 最大的是哪个 and 第二呢 as whole questions; None where it is of another kind.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.followups.compared import plain
from assistant.followups.remark import bare as stripped
from language.divisions import PARTS
from language.place import PlaceNames
from language.text import fold

_LEAD = "其中|再?列出|单个|里面"
_KIND = re.compile(r"(?:在建|在谈|储备|外资|新?签约|新?开工|投产)(?=项目)")
_LIST = re.compile(
    r"项目(?:[里中][^，,?？]{0,16})?(?:有哪些|是哪些|有什么|有几个)|(?:哪些|什么)[^，,?？]{0,8}项目"
)
_OVER = re.compile(
    r"(?:总?投资额?|单个)?(?P<bound>(?:在|超过?|大于|高于|不低于|不少于)?\d+(?:\.\d+)?亿元?(?:以[上下内])?)"
    r"的?(?:项目)?(?:有哪些)?"
)
_LARGEST = re.compile(
    r"(?:投资)?(?P<how>最[大小多少高])的?(?:项目)?(?:是哪一?个)?|哪一?个(?:项目)?(?:的?总?投资额?)?(?P<after>最[大小多少高])"
)
_ORDINAL = re.compile(
    rf"(?:排)?第(?P<n>[二三四五])(?:名|位|个|[多少高低大小])?的?(?:是谁|是哪一?个(?:{PARTS}|[区市县旗州盟])?)?"
)
_RANKED = re.compile(
    rf"(?:最[多高大少低小]的?(?:是|为)?(?:哪一?个|谁)(?:{PARTS}|[区县市旗州盟])?|(?:哪一?个|谁)(?:{PARTS}|[区县市旗州盟])?的?)"
)
_MOST = re.compile(r"最[多高大少低小]$")


def of_the_list(text: str, earlier: Sequence[str], *, answer: str, places: PlaceNames) -> str | None:
    """The whole question that `text` stands for after `earlier`, whole questions themselves, oldest first."""
    if not earlier:
        return None
    base = fold(earlier[-1])
    bare = stripped(text, lead=_LEAD)
    listed = next((asked for each in reversed(earlier[-2:]) if _LIST.search(asked := fold(each))), base)
    return _of_projects(bare, listed, places) or _nth(bare, base, answer, places)


def _of_projects(bare: str, base: str, places: PlaceNames) -> str | None:
    """总投资超过10亿元的呢 after 北仑区有哪些项目."""
    where = places.find(base)
    if not _LIST.search(base) or not where or places.find(bare):
        return None
    place = base[where[0].start : where[0].end]
    kind = found.group() if (found := _KIND.search(base)) else ""
    if (over := _OVER.fullmatch(bare)) is not None:
        return f"{place}总投资{over['bound']}的{kind}项目有哪些？"
    if (largest := _LARGEST.fullmatch(bare)) is not None:
        return f"{place}总投资{largest['how'] or largest['after']}的{kind}项目是哪个？"
    return None


def _nth(bare: str, base: str, answer: str, places: PlaceNames) -> str | None:
    """第二呢 after a ranking: the place in the second row that was told."""
    ordinal = _ORDINAL.fullmatch(bare)
    if ordinal is None or not _RANKED.search(base):
        return None
    rows = [line for line in answer.split("\n") if line.startswith("|")]
    told = [found[0].place.name for line in rows if (found := places.find(fold(line.split("|")[1])))]
    n = "二三四五".index(ordinal["n"]) + 1
    whole = _MOST.sub("", _RANKED.sub("", plain(base)))
    where = places.find(whole)
    asked = whole[: where[0].start] + whole[where[0].end :] if where else whole
    return f"{told[n]}{asked}是多少？" if len(told) > n else None
