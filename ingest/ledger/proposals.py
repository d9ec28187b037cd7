"""Which rows does a chat model add to a document's ledger? Those whose every word and number is printed.

The model only points: at a sentence, an amount in it, whose it is and what it measures, or at a project's
name. Value, unit, period, modality, stage and investment are read from that sentence by our own readers; what
does not stand there is dropped and counted.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.errors import ModelSilent
from ingest.ledger.cast import Topic, place_topic
from ingest.ledger.figure_row import figure_of
from ingest.ledger.named import Named
from ingest.ledger.narration import Line, narrate
from ingest.ledger.projects import mention_of
from ingest.ledger.topics import default_topic
from ingest.wire import Reading
from language.naming import is_generic
from language.project_name import same_project
from language.quantity import find_quantities
from language.text import fold
from vectorstore.document import Document, Passage
from vectorstore.ledger_rows import Figure, Project

Propose = Callable[[str, str], str]  # (section, passage) → what the model says; raises ModelSilent
_SHORTEST, _LONGEST = 2, 40
_STATES_AMOUNTS = re.compile(r"[0-9０-９]|[一二三四五六七八九十百千]+[个家项亿万]")


@dataclass(frozen=True, kw_only=True)
class Proposals:
    """The rows that passed, how many did not, and whether the model fell silent before the end."""

    figures: tuple[Figure, ...] = ()
    projects: tuple[Project, ...] = ()
    dropped: int = 0
    silent: bool = False


@dataclass(frozen=True, kw_only=True)
class _Said:
    """One item of a model's answer: every field a text, "" where it gave none."""

    kind: str
    quote: str
    subject: str = ""
    metric: str = ""
    amount: str = ""
    name: str = ""
    investor: str = ""


def proposed_rows(reading: Reading, propose: Propose) -> Proposals:
    """The rows a model proposes for what was read, without those already in its ledger."""
    document = reading.document
    lines = [line for line in narrate(document) if isinstance(line, Line)]
    figures: dict[int, Figure] = {row.raw_start: row for row in reading.figures}
    projects = list(reading.projects)
    dropped = 0
    silent = False
    for passage in reading.passages:
        if not _STATES_AMOUNTS.search(passage.text):
            continue
        try:
            said = list(_items(propose(passage.section, passage.text)))
        except ModelSilent:
            silent = True
            break
        told = [line for line in lines if passage.start <= _start(line) < passage.end]
        for item in said:
            row = _figure(document, item, told, passage) if item.kind == "figure" else None
            project = _project(document, item, told) if item.kind == "project" else None
            if row is not None:
                figures.setdefault(row.raw_start, row)
            elif project is not None:
                projects += [] if _is_known(project, projects) else [project]
            else:
                dropped += 1
    known = {row.raw_start for row in reading.figures}
    return Proposals(
        figures=tuple(row for start, row in figures.items() if start not in known),
        projects=tuple(projects[len(reading.projects) :]),
        dropped=dropped,
        silent=silent,
    )


def with_proposals(reading: Reading, proposals: Proposals) -> Reading:
    """What was read, its ledger rows in the order of the text with the proposed ones among them."""
    figures = sorted((*reading.figures, *proposals.figures), key=lambda row: row.raw_start)
    return replace(reading, figures=tuple(figures), projects=(*reading.projects, *proposals.projects))


def _items(answer: str) -> Iterator[_Said]:
    """The items of a model's JSON; nothing where it is none."""
    begin, end = answer.find("{"), answer.rfind("}")
    try:
        told = json.loads(answer[begin : end + 1]) if 0 <= begin < end else {}
    except ValueError:
        return
    for kind in ("figure", "project"):
        listed = told.get(f"{kind}s") if isinstance(told, dict) else None
        for item in listed if isinstance(listed, list) else ():
            fields = item if isinstance(item, dict) else {}
            texts = {key: fold(value).strip() for key, value in fields.items() if isinstance(value, str)}
            wanted = ("quote", "subject", "metric", "amount", "name", "investor")
            yield _Said(kind=kind, **{key: texts.get(key, "") for key in wanted})


def _start(line: Line) -> int:
    return line.reading.source(0, len(line.text)).start


def _line_of(item: _Said, lines: Sequence[Line]) -> Line | None:
    """The sentence that holds the quote, word for word."""
    return next((line for line in lines if item.quote and item.quote in line.text), None)


def _figure(document: Document, item: _Said, lines: Sequence[Line], passage: Passage) -> Figure | None:
    line = _line_of(item, lines)
    if line is None or item.amount not in item.quote or not item.amount:
        return None
    since = line.text.index(item.quote)
    until = since + len(item.quote)
    read = [
        one for one in find_quantities(line.text)
        if since <= one.start and one.end <= until and one.unit
        and item.amount in (line.text[one.start : one.end], line.text[one.outer_start : one.outer_end])
    ]  # fmt: skip
    around = f"{line.text}\n{line.heading}\n{fold(passage.section)}\n{fold(document.title)}"
    named = _SHORTEST <= len(item.subject) <= _LONGEST and item.subject in around
    measured = _SHORTEST <= len(item.metric) <= _LONGEST and set(item.metric) <= set(around)
    if not read or not named or not measured:
        return None
    row = figure_of(document, line, read[0], topic=_topic(item.subject, line), threshold="")
    certain = document.is_certain(row.raw_start, row.raw_start + len(row.raw))
    return replace(row, metric=item.metric, certain=certain)


def _topic(subject: str, line: Line) -> Topic:
    place = line.scene.places.get(subject)
    if place is not None:
        return place_topic(place)
    return Topic(subject=subject, place=default_topic(line.scene).place, kind="organisation")


def _project(document: Document, item: _Said, lines: Sequence[Line]) -> Project | None:
    line = _line_of(item, lines)
    sized = 2 * _SHORTEST <= len(item.name) <= _LONGEST
    if line is None or not sized or item.name not in item.quote or is_generic(item.name):
        return None
    start = line.text.index(item.name)
    named = Named(name=item.name, start=start, end=start + len(item.name))
    row = mention_of(document, line, named, since=0, until=len(line.text))
    printed = item.investor in line.text and line.scene.places.get(item.investor) is None
    return replace(row, investor=item.investor) if item.investor and printed else row


def _is_known(row: Project, others: Sequence[Project]) -> bool:
    names = (name for other in others for name in (other.name, *other.aliases))
    return any(same_project(name, row.name) for name in names)
