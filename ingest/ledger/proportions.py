"""Which rows does a proportion make: 三次产业结构由13.7:46.4:39.9调整为12.4:48.3:39.3?"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from ingest.ledger.cast import Cast
from ingest.ledger.figure_row import figure_of
from ingest.ledger.narration import Line
from ingest.ledger.owners import subject_of
from language.period_label import label_before
from language.proportions import Proportion, Share, find_proportions
from language.quantity import Quantity
from language.value import replace
from vectorstore.document import Document
from vectorstore.ledger_rows import Figure

_OF_WHOLE = "占地区生产总值比重"
_YEAR_BEFORE = re.compile("[上去]年")


def proportion_figures(document: Document, line: Line) -> Iterator[Figure]:
    """A row for each share of each proportion of a sentence; what was before it only where dated."""
    told = find_proportions(line.text)
    if not told:
        return
    since = _since(told[-1], line)
    for one in told:
        period = _before(one, since, line) if one.former else since
        if period or not one.former:
            yield from _rows(document, line, one, period)


_RESPECTIVELY = re.compile(
    r"(?P<sectors>三次产业|(?:第?[一二三](?:产业)?[、和及与])+第?[一二三](?:次)?产业)(?P<of>[^,;。\d]{0,20}?)分别"
    r"(?:为|是|达到?)?(?P<change>[^,;。\d]{0,4})"
)
_ORDINAL = re.compile("[一二三]")
_LIST = re.compile("[、,和与及]")


def sector_measures(kept: Sequence[Quantity], cast: Cast) -> dict[int, str]:
    """By the start of each figure, of which sector it is: 三次产业对增长的贡献率分别为7.2%、45.1%和47.7%."""
    told = _RESPECTIVELY.search(cast.text) if "产业" in cast.text and "分别" in cast.text else None
    if told is None:
        return {}
    named = "一二三" if told["sectors"] == "三次产业" else "".join(_ORDINAL.findall(told["sectors"]))
    listed = [one for one in kept if one.outer_start >= told.end()][: len(named)]
    gaps = [cast.text[one.outer_end : other.outer_start] for one, other in itertools.pairwise(listed)]
    if len(listed) < len(named) or listed[0].outer_start != told.end() or not all(map(_LIST.fullmatch, gaps)):
        return {}
    measure = f"{told['of']}{told['change']}"
    return {one.start: f"第{n}产业{measure}" for one, n in zip(listed, named, strict=True)}


def _since(held: Proportion, line: Line) -> str:
    """The period of which the last proportion holds, "" where its row is dated as any other."""
    opens = max(line.text.rfind("由", 0, held.start), line.text.rfind("从", 0, held.start))
    if opens < 0:
        return ""
    own = [one for one in line.cast.periods if opens < one.start < held.start and one.role == "time"]
    between = own[1:] if len(own) > 1 else []
    if between:
        return between[-1].label
    ahead = [one for one in line.cast.periods if one.end <= opens and one.role == "time"]
    last = ahead[-1] if ahead else line.period or line.term
    return last.label if last else ""


def _before(former: Proportion, since: str, line: Line) -> str:
    """Of when the first is: the year it names, or 上年, which is the one before the last proportion's."""
    opens = max(line.text.rfind("由", 0, former.start), line.text.rfind("从", 0, former.start))
    if _YEAR_BEFORE.search(line.text, opens, former.start):
        return label_before(since, years=True) if since else ""
    named = [one for one in line.cast.periods if opens < one.start < former.start]
    return named[-1].label if named and named[-1].label != since else ""


def _rows(document: Document, line: Line, proportion: Proportion, period: str) -> Iterator[Figure]:
    """The rows of the three shares, which are of one place and of one time."""
    first = _quantity(proportion.shares[0])
    topic = subject_of(first, line.cast, line.scene)
    row = replace(figure_of(document, line, first, topic=topic, threshold=""), is_growth=False)
    if period:
        row = replace(row, period=period, period_basis="relative")
    for share in proportion.shares:
        raw = line.reading.source(share.span.start, share.span.end)
        yield replace(
            row,
            metric=f"{share.part}{_OF_WHOLE}",
            value=share.percent,
            raw=document.text[raw.start : raw.end],
            raw_start=raw.start,
        )


def _quantity(share: Share) -> Quantity:
    start, end = share.span.start, share.span.end
    return Quantity(value=share.percent, unit="%", start=start, end=end, outer_start=start, outer_end=end)
