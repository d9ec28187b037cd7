"""Which columns does an export have? Figures, projects and documents as rows under Chinese headings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from ui.format import date_label
from ui.labels import MODALITIES
from vectorstore.document import Document
from vectorstore.ledger_rows import Figure, Json, Project

Cell = str | Decimal | None


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """Rows ready to be written: `rows` under `columns`, `records` for JSON lines.

    `short` names the columns a terminal has room for; `links` is where the last column of each row leads,
    "" for nowhere.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    records: tuple[Json, ...]
    short: tuple[str, ...]
    links: tuple[str, ...] = ()


def figures_sheet(figures: Sequence[Figure], *, links: Mapping[str, str]) -> Sheet:
    """The ledger's figures; `links` maps a document's id to where its original is."""
    columns = (
        "对象",
        "指标",
        "门槛",
        "数值",
        "单位",
        "修饰",
        "时期",
        "性质",
        "增幅",
        "原文写法",
        "原文",
        "资料",
    )
    rows = tuple(
        (
            each.subject, each.metric, each.threshold, each.value, each.unit, each.qualifier, each.period,
            _reality(each), "是" if each.is_growth else "", each.raw, each.quote, each.document,
        )
        for each in figures
    )  # fmt: skip
    return Sheet(
        name="数字",
        columns=columns,
        rows=rows,
        records=tuple(each.to_dict() for each in figures),
        short=("对象", "指标", "原文写法", "时期", "性质", "资料"),
        links=tuple(links.get(each.document_id, "") for each in figures),
    )


def _reality(figure: Figure) -> str:
    return MODALITIES[figure.modality] + ("" if figure.certain else "（识别待核）")


def projects_sheet(projects: Sequence[Project], *, links: Mapping[str, str]) -> Sheet:
    """The ledger's projects; `links` as for figures."""
    columns = (
        "项目",
        "别名",
        "投资方",
        "地方",
        "总投资",
        "单位",
        "阶段",
        "产业",
        "产出",
        "时间",
        "原文",
        "资料",
    )
    rows = tuple(
        (
            each.name, "、".join(each.aliases), each.investor, each.place, each.investment,
            each.investment_unit, each.stage, each.industry, each.output, each.date, each.quote,
            each.document,
        )
        for each in projects
    )  # fmt: skip
    return Sheet(
        name="项目",
        columns=columns,
        rows=rows,
        records=tuple(each.to_dict() for each in projects),
        short=("项目", "投资方", "地方", "总投资", "单位", "阶段", "资料"),
        links=tuple(links.get(each.document_id, "") for each in projects),
    )


def documents_sheet(documents: Sequence[Document]) -> Sheet:
    """The collection's documents, without their text."""
    columns = ("编号", "标题", "发布单位", "日期", "级别", "文件")
    rows = tuple(
        (each.id, each.title, each.publisher, dated(each), each.level, each.name) for each in documents
    )
    return Sheet(
        name="资料",
        columns=columns,
        rows=rows,
        records=tuple(document_facts(each) for each in documents),
        short=columns,
    )


def document_facts(document: Document) -> Json:
    """What is known of a document besides its text, JSON-ready."""
    return {
        "id": document.id, "name": document.name, "title": document.title, "publisher": document.publisher,
        "published": document.published or None, "published_basis": document.published_basis,
        "number": document.number, "level": document.level, "url": document.url,
    }  # fmt: skip


def dated(document: Document) -> str:
    """The document's date as a reader expects it, an inferred one marked."""
    return date_label(document.published, inferred=document.published_basis == "inferred")


def original_links(documents: Sequence[Document]) -> dict[str, str]:
    """Where each document's original can be opened: its address, else its file if that is still there."""
    return {document.id: _link(document) for document in documents}


def _link(document: Document) -> str:
    if document.url.startswith(("https://", "http://")):
        return document.url
    path = Path(document.source) if document.source else None
    return path.as_uri() if path is not None and path.is_absolute() and path.is_file() else ""
