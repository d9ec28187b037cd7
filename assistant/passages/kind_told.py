"""Does a sentence tell the kind of thing that is asked for: the event, the person, the amount?"""

from __future__ import annotations

import re

from assistant.matching import tells_amount, term_match
from assistant.passages.clause_year import told_of_another_year
from assistant.passages.judged import Judged
from assistant.passages.ranking import PERSON_SAID
from assistant.passages.sentences import Sentence
from assistant.passages.table_row import row_pieces
from assistant.question import QuestionFrame
from language.place import short_name
from language.text import fold

_ROLE = re.compile(
    r"书记|局长|主任|市长|区长|县长|关长|会长|董事长|总经理|总裁|合伙人|院长|秘书长|部长|行长"
    r"|理事长|校长|主席|创始人|负责人|副\w"
)


def lacks_kind(judged: Judged) -> bool:
    """Whether the event, the person or the amount that is asked for is not told."""
    frame, sentence = judged.frame, judged.sentence
    if "date" in frame.wants and not _says_event(sentence, frame):
        return True
    person_told = (judged.sure and _says_role(sentence, frame)) or _says_person(sentence, frame)
    if "person" in frame.wants and not person_told:
        return True
    if told_of_another_year(sentence, frame):
        return True
    if _HOW_LONG.search(frame.text) and not _DURATION.search(sentence.folded):
        return True
    if _TOTAL_ASKED.search(frame.text) and not _TOTAL_TOLD.search(sentence.folded):
        return True
    told = sentence.folded + fold(sentence.section)
    return "number" in frame.wants and not tells_amount(frame.terms, told)


_HOW_LONG = re.compile(r"(?:要|需要?|得|花|办|审查|审批|审核)(?:多久|多长时间|几天|几个工作日|多少天)")
_DURATION = re.compile(
    r"\d(?:\.\d+)?个?(?:工作日|小时|分钟|天|日内|个?月|周|年)|当[场日天]|即时|[一二三四五六七八九十]个?(?:工作日|小时|天|月|年)"
)
_TOTAL_ASKED = re.compile(
    r"(?:资金|基金|政策|奖金|奖励|补贴|补助)[^，。？]{0,4}(?:总盘子|盘子|总规模|规模|总额|预算)[^，。？]{0,2}(?:多|是)"
)
_TOTAL_TOLD = re.compile(r"总|规模|盘子|预算|安排|设立")  # what one project gets at most is no total

_EVENTS = frozenset(
    "签约 开工 动工 投产 竣工 完工 注册 成立 揭牌 封顶 落户 启用 出台 施行 举办 召开 投用".split()
)


def _says_event(sentence: Sentence, frame: QuestionFrame) -> bool:
    """哪天开工 is not answered by a sentence, or the dated cell of a row, that tells of the signing."""
    events = [term for term in frame.terms if term in _EVENTS]
    if sentence.columns and events:
        pieces = [fold(f"{name}{cell}") for name, cell in row_pieces(sentence.columns, sentence.text)]
        dated = "".join(piece for piece in pieces if re.search(r"\d", piece))
        return all(term_match(event, dated) > 0.8 for event in events)
    return all(term_match(term, sentence.folded) > 0.8 for term in events)


def _says_role(sentence: Sentence, frame: QuestionFrame) -> bool:
    """Whether the role asked for (董事长是谁) is said, or none is asked for."""
    role = _ROLE.search(frame.text)
    return role is None or role.group() in sentence.before + sentence.text + sentence.after


def _says_person(sentence: Sentence, frame: QuestionFrame) -> bool:
    role = _ROLE.search(frame.text)
    if role and role.group() not in sentence.text and role.group() not in sentence.before:
        return False
    if role and frame.place_names and role.group() in sentence.text:
        near = [m.start() for m in re.finditer(role.group(), sentence.text)]
        return any(
            short_name(name) in sentence.text[max(0, at - 24) : at]
            for name in frame.place_names
            for at in near
        )
    return bool(PERSON_SAID.search(sentence.folded)) or bool(
        re.search(r"由.{2,30}(?:发起|设立|组建|负责|牵头)|公司|集团|局|会", sentence.folded)
    )
