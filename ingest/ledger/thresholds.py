"""Which size class (5亿元以上) does an amount set for what is counted?"""

from __future__ import annotations

import re

from language.quantity import Quantity

# Between a size and the thing sized stand known words, then any others. The two are not one alternation under
# one star, which takes exponential time over a text without punctuation.
_KIND = (
    r"(?:优质|重点|重大|新|大|好|在建|省市|省级|市级|工业|产业|外资|内资|制造业|服务业|"
    r"农业|招商|签约|投资|先进|科技|人工智能|的|类|型|现代|高端)"
)
_SIZED = re.compile(
    rf"^(?:规模|级|的|以上|及以上|以下)*(?:(?:有|共|达|就有)?\d+[个家项]|{_KIND}*[一-鿿]*?(?:项目|企业|工程|产业|楼宇|街道|税收|集群|园区|基金|订单|合同|镇街|强镇|单位|公司|建设项目|产业链|平台))"
)
_ALL_TOLD = re.compile(
    r"\d个(?:(?:[一-鿿]{0,6}项目)?(?:的|单体)?(?:计划|协议)?(?:总?投资额?|投资总额)(?:均|都|达到?)?|项目)$"
)
_NAMED = re.compile(r"[A-Za-z“”·]|[一-鿿]{7,}项目")


def threshold_of(quantity: Quantity, text: str) -> str:
    """The size class an amount sets for what is counted (5亿元以上), "" where it stands for itself."""
    if quantity.kind != "money" and quantity.unit not in ("亿", "万", "级"):
        return ""
    after = text[quantity.outer_end :]
    before = text[: quantity.outer_start]
    if before.endswith("(含") and bound_words(text[quantity.end :]):
        return _class_from(quantity)  # 27个（含50亿元以上）
    if after.startswith("(") and (other := IN_OTHER_MONEY.match(after)) is not None:
        after = after[other.end() :]
    following = _SIZED.match(after)
    is_round = quantity.spelled and quantity.value in _ROUND and text[quantity.start] in "亿百千十"
    if is_round and not bound_words(after):
        return _class_from(quantity) if following else ""
    if SETS_UP.search(before) and not _COUNTED.search(after):
        return ""
    if quantity.qualifier in _ABOVE and _ALL_TOLD.search(before):
        return _class_from(quantity)
    if (other := _OR_OF_MONEY.match(after)) is not None:  # 1亿元人民币或1000万美元以上项目
        after = after[other.end() :]
        defined = _DEFINES.search(before) is not None and _IN_BRACKETS.match(after) is not None
        return _class_from(quantity) if defined or _SIZED.match(after) else ""
    if (
        quantity.qualifier in _ABOVE
        and before.endswith("或")
        and _OR_OF_MONEY.match(f"或{text[quantity.start :]}")
    ):
        return _class_from(quantity) if _SIZED.match(after) or _IN_BRACKETS.match(after) else ""
    bound = quantity.qualifier in (*_ABOVE, "不低于", "不少于") or bound_words(after)
    sized = following is not None and not _NAMED.search(following.group())
    return _class_from(quantity) if bound and sized else ""


# 设立规模不低于10亿元的产业基金: the one fund that is set up is of that size.
SETS_UP = re.compile(r"(?:设立|组建|成立|筹建|发起)[^,;。\d]{0,8}?(?P<scale>总?规模)(?:为|达)?$")
_COUNTED = re.compile(r"^[^,;。]{0,16}\d+[只支个]")
_OR_OF_MONEY = re.compile(r"(?:人民币)?或(?:者)?\d[\d.]*[万亿]?(?:美|欧|港|日)?元(?:人民币)?(?=(?:及)?以上)")
IN_OTHER_MONEY = re.compile(r"\(\d[\d.]*[万亿]?[美欧港日]?元\)(?=及?以上)")  # 5亿元（3000万美元）以上
_DEFINES = re.compile(r"(?:项目|企业|工程)\((?:即|指|投资额?|总投资额?)*$")  # 重大项目（10亿元或1亿美元以上）
_IN_BRACKETS = re.compile(r"(?:及?以上)?(?:的)?[,、;)]")
_ROUND = (1, 10, 100, 1000)  # 亿元项目, 十亿级, 百亿, 千亿
_ABOVE = ("超", "过", "突破", "以上")


def _class_from(quantity: Quantity) -> str:
    unit = "亿元" if quantity.unit == "亿" else quantity.unit  # 百亿级项目 prints no 元
    return f"{quantity.value.normalize():f}{unit}以上"


def bound_words(after: str) -> bool:
    """Whether 以上 or the like follows, which is read elsewhere."""
    return after.startswith(("以上", "级", "及以上"))
