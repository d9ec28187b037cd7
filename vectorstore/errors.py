"""What can go wrong with a library? The errors of this package, root first.

Officials read these messages: one line of Chinese that names the store, the cause and the next step.
"""

# ruff: noqa: N818 - an error is named for what happened, the root carries the suffix
from __future__ import annotations

from pathlib import Path


class VectorStoreError(Exception):
    """The root of this package's errors."""


class StoreMissing(VectorStoreError):
    """There is no library in the folder."""

    def __init__(self, store: Path) -> None:
        super().__init__(f"{store}：还没有资料库；请先运行 zhaoda ingest 导入资料，或用 --store 指明位置")


class StoreBusy(VectorStoreError):
    """Another process writes to the library."""

    def __init__(self, store: Path) -> None:
        super().__init__(f"{store}：另一个程序正在写入该资料库；请等它完成后再试")


class StoreDamaged(VectorStoreError):
    """The library's file cannot be read."""

    def __init__(self, store: Path, *, cause: object) -> None:
        super().__init__(
            f"{store}：资料库文件已损坏（{cause}）；"
            "请用 zhaoda restore 把备份恢复到一个空目录（--store），或重新导入"
        )


class StoreTooNew(VectorStoreError):
    """The library was written by a later version."""

    def __init__(self, store: Path, *, found: int, known: int) -> None:
        super().__init__(
            f"{store}：资料库由更新的版本写成（格式 {found}，本程序只认识到 {known}）；请升级招答"
        )


class StoreTooOld(VectorStoreError):
    """The library was written by an earlier version and has not been opened for writing since."""

    def __init__(self, store: Path) -> None:
        super().__init__(
            f"{store}：资料库由较早的版本写成，要先升级；请运行 zhaoda doctor --repair（资料不会丢失）"
        )


class StoreUnusable(VectorStoreError):
    """The library cannot be read or written for a reason outside it: rights, a full disk."""

    def __init__(self, store: Path, *, cause: object) -> None:
        super().__init__(f"{store}：资料库无法读写（{cause}）；请检查磁盘空间和目录权限")


class EmbedderChanged(VectorStoreError):
    """The library's vectors were made by another embedding model."""

    def __init__(self, store: Path, *, stored: str, given: str) -> None:
        super().__init__(
            f"{store}：资料库的向量由模型 {stored} 生成，与现在的模型 {given} 不一致；"
            "请运行 zhaoda doctor --repair 重新生成向量，或换回原来的模型"
        )


class StoreNotEmpty(VectorStoreError):
    """A backup may not be restored over existing documents."""

    def __init__(self, store: Path) -> None:
        super().__init__(f"{store}：目录里已有资料，不能覆盖；请用 --store 指定一个空目录再恢复")


class BackupUnusable(VectorStoreError):
    """The file is no backup of a library."""

    def __init__(self, file: Path, *, cause: object) -> None:
        super().__init__(f"{file}：不是可用的备份（{cause}）；请换一个备份文件")


class NoSuchDocument(VectorStoreError):
    """The library holds no document of this id."""

    def __init__(self, document_id: str) -> None:
        super().__init__(f"{document_id}：资料库中没有这份文件；请用 zhaoda documents list 查看")


class InvalidRecord(VectorStoreError):
    """A record contradicts itself: a developer's mistake, told in English."""


class IndexUnusable(VectorStoreError):
    """The vector index cannot be opened or queried; the exact scan does its work."""

    def __init__(self, folder: Path, *, cause: object) -> None:
        super().__init__(f"{folder}：向量索引不可用（{cause}）；请运行 zhaoda doctor --repair 重建")
        self.cause = str(cause)
