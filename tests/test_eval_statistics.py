"""Intervals, percentiles and tests, against values worked by hand."""

from __future__ import annotations

import pytest

from eval.statistics import mcnemar, mean, percentile, share


@pytest.mark.parametrize(
    ("passed", "of", "low", "high"),
    [
        # Wilson, z = 1.96: (p + z²/2n ± z·sqrt(p(1-p)/n + z²/4n²)) / (1 + z²/n)
        pytest.param(8, 10, 0.4902, 0.9433, id="8 of 10"),
        pytest.param(11, 11, 0.7412, 1.0, id="all of 11 is no certainty"),
        pytest.param(0, 5, 0.0, 0.4345, id="none of 5"),
    ],
)
def test_a_share_has_wilsons_interval(passed: int, of: int, low: float, high: float) -> None:
    estimate = share([True] * passed + [False] * (of - passed))
    assert estimate is not None
    assert estimate.mean == passed / of
    assert estimate.low == pytest.approx(low, abs=5e-5)
    assert estimate.high == pytest.approx(high, abs=5e-5)
    assert estimate.n == of


def test_nothing_has_no_share_no_mean_and_no_percentile() -> None:
    assert (share([]), mean([]), percentile([], 95)) == (None, None, None)


def test_a_mean_has_a_bootstrap_interval_that_is_the_same_every_time() -> None:
    first = mean([0.0, 0.5, 1.0, 1.0])
    assert first is not None
    assert first == mean([0.0, 0.5, 1.0, 1.0])
    assert first.mean == 0.625
    # Of the 256 equally likely draws 5 have a mean below 0.25 and 19 one up to it: the 2.5 % point is 0.25;
    # 16 have the mean 1: so is the 97.5 % point.
    assert (first.low, first.high) == (0.25, 1.0)


def test_equal_values_leave_no_doubt_to_resample() -> None:
    estimate = mean([0.5, 0.5])
    assert estimate is not None
    assert (estimate.low, estimate.high) == (0.5, 0.5)


@pytest.mark.parametrize(
    ("percent", "value"), [(50, 3.0), (95, 5.0), (100, 5.0), (20, 1.0), (21, 2.0), (0, 1.0)]
)
def test_a_percentile_is_the_nearest_rank(percent: float, value: float) -> None:
    assert percentile([5.0, 1.0, 4.0, 2.0, 3.0], percent) == value


@pytest.mark.parametrize(
    ("fixed", "broken", "p"),
    [
        pytest.param(0, 0, 1.0, id="nothing changed"),
        pytest.param(5, 0, 2 / 32, id="five of five"),
        pytest.param(1, 9, 2 * 11 / 1024, id="nine of ten"),
        pytest.param(3, 3, 1.0, id="even"),
    ],
)
def test_mcnemar_is_exact(fixed: int, broken: int, p: float) -> None:
    assert mcnemar(fixed, broken) == pytest.approx(p)
    assert mcnemar(broken, fixed) == pytest.approx(p)
