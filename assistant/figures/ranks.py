"""Which rank does a table print: 仲恺高新区综合得分排第几, 综合得分第二的是哪个?"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.collection import Collection
from assistant.draft import Draft, DraftRow, Statement
from assistant.figures.lookup import search_ledger
from assistant.figures.weighing import Candidate
from assistant.figures.words_asked import say_same
from assistant.homes import city_of
from assistant.question import QuestionFrame
from language.numeral import whole_number
from language.period_label import label_dates, period_text
from vectorstore.ledger_rows import Figure

_ASKS_RANK = re.compile(r"第几|排名|名次|位次|位居|排在?哪|排位|排多少")
_WHO_IS = re.compile(r"第(?P<n>[一二三四五六七八九十]|\d{1,2})(?![产季批期])|倒数第一|末位|垫底")
_RANKING = frozenset("排名 名次 位次 排位 位居 位列 名列 排在 倒数 末位".split())
_WORDS = 0.6  # how well the ranked measure must be named by each word of the question


def printed_rank(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The rank a table prints for the one place asked about, or who has the rank asked for; None where no
    table ranks by what is asked."""
    districts = [place for place in frame.places if place.level in ("district", "zone")]
    if len(districts) == 1 and _ASKS_RANK.search(frame.text):
        ranks = _ranks(frame, collection)
        own = next((row for row in ranks if row.subject == districts[0].name), None)
    elif not districts and (who := _WHO_IS.search(frame.text)):
        ranks = _ranks(frame, collection)
        own = _of_rank(who["n"], ranks)
    else:
        return None  # before the ledger is read for a question that asks for no rank
    return _draft(own, ranks, collection) if own is not None else None


def _of_rank(number: str | None, ranks: list[Figure]) -> Figure | None:
    """The first row of that rank, of None the last of all."""
    ranked = sorted(ranks, key=lambda row: row.value)
    if number is None:
        return ranked[-1] if ranked else None
    wanted = whole_number(number)
    return next((row for row in ranked if row.value == wanted), None)


def _ranks(frame: QuestionFrame, collection: Collection) -> list[Figure]:
    """The ranks of one table, of the newest that ranks by what is asked."""
    terms = [term for term in frame.terms if term not in _RANKING]
    cities = {place.name for place in frame.places if place.level in ("city", "province")}
    of_all = replace(frame, names=(), surfaces=())
    found = [
        candidate
        for candidate in search_ledger(of_all, collection, any_unit=True, any_place=True).candidates
        if candidate.row.unit == "位"
        and all(say_same(term, candidate.row) > _WORDS for term in terms)
        and _lies(candidate, frame, collection, cities)
    ]
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


def _until(row: Figure) -> str:
    return label_dates(row.period)[1].isoformat() if row.period else ""


def _lies(candidate: Candidate, frame: QuestionFrame, collection: Collection, cities: set[str]) -> bool:
    place = collection.places.get(candidate.row.subject)
    if place is None or place.level not in ("district", "zone"):
        return False
    return not cities or city_of(place, candidate.row.document_id, collection) in cities


def _draft(own: Figure, ranks: list[Figure], collection: Collection) -> Draft:
    when = period_text(own.period) if own.period else ""
    by = re.sub(r"(?:排名|名次|位次|排序|位序)$", "", own.metric)
    text = f"{own.subject}{when}{by}排第{own.value.normalize():f}位"
    lead = Statement(text=text, evidence=(collection.evidence(own),))
    rows = tuple(
        DraftRow(
            cells=(row.subject, when or "未注明", row.metric, f"第{row.value.normalize():f}"),
            evidence=(collection.evidence(row),),
        )
        for row in sorted(ranks, key=lambda row: row.value)
    )
    return Draft(statements=(lead,), columns=("单位", "时间", "指标", "位次"), rows=rows)
