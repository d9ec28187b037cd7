"""What kind of answer does a question ask for: who, when, how many of what, which of what, why?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from language.pattern import pattern
from language.text import fold
from language.words import CJK, QUESTION_WORDS, STOP_WORDS, tagged

KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("who", pattern(r"谁|哪[一几]?[位名]|何人|哪[一几个些]*人(?!民|口)|什么人|名字|姓名|人选")),
    (
        "when",
        pattern(
            r"什么时[候间]|何时|何年|哪[一]?[年天日月]|哪个(?:月|年|世纪|季)|几[月日号时点]|时间[是为?？]|时间$"
            r"|日期|年份|啥时候|多会儿|什么年代|几几年"
        ),
    ),
    (
        "where",
        pattern(
            r"哪里|哪儿|何处|何地|什么地方|在哪|位于哪|哪[一]?国|哪[一]?[省市县区州]|地点|地址|起点|终点"
            r"|哪(?:一?个|一?座|些|几个)?(?:城市|国家|地区|省份|省|市|县|区|州|地方|岛|镇|村)"
        ),
    ),
    (
        "many",
        pattern(r"多少|(?<!那)几[^何乎]|数量|人数|总数|总额|金额|面积|多[大高长重远深宽快](?!久)|价格|售价"),
    ),
    ("long", pattern(r"多久|多长时间|几[年天周]|几个(?:月|小时|星期)|多少[年天]")),
    ("rate", pattern(r"百分|比例|占比|几成|率[是为达?？]|率$|增速|增幅|增长(?:了)?多少|下降(?:了)?多少")),
    ("why", pattern(r"为什么|为何|原因|因何|何故|怎么会|缘由|因为什么|目的")),
    ("how", pattern(r"如何|怎么|怎样|方式|方法|措施|举措|做法|途径|采取")),
    ("list", pattern(r"哪些|哪几|分别|包括什么|有什么|哪[两二三四五六七八九十]")),
    ("which", pattern(r"哪(?:一)?[个种款部家项类支条所座届篇只本场份门艘]")),
    ("what", pattern(r"什么|何种|何[物事名谓]|指的是|是指")),
    ("yesno", pattern(r"是否|吗[?？]?$|有没有|是不是|能否|可否")),
)
KIND_NAMES = tuple(name for name, _ in KINDS)

# 《…》的导演, 起售价, 发售时间: asked without a question word, by what the last noun names.
_BARE_KINDS = (
    ("who", pattern(r"(?:导演|主演|编剧|作者|演员|歌手|主唱|总统|首相|总理|主席|主任|长官|局长|部长|书记"
                       r"|[省市区县州校院会团队]长|董事长|经理|总裁|冠军|得主|创始人|负责人|发言人|主持人|教练|主帅|秘书长|CEO|嘉宾|发明者|设计师)[?？。]?$")),
    ("when", pattern(r"(?:时间|日期|日子|年份)[?？。]?$")),
    ("where", pattern(r"(?:地点|地址|位置|举办地|所在地|总部|首都|省会|首府|出生地|产地)[?？。]?$")),
    ("many", pattern(r"(?:[价数量额分高长重宽]|人数|票房|收入|面积|预算|成本|比分"
                        r"|排名|名次|余额|市值|GDP)[?？。]?$")),
    ("rate", pattern(r"(?:比例|占比|率|增速|增幅)[?？。]?$")),
)  # fmt: skip
_UNIT = pattern(rf"(?:多少|(?<!那)几)(?P<unit>[{CJK}%]{{1,4}})")
_MEASURES = (
    (pattern(r"多少钱|金额|总额|价格|售价|票房|收入|费用|预算|投资额|总投资|资金"),
     r"(?:亿|万|千|百)?多?余?(?:元|美元|欧元|块|卢布|日元|港元|英镑|美金)"),
    (pattern(r"百分|比例|占比|率[是为达?？]|率$|增速|增幅|(?:增长|下降)(?:了)?多少"), r"%|个?百分点|倍"),
    (pattern(r"面积|多大|占地"), r"(?:万|亿)?(?:平方|公顷|亩|顷)"),
    (pattern(r"多高|高度|海拔|多深|深度|多宽|宽度|多长(?!时)|长度|多远|距离"),
     r"(?:万|千)?(?:米|公里|千米|厘米|毫米|英里|英尺|尺|里|光年)"),
    (pattern(r"多重|重量|体重|产量"), r"(?:万|亿|千)?(?:吨|公斤|千克|克|斤|磅)"),
    (pattern(r"多久|多长时间|几年|时长"), r"(?:多|余|个|个多)?(?:年|月|周|星期|天|日|小时|分钟|秒|世纪)"),
    (pattern(r"年龄|多大年纪|几岁|多少岁"), r"岁"),
    (pattern(r"人数|人口|多少人"), r"(?:多|余)?(?:万|亿|千)?(?:多|余)?(?:人|名|位)"),
)  # fmt: skip
_AFTER = pattern(
    rf"(?:什么样的?|什么|哪一?(?:[个种款部家项类支条所座届篇只本场份门艘位名些]|几[个种项条家类])?|何种?|哪[两三四五]"
    rf"[大个项条种类])(?P<noun>[{CJK}A-Za-z]{{1,12}})"
)
_BEFORE = pattern(
    rf"(?P<noun>[{CJK}A-Za-z]{{1,16}}?)(?:分别)?(?:是|为|叫做?|有|包括)(?:什么|谁|哪|多少|几|何)"
)
_BARE = pattern(rf"(?P<noun>[{CJK}A-Za-z]{{2,16}})[?？。]?$")


_IS_WHAT = pattern(r"(?:分别)?(?:是|为|有)?(?:什么|哪[些个]?|多少|谁)?[?？。]*$")


@dataclass(frozen=True, kw_only=True)
class Asking:
    """The form of a question.

    `kinds` are names of KINDS, any number; `unit` is a pattern of what follows a number that would answer, ""
    where no number is asked; `focus` is what the answer is an instance of (城市 of 哪个城市), "" if not told.
    """

    kinds: frozenset[str]
    unit: str
    focus: str


@lru_cache(maxsize=512)
def asking(question: str) -> Asking:
    """The form of a question, read from its words alone."""
    text = fold(question).strip()
    kinds = frozenset(name for name, pattern in KINDS if pattern.search(text))
    if not kinds - {"who", "when", "where", "rate"} or kinds <= {"what"}:
        body = _IS_WHAT.sub("", text)
        kinds |= {name for name, pattern in _BARE_KINDS if pattern.search(body)}
    return Asking(kinds=kinds, unit=_unit(text), focus=_focus(text, bare=not kinds))


def _unit(text: str) -> str:
    found = [pattern for asked, pattern in _MEASURES if asked.search(text)]
    if match := _UNIT.search(text):
        first = tagged(match["unit"])[0].word
        found.append(rf"(?:多|余)?(?:万|亿|千|百)?(?:多|余)?{re.escape(first)}")
    return "|".join(found)


def _focus(text: str, *, bare: bool) -> str:
    """The last noun of the phrase beside the question word."""
    if match := _AFTER.search(text):
        return _first_nouns(match["noun"])
    if match := _BEFORE.search(text):
        return _last_noun(match["noun"])
    if bare and (match := _BARE.search(text)):
        return _last_noun(match["noun"])
    return ""


def _nominal(tag: str) -> bool:
    return not tag or tag.startswith(("n", "vn", "l", "j", "eng", "q"))


def _first_nouns(phrase: str) -> str:
    """城市 of 城市发放了体育类电子消费券."""
    found = ""
    for token in tagged(phrase):
        if _nominal(token.tag) and token.word not in STOP_WORDS:
            found = token.word
        elif found or not token.tag.startswith(("a", "b", "m")):
            break
    return found


def _last_noun(phrase: str) -> str:
    nouns = [t.word for t in tagged(phrase) if _nominal(t.tag) and t.word not in STOP_WORDS | QUESTION_WORDS]
    return nouns[-1] if nouns else ""
