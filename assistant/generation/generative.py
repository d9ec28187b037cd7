"""How does a chat model word an answer? From the same evidence; nothing is shown unchecked."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.answer import Answer, AnswerPart
from assistant.evidence import Evidence, cite
from assistant.generation.chat_model import ChatModel, ChatModelError
from assistant.generation.generative_stream import Statements, with_shared_markers
from assistant.grounding import check, repair
from assistant.grounding.statements import MARKER, Said, figures, statements
from assistant.grounding.support import unsupported
from language.period_label import period_text
from language.quantity import format_quantity
from prompts import prompt
from vectorstore.ledger_rows import Figure

MAX_CHARS = 1200  # the longest answer allowed is 700 characters; what is longer than this is no answer
_ENDLESS = 20_000  # characters of a stream, thoughts included
_ROOM = 12_000  # characters of evidence a model is given
_MODALITIES = {
    "actual": "实际",
    "target": "目标",
    "forecast": "预计",
    "planned_total": "计划总投资",
    "rule": "政策标准",
}
_DOWN = "大模型暂不可用，以下为原文摘录"
_UNFIT = "大模型的回答未通过核对，以下为原文摘录"
_MENDED = "大模型的表述中有{count}处与原文不符，已更正或删去"


def word_answer(
    question: str,
    *,
    evidence: Mapping[int, Evidence],
    draft: Answer,
    model: ChatModel,
    max_chars: int = MAX_CHARS,
) -> Iterator[AnswerPart | Answer]:
    """The draft's answer in the model's words: checked pieces as they come, then the whole Answer.

    Whatever goes wrong, the last item is an answer: the draft, with a note saying why. A refusal is not put
    to the model, which could only overturn it. `evidence` holds a piece for each [n] the model may cite.
    """
    if draft.refused or not evidence:
        yield AnswerPart(text=draft.text)
        yield draft
        return
    wording = _Wording(question=question, evidence=evidence, draft=draft, derived=_derived(draft, evidence))
    shown = ""
    try:
        limit = min(max_chars, max(400, 3 * len(draft.text)))
        for piece in _pieces(wording, model, max_chars=limit):
            shown += piece
            yield AnswerPart(text=piece)
        answer = wording.answer()
    except ChatModelError:
        answer = _instead(draft, _DOWN)
    except _UnfitError:
        answer = _instead(draft, _UNFIT)
    if not shown:
        yield AnswerPart(text=answer.text)
    yield answer


class _UnfitError(Exception):
    """What the model says cannot be shown."""


def _instead(draft: Answer, note: str) -> Answer:
    return replace(draft, notes=(*draft.notes, note))


def _pieces(wording: _Wording, model: ChatModel, *, max_chars: int) -> Iterator[str]:
    """What of the model's stream may be shown, as soon as it is known."""
    cut = Statements(wording.evidence.keys())
    size = 0
    stream = model.stream(wording.messages())
    try:
        for piece in stream:
            size += len(piece)
            if size > _ENDLESS:
                raise _UnfitError
            for statement in cut.feed(piece):
                yield from wording.fit(statement, max_chars=max_chars)
        for statement in cut.end():
            yield from wording.fit(statement, max_chars=max_chars)
    finally:
        close = getattr(stream, "close", None)
        if close is not None:  # a generator that is given up on must stop asking
            close()


