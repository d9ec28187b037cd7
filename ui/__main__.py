"""What does `zhaoda` do with a command line? Parses it, runs one command, turns any failure into one line."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, cast

from ui.arguments import COMMANDS, Options, parse
from ui.errors import UsageError
from ui.labels import cause

ROOMS = ("language", "vectorstore", "prompts", "ingest", "assistant", "eval", "ui")


class Command(Protocol):
    """A command's module: `run` does what was asked and returns the exit code."""

    def run(self, options: Options) -> int: ...


class EntryPoint(Protocol):
    """What a process begins with: None stands for its own arguments; returns the exit code."""

    def __call__(self, argv: Sequence[str] | None = None) -> int: ...


def fails_in_one_line(run: EntryPoint) -> EntryPoint:
    """The top of a process: whatever `run` raises ends as one line on stderr and an exit code."""

    def top(argv: Sequence[str] | None = None) -> int:
        _speak_utf8()
        try:
            return run(argv)
        except UsageError as error:
            print(f"zhaoda：{error}", file=sys.stderr)
            return 2
        except KeyboardInterrupt:
            return 130
        except BrokenPipeError:  # `zhaoda … | head` has heard enough: nothing is wrong
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 141
        except Exception as error:
            if os.environ.get("ZHAODA_DEBUG"):
                raise
            print(f"zhaoda：{one_line(error)}", file=sys.stderr)
            return 1

    return top


@fails_in_one_line
def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; 0 only if everything asked for was done, 2 if the line was not understood."""
    options = parse(sys.argv[1:] if argv is None else argv, default_store=default_store)
    command = cast(Command, importlib.import_module(COMMANDS[options.command]))
    return command.run(options)


def default_store() -> Path:
    """$ZHAODA_STORE, else a folder in the user's data directory."""
    if named := os.environ.get("ZHAODA_STORE"):
        return Path(named)
    import platformdirs

    return platformdirs.user_data_path("zhaoda", appauthor=False)


def one_line(error: Exception) -> str:
    """An error as one Chinese line: ours as it is, the system's with its file, any other with what to do."""
    text = " ".join(str(error).split())
    if type(error).__module__.split(".")[0] in ROOMS:
        return text
    if isinstance(error, OSError) and error.filename is not None:
        return f"{error.filename}：无法读写（{cause(error)}）；请检查路径、权限和磁盘空间"
    return (
        f"内部错误（{type(error).__name__}：{text}）；设 ZHAODA_DEBUG=1 重新运行可看到详情，请把它发给维护者"
    )


def _speak_utf8() -> None:
    """A console of another encoding shows a replacement character rather than ending the command."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


if __name__ == "__main__":
    sys.exit(main())
