"""Which projects do the documents tell of, and which of their mentions are of one?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from operator import itemgetter

from assistant.names import core_name
from vectorstore.connected_projects import ConnectedMentions
from vectorstore.ledger_rows import Project
from vectorstore.library import Library
from vectorstore.projects import MergedProject, merge_projects

_ONCE = 24  # sets of names that the routes of one question ask for again


@dataclass(frozen=True, kw_only=True)
class ToldProjects:
    """The projects of one generation of a library, read and merged on first use."""

    library: Library
    levels: frozenset[str] | None

    @cached_property
    def mentions(self) -> tuple[Project, ...]:
        """Every mention of a project."""
        return tuple(self.library.projects(levels=self.levels))

    @cached_property
    def merged(self) -> tuple[MergedProject, ...]:
        """One record a project, with all its mentions."""
        return self._merged_of(self.mentions)

    def _merged_of(self, rows: Sequence[Project]) -> tuple[MergedProject, ...]:
        return merge_projects(rows, self.library.dates({row.document_id for row in rows}))

    @cached_property
    def cores(self) -> dict[str, list[int]]:
        """The numbers of the mentions with a name of each core."""
        found: dict[str, list[int]] = {}
        for number, row in enumerate(self.mentions):
            for core in dict.fromkeys(map(core_name, (row.name, *row.aliases))):
                found.setdefault(core, []).append(number)
        return found

    @cached_property
    def _connected(self) -> ConnectedMentions:
        return ConnectedMentions([(row.name, *row.aliases) for row in self.mentions])

    def called(self, cores: frozenset[str]) -> list[MergedProject]:
        """The projects that have a name of one of these cores, those of one core after the other; merged of
        the mentions that may tell of them, for merging all takes a fifth of a second."""
        return self._called(cores)

    @cached_property
    def _called(self) -> Callable[[frozenset[str]], list[MergedProject]]:
        return lru_cache(maxsize=_ONCE)(self._of_cores)

    def _of_cores(self, cores: frozenset[str]) -> list[MergedProject]:
        if "merged" in vars(self):  # of the whole ledger they are the same
            own = (self._merged_by_core[core] for core in cores if core in self._merged_by_core)
            return [project for called in sorted(own, key=itemgetter(0)) for project in called[1]]
        named = {number for core in cores for number in self.cores.get(core, ())}
        rows = [self.mentions[number] for number in self._connected.with_any(named)]
        found: dict[str, list[MergedProject]] = {}
        for project in self._merged_of(rows):
            for core in cores.intersection(map(core_name, project.names)):
                found.setdefault(core, []).append(project)
        return [project for called in found.values() for project in called]

    @cached_property
    def _merged_by_core(self) -> dict[str, tuple[int, list[MergedProject]]]:
        """By core the projects that have a name of it, behind the number of the first of them."""
        found: dict[str, tuple[int, list[MergedProject]]] = {}
        for number, project in enumerate(self.merged):
            for core in dict.fromkeys(map(core_name, project.names)):
                found.setdefault(core, (number, []))[1].append(project)
        return found

    def prepare(self) -> None:
        """Puts together what the first question for a project, and the first for a list of them, would wait
        for: .3 s of ten thousand."""
        _ = self.cores, self._merged_by_core
