"""Which districts have reached their goals, and whose share of it is largest?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.collection import Collection
from assistant.draft import Draft, DraftRow, Statement
from assistant.evidence import Evidence
from assistant.figures.attainment import attained
from assistant.figures.computed import in_one_unit, plain, rounded
from assistant.figures.ends import asks_both_ends, asks_least, top_asked
from assistant.figures.lookup import search_ledger
from assistant.figures.words_asked import measure_terms, say_same
from assistant.homes import city_of
from assistant.question import QuestionFrame
from assistant.wording import value_text
from language.period_label import period_text
from language.quantity import base_quantity, unit_kind
from vectorstore.ledger_rows import Figure

_WHOSE = re.compile(r"谁|哪[个家些几]|最[高低快慢好差]|排|[前后末][两三四五六七八九十\d]+[名位]")
_REACHED_BY = re.compile(r"哪[些几个][^，,。？?]{0,14}(?:完成|达到|实现)")
_UNREACHED = re.compile(r"(?:没有?|未|尚未|没能)(?:能|按时|如期)?(?:完成|达到|实现)")
_IN_ORDER = re.compile(r"最|排|率")
_PRINTED = re.compile(
    r"完成(?:年度)?(?:目标|任务|计划)(?:率|的?比例|比重)?$|(?:任务|目标|计划)?完成(?:率|进度)$"
)
_OF_THE_GOAL = frozenset("目标 任务 计划 年度 全年 序时 时序 进度".split())
_SAYS = 0.6  # how well the printed share must say each word of the measure


@dataclass(frozen=True, kw_only=True)
class Reached:
    """How much of its goal a district has reached, in per cent, as printed or computed of both amounts."""

    subject: str
    percent: Decimal
    aimed: str
    done: str
    told: str
    evidence: tuple[Evidence, ...]


def asks_whose_share(frame: QuestionFrame) -> bool:
    """Whether districts are to be sorted or ranked by how much of their goals they reached."""
    return bool(_WHOSE.search(frame.text))


def rank_by_goal(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """谁的完成率最高, 哪些县没有完成目标: every district whose share is printed or can be computed; None for
    fewer than two."""
    found = sorted(_all(frame, collection), key=lambda one: (-one.percent, one.subject))
    if len(found) < 2:
        return None
    if _REACHED_BY.search(frame.text) and not _IN_ORDER.search(frame.text):
        return _sorted_out(found, frame)
    if (position := _position(found, frame)) is not None:
        return position
    if asks_least(frame.text):
        found.reverse()
    word = re.search(r"最[高低快慢好差]", frame.text)
    first = found[0]
    lowest = found[0].percent < found[-1].percent
    text = f"{first.subject}{word.group() if word else '最低' if lowest else '最高'}，为{first.told}"
    lead = Statement(text=text, evidence=first.evidence, derived=_derived(found))
    if asks_both_ends(frame.text):
        last = found[-1]
        other = Statement(text=f"{last.subject}最低，为{last.told}", evidence=last.evidence)
        draft = _draft(lead, found, found)
        return replace(draft, statements=(lead, replace(other, derived=_derived(found))))
    return _draft(lead, found[: top_asked(frame.text)], found)


def _position(found: Sequence[Reached], frame: QuestionFrame) -> Draft | None:
    """完成率排第几: where the one asked about stands."""
    if "第几" not in frame.text or len(frame.places) != 1:
        return None
    at = next((at for at, one in enumerate(found) if one.subject == frame.places[0].name), None)
    if at is None:
        return None
    text = f"{found[at].subject}{found[at].told}，在{len(found)}个中排第{at + 1}"
    derived = (*_derived(found), Decimal(len(found)), Decimal(at + 1))
    return _draft(Statement(text=text, evidence=found[at].evidence, derived=derived), found, found)


def _sorted_out(found: Sequence[Reached], frame: QuestionFrame) -> Draft:
    """哪些旗县没有完成目标: those below, or those that reached it, of all that have a share."""
    below = bool(_UNREACHED.search(frame.text))
    named = [one for one in found if (one.percent < 100) == below]
    shown = named or list(found)
    word = "没有达到" if below else "达到"
    names = "、".join(one.subject for one in named)
    text = f"{len(named)}个{word}：{names}" if named else f"没有{'未达到' if below else '达到'}的"
    evidence = tuple({each.key: each for one in shown for each in one.evidence}.values())
    lead = Statement(text=text, evidence=evidence, derived=(Decimal(len(named)), *_derived(shown)))
    return _draft(lead, shown, found)


def _draft(lead: Statement, shown: Sequence[Reached], all_known: Sequence[Reached]) -> Draft:
    return Draft(
        statements=(lead,),
        columns=("单位", "目标", "实际", "完成率"),
        rows=tuple(
            DraftRow(
                cells=(one.subject, one.aimed, one.done, f"{rounded(one.percent)}%"), evidence=one.evidence
            )
            for one in shown
        ),
        notes=(f"完成率为原文所写，或由实际数除以目标数算出，共{len(all_known)}个单位可知",),
    )


def _derived(found: Sequence[Reached]) -> tuple[Decimal, ...]:
    return tuple(value for one in found for value in (one.percent, Decimal(rounded(one.percent))))


def _all(frame: QuestionFrame, collection: Collection) -> Iterator[Reached]:
    wide = replace(frame, places=(), names=(), surfaces=())
    within = frozenset(place.name for place in frame.places if place.level in ("city", "province"))
    printed = _printed(wide, collection, within)
    yield from (_as_printed(row, collection) for row in printed.values())
    for name in sorted(_aiming(wide, collection, within) - printed.keys()):
        place = collection.places.get(name)
        pair = attained(replace(wide, places=(place,)), collection) if place is not None else None
        if pair is None or not pair.same_year:
            continue
        done, aimed, _ = in_one_unit(pair.actual, pair.target)
        share = rounded(pair.percent)
        yield Reached(
            subject=name,
            percent=pair.percent,
            aimed=_timed(pair.target),
            done=_timed(pair.actual),
            told=f"{share}%（{plain(done)} ÷ {plain(aimed)} = {share}%）",
            evidence=tuple(
                {one.key: one for one in map(collection.evidence, (pair.target, pair.actual))}.values()
            ),
        )


def _printed(frame: QuestionFrame, collection: Collection, within: frozenset[str]) -> Mapping[str, Figure]:
    """The printed share of each district's goal; of several the first that says the question best."""
    asked = [term for term in measure_terms(frame) if term not in _OF_THE_GOAL]
    found: dict[str, Figure] = {}
    for candidate in search_ledger(frame, collection, any_unit=True).candidates:
        row = candidate.row
        share = unit_kind(row.unit) == "rate" and not row.is_growth and row.modality == "actual"
        if (
            share
            and all(say_same(term, row) > _SAYS for term in asked)
            and _PRINTED.search(row.metric)
            and _lies(row, collection, within)
        ):
            found.setdefault(row.subject, row)
    measures = Counter(row.metric for row in found.values())
    most = max(measures, key=lambda metric: (measures[metric], metric), default="")
    shared = len(measures) == 1 or measures[most] > max(1, len(found) / 2)
    return {name: row for name, row in found.items() if row.metric == most} if shared else {}


