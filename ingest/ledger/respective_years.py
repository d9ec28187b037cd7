"""Of which year is each figure of a list: 2012年、2013年和2014年10亿元以上项目分别有15个、29个和33个?"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from ingest.ledger.cast import Cast
from ingest.ledger.metric_words import CHANGES, bare
from ingest.ledger.paired_measures import behind_its_place
from ingest.ledger.respective import RESPECTIVE, listed_after
from language.period import Period
from language.quantity import Quantity
from language.value import replace, value
from vectorstore.ledger_rows import Figure

_JOINS = ("、", "和", "与", "及")
_CHANGE = re.compile(rf"(?:同比)?{CHANGES}了?$")


@value
class OfYear:
    """What one figure of such a list measures, and of when; `change` says how it rose over that year."""

    period: Period
    measure: str
    change: str = ""

    def applied(self, figure: Figure) -> Figure:
        """The figure with its own year, or told against it."""
        if self.change:
            year = f"{self.period.label[:4]}年"
            return replace(figure, metric=f"{self.measure}比{year}{self.change}", is_growth=True)
        measure = self.measure or figure.metric  # 一、二季度分别签约12个、15个
        return replace(figure, metric=measure, period=self.period.label, period_basis=self.period.basis)


def respective_years(kept: Sequence[Quantity], cast: Cast) -> dict[int, OfYear]:
    """By the start of each figure behind 分别 that has a year of its own, what it is of."""
    found: dict[int, OfYear] = {}
    for match in RESPECTIVE.finditer(cast.text) if "分别" in cast.text and cast.periods else ():
        after = listed_after(match, list(kept), cast)
        years = _spread(_listed_before(match.start(), cast), len(after), cast, at=match.start())
        if len(years) < 2 or len(years) != len(after):
            continue
        change = _CHANGE.search(cast.text[match.start() : after[0].outer_start])
        against = cast.text[years[0].start - 1 : years[0].start] in ("比", "较")
        if bool(change) != against:
            continue
        begin, _ = cast.clause_at(years[0].start)
        own = max(years[-1].end, cast.clause_at(match.start())[0])
        own = behind_its_place(own, cast) if own < match.start() else own
        told = cast.text[begin : years[0].start - 1] if against else cast.text[own : match.start()]
        measure = bare(re.sub(r"^\d[^,]*年", "", told))
        way = change.group() if change else ""
        if measure or not change:
            found |= {
                one.start: OfYear(period=year, measure=measure, change=way)
                for one, year in zip(after, years, strict=True)
            }
        if not change:
            found |= _of_the_same_years(after, years, list(kept), cast)
    return found


def _of_the_same_years(
    after: Sequence[Quantity], years: Sequence[Period], kept: list[Quantity], cast: Cast
) -> dict[int, OfYear]:
    """到位资金42亿元、55亿元、70亿元 behind the first list: as many figures are of the same years."""
    found: dict[int, OfYear] = {}
    rest = [one for one in kept if one.start > after[-1].start]
    while len(rest) >= len(years):
        listed, begin = rest[: len(years)], cast.clause_at(rest[0].start)[0]
        gaps = [cast.text[a.outer_end : b.outer_start] for a, b in itertools.pairwise(listed)]
        measure = bare(cast.text[begin : listed[0].outer_start])
        timed = any(begin <= one.start < listed[-1].end for one in cast.periods)
        if timed or not measure or begin <= after[-1].start or not all(gap in _JOINS for gap in gaps):
            break
        pairs = zip(listed, years, strict=True)
        found |= {one.start: OfYear(period=year, measure=measure) for one, year in pairs}
        after, rest = listed, rest[len(years) :]
    return found


_YEARS = re.compile(r"(?P<first>\d{4})\.\.(?P<last>\d{4})")


def _spread(told: list[Period], count: int, cast: Cast, *, at: int) -> list[Period]:
    """2021, 2022 and 2023 of 2021—2023年分别到位88亿元、97亿元、109亿元; the quarters of 前三季度分别为…; but
    of 前三季度，甲县、乙县、丙县分别到位… the term, which is that of each county."""
    if len(told) != 1 or count < 2 or any(join in cast.text[told[0].end : at] for join in _JOINS):
        return told
    whole = told[0]
    if (years := _YEARS.fullmatch(whole.label)) is not None:
        first, last = int(years["first"]), int(years["last"])
        parts = [str(year) for year in range(first, last + 1)]
    else:
        in_quarters = cast.text[whole.start : whole.end].endswith("季度") and whole.label.endswith("-09")
        parts = [f"{whole.label[:4]}-Q{n}" for n in (1, 2, 3)] if in_quarters else []
    return [replace(whole, label=part) for part in parts] if len(parts) == count else told


def _listed_before(position: int, cast: Cast) -> list[Period]:
    """The last run of periods joined by 、 and 和 before a position of the same sentence."""
    run: list[Period] = []
    for period in cast.periods:
        if period.end > position:
            break
        joined = run and cast.text[run[-1].end : period.start] in _JOINS
        run = [*run, period] if joined else [period]
    return run
