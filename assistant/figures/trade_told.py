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


_KIND = (
    r"装备|新能源|新材料|电子|生物|医药|医疗|半导体|芯片|集成电路|光电|光伏|汽车|化工|食品|饮料|农业|农产品|物流|软件|通信|环保|建材|"
    r"文化|旅游|文旅|纺织|服装|家居|航空|航天|海洋|船舶|储能|氢能|电池|锂电|机器人|机械|冶金|钢铁|有色|种业|康养|石化|电商|人工智能|"
    r"大数据|低空|轻工|服务业|金融|影视|预制菜|酒店"
)
_OF_A_TRADE = re.compile(rf"(?:{_KIND})[一-鿿]{{0,8}}?(?:项目|企业)")
_KINDS = re.compile(_KIND)
_GRANT = re.compile(r"奖|补贴|补助|资助|扶持|贴息|返还|减免|优惠")
_GRANTS = re.compile(r"措施|办法|政策|意见|规定|细则|若干|十条")


def is_granted_to_another_trade(draft: Draft, frame: QuestionFrame) -> bool:
    """Whether a grant for one trade is asked for, and what is told is for another alone: 对光电企业."""
    asked = _OF_A_TRADE.findall(frame.text) if _GRANT.search(frame.text) else []
    if not asked or draft.refused or not draft.statements or not draft.statements[0].evidence:
        return False
    evidence = draft.statements[0].evidence
    title = fold(evidence[0].document.title)
    quoted = fold("".join(each.text + each.section for each in evidence))
    theirs = _KINDS.findall(title) if _GRANTS.search(title) else []
    theirs += [kind for named in _OF_A_TRADE.findall(quoted) for kind in _KINDS.findall(named)]
    ours = [kind for named in asked for kind in _KINDS.findall(named)]
    return bool(theirs) and not any(term_match(kind, title + quoted) >= RELATED for kind in ours)
