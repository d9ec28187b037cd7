"""What kind of thing does a question ask for?

Only what a pattern can tell: numbers, dates, people, places and organisations. A question of another kind
(why, how, which measures) has no kind here.
"""

from __future__ import annotations

import re
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


def asked(question: str) -> Asked | None:
    """The kind of thing asked for, or None where no pattern tells; `question` is folded."""
    return next((kind for kind, pattern in _QUESTIONS if re.search(pattern, question)), None)


def asks(text: str) -> bool:
    """True for a question or a request, False for a statement such as a headline; `text` is folded."""
    return asked(text) is not None or "?" in text or any(word in QUESTION_WORDS for word in words(text))
