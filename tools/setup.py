"""How does a bare machine become one that runs zhaoda? Environment, packages, what the tests need.

Called by the Makefile with the system's Python, so nothing here is imported from outside the standard
library. Safe to run again: a stamp in the environment remembers what was installed and skips the work.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST = (3, 11)
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")
FONT_FOLDERS = (Path("/usr/share/fonts/truetype/wqy"), Path("/usr/local/share/fonts/wqy"))
# pip says hundreds of lines; a waiting person wants the large downloads, the steps and what went wrong.
WHEEL_TAGS = re.compile(r"-(?:cp|py)\d\S*\.whl")
TELLING = re.compile(r"\s*(Downloading .* MB\)|Building editable|Installing collected|ERROR)")


class SetupError(Exception):
    """Set-up cannot go on; the message says what, why and what to do."""


def say(text: str) -> None:
    """Tell the person waiting what is happening now."""
    print(f"[set-up] {text}", flush=True)


def main(arguments: Sequence[str]) -> int:
    """Set the machine up; 0 when everything asked for is there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--venv", type=Path, default=ROOT / ".venv", help="the virtual environment to fill")
    parser.add_argument("--dev", action="store_true", help="also what the tests need")
    options = parser.parse_args(arguments)
    started = time.monotonic()
    try:
        did_something = set_up(options.venv.resolve(), dev=options.dev)
    except SetupError as error:
        print(f"[set-up] {error}", file=sys.stderr)
        return 1
    if did_something:
        say(f"ready after {time.monotonic() - started:.0f} s")
    return 0


def set_up(venv: Path, *, dev: bool) -> bool:
    """Fill `venv` and, with `dev`, install the browser and the font; True when anything had to be done."""
    if sys.version_info < OLDEST:
        raise SetupError(f"Python {sys.version.split()[0]} is too old: run make PYTHON=python3.11 (or newer)")
    installed = install_packages(venv, extras="[dev,ocr]" if dev else "")
    return (dev and install_debian_packages()) or installed


def install_packages(venv: Path, *, extras: str) -> bool:
    """Install the project and its dependencies under constraints.txt, unless the stamp says it was done."""
    stamp, state = venv / "zhaoda-setup", f"{fingerprint()} {extras}"
    done = stamp.read_text("utf-8") if stamp.is_file() else ""
    if done.startswith(state):  # an environment for the tests holds everything a plain one does
        return False
    log = venv / "setup.log"
    create(venv)
    say(f"installing zhaoda{extras} and its dependencies (first time: one to five minutes)")
    pip = [str(venv / "bin" / "python"), "-m", "pip", "install", "--progress-bar", "off"]
    # pip 23 resolves for minutes what pip 26 does in seconds
    run_pip([*pip, "--upgrade", "pip"], log=log)
    run_pip([*pip, "-e", f".{extras}", "-c", "constraints.txt"], log=log)
    stamp.write_text(state, "utf-8")
    return True


def fingerprint() -> str:
    """What an installation depends on: the interpreter, the place, the dependencies and their versions."""
    import tomllib  # not before the version check: Python 3.10 has none

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = (project["build-system"], project["project"], project["tool"]["setuptools"])
    digest = hashlib.sha256(repr((sys.version, str(ROOT), wanted)).encode("utf-8"))
    digest.update((ROOT / "constraints.txt").read_bytes())
    return digest.hexdigest()


def create(venv: Path) -> None:
    """Make the virtual environment where there is none that works."""
    python = venv / "bin" / "python"
    if python.exists() and run([str(python), "-m", "pip", "--version"]).returncode == 0:
        return
    say(f"creating the virtual environment {venv.name}")
    command = [sys.executable, "-m", "venv", "--clear", str(venv)]
    made = run(command)
    if made.returncode and debian_install(["python3-venv"]):  # Debian ships venv apart from Python
        made = run(command)
    if made.returncode:
        cause = (made.stdout + made.stderr).strip().splitlines() or ["no reason given"]
        raise SetupError(f"{venv}: not created ({cause[0]}); on Debian: apt-get install python3-venv")


def run(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    """Run quietly; the caller looks at the return code."""
    return subprocess.run(command, check=False, capture_output=True, text=True)


def run_pip(command: Sequence[str], *, log: Path) -> None:
    """Run pip from the project's folder, all of it into `log`, its telling lines to the terminal."""
    lines: list[str] = []
    with (
        log.open("a", encoding="utf-8") as kept,
        subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        ) as process,
    ):
        for line in process.stdout or ():
            kept.write(line)
            lines.append(line.rstrip())
            if TELLING.match(line):
                say("  " + WHEEL_TAGS.sub("", line.strip())[:100])
    if process.returncode:
        print("\n".join(lines[-25:]), file=sys.stderr)
        raise SetupError(f"pip failed, {log} has all it said; check the package index, then run again")


def install_debian_packages() -> bool:
    """Chromium and a Chinese font for the browser and PDF tests; without them those tests skip and say so."""
    wanted = []
    if not any(shutil.which(name) for name in CHROMIUMS) and not os.environ.get("ZHAODA_CHROMIUM"):
        wanted.append("chromium")
    if not any(folder.is_dir() for folder in FONT_FOLDERS):
        wanted.append("fonts-wqy-microhei")
    return bool(wanted) and debian_install(wanted)


def debian_install(packages: Sequence[str]) -> bool:
    """Install Debian packages as root; for anybody else, say which line does it. True when installed."""
    line = f"apt-get install -y --no-install-recommends {' '.join(packages)}"
    if not shutil.which("apt-get") or os.geteuid() != 0:
        say(f"missing: {', '.join(packages)}; please run: sudo {line}")
        return False
    say(f"installing Debian packages: {', '.join(packages)}")
    run(["apt-get", "update", "-qq"])
    done = run(["env", "DEBIAN_FRONTEND=noninteractive", *line.split()])
    if done.returncode:
        say(f"could not install {', '.join(packages)}: {done.stderr.strip()[-300:]}")
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
