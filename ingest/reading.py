"""How does one file become a document with passages and ledger rows?

Pure: bytes in, values out, no disk, no clock. This is what the disposable child runs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module

from ingest.errors import Unreadable
from ingest.frontmatter import read_sidecar
from ingest.kind import Kind
from ingest.ledger.figures import extract_figures
from ingest.ledger.projects import extract_projects
from ingest.loaded import UNSTATED, Loaded
from ingest.metadata import metadata_of
from ingest.split import passages_of
from ingest.wire import PagePicture, PageRequest, Reading, Request
from vectorstore.document import Block, Document
from vectorstore.ledger_rows import Figure

OnPage = Callable[[int, int], object]  # told (pages recognised, pages to recognise)
_LOADERS: dict[Kind, str] = {
    "text": "ingest.text",
    "html": "ingest.html",
    "docx": "ingest.docx",
    "pdf": "ingest.pdf",
    "xlsx": "ingest.xlsx",
    "csv": "ingest.csv",
    "pptx": "ingest.pptx",
    "record": "ingest.jsonl",
}


def read_file(request: Request, *, on_page: OnPage = lambda pages, of: None) -> Reading:
    """Read one file with its ledger rows; `on_page` is told of each page of a scan.

    Raises: FileError if it cannot be read, telling why.
    """
    return with_rows(read_text(request, on_page=on_page))


def read_text(request: Request, *, on_page: OnPage) -> Reading:
    """Read one file as a document with passages and no ledger rows.

    Raises: FileError if it cannot be read, telling why.
    """
    load = import_module(_LOADERS[request.kind]).load
    loaded: Loaded = load(request.data, on_page=on_page) if request.kind == "pdf" else load(request.data)
    if not any(block.kind != "boilerplate" for block in loaded.blocks):
        raise Unreadable("没有可读的正文，只有空白或页眉页脚")
    document = _document(request, loaded)
    return Reading(
        document=document,
        passages=passages_of(document),
        figures=(),
        projects=(),
        notes=loaded.notes,
    )


def with_rows(reading: Reading) -> Reading:
    """The same with the figures and projects that the document states."""
    document = reading.document
    return replace(
        reading,
        figures=tuple(_weighed(document, figure) for figure in extract_figures(document)),
        projects=extract_projects(document),
    )


def page_picture(request: PageRequest) -> PagePicture:
    """A page of a PDF to look at.

    Raises: FileError if there is none of that number, or it cannot be drawn.
    """
    from ingest import pdf  # heavy

    content, media_type = pdf.picture(request.data, number=request.number)
    return PagePicture(content=content, media_type=media_type)


def _weighed(document: Document, figure: Figure) -> Figure:
    """The figure, marked where character recognition is not sure of what is printed."""
    end = figure.raw_start + len(figure.raw)
    return figure if document.is_certain(figure.raw_start, end) else replace(figure, certain=False)


def _document(request: Request, loaded: Loaded) -> Document:
    own = read_sidecar(request.sidecar) if request.sidecar else UNSTATED
    stated = request.given.over(own).over(loaded.stated)
    for sidecar in request.inherited:
        stated = stated.over(read_sidecar(sidecar))
    known = metadata_of(loaded, name=request.name, given=stated)
    return Document(
        id=request.document_id,
        name=request.name,
        text=loaded.text,
        title=known.title,
        publisher=known.publisher,
        published=known.published,
        published_basis=known.published_basis,
        reference_date=known.reference_date,
        number=known.number,
        level=known.level,
        url=known.url,
        source=request.source,
        sha256=request.sha256,
        pages=loaded.pages,
        blocks=_in_bounds(loaded.blocks),
        boxes=loaded.boxes,
    )


def _in_bounds(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks that hold something, in order."""
    return tuple(
        sorted((block for block in blocks if block.start < block.end), key=lambda block: block.start)
    )
