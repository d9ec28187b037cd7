"""How right are the project rows? Scored against rows annotated by hand.

    zhaoda projects --format jsonl > PROJECTS.jsonl
    python -m eval.projects --projects PROJECTS.jsonl --gold GOLD.jsonl --show

A row finds a gold project of the same document when a name or alias of the one stands in one of the other.
A project may be mentioned more than once: the mention that agrees best is judged, the others count for
nothing. Gold rows marked optional count neither as misses nor as false alarms.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path, PurePath

from eval.errors import LedgerError
from eval.ledger_lines import Row, read_rows, text, texts
from eval.matching import normal

ATTRIBUTES = ("investor", "place", "stage", "investment")
_SHORTEST_NAME = 3
_PUNCTUATION = re.compile(r"[^\w]+")
_PROJECT_WORDS = re.compile(r"(?:等|建设|系列)?项目$")
_COMPANY_WORDS = re.compile(r"(?:(?:股份|控股|科技|投资|实业)*(?:集团|有限责任公司|有限公司|公司))+$")
_PLACE_WORDS = re.compile(r"(?:新区|示范区|开发区|高新区|[省市区县旗州])$")
_SCALES = {"亿": Decimal(10) ** 8, "千万": Decimal(10) ** 7, "百万": Decimal(10) ** 6, "万": Decimal(10) ** 4}


@dataclass(frozen=True, kw_only=True)
class Judged:
    """One gold project that counts, the row that finds it best (None: missed), and what of it is right.

    `right` holds only attributes the gold row states; `invented` says that the row gives an investment which
    the gold row does not.
    """

    gold: Row
    row: Row | None
    right: dict[str, bool]
    invented: bool = False


@dataclass(frozen=True, kw_only=True)
class ProjectScore:
    """All gold projects that count, and the rows that name no project of the gold."""

    judged: tuple[Judged, ...]
    extra: tuple[Row, ...]
    named: int

    @property
    def found(self) -> tuple[Judged, ...]:
        """The gold projects some row names."""
        return tuple(one for one in self.judged if one.row is not None)

    @property
    def recall(self) -> float | None:
        """The share of gold projects found; None without gold."""
        return len(self.found) / len(self.judged) if self.judged else None

    @property
    def precision(self) -> float | None:
        """The share of rows, optional projects left out, that name a gold project; None without rows."""
        rows = self.named + len(self.extra)
        return self.named / rows if rows else None

    def share(self, attribute: str) -> float | None:
        """Of the found projects that state the attribute, the share whose row has it right."""
        stated = [one.right[attribute] for one in self.found if attribute in one.right]
        return sum(stated) / len(stated) if stated else None


def score(rows: Sequence[Row], gold: Sequence[Row]) -> ProjectScore:
    """Judge the rows of the documents the gold covers; other documents' rows are left alone."""
    documents = {text(wanted, "doc") for wanted in gold}
    rows = [row for row in rows if _document(row) in documents]
    wanted = [row for row in gold if not row.get("optional")]
    optional = [row for row in gold if row.get("optional")]
    named = [row for row in rows if any(_same_project(row, one) for one in wanted)]
    extra = [row for row in rows if row not in named and not any(_same_project(row, one) for one in optional)]
    return ProjectScore(
        judged=tuple(_judge(one, [row for row in named if _same_project(row, one)]) for one in wanted),
        extra=tuple(extra),
        named=len(named),
    )


def _judge(gold: Row, candidates: Sequence[Row]) -> Judged:
    verdicts = [
        Judged(gold=gold, row=row, right=_right(gold, row), invented=_invented(gold, row))
        for row in candidates
    ]
    missed = Judged(gold=gold, row=None, right={})
    return max(verdicts, key=lambda one: sum(one.right.values()) - one.invented, default=missed)


