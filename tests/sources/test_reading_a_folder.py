import json
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.sources.reading import TextMode, read_sources
from firsthand.values.errors import BadListing, MissingSource
from firsthand.values.source import Handling, SourceKind
from tests.sources.building import STORY, folder_with, only_source, read


def test_every_file_below_a_folder_is_read_sorted_by_its_path(tmp_path: Path) -> None:
    folder_with(tmp_path, {"b.txt": STORY, "a/z.txt": STORY, "a/c.txt": STORY})

    reading = read(tmp_path)

    assert [source.file for source in reading.sources] == ["a/c.txt", "a/z.txt", "b.txt"]


def test_identical_files_stay_two_sources_with_one_digest(tmp_path: Path) -> None:
    folder_with(tmp_path, {"a.txt": STORY, "b.txt": STORY})

    one, other = read(tmp_path).sources

    assert one.sha256 == other.sha256
    assert one.id != other.id


def test_identical_files_of_one_name_in_two_named_folders_stay_two_sources(tmp_path: Path) -> None:
    folder_with(tmp_path, {"left/a.txt": STORY, "right/a.txt": STORY})

    reading = read_sources([tmp_path / "left", tmp_path / "right"])

    assert [source.file for source in reading.sources] == ["left/a.txt", "right/a.txt"]
    assert len({source.id for source in reading.sources}) == 2


def test_a_file_named_beside_its_folder_is_read_once(tmp_path: Path) -> None:
    folder_with(tmp_path, {"case/a.txt": STORY})

    reading = read_sources([tmp_path / "case" / "a.txt", tmp_path / "case", tmp_path])

    assert [source.file for source in reading.sources] == ["case/a.txt"]


def test_ids_are_short_plain_and_fit_for_file_names(tmp_path: Path) -> None:
    folder_with(tmp_path, {"Ünïcode \u202e name.txt": STORY})

    source = only_source(read(tmp_path))

    assert source.id.isascii()
    assert len(source.id) == 14
    assert source.id.removeprefix("s-").isalnum()


def test_the_order_of_paths_changes_nothing(tmp_path: Path) -> None:
    folder_with(tmp_path, {"a.txt": STORY, "x/b.txt": STORY, "x/a.txt": STORY})
    paths = [tmp_path / "a.txt", tmp_path / "x", tmp_path / "x" / "b.txt"]

    readings = [read_sources(order) for order in permutations(paths)]

    assert all(reading.sources == readings[0].sources for reading in readings)