def _as_printed(row: Figure, collection: Collection) -> Reached:
    measure = _PRINTED.sub("", row.metric).strip()  # 到位资金 of 到位资金 完成率
    level = [
        other
        for other in collection.siblings(row)
        if other.subject == row.subject and other.unit != row.unit and measure in other.metric
    ]
    aimed = next((other for other in level if other.modality == "target"), None)
    done = next((other for other in level if other.modality == "actual" and _yields(row, other, aimed)), None)
    return Reached(
        subject=row.subject,
        percent=row.value,
        aimed=_timed(aimed) if aimed else "未注明",
        done=_timed(done) if done else "未注明",
        told=value_text(row),
        evidence=(collection.evidence(row),),
    )


def _yields(share: Figure, done: Figure, aimed: Figure | None) -> bool:
    """Whether the amount is the one whose share of the goal is printed: of several only one works out."""
    if aimed is None:
        return True
    if (
        base_quantity(done.value, done.unit)[1] != base_quantity(aimed.value, aimed.unit)[1]
        or not aimed.value
    ):
        return False
    left, right, _ = in_one_unit(done, aimed)
    return abs(left / right * 100 - share.value) < _ROUNDED


_ROUNDED = Decimal("0.6")  # of a per cent: both amounts are printed rounded


def _aiming(frame: QuestionFrame, collection: Collection, within: frozenset[str]) -> set[str]:
    rows = search_ledger(frame, collection, any_period=True, any_unit=True).candidates
    return {
        one.row.subject for one in rows if one.row.modality == "target" and _lies(one.row, collection, within)
    }


def _lies(row: Figure, collection: Collection, within: frozenset[str]) -> bool:
    """Whether the row is of a district or zone of the city asked about, if one is."""
    place = collection.places.get(row.subject)
    if place is None or place.level not in ("district", "zone"):
        return False
    return not within or bool(within & {place.name, city_of(place, row.document_id, collection)})


def _timed(row: Figure) -> str:
    return f"{value_text(row)}（{period_text(row.period) if row.period else '未注明时间'}）"
