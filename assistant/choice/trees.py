"""What does an ensemble of decision trees say? Kept as arrays, walked for all rows and trees at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
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
        children, bounds, values = self._children, self._bounds, np.ascontiguousarray(rows).ravel()
        begins = np.arange(len(rows))[:, None] * (rows.shape[1] if len(rows) else 0)
        nodes = np.repeat(self.roots.astype(np.intp)[None, :], len(rows), axis=0)
        for _ in range(self.depth):  # taken from flat arrays: a third of the time of two indices
            goes_left = values.take(begins + self.feature.take(nodes)) <= bounds.take(nodes)
            nodes = children.take(2 * nodes + goes_left)
        total: Scores = self.value.take(nodes).sum(axis=1)
        return total

    @cached_property
    def _children(self) -> npt.NDArray[np.intp]:
        """Right and left of every node, one pair after the other."""
        return np.stack([self.right, self.left], axis=1).ravel().astype(np.intp)

    @cached_property
    def _bounds(self) -> Rows:
        """The greatest number of a row's kind that is not above each threshold."""
        near = self.threshold.astype(np.float32)
        below = np.nextafter(near, np.float32(-np.inf))
        return np.where(near > self.threshold, below, near).astype(np.float32)

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
