"""The rows that paragraphs make, each in one line: whose, what, how much, when; ! marks what is no fact."""

from __future__ import annotations

from ingest.ledger.figures import extract_figures
from vectorstore.document import Block, Document


def short_rows(*paragraphs: str, title: str = "", day: str) -> set[str]:
    """`subject|metric|value and unit|period` of every figure of a paper with this title and date."""
    blocks, at = [], 0
    for one in paragraphs:
        blocks.append(Block(kind="paragraph", start=at, end=at + len(one)))
        at += len(one) + 1
    text = "\n".join(paragraphs)
    document = Document(
        id="d", name="d.txt", text=text, title=title, reference_date=day, blocks=tuple(blocks)
    )
    return {
        f"{row.subject}|{row.metric}|{row.value.normalize():f}{row.unit}|{row.period}"
        f"{'' if row.modality in ('actual', 'planned_total') else '!'}"
        for row in extract_figures(document)
    }
