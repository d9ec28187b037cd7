"""Which figures are a firm's, whatever place its paper speaks of: 公司实现产值3.2亿元, 归母净利润7357万元?"""

from __future__ import annotations

import re

from language.value import replace
from vectorstore.ledger_rows import Figure

_OF_A_FIRM = re.compile(
    r"^(?:[去今]年)?(?:(?:该|本|这家)?公司(?!债|数|总部|总数)|该司|该企业)"
    r"|归母|归属于?(?:上市|母)公司|每股|股价|收报|毛利|扣非|单季|承销|保荐|募集资金|主营收入"
)
_COUNTS_FIRMS = ("家", "户")  # 公司制企业30家 are the place's


def of_no_place(figure: Figure) -> Figure:
    """The row as nobody's where a place was taken for its owner: which firm is meant stays untold, for the
    last one named may be its bank."""
    if figure.subject != figure.place or figure.unit in _COUNTS_FIRMS or not _OF_A_FIRM.search(figure.metric):
        return figure
    return replace(figure, subject="", place="")