def _right(gold: Row, row: Row) -> dict[str, bool]:
    right = {}
    if text(gold, "investor"):
        right["investor"] = _alike(text(row, "investor"), [text(gold, "investor")], without=_COMPANY_WORDS)
    if text(gold, "place"):
        places = [text(gold, "place"), *texts(gold, "alt_place")]
        right["place"] = _alike(text(row, "place"), places, without=_PLACE_WORDS)
    right["stage"] = text(row, "stage") in {text(gold, "stage"), *texts(gold, "alt_stage")}
    if gold.get("investment_value") is not None:
        right["investment"] = _amount(row, "investment") == _amount(gold, "investment_value")
    return right


def _invented(gold: Row, row: Row) -> bool:
    return gold.get("investment_value") is None and row.get("investment") is not None


def _same_project(row: Row, gold: Row) -> bool:
    if _document(row) != text(gold, "doc"):
        return False
    return any(_overlap(mine, theirs) for mine in _names(row) for theirs in _names(gold))


def _document(row: Row) -> str:
    return PurePath(text(row, "document")).name


def _names(row: Row) -> Iterator[str]:
    for name in (text(row, "name"), *texts(row, "aliases")):
        if plain := _PROJECT_WORDS.sub("", _PUNCTUATION.sub("", normal(name))):
            yield plain


def _overlap(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) >= _SHORTEST_NAME and short in long)


def _alike(said: str, wanted: Sequence[str], *, without: re.Pattern[str]) -> bool:
    """True when what was said and a wanted text stand in each other, but for what `without` cuts off."""
    core = without.sub("", normal(said))
    others = [without.sub("", normal(text)) for text in wanted]
    return bool(core) and any(other and (other in core or core in other) for other in others)


def _amount(row: Row, key: str) -> tuple[Decimal, str] | None:
    """The investment in its base unit: 1.5 亿元 -> (150000000, 元)."""
    unit = normal(text(row, "investment_unit"))
    try:
        value = Decimal(text(row, key))
    except InvalidOperation:
        return None
    for prefix, scale in _SCALES.items():
        if unit.startswith(prefix):
            return value * scale, unit.removeprefix(prefix) or "元"
    return value, unit


def lines(result: ProjectScore, *, show: bool) -> Iterator[str]:
    """The score as text; with `show`, every miss, every wrong attribute and every extra row."""
    if show:
        yield from _details(result)
    recall, precision = result.recall, result.precision
    yield f"found {len(result.found)}/{len(result.judged)} recall {_share(recall)}"
    yield f"precision of names {_share(precision)}"
    yield "; ".join(f"{name} {_share(result.share(name))}" for name in ATTRIBUTES)
    yield f"invented investments {sum(one.invented for one in result.judged)}"


def _details(result: ProjectScore) -> Iterator[str]:
    for one in result.judged:
        gold = one.gold
        if one.row is None:
            yield f"missed   {text(gold, 'doc')} {text(gold, 'name')}"
            continue
        wrong = [name for name, is_right in one.right.items() if not is_right]
        if one.invented:
            amount = text(one.row, "investment") + text(one.row, "investment_unit")
            yield f"invented {text(gold, 'name')}: {amount}"
        for name in wrong:
            want = text(gold, "investment_value" if name == "investment" else name)
            yield f"wrong    {text(gold, 'name')}: {name} {want!r}, got {text(one.row, name)!r}"
    for row in result.extra:
        yield f"extra    {text(row, 'document')} {text(row, 'name')} | {text(row, 'quote')[:40]}"


def _share(value: float | None) -> str:
    return "none" if value is None else f"{value:.3f}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Score and print; 1 when a file cannot be read."""
    parser = argparse.ArgumentParser(prog="python -m eval.projects", description=__doc__.partition("\n")[0])
    parser.add_argument(
        "--projects", type=Path, required=True, help="what zhaoda projects --format jsonl wrote"
    )
    parser.add_argument("--gold", type=Path, required=True, help="rows annotated by hand")
    parser.add_argument("--show", action="store_true", help="print every miss and every wrong attribute")
    options = parser.parse_args(arguments)
    try:
        result = score(read_rows(options.projects), read_rows(options.gold))
    except LedgerError as error:
        print(f"eval.projects: {error}", file=sys.stderr)
        return 1
    print(*lines(result, show=options.show), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
