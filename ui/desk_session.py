"""What does one visitor's conversation hold? Turns kept on the server, so that nobody can forge them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from assistant.answer import Answer, Citation, Message

REMEMBERED_TURNS = 6
SHOWN_TURNS = 30


@dataclass(frozen=True, kw_only=True)
class Turn:
    """One question with its answer, or with the line that says why there is none.

    `inferred` maps the id of a cited document without a stated date to its inferred one.
    """

    number: int
    question: str
    answer: Answer | None = None
    inferred: Mapping[str, str] = field(default_factory=dict)
    error: str = ""


@dataclass(frozen=True, kw_only=True)
class Session:
    """A conversation; every step returns a new one."""

    turns: tuple[Turn, ...] = ()

    @property
    def next_number(self) -> int:
        """The number of the turn to come, from 1."""
        return self.turns[-1].number + 1 if self.turns else 1

    def history(self) -> list[Message]:
        """The answered turns of late, oldest first, as the assistant takes them."""
        answered = [turn for turn in self.turns if turn.answer is not None][-REMEMBERED_TURNS:]
        return [message for turn in answered for message in _messages(turn)]

    def with_turn(self, turn: Turn) -> Session:
        """The conversation with one more turn; the oldest drop out."""
        return replace(self, turns=(*self.turns, turn)[-SHOWN_TURNS:])

    def citation(self, *, turn: int, marker: int) -> Citation | None:
        """The citation a reader clicked, or None if the conversation has no such one."""
        cited = (
            each
            for known in self.turns
            if known.number == turn and known.answer is not None
            for each in known.answer.citations
            if each.marker == marker
        )
        return next(cited, None)


def _messages(turn: Turn) -> tuple[Message, Message]:
    text = turn.answer.text if turn.answer is not None else ""
    return {"role": "user", "content": turn.question}, {"role": "assistant", "content": text}
