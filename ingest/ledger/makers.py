"""Where does the name of a project begin that tells how much is made a year, and by whom?"""

from __future__ import annotations

import re

_MADE = re.compile(r"(?:年产|日产|年加工|年处理|日处理|年屠宰)[\d.]+[一-鿿A-Za-z]{1,4}$")
_MAKER = re.compile(r"(?:^|(?<=[,;。:、“了有的]))[^\W\d了有的]{2,10}$")
_ACTS = re.compile(
    r"建设|投资|新[建上]|上马|实施|打造|项目|工程|公司|集团|[为达可在于]|形成|实现|扩建|签约|引进|落户|计划|主要|规划|建成"
)


def with_maker(text: str, start: int) -> int:
    """Where 和邦生物年产50万吨双甘膦项目 begins, of which 双甘膦项目 is known to be a name."""
    if (made := _MADE.search(text, 0, start)) is None:
        return start
    maker = _MAKER.search(text, 0, made.start())
    return maker.start() if maker and not _ACTS.search(maker.group()) else made.start()
