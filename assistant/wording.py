"""How a ledger row is put into words: the clause that prints it, headed by whose it is and of when."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from language.divisions import PARTS
from language.intended import INTENDED
from language.parted import part_measured
from language.period import find_periods
from language.period_label import period_text, year_told
from language.place import short_name
from language.proportions import find_proportions
from language.quantity import format_quantity
from language.text import fold, read
from vectorstore.ledger_rows import Figure

_EDGE = re.compile(r"[，；;。！？!?：\n]|(?<!\d),|,(?!\d{3})|(?<=[一-鿿]):")
_LEAD = re.compile(
    r"^(?:答[：:]|其中|同时|此外|另外|目前|以及|并且|并|且|而|也|还|这显然|数据显示|据了解|据悉|据统计|共(?![享建同识创治])"
    r"|不止于此|比如|例如|刚刚过去的|[“”\"'、,，。;:：)）—\s])+"
)
_OPENING = re.compile(
    r"^(?:答[：:]|其中|同时|此外|另外|并且|并|且|而|也|还|据了解|据悉|不止于此|比如|例如|[“”\"'、,，。;:：)）—\s])+"
)
_MODAL = {"target": "目标", "forecast": "预计", "rule": "政策标准"}
_SAYS_TARGET = re.compile(rf"目标|力争|计划|争取|确保|{INTENDED}|规划|将|预期|要")
_SAYS_FORECAST = re.compile(r"预计|有望|将|预期|可|后")


def is_cell(row: Figure) -> bool:
    """Whether the row was read from a table."""
    return "\t" in row.quote or " | " in row.quote


def value_text(row: Figure) -> str:
    """The figure as printed, with its qualifier: 110余个, 超2000亿元, 30个以上."""
    if "成" in row.raw:  # 四成多 is not printed as 40余%
        return f"{row.raw}多" if row.qualifier == "余" else row.raw
    return format_quantity(row.value, row.unit, qualifier=row.qualifier)


def clause_of(row: Figure, siblings: Sequence[Figure]) -> str:
    """The clause of the quote that prints the row, read without lay-out; neighbours' figures in a 、 list
    are left out."""
    if is_cell(row):
        return f"{row.metric}{value_text(row)}"
    at = row.raw_start - row.start
    quote = row.quote
    siblings = [other for other in siblings if not _in_brackets(quote, at, other.raw_start - row.start)]
    edges = _edges(quote)
    left = max((end for _, end in edges if end <= at), default=0)
    if (opened := _opened_before(quote, left, at)) >= 0:  # 达到二级（规范级，已改造）以上企业占52%
        left = max((end for _, end in edges if end <= opened), default=0)
    after = at + len(row.raw)
    right = min((start for start, _ in edges if start >= after), default=len(quote))
    for other in siblings:
        place = other.raw_start - row.start
        if other.raw_start == row.raw_start or not left <= place < right:
            continue
        if place < at and quote[place + len(other.raw) : at] in _JOINS:  # 43.5亿元和58.7亿元
            left = max(left, at)
        elif place > at and quote[after:place] in _JOINS:
            right = min(right, after)
        cut = quote.find("、", place, at) if place < at else quote.rfind("、", after, place)
        if place < at and cut >= 0:
            left = max(left, cut + 1)
        elif place > at and cut >= 0:
            right = min(right, cut)
    return tidy(quote[left:right])


@lru_cache(maxsize=4096)  # one rule after the other asks a row for it, and the next question does
def own_clause(row: Figure) -> str:
    """The clause of the quote that prints the row, with whatever other figures stand in it."""
    return clause_of(row, ())


def _opened_before(quote: str, left: int, at: int) -> int:
    """Where the bracket opens that is closed between `left` and `at` but not opened there; −1 if none is."""
    piece = quote[left:at]
    if piece.count("）") <= piece.count("（"):
        return -1
    return quote.rfind("（", 0, left)


def _in_brackets(quote: str, at: int, place: int) -> bool:
    """Whether what stands at `place` is inside brackets that do not hold `at`: 2个（甲市、乙市各1个）."""
    opened = quote.rfind("（", 0, max(place, 0))
    return opened > at and quote.find("）", opened) > place


_JOINS = ("和", "与", "及", "以及")


@lru_cache(maxsize=1024)  # the rows of a quote are told one after the other
def _edges(quote: str) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for match in _EDGE.finditer(quote))


@lru_cache(maxsize=2048)  # of the rows that a question may be about, asked for again and again
def tidy(text: str) -> str:
    """A piece of a quote read as one line, without the connectives at its head and open quotes."""
    return _quotes_closed(_LEAD.sub("", _restore(read(text).text).strip()).rstrip("，,；;。：:、 "))


def as_printed(text: str, *, goes_on: bool = False) -> str:
    """A sentence or some of its clauses on one line in the document's own characters; one that `goes_on` from
    the sentence shown before it keeps its connective."""
    plain = _restore("".join(text[at] for at in read(text).offsets[:-1])).strip()
    return _quotes_closed((plain if goes_on else _OPENING.sub("", plain)).rstrip("，,；;。：:、 "))


def _quotes_closed(text: str) -> str:
    if text.count("“") > text.count("”"):
        text += "”"
    return text.replace("”", "", 1) if text.count("”") > text.count("“") else text


def _restore(text: str) -> str:
    """Full-width punctuation again, as Chinese is printed."""
    for half, full in ((";", "；"), ("?", "？"), ("!", "！")):
        text = text.replace(half, full)
    for half, where, full in _HALVES:
        text = where.sub(full, text) if half in text else text
    return text


_HALVES = tuple(
    (half, re.compile(where), full)
    for half, where, full in (
        (",", r"(?<!\d),|,(?!\d)", "，"),
        ("(", r"(?<=[一-鿿”）])\(|\((?=[一-鿿])", "（"),
        (")", r"(?<=[一-鿿])\)", "）"),
        (":", r"(?<=[一-鿿”]):|:(?=[一-鿿“])", "："),
    )
)


def statement_of(rows: Sequence[Figure], siblings: Sequence[Figure]) -> str:
    """One statement for rows of one quote, in the order of the text:
    即墨区2025年一季度：签约…34个，总投资152.66亿元."""
    ordered = sorted(rows, key=lambda row: row.raw_start)
    clauses = list(dict.fromkeys(_told_apart(ordered, [_said(row, siblings) for row in ordered])))
    if ordered[0].is_growth and _GROWTH_ALONE.match(clauses[0]) and len(ordered[0].metric) > _BARE:
        clauses[0] = (
            f"{ordered[0].metric}{value_text(ordered[0])}"  # 开工率同比提升35.5%: of what stands before
        )
    elif ordered[0].is_growth and _GREW_SINCE.match(clauses[0], len("比")):
        clauses[0] = f"{_CHANGE.sub('', ordered[0].metric)}{clauses[0]}"
    clauses = [c for c in clauses if not any(c != other and c in other for other in clauses)]
    body = "，".join(_without_own_period(clause, ordered[0]) for clause in clauses)
    return headed(body, ordered)


def _told_apart(rows: Sequence[Figure], clauses: Sequence[str]) -> list[str]:
    """The clauses, those that say the same of several rows with what each measures: 完成投资6.5亿元 and
    完成投资2.7亿元 of two kinds of projects."""
    alike = Counter(_NUMBER.sub("", clause) for clause in dict.fromkeys(clauses))  # one clause may hold both
    if max(alike.values()) == 1 or len({row.metric for row in rows}) == 1:
        return list(clauses)
    return [
        f"{row.metric}{value_text(row)}" if alike[_NUMBER.sub("", clause)] > 1 else clause
        for row, clause in zip(rows, clauses, strict=True)
    ]


_NUMBER = re.compile(r"\d[\d.,]*")
_GROWTH_ALONE = re.compile(r"(?:同比|环比|[比较][去上]年|增长|下降|提[升高]|增加|减少)")
_CHANGE = re.compile(r"(?:同比)?(?:增长|增加|提高|提升|下降|减少)$")
_GREW_SINCE = re.compile(rf"20\d\d年{_CHANGE.pattern[:-1]}")
_BARE = 4  # characters of 同比增长, which measures nothing


def _said(row: Figure, siblings: Sequence[Figure]) -> str:
    """The clause, with the measure where the clause is a bare value out of a list: 34个 →
    签约亿元以上项目34个."""
    clause = clause_of(row, siblings)
    metric = _LISTED.sub("", row.metric).removesuffix("中")
    if row.is_growth and _GREW_SINCE.match(clause):  # 同比2020年增长48%、2019年增长14%
        clause = f"比{clause}"
    # A、B分别为49个 and 57个应为59个 would mislead
    bare = len(clause) <= len(value_text(row)) + 2 or bool(re.search(r"分别|应为|应是|应当为", clause))
    bare = bare or _RANKS.search(clause) is not None  # 后三位的是道真县14个 says nothing of what
    opened = clause.rfind("（")
    of_place = clause.removesuffix(value_text(row)) in (row.subject, short_name(row.subject))
    bare = (
        bare or of_place or (opened > clause.rfind("）") and clause.endswith(f"（{value_text(row)}"))
    )  # 前期项目（10个
    part = part_measured(metric)
    if "占" in metric and find_proportions(fold(clause)):  # 12.4:48.3:39.3 does not say which is asked for
        return f"{metric}{value_text(row)}（{clause}）"
    level = _OF_A_LEVEL.match(metric)
    if level and level.group() not in clause:  # 完成投资6.5亿元 of what is told of 省重点项目
        return f"{metric}{value_text(row)}"
    if part and not any(part[at : at + 2] in clause for at in range(len(part) - 1)):
        return f"{metric}{value_text(row)}"  # 总投资286.5亿元 of 新材料产业签约74个，总投资286.5亿元
    if bare and (2 <= len(metric) <= 20 or (metric and "应" in clause)):
        return f"{metric}{value_text(row)}"
    return clause


_OF_A_LEVEL = re.compile("(?:国家|[省市区县州])级?重[点大](?:建设|工业|产业)?项目(?=.*投资)")
_RANKS = re.compile(
    r"(?:[前后末][一二三四五六七八九十\d]+[位名]?|末位)的?(?:分别|依次)?(?:是|为)[^，,]{2,10}$"
)
# 三区市一季度签约亿元以上项目分别为49个、34个: of the list's measure, how many and when are said elsewhere.
_LISTED = re.compile(
    rf"^[一二三四五六七八九十]+(?:{PARTS}|市|区)|(?:20\d\d年)?[一二三四]季度|[上下]半年|20\d\d年"
)


def headed(body: str, rows: Sequence[Figure]) -> str:
    """The body with what the reader must know in front: whose, when, and that it is an aim."""
    first, body = rows[0], body.lstrip("，、；")
    head = ""
    if first.subject and not _names(first.subject, body):
        head = first.subject
        if (
            first.place
            and first.place != first.subject
            and not _names(first.place, head + body)
            and len(first.subject) < 6
        ):
            head = f"{first.place}{head}"
    periods = dict.fromkeys(row.period for row in rows if row.period)
    when = period_text(next(iter(periods))) if periods else ""
    if when and when not in body:
        head = f"{head}{when}"
    modal = _MODAL.get(first.modality, "")
    said = _SAYS_TARGET if modal == "目标" else _SAYS_FORECAST if modal == "预计" else None
    if (
        modal
        and (said is None or not re.search(r"目标|力争|计划|预计|有望|预期|任务", body))
        and all(row.modality == first.modality for row in rows)
    ):
        head = f"{head}{modal}" if head else modal
    return f"{head}：{body}" if head else body


def _names(subject: str, body: str) -> bool:
    return subject in body or (len(short_name(subject)) >= 2 and short_name(subject) in body)


def _without_own_period(clause: str, row: Figure) -> str:
    """今年一季度新签约75个 under a head that says 2025年一季度 needs no 今年一季度."""
    for period in find_periods(clause, reference=None if not row.period else _any_day(row.period)):
        if (
            period.start <= 4
            and not re.search(r"20\d\d", clause[period.start : period.end])
            and period.role == "time"
        ):
            rest = _LEAD.sub("", clause[period.end :])
            if (
                clause[: period.start].strip() in ("", "刚刚过去的", "在", "该区", "该市")
                and len(rest) >= 4
                and not re.fullmatch(r"\d{4}-\d\d-\d\d.*", row.period)
            ):
                return rest
    return clause


def _any_day(label: str):  # type: ignore[no-untyped-def]
    from datetime import date

    return date(year_told(label), 12, 31) if label[:4].isdigit() else None
