"""The public face: opens a store, understands a question, answers it with every figure checked."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from assistant.answer import Answer, AnswerPart, Message
from assistant.certainty import with_doubts
from assistant.collection import MOST_WHOLE, Collection
from assistant.column_names import with_columns
from assistant.compose import compose, with_notes
from assistant.courtesy import courtesy
from assistant.draft import Draft
from assistant.errors import AssistantError, BadQuestion, CollectionUnavailable
from assistant.everyday import written
from assistant.evidence import Evidence
from assistant.filters import matching_figures, matching_projects
from assistant.followups.of_the_answer import asks_of_answer, unit_asked
from assistant.grounding import check, repair
from assistant.located import with_only_zone, with_place_of
from assistant.named_paper import paper_quoted, within_paper
from assistant.parts.read import Understand
from assistant.plan import answer as plan_answer
from assistant.question import QuestionFrame
from assistant.read_otherwise import readings, tells_matter
from assistant.retold import retold
from assistant.sections import with_articles
from assistant.suggestions import suggest
from assistant.uncollected import uncollected
from assistant.understanding import understand
from assistant.when_told import with_day_of_paper
from language.pattern import compile_waiting
from vectorstore.build import open_library, open_searcher
from vectorstore.document import Document
from vectorstore.errors import VectorStoreError
from vectorstore.ledger_rows import Figure, Project
from vectorstore.library import Library
from vectorstore.search import Hit, Searcher

if TYPE_CHECKING:
    from assistant.generation.chat_model import ChatModel

MOST_QUESTION_CHARS = 1000


class Assistant:
    """Answers questions over one store; a context manager, safe to call from several threads."""

    def __init__(
        self,
        library: Library,
        searcher: Searcher,
        *,
        levels: frozenset[str] | None = None,
        model: ChatModel | None = None,
        most_whole: int = MOST_WHOLE,
    ) -> None:
        """`most_whole` is the number of figures up to which a question reads the whole ledger."""
        self._library = library
        self._searcher = searcher
        self._levels = levels
        self._model = model
        self._most_whole = most_whole
        self._seen: tuple[int, Collection] | None = None

    @classmethod
    def open(cls, store: str | Path, *, levels: frozenset[str] | None = None) -> Self:
        """Opens a store for reading; `levels` are the access levels the reader may see, None all of them.

        Raises: AssistantError, one Chinese line, if the store cannot be opened.
        """
        try:
            library = open_library(Path(store))
            searcher = open_searcher(library)
        except VectorStoreError as error:
            raise CollectionUnavailable(str(error)) from error
        return cls(library, searcher, levels=levels, model=_configured_model())

    def close(self) -> None:
        """Gives the store back; harmless when done twice."""
        self._library.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def ask(self, question: str, *, history: Sequence[Message] = ()) -> Answer:
        """The answer to a question, `history` being the turns before it, oldest first.

        Raises: BadQuestion for an empty or overlong question, AssistantError if the store fails.
        """
        # what it left behind is collected once it is handed over; a model may take a minute over its words
        with uncollected if self._model is None else nullcontext():
            *_, last = self.stream(question, history=history)
        if not isinstance(last, Answer):
            raise AssistantError("回答没有完成，请重试。")
        return last

    def stream(self, question: str, *, history: Sequence[Message] = ()) -> Iterator[AnswerPart | Answer]:
        """Pieces of the answer's text as they come, then the whole Answer, whose text is the final one."""
        try:
            with uncollected:
                answer, evidence = self._drafted(question, history)
            if self._model is None:
                yield AnswerPart(text=answer.text)
                yield answer
                return
            from assistant.generation.generative import word_answer

            yield from word_answer(answer.question, evidence=evidence, draft=answer, model=self._model)
        except VectorStoreError as error:
            raise CollectionUnavailable(str(error)) from error

    def prepare(self) -> None:
        """Reads what first questions of some kinds would wait for; for who goes on to ask many, in a thread
        of its own.

        Raises: CollectionUnavailable if the store fails.
        """
        import assistant.followups.conversation  # noqa: F401, for it takes 50 ms, and who asks once may not need it

        compile_waiting()
        try:
            self._collection().projects.prepare()
        except VectorStoreError as error:
            raise CollectionUnavailable(str(error)) from error

    def understand(self, question: str, *, history: Sequence[Message] = ()) -> QuestionFrame:
        """The question as understood, made to stand alone."""
        return _frame(_checked(question), history, self._collection())

    def _drafted(self, question: str, history: Sequence[Message]) -> tuple[Answer, dict[int, Evidence]]:
        collection = self._collection()
        asked = _checked(question)
        if (polite := courtesy(asked, collection)) is not None:
            return compose(polite, question=asked)
        frame = _frame(asked, history, collection)
        read = _reader(collection)
        draft = plan_answer(frame, collection, understand=read)
        if draft.refused:
            drafts = (plan_answer(other, collection, understand=read) for other in readings(frame, read))
            told = (other for other in drafts if not other.refused and tells_matter(other, frame.text))
            draft = next(told, draft)
        if history and (about := asks_of_answer(asked)) is not None:
            draft = retold(draft, about, collection, unit=unit_asked(asked))
        answer, evidence = compose(draft, question=frame.text)
        answer = with_doubts(
            answer, evidence, boxes=self._library.boxes, all_cited=self._model is not None or bool(draft.rows)
        )
        answer = with_day_of_paper(answer, evidence, frame.text)
        answer = with_columns(with_articles(answer, collection), collection)
        return _grounded(answer, evidence, draft), evidence

    def _collection(self) -> Collection:
        """The store as it stands; what was read of an older generation is dropped."""
        generation = self._library.generation
        if self._seen is None or self._seen[0] != generation:
            collection = Collection(
                library=self._library,
                searcher=self._searcher,
                levels=self._levels,
                most_whole=self._most_whole,
            )
            self._seen = generation, collection
        return self._seen[1]

    def retrieve(self, question: str, *, k: int = 10) -> list[Hit]:
        """The best passages for a question, best first; no answer is made."""
        return self._collection().search(question, k=k)

    def figures(
        self,
        *,
        subject: str | None = None,
        metric: str | None = None,
        period: str | None = None,
        modality: str | None = None,
    ) -> tuple[Figure, ...]:
        """Ledger rows whose subject and metric contain the words given, of that period (or part of it) and
        modality."""
        return matching_figures(
            self._collection(), subject=subject, metric=metric, period=period, modality=modality
        )

    def projects(
        self,
        *,
        name: str | None = None,
        place: str | None = None,
        stage: str | None = None,
        min_investment: float | None = None,
    ) -> tuple[Project, ...]:
        """Project rows that match; `min_investment` in 亿元."""
        return matching_projects(
            self._collection(), name=name, place=place, stage=stage, min_investment=min_investment
        )

    def documents(self) -> list[Document]:
        """The documents the reader may see, by name, without text."""
        return self._collection().documents.all()

    def document(self, document_id: str) -> Document:
        """One whole document.

        Raises: CollectionUnavailable if there is none of that id among those the reader may see.
        """
        if document_id not in self._collection().documents:
            raise CollectionUnavailable("没有这份文献，或没有查看它的权限。")
        return self._library.document(document_id)

    def suggestions(self, *, count: int = 4) -> tuple[str, ...]:
        """Questions that this collection can answer."""
        return suggest(self._collection(), count=count)

    def as_retriever(self, *, k: int = 10) -> Any:
        """A LangChain BaseRetriever over the same search."""
        from assistant.retriever import make_retriever

        return make_retriever(self.retrieve, k=k)


