"""How a stranger's file is read: in UTF-8, in bounded pieces, with one clear error."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import BinaryIO, Final

from firsthand.values.errors import BadImport

LARGEST_FILE: Final = 512 * 1024 * 1024
MOST_ROWS: Final = 2_000_000
LONGEST_FIELD: Final = 1024 * 1024
MOST_COLUMNS: Final = 500

_NO_TEXT: Final = re.compile("[\x00\ud800-\udfff]")

# The module's own limit is the process's; readers that are more patient set it up themselves.
csv.field_size_limit(max(csv.field_size_limit(), LONGEST_FIELD))


def is_text(value: str) -> bool:
    r"""Tell whether a string is text that every database keeps: no NUL, no half of a pair.

    >>> is_text("river"), is_text("ri\x00ver")
    (True, False)
    """
    return _NO_TEXT.search(value) is None


@contextmanager
def text_in(stream: BinaryIO) -> Iterator[io.TextIOWrapper]:
    """Read a stream as UTF-8, with or without a byte order mark; the stream itself stays open."""
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="strict", newline="")
    try:
        yield text
    except UnicodeDecodeError as wrong:
        raise BadImport("it is not in UTF-8. Save it as UTF-8, then import it again.") from wrong
    finally:
        text.detach()


def csv_rows(stream: BinaryIO, needed: Iterable[str] = ()) -> Iterator[tuple[int, dict[str, str]]]:
    """Read a table with a head: the number of each row's line, and its cells by column.

    Raises BadImport for what is no such table, lacks a column that is ``needed``, is not UTF-8, or
    goes beyond the limits.
    """
    with text_in(stream) as text:
        reader = csv.reader(text, strict=True)
        try:
            head = [name.strip() for name in next(reader, [])]
            _require_head(head, needed)
            for count, row in enumerate(reader, 1):
                if count > MOST_ROWS:
                    raise BadImport(f"it has more than {MOST_ROWS:,} rows. Split it.")
                if any(cell.strip() for cell in row):
                    yield reader.line_num, _cells(head, row, reader.line_num)
        except csv.Error as wrong:
            raise BadImport(f"row {reader.line_num}: it is not CSV ({wrong}).") from wrong


def lines_in(stream: BinaryIO) -> Iterator[tuple[int, str]]:
    """Read the lines of a file with their numbers; raises BadImport as ``csv_rows`` does."""
    with text_in(stream) as text:
        number = 0
        while line := text.readline(4 * LONGEST_FIELD):
            number += 1
            if number > MOST_ROWS:
                raise BadImport(f"it has more than {MOST_ROWS:,} lines. Split it.")
            if len(line) == 4 * LONGEST_FIELD:
                raise BadImport(f"line {number}: it is too long.")
            if line.strip():
                yield number, line


def _cells(head: list[str], row: list[str], number: int) -> dict[str, str]:
    if len(row) > len(head):
        raise BadImport(f"row {number}: it has more cells than the head.")
    if any(len(cell) > LONGEST_FIELD for cell in row):
        raise BadImport(f"row {number}: one of its cells is too long.")
    if not all(map(is_text, row)):
        raise BadImport(f"row {number}: one of its cells holds what is no text.")
    return dict(zip(head, [*row, *[""] * (len(head) - len(row))], strict=True))


def _require_head(head: list[str], needed: Iterable[str]) -> None:
    if not any(head):
        raise BadImport("it is empty. The first row names the columns.")
    if len(head) > MOST_COLUMNS:
        raise BadImport(f"it has more than {MOST_COLUMNS} columns.")
    if missing := [name for name in needed if name not in head]:
        raise BadImport(f"it has no column {missing[0]!r}.")
    named = [name for name in head if name]
    if twice := sorted({name for name in named if named.count(name) > 1}):
        raise BadImport(f"it has the column {twice[0]!r} twice.")
