"""What is paid of a grant at first, and what later: 首期拨付60%?"""

from __future__ import annotations

import re

from assistant.collection import Collection
from assistant.draft import Statement
from assistant.policy.grant import amount_text
from assistant.policy.pieces import pieces
from assistant.policy.rules import Clause, Paper, passage_evidence
from language.outline import outline
from language.pattern import pattern
from language.quantity import find_quantities
from language.text import fold

_FIRST, _LAST = r"首(?:期|笔|次|批|年)|第一[期笔次批年]", r"剩余|余款|尾款|其余|第二[期笔次批年]|二期"
_ASKED = ((pattern(_FIRST), _FIRST), (pattern(_LAST), _LAST))
_SHARE = r"[^,。;\d]{0,10}(?P<share>\d+(?:\.\d+)?)%"
_GRANTED = re.compile(r"^可[奖补](?=\d)")
_ARTICLE = 5  # the depth of an article


def instalment(
    question: str, granted: Statement, clause: Clause, paper: Paper, collection: Collection
) -> Statement | None:
    """The share of the granted amount that the question asks for, as the clause's article pays it out; None
    where it asks for none or the article names none."""
    asked = next((words for named, words in _ASKED if named.search(question)), None)
    amount = next(iter(find_quantities(granted.text)), None) if _GRANTED.match(granted.text) else None
    if asked is None or amount is None or amount.kind != "money":
        return None
    named = re.compile(f"(?P<name>{asked}){_SHARE}")
    around = [p for p in outline(paper.text) if p.start <= clause.rule.start < p.end and p.depth <= _ARTICLE]
    start, end = (around[-1].start, around[-1].end) if around else (0, len(paper.text))
    for span in pieces(paper.text, start=start, end=end):
        match = named.search(fold(paper.text[span.start : span.end]))
        if match is None:
            continue
        value, currency = amount.base()
        share = next(iter(find_quantities(f"{match['share']}%")))
        shown, number = amount_text(value * share.value / 100, currency)
        printed = granted.text[amount.start : amount.end]
        evidence = passage_evidence(paper, collection, start=span.start, end=span.end)
        return Statement(
            text=f"其中{match['name']}{shown}：{printed} × {match['share']}% = {shown}",
            evidence=(evidence, *granted.evidence),
            derived=(*granted.derived, number, amount.value),
        )
    return None
