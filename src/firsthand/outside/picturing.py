"""A picture of an archived page, drawn by Chromium from the archive alone.

Whatever the browser asks for is answered from what was archived, or not at all: it never speaks to
a server, so the picture shows what was captured and nobody learns that it was looked at. Scripts
are off.
"""

import base64
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote

from firsthand.outside.chromium import Browser, BrowserFailed, Message, running
from firsthand.outside.exchanges import Exchange, plain_address

_WIDTH: Final = 1280
_HEIGHT: Final = 800
_TALLEST: Final = 16_384
_QUIET_S: Final = 0.3
_SETTLING_S: Final = 5.0

# The rest either no longer holds (lengths, packing) or has a browser do what no page needs.
_REPLAYED_HEADERS: Final = frozenset(
    {"content-type", "location", "access-control-allow-origin", "content-security-policy"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A PNG and the browser that drew it; ``missing`` says what is not in it, or why it is not."""

    image: bytes | None = None
    missing: str | None = None
    tool: str | None = None


def picture_of(
    page: Exchange, exchanges: Iterable[Exchange], program: Path, *, at_most_s: float
) -> Picture:
    """Draw a page at full length from what was archived; a browser that fails is only told."""
    tool = None
    try:
        with running(program, at_most_s) as browser:
            product = str(browser.ask("Browser.getVersion").get("product", ""))
            tool = product.replace("HeadlessChrome", "Chromium").replace("Chrome", "Chromium")
            tool = tool.replace("/", " ")
            image, height = _Drawing(browser=browser, archived=_by_address(exchanges)).of(page)
    except BrowserFailed as failed:
        return Picture(
            missing=f"Chromium drew no image of the page: {failed}. The archive is whole; capture "
            "the page again, or take a screenshot and add that.",
            tool=tool,
        )
    missing = None
    if height > _TALLEST:
        missing = f"The page is {height} pixels tall; the image shows the first {_TALLEST}."
    return Picture(image=image, missing=missing, tool=tool)


@dataclass(kw_only=True)
class _Drawing:
    """One page on its way from the archive to a picture."""

    browser: Browser
    archived: dict[str, Exchange]
    loaded: bool = False
    session: str = field(default="")

    def of(self, page: Exchange) -> tuple[bytes, int]:
        """Draw a page; gives the PNG and the page's whole height in pixels."""
        ask = self.browser.ask
        target = ask("Target.createTarget", url="about:blank").get("targetId")
        self.session = str(
            ask("Target.attachToTarget", targetId=target, flatten=True).get("sessionId")
        )
        self.browser.hears = self.hears
        # From here on each request waits until it is answered from the archive.
        ask("Fetch.enable", self.session, patterns=[{"urlPattern": "*"}])
        ask("Emulation.setScriptExecutionDisabled", self.session, value=True)
        ask("Emulation.setScrollbarsHidden", self.session, hidden=True)
        ask("Page.enable", self.session)
        self._sized(_HEIGHT)
        if ask("Page.navigate", self.session, url=page.address).get("errorText"):
            raise BrowserFailed("it does not show this kind of page")
        self.browser.listen_until(lambda: self.loaded)
        # Pictures further down are asked for only when there is room to show them.
        self._sized(min(self._height(), _TALLEST))
        self.browser.listen_until_quiet(_QUIET_S, _SETTLING_S)
        height = self._height()
        shot = ask(
            "Page.captureScreenshot", self.session, format="png", captureBeyondViewport=True,
            clip={"x": 0, "y": 0, "width": _WIDTH, "height": min(height, _TALLEST), "scale": 1},
        )  # fmt: skip
        return base64.b64decode(str(shot.get("data", ""))), height

    def hears(self, message: Message) -> None:
        """Answer what the browser asks for, and note when the page stands."""
        event, what = message.get("method"), message.get("params", {})
        if event == "Page.loadEventFired":
            self.loaded = True
        elif event == "Fetch.requestPaused":
            self._answer(str(message.get("sessionId", self.session)), what)

    def _answer(self, session: str, asked: dict[str, Any]) -> None:
        number = asked.get("requestId")
        request = asked.get("request", {})
        found = self._archived(str(request.get("url", "")))
        if found is not None and request.get("method") == "GET":
            headers = [
                {"name": name, "value": value}
                for name, value in found.headers
                if name.lower() in _REPLAYED_HEADERS
            ]
            self.browser.tell(
                "Fetch.fulfillRequest", session, requestId=number, responseCode=found.status,
                responseHeaders=headers, body=base64.b64encode(found.content).decode("ascii"),
            )  # fmt: skip
        elif asked.get("resourceType") == "Document":
            # No content: the frame stays empty, and a page that leads away stays where it is.
            self.browser.tell("Fetch.fulfillRequest", session, requestId=number, responseCode=204)
        else:
            self.browser.tell(
                "Fetch.failRequest", session, requestId=number, errorReason="AddressUnreachable"
            )

    def _archived(self, address: str) -> Exchange | None:
        address = _key(address)
        scheme, _, rest = address.partition("://")
        # Browsers ask some servers for https though the page says http, and the other way round.
        other = f"{'http' if scheme == 'https' else 'https'}://{rest}"
        return self.archived.get(address) or self.archived.get(other)

    def _height(self) -> int:
        size = self.browser.ask("Page.getLayoutMetrics", self.session).get("cssContentSize", {})
        return max(1, int(size.get("height", _HEIGHT)))

    def _sized(self, height: int) -> None:
        self.browser.ask(
            "Emulation.setDeviceMetricsOverride", self.session,
            width=_WIDTH, height=max(height, _HEIGHT), deviceScaleFactor=1, mobile=False,
        )  # fmt: skip


def _by_address(exchanges: Iterable[Exchange]) -> dict[str, Exchange]:
    return {_key(exchange.address): exchange for exchange in exchanges}


def _key(address: str) -> str:
    # Browsers and servers disagree on which signs are escaped.
    return unquote(plain_address(address))
