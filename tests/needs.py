"""What a test needs from the system: found, or one line that says which package to install."""

import os
import shutil

import pytest

REQUIRE_ALL = os.environ.get("FIRSTHAND_REQUIRE_ALL") == "1"


def chromium() -> str:
    """Find Debian's Chromium, or skip with the package's name (fail where all is required)."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found:
        return found
    missing = "Chromium is not installed: apt-get install chromium"
    if REQUIRE_ALL:
        pytest.fail(missing)
    pytest.skip(missing)