def test_an_empty_folder_is_a_missing_source(tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()

    with pytest.raises(MissingSource, match=r"no files in this folder\. Put sources there"):
        read(folder)


def test_a_missing_path_is_refused_by_name_and_the_rest_is_read(tmp_path: Path) -> None:
    folder_with(tmp_path, {"a.txt": STORY})

    reading = read_sources([tmp_path / "a.txt", tmp_path / "no.txt"])

    assert [source.file for source in reading.sources] == ["a.txt"]
    assert "no.txt" in reading.refusals[0].file
    assert "Check the path" in reading.refusals[0].message


def test_a_listing_says_publisher_day_kind_and_language(tmp_path: Path) -> None:
    listed = {
        "file": "a.txt",
        "publisher": "The Courier",
        "published_on": "2023-05-01",
        "kind": "Press Release",
        "lang": "en-CA",
        "handling": "restricted",
        "shoe_size": 44,
    }
    folder_with(tmp_path, {"a.txt": STORY, "sources.json": json.dumps([listed])})

    source = only_source(read(tmp_path))

    assert source.publisher == "The Courier"
    assert source.published_on is not None
    assert source.published_on.isoformat() == "2023-05-01"
    assert source.kind is SourceKind.STATEMENT
    assert source.kind_as_given is None
    assert source.lang == "en"
    assert source.handling is Handling.RESTRICTED


def test_an_unknown_kind_is_kept_and_read_as_an_article(tmp_path: Path) -> None:
    folder_with(
        tmp_path, {"a.txt": STORY, "sources.csv": "file,publisher,kind\na.txt,Kin,wall poster\n"}
    )

    source = only_source(read(tmp_path))

    assert source.kind is SourceKind.ARTICLE
    assert source.kind_as_given == "wall poster"
    assert source.publisher == "Kin"


def test_files_that_a_listing_does_not_name_are_read_too(tmp_path: Path) -> None:
    folder_with(
        tmp_path,
        {
            "a.txt": STORY,
            "b.txt": STORY,
            "sources.json": '[{"file": "a.txt"}]',
            "bodies.toml": '[[body]]\nname = "The Courier"\nowner = "Kin Media"\n',
            "gold.json": "{}",
            "README.md": "About this case.",
        },
    )

    reading = read(tmp_path)

    assert [source.file for source in reading.sources] == ["a.txt", "b.txt"]
    assert reading.refusals == ()
    assert [body.owner for body in reading.bodies] == ["Kin Media"]


def test_a_listing_beside_a_single_named_file_is_heard(tmp_path: Path) -> None:
    folder_with(tmp_path, {"a.txt": STORY, "sources.json": '[{"file": "a.txt", "lang": "fr"}]'})

    source = only_source(read_sources([tmp_path / "a.txt"]))

    assert source.lang == "fr"


def test_a_listing_that_is_no_json_stops_the_reading(tmp_path: Path) -> None:
    folder_with(tmp_path, {"a.txt": STORY, "sources.json": "[{,]"})

    with pytest.raises(BadListing, match="Mend it, or move it away"):
        read(tmp_path)


def test_a_listing_that_names_a_file_not_there_is_told_so(tmp_path: Path) -> None:
    folder_with(tmp_path, {"a.txt": STORY, "sources.json": '[{"file": "gone.txt"}]'})

    reading = read(tmp_path)

    assert len(reading.sources) == 1
    assert "gone.txt" in reading.refusals[0].message


def test_a_day_that_can_be_read_two_ways_is_refused_and_not_guessed(tmp_path: Path) -> None:
    listing = '[{"file": "a.txt", "published_on": "10/11/2022"}]'
    folder_with(tmp_path, {"a.txt": STORY, "sources.json": listing})

    reading = read(tmp_path)

    assert reading.sources[0].published_on is None
    assert "YYYY-MM-DD" in reading.refusals[0].message


def test_progress_runs_from_nothing_to_all(tmp_path: Path) -> None:
    folder_with(tmp_path, {"a.txt": STORY, "b.txt": STORY})
    steps: list[tuple[int, int]] = []

    read_sources([tmp_path], on_progress=lambda done, total: steps.append((done, total)))

    assert steps == [(0, 2), (1, 2), (2, 2)]


def test_an_address_without_a_fetcher_is_refused(tmp_path: Path) -> None:
    folder_with(tmp_path, {"a.txt": STORY})

    reading = read_sources([tmp_path, "https://echo.example/ferry"])

    assert [refusal.file for refusal in reading.refusals] == ["https://echo.example/ferry"]


LINES = st.lists(
    st.one_of(
        st.sampled_from(
            ["Share", "Advertisement", "More from us", "- one", "By Ana Reyes", " ", ""]
        ),
        st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\x00"), max_size=60),
    ),
    min_size=1,
    max_size=30,
)


@settings(max_examples=150, deadline=None)
@given(lines=LINES, newline=st.sampled_from(["\n", "\r\n", "\r", "\n\n"]))
def test_passages_are_sorted_lie_in_the_text_and_hold_all_but_white_space(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str], newline: str
) -> None:
    folder = tmp_path_factory.mktemp("law")
    body = ("A word. " + newline.join(lines)).encode()
    folder_with(folder, {"a.txt": body})

    for mode in TextMode:
        for source in read_sources([folder], text_mode=mode).sources:
            at = 0
            for passage in source.passages:
                assert not source.text[at : passage.span.start].strip()
                assert at <= passage.span.start < passage.span.end <= len(source.text)
                at = passage.span.end
            assert not source.text[at:].strip()
            if mode is TextMode.AS_IS:
                assert source.text == body.decode()
