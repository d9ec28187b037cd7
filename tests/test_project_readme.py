"""The READMEs' blocks are run as they stand, in their order, against a store of their own.

A comment before a block says how: `<!-- test: skip, why -->`, `<!-- test: cases -->` (kept as cases.jsonl),
`<!-- test: served -->` (run while `zhaoda chat` serves the store). Links must lead somewhere.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from eval.cases import read_cases

ROOT = Path(__file__).resolve().parent.parent
READMES = ("README.md", "README.zh-CN.md")
PAGES = (*READMES, "CHANGELOG.md", "docs/architecture.md", "docs/embedding.md", "docs/measurements.md")
_BLOCK = re.compile(
    r"(?:<!-- test: (?P<mark>[^\n]*?) -->\n)?^```(?P<language>\w+)\n(?P<code>.*?)^```$", re.M | re.S
)
_LINK = re.compile(r"\]\((?!https?://)([^)#\s]+)(?:#[^)]*)?\)")
SERVED_AT = "127.0.0.1:7860"


@dataclass(frozen=True, kw_only=True)
class Block:
    """One fenced block: where it stands, its language, its code, and the mark before it."""

    where: str
    language: str
    code: str
    mark: str


def blocks() -> Iterator[Block]:
    """The blocks of both READMEs that are meant to be run, in order."""
    for name in READMES:
        text = (ROOT / name).read_text("utf-8")
        for found in _BLOCK.finditer(text):
            where = f"{name}:{text.count(chr(10), 0, found.start('code'))}"
            yield Block(where=where, language=found["language"], code=found["code"], mark=found["mark"] or "")


@pytest.fixture(scope="module")
def workplaces(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A folder for each README in which its paths exist, shared by its blocks."""
    folders = {}
    for name in READMES:
        folders[name] = tmp_path_factory.mktemp("readme")
        (folders[name] / "eval").symlink_to(ROOT / "eval", target_is_directory=True)
        command = folders[name] / "bin" / "zhaoda"  # found only where the project is not installed
        command.parent.mkdir()
        command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m ui "$@"\n')
        command.chmod(0o755)
    return folders


def environment(workplace: Path) -> Mapping[str, str]:
    """A reader's shell: our commands on the path, a store of its own, and no way to the network."""
    here = str(Path(sys.executable).parent)
    return {
        **os.environ,
        "PATH": os.pathsep.join([here, os.environ.get("PATH", ""), str(workplace / "bin")]),
        "PYTHONPATH": str(ROOT),
        "PYTHONSAFEPATH": "1",
        "ZHAODA_STORE": str(workplace / "store"),
        "https_proxy": "http://127.0.0.1:9",
        "http_proxy": "http://127.0.0.1:9",
        "no_proxy": "127.0.0.1,localhost",
    }


@contextmanager
def served(workplace: Path) -> Iterator[str]:
    """`zhaoda chat` on a free port over the README's store; yields the address once it is ready."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    log = (workplace / "chat.log").open("w")
    command = ["zhaoda", "chat", "--port", str(port)]
    with (
        log,
        subprocess.Popen(command, cwd=workplace, env=environment(workplace), stdout=log, stderr=log) as chat,
    ):
        try:
            wait_until_ready(f"http://127.0.0.1:{port}/readyz", chat, log=workplace / "chat.log")
            yield f"127.0.0.1:{port}"
        finally:
            chat.terminate()


def wait_until_ready(address: str, chat: subprocess.Popen[bytes], *, log: Path) -> None:
    """Return once the address answers; fails with the server's own words when it never does."""
    for _ in range(300):
        try:
            urllib.request.urlopen(address, timeout=2).close()
        except (urllib.error.URLError, OSError):
            assert chat.poll() is None, log.read_text("utf-8")
            time.sleep(0.2)
        else:
            return
    pytest.fail(f"zhaoda chat was not ready in a minute: {log.read_text('utf-8')}")


def run(block: Block, workplace: Path, *, address: str = SERVED_AT) -> str:
    """Run one block as its reader would; returns what it printed."""
    code = block.code.replace(SERVED_AT, address)
    shell = ["bash", "-eu", "-o", "pipefail", "-c", code]
    command = [sys.executable, "-c", code] if block.language == "python" else shell
    done = subprocess.run(
        command,
        cwd=workplace,
        env=environment(workplace),
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
    )
    assert done.returncode == 0, f"{block.where}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}"
    return done.stdout


def is_run(block: Block) -> bool:
    """False for blocks that say why not, and for files to look at."""
    return bool(block.mark or block.language in {"sh", "python"}) and not block.mark.startswith("skip")


@pytest.mark.parametrize(
    "block", [block for block in blocks() if is_run(block)], ids=lambda block: block.where
)
def test_a_block_does_what_it_says(block: Block, workplaces: dict[str, Path]) -> None:
    workplace = workplaces[block.where.partition(":")[0]]
    if block.mark == "cases":
        (workplace / "cases.jsonl").write_text(block.code, "utf-8")
        assert read_cases(workplace / "cases.jsonl")
    elif block.mark == "served":
        if shutil.which("curl") is None:
            pytest.skip("no curl on this machine")
        with served(workplace) as address:
            assert "34" in run(block, workplace, address=address)
    else:
        assert run(block, workplace).strip()


def test_a_block_that_is_not_run_says_why() -> None:
    marks = {block.mark for block in blocks() if block.mark not in {"", "cases", "served"}}
    assert marks
    assert all(re.fullmatch(r"skip, .{10,}", mark) for mark in marks)


@pytest.mark.parametrize("name", READMES)
def test_the_report_shows_that_the_readmes_own_cases_pass(name: str, workplaces: dict[str, Path]) -> None:
    page = (workplaces[name] / "report" / "report.html").read_text("utf-8")
    assert "通过率" in page
    assert 'data-outcome="failed"' not in page
    assert 'data-outcome="unscored"' not in page


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    assert [link for link in _LINK.findall(text) if not (ROOT / page).parent.joinpath(link).exists()] == []


@pytest.mark.parametrize("name", READMES)
def test_a_variable_the_readme_names_is_read_somewhere(name: str) -> None:
    named = set(re.findall(r"`(ZHAODA_\w+)`", (ROOT / name).read_text("utf-8")))
    rooms = ("vectorstore", "assistant", "ingest", "ui")
    code = "".join(path.read_text("utf-8") for room in rooms for path in (ROOT / room).rglob("*.py"))
    assert {variable for variable in named if variable not in code} == set()
