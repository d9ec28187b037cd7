"""What is one line of a Chinese document: heading, list item, caption, newspaper furniture, or plain text?"""

from __future__ import annotations

import re
from typing import Literal

from ingest.dates import DATE
from ingest.furniture import is_furniture
from ingest.imprint import is_imprint

LineKind = Literal[
    "heading", "enumerated", "item", "caption", "circled", "boilerplate", "imprint", "row", "text"
]

_HAN = "一二三四五六七八九十百"
_ENUMERATED: tuple[tuple[int, re.Pattern[str]], ...] = (
    (2, re.compile(rf"第[{_HAN}\d]+(?:章|[编篇部分]+[ \u3000:：])")),
    (3, re.compile(rf"第[{_HAN}\d]+节[ \u3000:：]?")),
    (4, re.compile(rf"第[{_HAN}\d]+条[ \u3000:：]")),
    (2, re.compile(rf"[{_HAN}]+[、.．]")),
    (3, re.compile(rf"[（(][{_HAN}]+[）)]")),
    (4, re.compile(r"\d{1,2}(?:[、．]|\.(?!\d))")),
    (5, re.compile(r"[（(]\d{1,2}[）)]")),
    (4, re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}[ \u3000]")),
)
_MARKDOWN_HEADING = re.compile(r"(#{1,6})[ \t]+\S")
_PICTURED = r"[\u2600-\u27bf\u2b50\u2b55\U0001f300-\U0001faff]\ufe0f?"
_BULLET = re.compile(rf"(?:(?:[-*+•●◆◇➢➤✓·○◎▶►■▲△▷]|{_PICTURED})[ \t\u3000]?(?=\S)|(?:[-*+])[ \t])")
_BETWEEN_PICTURES = re.compile(rf"(?:{_PICTURED})+\s*\S.*\S\s*(?:{_PICTURED})+")  # 👇看看有哪些项目👇
_CIRCLED = re.compile(r"[①-⑳]")
_CAPTION_MARK = re.compile(r"[▲▶►◀◄▼■△▷◁▽]")
_POINT = re.compile(r"[▶►▲■△▷][^，。；]{2,30}[：:].*\d")  # ▶甲项目：总投资12亿元
_CAPTION_WORDS = re.compile(
    r"^(?:[①-⑳]\s*)?(?:图为|上图|下图|左图|右图|图[一二三四五六\d]+[：:\s])|^图\s?\d+[-－.]?\d*\s"
)
_PHOTO_CREDIT = re.compile(
    r"(?:[。\s）)][\u4e00-\u9fff·\s]{2,12}(?:摄|供图)|[/（(](?:摄|资料图|资料图片|受访者供图)[）)]?)[）)]?。?$"
    r"|资料图片?$"
)

_DATE_ALONE = re.compile(
    rf"[（(]?{DATE}(?:[ \u3000]*星期[一二三四五六日天])?(?:[ \u3000]*\d{{1,2}}:\d{{2}}(?::\d{{2}})?)?[）)]?"
)
_NO_HEADING = re.compile(
    rf"[（(]?{DATE}|[\u4e00-\u9fff]{{1,14}}[〔\[（(【]\d{{4}}[〕\]）)】]|[\u4e00-\u9fff]{{2,6}}[：:]|本报"
)
TERMINAL = "。！？!?…；;"
_NOTE_AT_END = re.compile(
    r"[。；;][（(\[【][^。\n]{2,200}[）)\]】][。；;]?$"
)  # 给予补助。（责任单位：市财政局）
_CLOSING = "”’\"'）)】」』》"
_HANGING = "，,、：:—-；;（(“‘《"
_IN_A_NUMBER = re.compile(r"[^\d\s]\s?\d{1,4}\.$")
_MOST_HEADING_CHARS = 36


def is_caption(line: str) -> bool:
    """Whether the line describes a picture."""
    if len(line) > 120:
        return False
    if _CAPTION_MARK.match(line):
        return len(line) > 1 and not _POINT.match(line)
    return bool(_CAPTION_WORDS.search(line) or (len(line) <= 80 and _PHOTO_CREDIT.search(line)))


# 某市经济和信息化局 某市财政局关于组织申报……专项资金的通知 runs past any other heading.
_TITLE_OF_PAPER = re.compile(
    r"[^，,。；;：:！!？?“”]{0,50}关于[^，,。；;！!？?]{4,70}的(?:补充|紧急)?(?:通知|公告|通告|公示|意见|决定|函|批复|报告|方案|措施|办法)"
    r"(?:[（(][^（）()]{1,12}[）)])?"
)


def ends_sentence(line: str) -> bool:
    """Whether the line closes a sentence, closing quotes and brackets looked through."""
    if not line or line.rstrip(_CLOSING)[-1:] in TERMINAL:
        return bool(line)
    return line[-1] in "）)]】" and _NOTE_AT_END.search(line) is not None


def hangs(line: str) -> bool:
    """Whether the line promises more: it ends in a comma, a dash, an opening quote or in mid-number (51.)."""
    return line[-1:] in _HANGING or (line.endswith(".") and _IN_A_NUMBER.search(line) is not None)


def enumerated_level(line: str) -> int:
    """The depth of a heading number that begins the line (一、 2, （一） 3, 1. 4 …), or 0."""
    return next((level for level, pattern in _ENUMERATED if pattern.match(line)), 0)


def markdown_level(line: str) -> int:
    """The number of # before a Markdown heading, or 0."""
    match = _MARKDOWN_HEADING.match(line)
    return len(match.group(1)) if match else 0


def heading_mark(line: str) -> int:
    """How many characters of mark-up stand before the words of a Markdown heading."""
    return len(line) - len(line.lstrip("#").lstrip()) if markdown_level(line) else 0


def is_date(line: str) -> bool:
    """Whether the line is a date and nothing else but a weekday or a clock time."""
    return bool(_DATE_ALONE.fullmatch(line))


def looks_like_heading(line: str) -> bool:
    """Whether an unmarked line is short and open-ended enough to head what follows, or is a paper's title."""
    if _TITLE_OF_PAPER.fullmatch(line):
        return True
    if _NO_HEADING.match(line) or any(line.count(a) != line.count(b) for a, b in ("“”", "（）", "《》")):
        return False
    if len(line) > _MOST_HEADING_CHARS or hangs(line) or not any("\u4e00" <= c <= "\u9fff" for c in line):
        return line.istitle() and len(line) <= 60 and not ends_sentence(line)
    inner = line.rstrip(_CLOSING)
    if inner[-1:] in "？！?!":
        return len(line) <= 24 and not any(c in TERMINAL for c in inner[:-1])
    return inner[-1:] not in TERMINAL and not any(c in "。；;" for c in line)


def line_kind(line: str) -> LineKind:
    """The kind of a stripped, non-empty line, seen alone."""
    if markdown_level(line):
        return "heading"
    if line.startswith("|") and line.count("|") >= 2:
        return "row"
    if is_furniture(line):
        return "boilerplate"
    if is_imprint(line):
        return "imprint"
    if _CIRCLED.match(line):
        return "circled"
    if is_caption(line):
        return "caption"
    if enumerated_level(line):
        return "enumerated"
    if _BULLET.match(line) and not _BETWEEN_PICTURES.fullmatch(line):
        return "item"
    return "row" if line.count("\t") >= 1 else "text"
