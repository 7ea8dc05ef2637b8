"""A real browser, with the network watched, for the tests that open a report."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.drawings.opened import Opened, Opener
from tests.needs import chromium

_ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    where = chromium()
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=where, args=_ARGUMENTS)
        yield running
        running.close()


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Opener]:
    """Open a report as a file, at a width, in a colour scheme, with or without scripts."""
    contexts = []

    def opening(
        html: str, *, width: int = 1280, scheme: str = "light", script: str = "on"
    ) -> Opened:
        file = tmp_path / "report.html"
        file.write_text(html, "utf-8")
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if scheme == "dark" else "light",
            java_script_enabled=script == "on",
        )
        contexts.append(context)
        shown = Opened(page=context.new_page())
        shown.page.on("request", lambda request: shown.requests.append(request.url))
        shown.page.on("console", lambda message: shown.complaints.append(message.text))
        shown.page.on("pageerror", lambda error: shown.complaints.append(str(error)))
        shown.page.on("dialog", lambda dialog: shown.complaints.append(f"dialog {dialog.message}"))
        shown.page.goto(file.as_uri())
        return shown

    yield opening
    for context in contexts:
        context.close()
