from pathlib import Path

import pytest

from firsthand.sources.layout import lines_of, roles_of
from firsthand.values.source import Role

PAGES = sorted((Path(__file__).parent / "pages").glob("*.page"))
LETTERS = {
    "T": Role.TITLE,
    "H": Role.HEADING,
    "B": Role.BODY,
    "R": Role.CREDIT,
    "C": Role.CAPTION,
    "F": Role.FURNITURE,
    "X": Role.TEASER,
}
LEFT_OUT = {Role.FURNITURE, Role.TEASER}


def read(page: Path) -> tuple[str, list[tuple[Role, str]]]:
    """Read a page whose every line has a letter for its role; = goes on with the line above."""
    wanted: list[tuple[Role, str]] = []
    text = ""
    for line in page.read_text(encoding="utf-8").splitlines():
        letter, words = line.split("|", 1)
        if letter == "=":
            text += f"\n{words}"
            wanted[-1] = (wanted[-1][0], f"{wanted[-1][1]} {words}")
        else:
            text += f"\n\n{words}"
            wanted.append((LETTERS[letter], words))
    return text, wanted


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_each_line_of_a_copied_page_gets_the_role_it_has_on_the_page(page: Path) -> None:
    text, wanted = read(page)

    lines = lines_of(text)
    roles = roles_of(lines)

    found = list(zip(roles, [line.words for line in lines], strict=True))
    assert [one(line) for line in found] == [one(line) for line in wanted]


def one(line: tuple[Role, str]) -> str:
    """Spell a line with its role; furniture and teasers are left out of a text alike."""
    role, words = line
    return f"{'left out' if role in LEFT_OUT else role.value}: {words}"
