"""Keeps a web page as it stood: as an archive (WACZ), and as an image where Chromium is present.

The page is fetched once, with what it needs to look as it looked. The image is drawn from that
archive and not from the web, so both show the same thing.
"""

import time
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from firsthand.outside.addresses import AddressPolicy
from firsthand.outside.calling import FetchLimits, Question
from firsthand.outside.chromium import NAMES, chromium_on_path
from firsthand.outside.exchanges import Caller, Exchange, place_of, plain_address
from firsthand.outside.fetching import PAGE
from firsthand.outside.picturing import Picture, picture_of
from firsthand.outside.requisites import PageNeeds, needs_of_page, needs_of_stylesheet
from firsthand.outside.wacz_writing import SOFTWARE, wacz_of
from firsthand.sources.captured import Refusal
from firsthand.sources.limits import HTML_PAGE, MIB, spelled
from firsthand.sources.wording import plural, shown
from firsthand.values.errors import FirsthandError, MissingSource, UnsafeSource

_REQUISITE: Final = Question(accept="text/css, image/*, font/*, */*;q=0.5")
_HTML: Final = frozenset({"text/html", "application/xhtml+xml", ""})
_DRAWN: Final = _HTML | {"text/plain"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptureLimits:
    """How much a capture may cost: what a page needs is bounded in number, bytes and seconds."""

    page: FetchLimits = field(default_factory=lambda: FetchLimits(size=HTML_PAGE))
    requisite: FetchLimits = field(
        default_factory=lambda: FetchLimits(size=16 * MIB, whole_s=20.0, silence_s=10.0)
    )
    requisites: int = 300
    size: int = 64 * MIB
    whole_s: float = 180.0
    drawing_s: float = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Captured:
    """A page as it stood, and how it was taken down.

    ``image`` is a PNG of the whole page; ``image_missing`` says why there is none, or what of the
    page is not in it. ``refusals`` names each thing the page asks for that is not in the archive.
    """

    address_asked: str
    address_final: str
    captured_at: datetime
    status: int
    headers: Mapping[str, str]
    title: str
    wacz: bytes
    tool: str
    image: bytes | None = None
    image_missing: str | None = None
    image_tool: str | None = None
    refusals: tuple[Refusal, ...] = ()


def capture(
    address: str,
    *,
    policy: AddressPolicy = AddressPolicy.PUBLIC_ONLY,
    limits: CaptureLimits | None = None,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
    browser: Callable[[], Path | None] = chromium_on_path,
) -> Captured:
    """Keep the page at an address as it stands now.

    Raises RefusedAddress where it may not be fetched, MissingSource where no page answers,
    UnsafeSource where it is too large or too slow. What the page only needs never stops it.
    """
    limits = limits or CaptureLimits()
    visit = _Visit(caller=Caller(policy=policy, now=now), limits=limits)
    page, needs = visit.page_at(address)
    visit.gather(needs)
    drawn = _drawn(page, visit.archived, browser(), limits)
    return Captured(
        address_asked=address,
        address_final=page.address,
        captured_at=page.at,
        status=page.status,
        headers=page.headers_by_name,
        title=needs.title,
        wacz=wacz_of(visit.archived, page=page, title=needs.title),
        tool=SOFTWARE,
        image=drawn.image,
        image_missing=drawn.missing,
        image_tool=drawn.tool,
        refusals=tuple(visit.refusals),
    )


@dataclass(kw_only=True)
class _Visit:
    """One page being taken down; ``archived`` holds each exchange in the order it was made."""

    caller: Caller
    limits: CaptureLimits
    archived: list[Exchange] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    size: int = 0

    def page_at(self, address: str) -> tuple[Exchange, PageNeeds]:
        """Take down the page and read what it needs."""
        exchanges = self.caller.follow(address, PAGE, self.limits.page)
        page = exchanges[-1]
        if page.status != 200:
            raise MissingSource(
                f"{shown(page.address)}: it answers {page.status}, not the page. If a browser "
                "shows it, save it to a file, and add that."
            )
        self._keep(exchanges)
        # Leave to reach into a private network is for the page named, not for what it points to.
        self.caller = replace(self.caller, private_only_at=place_of(page.address))
        if page.media_type not in _HTML:
            return page, PageNeeds()
        return page, needs_of_page(page.content, page.address, page.header("content-type"))

    def gather(self, needs: PageNeeds) -> None:
        """Take down what the page needs, as far as the limits go, and name what is left out."""
        deadline = time.monotonic() + self.limits.whole_s
        seen = {plain_address(exchange.address) for exchange in self.archived}
        waiting = deque(needs.requisites)
        asked = 0
        while waiting:
            address = plain_address(waiting.popleft())
            if address in seen:
                continue
            seen.add(address)
            left_s = deadline - time.monotonic()
            if asked >= self.limits.requisites or left_s <= 0 or self.size >= self.limits.size:
                others = f" with up to {plural(len(waiting), 'more thing')}" if waiting else ""
                self._refuse(address, f"it is left out{others}: {self._spent(left_s)}.")
                break
            asked += 1
            waiting.extend(self._requisite_at(address, left_s))
        for elsewhere in needs.elsewhere:
            self._refuse(
                elsewhere,
                "frames, sound and film are not kept with the page. If it matters, capture its own "
                "address.",
            )

    def _requisite_at(self, address: str, left_s: float) -> tuple[str, ...]:
        """Take down one thing; gives what it needs in turn."""
        most = self.limits.requisite
        limits = replace(most, whole_s=min(most.whole_s, left_s))
        try:
            exchanges = self.caller.follow(address, _REQUISITE, limits)
        except FirsthandError as refused:
            if isinstance(refused, UnsafeSource):
                # What was thrown away was paid for as well.
                self.size += limits.size
            self._refuse(address, str(refused).removeprefix(f"{shown(address)}: "))
            return ()
        self._keep(exchanges)
        found = exchanges[-1]
        if found.status != 200:
            self._refuse(address, f"it answers {found.status}, so the page stands without it.")
        elif found.media_type == "text/css":
            return needs_of_stylesheet(found.content, found.address)
        return ()

    def _keep(self, exchanges: list[Exchange]) -> None:
        kept = {exchange.address for exchange in self.archived}
        self.archived += [each for each in exchanges if each.address not in kept]
        self.size += sum(len(exchange.content) for exchange in exchanges)

    def _refuse(self, address: str, message: str) -> None:
        self.refusals.append(Refusal(file=shown(address), message=message))

    def _spent(self, left_s: float) -> str:
        if left_s <= 0:
            return f"the page took longer than {self.limits.whole_s:g} seconds"
        if self.size >= self.limits.size:
            return f"the page came to more than {spelled(self.limits.size)}"
        return f"the page asks for more than {self.limits.requisites} things"


def _drawn(
    page: Exchange, archived: list[Exchange], program: Path | None, limits: CaptureLimits
) -> Picture:
    if page.media_type not in _DRAWN:
        return Picture(missing=f"No image is drawn of {shown(page.media_type)}, only of web pages.")
    if program is None:
        return Picture(
            missing=f"Chromium is not installed ({' or '.join(NAMES)}), so no image was drawn. "
            "Install the package chromium, and capture the page again."
        )
    return picture_of(page, archived, program, at_most_s=limits.drawing_s)
