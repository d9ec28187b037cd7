"""What does a remark put right: 不是签约，是到位资金; 不对，我问的是乙县?"""

from __future__ import annotations

import re

from assistant.followups.remark import without_end
from language.text import fold

_WRONG = r"(?:(?:不对|错了|搞错了|弄错了|问错了|说错了|不是这个)[,，。]?)"
_NOT = r"(?:(?:不是|不要|不问)[^,，。?？是]{1,14}[,，。]?)"
_I_MEAN = r"(?:我(?:想|要)?(?:问|说|指|要|想问|想知道)的?(?:其实|应该)?是)"
_CORRECTED = re.compile(
    rf"(?:{_WRONG}(?:{_NOT}?(?:{_I_MEAN}|应该是|是|而是))|{_NOT}(?:{_I_MEAN}|应该是|而?是|要|问)|{_I_MEAN})"
    r"(?P<meant>[^,，?？]{2,16})"
)
_ASKS = re.compile(r"多少|几|哪|谁|什么|怎|吗$")


def corrected(text: str) -> str:
    """The remark as what it puts in the place of what was asked, 到位资金呢; as it is where it corrects
    nothing, or asks a whole question of its own."""
    match = _CORRECTED.fullmatch(without_end(fold(text)))
    if match is None:
        return text
    return match["meant"] if _ASKS.search(match["meant"]) else f"{match['meant']}呢"
