"""Under which article does each citation of an answer stand?"""

from __future__ import annotations

from dataclasses import replace

from assistant.answer import Answer
from assistant.collection import Collection
from language.provisions import provisions_of


def with_articles(answer: Answer, collection: Collection) -> Answer:
    """The answer, citations of papers of articles saying 第二章 … / 第三条第（二）项."""
    cited = []
    for citation in answer.citations:
        provisions = provisions_of(collection.text(citation.document_id))
        path = provisions.path(citation.start) if provisions else ""
        cited.append(replace(citation, section=path or citation.section))
    return replace(answer, citations=tuple(cited))
