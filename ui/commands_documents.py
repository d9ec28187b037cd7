"""What do `zhaoda documents list|show|remove` do? Read or change documents named by id or file name."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from ui import export
from ui.arguments import Options
from ui.errors import UsageError
from ui.rows import dated, document_facts, documents_sheet

if TYPE_CHECKING:
    from vectorstore.document import Document
    from vectorstore.library import Library


def run(options: Options) -> int:
    """Do what the action says; 0 only if every document named was found."""
    from vectorstore.build import open_library

    with open_library(options.store, writable=options.action == "remove") as library:
        if options.action == "list":
            export.write(documents_sheet(library.documents()), form=options.format)
        elif options.action == "show":
            (named,) = options.documents
            _show(library.document(_id_of(library, named)), form=options.format)
        else:
            _remove(library, options.documents)
    return 0


def _show(document: Document, *, form: str) -> None:
    if form == "jsonl":
        print(json.dumps({**document_facts(document), "text": document.text}, ensure_ascii=False))
        return
    facts = (document.publisher, dated(document), document.number, document.level, document.name)
    print(document.title or document.name, " · ".join(fact for fact in facts if fact), "", sep="\n")
    print(document.text)


def _remove(library: Library, names: list[str]) -> None:
    from vectorstore.build import refresh_index

    ids = [_id_of(library, name) for name in names]  # all are known before the first one goes
    for document_id, name in zip(ids, names, strict=True):
        library.remove(document_id)
        print(f"已移除：{name}")
    refresh_index(library)


def _id_of(library: Library, named: str) -> str:
    """The id meant by an id or by a file name that only one document has.

    Raises:
        UsageError: several documents have this name.
        NoSuchDocument: none has.
    """
    from vectorstore.errors import NoSuchDocument

    documents = library.documents()
    if any(document.id == named for document in documents):
        return named
    ids = [document.id for document in documents if document.name == named]
    if len(ids) > 1:
        raise UsageError(f"{named}：有 {len(ids)} 份资料叫这个名字；请改用编号（{'、'.join(ids)}）")
    if not ids:
        raise NoSuchDocument(named)
    return ids[0]
