"""What trace and demo share: read, trace, write, show."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click
from rich.console import Console

from firsthand.cli.ending import say
from firsthand.cli.progress import Bar
from firsthand.cli.showing import Extent, show
from firsthand.cli.writing import write_texts, write_whole
from firsthand.drawings.csv_tables import claims_csv
from firsthand.drawings.report import report_html
from firsthand.origins.tracing import trace
from firsthand.sources.reading import Fetcher, Reading, TextMode, read_sources
from firsthand.values.contract import contract_of
from firsthand.values.errors import BadRequest, MissingSource
from firsthand.values.finding import Trace


def read(
    paths: tuple[str, ...],
    bar: Bar,
    *,
    text_mode: TextMode = TextMode.CLEANED,
    fetcher: Fetcher | None = None,
) -> Reading:
    """Read every path, naming on stderr what could not be read.

    Raises MissingSource where nothing at all could be read.
    """
    reading = read_sources(
        paths,
        text_mode=text_mode,
        fetcher=fetcher,
        on_progress=lambda done, total: bar.step("reading", done, total),
    )
    for refusal in reading.refusals:
        say(f"{refusal.file}: {refusal.message}")
    if not reading.sources:
        raise MissingSource("Nothing could be read. Name a file or folder that holds sources.")
    return reading


def traced(reading: Reading, bar: Bar, *, as_of: date | None = None) -> Trace:
    """Trace what was read."""
    return trace(reading.sources, bodies=reading.bodies, as_of=as_of, on_progress=bar.step)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outputs:
    """Where a trace goes; ``None`` means that it was not asked for."""

    json_file: str | None = None
    html_file: str | None = None
    csv_file: str | None = None
    text_dir: str | None = None
    title: str = "Trace"

    def __post_init__(self) -> None:
        """Refuse what cannot be written before any long work begins."""
        for file in (self.json_file, self.html_file, self.csv_file):
            if file and file != "-" and Path(file).is_dir():
                raise BadRequest(f"{file}: this is a folder. Name a file to write.")
        if self.text_dir and Path(self.text_dir).is_file():
            raise BadRequest(f"{self.text_dir}: this is a file. Name a folder to write texts in.")

    def write(self, trace: Trace) -> None:
        """Write every output that was asked for, each whole or not at all."""
        if self.text_dir:
            write_texts(Path(self.text_dir), trace.sources)
        if self.json_file:
            _write(self.json_file, json.dumps(contract_of(trace), ensure_ascii=False, indent=1))
        if self.csv_file:
            # Spreadsheets take a file for UTF-8 only where it begins with the mark.
            _write(self.csv_file, claims_csv(trace), encoding="utf-8-sig")
        if self.html_file:
            _write(self.html_file, report_html(trace, title=self.title))


def print_findings(trace: Trace, extent: Extent) -> None:
    """Print findings on stdout."""
    show(trace, Console(), extent)


def _write(file: str, text: str, *, encoding: str = "utf-8") -> None:
    whole = text if text.endswith("\n") else text + "\n"
    if file == "-":
        click.echo(whole, nl=False)
    else:
        write_whole(Path(file), whole, encoding=encoding)
