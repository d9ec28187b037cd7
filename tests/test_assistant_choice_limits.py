"""The limits of refusal: read from the model's folder, in order, refused in one line where they are not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.choice.limits import FILE, read_limits, shipped_limits
from assistant.errors import ModelUnreadable


def written(folder: Path, **thresholds: float) -> Path:
    limits = {name: {"threshold": value} for name, value in thresholds.items()}
    (folder / FILE).write_text(json.dumps({"limits": limits, "curve": []}), "utf-8")
    return folder


def test_limits_are_read_by_name(tmp_path: Path) -> None:
    limits = read_limits(written(tmp_path, unlikely=0.01, unlikely_at_large=0.2, sure=0.5, certain=0.9))
    assert (limits.unlikely, limits.unlikely_at_large, limits.sure, limits.certain) == (0.01, 0.2, 0.5, 0.9)


@pytest.mark.parametrize(
    "thresholds",
    [
        pytest.param({"unlikely": 0.1, "sure": 0.5}, id="one is missing"),
        pytest.param({"unlikely": 0.3, "unlikely_at_large": 0.2, "sure": 0.5, "certain": 0.9}, id="order"),
        pytest.param({"unlikely": 0.1, "unlikely_at_large": 0.2, "sure": 0.5, "certain": 1.9}, id="above 1"),
    ],
)
def test_limits_that_make_no_sense_are_refused(tmp_path: Path, thresholds: dict[str, float]) -> None:
    with pytest.raises(ModelUnreadable, match="请重新安装招答"):
        read_limits(written(tmp_path, **thresholds))


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(ModelUnreadable, match="请重新安装招答"):
        read_limits(tmp_path)


def test_the_shipped_limits_stand_on_the_shipped_curve() -> None:
    told = json.loads(Path("assistant/models/choice-zh", FILE).read_text("utf-8"))
    false = [point["false"] for point in told["curve"]]
    assert false == sorted(false)
    assert {limit["threshold"] for limit in told["limits"].values()} >= {shipped_limits().unlikely}
