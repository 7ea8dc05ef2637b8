"""The bundled case: invented whole, and what everything is shown and tested on."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path


@contextmanager
def demo_case() -> Iterator[Path]:
    """Give the folder of the bundled case for as long as the block runs."""
    with resources.as_file(resources.files("firsthand.sources") / "demo_case") as folder:
        yield folder
