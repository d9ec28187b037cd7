"""Does a sentence tell how something grew, where that alone is asked?"""

from __future__ import annotations

import re

from assistant.draft import Draft
from assistant.figures.qualifiers import asks_growth_alone
from assistant.question import QuestionFrame
from language.text import fold

_GREW = re.compile(
    r"[增升降减涨跌翻倍多少]|提高|回落|扩大|收窄|缩小|突破|同比|环比|持平|由[^,;。]{1,16}(?:到|至|为)|\d[\d.]*%"
)


def lacks_growth(draft: Draft, frame: QuestionFrame) -> bool:
    """到位资金同比增长多少: whether the first sentence tells only what came, and not how that grew."""
    if not asks_growth_alone(frame.text) or draft.refused or draft.rows or not draft.statements:
        return False
    return _GREW.search(fold(draft.statements[0].text)) is None
