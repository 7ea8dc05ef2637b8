"""Writing to a ledger: the only way in.

Invariants: what is written was allowed and made sense when it was written; content about what is
confidential is sealed under the case's key; nothing is half written.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from firsthand.record.anchoring import anchored
from firsthand.record.chain import commitment_to, digest_of, new_salt
from firsthand.record.checks import require_sense
from firsthand.record.contents.base import Content
from firsthand.record.contents.kinds import spelled
from firsthand.record.contents.of_sources import SourceCaptured
from firsthand.record.entry import Author, Entry, Head
from firsthand.record.ledger import Ledger, Turn, Written
from firsthand.record.permissions import require_leave
from firsthand.sealing.sealed import new_key, seal, wrap
from firsthand.values.errors import CaseSealed
from firsthand.values.source import Handling

_AT_ONCE: Final = 2_000
_LONGEST_REASON: Final = 4_000
_LONGEST_NAME: Final = 200


def record(
    ledger: Ledger, contents: Iterable[Content], *, by: Author, reason: str = ""
) -> tuple[int, ...]:
    """Write contents as entries, all in one turn, and give their numbers.

    Raises NotAllowed, BadEntry, or CaseSealed where something confidential comes and the case's key
    was not opened.
    """
    with ledger.turn() as turn:
        return record_in(turn, contents, by=by, reason=reason)


def record_in(
    turn: Turn, contents: Iterable[Content], *, by: Author, reason: str = ""
) -> tuple[int, ...]:
    """Write contents as entries inside a turn that has begun."""
    numbers: list[int] = []
    waiting = iter(contents)
    head = turn.head
    while several := list(islice(waiting, _AT_ONCE)):
        written = list(_written(several, turn, head, by, reason))
        turn.keep(written)
        last = written[-1].entry
        head = Head(number=last.number, digest=last.digest)
        numbers += [each.entry.number for each in written]
    return tuple(numbers)


def _written(
    contents: Sequence[Content], turn: Turn, head: Head, by: Author, reason: str
) -> Iterator[Written]:
    at, before = turn.now(), head.digest
    author = " ".join(by.name.split())[:_LONGEST_NAME]
    why = reason.strip()[:_LONGEST_REASON]
    secret = _confidential_among(contents, turn)
    for number, said in enumerate(contents, head.number + 1):
        require_leave(by, said)
        require_sense(said, turn.case)
        content = anchored(said, turn.case)
        is_confidential = content.carries_words and not secret.isdisjoint(content.subjects)
        key, salt = new_key(), new_salt()
        sealed = seal(key, spelled(content))
        commitment = commitment_to(sealed, salt)
        digest = digest_of(number, at, author, why, content.kind, before, commitment)
        yield Written(
            entry=Entry(
                number=number,
                at=at,
                author=author,
                reason=why,
                kind=content.kind,
                before=before,
                commitment=commitment,
                digest=digest,
                content=content,
            ),
            salt=salt,
            sealed=sealed,
            key=_wrapped(key, turn) if is_confidential else key,
            is_confidential=is_confidential,
        )
        before = digest


def _confidential_among(contents: Sequence[Content], turn: Turn) -> frozenset[str]:
    """Find the subjects that are confidential: known as such, or coming in as such just now."""
    subjects = {
        subject for content in contents if content.carries_words for subject in content.subjects
    }
    coming = {
        content.source.id
        for content in contents
        if isinstance(content, SourceCaptured) and content.source.handling is Handling.CONFIDENTIAL
    }
    return turn.case.confidential_among(sorted(subjects)) | coming


def _wrapped(key: bytes, turn: Turn) -> bytes:
    if turn.case_key is None:
        raise CaseSealed(
            "this is confidential, and the case's key is not open. Give the passphrase "
            "(--passphrase-file), or make a key first: firsthand case key CASE."
        )
    return wrap(turn.case_key, key)
