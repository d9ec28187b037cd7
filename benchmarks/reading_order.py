"""How well are pages with columns read, and how does the plain text layer do on the same pages?

    python benchmarks/reading_order.py [--seeds N] [--pages FOLDER]

Generated pages (tests/page_families.py), each design in three orders of the content stream: sentence
successions and figures with their subjects that come out as in the plain article. With --pages, PDFs beside
JSON files of their blocks in reading order: blocks intact, and blocks followed by the right one. The plain
alternative in the same run is pypdfium2's own text of the page.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pypdfium2

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from page_designs import ORDERS, write
from page_families import BUILT_WITH, HELD_OUT, Family, design
from page_scores import NOTHING, bare, score

from ingest import pdf

_EDGE = 12  # characters by which a block's beginning and end are found


def main(arguments: Sequence[str] | None = None) -> None:
    """Print one line a family, and one a page."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--pages", type=Path)
    options = parser.parse_args(arguments)
    for name, families in (("built with", BUILT_WITH), ("held out", HELD_OUT)):
        _families(name, families, seeds=options.seeds)
    if options.pages:
        for file in sorted(options.pages.glob("*.json")):
            _page(file)


def _families(name: str, families: Sequence[Family], *, seeds: int) -> None:
    total, plain_total = NOTHING, [0, 0]
    for family in families:
        own = NOTHING
        for seed in range(seeds):
            made = design(family, seed)
            pairs = [pair for story in made.articles for pair in pairwise(map(bare, story.sentences()))]
            for order in ORDERS:
                data = write(made.paper, order, seed=seed)
                own += score(made, data)
                plain = bare(_plain(data))
                plain_total[0] += sum("".join(pair) in plain for pair in pairs)
                plain_total[1] += len(pairs)
        total += own
        shares = _share(own.successions, own.of_successions), _share(own.figures, own.of_figures)
        print(f"  {family.__name__:16}", *shares)
    print(
        f"{name}, {len(families) * seeds} designs x {len(ORDERS)} orders: "
        f"successions {_share(total.successions, total.of_successions)}, "
        f"figures {_share(total.figures, total.of_figures)}; "
        f"pypdfium2's text: successions {_share(*plain_total)}"
    )


def _page(file: Path) -> None:
    blocks = [
        each["text"] for each in json.loads(file.read_text(encoding="utf-8"))["blocks"] if each.get("text")
    ]
    data = file.with_suffix(".pdf").read_bytes()
    for name, text in (("zhaoda", pdf.load(data).text), ("pypdfium2", _plain(data))):
        intact, followed, pairs = _in_order(list(map(_letters, blocks)), _letters(text))
        print(
            f"{file.stem[:40]:40} {name:10} blocks intact {intact}/{len(blocks)}, followed {followed}/{pairs}"
        )


def _in_order(blocks: Sequence[str], text: str) -> tuple[int, int, int]:
    """Blocks whose beginning and end are as far apart as they should be; pairs one right after the other."""
    spans: list[tuple[int, int] | None] = []
    at = 0
    for block in blocks:  # a phrase may stand on the page twice: the one that comes next is meant
        spans.append(_span(block, text, at=at) or _span(block, text, at=0))
        at = span[1] if (span := spans[-1]) else at
    intact = sum(
        span is not None and abs(span[1] - span[0] - len(block)) <= 0.03 * len(block) + 2
        for span, block in zip(spans, blocks, strict=True)
    )
    pairs = list(pairwise(spans))
    followed = sum(a is not None and b is not None and 0 <= b[0] - a[1] <= 8 for a, b in pairs)
    return intact, followed, len(pairs)


def _span(block: str, text: str, *, at: int) -> tuple[int, int] | None:
    start = text.find(block[:_EDGE], at)
    end = text.find(block[-_EDGE:], max(start, 0))
    return (start, end + len(block[-_EDGE:])) if start >= 0 and end >= 0 else None


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


def _plain(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def _share(right: int, of: int) -> str:
    return f"{right / max(of, 1):.4f} ({right}/{of})"


if __name__ == "__main__":
    main()
