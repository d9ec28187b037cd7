"""What has been put into a project by now, what in one term of it, and what is only its total?"""

from __future__ import annotations

import re

from assistant.draft import Draft
from assistant.question import QuestionFrame
from assistant.wording import own_clause
from language.text import fold
from vectorstore.ledger_rows import Figure

_SO_FAR = re.compile("累计|截[至止]|目前|至今|到[^，。？]{0,6}[底末]|一共|总共")
_PUT_IN = re.compile(
    r"(?:完成|实现|累计|已经?|实际)[^，。；]{0,8}(?:投资|投入|出资|到位)|已投(?!产|用|运)|投入[^，。；]{0,6}\d|到位"
    r"|(?:完成|投资)[^，。；]{0,6}\d[\d.]*%|(?:季度|半年|年|月)[^，。；]{0,8}(?:完成|投)[^，。；]{0,3}\d"
)

_SURELY = re.compile("完成|累计|已经?投|投了|投入")


def asks_one_term(frame: QuestionFrame) -> bool:
    """Whether it is asked what was put into a project in one term: 一季度完成投资多少, and not by its end."""
    spent = bool(frame.names) and frame.asks_spent and bool(frame.periods_asked)
    return spent and _SO_FAR.search(frame.text) is None


def is_of_more_than_asked(row: Figure, frame: QuestionFrame) -> bool:
    """Whether a row is a project's total, or all that was put in so far where one term is asked for."""
    if row.modality == "planned_total":
        return True
    return asks_one_term(frame) and "累计" in fold(row.metric + own_clause(row))


def tells_total_alone(draft: Draft, frame: QuestionFrame) -> bool:
    """Whether it is asked what was put into a project, and the first sentence tells no such amount."""
    surely = frame.asks_spent and _SURELY.search(frame.text) is not None  # 现在投资多少 may ask for the total
    if not (frame.names and surely and frame.asks_number) or frame.asks_target:
        return False
    if draft.refused or draft.rows or not draft.statements:
        return False
    return _PUT_IN.search(fold(draft.statements[0].text)) is None
