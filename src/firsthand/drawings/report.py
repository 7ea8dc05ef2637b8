"""The report: one self-contained HTML file of a whole trace.

Nothing in the file reaches out: its policy allows one style sheet and one script, both by their
digest, and images only from within. Every string from a source is cleaned by ``for_page`` when the
template writes it, and escaped by the template; there is no way around either.
"""

import base64
import hashlib
import re
from collections import Counter
from importlib import resources
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from firsthand.drawings.case_page import (
    ALL_TEXTS_LENGTH,
    FIGURES_SHOWN,
    FULL_TEXTS,
    GLANCED_FINDINGS,
    LISTED_SOURCES,
    MERGES_SHOWN,
    OPEN_FINDINGS,
    CasePage,
    case_page,
    guarded,
)
from firsthand.drawings.echo_forest import Branch, forest_of
from firsthand.drawings.echo_tree import EchoTree, drawn
from firsthand.drawings.figure_table import FigureTable, figure_tables
from firsthand.drawings.finding_sheet import brief_sheet, full_sheet
from firsthand.drawings.plain import (
    DISPUTE_NAMES,
    ECHO_WORDS,
    SUPPORT_NAMES,
    counted,
    counts_line,
)
from firsthand.drawings.safe import clip, for_page, shorten
from firsthand.drawings.source_sheet import passages_words, source_sheet
from firsthand.values.echo import EchoKind
from firsthand.values.finding import ChangedFigure, Trace

_TEMPLATES: Final = "templates"
_LONGEST: Final = 2_000
_DAY: Final = re.compile(r"(\d{4}-\d{2}-\d{2})")


def report_html(trace: Trace, *, title: str) -> str:
    """Write a trace as one HTML file that needs no network and no script to be read."""
    page = case_page(trace)
    full = [full_sheet(page, finding) for finding in page.full]
    brief = [brief_sheet(page, finding) for finding in page.brief]
    claims_shown = {anchor for sheet in (*full, *brief) for anchor in sheet.claim_anchors()}
    style, script = _file("report.css"), _file("report.js")
    return (
        _pages()
        .get_template("report.html.jinja")
        .render(
            title=title,
            # Digests are taken of these exact characters: the template writes them as they are.
            style=Markup(style),  # noqa: S704 - the project's own file
            script=Markup(script),  # noqa: S704 - the project's own file
            policy=_policy(style, script),
            page=page,
            counts=counts_line(trace),
            period=_period(trace),
            tally=_tally(trace),
            guarded=len(guarded(trace)),
            full=full,
            brief=brief,
            case_tree=_case_tree(trace),
            alone=_alone(trace),
            figures=_all_figures(page),
            merges=_merges(page),
            sources=[
                source_sheet(page, source, claims_shown)
                for source in trace.sources[:LISTED_SOURCES]
            ],
            texts_shown=len(page.texts),
            limits={
                "texts": FULL_TEXTS,
                "length": ALL_TEXTS_LENGTH,
                "sources": LISTED_SOURCES,
                "glance": GLANCED_FINDINGS,
                "open": OPEN_FINDINGS,
            },
        )
    )


def _pages() -> Environment:
    pages = Environment(
        loader=PackageLoader("firsthand.drawings", _TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_cleaned,
    )
    pages.globals |= {
        "counted": counted,
        "clip": clip,
        "shorten": shorten,
        "echo_words": ECHO_WORDS,
        "echo_kinds": list(EchoKind),
        "passages_words": passages_words,
    }
    pages.filters |= {"whole": Whole, "dated": _dated}
    return pages


class Whole(str):
    """A stretch of a source's text, already of a length that the page was made for."""

    __slots__ = ()


def _cleaned(value: object) -> object:
    # Jinja hands every printed value through here before it escapes it. What comes out of a
    # template is Markup and has been through here already.
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    return for_page(value if isinstance(value, Whole) else clip(value, _LONGEST))


def _dated(words: str) -> Markup:
    # A date that breaks at its hyphen over two lines reads as two numbers.
    parts = _DAY.split(for_page(clip(words, _LONGEST)))
    return Markup().join(
        Markup('<span class="nb">{}</span>').format(part) if place % 2 else part
        for place, part in enumerate(parts)
    )


def _file(name: str) -> str:
    return resources.files("firsthand.drawings").joinpath(_TEMPLATES, name).read_text("utf-8")


def _policy(style: str, script: str) -> str:
    return (
        "default-src 'none'; "
        f"style-src 'sha256-{_digest(style)}'; "
        f"script-src 'sha256-{_digest(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _period(trace: Trace) -> tuple[str, str] | None:
    days = [source.published_on for source in trace.sources if source.published_on]
    return (min(days).isoformat(), max(days).isoformat()) if days else None


def _tally(trace: Trace) -> list[tuple[str, list[tuple[str, str, int]]]]:
    supports = Counter(finding.support for finding in trace.findings)
    disputes = Counter(finding.dispute for finding in trace.findings)
    return [
        (
            "Findings by support",
            [(value.value, SUPPORT_NAMES[value], supports[value]) for value in SUPPORT_NAMES],
        ),
        (
            "Findings by dispute",
            [(value.value, DISPUTE_NAMES[value], disputes[value]) for value in DISPUTE_NAMES],
        ),
    ]


def _case_tree(trace: Trace) -> EchoTree | None:
    forest = [root for root in forest_of(trace.sources, trace.echoes) if root.children]
    return drawn(forest, "How the sources of this case derive from one another") if forest else None


def _alone(trace: Trace) -> list[Branch]:
    return [root for root in forest_of(trace.sources, trace.echoes) if not root.children]


def _all_figures(page: CasePage) -> tuple[FigureTable, ...]:
    figures: dict[ChangedFigure, None] = {}
    for finding in page.trace.findings:
        figures |= dict.fromkeys(finding.changed_figures)
    return figure_tables(page, list(figures)[:FIGURES_SHOWN])


def _merges(page: CasePage) -> list[dict[str, str | None]]:
    names = {finding.id: finding.proposition for finding in page.trace.findings}
    return [
        {
            "left": clip(names.get(merge.left, merge.left), 300),
            "left_anchor": page.finding_anchor(merge.left),
            "right": clip(names.get(merge.right, merge.right), 300),
            "right_anchor": page.finding_anchor(merge.right),
            "reason": clip(merge.reason, 600),
        }
        for merge in page.trace.proposed_merges[:MERGES_SHOWN]
    ]
