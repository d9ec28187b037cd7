"""How is an answer told again: with its sources or its speaker, shorter or at length, in another unit?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from assistant.collection import Collection
from assistant.draft import Draft, DraftRow, Statement
from assistant.evidence import Evidence, cite
from assistant.figures.computed import rounded
from assistant.followups.of_the_answer import Asked
from assistant.told_by import told_by
from language.quantity import Quantity, base_quantity, find_quantities, format_quantity
from language.text import fold

_MOST_SOURCES, _MOST_QUOTE, _MOST_AROUND = 3, 160, 360


def retold(draft: Draft, asked: Asked, collection: Collection, *, unit: str = "") -> Draft:
    """The draft of the question before as a remark about its answer wants it; a refusal as it was."""
    if draft.refused:
        return draft
    if asked == "unit":
        return _in_unit(draft, unit)
    if asked == "more":
        return _with_more(draft, collection)
    if asked == "less":
        return _shorter(draft)
    if asked == "speaker":
        return _with_speaker(draft, collection)
    sources = tuple(_source(evidence) for evidence in _shown(draft)[:_MOST_SOURCES])
    if asked == "source":
        return Draft(statements=sources)
    if asked == "when":
        return replace(draft, statements=(*draft.statements, *sources[:1]))
    return replace(draft, statements=(*draft.statements, *sources), notes=(*draft.notes, "已与原文重新核对"))


def _shown(draft: Draft) -> list[Evidence]:
    told = [*(s.evidence for s in draft.statements), *(row.evidence for row in draft.rows)]
    return list({evidence.key: evidence for each in told for evidence in each}.values())


def _source(evidence: Evidence) -> Statement:
    """出自《…》（发布单位，日期）：“…”."""
    citation = cite(evidence, marker=1)
    by = "，".join(part for part in (citation.publisher, citation.published) if part)
    quote = evidence.text.strip().replace("\n", " ")
    quote = quote if len(quote) <= _MOST_QUOTE else ""
    where = f"出自《{citation.title or citation.document}》" + (f"（{by}）" if by else "")
    return Statement(text=f"{where}：“{quote}”" if quote else where, evidence=(evidence,))


def _with_more(draft: Draft, collection: Collection) -> Draft:
    """Each sentence with the paragraph it stands in; what is told once is not told again."""
    if draft.rows:
        return replace(draft, notes=(*draft.notes, "可以接着问其中某一个的情况"))
    told = "".join(statement.text for statement in draft.statements)
    around = [_paragraph(evidence, collection) for evidence in _shown(draft)]
    fresh = {each.key: each for each in around if fold(each.text).strip("。") not in fold(told)}
    if not fresh:
        return replace(draft, notes=(*draft.notes, "资料中关于这个问题只有这些"))
    more = list(fresh.values())[:_MOST_SOURCES]
    return Draft(statements=tuple(Statement(text=each.text, evidence=(each,)) for each in more))


def _shorter(draft: Draft) -> Draft:
    """The first statement alone, or its being short already."""
    if len(draft.statements) < 2:
        return replace(draft, notes=(*draft.notes, "已是最简"))
    return replace(draft, statements=draft.statements[:1], columns=(), rows=())


def _with_speaker(draft: Draft, collection: Collection) -> Draft:
    """Who said it; that nobody is named where none is, with the source."""
    shown = _shown(draft)
    if (said := told_by(shown[:_MOST_SOURCES], collection)) is not None:
        return Draft(statements=(Statement(text=said.text.strip(), evidence=(said,)),))
    sources = tuple(_source(evidence) for evidence in shown[:1])
    return Draft(statements=sources, notes=("原文没有写明是谁说的",))


def _paragraph(evidence: Evidence, collection: Collection) -> Evidence:
    text = collection.text(evidence.document.id)
    start = text.rfind("\n", 0, evidence.start) + 1
    end = text.find("\n", evidence.end)
    end = len(text) if end < 0 else end
    if end - start > _MOST_AROUND:
        stop = text.find("。", evidence.end, start + _MOST_AROUND)
        start, end = evidence.start, stop + 1 if stop > 0 else evidence.end
    while start < end and text[start].isspace():
        start += 1
    end = start + len(text[start:end].rstrip())
    rows = collection.figures_in(evidence.document.id)
    inside = tuple(row for row in rows if start <= row.raw_start < end)
    return replace(evidence, text=text[start:end], start=start, end=end, figures=inside)


def _in_unit(draft: Draft, unit: str) -> Draft:
    """Every amount of the same kind in the asked unit beside it; where there is none, why not."""
    statements = tuple(_converted(statement, unit) for statement in draft.statements)
    rows = tuple(replace(row, cells=tuple(_cell(cell, unit) for cell in row.cells)) for row in draft.rows)
    if (*statements, *rows) == (*draft.statements, *draft.rows):
        why = (
            "不同币种之间没有汇率，不能换算"
            if _has_money(draft, unit)
            else f"这个回答中没有可以换成{unit}的数"
        )
        return replace(draft, notes=(*draft.notes, why))
    made = _made([cell for row in draft.rows for cell in row.cells], unit)
    if made and statements:
        first = replace(statements[0], derived=(*statements[0].derived, *made))
        statements = (first, *statements[1:])
    elif made:
        lead = Statement(text=f"以{unit}计", evidence=_evidence(draft.rows)[:1], derived=tuple(made))
        statements = (lead,)
    return replace(draft, statements=statements, rows=rows)


def _converted(statement: Statement, unit: str) -> Statement:
    said = [
        f"{format_quantity(found.value, found.unit)} = {format_quantity(value, unit)}"
        for found, value in _convertible(statement.text, unit)
    ]
    if not said:
        return statement
    values = tuple(value for _, value in _convertible(statement.text, unit))
    text = f"{statement.text.rstrip('。')}（{'，'.join(said)}）"
    return replace(statement, text=text, derived=(*statement.derived, *values))


def _cell(cell: str, unit: str) -> str:
    found = _convertible(cell, unit)
    return format_quantity(found[0][1], unit) if len(found) == 1 else cell


def _made(texts: Iterable[str], unit: str) -> list[Decimal]:
    return [value for text in texts for _, value in _convertible(text, unit)]


def _convertible(text: str, unit: str) -> list[tuple[Quantity, Decimal]]:
    """The quantities of a text that can be told in `unit` and are not, with their values in it."""
    if unit in _AREAS:
        areas = [each for each in find_quantities(fold(text)) if each.unit in _AREAS and each.unit != unit]
        return [(each, Decimal(rounded(each.value * _AREAS[each.unit] / _AREAS[unit]))) for each in areas]
    scale, base = base_quantity(Decimal(1), unit)
    return [
        (found, (found.base()[0] / scale).normalize())
        for found in find_quantities(fold(text))
        if found.base()[1] == base and found.unit != unit and not re.match(r"\s*[=÷×]", text[found.end :])
    ]


_AREAS = {"亩": Decimal(1), "公顷": Decimal(15), "平方公里": Decimal(1500)}  # in 亩


def _has_money(draft: Draft, unit: str) -> bool:
    told = [s.text for s in draft.statements] + [cell for row in draft.rows for cell in row.cells]
    return unit.endswith("元") and any(
        found.kind == "money" for text in told for found in find_quantities(fold(text))
    )


def _evidence(rows: Iterable[DraftRow]) -> tuple[Evidence, ...]:
    return tuple(evidence for row in rows for evidence in row.evidence)
