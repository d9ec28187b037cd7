"""What may a client send? Typed requests with limits."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from assistant.answer import Message
from ui.service import MAX_QUESTION_CHARS

MAX_TURNS = 20
MAX_TURN_CHARS = 4_000


class Turn(BaseModel):
    """One earlier message of the conversation."""

    model_config = ConfigDict(extra="forbid")
    role: Literal["user", "assistant"]
    content: str = Field(max_length=MAX_TURN_CHARS)


class AskRequest(BaseModel):
    """A question and what was said before it, oldest first."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"question": "一季度签约了多少个亿元以上项目？"}]}
    )
    question: Annotated[
        str, StringConstraints(strip_whitespace=True, min_length=1, max_length=MAX_QUESTION_CHARS)
    ]
    history: list[Turn] = Field(default=[], max_length=MAX_TURNS)

    def messages(self) -> list[Message]:
        """The history as the assistant takes it."""
        return [{"role": turn.role, "content": turn.content} for turn in self.history]
