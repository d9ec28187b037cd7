"""The two commands: set-up is done once, says what is missing, and the continuous build runs all of it."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def setup() -> ModuleType:
    """tools/setup.py, which is a script and no part of a package."""
    spec = importlib.util.spec_from_file_location("zhaoda_setup", ROOT / "tools" / "setup.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def pip_calls(setup: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[Sequence[str]]:
    """The commands pip would have been given; no environment is made and nothing is installed."""
    calls: list[Sequence[str]] = []

    def run_pip(command: Sequence[str], *, log: Path) -> None:
        calls.append(command)

    monkeypatch.setattr(setup, "create", lambda venv: None)
    monkeypatch.setattr(setup, "run_pip", run_pip)
    return calls


def stamped(setup: ModuleType, venv: Path, extras: str) -> Path:
    venv.mkdir()
    (venv / "zhaoda-setup").write_text(f"{setup.fingerprint()} {extras}", "utf-8")
    return venv


@pytest.mark.parametrize(
    ("stamp", "wanted", "again"),
    [
        pytest.param("[dev]", "[dev]", False, id="done before"),
        pytest.param("[dev]", "", False, id="the tests' environment runs the desk too"),
        pytest.param("", "", False, id="a plain one, done before"),
        pytest.param("", "[dev]", True, id="the desk's environment cannot run the tests"),
    ],
)
def test_set_up_is_done_once(
    setup: ModuleType, pip_calls: list[object], tmp_path: Path, stamp: str, wanted: str, again: bool
) -> None:
    venv = stamped(setup, tmp_path / "venv", stamp)
    assert setup.install_packages(venv, extras=wanted) is again
    assert bool(pip_calls) is again


def test_an_environment_made_under_other_versions_is_brought_up_to_date(
    setup: ModuleType, pip_calls: list[Sequence[str]], tmp_path: Path
) -> None:
    venv = tmp_path / "venv"
    venv.mkdir()
    (venv / "zhaoda-setup").write_text("another fingerprint [dev]", "utf-8")
    assert setup.install_packages(venv, extras="[dev]")
    assert pip_calls[-1][-4:] == ["-e", ".[dev]", "-c", "constraints.txt"]
    assert not setup.install_packages(venv, extras="[dev]")


def test_an_old_python_is_told_what_to_do(
    setup: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(setup, "OLDEST", (99, 0))
    assert setup.main(["--venv", str(tmp_path / "venv")]) == 1
    assert "make PYTHON=python3.11" in capsys.readouterr().err


def test_pip_that_fails_shows_its_last_words(
    setup: ModuleType, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    command = [sys.executable, "-c", "print('ERROR: no such index'); raise SystemExit(1)"]
    with pytest.raises(setup.SetupError, match=r"setup\.log has all it said"):
        setup.run_pip(command, log=tmp_path / "setup.log")
    assert "no such index" in capfd.readouterr().err
    assert "no such index" in (tmp_path / "setup.log").read_text("utf-8")


def test_without_the_right_to_install_the_line_is_printed(
    setup: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert not setup.debian_install(["chromium"])
    assert "apt-get install -y --no-install-recommends chromium" in capsys.readouterr().out


@pytest.mark.parametrize("target", ["run", "test", "eval", "clean"])
def test_every_target_can_be_made(target: str) -> None:
    done = subprocess.run(["make", "-n", target], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_continuous_build_runs_every_test_in_a_fresh_environment() -> None:
    script = ROOT / ".ci" / "run"
    text = script.read_text("utf-8")
    assert os.access(script, os.X_OK)
    assert text.startswith("#!/usr/bin/env bash\n")
    assert "\nset -eu\n" in text
    assert 'test VENV="$fresh/venv"' in text
