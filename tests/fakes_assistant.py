"""An assistant that knows three invented documents and answers from a script, and a collection beside it."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import BinaryIO

from assistant.answer import Answer, AnswerPart, Citation, Message, Row, Table
from assistant.errors import AssistantError
from ingest import FileOutcome
from ingest.wire import PagePicture
from ui.errors import NoPictureError
from vectorstore.document import Block, Document, Page
from vectorstore.errors import NoSuchDocument
from vectorstore.ledger_rows import Figure, Project

FIRST = (
    "加快“走出去、请进来”，江州各区抓招商\n\n"
    "一季度，云溪区签约亿元以上项目34个，总投资152.66亿元，比去年同期增加9个。\n\n"
    "同期，东湖区签约亿元以上项目49个，包括总投资54亿元的进出口食品产业基地。\n\n"
    "区\t项目数\t总投资\n云溪区\t34\t152.66亿元\n东湖区\t49\t210.5亿元\n\n"
    "编辑：<b onclick=alert(1)>某某</b>\n"
)
SECOND = "江州市2025年招商引资工作方案\n\n力争全年签约亿元以上项目230个以上。"
DOCUMENTS = (
    Document(
        id="d1", name="江州日报.txt", text=FIRST, title="江州各区抓招商抢项目", publisher="江州日报",
        published="2025-04-18", published_basis="stated",
        blocks=(Block(kind="heading", start=0, end=FIRST.index("\n"), level=1),
                Block(kind="table", start=FIRST.index("区\t"), end=FIRST.index("\n\n编辑"))),
    ),
    Document(
        id="d2", name="方案.pdf", text=SECOND, title="江州市2025年招商引资工作方案", publisher="江州市商务局",
        published="2025", published_basis="inferred", pages=(Page(number=1, start=0, end=len(SECOND)),),
    ),
)  # fmt: skip
FIGURE = Figure(
    document_id="d1",
    document="江州日报.txt",
    subject="云溪区",
    metric="签约项目数",
    value=Decimal("34"),
    unit="个",
    quote="云溪区签约亿元以上项目34个",
    start=FIRST.index("云溪区"),
    end=FIRST.index("个，总投资") + 1,
    raw="34个",
    raw_start=FIRST.index("34个"),
    period="2025-Q1",
    period_basis="relative",
    threshold="亿元以上",
    place="云溪区",
)
PROJECT = Project(
    document_id="d1",
    document="江州日报.txt",
    name="进出口食品产业基地",
    quote="总投资54亿元的进出口食品产业基地",
    start=FIRST.index("总投资54"),
    end=FIRST.index("基地。") + 2,
    place="东湖区",
    investment=Decimal("54"),
    investment_unit="亿元",
    stage="签约",
)


def cite(marker: int, document: Document, quote: str) -> Citation:
    """A citation of `quote`, which must stand in the document."""
    start = document.text.index(quote)
    stated = document.published if document.published_basis == "stated" else None
    return Citation(
        marker=marker, document=document.name, document_id=document.id, title=document.title,
        publisher=document.publisher, published=stated, page=document.page_at(start), quote=quote,
        start=start, end=start + len(quote),
    )  # fmt: skip


HOW_MANY = Answer(
    text="**34个**，总投资152.66亿元。[1]",
    question="云溪区2025年一季度签约了多少个亿元以上项目？",
    citations=(cite(1, DOCUMENTS[0], "云溪区签约亿元以上项目34个，总投资152.66亿元"),),
)
COMPARED = Answer(
    text="东湖区最多，49个。[1]\n\n| 区 | 项目数 |\n|---|---|\n| 东湖区 | 49个 [1] |\n| 云溪区 | 34个 [2] |",
    question="各区一季度签约项目数谁最多？",
    citations=(
        cite(1, DOCUMENTS[0], "东湖区签约亿元以上项目49个"),
        cite(2, DOCUMENTS[0], "云溪区签约亿元以上项目34个"),
    ),
    table=Table(
        columns=("区", "项目数"),
        rows=(Row(cells=("东湖区", "49个"), markers=(1,)), Row(cells=("云溪区", "34个"), markers=(2,))),
    ),
    notes=("全市目标为230个以上，口径不同。",),
)
REFUSED = Answer(text="资料中没有天气信息。", refused=True, question="明天天气怎么样？")
ANSWERS = {"云溪区签了多少": HOW_MANY, "谁最多": COMPARED, "天气": REFUSED}


class FakeAssistant:
    """The public face of assistant.Assistant over the script; `asked` records questions and histories."""

    def __init__(self, documents: Sequence[Document] = DOCUMENTS, *, pause_s: float = 0.0) -> None:
        self.given = tuple(documents)
        self.pause_s = pause_s
        self.reset()

    def reset(self) -> None:
        """Hold what was given in the beginning, and forget what was asked."""
        self.held = {document.id: document for document in self.given}
        self.asked: list[tuple[str, tuple[Message, ...]]] = []

    def __enter__(self) -> FakeAssistant:
        return self

    def __exit__(self, *_: object) -> None:
        return None

    def ask(self, question: str, *, history: Sequence[Message] = ()) -> Answer:
        self.asked.append((question, tuple(history)))
        if "失败" in question:
            raise AssistantError("模型没有回应；请稍后再试")
        found = (answer for key, answer in ANSWERS.items() if key in question)
        return next(found, None) or self._from_newest(question)

    def stream(self, question: str, *, history: Sequence[Message] = ()) -> Iterator[AnswerPart | Answer]:
        answer = self.ask(question, history=history)
        for at in range(0, len(answer.text), 6):
            time.sleep(self.pause_s)
            yield AnswerPart(text=answer.text[at : at + 6])
        yield answer

    def documents(self) -> list[Document]:
        return list(self.held.values())

    def document(self, document_id: str) -> Document:
        if document_id not in self.held:
            raise NoSuchDocument(document_id)
        return self.held[document_id]

    def suggestions(self, *, count: int = 4) -> tuple[str, ...]:
        return ("云溪区签了多少亿元以上项目？", "各区一季度谁最多？")[:count] if self.held else ()

    def figures(self, *, subject=None, metric=None, period=None, modality=None) -> tuple[Figure, ...]:
        return (FIGURE,) if subject in (None, FIGURE.subject) else ()

    def projects(self, *, name=None, place=None, stage=None, min_investment=None) -> tuple[Project, ...]:
        return (PROJECT,) if place in (None, PROJECT.place) else ()

    def _from_newest(self, question: str) -> Answer:
        if not self.held:
            return Answer(text="还没有资料。", refused=True, question=question)
        newest = list(self.held.values())[-1]
        line = next(line for line in reversed(newest.text.splitlines()) if line.strip())
        return Answer(text=f"{line}[1]", question=question, citations=(cite(1, newest, line),))


class FakeHoldings:
    """The writing side over a FakeAssistant: text files go in, one named bad.* is refused."""

    def __init__(self, assistant: FakeAssistant) -> None:
        self.assistant = assistant

    def add(self, name: str, content: BinaryIO) -> tuple[FileOutcome, ...]:
        if name.startswith("bad"):
            return (
                FileOutcome(document=name, state="rejected", reason=f"{name}：文件是空的；请检查后重新上传"),
            )
        text = content.read().decode()
        known = name in self.assistant.held
        title = text.splitlines()[0]
        self.assistant.held[name] = Document(id=name, name=name, text=text, title=title, publisher="上传者")
        return (FileOutcome(document=name, state="updated" if known else "added"),)

    def remove(self, document_id: str) -> None:
        del self.assistant.held[document_id]

    def page_picture(self, document: Document, *, number: int) -> PagePicture:
        if document.id != "d2":
            raise NoPictureError(f"{document.name}：没有可以显示的原件页面；请看文字")
        return PagePicture(content=b"\x89PNG", media_type="image/png")

    def original(self, document_id: str) -> bytes | None:
        return None if document_id == "d2" else self.assistant.held[document_id].text.encode()
