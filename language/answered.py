"""What does the thing a question asks for look like in a text?

By its measure: a share is told in per cent, an investment in 元 or 亿, people in 人 or 名. Digits of any
kind would tell nothing, for nearly every passage names a year. The patterns stay wide on purpose: they only
count beside the question's words.
"""

from __future__ import annotations

import re
from functools import lru_cache

from language.asked import Asked, asked

_DIGITS = r"\d[\d.]*"
_HAN = "[〇零一二两三四五六七八九十百千]"
_NUMERAL = rf"(?:{_DIGITS}|{_HAN}+)"
_MUCH = "[百千万亿]*[余多几来]?"
_CLASSIFIERS = (
    "个家名位人种项岁倍条座辆台吨米元亩层届场部艘架分级张件本首支枚集只头页章卷处间所颗期天月度克桶股站款匹"
    "户次宗"
)
_ALIKE = {"人": "人名位", "名": "人名位", "位": "人名位", "家": "家户", "户": "家户"}
_COUNTED = re.compile(rf"(?:多少|几)([{_CLASSIFIERS}])")
_WHICH_YEAR = re.compile(r"哪一?年|哪个年|年份")
_A_YEAR = rf"(?:1\d|20)\d\d(?!\d)|{_HAN}{{4}}年|世纪|[去今前]年|\d年"

_SHARE = r"百分之|百分比|比例|占比|率(?![先领])|[增涨降][速幅]|增长多少|下降多少"
_PEOPLE = "多少人|人数|人口|人次"
_MONEY = (
    "票房|金额|价|费用|成本|营收|收入|利润|投资|gdp|生产总值|产值|市值|罚|奖金|钱|资金|贷款|债|损失"
    "|资产|预算|额"
)
_SPAN = "多久|多长时间|几年|多少年"
# What a measure is told in; the first that the question names.
_MEASURES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(_SHARE), rf"{_DIGITS} ?(?:%|个?百分点)|百分之|{_HAN}+成|倍"),
    (re.compile(_PEOPLE), rf"{_NUMERAL} ?{_MUCH}[人名位]|[万千]人"),
    (
        re.compile(_MONEY),
        rf"{_DIGITS} ?[百千万亿]+|{_NUMERAL} ?{_MUCH}(?:[美欧日港]?元|英镑|马克|法郎|卢比|块)|[$¥£€] ?\d",
    ),
    (re.compile(_SPAN), rf"{_NUMERAL}[余多]?(?:年|个?月|天|日|周|个?小时|分钟?|秒)"),
)
_NUMBER = rf"(?<![\d.])\d[\d.]*(?![\d.年月日号时:/\-])|{_HAN}+[余多几]?[万亿{_CLASSIFIERS}]"

_ROLES = "先生|女士|教授|院士|主席|总统|总理|部长|局长|书记|市长|主任"
_SAYS = "表示|说|认为|指出|介绍|担任|出任"
_LEADS = f"{_ROLES}|董事长|总经理|导演|主演|记者|作者|由|被|是"
_SITES = "省|市|县|区|州|国|镇|乡|村|岛|山|湖|河|港|站|路|街|湾|洲|机场|中心|体育场|大学"
_FIRMS = "公司|集团|大学|学院|银行|医院|部门?|局|委|院|署|会|队|中心|协会|研究所|学校|企业|厂|社"
_OTHERS: dict[Asked, str] = {
    "date": r"\d{1,2}月(?:\d{1,2}[日号])?|(?:1\d|20)\d\d年|\d{1,2}[日号时点]|\d年"
    rf"|{_HAN}{{1,4}}[月日年]|世纪|[今昨明去前]年|[今昨前明]日|周[一二三四五六日]|春节|上午|下午",
    "person": rf"[一-鿿]{{1,6}}(?:{_SAYS}|{_ROLES})|(?:{_LEADS})[一-鿿·]{{2,4}}",
    "place": rf"[一-鿿]{{1,6}}(?:{_SITES})|[在于从至往][一-鿿]{{2,6}}",
    "organisation": rf"[一-鿿]{{1,12}}(?:{_FIRMS})",
}


def answers_to(question: str) -> re.Pattern[str] | None:
    """What an answer to `question`, folded and lower-cased, looks like in folded text.

    None where no pattern tells. No match reaches over the end of a sentence.
    """
    kind = asked(question)
    return None if kind is None else _compiled(_form(kind, question))


def _form(kind: Asked, question: str) -> str:
    if kind == "date" and _WHICH_YEAR.search(question):
        return _A_YEAR
    if kind != "number":
        return _OTHERS[kind]
    if counted := _COUNTED.search(question):
        classifier = counted[1]
        return rf"{_NUMERAL} ?{_MUCH}[{_ALIKE.get(classifier, classifier)}]"
    return next((form for measure, form in _MEASURES if measure.search(question)), _NUMBER)


@lru_cache(maxsize=64)
def _compiled(form: str) -> re.Pattern[str]:
    return re.compile(form)
