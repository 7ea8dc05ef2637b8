"""Blocks about other stories, between a page's own paragraphs or after their end.

A marker line ("More from …") opens such a block. Headlines in it are teasers; a paragraph is a
teaser unless it takes up the words of the story again.
"""

import re
from collections.abc import Sequence
from itertools import islice
from typing import Final

from firsthand.sources import _cues as cues
from firsthand.sources.language import STOP_WORDS
from firsthand.values.source import Role

_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_HAN_PAIR: Final = re.compile("(?=([\u3400-\u9fff]{2}))")
_SMALL: Final = frozenset().union(*STOP_WORDS.values())
_LONGEST_TAIL: Final = 80
"""Other stories at a page's end come to no more lines than this."""

_TAKES_UP_AGAIN: Final = 0.3


def mark_teasers(words: Sequence[str], roles: list[Role | None], *, after: int) -> None:
    """Mark the headlines and paragraphs of other stories, from the title's index onwards."""
    _mark_above(words, roles, after)
    story: set[str] = set(topic_of(words[after])) if after >= 0 else set()
    paragraphs = 0
    at = max(after + 1, 0)
    while at < len(words):
        role = roles[at]
        if role is None:
            story |= topic_of(words[at])
            paragraphs += cues.is_prose(words[at])
        elif role is Role.FURNITURE and cues.is_teaser_marker(words[at]) and paragraphs:
            at = _mark_block(at + 1, words, roles, story)
            continue
        elif (
            role is Role.FURNITURE and paragraphs >= 2 and _rest_is_foreign(at, words, roles, story)
        ):
            _mark_rest(at + 1, roles)
            return
        at += 1


def _mark_block(start: int, words: Sequence[str], roles: list[Role | None], story: set[str]) -> int:
    """Mark one block of teasers; give the index at which the story goes on, or the end."""
    headline: set[str] = set()
    for at in range(start, len(words)):
        if roles[at] is not None:
            continue
        topic = topic_of(words[at])
        if not cues.is_prose(words[at]) and not cues.is_bullet(words[at]):
            headline = topic
        elif _is_running_text(at, words, roles) or (
            share_of(topic, story) >= _TAKES_UP_AGAIN
            and share_of(topic, story) > share_of(topic, headline)
        ):
            return at
        roles[at] = Role.TEASER
    return len(words)


def _is_running_text(at: int, words: Sequence[str], roles: Sequence[Role | None]) -> bool:
    """Tell whether three long paragraphs follow one another here: teasers have one, or two."""
    following_lines = (line for line in range(at, len(words)) if roles[line] is None)
    run = list(islice(following_lines, 3))
    return len(run) == 3 and all(
        cues.is_prose(words[following]) and cues.word_count(words[following]) >= 12
        for following in run
    )


def _rest_is_foreign(
    end: int, words: Sequence[str], roles: Sequence[Role | None], story: set[str]
) -> bool:
    """Tell whether all that follows a story's end is of other stories, a headline first."""
    if len(words) - end > _LONGEST_TAIL:
        return False
    rest = [at for at in range(end + 1, len(words)) if roles[at] is None]
    if not rest:
        return False
    comments = cues.opens_comments(words[end])
    is_headline = not cues.is_prose(words[rest[0]]) and cues.word_count(words[rest[0]]) >= 4
    if not is_headline and not comments:
        return False
    return all(
        share_of(topic_of(words[at]), story) <= (0.3 if comments else 0.1) for at in rest
    ) and any(topic_of(words[at]) for at in rest)


def _mark_rest(start: int, roles: list[Role | None]) -> None:
    for at in range(start, len(roles)):
        if roles[at] is None:
            roles[at] = Role.TEASER


def _mark_above(words: Sequence[str], roles: list[Role | None], after: int) -> None:
    """Mark what stands above a title: nothing of the story comes before its headline."""
    for at in range(max(after, 0)):
        if roles[at] is None and not cues.is_prose(words[at]):
            roles[at] = Role.FURNITURE


def topic_of(line: str) -> set[str]:
    """Reduce words to what they are about: stems of longer words, pairs of Chinese characters."""
    words = {word.casefold()[:7] for word in _WORD.findall(line)}
    pairs = {found.group(1) for found in _HAN_PAIR.finditer(line)}
    return {word for word in words if word not in _SMALL} | pairs


def share_of(topic: set[str], story: set[str]) -> float:
    """Say how much of a topic is a story's own, between 0 and 1."""
    return len(topic & story) / len(topic) if topic else 0.0
