"""How many cells of printed tables are read right, with their headings, units and periods?

    python benchmarks/tables.py [--designs N] [--faults N]

Tables of random shapes (tests/table_designs.py) are printed in eight ways and read as any file is. For each
way: cells whose text stands in its own row, cells whose figure has the right subject, measure, unit and
period, and figures that no cell prints. The designs of `HELD_OUT` are counted apart.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from table_designs import Family, design
from table_families import FAMILIES
from table_held_out import HELD_OUT
from table_printing import PRINTERS
from table_scoring import Score, score


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--designs", type=int, default=64)
    arguments.add_argument("--faults", type=int, default=0, help="how many faults of each kind to show")
    arguments.add_argument("--printer", action="append", default=[])
    options = arguments.parse_args()
    for name, families, first in (("tuned", FAMILIES, 0), ("held out", HELD_OUT, 10_000)):
        print(f"\n{name}: {options.designs} designs of {len(families)} families")
        print(f"{'format':<16}{'cells':>7}{'text':>8}{'heads':>8}{'extra':>7}")
        everything: list[Score] = []
        for printer in options.printer or PRINTERS:
            scores = _scores(range(first, first + options.designs), families, printer, show=options.faults)
            print(_line(printer, scores))
            everything += scores
        print(_line("all", everything))
    return 0


def _scores(seeds: range, families: Sequence[Family], printer: str, *, show: int) -> list[Score]:
    found = []
    for seed in seeds:
        table = design(seed, families)
        result = score(table, printer)
        found.append(result)
        for fault in result.faults[:show]:
            print(f"    {printer} {seed} {table.name}: {fault}")
    return found


def _line(name: str, scores: Sequence[Score]) -> str:
    cells = sum(each.cells for each in scores)
    text = sum(each.as_text for each in scores) / cells
    heads = sum(each.attributed for each in scores) / cells
    return f"{name:<16}{cells:>7}{text:>8.3f}{heads:>8.3f}{sum(each.extra for each in scores):>7}"


if __name__ == "__main__":
    raise SystemExit(main())
