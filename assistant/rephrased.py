"""Which plainer wording asks the same? 利用多少外资 → 利用外资多少, 甲多还是乙多 → 甲和乙哪个多."""

from __future__ import annotations

import re

from assistant.plain_forms import FORMS

# What is asked of a project in one breath: 介绍一下甲项目的地点投资和进度.
_ASPECTS = {
    "位于哪里": r"地点|位置|选址|所在(?:地|区|市|县)",
    "投资方是谁": r"投资方|投资主体|业主",
    "总投资多少": r"总?投资(?:额|规模)?",
    "占地多少": r"占地(?:面积)?|用地(?:面积)?",
    "建设什么": r"建设内容|主要内容",
    "进展如何": r"(?:当前|目前|最新|现在)?的?(?:建设|工程)?(?:进度|进展|阶段|状态)(?:情况)?",
    "年产多少": r"产能",
}
_ANY_ASPECT = "|".join(_ASPECTS.values())
_ASPECTS_ASKED = re.compile(
    rf"(?:(?:请|帮我|给我|麻烦)*(?:介绍|说|讲|看|查)(?:一?下|说)?)?(?P<what>[^,，。？?：:]{{4,}}?)[的：:]"
    rf"(?P<aspects>(?:{_ANY_ASPECT})(?:[、和及与]?(?:{_ANY_ASPECT}))+)"
)


def rephrased(text: str) -> str:
    """The question in plainer words; as it is where none of the forms fits."""
    text = _asked_in_full(text)
    for asked, plain in FORMS:
        text = asked.sub(plain, text)
    return text


def _asked_in_full(text: str) -> str:
    """甲项目的地点投资和进度 → 甲项目在哪里、总投资多少、进展如何."""
    asked = _ASPECTS_ASKED.fullmatch(text)
    if asked is None:
        return text
    named = re.findall(_ANY_ASPECT, asked["aspects"])
    told = [next(ask for ask, said in _ASPECTS.items() if re.fullmatch(said, one)) for one in named]
    return f"{asked['what']}{'、'.join(told)}"
