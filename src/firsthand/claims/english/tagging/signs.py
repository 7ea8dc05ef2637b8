"""The signs by which the tagger knows a token: its words around, its sentence, and the quotations."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from firsthand.claims.english.tagging.tokens import sentences_of, tokens_of
from firsthand.claims.english.tagging.words import STRONG_CUE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from firsthand.claims.english.tagging.tokens import Token
    from firsthand.claims.english.tagging.words import WordSigns, WordTable


@dataclass(slots=True, kw_only=True)
class Paragraph:
    """One line of a text: its tokens, its sentences as token ranges, and the quotation each token is in."""

    tokens: list[Token]
    sentences: list[tuple[int, int]]
    carried_quote: bool = False


def paragraphs_of(text: str) -> list[Paragraph]:
    """Cut a text into paragraphs of tokens and sentences."""
    tokens = tokens_of(text)
    sentences = sentences_of(text)
    found: list[Paragraph] = []
    at = 0
    previous_end = -1
    for start, end in sentences:
        first = at
        while at < len(tokens) and tokens[at].start < end:
            at += 1
        new = previous_end < 0 or "\n" in text[previous_end:start] or "\r" in text[previous_end:start]
        if new:
            found.append(Paragraph(tokens=[], sentences=[]))
        here = found[-1]
        begin = len(here.tokens)
        here.tokens.extend(tokens[first:at])
        here.sentences.append((begin, len(here.tokens)))
        previous_end = end
    return found


def _near(distance: int) -> str:
    if distance < 4:
        return str(distance)
    return "4" if distance < 7 else "7" if distance < 12 else "12"


class _Quotes:
    """Which tokens stand within quotation marks, and how each quotation begins and ends."""

    def __init__(self, words: Sequence[WordSigns], *, carried: bool) -> None:
        count = len(words)
        self.state = ["o"] * count
        self.left_open = False
        self.spans: list[tuple[int, int]] = []
        open_at = -1
        place = 0
        while place < count:
            mark = words[place].quote
            opens = mark == "``" or (mark == '"' and open_at < 0)
            closes = mark == "''" or (mark == '"' and open_at >= 0)
            if opens:
                if open_at >= 0:
                    self._fill(open_at, place, "u")
                open_at = place
            elif closes:
                if open_at >= 0:
                    self._close(open_at, place)
                elif carried and not self.spans:
                    self._fill(0, place + 1, "k")
                open_at = -1
            place += 1
        if open_at >= 0:
            # No closing mark: a quotation that the next paragraph takes up, as newspapers print it.
            self._fill(open_at, count, "p")
            self.left_open = True

    def _fill(self, first: int, last: int, state: str) -> None:
        for place in range(first, last):
            self.state[place] = state

    def _close(self, first: int, last: int) -> None:
        length = last - first - 1
        state = "a" if length <= 2 else "b" if length <= 5 else "c"
        self._fill(first, last + 1, state)
        self.spans.append((first, last))


def signs_of(
    paragraph: Paragraph, table: WordTable, *, carried: bool
) -> tuple[list[list[str]], bool]:
    """List each token's signs; also tell whether a quotation is still open at the end."""
    words = [table.signs_of(token.text) for token in paragraph.tokens]
    quotes = _Quotes(words, carried=carried)
    rows = _rows_of_words(words)
    start_state = "k" if carried else ""
    n_sentences = len(paragraph.sentences)
    for number, (first, last) in enumerate(paragraph.sentences):
        _add_sentence_signs(
            rows, words, quotes, first, last,
            f"{min(number, 2)}{'e' if number == n_sentences - 1 else ''}{start_state}",
        )
    return rows, quotes.left_open


def _rows_of_words(words: list[WordSigns]) -> list[list[str]]:
    count = len(words)
    at = [word.at for word in words]
    rows: list[list[str]] = []
    tags = ["<", "<", *[word.tag for word in words], ">", ">", ">"]
    kinds = ["<", "<", *[word.kind for word in words], ">", ">", ">"]
    lowers = ["<", *[word.lower for word in words], ">"]
    browns = ["<", *[word.brown for word in words], ">"]
    for i in range(count):
        row = ["1"]
        if i > 2:
            row += at[i - 3][0]
        if i > 1:
            row += at[i - 2][1]
        if i:
            row += at[i - 1][2]
        row += at[i][3]
        if i + 1 < count:
            row += at[i + 1][4]
        if i + 2 < count:
            row += at[i + 2][5]
        if i + 3 < count:
            row += at[i + 3][6]
        t2, t1, t0, n1, n2 = tags[i : i + 5]
        w1, w0, x1 = lowers[i : i + 3]
        k1, k0, m1, m2 = kinds[i + 1 : i + 5]
        row += (
            f"a{t1} {t0}", f"b{t0} {n1}", f"c{t1} {t0} {n1}", f"d{t0} {n1} {n2}", f"e{t2} {t1} {t0}",
            f"f{w1} {w0}", f"g{w0} {x1}", f"h{k0} {m1} {m2}", f"i{k1} {k0}",
            f"j{browns[i + 1]} {browns[i + 2]}", f"m{browns[i]} {browns[i + 1]}", f"o{w0} {n1} {n2}",
        )
        rows.append(row)
    return rows


def _add_sentence_signs(
    rows: list[list[str]], words: list[WordSigns], quotes: _Quotes, first: int, last: int, where: str
) -> None:
    state = quotes.state
    strong = [i for i in range(first, last) if words[i].cue >= STRONG_CUE]
    opens = [s for s, e in quotes.spans if first <= s < last]
    closes = [e for s, e in quotes.spans if first <= e < last]
    has_quote = "q" if opens or closes else ""
    whole = state[first] != "o" and state[last - 1 if last - first < 2 else last - 2] != "o"
    begins = words[first].lower
    at_strong = 0
    before = "^"
    for i in range(first, last):
        row = rows[i]
        s = state[i]
        while at_strong < len(strong) and strong[at_strong] < i:
            at_strong += 1
        left = strong[at_strong - 1] if at_strong else -1
        ahead = at_strong + (1 if at_strong < len(strong) and strong[at_strong] == i else 0)
        right = strong[ahead] if ahead < len(strong) else -1
        if left >= 0:
            lc = f"{words[left].lemma}"
            row += (f"L{lc}", f"Ld{_near(i - left)}", f"Ls{words[left].cue}{state[left]}{s}")
        else:
            row.append("L-")
        if right >= 0:
            row += (f"R{words[right].lemma}", f"Rd{_near(right - i)}", f"Rs{words[right].cue}{state[right]}{s}")
        else:
            row.append("R-")
        row += (
            f"q{s}", f"qb{before}{s}", f"S{where}", f"p{_near(i - first)}", f"P{_near(last - 1 - i)}",
            f"F{begins}{s}", f"H{has_quote}{s}{int(whole)}", f"y{int(left >= 0)}{int(right >= 0)}{s}{has_quote}",
        )
        if opens:
            after = [o for o in opens if o > i]
            if after:
                row.append(f"qo{_near(after[0] - i)}")
        if closes:
            passed = [c for c in closes if c < i]
            if passed:
                row.append(f"qc{_near(i - passed[-1])}")
        before = s
