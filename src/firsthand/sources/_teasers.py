"""Blocks about other stories, between a page's own paragraphs or after their end.

A marker line ("More from …") opens such a block. Headlines in it are teasers; a paragraph is a
teaser unless it takes up the words of the story again.
"""

import re
from collections.abc import Sequence
from typing import Final

from firsthand.sources import _cues as cues
from firsthand.sources.language import STOP_WORDS
from firsthand.values.source import Role

_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_HAN_PAIR: Final = re.compile("(?=([\u3400-\u9fff]{2}))")
_SMALL: Final = frozenset().union(*STOP_WORDS.values()) | frozenset(
    "also after before about over into than then there when where what while more most some such "
    "could should would says told year years week month people last time first other being".split()
)
_TAKES_UP_AGAIN: Final = 0.3


def mark_teasers(words: Sequence[str], roles: list[Role | None], *, after: int) -> None:
    """Mark the headlines and paragraphs of other stories, from the title's index onwards."""
    story: set[str] = set(_topic(words[after])) if after >= 0 else set()
    paragraphs = 0
    at = 0 if after < 0 else after + 1
    while at < len(words):
        role = roles[at]
        if role is None:
            story |= _topic(words[at])
            paragraphs += cues.is_prose(words[at])
        elif role is Role.FURNITURE and cues.is_teaser_marker(words[at]) and paragraphs:
            at = _mark_block(at + 1, words, roles, story)
            continue
        elif (
            role is Role.FURNITURE
            and paragraphs >= 2
            and _rest_is_foreign(at + 1, words, roles, story)
        ):
            _mark_rest(at + 1, roles)
            return
        at += 1
    _mark_menus_above(words, roles, after)


def _mark_block(start: int, words: Sequence[str], roles: list[Role | None], story: set[str]) -> int:
    """Mark one block of teasers; give the index at which the story goes on, or the end."""
    headline: set[str] = set()
    run_of_paragraphs = 0
    for at in range(start, len(words)):
        if roles[at] is not None:
            continue
        topic = _topic(words[at])
        if not cues.is_prose(words[at]) and not cues.is_bullet(words[at]):
            if headline and run_of_paragraphs == 0 and _goes_on(at, words, roles, story, topic):
                return at
            headline, run_of_paragraphs = topic, 0
        elif _is_of(topic, story) >= _TAKES_UP_AGAIN and _is_of(topic, story) > _is_of(
            topic, headline
        ):
            return at
        else:
            run_of_paragraphs += 1
        roles[at] = Role.TEASER
    return len(words)


def _goes_on(
    at: int, words: Sequence[str], roles: list[Role | None], story: set[str], topic: set[str]
) -> bool:
    """Tell whether a short line is a heading of the story: it and its paragraph take it up again."""
    following = next((i for i in range(at + 1, len(words)) if roles[i] is None), None)
    if following is None or not cues.is_prose(words[following]):
        return False
    both = topic | _topic(words[following])
    return _is_of(both, story) >= _TAKES_UP_AGAIN


def _rest_is_foreign(
    start: int, words: Sequence[str], roles: Sequence[Role | None], story: set[str]
) -> bool:
    """Tell whether all that follows a piece of furniture begins with a headline of another story."""
    rest = [at for at in range(start, len(words)) if roles[at] is None]
    if not rest or cues.is_prose(words[rest[0]]) or cues.word_count(words[rest[0]]) < 4:
        return False
    return all(_is_of(_topic(words[at]), story) <= 0.1 for at in rest) and any(
        _topic(words[at]) for at in rest
    )


def _mark_rest(start: int, roles: list[Role | None]) -> None:
    for at in range(start, len(roles)):
        if roles[at] is None:
            roles[at] = Role.TEASER


def _mark_menus_above(words: Sequence[str], roles: list[Role | None], after: int) -> None:
    """Mark what stands above a title: nothing of the story comes before its headline."""
    for at in range(max(after, 0)):
        if roles[at] is None and not cues.is_prose(words[at]):
            roles[at] = Role.FURNITURE


def _topic(line: str) -> set[str]:
    words = {word.casefold()[:7] for word in _WORD.findall(line)}
    pairs = {found.group(1) for found in _HAN_PAIR.finditer(line)}
    return {word for word in words if word not in _SMALL} | pairs


def _is_of(topic: set[str], story: set[str]) -> float:
    return len(topic & story) / len(topic) if topic else 0.0
