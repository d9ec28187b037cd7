"""Does a sentence tell the kind of thing that is asked for: the event, cause, place, person or amount?"""

from __future__ import annotations

import re

from assistant.choice.asking import asking
from assistant.doings import doings, tells_another
from assistant.matching import tells_amount, term_match
from assistant.passages.clause_year import told_of_another_year
from assistant.passages.judged import Judged
from assistant.passages.ranking import PERSON_SAID
from assistant.passages.sentences import Sentence
from assistant.passages.table_row import row_pieces
from assistant.question import QuestionFrame
from language.pattern import pattern
from language.place import short_name
from language.text import fold

_ROLE = pattern(
    r"书记|局长|主任|市长|区长|县长|关长|会长|董事长|总经理|总裁|合伙人|院长|秘书长|部长|行长"
    r"|理事长|校长|主席|创始人|负责人|联系人|对接人|法定代表人|副\w"
)


_DATED = pattern(
    r"\d{1,2}月|\d{4}年|[一二三四]季度|[上下]半年|年[底初中末]|\d日|[今去明当次前后]年|目前|半[年月天]|每[年月周天日]"
    r"|[\d一二两三四五六七八九十百]个?(?:工作日|月|天|周|小时|年|季度|分钟|世纪)|[当即同近今昨前]日|[今昨前]天|日前|不久前|[上本]个?[周月]"
)
CAUSE = pattern(
    r"因|由于|结果(?=[^，。]{2,14}[不难没])|导致|致使|造成|受.{1,14}影响|原因|目的|为了|旨在|不足|不到位|不够|制约|所以|避免|防止|确保|以便|缘于"
    r"|鉴于|所致|随之|从而|使得|看[中重好]|解释|症结|根源|教训|归结|源于|之所以|关键在|缺[乏少口]|困难|紧张|难以|未落实|滞后|取决于|得益于|为(?![\d全])[^\d，,]{2,30}[，,]"
)
_WHY_BEFORE = pattern(r"(?:为什么|为何|原因|缘由|何以|凭什么|靠什么)[^。！]*[？?：:]\s*$")
_CAUSE_AFTER = pattern(r"[^，。]{0,6}(?:原因|得益于|由于|这是|是因)")
_CALLED = pattern(r"[称名叫作成视定]为什么")
_TOTAL_ASKED = pattern(
    r"(?:资金|基金|政策|奖金|奖励|补贴|补助)[^，。？]{0,4}(?:总盘子|盘子|总规模|规模|总额|预算)[^，。？]{0,2}(?:多|是)"
)
_TOTAL_TOLD = pattern(r"总|规模|盘子|预算|安排|设立")  # what one project gets at most is no total


_HOW_LONG = pattern(r"(?:要|需要?|得|花|办|审查|审批|审核)(?:多久|多长时间|几天|几个工作日|多少天)")
_DURATION = pattern(
    r"\d(?:\.\d+)?个?(?:工作日|小时|分钟|天|日内|个?月|周|年)|当[场日天]|即时|[一二三四五六七八九十]个?(?:工作日|小时|天|月|年)"
)


def lacks_kind(judged: Judged) -> bool:
    """Whether the event, the cause, the place, the person or the amount that is asked for is not told."""
    frame, sentence = judged.frame, judged.sentence
    closed = "".join(sentence.folded.split())  # 2 0 0 8 年
    if "date" in frame.wants and not (_says_event(sentence, frame) and _DATED.search(closed)):
        return True
    caused = (
        CAUSE.search(sentence.text)
        or _CAUSE_AFTER.match(sentence.after)
        or _WHY_BEFORE.search(sentence.before)
    )
    if _asks_cause(frame.text) and not caused:
        return True
    if _tells_another(sentence, frame) or _lacks_place(sentence, frame):
        return True
    if _IN_CHARGE.search(frame.text) and not _CHARGED.search(sentence.folded + fold(sentence.section)):
        return True
    sure = judged.sure and not _WHO_SAID.search(frame.text)  # a heading says all the words, and nobody's name
    person_told = (sure and _says_role(sentence, frame)) or _says_person(sentence, frame)
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


_WHO_SAID = pattern(r"(?:谁|哪位|哪个领导)[^，,。？?]{0,4}(?:提出|说|表示|介绍|强调|指出|认为|讲)")
_IN_CHARGE = pattern(r"(?:谁|哪个(?:部门|单位))来?(?:负责|牵头|主管|承担|管)")
_CHARGED = pattern(r"负责|牵头|承担|责任|主管|主抓|配合|由[^,。;]{2,}[局委办厅部院会司]|组长|专班")


def _asks_cause(question: str) -> bool:
    """被称为什么 asks for a name."""
    return "why" in asking(question).kinds and _CALLED.search(question) is None


_SETTLED = (
    (pattern(r"落户|落地|选址|落在"), pattern(r"落户|落地|选址|位于|地处|坐落|入驻|布局|[在到于]")),
    (pattern(r"总部|注册地|地址|所在地"), pattern(r"总部|注册|地址|所在地|位于|地处|坐落")),
)


def _lacks_place(sentence: Sentence, frame: QuestionFrame) -> bool:
    """落户在哪里 is not answered by what only names the firm and a place it was visited from."""
    told = sentence.folded + fold(sentence.section + "".join(sentence.columns))
    if "place" not in frame.wants:
        return False
    if _SETTLED[0][0].search(frame.text) and not (sentence.places or _SITE.search(told)):
        return True  # 已落户企业460余家 names no place that anything came to
    return any(asked.search(frame.text) and not said.search(told) for asked, said in _SETTLED)


_SITE = pattern(
    r"[一-鿿]{2}(?:[省县旗镇乡村岛湾]|(?<!城)市(?![场政民])|区(?![域块别分]))"
    r"|园区|产业园|工业园|街道|基地|片区|大厦|广场|机场|大道|[一-鿿]路\d*号"
)


def _tells_another(sentence: Sentence, frame: QuestionFrame) -> bool:
    """Whether the parts of a sentence that name what is asked about tell of another doing or phase."""
    heads = fold(
        sentence.section + (sentence.before if sentence.before.rstrip().endswith((":", "：")) else "")
    )
    if doings(frame.text) & doings(heads):
        return False
    called = (*map(short_name, frame.place_names), *frame.surfaces)
    pieces = re.split("[;；]", sentence.folded)
    own = [piece for piece in pieces if any(name in piece for name in called)]
    return bool(own) and all(tells_another(frame.text, piece) for piece in own)


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
    return role is None or bool(_held(role.group()).search(sentence.before + sentence.text + sentence.after))


def _says_person(sentence: Sentence, frame: QuestionFrame) -> bool:
    role = _ROLE.search(frame.text)
    held = _held(role.group()) if role else None
    if held and not held.search(sentence.text) and not held.search(sentence.before):
        return False
    near = [match.start() for match in held.finditer(sentence.text)] if held else []
    if frame.place_names and near:
        return any(
            short_name(name) in sentence.text[max(0, at - 24) : at]
            for name in frame.place_names
            for at in near
        )
    return bool(PERSON_SAID.search(sentence.folded)) or bool(
        re.search(r"由.{2,30}(?:发起|设立|组建|负责|牵头)|公司|集团|局|会", sentence.folded)
    )


def _held(role: str) -> re.Pattern[str]:
    """副局长 is no 局长."""
    return re.compile(rf"(?<!副){re.escape(role)}")
