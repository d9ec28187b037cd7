"""Rows of the ledger by document, subject, words and year, within the reader's levels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from vectorstore_samples import EMBEDDER, record

from vectorstore import ledger
from vectorstore.ledger_rows import Figure
from vectorstore.library import Library, Record

PUBLIC = frozenset({"public"})


def told(row: Figure, *subjects: str, period: str = "2025-Q1") -> tuple[Figure, ...]:
    """Copies of a figure, one a subject."""
    return tuple(replace(row, subject=subject, period=period) for subject in subjects)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path, writable=True, embedder=EMBEDDER) as opened:
        first, second = record("a"), record("b", level="internal")
        opened.put(replace(first, figures=told(first.figures[0], "即墨区", "即墨区", "莱西市")))
        opened.put(replace(second, figures=told(second.figures[0], "即墨区", period="2024")))
        yield opened


def test_figures_of_documents_stand_in_their_order(library: Library) -> None:
    rows = ledger.figures_in(library, ["b", "a"], levels=None)
    assert [row.document_id for row in rows] == ["a", "a", "a", "b"]
    assert ledger.figures_in(library, ["b"], levels=PUBLIC) == []


def test_of_too_many_figures_those_that_say_most_are_kept(library: Library) -> None:
    found = ledger.figures_of(library, {"即墨区"}, levels=None)
    kept = ledger.Sayings(found).that_say_most([("签约", "引进")], years={"2024"}, most=1)
    assert [(row.document_id, row.period) for row in kept] == [("b", "2024")]
    assert ledger.Sayings(found).that_say_most([], years=(), most=9) == found


def test_a_word_counts_once_wherever_it_stands(library: Library) -> None:
    early, late = (
        replace(row, metric="", quote=quote)
        for row, quote in zip(
            ledger.figures_of(library, {"即墨区"}, levels=None),
            ("签约项目34个", "一季度以来全区上下同心协力签约"),
            strict=False,
        )
    )
    kept = ledger.Sayings([late, early]).that_say_most([("签约",), ("项目",)], years=(), most=1)
    assert kept == [early]


def test_figures_are_found_by_subject_or_place(library: Library) -> None:
    found = ledger.figures_of(library, {"莱西市"}, levels=None)
    assert [row.subject for row in found] == ["莱西市"]


def test_figures_are_found_in_some_documents_alone(library: Library) -> None:
    found = ledger.figures_of(library, {"即墨区"}, levels=None, documents={"b"})
    assert [row.document_id for row in found] == ["b"]


def test_figures_are_counted_by_subject_and_by_place(library: Library) -> None:
    rows = ledger.figures_in(library, ["a", "b"], levels=None)
    counted = sum((row.subject == "即墨区") + (row.place == "即墨区") for row in rows)
    assert ledger.count_of(library, {"即墨区"}) == counted > 0


def test_levels_hold_for_counts_and_names_too(library: Library) -> None:
    assert ledger.figure_count(library, levels=None) == 4
    assert ledger.figure_count(library, levels=PUBLIC) == 3
    assert ledger.subjects(library, levels=frozenset({"internal"})) == {"即墨区"}
    assert len(library.projects(levels=PUBLIC)) == 1
    assert len(ledger.sampled_texts(library, most=9, levels=PUBLIC)) == 3
    assert library.newest(levels=frozenset()) == ""


def test_one_wrong_date_among_a_thousand_is_not_now(tmp_path: Path) -> None:
    def dated(name: str, day: str) -> Record:
        made = record(name, "一句话。")
        return replace(made, document=replace(made.document, reference_date=day))

    with Library.open(tmp_path / "many", writable=True, embedder=EMBEDDER) as library:
        library.put_all([dated(f"n{number}", "2023-08-01") for number in range(1000)])
        library.put(dated("wrong", "2072-08-01"))
        assert library.newest() == "2023-08-01"
        library.put(dated("also", "2072-08-02"))
        assert library.newest() == "2072-08-01"
