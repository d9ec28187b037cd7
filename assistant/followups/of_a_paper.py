"""What does a follow-up ask of the policy paper just quoted: 什么时候施行的, 由谁解释, 几月申报?

After an answer from one paper it is asked of that paper, by its title: another paper of the same city, or of
another one, may say otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.followups.remark import bare as stripped
from language.place import PlaceNames
from language.text import fold

_THIS = (
    r"(?:[这那该本此上](?:个|项|份|条|一)?|[它他]的?)*"
    r"(?:政策|措施|办法|文件|规定|细则|意见|通知|条款|新政)?的?"
)
_ASKED = re.compile(
    r"[有失生]效|施行|实行|执行|到期|过期|废止|作废|管到|管几年|管多久|解释|文号|什么时候(?:实施|出台|印发|发布|开始)|哪[天年](?:实施|出台|印发|发布|开始)"
    r"|谁(?:出台|印发|发布|制定|发的)|申请|申报|受理|审(?![计慎美])|拨付|试行|怎么报|月(?:份|底前?)?申?报|向谁[报申]|材料|电话|什么时候报|截止|谁承担|分担|怎么分|[搬迁]走|迁出|骗|退回|追回"
)
_ARTICLE = re.compile(r"第[一二三四五六七八九十百]{1,4}条")
_OF_ARTICLE = re.compile(rf"{_ARTICLE.pattern}(?=讲|说|是什么|规定|内容|怎么)")
_OF_WHOM = re.compile(r"(?:能|可以|算|适用|享受|符合|包括)[^,，?？]{0,6}[吗么没]?$")
_MOST_CHARS = 16
_TITLED = re.compile(r"《[^》]{4,80}》")


def of_a_paper(
    text: str, earlier: Sequence[str], *, answer: str, places: PlaceNames, paper: Callable[[str], str]
) -> str | None:
    """The remark as a question of the paper that the last `answer` quotes, whose title `paper` finds in it;
    None where it asks something else, or several papers are quoted, or none."""
    base = fold(earlier[-1])
    bare = re.sub(rf"^{_THIS}", "", stripped(text))
    titled = _TITLED.match(base)
    if titled and (elsewhere := places.find(bare)):
        alone = not bare[elsewhere[0].end :].strip("的那边市里")
        return f"{elsewhere[0].place.name}政策{base[titled.end() :]}" if alone else None
    if not bare or len(bare) > _MOST_CHARS or places.find(bare):
        return None
    article = _OF_ARTICLE.search(base)  # 公务员能拿吗 after 第八条呢
    of_it = article is not None and _OF_WHOM.search(bare) and not _ARTICLE.search(bare)
    if not (of_it or _ASKED.search(bare)):
        return None
    title = paper(answer) if answer else ""
    return f"《{title}》{article[0] if article and of_it else ''}{bare}？" if title else None


def is_of_a_paper(question: str) -> bool:
    """Whether a question, as understood, is of a paper as a whole: what it grants was asked before it."""
    asked = fold(question)
    return bool(_OF_PAPER.match(asked) and _ASKED.search(asked))


_OF_PAPER = re.compile(r"《[^》]{4,80}》|[一-鿿]{2,8}?政策")
