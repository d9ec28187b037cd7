"""Is a ledger row of the place asked about, or of the project or organisation named?"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.choice import shipped_chooser
from assistant.matching import RELATED, term_match
from assistant.names import alike, core_name
from assistant.question import QuestionFrame
from assistant.wording import is_cell, own_clause
from language.nation import names_whole, whole_asked
from language.text import fold
from language.words import tagged
from vectorstore.ledger_rows import Figure

# 增速超过全国平均水平（5.5%) tells the country's rate beside the city's
_BESIDE_ALL = re.compile(r"[于过及到]全国[一-鿿]{0,8}[（(]$")


def fits_place(row: Figure, frame: QuestionFrame) -> bool:
    """Whether the row is of a place asked about, or of a project or organisation named in the question."""
    whole = whole_asked(frame.text)
    if whole and row.subject != whole and not names_whole(own_clause(row), whole):
        return False
    if frame.names:
        return any(name_fits(row, name) for name in (*frame.names, *frame.surfaces))
    if not frame.place_names:
        return True
    own = row.subject in frame.place_names or row.place in frame.place_names
    return own and not (
        _BESIDE_ALL.search(row.quote, 0, row.raw_start - row.start) and "全国" not in frame.text
    )


def name_fits(row: Figure, name: str) -> bool:
    """Whether the row is the named thing's: its subject, or told in the sentence of a row that is of no other
    thing."""
    core = core_name(name).removeprefix(row.place)  # the 夷陵区产业引导基金 is 产业引导基金 in 夷陵区's paper
    if _is_of(row.subject, core) and (row.subject != row.place or core in core_name(row.subject)):
        return True  # but a zone that stands in the name of a park is not the park
    of_place = row.subject in ("", row.place)
    clause = fold(own_clause(row))
    if of_place and core not in clause and is_behind(core, row):
        return False
    of_other = core_name(row.subject) in clause  # 包括总投资54亿元的A、B: the amount is A's
    return core in fold(row.quote) and (of_place or (core in clause and not of_other))


def is_behind(core: str, row: Figure) -> bool:
    """全市签约68个，投资466亿元；甲产业园有序推进: what a later item names is not what is told before."""
    quote = fold(row.quote)
    end = row.raw_start - row.start + len(row.raw)
    at = quote.find(core)
    return at > end and ";" in quote[end:at]


def is_of_named(row: Figure, frame: QuestionFrame) -> bool:
    """Whether a row's own subject is a project or organisation that the question names."""
    return any(_is_of(row.subject, core_name(name)) for name in frame.names)


def is_of_unnamed_thing(row: Figure, frame: QuestionFrame) -> bool:
    """Whether the row is a project's or a body's, and the question names another that nobody has listed:
    翰博背光模组项目总投资 is not what 歌尔光学模组项目 costs."""
    if row.subject == row.place or frame.names or frame.places:
        return False
    beside = row.quote if is_cell(row) else own_clause(row)  # the row of a table names who invests
    told = fold(row.subject + row.metric + beside)
    return any(
        len(term) > 1 and shipped_chooser().rarity(term) >= _SINGULAR and term_match(term, told) < RELATED
        for term in frame.terms
        if tagged(term)[-1].tag[:1] in "nx"
    )


_SINGULAR = 4.5  # the rarity from which a noun singles something out


@lru_cache(maxsize=4096)  # a question's rows are of few subjects
def _is_of(subject: str, core: str) -> bool:
    own = core_name(subject)
    return core in own or (len(own) >= 3 and own in core) or alike(core, own)
