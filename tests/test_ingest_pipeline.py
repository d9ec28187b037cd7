"""A folder goes in, comes again, changes, moves, vanishes; each file ends in one state, durable when told."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import pytest
from ingest_samples import (
    ARTICLE,
    FACT,
    docx_bytes,
    ingest_into,
    jsonl_bytes,
    open_test_library,
    pdf_bytes,
    pptx_bytes,
    xlsx_bytes,
    zip_bytes,
)

from ingest import FileOutcome, IngestError, ingest
from ingest.loaded import Stated
from ingest.pool import Pool, Reply
from ingest.wire import Failure, Reading, Request
from ingest.worker import Worker
from vectorstore.document import Document


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a document of every format."""
    root = tmp_path / "资料"
    files = {
        "文章.txt": ARTICLE.encode(),
        "简报.md": f"# 招商简报\n\n{FACT}\n".encode(),
        "网页.html": f"<html><body><h1>题目</h1><p>{FACT}</p></body></html>".encode("gbk"),
        "公文.docx": docx_bytes("关于招商的通知", FACT),
        "台账.xlsx": xlsx_bytes(台账=[["区市", "项目数"], ["临江区", 34]]),
        "名单.csv": "区市,项目数\n临江区,34\n".encode("gb18030"),
        "推介.pptx": pptx_bytes(("推介", [FACT])),
        "报告.pdf": pdf_bytes([(72, 100, FACT)]),
        "包.zip": zip_bytes({"里/一.txt": ARTICLE.encode(), "里/二.txt": FACT.encode()}),
        "库.jsonl": jsonl_bytes(
            {"id": "r1", "title": "甲", "text": FACT}, {"id": "r2", "title": "乙", "text": ARTICLE}
        ),
        "子/文章.txt": f"{FACT}同名的另一份。".encode(),
    }
    for name, data in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)
    return root


ALL = 13  # two in the archive, two records, and nine files


def states(outcomes: tuple[FileOutcome, ...]) -> dict[str, str]:
    return {outcome.document: outcome.state for outcome in outcomes}


def stored(store: Path) -> dict[str, Document]:
    with open_test_library(store) as library:
        return {document.source: library.document(document.id) for document in library.documents()}


def by_name(store: Path, name: str) -> Document:
    return next(document for document in stored(store).values() if document.name == name)


