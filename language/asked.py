"""What kind of thing does a question ask for, and what does one look like in a text?

Only what a pattern can tell: numbers, dates, people, places and organisations. A question of another kind
(why, how, which measures) has no kind here.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from language.words import QUESTION_WORDS, words

Asked = Literal["number", "date", "person", "place", "organisation"]

_BODIES = "企业|公司|单位|部门|机构|高校|大学|学校|银行|医院|俱乐部|集团|组织|球队"
_LANDS = "省|市|县|区|国|城|地|州|岛|洲|村|镇|街"
# What the question's own words show, the first kind that fits: 哪家公司 is no place, 什么时候 no number.
_QUESTIONS: tuple[tuple[Asked, str], ...] = (
    ("date", r"什么时候|何时|哪一?[天年月日]|几[月号日时点]|时间|日期|多会儿|啥时候|哪个[年月]|年份|时候"),
    ("organisation", rf"哪一?[家所]|(?:哪些?|哪个|什么)(?:{_BODIES})"),
    ("place", rf"哪里|哪儿|在哪|何[处地]|(?:哪一?|哪个)(?:{_LANDS}|座)|什么地方|地点|起点|终点|位于|地址"),
    ("person", r"谁|哪一?[位名]|何人|什么人|哪个人|姓名|人选|名字"),
    (
        "number",
        r"多少|几|多[大高长久宽重远快深]|百分之|比例|占比|[人数个总][数量次口]|金额|面积|价格|售价|票房|成本|费用"
        r"|年龄|岁数|规模|[增涨降][速幅]|温度|速度|[高长宽]度|重量|距离|寿命"
        r"|[产销总金税定限余差用容流能电客货运重][量额]|收入|[率比数额量值度]\s*$",
    ),
)
_NUMERAL = r"(?:\d[\d.]*|[〇零一二三四五六七八九十百千两]+)"
_COUNTED = "万亿个家名位人次种项岁倍条座辆台吨米元亩层届场部艘架分成"
_ROLES = "先生|女士|教授|院士|主席|总统|总理|部长|局长|书记|市长|主任"
_SAYS = "表示|说|认为|指出|介绍|担任|出任"
_LEADS = f"{_ROLES}|董事长|总经理|导演|主演|记者|作者|由|被|是"
_SITES = "省|市|县|区|州|国|镇|乡|村|岛|山|湖|河|港|站|路|街|湾|洲|机场|中心|体育场|大学"
_FIRMS = "公司|集团|大学|学院|银行|医院|部门?|局|委|院|署|会|队|中心|协会|研究所|学校|企业|厂|社"
_ANSWERS: dict[Asked, str] = {
    "date": rf"{_NUMERAL}(?:年|月|日|号|时|点|世纪)|\d{{4}}|[今昨明去前]年|[昨今前明]日"
    r"|周[一二三四五六日]|春节|上午|下午",
    "number": rf"\d[\d.]*|[一二三四五六七八九十百千两]+[余多几]?[{_COUNTED}]",
    "person": rf"[一-鿿]{{1,6}}(?:{_SAYS}|{_ROLES})|(?:{_LEADS})[一-鿿·]{{2,4}}",
    "place": rf"[一-鿿]{{1,6}}(?:{_SITES})|[在于从至往][一-鿿]{{2,6}}",
    "organisation": rf"[一-鿿]{{1,12}}(?:{_FIRMS})",
}


def asked(question: str) -> Asked | None:
    """The kind of thing asked for, or None where no pattern tells; `question` is folded."""
    return next((kind for kind, pattern in _QUESTIONS if re.search(pattern, question)), None)


def asks(text: str) -> bool:
    """True for a question or a request, False for a statement such as a headline; `text` is folded."""
    return asked(text) is not None or "?" in text or any(word in QUESTION_WORDS for word in words(text))


@lru_cache(maxsize=8)
def answers_of(kind: Asked) -> re.Pattern[str]:
    """What a thing of this kind looks like in folded text; wide: it only counts beside the right words."""
    return re.compile(_ANSWERS[kind])
