"""How much of a scan is read right, and does a figure read wrong say so? By resolution, lean and dirt.

    python benchmarks/ocr.py [--pages N] [--faults]

The bundled samples are set as pages (tests/scan_pages.py), each is scanned in its own way, and both the
page's text layer and its scan are read as `zhaoda ingest` reads them. Accuracy: 1 - edit distance / length.
Whole: the share of the text layer's figures (value, unit, subject, period, modality) that the scan gives too;
printed: value and unit alone. Wrong: figures that the page does not print; caught: those of them that are
marked as uncertain; false flags: right ones that are.
Seconds are of this process's CPU.
"""

from __future__ import annotations

import argparse
import itertools
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from scan_pages import Dirt, image_pdf, scanned, typeset  # noqa: E402

from ingest.reading import read_file  # noqa: E402
from ingest.wire import Reading, Request  # noqa: E402
from vectorstore.ledger_rows import Figure  # noqa: E402

NOISES = {"clean": (4.0, 0.15, 75), "dirty": (16.0, 0.3, 45)}  # noise, blur in points, JPEG quality
WAYS = [
    (dpi, askew, name) for dpi in (150, 200, 300) for askew in (0.0, 3.0, -3.0) for name in NOISES
]  # each with another page, so that no text is read twice in a row


@dataclass(frozen=True, kw_only=True)
class Score:
    """One page: characters printed and wrong; figures printed, found whole, found by value; flags."""

    way: tuple[int, float, str]
    chars: int
    wrong_chars: int
    figures: int
    whole: int
    printed: int
    false_flags: int
    wrong: int
    caught: int
    seconds: float


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--pages", type=int, default=len(WAYS))
    arguments.add_argument("--faults", action="store_true", help="show what was read wrong")
    options = arguments.parse_args()
    scores: list[Score] = []
    for (pdf, truth), way in zip(
        pages(), itertools.islice(itertools.cycle(WAYS), options.pages), strict=False
    ):
        scores.append(score(pdf, truth, way, show=options.faults))
        print(told(f"{way[0]} dpi {way[1]:+.0f}° {way[2]}", scores[-1:]), flush=True)
    print(HEAD)
    for name, chosen in groups(scores):
        print(told(name, chosen))
    return 0


def pages() -> Iterator[tuple[bytes, str]]:
    """Pages of the samples' own words, in one to three columns and three sizes of type."""
    folder = ROOT / "eval" / "samples" / "documents"
    paragraphs = [
        line.strip()
        for path in sorted([*folder.glob("*.txt"), *folder.glob("*.md")])
        for line in path.read_text("utf-8", errors="ignore").splitlines()
        if len(line.strip()) > 20 and not re.search(r"\||^\w+: ", line)
    ]
    for at in itertools.count():
        start = (at * 7) % len(paragraphs)
        columns, size = at % 3 + 1, (10.5, 9.0, 12.0)[at // 3 % 3]
        own = [*paragraphs[start:], *paragraphs[:start]]
        yield typeset(own, title="临江区招商引资工作简报", columns=columns, size=size)


def score(pdf: bytes, truth: str, way: tuple[int, float, str], *, show: bool) -> Score:
    dpi, askew, name = way
    noise, blur, quality = NOISES[name]
    dirt = Dirt(dpi=dpi, askew=askew, noise=noise, blur=blur, quality=quality, seed=dpi)
    printed = read(pdf)
    picture = image_pdf([scanned(pdf, dirt)], dpi=dpi)
    began = time.process_time()
    recognised = read(picture)
    seconds = time.process_time() - began
    want, got = bare(truth), bare(recognised.document.text)
    expected, found = Counter(map(row, printed.figures)), Counter(map(row, recognised.figures))
    values, seen = Counter(map(value, printed.figures)), Counter(map(value, recognised.figures))
    wrong = [figure for figure in recognised.figures if bare(figure.raw) not in want]
    right = [figure for figure in recognised.figures if bare(figure.raw) in want]
    if show:
        print("missing", list((expected - found).elements()), "\nextra", list((found - expected).elements()))
    return Score(
        way=way,
        chars=len(want),
        wrong_chars=distance(want, got),
        figures=expected.total(),
        whole=(expected & found).total(),
        printed=(values & seen).total(),
        false_flags=sum(not figure.certain for figure in right),
        wrong=len(wrong),
        caught=sum(not figure.certain for figure in wrong),
        seconds=seconds,
    )


def read(pdf: bytes) -> Reading:
    return read_file(Request(document_id="d", source="d.pdf", name="d.pdf", sha256="", kind="pdf", data=pdf))


def row(figure: Figure) -> tuple[object, ...]:
    return (figure.value, figure.unit, figure.subject, figure.period, figure.modality)


def value(figure: Figure) -> tuple[object, ...]:
    return (figure.value, figure.unit)


def bare(text: str) -> str:
    """The text without white space, and punctuation of one width: which width is a matter of the font."""
    folded = re.sub(r"\s", "", text).translate(str.maketrans("，：；（）！？％～", ",:;()!?%~"))
    return re.sub('[“”„"]', '"', folded)


def distance(one: str, other: str) -> int:
    """Levenshtein's."""
    last = list(range(len(other) + 1))
    for n, char in enumerate(one, start=1):
        here = [n]
        for m, against in enumerate(other, start=1):
            here.append(min(last[m] + 1, here[-1] + 1, last[m - 1] + (char != against)))
        last = here
    return last[-1]


HEAD = f"\n{'':<20}{'pages':>6}{'chars':>8}{'accuracy':>10}{'figures':>9}{'whole':>8}{'printed':>9}" + (
    f"{'wrong':>7}{'caught':>8}{'false flags':>13}{'s/page':>8}"
)


def groups(scores: Sequence[Score]) -> Iterator[tuple[str, Sequence[Score]]]:
    for dpi in sorted({each.way[0] for each in scores}):
        yield f"{dpi} dpi", [each for each in scores if each.way[0] == dpi]
    for askew in sorted({abs(each.way[1]) for each in scores}):
        yield f"askew {askew:.0f}°", [each for each in scores if abs(each.way[1]) == askew]
    for name in NOISES:
        yield name, [each for each in scores if each.way[2] == name]
    yield "all", scores


def told(name: str, scores: Sequence[Score]) -> str:
    if not scores:
        return name
    chars, figures = sum(s.chars for s in scores), max(sum(s.figures for s in scores), 1)
    accuracy = 1 - sum(s.wrong_chars for s in scores) / max(chars, 1)
    whole, printed = (sum(getattr(s, key) for s in scores) / figures for key in ("whole", "printed"))
    wrong, caught, flags = (
        sum(getattr(s, key) for s in scores) for key in ("wrong", "caught", "false_flags")
    )
    seconds = sum(s.seconds for s in scores) / len(scores)
    return (
        f"{name:<20}{len(scores):>6}{chars:>8}{accuracy:>10.4f}{figures:>9}{whole:>8.3f}{printed:>9.3f}"
        f"{wrong:>7}{caught:>8}{flags:>13}{seconds:>8.1f}"
    )


if __name__ == "__main__":
    sys.exit(main())
