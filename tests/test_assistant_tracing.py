"""No environment variable makes LangChain send texts to a third party."""

from __future__ import annotations

import pytest

from assistant.generation.chat_model import OpenAICompatible
from assistant.retriever import make_retriever

NAMES = ("LANGSMITH_TRACING", "LANGSMITH_TRACING_V2", "LANGCHAIN_TRACING", "LANGCHAIN_TRACING_V2")


@pytest.fixture(autouse=True)
def traced(monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment of somebody who traces other programs, read once already."""
    from langsmith import utils

    for name in NAMES:
        monkeypatch.setenv(name, "true")
    utils.get_env_var.cache_clear()
    assert utils.tracing_is_enabled()


def test_a_retriever_is_not_traced() -> None:
    from langsmith import utils

    assert make_retriever(lambda question, k: [], k=3).invoke("签约多少") == []
    assert not utils.tracing_is_enabled()


def test_a_chat_model_is_not_traced() -> None:
    from langsmith import utils

    model = OpenAICompatible("m", base_url="http://127.0.0.1:9/v1", api_key="")
    with pytest.raises(Exception, match=r"."):
        list(model.stream([("user", "签约多少")]))
    assert not utils.tracing_is_enabled()
