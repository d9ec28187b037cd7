"""The drawing of the house, held: floors, doors, sizes, and nothing of the machine it was built on.

The doors are those of ruff's banned-api table in pyproject.toml; here they are read from it, so that the
two can never say different things.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("language", "vectorstore", "prompts", "ingest", "assistant", "eval", "ui")
MAY_IMPORT = {
    "language": frozenset[str](),
    "vectorstore": frozenset({"language"}),
    "prompts": frozenset({"language"}),
    "ingest": frozenset({"vectorstore", "language"}),
    "assistant": frozenset({"vectorstore", "prompts", "language"}),
    "eval": frozenset({"assistant", "ingest", "vectorstore", "prompts", "language"}),
    "ui": frozenset({"eval", "assistant", "ingest", "vectorstore", "prompts", "language"}),
}
HEAVY = (
    "chromadb", "docx", "fastapi", "gradio", "langchain_core", "langchain_openai", "openpyxl", "pandas",
    "pdfplumber", "pptx", "pypdf", "pypdfium2", "sentence_transformers", "torch",
)  # fmt: skip
MOST_LINES = 400
MODULES = sorted(path.relative_to(ROOT).as_posix() for room in ROOMS for path in (ROOT / room).rglob("*.py"))
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
DISTRIBUTIONS = packages_distributions()
RUFF = PYPROJECT["tool"]["ruff"]["lint"]
BANNED = frozenset(RUFF["flake8-tidy-imports"]["banned-api"])
DOORS = tuple(
    pattern for pattern, rules in RUFF["per-file-ignores"].items()
    if "TID251" in rules and not pattern.startswith(("tests/", "tools/", "benchmarks/"))
)  # fmt: skip


def imports(module: str) -> Iterator[str]:
    """The absolute names a module imports, at any depth: top of the file, functions, type checking."""
    package = module.removesuffix(".py").split("/")[:-1]
    for node in ast.walk(ast.parse((ROOT / module).read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            inside = package[: len(package) - node.level + 1] if node.level else []
            yield ".".join([*inside, *([node.module] if node.module else [])])


def top(name: str) -> str:
    """The first part of a dotted name."""
    return name.partition(".")[0]


def tracked() -> list[str]:
    """The paths git knows, or would once they are added."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return [path for path in listed.stdout.split("\0") if path and (ROOT / path).is_file()]


@pytest.mark.parametrize("module", MODULES)
def test_imports_point_down(module: str) -> None:
    room = top(module.replace("/", "."))
    ours = {top(name) for name in imports(module)} & set(ROOMS)
    assert ours - {room} <= MAY_IMPORT[room]


def test_the_table_of_floors_has_no_way_back_up() -> None:
    for room, below in MAY_IMPORT.items():
        assert not [lower for lower in below if room in MAY_IMPORT[lower]]
    assert "ingest" not in MAY_IMPORT["assistant"]
    assert "assistant" not in MAY_IMPORT["ingest"]


@pytest.mark.parametrize("module", MODULES)
def test_each_library_has_one_door(module: str) -> None:
    opened = {top(name) for name in imports(module)} & BANNED
    is_door = any(Path(module).match(pattern) for pattern in DOORS)
    assert is_door or not opened


@pytest.mark.parametrize("module", [m for m in MODULES if any(Path(m).match(door) for door in DOORS)])
def test_a_door_opens_only_what_its_sign_says(module: str) -> None:
    messages = {name: entry["msg"] for name, entry in RUFF["flake8-tidy-imports"]["banned-api"].items()}
    stem = re.split(r"[._]", module)[0]  # ui/api_documents.py belongs to the door ui/api.py
    for name in {top(name) for name in imports(module)} & BANNED:
        assert stem in messages[name] or module.startswith("ui/"), messages[name]


@pytest.mark.parametrize(
    "package", ["language", "vectorstore", "prompts", "ingest", "assistant", "eval", "ui"]
)
def test_importing_a_package_loads_nothing_heavy(package: str) -> None:
    program = f"import sys, {package}; print(*sorted(set(sys.modules) & set({HEAVY!r})))"
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr, done.stdout.split()) == (0, "", [])


@pytest.mark.parametrize("module", MODULES)
def test_a_module_is_short_and_says_its_question(module: str) -> None:
    text = (ROOT / module).read_text("utf-8")
    assert len(text.splitlines()) <= MOST_LINES
    if text.strip():
        assert ast.get_docstring(ast.parse(text)), "the first line names the question this module answers"


@pytest.mark.parametrize("module", MODULES)
def test_a_module_has_a_name_of_its_own(module: str) -> None:
    assert Path(module).stem not in {
        "utils",
        "util",
        "helpers",
        "helper",
        "manager",
        "base",
        "common",
        "misc",
    }


def test_nothing_names_the_machine_it_was_built_on() -> None:
    # Written in pieces, so that this file does not find itself.
    homes = ("/ro" + "ot/", "/wo" + "rk/", "/ho" + "me/", "/Us" + "ers/", "/tm" + "p/bash")
    path = re.compile("(?<![A-Za-z0-9_.~-])(" + "|".join(homes) + ")")
    found = []
    for name in tracked():
        try:
            text = (ROOT / name).read_text("utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{name}:{text.count(chr(10), 0, hit.start()) + 1}" for hit in path.finditer(text)]
    assert found == []


def test_no_file_is_too_large_to_clone() -> None:
    assert [name for name in tracked() if (ROOT / name).stat().st_size > 20 * 2**20] == []


def test_torch_is_no_dependency_unless_asked_for() -> None:
    names = [re.split(r"[<>=~!\[ ;]", line)[0] for line in PYPROJECT["project"]["dependencies"]]
    pins = re.findall(r"^([A-Za-z0-9_.-]+)==", (ROOT / "constraints.txt").read_text("utf-8"), re.M)
    assert {"torch", "sentence-transformers", "langchain-community"} & {*names, *pins} == set()
    assert not [pin for pin in pins if pin.startswith("nvidia")]


@pytest.mark.parametrize("module", MODULES)
def test_what_a_module_imports_is_a_declared_dependency(module: str) -> None:
    project = PYPROJECT["project"]
    optional = project["optional-dependencies"]
    lines = [*project["dependencies"], *optional["st"], *optional["ocr"]]
    declared = {re.split(r"[<>=~!\[ ;]", line)[0].lower() for line in lines}
    foreign = {top(name) for name in imports(module)} - set(ROOMS) - set(sys.stdlib_module_names)
    provided = {
        name: {by.lower() for by in DISTRIBUTIONS.get(name, [name.replace("_", "-")])} for name in foreign
    }
    assert {name for name, by in provided.items() if not by & declared} == set()


def test_every_dependency_is_pinned_for_set_up() -> None:
    project = PYPROJECT["project"]
    wanted = {
        re.split(r"[<>=~!\[ ;]", line)[0]
        for line in [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    }
    pins = re.findall(r"^([A-Za-z0-9_.-]+)==", (ROOT / "constraints.txt").read_text("utf-8"), re.M)

    def plain(names: set[str] | list[str]) -> set[str]:
        return {re.sub(r"[-_.]+", "-", name).lower() for name in names}

    assert plain(wanted) - plain(pins) == set()
