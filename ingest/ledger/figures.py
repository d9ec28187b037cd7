"""Which figures does a document state? Ledger rows: whose, what, how much, when, how real, and where."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.ledger.continued import as_listed_before, in_full
from ingest.ledger.headed_measures import of_the_head
from ingest.ledger.labels import label_of, of_its_group
from ingest.ledger.line_figures import line_figures
from ingest.ledger.narration import Grid, narrate, reference_date
from ingest.ledger.project_cards import card_projects
from ingest.ledger.proportions import proportion_figures
from ingest.ledger.table_figures import table_figures
from ingest.ledger.told_numbers import may_tell
from language.value import replace
from vectorstore.document import Block, Document
from vectorstore.ledger_rows import Figure, Project

_HEADS_A_COUNT = re.compile(r"[(（]\d+[个项][,，、][^()（）]*\d")  # 一、续建项目（8个，总投资96亿元）


def extract_figures(document: Document) -> tuple[Figure, ...]:
    """Every figure of the document's prose, lists, captions and tables, in its order."""
    reference = reference_date(document)
    found: list[Figure] = []
    headline: list[Figure] = []
    label = ""
    lines = narrate(document)
    for told in lines.up_to_last(may_tell):
        if isinstance(told, Grid):
            found += table_figures(document, told, reference=reference)
        elif told.block.kind != "heading" or _HEADS_A_COUNT.search(told.text):
            label = label_of(told, label)
            focus = told.scene.focus
            home = focus.name if focus else ""
            said = (*line_figures(document, told), *proportion_figures(document, told))
            rows = (of_its_group(figure, label, home=home) for figure in said)
            found += (of_the_head(row, told.text) for row in rows) if told.block.kind == "heading" else rows
        elif told.block is _opening(document) and _HEADLINE.search(told.text):
            headline += line_figures(document, told)
    found[:0] = _told_nowhere_else(headline, found)
    cards = [card for told in lines.first(1) for card in card_projects(document, told.scene)]
    return tuple(_on_its_card(each, cards) for each in map(in_full, as_listed_before(found, document.text)))


_HEADLINE = re.compile(  # 前三季度,宿迁新引进亿元以上项目390个
    r"(?:签约|引进|落户|落地|开工|投产|到位|利用外资)[^,;。!?]{0,16}\d[\d.]*(?:个|[万亿]?美?元)"
)


def _opening(document: Document) -> Block | None:
    return document.blocks[0] if document.blocks else None


def _told_nowhere_else(headline: Sequence[Figure], told: Sequence[Figure]) -> list[Figure]:
    """What only the headline says of its place and time: what the text tells again, it tells better."""
    again = {(row.value, row.unit) for row in told}
    return [
        row
        for row in headline
        if row.period
        and row.subject == row.place
        and row.modality == "actual"
        and (row.value, row.unit) not in again
    ]


def _on_its_card(figure: Figure, cards: Sequence[Project]) -> Figure:
    """总投资：26亿元 on a project's card is that project's, whatever place its investor is called after."""
    card = next((one for one in cards if one.start <= figure.raw_start < one.end), None)
    return replace(figure, subject=card.name, place=card.place) if card else figure
