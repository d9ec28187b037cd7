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
from vectorstore.document import Document
from vectorstore.ledger_rows import Figure, Project

_HEADS_A_COUNT = re.compile(r"[(（]\d+[个项][,，、][^()（）]*\d")  # 一、续建项目（8个，总投资96亿元）


def extract_figures(document: Document) -> tuple[Figure, ...]:
    """Every figure of the document's prose, lists, captions and tables, in its order."""
    reference = reference_date(document)
    found: list[Figure] = []
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
    cards = [card for told in lines.first(1) for card in card_projects(document, told.scene)]
    return tuple(_on_its_card(each, cards) for each in map(in_full, as_listed_before(found, document.text)))


def _on_its_card(figure: Figure, cards: Sequence[Project]) -> Figure:
    """总投资：26亿元 on a project's card is that project's, whatever place its investor is called after."""
    card = next((one for one in cards if one.start <= figure.raw_start < one.end), None)
    return replace(figure, subject=card.name, place=card.place) if card else figure
