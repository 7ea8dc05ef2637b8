"""What each line of a page's text does: title, heading, body, credit, caption, teaser, furniture.

A page copied as text has lost its tags; what is left are the line's own look (``_cues``) and its
place among the others. Where both leave doubt a line is body: a lost paragraph is a lost claim.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from firsthand.sources import _cues as cues
from firsthand.sources._credits import agencies_in_dateline, is_credit, names_credited
from firsthand.sources._teasers import mark_teasers, share_of, topic_of
from firsthand.values.source import Role
from firsthand.values.spans import Span

_LINE: Final = re.compile(r"\A\ufeff|[^\r\n\v\f\x85\u2028\u2029]+")
_WORD: Final = re.compile(r"\w+")
_NAMES: Final = re.compile(
    r"(?:[^\W\d_a-z]{2,}+[.’'-]?,?\s*+){2,7}$|[A-ZÀ-Ý][\w.’'-]++(?:\s[A-ZÀ-Ý][\w.’'-]*+){1,2}$"
)
_LETTERHEAD: Final = re.compile(
    r"(?:The )?(?:[A-Z][\w’'-]+\s+){0,4}(?:Ministry|Government|Department|Office|Embassy|Consulate"
    r"(?: General)?|Council|Commission|Court|Agency|Bureau|Police(?: Service| Department| Force)?"
    r"|Press (?:Office|Section|Service)|Directorate|Secretariat|Mission|Republic|Kingdom"
    r"|Minist[èe]re|Gouvernement|Préfecture|Ambassade|Consulat(?: général)?|Ministerio|Gobierno)"
    r"(?:\s+(?:of|for|in|to|de|du|des|del|en|à)\s.{2,60})?$"
)
_LONGEST_CUE: Final = 2_000
"""No menu line, caption or credit is longer, in characters."""

_LONGEST_PAGE: Final = 150_000
"""Longer texts are books: they hold no pull quotes, and looking for them would take minutes."""

_LONGEST_TITLE_WORDS: Final = 34
_LONGEST_HEADING_WORDS: Final = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line or wrapped paragraph of a text and its place there.

    ``words`` is the line without the breaks that only wrap it.
    """

    span: Span
    words: str


def single_lines_of(text: str) -> list[Line]:
    """Split a text into its lines; every character that is not white space lies in one of them."""
    return [Line(span=span, words=span.within(text)) for span in _spans_of_lines(text)]


def lines_of(text: str) -> list[Line]:
    """Split a text into its paragraphs: one a line, or, where lines are wrapped, one a block."""
    lines = _spans_of_lines(text)
    if not _is_wrapped(text, lines):
        return single_lines_of(text)
    return [
        Line(
            span=Span(block[0].start, block[-1].end),
            words=" ".join(span.within(text) for span in block),
        )
        for block in _paragraphs(text, lines)
    ]


def _spans_of_lines(text: str) -> list[Span]:
    return [
        Span(found.start() + lead, found.start() + lead + len(words))
        for found in _LINE.finditer(text)
        if (words := found.group().strip())
        for lead in [len(found.group()) - len(found.group().lstrip())]
    ]


def roles_of(
    lines: Sequence[Line], *, title: str | None = None, publisher: str | None = None
) -> list[Role]:
    """Say what each line does on its page.

    ``title`` and ``publisher`` are the page's own where they are known from elsewhere.
    """
    words = [line.words for line in lines]
    roles: list[Role | None] = [_own_look(line) for line in words]
    _mark_repeats(words, roles)
    _mark_masthead(words, roles, publisher)
    at = _mark_title(words, roles, title)
    _mark_pull_quotes(words, roles)
    mark_teasers(words, roles, after=at)
    _mark_headings(words, roles, after=at)
    settled = [role or Role.BODY for role in roles]
    if Role.BODY not in settled and Role.TITLE not in settled:
        # A page of menu lines alone is more likely a list that matters than nothing at all.
        return [Role.BODY if role is not Role.CAPTION else role for role in settled]
    return settled


def is_other_matter(heading: str, look: Role) -> bool:
    """Tell whether a line marked up as a heading is none of the story's, for all its markup.

    A short line may look like furniture for where it stands; as a heading only its words count.
    """
    if look is Role.FURNITURE:
        return cues.is_furniture(heading) or cues.is_teaser_marker(heading)
    return look is Role.TEASER


