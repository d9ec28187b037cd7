"""Which sentences only announce or head what the next ones tell, and so answer nothing themselves?

The preamble of a notice says every word of its title, and a heading those of the question; the chooser learnt
from news and encyclopaedia, which have neither.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Sequence

from assistant.choice.asking import asking
from assistant.passages.parting import begins_item, leads_items
from assistant.passages.ranking import Scored
from assistant.passages.sentences import Sentence
from assistant.question import QuestionFrame
from language.text import fold, is_note
from language.value import replace
from language.words import STOP_WORDS, words

_LIKE_NOTHING = 0.05  # of its share, what a sentence keeps that announces; as much less is its score
_HANDED_ON = 0.8  # of a heading's share, what the sentence under it gets
_COST, _STEP = 0.8, 0.1  # of the rules' score: of announcing, and from a heading to its text
_NEAR = 8  # characters of white space between a heading and its text
_LONGEST_HEADING = 40
_EMPTY = frozenset("不是 不少 同样 存在 依然 仍然".split())
_NEW = 1  # words that a heading may have beside those of the question; a sentence with a stop none
_MARKED = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、])\s*"
)
_NO_HEADING = re.compile(r"[\d“”《》？?：:]|。.")
_PAPERS = (
    "通知|通告|公告|公示|提示|告知|倡议|措施|举措|意见|规定|办法|方案|指引|指南|细则|要求|安排|政策|事项"
    "|说明|答复|通报|方面"
)
_PREAMBLE = re.compile(
    rf"(?:如下|以下(?:{_PAPERS}))[：:。]?$|(?:通知|通告|公告|说明)如下[：:][^。]*[：:]$"
    rf"|(?:制定|提出|印发|公布)了?(?:本|以下|如下|此)[一-鿿]{{0,6}}(?:{_PAPERS})[。：:]?$"
    rf"|现(?:将|就|予)[^。；]{{4,80}}(?:{_PAPERS}|印发给你们)[^。；]{{0,20}}[。：:]?$"
    r"|请(?:各地)?(?:结合实际)?[，,]?(?:认真)?(?:遵照|贯彻|抓好)?(?:贯彻)?(?:执行|落实)。?$"
    rf"|提出[了出]?(?:以下|如下)?(?:[两三四五六七八九十]|\d{{1,2}})(?:个?方面|项|条|点)的?(?:具体)?(?:{_PAPERS})[。：:]$"
)
_LAST = ("如下", "执行", "落实", *_PAPERS.split("|"))  # how a preamble ends, but for one that begins 现将
_LETTERHEAD = re.compile(r"[〔\[（(]20\d\d[〕\]）)]\s*(?:第?\s*\d+\s*)号\s+各[^。]{2,60}[：:]")
_SIGNED = re.compile(
    r"^[^，。；：:]{4,60}\s*(?:20\d\d|二[〇○Ｏ零][一二][〇○Ｏ零一-九])年"
    r"[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日\s*$"
)
# 发布单位：某局 and the title of a notice say whose the paper is and what it is called, nothing of it.
_IMPRINT = re.compile(
    r"^(?:(?:信息|稿件)?来源|发布(?:单位|机构|时间|日期)|发文(?:机关|字号|单位)|印发日期|成文日期|索引号|编制(?:单位)?|编印(?:单位)?)[：:]"
    r"|^[^。；：:]{4,90}关于[^。；：:]{4,80}的(?:通知|公告|通告|意见|决定|函)\s*(?:[^\s。；]{1,14}[〔\[（(]20\d\d[〕\]）)]\s*\d+号)?$"
)
_ASKS_PAPER = re.compile(r"发布|印发|发文|文号|字号|来源|出台|哪个文件|什么文件|标题|名称|谁发|下发")
_APPENDED = re.compile(r"(?:联系人|联系电话|联系方式|咨询电话|附件)[：:]|20\d\d年\d{1,2}月\d{1,2}日[。]?$")
_SIGNS = re.compile(r"[^，。：:]{2,24}(?:政府|委员会|办公室|局|厅|委|报社|中心)")  # nobody's words: who signs
_SALUTED = re.compile(r"^各[^。；]{2,80}[：:]\s*(?:根据|为|按照|经|现)")
_OF_THE_PAPER = frozenset({"who", "when", "why", "where"})


def without_announcements(
    ranked: Sequence[Scored], shares: dict[tuple[str, int], float], frame: QuestionFrame
) -> tuple[list[Scored], dict[tuple[str, int], float]]:
    """The sentences and the chooser's shares, with what a heading earned given to the sentence under it, and
    little left to those that announce."""
    kinds = asking(frame.text).kinds
    may_announce, may_title = not kinds & _OF_THE_PAPER, _ASKS_PAPER.search(frame.text) is None
    told = dict(shares)
    found: dict[tuple[str, int], Scored] = {_key(one.sentence): one for one in ranked}
    for one in ranked:
        key = _key(one.sentence)
        said = one.sentence.text
        preamble = (may_announce and announces(said)) or (may_title and titles(said))
        under = None
        if not preamble and (
            asks_alike(said, frame.text) or ("yesno" not in kinds and heads(said, frame.text))
        ):
            under = _under(one.sentence, found)
        if under is not None:
            text = _key(under.sentence)
            told[text] = told.get(text, 0.0) + _HANDED_ON * told.get(key, 0.0)
            found[text] = replace(
                under, words=max(under.words, 0.9 * one.words), score=max(under.score, one.score - _STEP)
            )
        if preamble or under is not None:
            told[key] = _LIKE_NOTHING * told.get(key, 0.0)
            found[key] = replace(found[key], score=found[key].score - _COST)
    return list(found.values()), _shared_out(told, shares)


def _shared_out(
    told: dict[tuple[str, int], float], before: dict[tuple[str, int], float]
) -> dict[tuple[str, int], float]:
    """The shares again as parts of 1, where what announces has at most half as much as any other."""
    lowered = {key for key, share in told.items() if share < before.get(key, 0.0)}
    best = max((share for key, share in told.items() if key not in lowered), default=0.0)
    kept = {key: min(share, best / 2) if key in lowered else share for key, share in told.items()}
    total = sum(kept.values())
    return {key: share / total for key, share in kept.items()} if total else kept


def announces(text: str) -> bool:
    """Whether a sentence is the preamble of a paper, its letterhead or its signature."""
    text = text.strip()
    # Quick to tell; the patterns are not.
    may_lead_on = "现" in text or text.rstrip("。：:").endswith(_LAST)
    may_sign = text.endswith("日")
    if not (may_lead_on or may_sign or "号" in text) or leads_items(text):
        return False
    if may_lead_on and _PREAMBLE.search(text):
        return True
    return bool(("号" in text and _LETTERHEAD.search(text)) or (may_sign and _SIGNED.match(text)))


def titles(text: str) -> bool:
    """Whether a sentence is the title of a paper, whom it is addressed to, or who published it and when."""
    text = text.strip()
    may_print = "关于" in text or "：" in text or ":" in text
    return bool((may_print and _IMPRINT.search(text)) or (text.startswith("各") and _SALUTED.match(text)))


def appended(text: str) -> bool:
    """Whether a sentence stands at the end of any paper or item: whom to call, who is in charge, what is
    attached, the day."""
    return bool(_APPENDED.match(text.strip()) or _SIGNS.fullmatch(text.strip("*# \u3000\n"))) or is_note(text)


def heads(text: str, question: str) -> bool:
    """Whether a short sentence says nothing that the question does not: 减免房租 of 怎么减免中小企业房租."""
    whole, text = text, _MARKED.sub("", text.strip())
    if len(text) > _LONGEST_HEADING or _NO_HEADING.search(text):
        return False
    asked, plain = fold(question), fold(text).lower()
    if sum(map(asked.__contains__, map(operator.add, plain, plain[1:]))) < 2:
        return False  # two of its words must be said; this is quicker to tell than what its words are
    own = [word for word in words(text) if word not in STOP_WORDS and word not in _EMPTY and len(word) > 1]
    said = [word for word in own if word in asked]
    new = _NEW if not text.endswith("。") or begins_item(whole) else 0
    return len(said) > 1 and len(own) - len(said) <= new


def asks_alike(text: str, question: str) -> bool:
    """Whether a sentence asks what the question asks, and answers it only after: 为什么要强调“链长制”？"""
    text = text.strip()
    if not text.endswith(("？", "?")) or len(text) > _LONGEST_HEADING:
        return False
    asked = fold(question)
    own = [word for word in words(fold(text)) if word not in STOP_WORDS and len(word) > 1]
    said = [word for word in own if word in asked]
    return bool(said) and 2 * len(said) >= len(own)


def _key(sentence: Sentence) -> tuple[str, int]:
    return sentence.document.id, sentence.start


def _under(heading: Sentence, found: dict[tuple[str, int], Scored]) -> Scored | None:
    """The sentence that follows the heading."""
    at = (found.get((heading.document.id, heading.end + gap)) for gap in range(_NEAR))
    return next((one for one in at if one is not None), None)
