import time

import pytest

from firsthand.sources.layout import lines_of, roles_of


@pytest.mark.parametrize(
    "line",
    [
        "By " + "A" * 1900,
        "By " + "A-" * 900 + "!",
        "By " + "Aa " * 600 + "!",
        "— " + "A" * 1900 + "!",
        "—" + " Aa" * 600 + "!",
        "A, " * 600 + "(",
        "AA" * 900 + " (",
        "(" + "A/" * 900,
        "(A " + "A" * 1900 + "/" + "A" * 900 + "!",
        "more from " + "a" * 1900 + "!",
        "more from " + "a " * 900 + "!",
        "." * 1900 + "x",
        '"' * 1900 + "x",
        " | " * 600 + "x",
        "Share, " * 280 + "!",
        "Published " + "1 " * 900,
        "With files from" + " " * 1900 + "x",
        "9" * 1900,
        "1:" * 900,
        "x" * 3_000_000,
        "x " * 1_000_000,
    ],
    ids=lambda line: line[:12],
)
def test_no_line_however_made_holds_the_reader(line: str) -> None:
    text = f"Council closes ferry\n\nThe council said no to it.\n\n{line}\n\nThe union said yes.\n"

    before = time.process_time()
    roles_of(lines_of(text))

    assert time.process_time() - before < 3


@pytest.mark.parametrize("line", ["Share", "Related", "Goose wins the race again", "A b c.", "- x"])
def test_no_number_of_lines_takes_more_than_its_share_of_time(line: str) -> None:
    text = f"The council said no to the ferry line.\n\nThe union said yes to it.\n{line}\n" + (
        f"{line}\n" * 60_000
    )

    before = time.process_time()
    roles_of(lines_of(text))

    assert time.process_time() - before < 10
