"""What do `zhaoda doctor`, `backup` and `restore` do? Check, mend, save and bring back a store."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from ui.arguments import Options

if TYPE_CHECKING:
    from vectorstore.index_sync import OnProgress
    from vectorstore.library import Library


def run(options: Options) -> int:
    """Do the one that was asked for; `doctor` ends with 0 only if the store is sound when it is done."""
    if options.command == "doctor":
        return _doctor(options.store, mend=options.repair)
    if options.command == "backup":
        return _backup(options.store, options.file)
    return _restore(options.store, options.file)


def _doctor(store: Path, *, mend: bool) -> int:
    from vectorstore.build import open_library
    from vectorstore.repair import repair

    with open_library(store, writable=mend, accept_embedder=True) as library:
        print(f"检查 {store}", flush=True)
        sound = _report(library)
        if mend:
            with _progress("修复") as on_progress:
                repair(library, on_progress=on_progress)
            print("已重建索引，再查一遍", flush=True)
            sound = _report(library)
    if not sound:
        print(
            "资料库需要处理：能重建的用 zhaoda doctor --repair" if not mend else "仍有问题，见上",
            file=sys.stderr,
        )
    return 0 if sound else 1


def _report(library: Library) -> bool:
    from vectorstore.health import check

    sound = True
    for finding in check(library):
        print(f"  {'正常' if finding.sound else '异常'}  {finding.message}", flush=True)
        sound = sound and finding.sound
    return sound


@contextmanager
def _progress(doing: str) -> Iterator[OnProgress]:
    from tqdm import tqdm

    with tqdm(desc=doing, unit="份", file=sys.stderr) as bar:

        def on_progress(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        yield on_progress


def _backup(store: Path, file: Path) -> int:
    from vectorstore.backup import backup
    from vectorstore.build import open_library

    with open_library(store, accept_embedder=True) as library:
        backup(library, file)
        count = len(library.documents())
    print(f"已备份 {count} 份资料到 {file}（{file.stat().st_size / 1024 / 1024:.1f} MB）")
    return 0


def _restore(store: Path, file: Path) -> int:
    from vectorstore.backup import restore
    from vectorstore.build import open_library, refresh_index

    restore(store, file)
    with open_library(store, writable=True, accept_embedder=True) as library:
        with _progress("建索引") as on_progress:
            refresh_index(library, on_progress=on_progress)
        count = len(library.documents())
    print(f"已把 {count} 份资料恢复到 {store}")
    return 0