def test_every_format_is_in_and_the_second_time_nothing_is_read(folder: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    first = ingest_into(store, [folder])
    assert [outcome.reason for outcome in first.failed] == []
    assert (len(first.outcomes), len(first.added), first.parsed) == (ALL, ALL, ALL)
    assert first.embedded >= ALL
    assert len(stored(store)) == ALL
    second = ingest_into(store, [folder])
    assert (len(second.unchanged), second.parsed, second.embedded) == (ALL, 0, 0)


def test_a_file_that_cannot_be_read_is_named_each_time_and_parses_nothing(tmp_path: Path) -> None:
    (tmp_path / "坏.docx").write_bytes(b"PK\x03\x04 cut off")
    (tmp_path / "好.txt").write_text(FACT, "utf-8")
    for parsed in (1, 0):
        report = ingest_into(tmp_path / ".store", [tmp_path])
        assert (report.parsed, states(report.failed)) == (parsed, {"坏.docx": "rejected"})


def test_two_files_of_one_name_both_live(folder: Path, tmp_path: Path) -> None:
    ingest_into(tmp_path / "store", [folder])
    twins = [document for document in stored(tmp_path / "store").values() if document.name == "文章.txt"]
    assert len({document.id for document in twins}) == 2


def test_the_library_keeps_the_original_and_verbatim_text(folder: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    ingest_into(store, [folder])
    with open_test_library(store) as library:
        document = next(d for d in library.documents() if d.source.endswith("资料/文章.txt"))
        assert library.original(document.id) == ARTICLE.encode()
        assert library.document(document.id).text == ARTICLE
        assert library.passages(document.id)


def test_records_carry_their_own_ids_and_fields(tmp_path: Path) -> None:
    record = {
        "id": "规-7", "title": "题目", "text": FACT, "published": "2025-04-03", "publisher": "江城日报",
        "url": "https://example.com/7", "level": "internal",
    }  # fmt: skip
    (tmp_path / "a.jsonl").write_bytes(jsonl_bytes(record))
    ingest_into(tmp_path / "store", [tmp_path / "a.jsonl"])
    found = by_name(tmp_path / "store", "规-7")
    assert (found.title, found.publisher, found.published) == ("题目", "江城日报", "2025-04-03")
    assert (found.url, found.level, found.text) == ("https://example.com/7", "internal", FACT)


def test_a_bad_line_is_rejected_and_the_others_are_in(tmp_path: Path) -> None:
    good, twin = {"id": "a", "text": FACT}, {"id": "a", "text": ARTICLE}
    blank, nameless = {"id": "b", "text": ""}, {"text": FACT}
    lines = [
        json.dumps(good),
        "{broken",
        json.dumps(twin),
        "[1]",
        "",
        json.dumps(blank),
        json.dumps(nameless),
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), "utf-8")
    report = ingest_into(tmp_path / "store", [tmp_path / "a.jsonl"])
    assert [(o.document, o.state) for o in report.outcomes] == [
        ("a", "added"), ("a.jsonl 第2行", "rejected"), ("a", "rejected"), ("a.jsonl 第4行", "rejected"),
        ("b", "rejected"), ("a.jsonl 第7行", "added"),
    ]  # fmt: skip
    assert all(outcome.reason for outcome in report.failed)


def test_a_changed_file_replaces_its_document(folder: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    ingest_into(store, [folder])
    before = by_name(store, "简报.md")
    (folder / "简报.md").write_text("# 招商简报\n\n换了内容。\n", "utf-8")
    report = ingest_into(store, [folder])
    assert states(report.updated) == {"简报.md": "updated"}
    after = by_name(store, "简报.md")
    assert after.id == before.id and "换了内容" in after.text
    assert len(stored(store)) == ALL


def test_a_changed_file_that_cannot_be_read_leaves_the_old_version(folder: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    ingest_into(store, [folder])
    (folder / "公文.docx").write_bytes(b"PK\x03\x04 cut off")
    (folder / "简报.md").write_bytes(b"")
    report = ingest_into(store, [folder])
    assert set(states(report.failed)) == {"公文.docx", "简报.md"}
    assert report.removed == ()
    assert FACT in by_name(store, "公文.docx").text and FACT in by_name(store, "简报.md").text


def test_a_vanished_file_is_removed_when_its_folder_comes_again(folder: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    ingest_into(store, [folder])
    (folder / "简报.md").unlink()
    (folder / "包.zip").write_bytes(zip_bytes({"里/一.txt": ARTICLE.encode()}))
    (folder / "库.jsonl").write_bytes(jsonl_bytes({"id": "r2", "title": "乙", "text": ARTICLE}))
    one = ingest_into(store, [folder / "文章.txt"])
    assert one.removed == (), "a file says nothing of its neighbours"
    report = ingest_into(store, [folder])
    assert set(states(report.removed)) == {"简报.md", "二.txt", "r1"}
    assert len(report.unchanged) == len(stored(store)) == ALL - 3


def test_what_came_from_elsewhere_is_not_removed(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "资料二"
    other.mkdir()
    (other / "别处.txt").write_text(FACT, "utf-8")
    ingest_into(tmp_path / "store", [folder, other])
    assert ingest_into(tmp_path / "store", [folder]).removed == ()


def test_a_container_that_cannot_be_read_keeps_what_it_gave(folder: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    ingest_into(store, [folder])
    (folder / "包.zip").write_bytes(b"PK\x03\x04 cut off")
    (folder / "库.jsonl").write_text("{broken", "utf-8")
    report = ingest_into(store, [folder])
    assert report.removed == () and len(report.failed) == 2
    assert len(stored(store)) == ALL


def test_a_renamed_file_is_recognised_and_not_read_again(folder: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    ingest_into(store, [folder])
    before = by_name(store, "简报.md")
    (folder / "简报.md").rename(folder / "子" / "新简报.md")
    report = ingest_into(store, [folder])
    assert (states(report.renamed), report.parsed, report.removed) == ({"新简报.md": "renamed"}, 0, ())
    after = by_name(store, "新简报.md")
    assert (after.id, after.text) == (before.id, before.text)
    assert len(ingest_into(store, [folder]).unchanged) == ALL


def test_a_new_file_under_the_name_of_a_renamed_one_is_a_document_of_its_own(tmp_path: Path) -> None:
    folder, store = tmp_path / "资料", tmp_path / "store"
    folder.mkdir()
    (folder / "甲.txt").write_text(FACT, "utf-8")
    ingest_into(store, [folder])
    (folder / "甲.txt").rename(folder / "乙.txt")
    (folder / "甲.txt").write_text(ARTICLE, "utf-8")
    ingest_into(store, [folder])
    assert len({document.id for document in stored(store).values()}) == 2
    assert by_name(store, "乙.txt").text == FACT and by_name(store, "甲.txt").text == ARTICLE


def test_a_new_name_that_carries_a_date_is_read_for_it(tmp_path: Path) -> None:
    folder, store = tmp_path / "资料", tmp_path / "store"
    folder.mkdir()
    (folder / "甲.txt").write_text("会议研究了有关工作。", "utf-8")
    ingest_into(store, [folder])
    (folder / "甲.txt").rename(folder / "甲 2025-04-03.txt")
    report = ingest_into(store, [folder])
    assert (states(report.renamed), report.removed) == ({"甲 2025-04-03.txt": "renamed"}, ())
    assert by_name(store, "甲 2025-04-03.txt").published == "2025-04-03"


def test_a_renamed_archive_keeps_its_documents(folder: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    ingest_into(store, [folder])
    (folder / "包.zip").rename(folder / "新包.zip")
    report = ingest_into(store, [folder])
    assert (len(report.renamed), report.parsed, report.removed) == (2, 0, ())


def test_copies_of_one_content_both_live(tmp_path: Path) -> None:
    folder = tmp_path / "资料"
    folder.mkdir()
    for name in ("甲.txt", "乙.txt"):
        (folder / name).write_text(FACT, "utf-8")
    assert len(ingest_into(tmp_path / "store", [folder]).added) == 2


def test_the_same_file_given_twice_is_read_once(folder: Path, tmp_path: Path) -> None:
    report = ingest_into(tmp_path / "store", [folder, folder / "文章.txt", folder / "子"])
    assert len(report.outcomes) == ALL


def test_options_are_part_of_the_fingerprint(folder: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    path = folder / "文章.txt"
    ingest_into(store, [path])
    given = Stated(published="2025-04-03", publisher="江城日报社", level="internal")
    assert len(ingest_into(store, [path], given=given).updated) == 1
    assert len(ingest_into(store, [path], given=given).unchanged) == 1
    found = by_name(store, "文章.txt")
    assert (found.published, found.publisher, found.level) == ("2025-04-03", "江城日报社", "internal")


@pytest.mark.parametrize("sidecar", ["文章.txt.meta.yaml", "文章.meta.yaml"])
def test_a_sidecar_states_and_is_no_document(folder: Path, tmp_path: Path, sidecar: str) -> None:
    store = tmp_path / "store"
    ingest_into(store, [folder / "文章.txt"])
    (folder / sidecar).write_text("title: 旁注的题目\nlevel: internal\npublished: 2024-02-03\n", "utf-8")
    report = ingest_into(store, [folder / "文章.txt"])
    assert states(report.outcomes) == {"文章.txt": "updated"}
    found = by_name(store, "文章.txt")
    assert (found.title, found.level, found.published) == ("旁注的题目", "internal", "2024-02-03")


def test_what_comes_in_an_archive_inherits_its_sidecar_unless_it_has_its_own(tmp_path: Path) -> None:
    inside = {"a.txt": FACT.encode(), "b.txt": ARTICLE.encode(), "b.txt.meta.yaml": b"level: open\n"}
    (tmp_path / "包.zip").write_bytes(zip_bytes(inside))
    (tmp_path / "包.zip.meta.yaml").write_text("level: internal\n", "utf-8")
    ingest_into(tmp_path / "store", [tmp_path / "包.zip"])
    levels = {document.name: document.level for document in stored(tmp_path / "store").values()}
    assert levels == {"a.txt": "internal", "b.txt": "open"}


def test_a_sidecar_that_cannot_be_read_keeps_the_document_out(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FACT, "utf-8")
    (tmp_path / "a.txt.meta.yaml").write_text("level: [", "utf-8")
    report = ingest_into(tmp_path / "store", [tmp_path / "a.txt"])
    assert states(report.failed) == {"a.txt": "rejected"}
    assert stored(tmp_path / "store") == {}


def test_names_of_a_windows_archive_are_read(tmp_path: Path) -> None:
    data = zip_bytes({"XXXXXXXX.txt": FACT.encode()}).replace(b"XXXXXXXX", "招商资料".encode("gbk"))
    (tmp_path / "a.zip").write_bytes(data)
    report = ingest_into(tmp_path / "store", [tmp_path / "a.zip"])
    assert [outcome.document for outcome in report.added] == ["招商资料.txt"]


class _WhenAsked(Reply):
    """A reply that is fetched when somebody waits for it."""

    def __init__(self, fetch: Callable[[], Reading | Failure]) -> None:
        super().__init__()
        self._fetch = fetch

    def exception(self, timeout: float | None = None) -> BaseException | None:
        if not self.done():
            self.set_result(self._fetch())
        return super().exception(timeout)


class _OneByOne(Pool):
    """Reads no file before it is waited for: how many are read by then is not left to chance."""

    def submit(self, requests: Sequence[Request]) -> list[Reply]:
        return [_WhenAsked(partial(self._fetched, request)) for request in requests]

    def _fetched(self, request: Request) -> Reading | Failure:
        (reply,) = super().submit([request])
        return reply.result()


def test_an_outcome_is_told_once_its_file_is_durable(folder: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    told: list[str] = []

    def stop_after_three(outcome: FileOutcome) -> None:
        told.append(outcome.document)
        if len(told) == 3:
            raise KeyboardInterrupt

    with _OneByOne([Worker()]) as pool, pytest.raises(KeyboardInterrupt):
        ingest_into(store, [folder], on_outcome=stop_after_three, pool=pool)
    assert sorted(document.name for document in stored(store).values()) == sorted(told)
    report = ingest_into(store, [folder])
    assert (len(report.unchanged), len(report.added)) == (3, ALL - 3)


def test_the_public_door_draws_a_bar_and_refuses_what_is_no_date(
    folder: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    outcomes: list[FileOutcome] = []
    store = str(tmp_path / "store")
    report = ingest(
        [folder / "文章.txt"],
        store=store,
        published="2025年4月3日",
        on_outcome=outcomes.append,
        progress=True,
    )
    assert report.outcomes == tuple(outcomes)
    assert "导入" in capfd.readouterr().err
    with pytest.raises(IngestError, match="去年"):
        ingest([folder], store=store, published="去年")
    assert FileOutcome(document="a", state="added").to_dict() == {
        "document": "a",
        "state": "added",
        "reason": "",
    }


@pytest.mark.shared
def test_the_real_articles_are_in_within_seconds(shared: Path, tmp_path: Path) -> None:
    with Pool([Worker()]) as pool:
        report = ingest_into(tmp_path / "store", [shared / "corpus" / "qingdao"], pool=pool)
    assert len(report.added) == len(report.outcomes) == 5
    documents = stored(tmp_path / "store").values()
    assert {document.published_basis for document in documents} == {"inferred"}
    assert all(document.publisher and document.title and document.reference_date for document in documents)
