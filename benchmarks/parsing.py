"""How many printed pages a second are read on one core, reading order included, and in how much memory?

    python benchmarks/parsing.py [--pages N]

Office pages (A4, one column) and newspaper pages (several columns, pictures, boxes) made by
tests/page_families.py, each read by `ingest.pdf.load` in processor time. The plain alternative in the same
run is pypdfium2's text of the same pages, in the order of the file. Then files made to be large: one page of
a million characters, a page of 200 inches, 2,000 pages; seconds and peak memory, each in its own process.
"""

from __future__ import annotations

import argparse
import io
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pypdfium2
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from page_designs import write
from page_families import BUILT_WITH, Family, design, one_column, over_pages

from ingest import pdf

_OFFICE: tuple[Family, ...] = (one_column, over_pages)
_CHARS = 1_000_000


def main(arguments: Sequence[str] | None = None) -> None:
    """Print pages a second for each kind of page, then what large files cost."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pages", type=int, default=120)
    parser.add_argument("--one", choices=_LARGE, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.one:
        _cost(options.one)
        return
    news = tuple(family for family in BUILT_WITH if family not in _OFFICE)
    for name, families in (("office", _OFFICE), ("newspaper", news)):
        _speed(name, families, wanted=options.pages)
    for name in _LARGE:
        subprocess.run([sys.executable, __file__, "--one", name], check=True)


def _speed(name: str, families: Sequence[Family], *, wanted: int) -> None:
    files = [
        write(design(family, seed).paper, "row")
        for seed in range(1 + wanted // len(families) // 2)
        for family in families
    ]
    chars = sum(len(pdf.load(data).text) for data in files)
    pages = sum(len(pypdfium2.PdfDocument(data)) for data in files)
    ours, plain = _seconds(pdf.load, files), _seconds(_plain, files)
    print(
        f"{name}: {pages} pages of {chars // pages} characters; zhaoda {pages / ours:.0f} pages/s, "
        f"pypdfium2's text {pages / plain:.0f} pages/s, ratio {plain / ours:.2f}"
    )


def _seconds(read: Callable[[bytes], object], files: Sequence[bytes]) -> float:
    began = time.process_time()
    for data in files:
        read(data)
    return time.process_time() - began


def _plain(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def _cost(name: str) -> None:
    data = _LARGE[name]()
    before = _peak()
    began = time.process_time()
    try:
        end = f"{len(pdf.load(data).text)} characters"
    except pdf.Unreadable as error:
        end = str(error)
    spent = time.process_time() - began
    print(f"{name}: {spent:.1f} s, {_peak() - before} MB above {before} MB; {end}")


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _million() -> bytes:
    return _made(
        A4,
        [
            [
                (20 + n % 60 * 9, 20 + n // 60 % 90 * 9, "签约项目亿元增长百分之九" * 2)
                for n in range(_CHARS // 24)
            ]
        ],
    )


def _vast() -> bytes:
    return _made(
        (14_400, 14_400),
        [[(x, y, "签约项目") for x in range(50, 14_000, 700) for y in range(50, 14_000, 700)]],
    )


def _long() -> bytes:
    return _made(
        A4,
        [
            [(60, 60 + 18 * n, f"第{page}页第{n}行，签约项目{n}个，总投资{page}亿元，") for n in range(40)]
            for page in range(2_000)
        ],
    )


def _made(size: tuple[float, float], pages: Sequence[Sequence[tuple[float, float, str]]]) -> bytes:
    stream = io.BytesIO()
    sheet = canvas.Canvas(stream, pagesize=size)
    for page in pages:
        sheet.setFont("STSong-Light", 8)
        for x, y, text in page:
            sheet.drawString(x, size[1] - y, text)
        sheet.showPage()
    sheet.save()
    return stream.getvalue()


_LARGE: dict[str, Callable[[], bytes]] = {
    "a page of a million characters": _million,
    "a page of 200 inches": _vast,
    "2000 pages": _long,
}

if __name__ == "__main__":
    main()
