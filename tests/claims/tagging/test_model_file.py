from pathlib import Path

import numpy as np

from firsthand.claims.english.tagging.archive import Archive, read_archive, write_archive
from firsthand.claims.english.tagging.modelfile import SHIPPED

MOST_BYTES = 5_000_000


def test_the_shipped_model_is_small() -> None:
    shipped = SHIPPED

    size = shipped.stat().st_size

    assert size <= MOST_BYTES


def test_equal_contents_make_equal_files(tmp_path: Path) -> None:
    archive = Archive(
        description={"labels": ["O"], "layers": 1},
        words=["harbour", "said"],
        arrays={"rows": np.arange(6, dtype=np.uint16).reshape(2, 3)},
    )

    for name in ("one.model", "two.model"):
        write_archive(tmp_path / name, archive)

    assert (tmp_path / "one.model").read_bytes() == (tmp_path / "two.model").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one.model", "two.model"]


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    rows = np.arange(6, dtype=np.uint16).reshape(2, 3)
    archive = Archive(description={"layers": 1}, words=["said", "’s"], arrays={"rows": rows})

    write_archive(tmp_path / "a.model", archive)
    again = read_archive(tmp_path / "a.model")

    assert again.description == {"layers": 1}
    assert list(again.words) == ["said", "’s"]
    assert np.array_equal(again.arrays["rows"], rows)


def test_the_shipped_model_holds_no_running_text() -> None:
    archive = read_archive(SHIPPED)

    spaced = [word for word in archive.words if " " in word]

    assert not spaced
