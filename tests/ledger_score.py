"""How right are the figures read from our own annotated articles? Judged as the maintainers judge theirs.

A row matches an annotated figure of its article when value, unit and sentence agree; it is right when its
subject, period and modality are one of the annotated ones too. Optional figures count neither way.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal

from ledger_articles import Article, Row

from vectorstore.ledger_rows import Figure

_KIND = re.compile(r"(?:新区|区|市|县|省|集团|项目|公司)$")
_SCALES = {"亿": Decimal(10**8), "万": Decimal(10**4)}


def plain(text: object) -> str:
    """Text as it is compared: half width, without white space and commas."""
    return re.sub(r"[\s,，]+", "", unicodedata.normalize("NFKC", str(text or "")))


def f1(articles: Sequence[Article], ledgers: Sequence[Sequence[Figure]]) -> tuple[float, list[str]]:
    """The F1 of right rows over all articles, and a line for each figure missed, wrong or too many."""
    wanted = found = right = extra = 0
    faults: list[str] = []
    for article, rows in zip(articles, ledgers, strict=True):
        left = list(rows)
        for gold in sorted(article.figures, key=lambda row: bool(row["optional"])):
            row = max(
                (one for one in left if _matches(gold, one)), key=lambda one: _judged(gold, one), default=None
            )
            if row is not None:
                left.remove(row)
            if gold["optional"]:
                continue
            wanted, found = wanted + 1, found + (row is not None)
            good = row is not None and _judged(gold, row) == 3
            right += good
            if not good:
                got = "missed" if row is None else f"{row.subject} {row.period} {row.modality}"
                want = f"{gold['subject']} {gold['period']} {gold['modality']}"
                faults.append(f"{article.name} {gold['raw']}: want {want}, got {got}")
        extra += len(left)
        faults += [f"{article.name} extra {row.raw} {row.subject} {row.metric}" for row in left]
    precision, recall = right / max(1, found + extra), right / max(1, wanted)
    return 2 * precision * recall / max(1e-9, precision + recall), faults


def _matches(gold: Row, row: Figure) -> bool:
    same = _base(Decimal(str(gold["value"])), str(gold["unit"])) == _base(row.value, row.unit)
    one, other = plain(gold["quote"]), plain(row.quote)
    return same and (one in other or other in one)


def _base(value: Decimal, unit: str) -> tuple[Decimal, str]:
    unit = plain(unit).replace("余", "").replace("项", "个")
    return (value * _SCALES[unit[0]], unit[1:]) if len(unit) > 1 and unit[0] in _SCALES else (value, unit)


def _judged(gold: Row, row: Figure) -> int:
    return sum(
        (
            _same_subject(_accepted(gold, "subject"), plain(row.subject)),
            row.period in _accepted(gold, "period"),
            row.modality in _accepted(gold, "modality"),
        )
    )


def _accepted(gold: Row, field: str) -> list[str]:
    others = gold[f"alt_{field}"]
    assert isinstance(others, list)
    return [str(gold[field]), *others]


def _same_subject(wanted: list[str], said: str) -> bool:
    core = _KIND.sub("", said)
    for want in map(plain, wanted):
        short = _KIND.sub("", want)
        if (not said and not want) or (said and (want in said or said in want)):
            return True
        if short and (short in said or (core and core in short)):
            return True
    return False
