"""Is this the name of a thing, or a piece of a sentence that the ledger took for one?

News tell of 进行了项目, 上半年集团 and 房地产项目 beside what is called something. A question names none of
them, yet holds their words.
"""

from __future__ import annotations

import re
from functools import lru_cache

from language.text import fold
from language.words import STOP_WORDS, is_known, word_tags

_TAIL = re.compile(r"(?:项目|工程|有限公司|公司|集团|平台)+$")
_FIRM = re.compile(r"(?:公司|集团|银行)$")
_NO_NAME = re.compile(
    r"^[到于在从至\d]|\d{4}年|[，。；,;:【】]"
    r"|^(?:以[上下]|其中|另外|此外|用于|有利于|进行|标志着|同期|[去今明上当同本]年|[上下]半年|[一二三四五六七八九]是)"
    r"|了(?!望)|着(?![色力陆装])"
)
_COMMON = frozenset(
    "n j t v vn d b a i l ns".split()
)  # 房地产, 上半年, 有利于, 俄罗斯; a brand is nz or unknown
_TIME = "t"
_PIECES = 3  # words: 的项目, 其中集团


@lru_cache(maxsize=1 << 15)
def is_name(name: str) -> bool:
    """Whether three characters or more may be what somebody or something is called."""
    folded = fold(name)
    if len(folded) < 3 or _NO_NAME.search(folded) or folded.count("“") != folded.count("”"):
        return False
    core = word_tags(_TAIL.sub("", folded))
    if not core:
        return False
    (first, tag), (last, _) = core[0], core[-1]
    opens = first in STOP_WORDS and (len(core) <= _PIECES or len(first) > 1)
    if opens or last in STOP_WORDS:  # 中北车轮轮毂智造项目 and 和邦生物双甘膦项目 are names
        return False
    known = is_known(first) or first[0] in STOP_WORDS  # 并促; of others the tag is a guess
    ordinary = len(core) == 1 and tag in _COMMON and known
    return not ordinary or (tag != _TIME and bool(_FIRM.search(folded)))
