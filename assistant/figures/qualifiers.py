"""Which words of a question must a row meet whatever else it says: how it grew, which rate, of which part?

A row that says all but one of these answers another question, and none but these is left to likeness.
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.question import QuestionFrame
from assistant.wording import clause_of
from language.quantity import unit_kind
from language.text import fold
from vectorstore.ledger_rows import Figure

_AMOUNT_ASKED = re.compile(r"多少|几[个家项次座名]|多大|百分之几|几成")
_GROWTH_ASKED = re.compile(
    r"(?:增长|增速|增幅|涨幅|降幅|增长率|同比|环比|下降|提高)(?:是|了|为|有|达|约)*(?:多少|百分之几|几成|几个百分点)"
    r"|(?:同比|环比)?(?:增速|增幅|涨幅|降幅|增长率)[？?]?$"
)
_RATE = re.compile(r"(?P<of>[一-鿿]{2})率")
_SAME_RATE = {
    "完成": "完成|占|进度|达成",
    "达成": "完成|占|进度|达成",
    "开工": "开工|动工",
    "到位": "到位",
    "履约": "履约|兑现",
    "转化": "转化|落地",
}
_NO_RATE = ("效率", "频率", "利率", "税率", "汇率", "比率", "功率", "概率", "速率")


def turns_on_a_word(frame: QuestionFrame) -> bool:
    """Whether what is asked turns on a word that a row may lack: how it grew, or one rate by its name."""
    return asks_growth_alone(frame.text) or len(rates_named(frame.text)) == 1


def unmet(row: Figure, frame: QuestionFrame) -> bool:
    """Whether the row leaves out a word that what is asked turns on."""
    if row.modality == "rule":
        return False
    if asks_growth_alone(frame.text) and not row.is_growth:
        return True
    rates = rates_named(frame.text)
    if len(rates) != 1 or unit_kind(row.unit) != "rate" or row.is_growth:
        return False
    return re.search(_SAME_RATE.get(rates[0], rates[0]), fold(row.metric + clause_of(row, ()))) is None


@lru_cache(maxsize=256)  # asked of every row
def asks_growth_alone(text: str) -> bool:
    """Whether nothing but a rate of change is asked for: 到位资金同比增长多少."""
    return _GROWTH_ASKED.search(text) is not None and len(_AMOUNT_ASKED.findall(text)) <= 1


@lru_cache(maxsize=256)
def rates_named(text: str) -> tuple[str, ...]:
    """Of what each rate is that a question names: 开工 of 开工率."""
    found = (match for match in _RATE.finditer(text) if not match.group().endswith(_NO_RATE))
    return tuple(dict.fromkeys(match["of"] for match in found))
