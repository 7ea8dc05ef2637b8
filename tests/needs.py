"""What a test needs from the system: found, or one line that says which package to install."""

import os
import shutil
from typing import NoReturn

import pytest

REQUIRE_ALL = os.environ.get("FIRSTHAND_REQUIRE_ALL") == "1"


def chromium() -> str:
    """Find Debian's Chromium, or skip with the package's name (fail where all is required)."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    return found or _missing("Chromium is not installed: apt-get install chromium")


def openssl() -> str:
    """Find OpenSSL, or skip with the package's name (fail where all is required)."""
    return shutil.which("openssl") or _missing("OpenSSL is not installed: apt-get install openssl")


def _missing(missing: str) -> NoReturn:
    if REQUIRE_ALL:
        pytest.fail(missing)
    pytest.skip(missing)
