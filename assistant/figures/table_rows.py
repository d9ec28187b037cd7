"""What does a table say of all its rows of the asked kind: which 产业链 signed most, all 国别 together?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from assistant.collection import Collection
from assistant.column_names import row_at
from assistant.draft import Draft, Statement
from assistant.figures.computed import added, computed, in_largest_unit, mean_told
from assistant.figures.ends import asks_least, nth_asked, top_asked
from assistant.figures.figure_row import COLUMNS, figure_row
from assistant.figures.lookup import search_ledger
from assistant.figures.weighing import ENOUGH, Candidate
from assistant.passages.written_table import WrittenRow
from assistant.question import QuestionFrame
from assistant.wording import value_text
from language.period_label import label_dates, period_text
from language.quantity import unit_kind
from language.text import fold
from vectorstore.ledger_rows import Figure

_RANKED = re.compile(
    r"最[多高大快好少低小慢差]|垫底|倒数|第[一二三四五六七八九十]|居首|排名|排序|[前后末][两二三四五六七八九十\d]+[名位个]"
)
_SUM = re.compile(r"合计|一共|总共|共计|加起来|总和|总数")
_MEAN = re.compile(r"平均")
_Key = tuple[str, str, str, str]


def over_rows(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The largest, the smallest, the sum or the mean of a column, over all rows of a table that the question
    calls by the heading of their names; None where no table has such rows, or nothing of it is asked."""
    of_all = _SUM.search(frame.text) or _MEAN.search(frame.text)
    if frame.names or not (of_all or _RANKED.search(frame.text)):
        return None
    rows = next(_columns_asked(frame, collection), [])
    if len(rows) < 2:
        return None
    return _together(rows, frame, collection) if of_all else _ranked(rows, frame, collection)


def _columns_asked(frame: QuestionFrame, collection: Collection) -> Iterator[list[Figure]]:
    """The columns of tables whose rows are of the asked kind, that which says the question best first."""
    groups: dict[_Key, list[Candidate]] = {}
    for one in search_ledger(frame, collection, any_unit=True).candidates:
        row = one.row
        if _is_of_a_row(row, collection):
            groups.setdefault((row.document_id, row.metric, row.period, row.unit), []).append(one)

    def fit(members: Sequence[Candidate]) -> tuple[float, float, str, int]:
        row = members[0].row
        ended = label_dates(row.period)[1].isoformat() if row.period else ""
        said = max(one.words for one in members)
        return _printed_in(row.metric, frame.text), round(said, 2), ended, len(members)

    for members in sorted(groups.values(), key=fit, reverse=True):
        literal, said, *_ = fit(members)
        row = members[0].row
        meant = literal >= ENOUGH or (said >= ENOUGH and _is_of_sort(row, frame.text))
        if meant and _asks_for(_heading(row, collection), frame.text) and not _lists_places(row, collection):
            yield _column(row, collection)


def _printed_in(metric: str, text: str) -> float:
    """The share of the pairs of characters of a measure that the question has: 合同额 in 合同额最少."""
    bare = re.sub(r"[\s()（）]", "", metric)
    pairs = [bare[at : at + 2] for at in range(len(bare) - 1)]
    return sum(pair in text for pair in pairs) / len(pairs) if pairs else 0.0


def _is_of_sort(row: Figure, text: str) -> bool:
    """Whether the measure is money where money is asked for, and a count where that is."""
    return unit_kind(row.unit) == ("money" if _OF_MONEY.search(text) else "count")


_OF_MONEY = re.compile(r"额|资金|投资|产值|收入|税|[亿万]元|外资|内资")


def _column(own: Figure, collection: Collection) -> list[Figure]:
    """All rows of the same table, in as many pieces as it is written, whether or not each says the question
    as well; its total, which is nobody's or a place's, is none."""
    found = {row.subject: row for row in _same_column(own, collection) if _is_of_a_row(row, collection)}
    return list(found.values())


def _same_column(own: Figure, collection: Collection) -> list[Figure]:
    """The figures of the column of a table that one stands in, whatever their rows are called."""
    table = _written(own, collection)
    return [
        row
        for row in collection.figures_in(own.document_id)
        if (row.metric, row.period, row.unit) == (own.metric, own.period, own.unit)
        and "\t" in row.quote
        and (written := _written(row, collection)) is not None
        and table is not None
        and written.columns == table.columns
    ]


