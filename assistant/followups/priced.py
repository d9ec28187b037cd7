"""What does a follow-up mean that names another thing with a price: 用水呢 after 工业用电价格多少?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.followups.remark import bare as stripped
from assistant.followups.remark import names_a_time
from language.place import PlaceNames
from language.text import fold

_PRICE = r"(?:价格|单价|均价|费用|成本|收费标准|收费|租金|电价|水价|气价|地价|房价|工资|薪资|月薪)"
_ASKED = re.compile(
    rf"(?P<what>[^，,。？?]*?)(?P<of>的?{_PRICE})"
    r"(?P<asks>(?:是|为|要|大概|大约)*(?:多少|怎么样|如何|多高|几).*)$"
)
_ASKS = re.compile(r"多少|几|什么|哪|谁|吗|怎|何|最|差|共|同比|占")
_ELLIPSIS = re.compile(r"[呢吧啊呀]+[?？。!！\s]*$")
_LONGEST = 10


def of_a_price(text: str, earlier: Sequence[str], *, places: PlaceNames) -> str | None:
    """The whole question that `text` stands for after one for a price; None where it is of another kind."""
    base, said = fold(earlier[-1]) if earlier else "", fold(text)
    asked = _ASKED.search(base)
    bare = stripped(said, lead="还有")
    if asked is None or not _ELLIPSIS.search(said) or not 2 <= len(bare) <= _LONGEST or _ASKS.search(bare):
        return None
    if places.find(bare) or names_a_time(bare):
        return None  # 常州呢 is another place, 去年呢 another time
    at = max((mention.end for mention in places.find(base[: asked.end("what")])), default=0)
    what = _like(base[at : asked.end("what")], bare)
    of = "" if re.search(rf"{_PRICE}$", bare) else asked["of"]
    return f"{base[:at]}{what}{of}{asked['asks']}"


def _like(old: str, new: str) -> str:
    """工业用水 for 用水 after 工业用电: what begins alike takes the place of no more than its like."""
    at = old.rfind(new[0])
    return old[:at] + new if at > 0 and len(old) - at == len(new) else new
