"""Which rank does a sentence tell beside a figure: 到位资金201.6亿元，列全市第三?"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.collection import Collection
from assistant.draft import Draft, Statement
from assistant.figures.lookup import search_ledger
from assistant.figures.weighing import ENOUGH
from assistant.question import QuestionFrame
from assistant.wording import as_printed, headed
from language.divisions import LEVELS
from language.place_table import lies_in
from language.quantity import unit_kind
from vectorstore.ledger_rows import Figure

_ASKED = re.compile(
    rf"(?:全[国{LEVELS}])?(?:排|位居|位列|居)?(?:名|位)?第几|全[国{LEVELS}]排名"
    rf"|(?:是不是|是否|有没有)[^,，。？?]{{0,6}}(?:第[一二三四五]|首位|榜首)"
)
WON = "夺魁|夺冠|拔得头筹|摘得桂冠"
_TOLD = re.compile(
    rf"[^，；。、]{{0,8}}(?:排名?|位居|位列|名列|居|列)(?:全[国{LEVELS}])?[一-鿿]{{0,4}}?(?:第[一二三四五六七八九十\d]+(?!方阵|梯队|批|档|季|产业)(?:[、和]第?[一二三四五六七八九十\d]+(?=[位名、和，。；]))*|首|榜首)[位名]?"
    rf"|[^，；。、]{{0,8}}(?:{WON}|[夺拿]得?第一)[”\"]?"
)
_ABOVE = re.compile(r"[高低快慢][于出过]")  # 高出全市平均增速 sets it beside the city's
_WORDS = frozenset(
    "全市 全省 全国 全州 全区 全县 第一 第二 第三 首位 排名 名次 位次 考核 考评 考核结果 评比".split()
)


# 第几条 asks for no rank, and 居前列 tells one.
_RANK_ASKED = re.compile(
    rf"(?:排|位居|位列|居|是|全[国{LEVELS}])(?:在)?(?:名|位)?第几(?![批期届次季条章节款大项个])"
)
_RANK = re.compile(
    rf"第[一二三四五六七八九十百\d]|首位|榜首|居首|前[列茅]|领[先跑]|前[一二三四五六七八九十\d]|{WON}"
)


def lacks_rank(draft: Draft, frame: QuestionFrame) -> bool:
    """Whether it is asked which rank a place has, and the first sentence tells none."""
    if not _RANK_ASKED.search(frame.text) or draft.refused or draft.rows or not draft.statements:
        return False
    return _RANK.search(draft.statements[0].text) is None


def told_rank(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The figure asked about with the ranks its sentence tells of it; None where it tells none."""
    if not _ASKED.search(frame.text) or len(frame.places) > 1:
        return None
    measures = tuple(term for term in frame.terms if term not in _WORDS)
    asked = replace(frame, terms=measures or ("得分",))  # 考核排第几 asks by what all of them are scored
    found = search_ledger(asked, collection, any_unit=True).candidates
    for one in sorted(found, key=lambda each: unit_kind(each.row.unit) == "rate"):  # the level is told first
        row = one.row
        ours = row.subject in (frame.place_names or (row.place,))
        if one.words >= ENOUGH and ours and (told := _ranks(row, collection)):
            text = headed(as_printed(told), [row])
            return Draft(statements=(Statement(text=text, evidence=(collection.evidence(row),)),))
    return None


def _ranks(row: Figure, collection: Collection) -> str:
    """What the sentence says from the figure's clause to the last rank before another place is told of."""
    at = row.raw_start - row.start
    stop = next((m.start() for m in re.finditer(r"[；。]", row.quote) if m.start() > at), len(row.quote))
    others = [
        one.raw_start - row.start
        for one in collection.siblings(row)
        if one.subject != row.subject and not _ABOVE.match(one.metric)
    ]
    stop = min([stop, *(place for place in others if place > at)])
    found = [
        rank
        for rank in _TOLD.finditer(row.quote, at + len(row.raw), stop)
        if all(_is_of(row, each.place.name) for each in collection.places.find(rank.group()))
    ]  # 发布6次榜单，前五次均是黄岛位居第一 tells another's
    opens = max(row.quote.rfind(mark, 0, at) for mark in "，；。：") + 1
    return row.quote[opens : found[-1].end()] if found else ""


def _is_of(row: Figure, place: str) -> bool:
    """Whether a rank is of the row's own place, or within what lies around it: 列合肥市第1位."""
    return place == row.subject or lies_in(row.subject, place)
