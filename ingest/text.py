"""What does a plain-text file hold? Its text as written, and the blocks seen in its lines."""

from __future__ import annotations

from ingest.as_written import as_written
from ingest.decode import decode
from ingest.frontmatter import front_matter
from ingest.loaded import Loaded
from ingest.structure import blocks_of
from vectorstore.document import Block


def load(data: bytes) -> Loaded:
    """The decoded file, verbatim but for the line breaks that wrapped it, and invisible characters.

    Raises: Unreadable if it is no text.
    """
    written = decode(data)
    stated, body = front_matter(written)
    text = written[:body] + as_written(written[body:])
    head = text[:body].rstrip()
    front = (Block(kind="boilerplate", start=0, end=len(head)),) if head else ()
    return Loaded(text=text, blocks=blocks_of(text, start=body, front=front), stated=stated)
