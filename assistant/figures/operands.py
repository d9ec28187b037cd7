"""Which rows does a question add up, set against each other or average, and whose are missing?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.collection import Collection
from assistant.doings import of_another_stage
from assistant.figures.lookup import search_ledger
from assistant.figures.measure import comparable, measure_key
from assistant.figures.owner_asked import name_fits
from assistant.figures.rows_by_place import rows_by_place
from assistant.question import QuestionFrame
from language.divisions import PARTS
from language.numeral import whole_number
from language.text import fold
from language.zone_surfaces import names_of
from vectorstore.ledger_rows import Figure


def operands(frame: QuestionFrame, collection: Collection) -> tuple[Figure, ...]:
    """One comparable row for each place or name asked about, in the order of the question."""
    if len(frame.names) >= 2:
        return tuple(
            row for name in frame.names if (row := _best_of_name(frame, collection, name)) is not None
        )
    if len(frame.places) == 1 and frame.places[0].level in ("district", "zone"):
        return ()  # one district is no list to add up
    chosen = {
        name: row
        for name, row in rows_by_place(frame, collection).items()
        if not of_another_stage(frame.text, fold(row.metric))  # what was signed is not what was begun
    }
    if (unheard := _UNHEARD.match(frame.text)) is not None and not frame.places:
        parts = (unheard["one"], unheard["other"])  # 攀西和川西北合计: of none but those
        chosen = {name: row for name, row in chosen.items() if any(p in name + row.metric for p in parts)}
    group = GROUP.search(frame.text)
    if len(chosen) < 2 or (group and len(frame.places) < 2 and whole_number(group["n"]) != len(chosen)):
        return ()  # 四个城区共签约多少: those four, not any of whom something is told
    rows = list(chosen.values())
    key = max(
        (measure_key(row) for row in rows),
        key=lambda one: (sum(comparable(measure_key(r), one) for r in rows), str(one)),
    )
    alike = [row for row in rows if comparable(measure_key(row), key)]
    order = [place.name for place in frame.places]
    return tuple(
        sorted(
            alike,
            key=lambda row: (
                order.index(row.subject) if row.subject in order else len(order),
                -row.value,
                row.subject,
            ),
        )
    )


_UNHEARD = re.compile(
    r"(?P<one>[一-鿿]{2,8})[和与跟、](?P<other>[一-鿿]{2,8}?)(?:两[个地]|这两|合计|一共|总共|共计|共|加起来|合起来|之和)"
)
GROUP = re.compile(
    rf"(?<!前)(?<!后)(?P<n>[两三四五六七八九十])(?:个|大)?(?:城区|{PARTS}|[县区市旗](?!场)|园区|开发区|功能区)"
)


def _best_of_name(frame: QuestionFrame, collection: Collection, name: str) -> Figure | None:
    one = replace(frame, names=(name,), places=())
    found = [c for c in search_ledger(one, collection).candidates if name_fits(c.row, name)]
    pool = [c for c in found if name in c.row.subject or c.row.subject in name] or found
    return pool[0].row if pool else None


def missing(frame: QuestionFrame, rows: Sequence[Figure]) -> list[str]:
    """A note on the districts asked about that no row is of; [] where there are none."""
    told = {row.subject for row in rows}
    absent = [
        place.name for place in frame.places if place.level != "city" and told.isdisjoint(names_of(place))
    ]
    return [f"资料中没有{'、'.join(absent)}的同类数据，未计入"] if absent and len(frame.places) > 1 else []


def left_out(frame: QuestionFrame, rows: Sequence[Figure], collection: Collection) -> list[str]:
    """Districts whose figure is of another measure, so that the sum is not of all."""
    if len({row.subject for row in rows}) < len(rows):
        return []
    others = sorted(set(rows_by_place(frame, collection)) - {row.subject for row in rows})
    return [f"{'、'.join(others)}的数据口径不同，未计入"] if others else []
