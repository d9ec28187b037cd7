"""What does a .csv or .tsv file hold? One table, whatever its delimiter and encoding."""

from __future__ import annotations

import csv
import io
from collections import Counter

from ingest.decode import decode
from ingest.errors import Unreadable
from ingest.loaded import Loaded, Writer
from ingest.tables import write_table

_DELIMITERS = ",\t;|，；"
_SAMPLE_LINES = 50
_MOST_FIELD_CHARS = 1_000_000


def load(data: bytes) -> Loaded:
    """The table, cells separated by tabs, its column names repeated over each piece.

    Raises: Unreadable if it is no text, or a quotation never ends.
    """
    text = decode(data)
    first, _, rest = text.partition("\n")
    delimiter = ""
    if first.lower().startswith("sep=") and len(first.strip()) == 5:  # Excel's own hint
        delimiter, text = first.strip()[4], rest
    csv.field_size_limit(_MOST_FIELD_CHARS)
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter=delimiter or _delimiter(text)))
    except csv.Error as error:
        raise Unreadable("CSV 中有未结束的引号或过长的单元格；请用 Excel 打开并另存后再导入") from error
    writer = Writer()
    write_table(writer, rows)
    return writer.loaded()


def _delimiter(text: str) -> str:
    """The delimiter that cuts most of the first lines into the same number of cells."""
    lines = [line for line in text.split("\n")[:_SAMPLE_LINES] if line.strip()]

    def regularity(delimiter: str) -> tuple[int, int]:
        counts = Counter(len(row) for row in csv.reader(lines, delimiter=delimiter))
        width, lines_alike = max(counts.items(), key=lambda item: (item[0] > 1, item[1], item[0]))
        return (lines_alike if width > 1 else 0), width

    return max(_DELIMITERS, key=regularity)
