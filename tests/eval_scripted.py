"""A scripted assistant and the pieces of cases, answers and hits that the evaluation's tests are made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from assistant.answer import Answer, Citation, Message
from eval.cases import Case
from vectorstore.document import Document, Passage
from vectorstore.search import Hit

TEXT = "一季度，城北区签约亿元以上项目12个，总投资8.5亿元。二季度，城北区签约项目20个。"


def a_case(**changes: Any) -> Case:
    """A case about 城北区 that `an_answer` passes."""
    usual: dict[str, Any] = {
        "id": "c1",
        "kind": "figure",
        "question": "城北区一季度签约了多少个亿元以上项目？",
        "must": (("12个", "12 个"), ("8.5亿",)),
        "must_not": ("20个",),
        "docs": ("north.txt",),
        "evidence": ("签约亿元以上项目12个",),
        "max_chars": 40,
    }
    return Case(**usual | changes)


def a_citation(**changes: Any) -> Citation:
    """A citation of the first sentence of TEXT."""
    quote = changes.get("quote", TEXT[: TEXT.index("。") + 1])
    start = max(0, TEXT.find(quote))
    usual: dict[str, Any] = {
        "marker": 1,
        "document": "north.txt",
        "document_id": "north",
        "quote": quote,
        "start": start,
        "end": start + len(quote),
    }
    return Citation(**usual | changes)


def an_answer(**changes: Any) -> Answer:
    """A right answer to `a_case`."""
    usual: dict[str, Any] = {"text": "12个，总投资8.5亿元。[1]", "citations": (a_citation(),)}
    return Answer(**usual | changes)


def a_hit(text: str = TEXT, *, name: str = "north.txt") -> Hit:
    """A hit whose passage is the whole text."""
    passage = Passage(document_id=name, ordinal=0, start=0, end=len(text), text=text)
    return Hit(
        document=Document(id=name, name=name, text=""), passage=passage, score=1.0, found_by=("lexical",)
    )


@dataclass
class ScriptedAssistant:
    """Says what the script says, raises what it holds, and remembers how it was asked."""

    script: Mapping[str, Answer | Exception]
    texts: Mapping[str, str] = field(default_factory=lambda: {"north": TEXT})
    hits: Sequence[Hit] = ()
    asked: list[tuple[str, tuple[Message, ...]]] = field(default_factory=list)
    searched: list[str] = field(default_factory=list)

    def ask(self, question: str, *, history: Sequence[Message] = ()) -> Answer:
        self.asked.append((question, tuple(history)))
        answer = self.script[question]
        if isinstance(answer, Exception):
            raise answer
        return answer

    def retrieve(self, question: str, *, k: int = 10) -> list[Hit]:
        self.searched.append(question)
        return list(self.hits[:k])

    def document(self, document_id: str) -> Document:
        return Document(id=document_id, name=document_id, text=self.texts[document_id])
