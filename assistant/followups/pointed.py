"""Which of the things told before does a follow-up point to? 第二个项目, 另一个, 最后那家, by their names.

What was told is the first column of the last table, else the projects and companies of the last answers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.followups.of_the_answer import asks_of_answer
from assistant.followups.remark import bare as stripped
from language.text import fold

Names = Callable[[str], tuple[str, ...]]

_NTH = re.compile(
    r"^(?:(?:前面|上面|刚才|之前)(?:说|提到?|讲|列)?的?)?(?:那|这)?(?:"
    r"第(?P<n>[一二三四五六七八九十]|\d{1,2})(?:个|家|条|点|方面|项(?!目)|名|(?=项目|企业|公司|$))"
    r"|(?P<last>最后(?:那|面)?(?:一?个|一?家)?|倒数第一个?)|(?P<other>(?:另外?|剩下|余下)的?那?一?[个家])"
    r"|(?P<others>(?:另外|剩下|其余|其他|余下)的?那?(?:[两二三四五六七八九几][个家]|些)?的?))"
    r"(?:的?(?P<kind>项目|企业|公司))?(?:的?(?:问题|方面|困难|措施|任务|举措|部分))?"
)
_ONE_ASKED = re.compile(
    r"(?:哪一?个|哪家)(?:是)?(?:项目|企业|公司)?|(?:是|叫)?什么(?:项目|企业|公司)|最[大高多小][^,，?？]{0,8}(?:项目|企业)"
)
_PLACED = re.compile(r"最|第一|居首|谁多|哪个[多高大]")
_DIGITS = "一二三四五六七八九十"
_NUMBER = re.compile(r"^(?:[（(][一二三四五六七八九十\d]+[)）]|\d+[.、])")
_MARKS = re.compile(r"\[\d+\]|[*`>]")


def pointed(
    text: str, *, base: str, answers: Sequence[str], names: Names, asked: Sequence[str] = ()
) -> str | None:
    """The remark with the name of what it points to, or `base` asked of that where it says nothing more.

    `answers` are those given so far, the newest first, `asked` the whole questions so far; None where it
    points to nothing they list.
    """
    said = stripped(text)
    match = _NTH.match(said)
    if match is None or (_PLACED.search(base) and not match["kind"]):
        return None
    lists = [found for answer in answers if len(found := listed_in(answer, names)) > 1]
    lists.sort(key=lambda told: len(told) < _A_LIST)  # two in a sentence are hardly what 第三个 is one of
    current = chosen = ""
    for told in lists:
        current = next((name for name in told if name in fold(base)), "")
        if chosen := _others(match, told, [*asked, base]) or _chosen(match, told, current):
            break
    if not chosen:
        return None
    rest = said[match.end() :].lstrip("的,，")
    alone = f"介绍一下{chosen}" if _THING.search(chosen) else f"{chosen}怎么样"
    if asks_of_answer(rest) == "more":
        return alone
    if rest:
        return f"{chosen}{rest}？"
    return fold(base).replace(current, chosen, 1) if current else alone


def _chosen(match: re.Match[str], told: Sequence[str], current: str) -> str:
    if match["n"]:
        n = int(match["n"]) if match["n"].isdigit() else _DIGITS.index(match["n"]) + 1
        return told[n - 1] if n <= len(told) else ""
    if match["last"]:
        return told[-1]
    others = [name for name in told if name != current]
    return others[0] if current and len(others) == 1 else told[1] if len(told) == 2 and not current else ""


def _others(match: re.Match[str], told: Sequence[str], asked: Sequence[str]) -> str:
    """另外两个, 剩下的: those told of that no question has named since; "" where none has been named."""
    named = [[name for name in told if name in fold(question)] for question in asked]
    spoken_of = {one[0] for one in named if len(one) == 1}
    left = [name for name in told if name not in spoken_of]
    if not (match["others"] or match["other"]) or not spoken_of or not 1 <= len(left) <= _MOST_LEFT:
        return ""
    return "和".join(["、".join(left[:-1]), left[-1]] if len(left) > 1 else left)


def listed_in(answer: str, names: Names) -> tuple[str, ...]:
    """The names an answer lists, in its order: of its rows, else the projects its sentences name."""
    if len(points := _POINT.findall(_MARKS.sub("", answer))) > 1:
        return tuple(_VERB.sub("", point) for point in points)
    lines = [_MARKS.sub("", line).strip("。 ") for line in answer.split("\n") if line.strip()]
    if len(lines) > 1 and all(1 < len(line) <= _SHORT_LINE and "|" not in line for line in lines):
        return tuple(lines)
    rows = [line.split("|")[1:-1] for line in answer.split("\n") if line.startswith("|")]
    if len(rows) > 2:
        at = next((n for n, cell in enumerate(rows[0]) if re.search(r"项目|名称|企业|公司", cell)), 0)
        return tuple(_MARKS.sub("", row[at]).strip() for row in rows[2:] if len(row) > at)
    return projects_in(answer, names)


def projects_in(answer: str, names: Names) -> tuple[str, ...]:
    """The projects an answer names, else the other bodies; in its order."""
    found = list(dict.fromkeys(_NUMBER.sub("", name) for name in names(fold(_MARKS.sub("", answer)))))
    kept = [name for name in found if not any(name != other and name in other for other in found)]
    return tuple(name for name in kept if name.endswith("项目")) or tuple(kept)


def of_those_listed(
    text: str, *, answers: Sequence[str], names: Names, asked: Sequence[str] = ()
) -> str | None:
    """最大的是哪个 and 三个加起来多少 of the projects that an answer named, or that were asked of one by one;
    the newest answer and question come first."""
    said = stripped(text)
    largest, together = _WHICH_LARGEST.fullmatch(said), _TOGETHER.fullmatch(said)
    if not (largest or together):
        return None
    count = _HOW_MANY.match(said)
    lists = (listed_in(answer, names) for answer in (answers if count else answers[:1]))
    least = (2 if count["n"] == "两" else _DIGITS.index(count["n"]) + 1) if count else 2
    told = next((told for told in lists if least <= len(told) <= (least if count else _MOST_COMPARED)), ())
    if count and not told:
        named = dict.fromkeys(name for each in asked for name in names(fold(each))[:1])
        told = tuple(reversed(tuple(named)[:least])) if len(named) >= least else ()
    if not told or not all(_THING.search(name) for name in told):
        return None
    those = f"{'、'.join(told[:-1])}和{told[-1]}"
    if largest:
        return f"{those}哪个总投资最{largest['how'] or largest['after']}？"
    return f"{those}总投资一共多少？"


def told_alone(text: str, *, base: str, answer: str, names: Names) -> str | None:
    """谁投的 after 最大的项目是哪个: of the one thing that the answer named; None where it named several."""
    said = fold(text)
    if not _ONE_ASKED.search(fold(base)) or len(stripped(text)) > _MOST_CHARS or _NEW_LIST.search(said):
        return None
    told = listed_in(answer, names)
    if not re.search("项目", base):  # a company asked for is what the first sentence names
        told = names(fold(_MARKS.sub("", answer.split("\n", maxsplit=1)[0])))
    found = [name for name in told if name not in fold(base)]
    if len(found) != 1 and _LARGEST.search(fold(base)):
        found = list(names(fold(_MARKS.sub("", _FIRST_CLAUSE.split(answer, maxsplit=1)[0]))))
    return f"{found[0]}{_PRONOUN.sub('', text)}" if len(found) == 1 and not names(said) else None


_LARGEST = re.compile(r"最[大高多小少]")
_FIRST_CLAUSE = re.compile(r"[最更][大高多小少]|[；;。]")
_WHICH_LARGEST = re.compile(
    r"(?:其中|里面|这里面)?(?:投资)?(?:最(?P<how>[大高多小少])的?(?:项目)?(?:是)?(?:哪一?个|谁|什么)?"
    r"|哪一?个(?:项目)?(?:投资)?最?(?P<after>[大高多小少]))"
)
_TOGETHER = re.compile(
    r"(?:这?[两二三四五六七八九几]个|这些|一共|总共|都)*(?:项目)?(?:总投资|投资额?)?"
    r"(?:加起来|合起来|合计|一共|总共|总投资|共投资)(?:投资)?(?:是|有)?(?:多少)?(?:亿元?)?"
)
_HOW_MANY = re.compile(r"这?(?P<n>[两二三四五六七八九])个")
_MOST_COMPARED = 6
_NEW_LIST = re.compile(r"哪[些个几]|最|呢[?？。]?$|还有|其中|一共|总共|合计")
_POINT = re.compile(r"[一二三四五六七八九十]是([^,，;；。一二三四]{2,24})(?=[,，;；。])")  # 一是…；二是…
_VERB = re.compile(
    r"^(?:做[强大优]|实施|开展|优化|强化|推进|突出|加强|深化|创新|完善|推动|坚持|聚焦|健全|建立|提升)(?=[一-鿿]{3})"
)
_PRONOUN = re.compile(r"^(?:那么?)?(?:它|他|这个|那个|该)(?:项目|企业|公司)?的?")
_MOST_CHARS = 12
_A_LIST = 3
_THING = re.compile(r"(?:项目|工程|公司|集团|基地|园|中心)(?:[(（]?[一二三四]期[)）]?)?$")
_SHORT_LINE = 16  # characters of each of the things that an answer lists line by line
_MOST_LEFT = 4  # of the things of a list that 剩下的 can be asked of one by one