@dataclass(kw_only=True)
class _Wording:
    """One answer on its way: what of it is accepted, and how many statements were not."""

    question: str
    evidence: Mapping[int, Evidence]
    draft: Answer
    derived: Collection[Decimal]
    accepted: str = ""
    mended: int = 0
    said: int = 0

    def messages(self) -> list[tuple[str, str]]:
        """What the model is told: the rules, then evidence, draft and question as data."""
        told = _told(self.evidence)
        nonce = hashlib.sha256(f"{self.question}\0{told}\0{self.draft.text}".encode()).hexdigest()[:16]
        asked = prompt(
            "word_answer",
            nonce=nonce,
            evidence=told,
            draft=_defused(self.draft.text),
            question=_defused(self.question),
        )
        return [("system", prompt("word_answer_rules")), ("user", asked)]

    def fit(self, piece: str, *, max_chars: int) -> Iterator[str]:
        """The piece as it may be shown after what is accepted already; nothing if it fails wholly.

        Raises: _UnfitError if the model has said too much.
        """
        self.said += len(re.sub(r"\s|\[\d+\]", "", piece))
        if self.said > max_chars:
            raise _UnfitError
        body = with_shared_markers(piece)
        body, unfounded = unsupported(body, self.evidence, question=self.question)
        text, faults = repair(self.accepted + body, self.evidence, derived=self.derived)
        self.mended += len(faults) + unfounded
        before = self.accepted.rstrip()
        reached_back = not text.startswith(before)  # then nothing of this piece is taken
        added = "" if reached_back else text[len(before) :].strip()
        lead = piece[: len(piece) - len(piece.lstrip())] if added and self.accepted else ""
        tail = piece[len(piece.rstrip()) :] if added or not self.accepted.endswith("\n") else ""
        shown = lead + added + (tail if added or self.accepted else "")
        if shown:
            self.accepted += shown
            yield shown

    def answer(self) -> Answer:
        """The whole answer in the model's words.

        Raises: _UnfitError if what is left of it cites nothing, or lacks the figures of the draft.
        """
        text = repair(self.accepted, self.evidence, derived=self.derived)[0].strip()
        used = tuple(dict.fromkeys(int(number) for number in MARKER.findall(text)))
        if not used or not _keeps_figures(self.draft.text, text):
            raise _UnfitError
        rows = self.draft.table.rows if self.draft.table else ()
        markers = sorted({*used, *(marker for row in rows for marker in row.markers)})
        columns = {each.marker: each.columns for each in self.draft.citations}
        notes = (*self.draft.notes, _MENDED.format(count=self.mended)) if self.mended else self.draft.notes
        citations = tuple(
            replace(cite(self.evidence[number], marker=number), columns=columns.get(number, ()))
            for number in markers
            if number in self.evidence
        )
        return replace(self.draft, text=text, citations=citations, notes=notes, worded_by="model")


def _keeps_figures(draft: str, text: str) -> bool:
    """Whether the text states a figure of the draft's first statement that has one."""
    wanted = next((found for said in statements(draft) if (found := _amounts(figures(said)))), set())
    told = {amount for said in statements(text) for amount in _amounts(figures(said))}
    return not wanted or bool(wanted & told)


def _amounts(said: Sequence[Said]) -> set[tuple[Decimal, str]]:
    return {figure.quantity.base() for figure in said if not figure.size_class}


def _derived(draft: Answer, evidence: Mapping[int, Evidence]) -> frozenset[Decimal]:
    """The values our own code computed: what the checked draft states and no quote holds."""
    alone = {
        (fault.start, fault.end)
        for fault in check(draft.text, evidence)
        if fault.kind in ("value", "unit", "marker")
    }
    said = [figure for statement in statements(draft.text) for figure in figures(statement)]
    return frozenset(figure.quantity.value for figure in said if (figure.start, figure.end) in alone)


def _told(evidence: Mapping[int, Evidence]) -> str:
    """The evidence as a model reads it: whole pieces in the order of their markers, as many as fit."""
    pieces: list[str] = []
    room = _ROOM
    for number, piece in sorted(evidence.items()):
        text = _piece(number, piece)
        room -= len(text)
        if room < 0 and pieces:
            break
        pieces.append(text)
    return "\n\n".join(pieces)


def _piece(number: int, piece: Evidence) -> str:
    document = piece.document
    dated = (
        f"，{document.published or document.reference_date}"
        if document.published or document.reference_date
        else ""
    )
    head = f"[{number}]《{document.title or document.name}》{dated}" + (
        f"，{piece.section}" if piece.section else ""
    )
    rows = "\n".join(f"[{number}] 数据：{_row(row)}" for row in piece.figures)
    return _defused("\n".join(part for part in (head, piece.text, rows) if part))


def _row(row: Figure) -> str:
    amount = format_quantity(row.value, row.unit, qualifier=row.qualifier)
    period = period_text(row.period) if row.period else "未注明"
    return f"{row.subject}｜{row.metric}｜{amount}｜时间：{period}｜{_MODALITIES[row.modality]}"


def _defused(text: str) -> str:
    """Nothing in data looks like the marks around data; its digits and words stay as they are."""
    return text.replace("<<<", "〈〈〈").replace(">>>", "〉〉〉").replace("<|", "〈|").replace("|>", "|〉")
