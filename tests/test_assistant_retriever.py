"""Is the retriever a LangChain retriever, and does what it finds stand in the documents?"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from langchain_core.retrievers import BaseRetriever
from langchain_tests.integration_tests import RetrieversIntegrationTests

from assistant.retriever import make_retriever
from vectorstore.document import Document, Passage
from vectorstore.search import Hit

TEXT = "即墨区签约34个。城阳区签约49个。莱西市签约75个。平度市签约93个。"


def retrieve(question: str, *, k: int = 10) -> list[Hit]:
    """The sentences of `TEXT`, those that share most characters with the question first."""
    document = Document(id="d1", name="一季度观察.txt", text="", title="一季度观察")
    spans = [(start, TEXT.index("。", start) + 1) for start in (0, 9, 18, 27)]
    hits = [
        Hit(document=document, score=len(set(question) & set(TEXT[start:end])) / 10, found_by=("lexical",),
            passage=Passage(document_id="d1", ordinal=number, start=start, end=end, text=TEXT[start:end],
                            section="一、签约", page=2))
        for number, (start, end) in enumerate(spans)
    ]  # fmt: skip
    return sorted(hits, key=lambda hit: -hit.score)[:k]


def build(**parameters: int) -> BaseRetriever:
    return make_retriever(retrieve, k=parameters.get("k", 3))


@pytest.fixture
def anyio_backend() -> str:
    """What runs the suite's asynchronous tests."""
    return "asyncio"


@pytest.mark.anyio
class TestLangChainSuite(RetrieversIntegrationTests):
    """The standard suite LangChain has for retrievers."""

    @property
    def retriever_constructor(self) -> Any:
        return build

    @property
    def retriever_constructor_params(self) -> dict[str, Any]:
        return {}

    @property
    def retriever_query_example(self) -> str:
        return "莱西市签约多少个？"


def test_documents_say_where_they_stand() -> None:
    (found,) = build(k=1).invoke("莱西市签约多少个？")
    assert found.page_content == TEXT[found.metadata["start"] : found.metadata["end"]]
    assert found.page_content.startswith("莱西市")
    expected = {"document": "一季度观察.txt", "title": "一季度观察", "section": "一、签约", "page": 2}
    assert expected.items() <= found.metadata.items() and found.metadata["score"] > 0


def test_ids_name_passages() -> None:
    first, again = build(k=4).invoke("签约"), build(k=4).invoke("签约")
    assert [one.id for one in first] == [one.id for one in again]
    assert len({one.id for one in first}) == 4


@pytest.mark.parametrize("module", ["assistant.retriever"])
def test_langchain_is_imported_only_when_asked_for(module: str, root: Path) -> None:
    program = f"import sys, {module}; print('langchain_core' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"
