"""Which ledger rows answer a question for a figure?

A row must be of the asked place, project, period, size class and sort of unit; among those, it must say what
the question asks about. What does not fit is never offered as near enough.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.collection import Collection
from assistant.doings import doings, of_another_stage
from assistant.figures.corrections import corrected
from assistant.figures.measure import of_another_doing
from assistant.figures.namesakes import is_of_asked_city
from assistant.figures.owner_asked import fits_place
from assistant.figures.periods_asked import closeness, fits_period, is_of_a_part
from assistant.figures.said import said_by
from assistant.figures.size_asked import fits_threshold
from assistant.figures.statistic import of_another_level, of_another_statistic
from assistant.figures.units_asked import fits_unit
from assistant.figures.weighing import ENOUGH, Candidate, weighed
from assistant.figures.words_asked import measure_terms
from assistant.question import QuestionFrame
from language.period_label import label_dates
from language.place_table import cities_by_short, lies_in
from vectorstore.ledger_rows import Figure


@dataclass(frozen=True, kw_only=True)
class Ledger:
    """The rows that one question may use, scored once."""

    frame: QuestionFrame
    collection: Collection
    candidates: tuple[Candidate, ...]

    @property
    def best(self) -> Candidate | None:
        """The best row that says enough of what is asked, or None; of another stage only where none is of
        the one asked for."""
        enough = [c for c in self.candidates if c.words >= ENOUGH]
        text = self.frame.text
        ours = (
            c
            for c in enough
            if not of_another_stage(text, c.row.metric) and not of_another_doing(c.row, text)
        )
        first = next(ours, enough[0] if enough else None)
        if first is None:
            return None
        first = next((c for c in enough if _is_of_all_asked(c, first, self.frame)), first)
        return next((c for c in enough if _is_plainer(c, first, text)), first)


def _is_of_all_asked(one: Candidate, first: Candidate, frame: QuestionFrame) -> bool:
    """What 2022 brought, asked of 2022, beside the same of nine months, which a shorter sentence tells."""
    measures = [
        (each.row.subject, each.row.metric, each.row.unit, each.row.modality, each.row.threshold)
        for each in (one, first)
    ]
    same = measures[0] == measures[1]
    return same and closeness(one.row, frame) > closeness(first.row, frame)


def _is_plainer(one: Candidate, first: Candidate, asked: str) -> bool:
    """生物医药项目2个 beside 生物医药开复工项目2个, where no stage is asked for."""
    begun = doings(first.row.metric) - doings(asked) - doings(one.row.metric)
    same = (one.row.subject, one.row.start, one.row.unit) == (
        first.row.subject,
        first.row.start,
        first.row.unit,
    )
    return bool(begun) and same and one.words >= first.words and len(one.row.metric) < len(first.row.metric)


def search_ledger(
    frame: QuestionFrame,
    collection: Collection,
    *,
    any_period: bool = False,
    any_place: bool = False,
    any_unit: bool = False,
    openings: bool = False,
) -> Ledger:
    """Rows that fit the frame's hard conditions, best first, ties by document and position; with `openings`
    also those of the first part of the asked period, to be put together with others."""

    found = collection.once(
        ("ledger", frame, any_period, any_place, any_unit),
        lambda: _searched(frame, collection, any_period=any_period, any_place=any_place, any_unit=any_unit),
    )
    if openings or any_period:
        return found
    kept = tuple(c for c in found.candidates if not is_of_a_part(c.row, frame, collection))
    return replace(found, candidates=kept)


def _searched(
    frame: QuestionFrame, collection: Collection, *, any_period: bool, any_place: bool, any_unit: bool
) -> Ledger:
    rows = [
        row
        for row in rows_that_hold(frame, collection)
        if (any_unit or fits_unit(row, frame))
        and (any_place or fits_place(row, frame))
        and (any_period or fits_period(row, frame, collection))
        and fits_threshold(row, frame, collection)
        and is_of_asked_city(row, frame, collection)
        and not (_A_MEAN.search(row.metric) and not _MEANS_ASKED.search(frame.text))
        and not (_OF_ZONES.match(row.metric) and not _ZONES_ASKED.search(frame.text))
        and not (not frame.names and of_another_statistic(frame.text, row.metric))
        and not of_another_level(frame.text, row.metric)
        and not _is_of_all_years(row, frame)
        and not _is_of_unasked_kind(row, frame)
    ]
    words = _said(rows, frame, collection)
    found = weighed(rows, words, frame, collection)
    told = {row.document_id: collection.documents[row.document_id].reference_date for row in rows}
    newest = {document_id: _reverse(day) for document_id, day in told.items()}
    found.sort(
        key=lambda c: (
            -round(c.score, 3),
            newest[c.row.document_id],
            _reverse_until("" if c.row.modality in _AIMS else c.row.period),
            _since(c.row.period),  # 全年 before 12月, 前三季度 before 三季度, which end on the same day
            c.row.document,
            c.row.raw_start,
        )
    )
    return Ledger(frame=frame, collection=collection, candidates=tuple(found))


def rows_that_hold(frame: QuestionFrame, collection: Collection) -> Sequence[Figure]:
    """The rows that the frame may be about, as a later document has corrected them; none is held against it
    yet."""
    return collection.once(("corrected", frame), lambda: corrected(rows_for(frame, collection)))


def _is_of_all_years(row: Figure, frame: QuestionFrame) -> bool:
    """Whether it is asked what was invested so far, and told what projects cost in all."""
    spent = "完成投资" in frame.text and not frame.asks_target
    return spent and row.modality == "planned_total" and "完成" not in row.metric


_OF_A_KIND = re.compile(r"(?P<kind>.{2,14}?)项目(?:年度)?(?:计划)?完成投资")
_ANY_KIND = re.compile(r"重[点大]|[省市区县州]级|国家级|建设")


def _is_of_unasked_kind(row: Figure, frame: QuestionFrame) -> bool:
    """民生项目完成投资 is not what 重点项目 have come to."""
    kind = _OF_A_KIND.fullmatch(row.metric) if frame.operation in ("lookup", "share") else None
    own = _ANY_KIND.sub("", kind["kind"]) if kind is not None and not frame.names else ""
    return len(own) > 1 and not any(own[at : at + 2] in frame.text for at in range(len(own) - 1))


_MEANS_ASKED = re.compile("(?<!年)均")
# What all zones of a city have is not what the city has.
_OF_ZONES = re.compile("产业集聚区|产业园区|工业园区|各?开发区(?=[^,，]{2})")
_ZONES_ASKED = re.compile("集聚区|园区|开发区|经开区|高新区")
# Of one project, or of one head, and not what is asked of all.
_A_MEAN = re.compile(r"平均[^,，]{0,6}(?:投资|金额)|人均(?:地区)?(?:生产总值|GDP)")


def _said(rows: Sequence[Figure], frame: QuestionFrame, collection: Collection) -> list[float]:
    """How much of what is asked each row says."""
    terms = measure_terms(frame)
    if not terms:
        return [0.6] * len(rows)
    known: dict[Figure, float] = collection.once(("said", frame.text, terms), dict)
    new = [row for row in rows if row not in known]
    collection.figures_of_each({row.document_id for row in new})  # the clauses ask for them one by one
    known.update(zip(new, said_by(new, terms, collection), strict=True))
    known.update(_said_at_event(new, terms, known, collection))
    return [known[row] for row in rows]


def _said_at_event(
    rows: Sequence[Figure], terms: tuple[str, ...], known: Mapping[Figure, float], collection: Collection
) -> dict[Figure, float]:
    """What rows say of a question that names a fair: in a paper on the fair not every sentence names it."""
    fairs = [term for term in terms if _FAIR.fullmatch(term)]
    fairs += [term for term in terms if fairs and term in cities_by_short()]  # 厦门投洽会
    rest = tuple(term for term in terms if term not in fairs)
    if not fairs or not rest:
        return {}
    there = [row for row in rows if all(fair in collection.folded(row.document_id) for fair in fairs)]
    said = said_by(there, rest, collection)
    elsewhere = {row: known[row] - _ANOTHERS for row in rows if row not in there}
    return elsewhere | {row: max(known[row], share) for row, share in zip(there, said, strict=True)}


_ANOTHERS = 0.5  # of the question, which a paper that never names the fair does not say
_FAIR = re.compile(
    "[春夏秋冬]季|[一-鿿]{1,3}[博洽贸交展]会|[一-鿿]{0,12}(?:博览会|洽谈会|推介会|交易会|展览会)"
)


def rows_for(frame: QuestionFrame, collection: Collection) -> Sequence[Figure]:
    """The rows that the frame may be about: of the places and things it names, and of a city's districts
    where those are set side by side."""
    mentioned = {mention.place for mention in collection.places.find(frame.text)} | set(frame.places)
    names = {*(place.name for place in mentioned), *frame.names, *frame.surfaces}
    if frame.operation != "lookup" or not frame.places:
        cities = {place.name for place in mentioned if place.level in ("city", "province")}
        names = names.union(*map(collection.places.inside, cities))
        provinces = [place for place in mentioned if place.level == "province"]
        known = [place for place in collection.places.places if provinces and place.level == "city"]
        names |= {place.name for place in known if any(lies_in(place.name, one.name) for one in provinces)}
    return collection.figures_for(
        frame.query,
        names=frozenset(names),
        words=measure_terms(frame),
        years=frozenset(label[:4] for label in frame.period_labels if label[:4].isdigit()),
    )


_AIMS = ("target", "forecast", "rule")  # may lie far ahead, and are no newer for it


@lru_cache(maxsize=1024)  # asked of every row
def _reverse_until(period: str) -> tuple[int, ...]:
    """The last day of a period, the latest first."""
    return _reverse(label_dates(period)[1].isoformat() if period else "")


@lru_cache(maxsize=1024)
def _since(period: str) -> str:
    return label_dates(period)[0].isoformat() if period else ""


def _reverse(day: str) -> tuple[int, ...]:
    return tuple(-int(part) for part in day.split("-")) if day else (0,)
