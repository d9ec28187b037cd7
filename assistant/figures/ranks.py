"""Which rank does a table print: 仲恺高新区综合得分排第几, 综合得分第二的是哪个?"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.collection import Collection
from assistant.draft import Draft, DraftRow, Statement
from assistant.figures.ends import asks_both_ends
from assistant.figures.lookup import search_ledger
from assistant.figures.weighing import Candidate
from assistant.figures.words_asked import say_same
from assistant.homes import city_of
from assistant.question import QuestionFrame
from language.numeral import whole_number
from language.period_label import label_dates, period_text
from vectorstore.ledger_rows import Figure

_ASKS_RANK = re.compile(r"第几|排名|名次|位次|位居|排在?哪|排位|排多少")
_WHO_IS = re.compile(
    r"(?<!倒数)第(?P<n>[一二三四五六七八九十]|\d{1,2})(?![产季批期])|倒数第一|末位|垫底|最后(?!期|一?批)"
)
_ASKS_MOVED = re.compile(
    r"(?:排名|名次|位次|排位)[^，。？]{0,8}(?:升|降|变|前[移进]|后退|[下上]滑)|(?:上个?月|上期|环比)[^。？]{0,6}(?:排名?第?几?|名次|位次)"
)
_OF_ALL = re.compile(r"各|所有|全部|其他|都|情况|列")
_RANKING = frozenset("排名 名次 位次 排位 位居 位列 名列 排在 倒数 末位 环比 上月 上升 下降 变化".split())
_WORDS = 0.6  # how well the ranked measure must be named by each word of the question


def printed_rank(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The rank a table prints for the one place asked about, or who has the rank asked for; None where no
    table ranks by what is asked."""
    districts = [place for place in frame.places if place.level in ("district", "zone")]
    if len(districts) == 1 and _ASKS_MOVED.search(frame.text):
        return _moved(districts[0].name, frame, collection)
    if len(districts) == 1 and _ASKS_RANK.search(frame.text):
        ranks = _ranks(frame, collection)
        own = next((row for row in ranks if row.subject == districts[0].name), None)
    elif not districts and (who := _WHO_IS.search(frame.text)):
        ranks = _ranks(frame, collection)
        own = _of_rank(who["n"], ranks)
    else:
        return None  # before the ledger is read for a question that asks for no rank
    if own is None:
        return None
    if districts and not _OF_ALL.search(frame.text):
        return Draft(statements=(_told([own], collection),))
    last = _of_rank(None, ranks) if asks_both_ends(frame.text) else None
    return _draft([own, last] if last is not None else [own], ranks, collection)


def _moved(district: str, frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The rank of a district in the newest table that prints that of the time before beside it, and both."""
    found = [row for row in _all_ranks(replace(frame, periods=()), collection) if row.subject == district]
    found.sort(key=_until, reverse=True)
    pairs = [
        (new, old)
        for new, old in itertools.permutations(found, 2)
        if (new.document_id, new.metric) == (old.document_id, old.metric) and _until(new) > _until(old)
    ]
    if not pairs:
        return None
    new, old = pairs[0]
    gap = old.value - new.value
    moved = f"{'上升' if gap > 0 else '下降'}{abs(gap).normalize():f}位" if gap else "没有变化"
    told = _told([new, old], collection)
    return Draft(statements=(replace(told, text=f"{told.text}，{moved}", derived=(abs(gap),)),))


def _of_rank(number: str | None, ranks: list[Figure]) -> Figure | None:
    """The first row of that rank, of None the last of all."""
    ranked = sorted(ranks, key=lambda row: row.value)
    if number is None:
        return ranked[-1] if ranked else None
    wanted = whole_number(number)
    return next((row for row in ranked if row.value == wanted), None)


def _ranks(frame: QuestionFrame, collection: Collection) -> list[Figure]:
    """The ranks of one table, of the newest that ranks by what is asked."""
    found = _candidates(frame, collection)
    if not found:
        return []
    best = max(found, key=lambda candidate: (candidate.score, _until(candidate.row)))
    rows = [
        candidate.row
        for candidate in found
        if candidate.row.document_id == best.row.document_id
        and (candidate.row.metric, candidate.row.period) == (best.row.metric, best.row.period)
    ]
    return list({row.subject: row for row in reversed(rows)}.values())


def _all_ranks(frame: QuestionFrame, collection: Collection) -> list[Figure]:
    return [candidate.row for candidate in _candidates(frame, collection)]


def _candidates(frame: QuestionFrame, collection: Collection) -> list[Candidate]:
    """The ranks that tables print by what is asked, of districts of the city asked about."""
    terms = [term for term in frame.terms if term not in _RANKING]
    cities = {place.name for place in frame.places if place.level in ("city", "province")}
    of_all = replace(frame, names=(), surfaces=())
    return [
        candidate
        for candidate in search_ledger(of_all, collection, any_unit=True, any_place=True).candidates
        if candidate.row.unit == "位"
        and all(say_same(term, candidate.row) > _WORDS for term in terms)
        and _lies(candidate, frame, collection, cities)
    ]


def _until(row: Figure) -> str:
    return label_dates(row.period)[1].isoformat() if row.period else ""


def _lies(candidate: Candidate, frame: QuestionFrame, collection: Collection, cities: set[str]) -> bool:
    place = collection.places.get(candidate.row.subject)
    if place is None or place.level not in ("district", "zone"):
        return False
    return not cities or city_of(place, candidate.row.document_id, collection) in cities


def _draft(told: list[Figure], ranks: list[Figure], collection: Collection) -> Draft:
    when = period_text(told[0].period) if told[0].period else ""
    lead = tuple(_told([own], collection) for own in told)
    rows = tuple(
        DraftRow(
            cells=(row.subject, when or "未注明", row.metric, f"第{row.value.normalize():f}"),
            evidence=(collection.evidence(row),),
        )
        for row in sorted(ranks, key=lambda row: row.value)
    )
    return Draft(statements=lead, columns=("单位", "时间", "指标", "位次"), rows=rows)


def _told(rows: Sequence[Figure], collection: Collection) -> Statement:
    """仲恺高新区2025年1—8月综合得分排第3位, a second time without saying whose again."""
    said = [_place_of(row) for row in rows]
    text = "，".join([said[0], *(each.removeprefix(rows[0].subject) for each in said[1:])])
    evidence = {each.key: each for each in map(collection.evidence, rows)}
    return Statement(text=text, evidence=tuple(evidence.values()))


def _place_of(own: Figure) -> str:
    when = period_text(own.period) if own.period else ""
    by = re.sub(r"(?:排名|名次|位次|排序|位序)$", "", own.metric)
    return f"{own.subject}{when}{by}排第{own.value.normalize():f}位"
