"""Which sources derive from which, step by step."""

from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Sequence
from typing import Final

from firsthand.values.brief import Derivation
from firsthand.values.echo import Direction, Echo, EchoKind

TEXT_KINDS: Final = frozenset({EchoKind.COPY, EchoKind.CUT, EchoKind.REWRITE, EchoKind.TRANSLATION})


def steps_of(echoes: Iterable[Echo]) -> list[Derivation]:
    """List the steps that a case's echoes make, where it is known which source came first."""
    return [
        Derivation(derived=echo.derived, root=echo.root, by_text=echo.kind in TEXT_KINDS)
        for echo in echoes
        if echo.direction is Direction.KNOWN
    ]


class Derivations:
    """The steps from sources to the sources they derive from, followed to their ends."""

    def __init__(self, steps: Iterable[Derivation]) -> None:
        """List, for each source, the steps that start from it."""
        self._steps: dict[str, list[Derivation]] = defaultdict(list)
        for step in steps:
            self._steps[step.derived].append(step)
        self._known: dict[tuple[str, bool], list[str]] = {}

    def roots_of(self, derived: str) -> list[str]:
        """List the sources a source derives from in any way, loops cut."""
        return self._followed(derived, by_text=False)

    def text_roots_of(self, derived: str) -> list[str]:
        """List the sources a source's very words derive from, loops cut."""
        return self._followed(derived, by_text=True)

    def first_texts_of(self, derived: str) -> tuple[str, ...]:
        """List the sources where the words that a source takes over began; none if it took none."""
        roots = self.text_roots_of(derived)
        ends = sorted(r for r in roots if not any(step.by_text for step in self._steps_of(r)))
        return tuple(ends or ([min(roots)] if roots else ()))

    def _steps_of(self, source: str) -> Sequence[Derivation]:
        return self._steps.get(source, ())

    def _followed(self, derived: str, *, by_text: bool) -> list[str]:
        known = self._known.get((derived, by_text))
        if known is not None:
            return known
        found: dict[str, None] = {}
        ahead = deque([derived])
        while ahead:
            here = ahead.popleft()
            beyond = self._known.get((here, by_text))
            if beyond is not None:
                found.update(dict.fromkeys(beyond))
                continue
            for step in self._steps_of(here):
                if (step.by_text or not by_text) and step.root not in found:
                    found[step.root] = None
                    ahead.append(step.root)
        found.pop(derived, None)
        self._known[derived, by_text] = list(found)
        return self._known[derived, by_text]

    def among(self, sources: Collection[str]) -> list[Derivation]:
        """List the steps between some sources, those through other sources taken as one step.

        Followed to their ends, they lead from each of the sources to the same others as all steps.
        """
        if len(sources) < 2:
            return []
        found = []
        for source in sources:
            texts = self._next(source, sources, by_text=True)
            others = self._next(source, sources, by_text=False)
            found += [Derivation(derived=source, root=root, by_text=True) for root in texts]
            found += [
                Derivation(derived=source, root=root, by_text=False)
                for root in others
                if root not in texts
            ]
        return found

    def _next(self, source: str, among: Collection[str], *, by_text: bool) -> dict[str, None]:
        met: dict[str, None] = {}
        passed = {source}
        ahead = deque([source])
        while ahead:
            for step in self._steps_of(ahead.popleft()):
                if step.root in passed or (by_text and not step.by_text):
                    continue
                passed.add(step.root)
                if step.root in among:
                    met[step.root] = None
                else:
                    ahead.append(step.root)
        return met
