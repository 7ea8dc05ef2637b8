"""People with a name and a role: ``Jo Vale, a spokeswoman for the port``."""

from typing import Final

from firsthand.claims.english.cast import Cast, Known, Sort, name_key
from firsthand.claims.english.documents import Documents
from firsthand.claims.english.names import TITLE_WORDS, name_runs
from firsthand.claims.english.nouns import BODY_SORTS, DOCUMENTS, LAWS, ROLES
from firsthand.claims.english.page import Page
from firsthand.claims.english.phrases import Run
from firsthand.claims.english.wording import Finder, Wording, head_end, name_of
from firsthand.values.claim import UNIDENTIFIED

_BODIES: Final = frozenset(BODY_SORTS) | LAWS
# "the embassy's press secretary" speaks for the embassy, not for the press.
_MEDIA: Final = frozenset({"press", "media", "communications", "public", "affairs", "relations"})
_POSSESSIVE: Final = frozenset({"’s", "'s", "’", "'"})
_OF_BODY: Final = frozenset({"for", "of", "at", "with", "from"})


class Persons:
    """Reads the people of one page, and learns for whom they speak."""

    def __init__(
        self,
        page: Page,
        cast: Cast,
        documents: Documents,
        affiliations: dict[str, str],
        find: Finder,
    ) -> None:
        """Keep what the page tells."""
        self._page = page
        self._cast = cast
        self._documents = documents
        self._affiliations = affiliations
        self._find = find

    def named_in(self, wording: Wording) -> Known | None:
        """Find the person that a phrase names beside a role."""
        page = self._page
        runs = name_runs(page, wording.first, wording.last, sentence_first=-1)
        roles = [i for i in range(wording.first, wording.last) if page.lower[i] in ROLES]
        if not runs or not roles:
            return None
        end = head_end(page, wording.first, wording.last)
        head_runs = [run for run in runs if run[0] < end]
        if roles[0] >= end and head_runs:
            # Name first, role behind a comma.
            person: Run | None = head_runs[-1]
            known_body = self._cast.called(name_of(page, head_runs[-1]))
            if known_body is not None and known_body.sort is Sort.BODY:
                return known_body
            body = self._body_behind(roles[0], wording)
        else:
            person, body = self._titled(wording, end, roles, runs)
        return self._met(person, body) if person else None

    def _met(self, run: Run, body: str | None) -> Known:
        page = self._page
        start = run[0]
        while start < run[1] - 1 and page.lower[start] in ROLES:
            start += 1
        name = name_of(page, (start, run[1]))
        known = self._cast.called(name) or self._cast.add(name, Sort.PERSON)
        if known.sort in {Sort.UNKNOWN, Sort.PLACE}:
            known.sort = Sort.PERSON
        if known.sort is Sort.PERSON and body and body not in {UNIDENTIFIED, known.name}:
            self._affiliations.setdefault(known.name, body)
        return known

    def _titled(
        self, wording: Wording, end: int, roles: list[int], runs: list[Run]
    ) -> tuple[Run | None, str | None]:
        """Read ``[body] role Name`` and ``the body's role, Name,``."""
        role = max((i for i in roles if i < end), default=roles[0])
        behind = next((run for run in runs if run[0] >= role), None)
        if behind is not None and self._touches(role, behind[0]):
            if behind == (role, role + 1) or set(self._page.lower[slice(*behind)]) & _BODIES:
                return None, None
            behind_name = self._page.lower[behind[1] : behind[1] + 1]
            if behind[1] < wording.last and set(behind_name) & _POSSESSIVE:
                # "Mr. Vale's lawyers" are not Mr. Vale.
                return None, None
            body = self._body_before(wording, roles[0])
            if body is None and behind[1] < wording.last:
                body = self._body_behind(behind[1], wording)
            return behind, body
        # "the director of the group, Jo Vale,"
        aside = next((run for run in runs if run[0] >= end), None)
        if aside is not None and aside[0] == end + 1:
            return aside, self._body_behind(role, wording.part(wording.first, end))
        return None, None

    def _touches(self, role: int, name: int) -> bool:
        between = self._page.lower[role:name]
        return all(word in ROLES or word in {",", "-", "."} for word in between)

    def _body_before(self, wording: Wording, role: int) -> str | None:
        end = role
        while end > wording.first and (
            self._page.lower[end - 1] in _POSSESSIVE or self._page.lower[end - 1] in _MEDIA
        ):
            end -= 1
        if end <= wording.first:
            return None
        title = self._page.lower[wording.first : end]
        if all(word in TITLE_WORDS or word in ROLES for word in title):
            return self._ministry_of(title, self._page.lower[role])
        known = self._find(wording.part(wording.first, end))
        return known.name if known else None

    def _ministry_of(self, title: list[str], role: str) -> str | None:
        """Find the office of a ``foreign minister``, where the page speaks of it."""
        if role not in {"minister", "secretary"}:
            return None
        wanted = {word for word in title if word not in ROLES}
        for known in self._cast.known:
            words = set(name_key(known.name).split())
            if wanted and wanted <= words and words & {"ministry", "department"}:
                return known.name
        return None

    def _body_behind(self, role: int, wording: Wording) -> str | None:
        page, last = self._page, wording.last
        for index in range(role, last):
            if page.lower[index] in _OF_BODY and index + 1 < last:
                end = head_end(page, index + 1, last)
                known = self._find(wording.part(index + 1, end))
                return known.name if known and known.sort is not Sort.PERSON else None
        wrote = any(page.lower[i] in DOCUMENTS for i in range(role, last))
        return self._documents.last_author(wording.offset) if wrote else None
