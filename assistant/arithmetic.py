"""Computes sums, differences, ratios, averages, shares and changes exactly, from cited operands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from assistant.collection import Collection
from assistant.comparison import comparable, rows_by_place
from assistant.draft import Draft, Statement
from assistant.evidence import Evidence
from assistant.lookup import Candidate, name_fits, search_ledger
from assistant.measure import measure_key
from assistant.question import QuestionFrame
from assistant.wording import value_text
from language.period import period_text, same_period
from language.quantity import base_quantity, unit_kind
from vectorstore.ledger_rows import Figure


def rounded(value: Decimal) -> str:
    """At most two decimals, half up, without trailing zeros."""
    text = f"{value.quantize(Decimal('0.01'), rounding=ROUND_HALF_UP):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def plain(value: Decimal) -> str:
    """All its digits, without trailing zeros."""
    return f"{value.normalize():f}"


def compute(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """The computed answer with its expression, or None where the operands are not all there."""
    routes = {
        "sum": _sum,
        "difference": _difference,
        "ratio": _ratio,
        "average": _average,
        "share": _share,
        "change": _change,
    }
    route = routes.get(frame.operation)
    return route(frame, collection) if route else None


def _draft(
    text: str,
    rows: Sequence[Figure],
    collection: Collection,
    *,
    derived: Sequence[Decimal],
    notes: Sequence[str] = (),
) -> Draft:
    evidence: dict[tuple[str, int, int], Evidence] = {}
    for row in rows:
        one = collection.evidence(row)
        evidence[one.key] = one
    rough = [row for row in rows if row.qualifier]
    if rough:
        notes = [
            *notes,
            "原文为约数（"
            + "、".join(dict.fromkeys(value_text(row) for row in rough))
            + "），结果按所印数字计算",
        ]
    return Draft(
        statements=(Statement(text=text, evidence=tuple(evidence.values()), derived=tuple(derived)),),
        notes=tuple(notes),
    )


def _rows_of_numbers(frame: QuestionFrame, collection: Collection) -> list[Figure]:
    """The rows that the question's own figures name (54亿元和130亿元的项目), in their order; [] unless all
    are found."""
    pool = [
        c.row
        for c in search_ledger(
            replace(frame, threshold=None), collection, any_period=not frame.period_labels, any_unit=True
        ).candidates
    ]
    if not pool and frame.names:
        pool = list(collection.figures)
    rows = []
    for number in frame.numbers:
        match = next(
            (row for row in pool if base_quantity(row.value, row.unit) == number.base() and row not in rows),
            None,
        )
        if match is None:
            return []
        rows.append(match)
    return rows


def _sum(frame: QuestionFrame, collection: Collection) -> Draft | None:
    checked = re.search(
        r"(?:和|与|跟)(?P<n>\d[\d.]*)[个家项亿]?[^,。，]{0,6}(?:对得上|一致|相符|吻合|相等)", frame.text
    )
    rows = _rows_of_numbers(frame, collection) if len(frame.numbers) >= 2 else []
    if rows and checked:
        total_row = next((row for row in rows if row.value == Decimal(checked["n"])), None)
        parts = [row for row in rows if row is not total_row]
        return _checked_sum(parts, total_row, collection)
    if len(rows) < 2:
        rows = list(_operands(frame, collection))
    if len(rows) < 2 or len({base_quantity(row.value, row.unit)[1] for row in rows}) != 1:
        return None
    total = sum((row.value for row in rows), Decimal(0)) if len({row.unit for row in rows}) == 1 else None
    unit = rows[0].unit
    if total is None:
        total, unit = (
            sum((base_quantity(row.value, row.unit)[0] for row in rows), Decimal(0)),
            base_quantity(rows[0].value, rows[0].unit)[1],
        )
    expression = " + ".join(plain(row.value) if row.unit == unit else value_text(row) for row in rows)
    names = "、".join(f"{row.subject}{value_text(row)}" for row in rows)
    text = f"合计{plain(total)}{unit}（{expression} = {plain(total)}）：{names}"
    return _draft(text, rows, collection, derived=[total], notes=_missing(frame, rows))


def _missing(frame: QuestionFrame, rows: Sequence[Figure]) -> list[str]:
    absent = [
        place.name
        for place in frame.places
        if place.level != "city" and place.name not in {row.subject for row in rows}
    ]
    return [f"资料中没有{'、'.join(absent)}的同类数据，未计入"] if absent and len(frame.places) > 1 else []


def _checked_sum(parts: Sequence[Figure], total_row: Figure | None, collection: Collection) -> Draft:
    total = sum((row.value for row in parts), Decimal(0))
    unit = parts[0].unit
    expression = " + ".join(plain(row.value) for row in parts)
    if total_row is None or total_row.value == total:
        text = f"合计{plain(total)}{unit}（{expression} = {plain(total)}），与总数一致"
        return _draft(text, parts, collection, derived=[total])
    gap = total_row.value - total
    word = "少" if gap > 0 else "多"
    text = (
        f"合计{plain(total)}{unit}（{expression} = "
        f"{plain(total)}），与{value_text(total_row)}对不上，{word}{plain(abs(gap))}{unit}"
    )
    return _draft(text, [*parts, total_row], collection, derived=[total, abs(gap)])


def _operands(frame: QuestionFrame, collection: Collection) -> tuple[Figure, ...]:
    """One comparable row for each place or name asked about, in the order of the question."""
    if len(frame.names) >= 2:
        return tuple(
            row for name in frame.names if (row := _best_of_name(frame, collection, name)) is not None
        )
    chosen = rows_by_place(frame, collection)
    if len(chosen) < 2:
        return ()
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


def _best_of_name(frame: QuestionFrame, collection: Collection, name: str) -> Figure | None:
    one = replace(frame, names=(name,), places=())
    found = [c for c in search_ledger(one, collection).candidates if name_fits(c.row, name)]
    pool = [c for c in found if name in c.row.subject or c.row.subject in name] or found
    return pool[0].row if pool else None


def _pair(frame: QuestionFrame, collection: Collection) -> tuple[Figure, Figure] | None:
    """The two rows a difference or ratio is of: two places, two names, or two periods of one place."""
    rows = _operands(frame, collection)
    if len(rows) == 2:
        return rows[0], rows[1]
    if len(frame.period_labels) == 2:
        found = [_best_in_period(frame, collection, index) for index in range(2)]
        if found[0] is not None and found[1] is not None:
            return found[0], found[1]
    return None


def _best_in_period(frame: QuestionFrame, collection: Collection, index: int) -> Figure | None:
    label = frame.period_labels[index]
    one = replace(frame, periods=tuple(p for p in frame.periods if p.label == label))
    best = next(
        (
            c
            for c in search_ledger(one, collection).candidates
            if c.words >= 0.5 and same_period(c.row.period, label)
        ),
        None,
    )
    return best.row if best else None


def _difference(frame: QuestionFrame, collection: Collection) -> Draft | None:
    gap = _target_gap(frame, collection) if re.search(r"还差|目标|缺口", frame.text) else None
    if gap is not None:
        return gap
    pair = _pair(frame, collection)
    if pair is None:
        return None
    one, other = pair
    if not comparable(measure_key(one), measure_key(other)):
        return _incomparable(one, other, collection)
    first, second = (
        (one, other)
        if base_quantity(one.value, one.unit)[0] >= base_quantity(other.value, other.unit)[0]
        else (other, one)
    )
    left, right, unit = _common(first, second)
    value = left - right
    text = (
        f"{_label(first, frame)}比{_label(second, frame)}多{plain(value)}{unit}（{plain(left)} − "
        f"{plain(right)} = {plain(value)}）：前者{value_text(first)}，后者{value_text(second)}"
    )
    return _draft(text, [first, second], collection, derived=[value])


def _common(one: Figure, other: Figure) -> tuple[Decimal, Decimal, str]:
    if one.unit == other.unit:
        return one.value, other.value, one.unit
    (left, unit), (right, _) = base_quantity(one.value, one.unit), base_quantity(other.value, other.unit)
    return left, right, unit


def _label(row: Figure, frame: QuestionFrame) -> str:
    when = period_text(row.period) if row.period else ""
    return f"{row.subject}{when}"


def _incomparable(one: Figure, other: Figure, collection: Collection) -> Draft:
    text = (
        f"口径不同，不可直接比较"
        f"：{_label_measure(one)}{value_text(one)}，{_label_measure(other)}{value_text(other)}"
    )
    return _draft(text, [one, other], collection, derived=[])


def _label_measure(row: Figure) -> str:
    return f"{row.subject}{period_text(row.period) if row.period else ''}{row.metric}"


def _ratio(frame: QuestionFrame, collection: Collection) -> Draft | None:
    pair = _pair(frame, collection)
    if pair is None:
        return None
    one, other = pair
    left, right, _ = _common(one, other)
    if not right or base_quantity(one.value, one.unit)[1] != base_quantity(other.value, other.unit)[1]:
        return None
    value = left / right
    text = (
        f"{rounded(value)}倍（{plain(left)} ÷ {plain(right)} = "
        f"{rounded(value)}）"
        f"：{_label(one, frame)}{value_text(one)}，{_label(other, frame)}{value_text(other)}"
    )
    return _draft(text, [one, other], collection, derived=[value, Decimal(rounded(value)), left, right])


def _average(frame: QuestionFrame, collection: Collection) -> Draft | None:
    """Money over count of one thing: rows of one place and period, best of one sentence."""
    ledger = search_ledger(frame, collection, any_unit=True)
    money = [c for c in ledger.candidates if unit_kind(c.row.unit) == "money" and not c.row.is_growth]
    counts = [c for c in ledger.candidates if unit_kind(c.row.unit) == "count"]
    pairs = [(m, c) for m in money[:12] for c in counts[:24] if _same_thing(m, c)]
    if not pairs:
        return None
    best_money, best_count = max(
        pairs, key=lambda pair: (pair[0].row.start == pair[1].row.start, pair[0].score + pair[1].score)
    )
    total, count = best_money.row, best_count.row
    value = total.value / count.value
    when = period_text(total.period or count.period) if total.period or count.period else ""
    text = (
        f"平均每{count.unit}{rounded(value)}{total.unit}（{plain(total.value)} ÷ "
        f"{plain(count.value)} = "
        f"{rounded(value)}）：{total.subject}{when}共{value_text(count)}，总投资{value_text(total)}"
    )
    return _draft(text, [count, total], collection, derived=[value, Decimal(rounded(value))])


def _same_thing(money: Candidate, count: Candidate) -> bool:
    one, other = money.row, count.row
    if one.subject != other.subject or one.document_id != other.document_id or other.value == 0:
        return False
    return abs(one.raw_start - other.raw_start) < 40 and (
        not one.period or not other.period or same_period(one.period, other.period)
    )


def _target_and_actual(frame: QuestionFrame, collection: Collection) -> tuple[Figure, Figure] | None:
    """The actual and the target of one measure; periods asked about may differ."""
    loose = replace(frame, threshold=None)
    rows = [
        c
        for c in search_ledger(loose, collection, any_period=len(frame.period_labels) != 1).candidates
        if c.words >= 0.4 and not c.row.is_growth
    ]
    targets = [c for c in rows if c.row.modality in ("target", "forecast")]
    actuals = [c for c in rows if c.row.modality == "actual"]
    for target in targets[:6]:
        alike = [
            a
            for a in actuals
            if a.row.subject == target.row.subject
            and base_quantity(Decimal(1), a.row.unit)[1] == base_quantity(Decimal(1), target.row.unit)[1]
        ]
        asked = [a for a in alike if any(same_period(a.row.period, label) for label in frame.period_labels)]
        pool = asked or [
            a
            for a in alike
            if a.row.period and target.row.period and a.row.period[:4] == target.row.period[:4]
        ]
        pool.sort(key=lambda a: measure_key(a.row)[1] != measure_key(target.row)[1])
        if pool:
            return pool[0].row, target.row
    return None


def _target_gap(frame: QuestionFrame, collection: Collection) -> Draft | None:
    pair = _target_and_actual(frame, collection)
    if pair is None:
        return None
    actual, target = pair
    left, right, unit = _common(target, actual)
    gap = left - right
    text = (
        f"{actual.subject}还差{plain(gap)}{unit}（{plain(left)} − {plain(right)} = {plain(gap)}）"
        if gap > 0
        else f"{actual.subject}已达到目标"
    )
    text += (
        f"：目"
        f"标{value_text(target)}（{period_text(target.period) if target.period else '未注明时间'}）"
        f"，实"
        f"际{value_text(actual)}（{period_text(actual.period) if actual.period else '未注明时间'}）"
    )
    return _draft(text, [target, actual], collection, derived=[abs(gap)])


def _share(frame: QuestionFrame, collection: Collection) -> Draft | None:
    stated = search_ledger(frame, collection)
    if (
        any(
            c.words >= 0.62 and unit_kind(c.row.unit) == "rate" and not c.row.is_growth
            for c in stated.candidates[:3]
        )
        and "目标" not in frame.text
    ):
        return None  # the documents state the share: looking it up beats computing it
    pair = (
        _target_and_actual(frame, collection)
        if re.search(r"目标|任务|计划|完成|要签|要引", frame.text)
        else _part_and_whole(frame, collection)
    )
    if pair is None:
        return None
    part, whole = pair
    left, right, _ = _common(part, whole)
    if not right:
        return None
    value = left / right * 100
    if part.modality == "actual" and whole.modality in ("target", "forecast"):
        periods = (
            f"目"
            f"标{value_text(whole)}（{period_text(whole.period) if whole.period else '未注明时间'}），实"
            f"际{value_text(part)}（{period_text(part.period) if part.period else '未注明时间'}）"
        )
        text = (
            f"{part.subject}实际数相当于目标的{rounded(value)}%（{plain(left)} ÷ {plain(right)} = "
            f"{rounded(value)}%）：{periods}"
        )
        notes = (
            [] if part.period[:4] == whole.period[:4] else ["两数不是同一年度，口径不同，不可直接当作完成率"]
        )
        return _draft(text, [whole, part], collection, derived=[value, Decimal(rounded(value))], notes=notes)
    text = (
        f"占{rounded(value)}%（{plain(left)} ÷ {plain(right)} = "
        f"{rounded(value)}%）：{part.subject}{value_text(part)}，{whole.subject}{value_text(whole)}"
    )
    return _draft(text, [part, whole], collection, derived=[value, Decimal(rounded(value))])


def _part_and_whole(frame: QuestionFrame, collection: Collection) -> tuple[Figure, Figure] | None:
    rows = [
        c.row
        for c in search_ledger(frame, collection, any_unit=True).candidates
        if c.words >= 0.5 and unit_kind(c.row.unit) != "rate"
    ]
    cities = [place for place in frame.places if place.level == "city"]
    parts = [place for place in frame.places if place.level in ("district", "zone")]
    if cities and parts:
        part = next((row for row in rows if row.subject == parts[0].name), None)
        whole = next(
            (
                row
                for row in rows
                if part and row.subject == cities[0].name and comparable(measure_key(row), measure_key(part))
            ),
            None,
        )
        return (part, whole) if part and whole else None
    if len(rows) < 2:
        return None
    one = rows[0]
    siblings = [
        row
        for row in rows[1:]
        if (row.subject == one.subject and row.unit == one.unit and row.start == one.start)
        or (row.threshold and row.subject == one.subject and row.unit == one.unit)
    ]
    if not siblings:
        return None
    part, whole = sorted((one, siblings[0]), key=lambda row: row.value)
    return part, whole


def _change(frame: QuestionFrame, collection: Collection) -> Draft | None:
    if len(frame.period_labels) != 2:
        return None
    rows = [_best_in_period(frame, collection, index) for index in range(2)]
    if rows[0] is None or rows[1] is None:
        return None
    old, new = sorted((rows[0], rows[1]), key=lambda row: row.period)
    if not comparable(measure_key(old), measure_key(new)):
        return _incomparable(old, new, collection)
    left, right, unit = _common(new, old)
    gap = left - right
    word = "增加" if gap >= 0 else "减少"
    text = (
        f"{new.subject}{word}{plain(abs(gap))}{unit}（{plain(left)} − {plain(right)} = "
        f"{plain(gap)}）"
        f"：{period_text(old.period)}{value_text(old)}，{period_text(new.period)}{value_text(new)}"
    )
    derived = [gap, abs(gap)]
    if right:
        rate = abs(gap) / right * 100
        text += f"，变化幅度{rounded(rate)}%（{plain(abs(gap))} ÷ {plain(right)} = {rounded(rate)}%）"
        derived += [rate, Decimal(rounded(rate))]
    return _draft(text, [old, new], collection, derived=derived)
