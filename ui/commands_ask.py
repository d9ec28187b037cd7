"""What does `zhaoda ask` print? The answer with its numbered sources, or one JSON object."""

from __future__ import annotations

import gc
import json

from ui.arguments import Options
from ui.format_text import answer_text


def run(options: Options) -> int:
    """Answer one question from the store."""
    gc.disable()  # one answer, and the process ends
    from assistant import Assistant

    with Assistant.open(options.store) as assistant:
        answer = assistant.ask(options.question)
    print(json.dumps(answer.to_dict(), ensure_ascii=False) if options.json else answer_text(answer))
    return 0
