"""What exactly was measured? Code, models, collection and prompts, so that two reports can be told apart."""

from __future__ import annotations

import hashlib
import platform
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import metadata, resources
from pathlib import Path

from vectorstore.build import open_library

_PACKAGES = ("zhaoda", "chromadb", "langchain-core", "numpy", "rjieba", "tokenizers")


@dataclass(frozen=True, kw_only=True)
class Provenance:
    """Where the numbers come from.

    `commit` is the checkout's, "+" when files differ from it and "" outside a checkout; `collection`,
    `prompts` and `cases` are short hashes of contents; `chat_model` is "" when the answers are extracted;
    `generation` counts the writes to the store.
    """

    started: str
    commit: str
    python: str
    versions: Mapping[str, str]
    embedder: str
    chat_model: str
    documents: int
    collection: str
    generation: int
    prompts: str
    cases: str


def provenance(store: Path, cases: Path, *, chat_model: str = "") -> Provenance:
    """What is about to be measured.

    Raises: VectorStoreError when the store cannot be opened.
    """
    with open_library(store) as library:
        contents = sorted(print_.sha256 for print_ in library.fingerprints())
        embedder, generation = library.embedder.name, library.generation
    return Provenance(
        started=datetime.now(UTC).isoformat(timespec="seconds"),
        commit=_commit(),
        python=platform.python_version(),
        versions={name: version for name in _PACKAGES if (version := _version(name))},
        embedder=embedder,
        chat_model=chat_model,
        documents=len(contents),
        collection=_hash("\n".join(contents).encode("ascii")),
        generation=generation,
        prompts=prompts_hash(),
        cases=_hash(cases.read_bytes()),
    )


def prompts_hash() -> str:
    """A short hash of every prompt, names included."""
    folder = resources.files("prompts") / "zh"
    found = folder.iterdir() if folder.is_dir() else ()
    files = sorted((file for file in found if file.name.endswith(".md")), key=lambda file: file.name)
    return _hash(b"".join(file.name.encode() + b"\0" + file.read_bytes() for file in files))


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:12]


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""


def _commit() -> str:
    here = Path(__file__).resolve().parent

    def git(*arguments: str) -> str:
        command = ["git", "-C", str(here), *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True, timeout=10).stdout.strip()

    try:
        changed = git("status", "--porcelain", "--untracked-files=no")
        return git("rev-parse", "--short=12", "HEAD") + ("+" if changed else "")
    except (OSError, subprocess.SubprocessError):
        return ""
