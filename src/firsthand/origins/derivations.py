"""Which sources derive from which, step by step."""

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence

from firsthand.values.brief import Derivation


class Derivations:
    """The steps from sources to the sources they derive from, followed to their ends."""

    def __init__(self, steps: Iterable[Derivation]) -> None:
        """List, for each source, the steps that start from it."""
        self._steps: dict[str, list[Derivation]] = defaultdict(list)
        for step in steps:
            self._steps[step.derived].append(step)
        self._known: dict[tuple[str, bool], list[str]] = {}

    def roots_of(self, derived: str) -> list[str]:
        """List the sources a source derives from in any way, nearest first, loops cut."""
        return self._followed(derived, by_text=False)

    def text_roots_of(self, derived: str) -> list[str]:
        """List the sources a source's very words derive from, nearest first, loops cut."""
        return self._followed(derived, by_text=True)

    def _followed(self, derived: str, *, by_text: bool) -> list[str]:
        known = self._known.get((derived, by_text))
        if known is not None:
            return known
        found: dict[str, None] = {}
        ahead = deque([derived])
        while ahead:
            for step in self._steps.get(ahead.popleft(), ()):
                fits = step.by_text or not by_text
                if fits and step.root not in found and step.root != derived:
                    found[step.root] = None
                    ahead.append(step.root)
        self._known[derived, by_text] = list(found)
        return self._known[derived, by_text]

    def steps_behind(self, sources: Sequence[str]) -> list[Derivation]:
        """List every step from some sources to all that they derive from."""
        behind = dict.fromkeys(sources)
        for source in sources:
            behind.update(dict.fromkeys(self.roots_of(source)))
        return [step for source in behind for step in self._steps.get(source, ())]
