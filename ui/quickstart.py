"""What does `make run` show a newcomer? Samples read in, one question answered with its source, the desk."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from ui.__main__ import default_store, fails_in_one_line

QUESTION = "即墨区一季度签约了多少个亿元以上项目，总投资多少？"


@fails_in_one_line
def main(argv: Sequence[str] | None = None) -> int:
    """Show the samples; 0 if every one was read and the question was answered."""
    parser = argparse.ArgumentParser(prog="python -m ui.quickstart", description=__doc__)
    parser.add_argument("--store", type=Path, help="folder of the sample store")
    parser.add_argument("--port", type=int, default=7860)
    parser.add_argument("--no-chat", action="store_true", help="stop after the answer")
    options = parser.parse_args(argv)
    # A store of its own: invented sample figures must never stand among an official's documents.
    store = options.store or default_store().with_name(default_store().name + "-samples")
    read = _read_samples(store)
    answered = _ask(store)
    if not options.no_chat:
        _chat(store, port=options.port)
    return 0 if read and answered else 1


def _read_samples(store: Path) -> bool:
    from ingest import ingest
    from ui.commands_ingest import failures, summary

    samples = Path(str(files("eval") / "samples" / "documents"))
    _say(f"读入样例资料（{samples.parent.name}/{samples.name}）到 {store}")
    started = time.perf_counter()
    report = ingest([samples], store=store, progress=True)
    for line in (*failures(report), f"{summary(report)}，用时 {time.perf_counter() - started:.1f} 秒"):
        print(line)
    return not report.failed


def _ask(store: Path) -> bool:
    from assistant import Assistant
    from ui.format_text import answer_text

    _say(f"提问：{QUESTION}")
    started = time.perf_counter()
    with Assistant.open(store) as assistant:
        answer = assistant.ask(QUESTION)
    print(answer_text(answer))
    print(f"\n回答用时 {time.perf_counter() - started:.1f} 秒")
    return not answer.refused


def _chat(store: Path, *, port: int) -> None:
    from ui.server import serve

    _say("打开问答网页；用自己的资料：zhaoda ingest 文件夹，再 zhaoda chat")
    serve(store, port=port)


def _say(text: str) -> None:
    print(f"\n▸ {text}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
