"""How is a printed table written down? Its title above it, one row of column names, rows of cells."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ingest.clean import one_line
from ingest.loaded import Writer

Row = Sequence[str]
_MOST_HEADER_ROWS = 3


def write_table(writer: Writer, rows: Sequence[Row]) -> None:
    """Write a grid whose merged cells are already repeated; blank rows and columns are left out.

    Rows that say one thing across the table (its title, its unit) come before it as paragraphs; column names
    in several rows become one row, so that 签约 over 项目数 reads 签约 项目数 in each column.
    """
    grid = _trimmed(rows)
    while grid and _says_one_thing(grid[0]) and (len(grid) > 1 or len(grid[0]) > 1):
        writer.block("paragraph", next(cell for cell in grid[0] if cell))
        grid = grid[1:]
    if not grid:
        return
    height = _header_height(grid)
    writer.table([_flattened(grid[:height]), *(_unspanned(row) for row in grid[height:])])


def leading_titles(rows: Sequence[Row]) -> int:
    """How many rows at the top are titles rather than column names, blank ones counted."""
    count = 0
    for row in rows:
        if any(map(str.strip, row)) and not _says_one_thing([one_line(cell) for cell in row]):
            break
        count += 1
    return count


def _trimmed(rows: Sequence[Row]) -> list[list[str]]:
    """Cleaned cells, each row as long as the longest, without blank rows and columns."""
    grid = [[one_line(cell) for cell in row] for row in rows]
    width = max(map(len, grid), default=0)
    grid = [[*row, *[""] * (width - len(row))] for row in grid if any(row)]
    filled = [column for column in range(width) if any(row[column] for row in grid)]
    return [[row[column] for column in filled] for row in grid]


def _says_one_thing(row: Row) -> bool:
    """Whether the row holds one text, in one cell or merged across several."""
    return len(row) > 1 and len({cell for cell in row if cell}) == 1 and not row[0].replace(".", "").isdigit()


def _header_height(grid: Sequence[Row]) -> int:
    """How many rows hold column names: more than one where a name was merged across columns or down rows."""
    first = grid[0]
    across = any(left and left == right for left, right in pairwise(first))
    height = 2 if across and len(grid) > 2 else 1
    while height < min(_MOST_HEADER_ROWS, len(grid) - 1) and _merged_down(first, grid[height]):
        height += 1
    return height


def _merged_down(first: Row, row: Row) -> bool:
    return any(above and above == below for above, below in zip(first, row, strict=True))


def _flattened(header: Sequence[Row]) -> list[str]:
    columns = zip(*header, strict=True)
    return [" ".join(dict.fromkeys(cell for cell in column if cell)) for column in columns]


def _unspanned(row: Row) -> Row:
    """A row merged into one cell inside the table (合计：…) once, not once a column."""
    return [next(cell for cell in row if cell)] if _says_one_thing(row) and row.count(row[0]) > 1 else row
