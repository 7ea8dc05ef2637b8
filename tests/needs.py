"""What a test needs from the system: found, or one line that says which package to install."""

import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest

from tools import postgres

REQUIRE_ALL = os.environ.get("FIRSTHAND_REQUIRE_ALL") == "1"


def chromium() -> str:
    """Find Debian's Chromium, or skip with the package's name (fail where all is required)."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    return found or _do_without("Chromium is not installed: apt-get install chromium")


def openssl() -> str:
    """Find OpenSSL, or skip with the package's name (fail where all is required)."""
    return shutil.which("openssl") or _do_without(
        "OpenSSL is not installed: apt-get install openssl"
    )


def postgres_bin() -> Path:
    """Find the folder of PostgreSQL's programs, or skip (fail where all is required)."""
    return postgres.binaries() or _do_without(postgres.MISSING)


def _do_without(missing: str) -> NoReturn:
    if REQUIRE_ALL:
        pytest.fail(missing)
    pytest.skip(missing)