def credits_in(lines: Iterable[tuple[Line, Role]]) -> tuple[str, ...]:
    """Name the agencies and people whom a text's credit lines and datelines name, each once."""
    named: dict[str, None] = {}
    for line, role in lines:
        if role is Role.CREDIT:
            named.update(dict.fromkeys(names_credited(line.words)))
        elif role is Role.BODY:
            named.update(dict.fromkeys(agencies_in_dateline(line.words)))
    return tuple(named)


def _own_look(line: str) -> Role | None:
    if len(line) > _LONGEST_CUE:
        return None
    if is_credit(line):
        return Role.CREDIT
    if line == "\ufeff" or cues.is_teaser_marker(line) or cues.is_furniture(line):
        return Role.FURNITURE
    if cues.is_inline_teaser(line):
        return Role.TEASER
    if cues.is_bullet(line):
        return None
    return Role.CAPTION if cues.is_caption(line) else None


def _mark_repeats(words: Sequence[str], roles: list[Role | None]) -> None:
    """Mark second printings: captions on two lines, pull quotes, a title shown again."""
    first_at: dict[str, int] = {}
    for at, line in enumerate(words):
        plain = cues.plain_words(line)
        if roles[at] is None and plain in first_at and cues.word_count(line) >= 4:
            before = first_at[plain]
            is_caption = at == before + 1 and cues.is_prose(line)
            roles[at] = Role.CAPTION if is_caption else Role.FURNITURE
            if is_caption:
                roles[before] = Role.CAPTION
        first_at.setdefault(plain, at)


def _mark_pull_quotes(words: Sequence[str], roles: list[Role | None]) -> None:
    """Mark lines that a paragraph says as well: shown large between paragraphs, said only once."""
    said = [" ".join(_WORD.findall(line.casefold())) for line in words]
    whole = "\n".join(said)
    if len(whole) > _LONGEST_PAGE:
        return
    for at, line in enumerate(said):
        count = cues.word_count(words[at])
        if roles[at] is None and 6 <= count <= 60 and whole.count(line) > 1:
            roles[at] = Role.FURNITURE


def _mark_masthead(words: Sequence[str], roles: list[Role | None], publisher: str | None) -> None:
    """Mark the line among the first few that is the publisher's name, with or without a motto."""
    name = cues.plain_words(publisher or "")
    for at, line in enumerate(words[:8]) if name else []:
        plain = cues.plain_words(line).removeprefix("the ")
        is_name = plain == name or re.match(re.escape(name) + r"\s*[-–—|:,]", plain)
        if roles[at] is None and is_name and not cues.is_prose(line):
            roles[at] = Role.FURNITURE


def _mark_title(words: Sequence[str], roles: list[Role | None], title: str | None) -> int:
    """Mark the title and what stands above and right below it; give its index, -1 without one."""
    first_prose = next(
        (
            at
            for at, line in enumerate(words)
            if roles[at] is None and cues.is_prose(line) and cues.word_count(line) >= 12
        ),
        len(words),
    )
    head = [at for at in range(first_prose) if roles[at] is None]
    at = _title_among(head, words, title, has_prose=first_prose < len(words))
    if at is None:
        return -1
    roles[at] = Role.TITLE
    for other in head:
        if roles[other] is None and not cues.is_prose(words[other]):
            roles[other] = _role_beside_title(other, words, is_below=other > at)
    return at


def _role_beside_title(at: int, words: Sequence[str], *, is_below: bool) -> Role | None:
    line = words[at]
    following = words[at + 1] if at + 1 < len(words) else ""
    if is_below and _NAMES.match(line) and cues.is_furniture(following):
        # Names right above the hour are a byline, though no "by" stands before them.
        return Role.CREDIT
    if cues.word_count(line) <= 3:
        return Role.FURNITURE
    return Role.HEADING if is_below and not cues.is_bullet(line) else None


def _title_among(
    head: Sequence[int], words: Sequence[str], title: str | None, *, has_prose: bool
) -> int | None:
    wanted = cues.plain_words(title or "")
    for at in head if wanted else []:
        plain = cues.plain_words(words[at])
        if plain == wanted or (len(plain) > 15 and plain in wanted):
            return at
    could_be = [at for at in head if _could_be_title(words[at])]
    could_be = [at for at in could_be if not _LETTERHEAD.match(words[at])] or could_be
    telling = [at for at in could_be if cues.word_count(words[at]) >= 4]
    unstopped = [
        at for at in telling if not cues.is_prose(words[at]) or cues.is_question(words[at])
    ]
    if unstopped and (has_prose or len(head) > 1):
        return _most_of_the_story(unstopped, words[head[-1] + 1 :][:6], words)
    if telling and has_prose and telling[0] == could_be[0]:
        # A headline may end in a full stop where it stands first and a longer paragraph follows.
        return telling[0] if _reads_like_headline(words[telling[0]]) else None
    if could_be and has_prose and not cues.is_prose(words[could_be[-1]]):
        return could_be[-1]
    return None


