"""How is the chat model asked for further ledger rows? One passage at a time, the passage as data."""

from __future__ import annotations

import os
import secrets
from typing import TYPE_CHECKING

from ui.errors import UsageError

if TYPE_CHECKING:
    from assistant.generation.chat_model import ChatModel
    from ingest.ledger.proposals import Propose

_ENDLESS = 20_000  # characters; what is longer is no list of rows


def proposer(model: ChatModel) -> Propose:
    """Asks `model` what a passage tells; a model that fails raises ingest's ModelSilent."""
    from assistant.errors import ChatModelError
    from ingest.errors import ModelSilent
    from prompts import prompt

    def propose(section: str, passage: str) -> str:
        nonce = secrets.token_hex(8)
        asked = prompt("propose_rows", nonce=nonce, section=_defused(section), passage=_defused(passage))
        said = ""
        try:
            for piece in model.stream([("system", prompt("propose_rows_rules")), ("user", asked)]):
                said += piece
                if len(said) > _ENDLESS:
                    return ""
        except ChatModelError as error:
            raise ModelSilent(str(error)) from error
        return said

    return propose


def proposer_from_environment() -> Propose:
    """The proposer for the configured chat model.

    Raises: UsageError if none is configured.
    """
    from assistant.generation.chat_model import chat_model_from_environment

    model = chat_model_from_environment(os.environ)
    if model is None:
        raise UsageError(
            "--extract-with-model 需要大模型，但没有配置；"
            "请设置 ZHAODA_CHAT_MODEL 和 ZHAODA_CHAT_BASE_URL，或去掉这个选项"
        )
    return proposer(model)


def _defused(text: str) -> str:
    """The text without what could pass for the end of the markers around it."""
    return text.replace("<<<", "《《《").replace(">>>", "》》》")
