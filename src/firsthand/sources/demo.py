"""The bundled case: invented whole, and there wherever Firsthand is installed."""

from contextlib import AbstractContextManager
from importlib import resources
from pathlib import Path


def demo_case() -> AbstractContextManager[Path]:
    """Open the bundled case as a folder of files.

    >>> with demo_case() as folder:
    ...     (folder / "sources.json").exists()
    True
    """
    return resources.as_file(resources.files("firsthand.sources") / "demo_case")
