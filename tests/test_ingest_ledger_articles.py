"""Articles of our own, of many places and kinds, read as a careful reader reads them.

The second batch was written after the rules had been mended on the first: docs/measurements.md tells what it
scored before anything was mended on it.
"""

from __future__ import annotations

import pytest
from ledger_articles import Article, read_articles
from ledger_score import f1

from eval.projects import score
from ingest.ledger.figures import extract_figures
from ingest.ledger.projects import extract_projects
from ingest.reading import read_file
from ingest.wire import Request
from vectorstore.document import Document

FLOORS = {"first": 0.95, "second": 0.92}


def document(article: Article) -> Document:
    """The article as it is read from a file that states title and date."""
    head = f'---\ntitle: "{article.title}"\npublished: {article.published}\n---\n'
    data = (head + article.text).encode()
    request = Request(
        document_id=article.name, source=article.name, name=article.name, sha256="", kind="text", data=data
    )
    return read_file(request).document


@pytest.mark.parametrize("batch", FLOORS)
def test_figures_of_unlike_articles_are_read_right(batch: str) -> None:
    articles = read_articles(batch)
    score_of_batch, faults = f1(articles, [extract_figures(document(article)) for article in articles])
    assert score_of_batch >= FLOORS[batch], "\n".join(faults)


@pytest.mark.parametrize("batch", FLOORS)
def test_projects_of_unlike_articles_are_found_and_nothing_is_invented(batch: str) -> None:
    articles = read_articles(batch)
    rows = [row.to_dict() for article in articles for row in extract_projects(document(article))]
    result = score(rows, [row for article in articles for row in article.projects])
    assert (result.recall or 0) >= 0.9
    assert not [one.gold["name"] for one in result.judged if one.invented]
