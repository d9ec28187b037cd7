"""How does a LangChain chain search the library? A BaseRetriever over the assistant's own retrieval."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from assistant.tracing import forbid_tracing
from vectorstore.search import Hit

if TYPE_CHECKING:
    from langchain_core.documents import Document as LangChainDocument
    from langchain_core.retrievers import BaseRetriever


def make_retriever(retrieve: Callable[..., list[Hit]], *, k: int) -> BaseRetriever:
    """A retriever that gives the passages of `retrieve(question, k=k)` as Documents, best first.

    `k` may be given again with `invoke(question, k=3)`. Documents carry an id, the same for the same passage,
    and document, title, section, page, start, end and score as metadata.
    """
    forbid_tracing()
    from langchain_core.callbacks import CallbackManagerForRetrieverRun
    from langchain_core.retrievers import BaseRetriever

    class LibraryRetriever(BaseRetriever):
        """Passages of the library."""

        k: int

        def _get_relevant_documents(
            self, query: str, *, run_manager: CallbackManagerForRetrieverRun, k: int | None = None
        ) -> list[LangChainDocument]:
            return [_document(hit) for hit in retrieve(query, k=self.k if k is None else k)]

    return LibraryRetriever(k=k)


def _document(hit: Hit) -> LangChainDocument:
    from langchain_core.documents import Document as LangChainDocument

    passage = hit.passage
    metadata: dict[str, Any] = {
        "document": hit.document.name, "title": hit.document.title, "section": passage.section,
        "page": passage.page, "start": passage.start, "end": passage.end, "score": hit.score,
    }  # fmt: skip
    return LangChainDocument(
        id=f"{passage.document_id}:{passage.start}-{passage.end}",
        page_content=passage.text,
        metadata=metadata,
    )
