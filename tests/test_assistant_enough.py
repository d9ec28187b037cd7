"""Whether a document says enough of a question: the regression beside the chooser, and what it reads."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.errors import ModelUnreadable
from assistant.passages.coverage import FILE, SHARES, Enough, read_enough, shipped_enough

NOTHING_SAID = (-4.0, *(0.1,) * (len(SHARES) - 1))
ALL_SAID = (4.0, *(1.0,) * (len(SHARES) - 1))
LIMITS = {"at_length": 0.05, "known": 0.1, "at_large": 0.5, "certain": 0.9, "plain": 0.95}


def test_more_said_is_likelier() -> None:
    enough = shipped_enough()
    assert enough.likelihood(NOTHING_SAID) < enough.known < enough.certain < enough.likelihood(ALL_SAID)


def test_what_names_nothing_must_be_likelier_than_what_does() -> None:
    enough = shipped_enough()
    assert 0 < enough.at_length < enough.known < enough.at_large < enough.certain < enough.plain < 1


def test_a_likelihood_is_worked_out_by_hand() -> None:
    weights = (1.0, *(0.0,) * (len(SHARES) - 1))
    enough = Enough(weights=weights, intercept=0.0, **LIMITS)
    assert enough.likelihood((0.0, *(1.0,) * (len(SHARES) - 1))) == pytest.approx(0.5)
    assert enough.likelihood((2.0, *(1.0,) * (len(SHARES) - 1))) == pytest.approx(0.8808, abs=1e-4)


@pytest.mark.parametrize("kept", ["", "{}", json.dumps({"shares": ["other"], "weights": [1.0]})])
def test_a_damaged_regression_is_named(tmp_path: Path, kept: str) -> None:
    (tmp_path / FILE).write_text(kept, "utf-8")
    with pytest.raises(ModelUnreadable, match=FILE):
        read_enough(tmp_path)
