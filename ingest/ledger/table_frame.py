"""What holds for all cells of a table: whose it is, what its caption measures, its year and its units?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from ingest.ledger.narration import Grid
from ingest.ledger.topics import Scene
from ingest.tables.context import stated_units, without_unit_line
from ingest.tables.grid import TableGrid
from language.divisions import PARTS
from language.period import find_periods
from language.place import Place
from language.text import close_to_numbers, fold
from vectorstore.document import Document

_CAPTION_MARK = re.compile(
    r"^(?:附?[表图]\s?[\d一二三四五六七八九十]*(?:[-.]\d+)?[:\s]*|\(?[一二三四五六七八九十]{1,3}[)、]\s*)"
)
_NUMBERED = re.compile(r"\s(?=附?[表图]\s?[\d一二三四五六七八九十])")
_CAPTION_TAIL = re.compile(
    r"(?:完成|推进|运行|进展|统计|汇总|对照|分布)*(?:情况|进度|一览|通报|明细)*(?:统计|汇总|对照|一览)*表?$"
)
_GRANTED = re.compile(r"比例|标准|奖励|补贴|补助")
_LIMITED = re.compile(r"上限|封顶|门槛|最高")
_SOME_YEAR = 2000  # only the words of a period are wanted


@dataclass(frozen=True, kw_only=True)
class Frame:
    """What holds for all cells of one table."""

    document: Document
    scene: Scene
    reference: date | None
    year: int
    grid: TableGrid
    caption: str
    above: str
    measure: str
    titled: bool
    units: tuple[str, ...]
    place: Place | None
    tiers: bool

    @property
    def subject(self) -> str:
        """Whose the table is where a cell names nobody."""
        if self.place is not None:
            return self.place.name
        if self.scene.topic is not None:
            return self.scene.topic.subject
        return self.scene.focus.name if self.scene.focus else ""


def frame_of(document: Document, told: Grid, grid: TableGrid, reference: date | None) -> Frame:
    """What a reader knows of a table before its cells: from its title, heading, caption and first row."""
    scene, context = told.scene, told.context
    first = fold(document.text[told.block.start : told.block.end].partition("\n")[0])
    inside = first if len(first.split("\t")) == 1 and "|" not in first else ""
    caption = close_to_numbers(context.caption)
    said = [fold(document.title), close_to_numbers(told.heading), caption, close_to_numbers(inside)]
    named = [mention.place for mention in scene.places.find(caption)]
    titles = caption or said[1] or said[0]
    dated = re.search(r"(?<!\d)((?:19|20)\d\d)(?!\d)", " ".join(said))
    year = int(dated[1]) if dated else reference.year if reference else _SOME_YEAR
    own_units = stated_units(grid.headers[grid.label]) or stated_units(inside)
    return Frame(
        document=document,
        scene=scene,
        reference=reference,
        year=year,
        grid=grid,
        caption=without_unit_line(" ".join(dict.fromkeys(filter(None, said)))),
        above=without_unit_line(f"{caption} {inside}".strip()),
        measure=_caption_measure(titles, scene, year),
        titled=bool(context.caption),
        units=own_units or context.units or stated_units(" ".join(said)),
        place=named[-1] if _lies_in_row(named) else None,
        tiers=_grants(grid.headers),
    )


def _grants(headers: tuple[str, ...]) -> bool:
    """Whether a table lays down tiers: a share or an amount in one column, its cap or threshold beside."""
    return any(map(_GRANTED.search, headers)) and any(map(_LIMITED.search, headers))


def _lies_in_row(places: list[Place]) -> bool:
    """合肥市蜀山区 names one place, by the one it lies in."""
    return bool(places) and all(place.name in (places[-1].city, places[-1].name) for place in places)


def _caption_measure(text: str, scene: Scene, year: int) -> str:
    """What a caption says is measured: 表1 合肥市2024年到位资金进度 → 到位资金."""
    own = _NUMBERED.split(without_unit_line(text).strip())[-1]  # 关于…的通报 表1 到位资金
    bare = without_period(_CAPTION_MARK.sub("", own), year)
    for mention in reversed(scene.places.find(bare)):
        bare = bare[: mention.start] + bare[mention.end :]
    bare = re.sub(
        rf"^(?:[、和]?(?:各?(?:{PARTS}|[区市县旗州盟])|开发区|功能区|园区)|分[^\s]{{1,3}}|关于)+|[(]\s*[)]",
        "",
        bare.strip(),
    )
    return _CAPTION_TAIL.sub("", bare.strip())[-20:]


def without_period(text: str, year: int) -> str:
    """The text without the words that name a time; a quarter of no stated year is one of `year`."""
    for period in reversed(find_periods(text, reference=date(year, 12, 31), year=year)):
        text = text[: period.start] + text[period.end :]
    return re.sub(r"(?:19|20)\d\d(?!\d)", "", text).strip(" ,、-—")
