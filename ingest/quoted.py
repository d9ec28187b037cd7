"""What did somebody write whose letter another quotes, each line behind a mark of its own (> 各区县……)?"""

from __future__ import annotations

import re

_MARKS = re.compile(r"(?m)^[ \t]{0,3}>(?:[ \t]{0,3}>)*[ \t]?(?=.*$)")
_FEWEST = 3  # lines; one mark may open a remark, or mean more than


def without_quote_marks(text: str) -> str:
    """The text without the marks before quoted lines, where as many lines have one as a letter has."""
    if text.count("\n>") + text.startswith(">") < _FEWEST:
        return text
    return _MARKS.sub("", text)
