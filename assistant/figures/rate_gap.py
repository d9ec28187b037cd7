"""What is missing to an aim, of a rate (开工率) as of an amount?"""

from __future__ import annotations

from assistant.collection import Collection
from assistant.draft import Draft
from assistant.figures.attainment import SHARE_OF_AIM, Attained, both_told, target_gap
from assistant.figures.computed import computed, plain
from assistant.figures.lookup import search_ledger
from assistant.figures.measure import measure_text
from assistant.figures.qualifiers import rates_named
from assistant.figures.units_asked import names_rate
from assistant.question import QuestionFrame
from language.quantity import unit_kind
from vectorstore.ledger_rows import Figure

_SAID = 0.4  # share of what is asked that a row must say


def gap_to_aim(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """How much is missing, or that the aim is reached; None where either is not told."""
    if names_rate(frame.text):  # 开工率还差多远 is no count of projects
        return _rate_gap(frame, collection)
    return target_gap(frame, collection)


def _rate_gap(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """How many points 开工率 lacks to its aim, or that it is reached; None where either is not told."""
    rates = [
        one.row
        for one in search_ledger(frame, collection, any_period=True, any_unit=True).candidates
        if one.words >= _SAID and unit_kind(one.row.unit) == "rate" and not one.row.is_growth
    ]
    done = [row for row in rates if row.modality == "actual" and not SHARE_OF_AIM.search(row.metric)]
    aims = [row for row in rates if row.modality in ("target", "forecast")]
    pairs = [
        Attained(actual=one, target=aim)
        for one in done
        for aim in aims
        if one.subject == aim.subject and _rates_told(one) & _rates_told(aim)
    ]
    pairs = [pair for pair in pairs if pair.same_year] or pairs
    if not pairs:
        return None
    pair = pairs[0]
    aimed, done_so_far = pair.target.value, pair.actual.value
    gap = aimed - done_so_far
    whose = f"{pair.actual.subject}{measure_text(pair.actual)}"
    told = f"还差{plain(gap)}个百分点（{plain(aimed)} − {plain(done_so_far)} = {plain(gap)}）"
    text = f"{whose}{told if gap > 0 else '已达到目标'}：{both_told(pair)}"
    return computed(text, [pair.target, pair.actual], collection, derived=[abs(gap)])


def _rates_told(row: Figure) -> frozenset[str]:
    return frozenset(rates_named(row.metric))
