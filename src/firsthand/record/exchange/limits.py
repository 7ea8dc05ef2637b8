"""How much of a stranger's file is read, and how: in UTF-8, in bounded pieces, with one clear error."""

import csv
import io
from collections.abc import Iterator
from typing import BinaryIO, Final

from firsthand.values.errors import BadImport

LARGEST_FILE: Final = 512 * 1024 * 1024
MOST_ROWS: Final = 2_000_000
LONGEST_FIELD: Final = 1024 * 1024
MOST_COLUMNS: Final = 500

# The module's own limit is the process's; readers that are more patient set it up themselves.
csv.field_size_limit(max(csv.field_size_limit(), LONGEST_FIELD))


def text_in(stream: BinaryIO) -> io.TextIOWrapper:
    """Read a stream as UTF-8, with or without a byte order mark."""
    return io.TextIOWrapper(stream, encoding="utf-8-sig", errors="strict", newline="")


def csv_rows(stream: BinaryIO) -> Iterator[tuple[int, dict[str, str]]]:
    """Read a table with a head: the number of each row's line, and its cells by column.

    Raises BadImport for what is no such table, is not UTF-8, or goes beyond the limits.
    """
    reader = csv.reader(text_in(stream), strict=True)
    try:
        head = [name.strip() for name in next(reader, [])]
        _require_head(head)
        for count, row in enumerate(reader, 1):
            if count > MOST_ROWS:
                raise BadImport(f"it has more than {MOST_ROWS:,} rows. Split it.")
            if not any(cell.strip() for cell in row):
                continue
            if len(row) > len(head):
                raise BadImport(f"row {reader.line_num}: it has more cells than the head.")
            if any(len(cell) > LONGEST_FIELD for cell in row):
                raise BadImport(f"row {reader.line_num}: one of its cells is too long.")
            cells = [*row, *[""] * (len(head) - len(row))]
            yield reader.line_num, dict(zip(head, cells, strict=True))
    except UnicodeDecodeError as wrong:
        raise BadImport("it is not in UTF-8. Save it as UTF-8, then import it again.") from wrong
    except csv.Error as wrong:
        raise BadImport(f"row {reader.line_num}: it is not CSV ({wrong}).") from wrong


def lines_in(stream: BinaryIO) -> Iterator[tuple[int, str]]:
    """Read the lines of a file with their numbers; raises BadImport as ``csv_rows`` does."""
    text = text_in(stream)
    number = 0
    try:
        while line := text.readline(4 * LONGEST_FIELD):
            number += 1
            if number > MOST_ROWS:
                raise BadImport(f"it has more than {MOST_ROWS:,} lines. Split it.")
            if len(line) == 4 * LONGEST_FIELD:
                raise BadImport(f"line {number}: it is too long.")
            if line.strip():
                yield number, line
    except UnicodeDecodeError as wrong:
        raise BadImport("it is not in UTF-8. Save it as UTF-8, then import it again.") from wrong


def _require_head(head: list[str]) -> None:
    if not any(head):
        raise BadImport("it is empty. The first row names the columns.")
    if len(head) > MOST_COLUMNS:
        raise BadImport(f"it has more than {MOST_COLUMNS} columns.")
    named = [name for name in head if name]
    if twice := sorted({name for name in named if named.count(name) > 1}):
        raise BadImport(f"it has the column {twice[0]!r} twice.")
