"""Is a question answered by the best of these sentences? One row of numbers for the whole list."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from assistant.choice.features import FEATURES
from assistant.choice.said import SAID

_MOST = tuple(
    FEATURES.index(name)
    for name in (
        "words", "pairs", "with_title", "around", "rarest", "run_share", "fitting_near", "any_near",
        "headed_near", "sized_near", "passage_words", "passage_pairs", "near_words",
    )
)  # fmt: skip
# Where in its text the best sentence stands, and how long it is, tells one set of questions from another.
_TOP = tuple(
    at for at, name in enumerate(FEATURES) if name not in ("position", "order", "from_end", "length", "title")
)
SUMMARY = (
    "best", "second_gap", "third_gap", "mean_gap", "sure", "spread",
    *(f"top_{FEATURES[at]}" for at in _TOP), *(f"most_{FEATURES[at]}" for at in _MOST), *SAID,
)  # fmt: skip


def summary(
    rows: npt.NDArray[np.float32], scores: npt.NDArray[np.float64], told: npt.NDArray[np.float32]
) -> npt.NDArray[np.float32]:
    """One row of SUMMARY for a list of at least one sentence.

    `rows` are as `features` gives them, `scores` as the chooser does, `told` as `said` does.
    """
    order = np.argsort(-scores, kind="stable")
    top = scores[order]
    weights = np.exp(scores - top[0])
    shares = weights / weights.sum()
    stats = [
        top[0],
        top[0] - top[min(1, len(top) - 1)],
        top[0] - top[min(2, len(top) - 1)],
        top[0] - float(scores.mean()),
        float(shares.max()),
        float(-(shares * np.log(shares + 1e-9)).sum()),
    ]
    found = np.concatenate([np.array(stats), rows[order[0], _TOP], rows[:, _MOST].max(axis=0), told])
    return found.astype(np.float32)[None, :]