def _could_be_title(line: str) -> bool:
    return (
        cues.word_count(line) <= _LONGEST_TITLE_WORDS
        and not cues.is_bullet(line)
        and not line.rstrip().endswith((":", "：", ",", "，"))
    )


def _most_of_the_story(
    candidates: Sequence[int], story: Sequence[str], words: Sequence[str]
) -> int:
    """Choose the first line that shares words with the story: mastheads and menus share none."""
    told = topic_of(" ".join(story))
    shared = [share_of(topic_of(words[at]), told) for at in candidates]
    best = max(shared)
    if best < 0.25:
        return candidates[0]
    return next(at for at, share in zip(candidates, shared, strict=True) if share >= 0.5 * best)


def _reads_like_headline(line: str) -> bool:
    letters = [word for word in re.findall(r"[^\W\d_][\w’'-]*", line) if len(word) > 3]
    return len(letters) >= 3 and sum(word[0].isupper() for word in letters) >= 0.75 * len(letters)


def _mark_headings(words: Sequence[str], roles: list[Role | None], after: int) -> None:
    """Mark the short lines between paragraphs, and menus and signatures after the last one."""
    open_lines = [at for at in range(after + 1, len(words)) if roles[at] is None]
    prose = [at for at in open_lines if _runs_on(words[at])]
    if not prose:
        return
    for run in _runs_of_short_lines(open_lines, set(prose)):
        leads_in = run[0] - 1 >= 0 and words[run[0] - 1].rstrip().endswith((":", "："))
        if run[-1] > prose[-1]:
            if len(prose) >= 2 and not leads_in:
                _mark_tail(run, words, roles)
        elif not leads_in and len(run) <= 2:
            for at in run:
                if cues.word_count(words[at]) <= _LONGEST_HEADING_WORDS:
                    roles[at] = Role.HEADING
        elif not leads_in and all(cues.word_count(words[at]) <= 3 for at in run):
            for at in run[:-1]:
                roles[at] = Role.FURNITURE
            roles[run[-1]] = Role.HEADING


def _runs_on(line: str) -> bool:
    """Tell whether a line is part of the running text, be it one word with a full stop."""
    stops = cues.ends_like_a_sentence(line) and not cues.is_question(line)
    return cues.is_prose(line) or cues.is_bullet(line) or stops


def _mark_tail(run: Sequence[int], words: Sequence[str], roles: list[Role | None]) -> None:
    for at in run:
        if cues.word_count(words[at]) <= 6:
            roles[at] = Role.FURNITURE


def _runs_of_short_lines(open_lines: Sequence[int], prose: set[int]) -> list[list[int]]:
    runs: list[list[int]] = [[]]
    for at in open_lines:
        if at in prose:
            runs.append([])
        else:
            runs[-1].append(at)
    return [run for run in runs if run]


def _is_wrapped(text: str, lines: Sequence[Span]) -> bool:
    """Tell whether lines break where the margin was, as in mail, and not where a thought ends."""
    width = _width(lines)
    if len(lines) < 4 or not 45 <= width <= 110:
        return False
    neighbours = [
        (line.within(text), following.within(text))
        for line, following in pairwise(lines)
        if text.count("\n", line.end, following.start) == 1
    ]
    full = sum(_is_full(line, following, width) for line, following in neighbours)
    running = sum(following[:1].islower() for _, following in neighbours)
    return len(neighbours) >= 3 and full >= 0.6 * len(neighbours) and running >= 2


def _width(lines: Sequence[Span]) -> int:
    return max((line.end - line.start for line in lines), default=0)


def _is_full(line: str, following: str, width: int) -> bool:
    """Tell whether the next line's first word would have run over the margin."""
    first_word = following.split(maxsplit=1)[0]
    return len(line) + 1 + len(first_word) > width - 3


def _paragraphs(text: str, lines: Sequence[Span]) -> list[list[Span]]:
    width = _width(lines)
    blocks: list[list[Span]] = [[lines[0]]]
    for previous, line in pairwise(lines):
        words = line.within(text)
        if (
            text.count("\n", previous.end, line.start) > 1
            or cues.is_bullet(words)
            or not _is_full(previous.within(text), words, width)
        ):
            blocks.append([line])
        else:
            blocks[-1].append(line)
    return blocks