def _configured_model() -> ChatModel | None:
    if not os.environ.get("ZHAODA_CHAT_MODEL"):
        return None
    from assistant.generation.chat_model import chat_model_from_environment

    return chat_model_from_environment(os.environ)


def _checked(question: str) -> str:
    text = question.strip()
    if not text:
        raise BadQuestion("问题是空的，请输入要问的内容。")
    if len(text) > MOST_QUESTION_CHARS:
        raise BadQuestion(f"问题太长（{len(text)}字），请精简到{MOST_QUESTION_CHARS}字以内。")
    return text


def _frame(question: str, history: Sequence[Message], collection: Collection) -> QuestionFrame:
    names = collection.names.find
    text = with_only_zone(written(question), collection)
    if history:
        from assistant.followups.conversation import stand_alone  # a first question never needs it

        said = [
            {**turn, "content": with_only_zone(str(turn["content"]), collection)}
            if turn.get("role") == "user"
            else turn
            for turn in history
        ]
        text = stand_alone(
            text, history=said, places=collection.places, names=names, topics=names,
            paper=lambda answer: paper_quoted(answer, collection),
        )  # fmt: skip
    text, within = within_paper(with_place_of(text, collection), collection)
    frame = understand(
        text, places=collection.places, known=collection.place_names, names=names, today=collection.newest_of
    )
    return replace(frame, within=within) if within else frame


def _reader(collection: Collection) -> Understand:
    @lru_cache(maxsize=16)  # whoever answers parts reads them again
    def read(part: str, *, after: str = "") -> QuestionFrame:
        return _frame(part, [{"role": "user", "content": after}] if after else (), collection)

    return read


def _grounded(answer: Answer, evidence: dict[int, Evidence], draft: Draft) -> Answer:
    """The answer after the last check, its notes appended: what its evidence does not hold is taken out."""
    text = answer.text
    if evidence and not draft.refused:
        derived = [value for statement in draft.statements for value in statement.derived]
        computed = bool(derived or draft.rows)
        faults = [f for f in check(text, evidence, derived=derived) if not (computed and f.kind in _OURS)]
        text = (repair(text, evidence, derived=derived)[0] or text) if faults else text
    return replace(answer, text=with_notes(text, answer.notes))


# A table or an expression names subjects and periods from the ledger rows themselves, in cells and labels
# that read like other subjects.
_OURS = frozenset({"subject", "period", "modality"})
