"""How do pictures of pages become lines of type? Recognised, stood upright, each where it is printed."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ingest.layout.printed import Sheet
from ingest.ocr import INSTALL, Pixels, ReadPicture, read_picture
from ingest.scan_lines import lines_of
from ingest.wire import MOST_SCAN_S

HOW_TO_READ = f"要读扫描件，请先运行 {INSTALL} 安装文字识别，再导入一次"
OnPage = Callable[[int, int], object]  # told (pages read, pages to read)


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A page that is a picture: its number from 1, its size in points."""

    number: int
    width: float
    height: float


def read_scans(
    pictures: Sequence[Picture],
    *,
    render: Callable[[int], Pixels],
    on_page: OnPage,
    most_s: float = MOST_SCAN_S,
) -> Mapping[int, Sheet]:
    """The sheets of these pages by number, lines in no order; fewer than asked for if time runs out.

    Raises: NeedsOcr where character recognition is not installed.
    """
    began = time.monotonic()
    sheets: dict[int, Sheet] = {}
    for picture in pictures:
        if sheets and time.monotonic() - began > most_s:
            break
        sheets[picture.number] = sheet_of(read_picture(render(picture.number)), picture)
        on_page(len(sheets), len(pictures))
    return sheets


def unread_note(pages: Sequence[int]) -> str:
    """Pages that are pictures, where they cannot be read."""
    return f"第{_listed(pages)}页是图片，其中的文字没有读入；{HOW_TO_READ}"


def late_note(pages: Sequence[int]) -> str:
    """Pages for which there was no time."""
    spent = f"文字识别已用满{MOST_SCAN_S / 60:.0f}分钟"
    return f"{spent}，第{_listed(pages)}页没有读入；请把这些页另存为一个文件再导入"


def _listed(pages: Sequence[int]) -> str:
    """1、3—7、9: the numbers, runs of them joined."""
    runs: list[list[int]] = []
    for page in sorted(pages):
        if runs and page == runs[-1][-1] + 1:
            runs[-1] = [runs[-1][0], page]
        else:
            runs.append([page])
    return "、".join("—".join(map(str, run)) for run in runs)


def sheet_of(read: ReadPicture, picture: Picture) -> Sheet:
    """The page with its lines, in no order."""
    across = picture.height if read.quarter_turns % 2 else picture.width
    lines = lines_of(read, page=picture.number, scale=across / max(read.width, 1))
    return Sheet(number=picture.number, width=picture.width, height=picture.height, lines=tuple(lines))
