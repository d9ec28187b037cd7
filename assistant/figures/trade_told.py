"""Is a figure told of the trade that a question asks about, or of another: 轴承链's output from 胡柚链's?"""

from __future__ import annotations

import re

from assistant.draft import Draft
from assistant.matching import RELATED, term_match
from assistant.question import QuestionFrame
from language.text import fold

_TRADE = re.compile(
    r"(?P<trade>[一-鿿]{2,6}?)全?(?:产业链|产业(?!链|园|集群|项目|投资|基金|工人)|链(?![主长条式上]))"
)
_AT_LARGE = re.compile(
    r"(?:\d+条|重点|主导|支柱|优势|特色)(?:重点)?产业链"
)  # all of them are not the one asked
_ANY = re.compile(
    r"[全总各本该条]|主导|支柱|特色|优势|传统|新兴|未来|重点|战略|第[一二三]|游|供应|工业|农业|服务|相关|配套|现代|[三四五]大"
)


def is_of_another_trade(draft: Draft, frame: QuestionFrame) -> bool:
    """Whether the question asks of one trade and what the draft quotes names others, but not that one."""
    asked = {trade for trade in _trades(frame.text) if any(term.endswith(trade) for term in frame.terms)}
    asked |= {term for term in frame.terms if len(term) == 1 and re.search(f"{term}(?:产业|链)", frame.text)}
    if not asked or draft.refused or draft.rows or not draft.statements:
        return False
    quoted = fold(
        "".join(e.text + e.section + e.document.title for s in draft.statements[:1] for e in s.evidence)
    )
    others = _trades(quoted) or _AT_LARGE.search(fold(draft.statements[0].text))
    return bool(others) and not any(term_match(trade, quoted) >= RELATED for trade in asked)


def _trades(text: str) -> set[str]:
    """The last two characters of each name before 产业 and 链: 轴承 of 常山轴承产业链."""
    found = {match["trade"][-2:] for match in _TRADE.finditer(text)}
    return {trade for trade in found if not _ANY.search(trade)}
