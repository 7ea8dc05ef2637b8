"""Values as Python prints them, read without running them: Auto Archiver's table holds such cells.

Invariant: nothing is evaluated; depth and length are bounded, and what is unknown is no value.
"""

import ast
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, Final

_TOKEN: Final = re.compile(
    r"""\s*+(?:(?P<text>'(?:[^'\\]|\\.)*+'|"(?:[^"\\]|\\.)*+")"""
    r"""|(?P<number>-?\d[\w.+-]*+)|(?P<name>[A-Za-z_][\w.]*+)|(?P<mark>[\[\]{}(),:=]))""",
    re.DOTALL,
)
_DEEPEST: Final = 30
_CLOSES: Final = {"[": "]", "{": "}", "(": ")"}
_NAMED: Final = {"None": None, "True": True, "False": False, "datetime.timezone.utc": UTC}


class NoValue(ValueError):
    """Words that spell no value known here."""


def value_in(words: str) -> Any:  # noqa: ANN401 - whatever is spelled
    """Read a value of dictionaries, lists, texts, numbers and moments.

    Raises NoValue for all else.

    >>> value_in("{'url': 'https://a.example', 'media': [1, None]}")
    {'url': 'https://a.example', 'media': [1, None]}
    """
    return _Words(words).whole()


class _Words:
    """The tokens of one cell, taken from left to right."""

    def __init__(self, words: str) -> None:
        self._tokens = _tokens(words)
        self._kind, self._word = next(self._tokens, ("", ""))

    def whole(self) -> Any:  # noqa: ANN401 - whatever is spelled
        value = self._value(0)
        if self._word:
            raise NoValue
        return value

    def _value(self, depth: int) -> Any:  # noqa: ANN401 - whatever is spelled
        kind, token = self._kind, self._word
        if depth > _DEEPEST:
            raise NoValue
        if token in _CLOSES:
            return self._group(depth)
        self._next()
        if kind == "text":
            return _text(token)
        if kind == "number":
            return _number(token)
        if kind == "name" and self._word == "(":
            return _called(token, self._group(depth))
        if kind == "name" and token in _NAMED:
            return _NAMED[token]
        raise NoValue

    def _group(self, depth: int) -> dict[Any, Any] | list[Any]:
        opens = self._word
        pairs: list[tuple[Any, Any]] = []
        alone: list[Any] = []
        self._next()
        while self._word != _CLOSES[opens]:
            name = self._word if self._kind == "name" else None
            if opens == "(" and name and name not in _NAMED and "." not in name:
                # datetime.datetime(…, tzinfo=…): the name of an argument.
                self._next()
                self._expect("=")
                pairs.append((name, self._value(depth + 1)))
            else:
                value = self._value(depth + 1)
                if self._word == ":" and opens == "{":
                    self._next()
                    pairs.append((_key(value), self._value(depth + 1)))
                else:
                    alone.append(value)
            if self._word != _CLOSES[opens]:
                self._expect(",")
        self._next()
        if opens == "(" and pairs:
            return {"": alone, **dict(pairs)}
        return dict(pairs) if opens == "{" and not alone else alone

    def _expect(self, mark: str) -> None:
        if self._word != mark:
            raise NoValue
        self._next()

    def _next(self) -> None:
        self._kind, self._word = next(self._tokens, ("", ""))


def _tokens(words: str) -> Iterator[tuple[str, str]]:
    at, end = 0, len(words.rstrip())
    while at < end:
        found = _TOKEN.match(words, at)
        if found is None or found.lastgroup is None:
            raise NoValue
        yield found.lastgroup, found.group(found.lastgroup)
        at = found.end()


def _text(token: str) -> str:
    try:
        # One quoted text without a prefix: there is nothing in it that could run.
        return str(ast.literal_eval(token))
    except (ValueError, SyntaxError) as broken:
        raise NoValue from broken


def _number(token: str) -> int | float:
    try:
        return int(token) if token.lstrip("-").isdigit() else float(token)
    except ValueError as broken:
        raise NoValue from broken


def _key(value: object) -> str:
    if not isinstance(value, str):
        raise NoValue
    return value


def _called(name: str, given: dict[Any, Any] | list[Any]) -> Any:  # noqa: ANN401 - a moment or its parts
    alone = given.get("", []) if isinstance(given, dict) else given
    named = {key: value for key, value in given.items() if key} if isinstance(given, dict) else {}
    try:
        if name == "datetime.datetime":
            return datetime(*alone, **named)  # noqa: DTZ001 - the zone is what the words say
        if name == "datetime.timedelta":
            return timedelta(*alone, **named)
        if name == "datetime.timezone":
            return timezone(*alone, **named)
    except (TypeError, ValueError, OverflowError) as broken:
        raise NoValue from broken
    raise NoValue