def rows_beside(places: Sequence[Figure], collection: Collection) -> list[Figure]:
    """All rows of a table of places, those that name no place known among them: 山海天 beside 东港区.

    Of one table, that which most of the figures of `places` stand in; [] where they stand in none. Its
    totals, which are of the whole, are left out.
    """
    tabled = [row for row in places if "\t" in row.quote]
    if len(tabled) < 2:
        return []
    own = Counter((row.document_id, row.metric, row.period, row.unit) for row in tabled)
    most = own.most_common(1)[0][0]
    first = next(row for row in tabled if (row.document_id, row.metric, row.period, row.unit) == most)
    heading = _heading(first, collection)
    rows = [row for row in _same_column(first, collection) if _is_part(row, collection)]
    return [
        one
        for one in rows
        if heading and (_is_place(one, collection) or _heading(one, collection) == heading)
    ]


def _is_place(row: Figure, collection: Collection) -> bool:
    return collection.places.get(row.subject) is not None


def _is_part(row: Figure, collection: Collection) -> bool:
    """Whether a row is of a district, a zone or of what is no place known, and of no whole city."""
    place = collection.places.get(row.subject)
    return bool(row.subject) and (place is None or place.level in ("district", "zone"))


def _lists_places(own: Figure, collection: Collection) -> bool:
    """Whether the rows of a figure's table are districts, this one no place known among them."""
    found = (collection.places.get(row.subject) for row in _same_column(own, collection))
    return sum(place is not None and place.level == "district" for place in found) > 1


def _is_of_a_row(row: Figure, collection: Collection) -> bool:
    """Whether the figure is one of a table's row that is no place and no total."""
    return "\t" in row.quote and bool(row.subject) and collection.places.get(row.subject) is None


def _written(row: Figure, collection: Collection) -> WrittenRow | None:
    """The row of a table that the figure is printed in."""
    return row_at(row.document_id, row.start, collection)


def _heading(row: Figure, collection: Collection) -> str:
    """The heading over the name of a row: 产业链 over 集成电路."""
    written = _written(row, collection)
    if written is None:
        return ""
    named = zip(written.columns, map(fold, written.cells), strict=False)
    return next((fold(column) for column, cell in named if cell == row.subject), "")


def _asks_for(heading: str, text: str) -> bool:
    """Whether the question is for each of what the heading names."""
    kind = re.sub(r"名称$|[(（].*$", "", heading)
    if len(kind) < 2:
        return False
    each = r"(?:哪(?:一?个|些|几个|几?条|家)?|各个?|各条|各大|所有|每一?[个条家]|最[多高大少低小]的)"
    behind = r"(?:中|里|当中)?哪|[^，。？]{0,12}(?:前[两二三四五六七八九十\d]+[名位个条]|排名|排序|排行)"
    return bool(re.search(f"{each}{re.escape(kind)}|{re.escape(kind)}(?:{behind})", text))


def _ranked(rows: Sequence[Figure], frame: QuestionFrame, collection: Collection) -> Draft | None:
    least, nth = asks_least(frame.text), nth_asked(frame.text) or 1
    if nth > len(rows):
        return None
    values, _ = in_largest_unit(rows)
    ranked = sorted(zip(values, rows, strict=True), key=lambda each: each[0], reverse=not least)
    order = [row for _, row in ranked]
    first = order[nth - 1]
    when = period_text(first.period) if first.period else ""
    place = f"排{'倒数' if least else ''}第{nth}" if nth > 1 else "最少" if least else "最多"
    text = f"{when}{first.subject}{first.metric}{place}，为{value_text(first)}"
    told = (Decimal(len(rows)), Decimal(nth))
    lead = Statement(text=text, evidence=(collection.evidence(first),), derived=told)
    table = tuple(figure_row(row, collection) for row in order[: top_asked(frame.text)])
    notes = (f"按表中{len(rows)}行计算",)
    return Draft(statements=(lead,), columns=("名称", *COLUMNS[1:]), rows=table, notes=notes)


def _together(rows: Sequence[Figure], frame: QuestionFrame, collection: Collection) -> Draft:
    sums = added(rows)
    told = f"{period_text(rows[0].period) if rows[0].period else ''}{rows[0].metric}"
    if _MEAN.search(frame.text):
        text, derived = mean_told(sums, len(rows))
        return computed(f"{told}平均{text}", rows, collection, derived=derived)
    notes = [f"按表中{len(rows)}行相加"]
    return computed(f"{told}{sums.told}", rows, collection, derived=[sums.total], notes=notes)
