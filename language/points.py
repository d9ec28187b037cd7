"""Does a sentence lay down how points are given: 每引进1个加3分, 90分以上的为优秀?"""

from __future__ import annotations

from language.pattern import pattern

_GRADE = r"[“\"]?(?:优秀|优良|良好|合格|基本|不合格|不称职|称职|达标|[一二三四甲乙丙丁A-D][等级档类])"
_GIVES = pattern(
    r"(?:每[^,;。]{0,16}?|的[,;]?|[者次]|一[起例项个]|以[上下内]|%|不得低于)(?:[各再可]?(?:得|加|扣|减|计|记|折)|给予?)(?:满分|基[本础]分)?\d[\d.]*分"
    r"|(?:最[高多低]|[累总合共]计|上限)[^,;。\d]{0,6}(?:[得加扣减计]|超过)[^,;。\d]{0,3}\d[\d.]*分"
    rf"|\d分(?:及|含)?(?:以[上下])?[^;。]{{0,16}}?的?[,;]?(?:[评认确]?[定为]为?|评|等次是){_GRADE}"
    rf"|{_GRADE}(?:等[次级])?[”\"]?(?:为|是|:|\()(?:得分|总分|综合得分)?\d[\d.]*分"
    r"|^[^,;。\d]{2,24}\(\d+分\)"
    r"|基[本础]分\d+分|百分制"
)


def gives_points(text: str) -> bool:
    """Whether a folded sentence does: no number in it is then anybody's score."""
    return "分" in text and _GIVES.search(text) is not None
