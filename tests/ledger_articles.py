"""Reads our own annotated articles: what a careful reader takes from each, as rows a scorer can judge.

An article opens with `=== title | date`; its text follows; then `--- figures`, a line each
(`raw | value unit | subject/alternatives | period/alternatives | modality/alternatives`, a leading ? where
the figure need not be found, - for an empty period), and `--- projects`
(`name | investor/alternatives | place/alternatives | value unit | stage/alternatives`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

Row = dict[str, object]

FOLDER = Path(__file__).parent / "data" / "ledger"


@dataclass(frozen=True, kw_only=True)
class Article:
    """A text with its date and the rows a careful reader would write."""

    name: str
    title: str
    published: str
    text: str
    figures: tuple[Row, ...]
    projects: tuple[Row, ...]


def read_articles(batch: str) -> list[Article]:
    """The articles of one file, in its order."""
    pieces = re.split(r"^=== ", (FOLDER / f"{batch}.txt").read_text("utf-8"), flags=re.MULTILINE)[1:]
    return [_article(f"{batch}-{number:02d}.md", piece) for number, piece in enumerate(pieces, start=1)]


def _article(name: str, piece: str) -> Article:
    head, _, rest = piece.partition("\n")
    title, _, published = head.partition(" | ")
    body, *parts = re.split(r"^--- (\w+)\n", rest, flags=re.MULTILINE)
    told = dict(zip(parts[::2], parts[1::2], strict=True))
    text = f"# {title}\n\n" + "\n\n".join(body.strip().splitlines()) + "\n"
    return Article(
        name=name,
        title=title,
        published=published,
        text=text,
        figures=tuple(_figures(name, text, told.get("figures", ""))),
        projects=tuple(_project(name, line) for line in told.get("projects", "").splitlines() if line),
    )


def _figures(name: str, text: str, lines: str) -> list[Row]:
    rows: list[Row] = []
    at = text.index("\n")
    for line in filter(None, lines.splitlines()):
        raw, amount, subject, period, modality = (field.strip() for field in line.split("|"))
        optional = raw.startswith("?")
        raw = raw.lstrip("?")
        at = _place_of(raw, text, at)
        begin = max(text.rfind(mark, 0, at) for mark in "。；\n") + 1
        value, unit = amount.split()
        row: Row = {"doc": name, "raw": raw, "quote": text[begin : at + len(raw)], "optional": optional}
        row |= {"value": float(value), "unit": unit, "metric": raw}
        row |= _chosen("subject", subject) | _chosen("period", period) | _chosen("modality", modality)
        rows.append(row)
        at += len(raw)
    return rows


def _place_of(raw: str, text: str, at: int) -> int:
    """Where `raw` stands as a number of its own, from `at` on if it does, else anywhere."""
    whole = re.compile(rf"(?<![\d.,]){re.escape(raw)}")
    match = whole.search(text, at) or whole.search(text, text.index("\n"))
    assert match, raw
    return match.start()


def _project(name: str, line: str) -> Row:
    title, investor, place, amount, stage = (field.strip() for field in line.split("|"))
    row: Row = {"doc": name, "name": title, "aliases": [], "optional": False}
    row |= _chosen("investor", investor) | _chosen("place", place)
    value, _, unit = amount.partition(" ")
    row |= {"investment_value": None if value == "-" else float(value), "investment_unit": unit}
    stages = re.findall(r"投产/运营|竣工|主体/封顶|开工/在建|落户/注册|签约|储备/在谈|计划", stage) or [""]
    return row | {"stage": stages[0], "alt_stage": stages[1:], "quote": title}


def _chosen(field: str, said: str) -> Row:
    """The first of the alternatives, the others as alt_*; - is empty."""
    first, *others = ["" if one == "-" else one for one in said.split("/")]
    return {field: first, f"alt_{field}": list(others)}
