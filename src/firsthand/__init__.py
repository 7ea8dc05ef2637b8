"""Firsthand: who said it first, who only repeats it, who denies it, who would not say.

Public names load when they are first used, so that ``import firsthand`` costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from firsthand.origins.tracing import trace as trace
    from firsthand.sources.reading import read_sources as read_sources

__version__ = "0.1.0"

_HOMES = {
    "read_sources": "firsthand.sources.reading",
    "trace": "firsthand.origins.tracing",
}

__all__ = ["__version__", "read_sources", "trace"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module's attribute can be anything
    if name not in _HOMES:
        raise AttributeError(f"firsthand has no public name {name!r}")
    return getattr(import_module(_HOMES[name]), name)
