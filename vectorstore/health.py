"""Is the library sound?

The checks read the truth first (SQLite's own check, offsets, vectors), then ask each index for what it must
find.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from vectorstore.errors import IndexUnusable, StoreDamaged
from vectorstore.index import ExactIndex, Filters, Vector
from vectorstore.index_probe import probed
from vectorstore.index_sync import current_stamp, index_root
from vectorstore.library import Library
from vectorstore.repair import has_all_vectors
from vectorstore.word_sync import entries, passage_ids, usable_view

Topic = Literal["file", "documents", "offsets", "vectors", "lexical", "index", "embedder"]
_SAMPLE = 200  # passages asked of each index
_FOUND_SHARE = 0.95  # a graph of vectors may miss a few; more than that is damage


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One line of a health report, in Chinese; `sound` is False where something needs repair."""

    topic: Topic
    sound: bool
    message: str


def check(library: Library) -> Iterator[Finding]:
    """Look at everything, one finding after the other; nothing is changed.

    Stops early at damage that would make the rest meaningless.
    """
    try:
        yield (file := _file(library))
        if not file.sound:
            return
        yield _documents(library)
        yield _embedder(library)
        yield _offsets(library)
        yield _lexical(library)
        if not has_all_vectors(library):
            yield _broken("vectors", "部分段落没有向量，需要重新生成")
            return
        vectors = ExactIndex.of(library.vectors())
        yield _vectors(library, vectors)
        yield _index(library, vectors)
    except StoreDamaged as error:
        yield _broken("file", str(error))


def _file(library: Library) -> Finding:
    with library.reading() as connection:
        answer = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        orphans = connection.execute("PRAGMA foreign_key_check").fetchone()
    if answer == "ok" and orphans is None:
        return Finding(topic="file", sound=True, message="数据文件完好")
    cause = answer if answer != "ok" else "记录之间的引用不完整"
    return _broken("file", f"数据文件有损坏（{cause}），请用 zhaoda restore 从备份恢复")


def _documents(library: Library) -> Finding:
    with library.reading() as connection:
        counts = [
            connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in ("documents", "passages", "figures", "projects")
        ]
    message = "文件 {} 份，段落 {} 段，数据 {} 条，项目 {} 个".format(*counts)
    return Finding(topic="documents", sound=True, message=message)


def _embedder(library: Library) -> Finding:
    stored, given = library.meta("embedder"), library.embedder.name
    if stored in ("", given):
        return Finding(topic="embedder", sound=True, message=f"向量模型 {given}")
    return _broken("embedder", f"向量由模型 {stored} 生成，现在的模型是 {given}，需要重新生成")


def _offsets(library: Library) -> Finding:
    wrong = [document.name for document in library.documents() if not _is_verbatim(library, document.id)]
    if not wrong:
        return Finding(topic="offsets", sound=True, message="段落、数据和项目的引文都与原文一致")
    return _broken("offsets", f"{len(wrong)} 份文件的引文与原文不一致（如 {wrong[0]}），请重新导入这些文件")


def _is_verbatim(library: Library, document_id: str) -> bool:
    with library.reading() as connection:
        connection.execute("BEGIN")
        row = connection.execute("SELECT text FROM documents WHERE id = ?", (document_id,)).fetchone()
        if row is None:  # removed while we looked
            return True
        text: str = row["text"]
        return all(
            text[start:end] == quote
            for table, column in (("passages", "text"), ("figures", "quote"), ("projects", "quote"))
            for start, end, quote in connection.execute(
                f'SELECT start, "end", {column} FROM {table} WHERE document_id = ?', (document_id,)
            )
        )


def _vectors(library: Library, index: ExactIndex) -> Finding:
    asked = _sampled(library)
    found = sum(
        bool(near) and near[0].similarity > 0.999
        for near in (index.query(each, k=1, filters=Filters()) for each in asked)
    )
    if found == len(asked):
        return Finding(
            topic="vectors", sound=True, message=f"向量 {index.count()} 个，抽查 {found} 个都能找回"
        )
    return _broken("vectors", f"抽查 {len(asked)} 个向量，只找回 {found} 个，需要重新生成")


def _sampled(library: Library) -> list[Vector]:
    """Vectors spread evenly over the documents."""
    ids = [document.id for document in library.documents()]
    chosen = ids[:: max(1, len(ids) // _SAMPLE)][:_SAMPLE]
    rows = [row for each in library.vectors(chosen) for row in each.matrix[:1]]
    return [row for row in rows if row.any()]


def _lexical(library: Library) -> Finding:
    generation, held = library.generation, passage_ids(library)
    usable = usable_view(library, generation=generation)
    if usable is None or usable[1].generation != generation:
        if not held:
            return Finding(topic="lexical", sound=True, message="全文索引为空")
        return _broken("lexical", "全文索引缺失或落后（检索照常，启动后第一次较慢），需要重建")
    view, _ = usable
    try:
        shown = view.ids()
        with library.reading() as connection:
            asked = held[:: max(1, len(held) // _SAMPLE)]
            lost = [entry.id for entry in entries(connection, asked) if not view.holds(entry)]
    except IndexUnusable:
        return _broken("lexical", "全文索引读不出来，需要重建")
    if shown == set(held) and not lost:
        return Finding(topic="lexical", sound=True, message=f"全文索引 {len(shown)} 段，抽查都能找回")
    return _broken(
        "lexical", f"全文索引有 {len(shown)} 段，应有 {len(held)} 段，抽查缺 {len(lost)} 段，需要重建"
    )


def _index(library: Library, vectors: ExactIndex) -> Finding:
    stamp = current_stamp(library)
    if stamp is None:
        if not vectors.count():
            return Finding(topic="index", sound=True, message="向量索引为空")
        return _broken("index", "向量索引缺失或落后（检索照常，逐条比对），需要重建")
    asked = _sampled(library)
    answer = probed(index_root(library) / stamp.folder, asked)
    if answer is None:
        return _broken("index", "向量索引打不开（检索照常，逐条比对），需要重建")
    count, found = answer
    if count == vectors.count() and found >= _FOUND_SHARE * len(asked):
        return Finding(
            topic="index", sound=True, message=f"向量索引 {count} 个，抽查找回 {found}/{len(asked)}"
        )
    return _broken(
        "index", f"向量索引有 {count} 个，应有 {vectors.count()} 个，抽查找回 {found}/{len(asked)}，需要重建"
    )


def _broken(topic: Topic, cause: str) -> Finding:
    return Finding(topic=topic, sound=False, message=cause)
