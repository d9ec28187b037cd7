"""What does an ensemble of decision trees say? Kept as arrays, walked for all rows and trees at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Rows = npt.NDArray[np.float32]
Scores = npt.NDArray[np.float64]


@dataclass(frozen=True, kw_only=True, eq=False)
class Trees:
    """Nodes of all trees, one after another. A node sends a row left where `feature <= threshold`; `left` and
    `right` are node numbers; a leaf is its own left and right, and adds its `value`. `roots` has one a tree.
    """

    feature: npt.NDArray[np.int32]
    threshold: npt.NDArray[np.float64]
    left: npt.NDArray[np.int32]
    right: npt.NDArray[np.int32]
    value: npt.NDArray[np.float64]
    roots: npt.NDArray[np.int32]
    depth: int

    def __call__(self, rows: Rows) -> Scores:
        """The sum over all trees for each row of (n, features)."""
        nodes = np.repeat(self.roots[None, :], len(rows), axis=0)
        index = np.arange(len(rows))[:, None]
        for _ in range(self.depth):
            goes_left = rows[index, self.feature[nodes]] <= self.threshold[nodes]
            nodes = np.where(goes_left, self.left[nodes], self.right[nodes])
        total: Scores = self.value[nodes].sum(axis=1)
        return total

    def arrays(self, *, name: str) -> dict[str, npt.NDArray[Any]]:
        """The arrays to keep, their names led by `name`."""
        fields = ("feature", "threshold", "left", "right", "value", "roots")
        return {f"{name}_{field}": getattr(self, field) for field in fields}


def trees_from(arrays: Mapping[str, npt.NDArray[Any]], *, name: str) -> Trees:
    """The ensemble kept as `name` by `Trees.arrays`.

    Raises: KeyError if one of its arrays is missing.
    """
    left, right = arrays[f"{name}_left"].astype(np.int32), arrays[f"{name}_right"].astype(np.int32)
    roots = arrays[f"{name}_roots"].astype(np.int32)
    return Trees(
        feature=arrays[f"{name}_feature"].astype(np.int32),
        threshold=arrays[f"{name}_threshold"].astype(np.float64),
        left=left,
        right=right,
        value=arrays[f"{name}_value"].astype(np.float64),
        roots=roots,
        depth=_depth(left, right, roots),
    )


def _depth(left: npt.NDArray[np.int32], right: npt.NDArray[np.int32], roots: npt.NDArray[np.int32]) -> int:
    level, depth = np.unique(roots), 0
    while True:
        inner = level[left[level] != level]
        if not inner.size:
            return depth
        level, depth = np.unique(np.concatenate([left[inner], right[inner]])), depth + 1
