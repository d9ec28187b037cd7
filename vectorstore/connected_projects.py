"""Which mentions may tell of the same projects as some others, so that a question need not merge them all?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from language.project_name import project_core, same_project

Names = tuple[str, ...]


class ConnectedMentions:
    """Mentions of projects by number, two of them connected where a name of one may be short for one of the
    other's.

    `merge_projects` never puts unconnected mentions together: of all that are connected with some it makes
    the same projects as of the whole ledger.
    """

    def __init__(self, names: Sequence[Names]) -> None:
        """`names` are those of each mention, in the order of the ledger."""
        self._names = names
        self._numbers: dict[Names, list[int]] = {}
        for number, own in enumerate(names):
            self._numbers.setdefault(own, []).append(number)
        self._by_edge: dict[str, list[Names]] = {}
        for own in self._numbers:
            for edge in set(chain.from_iterable(map(_edges, own))):
                self._by_edge.setdefault(edge, []).append(own)

    def with_any(self, numbers: Iterable[int]) -> list[int]:
        """These mentions and all that are connected with them, directly or through others, in order."""
        todo = {self._names[number] for number in numbers}
        found = set(todo)
        while todo:
            new = self._near(todo.pop()) - found
            found |= new
            todo |= new
        return sorted(number for names in found for number in self._numbers[names])

    def _near(self, names: Names) -> set[Names]:
        return {
            other
            for name in names
            for edge in _edges(name)
            for other in self._by_edge[edge]
            if any(same_project(name, own) for own in other)
        }


def _edges(name: str) -> tuple[str, str]:
    """The beginning and the end of a name; `same_project` takes none for the same that share neither."""
    core = project_core(name)
    return f"{core[:2]}…", f"…{core[-3:]}"
