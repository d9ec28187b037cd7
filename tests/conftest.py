"""What every test may ask for: a quiet environment, the maintainers' corpora, a browser."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from assistant import Assistant

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")

# Set before anything of ours is imported: a test must not see the developer's store, model or key, and no
# library may look for news on the network.
for name in [name for name in os.environ if name.startswith("ZHAODA_") and name != "ZHAODA_CHROMIUM"]:
    del os.environ[name]
for name in [name for name in os.environ if name.lower() in {"http_proxy", "https_proxy", "all_proxy"}]:
    del os.environ[name]
os.environ |= {
    "HF_HUB_OFFLINE": "1",
    "ANONYMIZED_TELEMETRY": "False",
    "GRADIO_ANALYTICS_ENABLED": "False",
    "LANGSMITH_TRACING": "false",
}

# The same examples on every machine, and no failure because a shared machine was slow for a moment.
settings.register_profile("zhaoda", deadline=None, derandomize=True)
settings.load_profile("zhaoda")


def find_chromium() -> str | None:
    """The browser the tests drive: $ZHAODA_CHROMIUM, else one on the PATH."""
    wanted = os.environ.get("ZHAODA_CHROMIUM")
    return wanted or next((path for name in CHROMIUMS if (path := shutil.which(name))), None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip, saying why, what this machine cannot run."""
    absent = []
    if not SHARED.is_dir():
        absent.append(("shared", "the maintainers' corpora are not beside this checkout"))
    if find_chromium() is None:
        absent.append(("browser", "no Chromium: apt-get install chromium, or set ZHAODA_CHROMIUM"))
    for marker, reason in absent:
        for item in items:
            if item.get_closest_marker(marker):
                item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(scope="module")
def assistant(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Assistant]:
    """An assistant over the PAPERS of the test module, texts by the names of their files."""
    from ingest_samples import asked_over

    with asked_over(tmp_path_factory.mktemp("papers"), request.module.PAPERS) as opened:
        yield opened


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The maintainers' folder of corpora and gold rows; skips the test where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the maintainers' corpora are not beside this checkout")
    return SHARED


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the browser; skips the test where there is none."""
    path = find_chromium()
    if path is None:
        pytest.skip("no Chromium: apt-get install chromium, or set ZHAODA_CHROMIUM")
    return path
