"""What was typed, held against a title as a person would: case and accents aside, the more evident match first."""

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TypeVar

T = TypeVar("T")
Span = tuple[int, int]


class Fit(IntEnum):
    """The lower, the more likely it is what was meant."""

    EXACT = 0
    START = 1
    WORDS = 2
    """Each typed word begins a word of the title."""
    INITIALS = 3
    """`nl` for New lead."""
    INSIDE = 4
    SCATTERED = 5
    """The letters are there in this order, the first at the beginning of a word."""


@dataclass(frozen=True, order=True)
class Match:
    """Sorts as it should be listed. `spans` are the matched parts of the title, from and to."""

    fit: Fit
    start: int = 0
    length: int = 0
    spans: tuple[Span, ...] = field(default=(), compare=False)


def match(typed: str, title: str) -> Match | None:
    """How well it fits; nothing typed fits everything alike."""
    words = _Letters(typed).text.split()
    if not words:
        return Match(Fit.EXACT)
    letters = _Letters(title)
    for fit, find in _WAYS:
        spans = find(words, letters)
        if spans:
            shown = letters.spans_of(spans)
            return Match(fit, shown[0][0], len(title), shown)
    return None


def ranked(typed: str, items: Iterable[T], title_of: Callable[[T], str]) -> list[tuple[T, Match]]:
    """What fits, the best first; among equals in the order given."""
    found = [(item, fit) for item in items if (fit := match(typed, title_of(item))) is not None]
    return sorted(found, key=lambda pair: pair[1])


class _Letters:
    """A text as it is compared; each letter knows where in the text it stood."""

    def __init__(self, text: str) -> None:
        folded = [(letter, position) for position, char in enumerate(text) for letter in _fold(char)]
        self.text = "".join(letter for letter, _ in folded)
        self._origins = [position for _, position in folded]
        self.starts = [
            place
            for place, letter in enumerate(self.text)
            if not letter.isspace() and (place == 0 or not self.text[place - 1].isalnum())
        ]

    def spans_of(self, spans: list[Span]) -> tuple[Span, ...]:
        """Places in the folded text as places in the text itself, those that touch made one."""
        merged: list[Span] = []
        for start, end in sorted((self._origins[start], self._origins[end - 1] + 1) for start, end in spans):
            if merged and start <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        return tuple(merged)


def _fold(char: str) -> str:
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _exactly(words: list[str], letters: _Letters) -> list[Span]:
    return [(0, len(letters.text))] if letters.text.split() == words else []


def _at_start(words: list[str], letters: _Letters) -> list[Span]:
    typed = " ".join(words)
    return [(0, len(typed))] if letters.text.startswith(typed) else []


def _beginning_words(words: list[str], letters: _Letters) -> list[Span]:
    """The longest word chooses first: whatever it can take, a shorter beginning of it could take as well."""
    free, spans = list(letters.starts), []
    for word in sorted(words, key=len, reverse=True):
        place = next((start for start in free if letters.text.startswith(word, start)), None)
        if place is None:
            return []
        free.remove(place)
        spans.append((place, place + len(word)))
    return spans


def _as_initials(words: list[str], letters: _Letters) -> list[Span]:
    initials = "".join(letters.text[start] for start in letters.starts)
    if len(words) > 1 or not initials.startswith(words[0]):
        return []
    return [(start, start + 1) for start in letters.starts[: len(words[0])]]


def _inside(words: list[str], letters: _Letters) -> list[Span]:
    places = [letters.text.find(word) for word in words]
    if -1 in places:
        return []
    return [(place, place + len(word)) for place, word in zip(places, words, strict=True)]


def _scattered(words: list[str], letters: _Letters) -> list[Span]:
    typed = "".join(words)
    begin = next((start for start in letters.starts if letters.text[start] == typed[0]), None)
    if begin is None:
        return []
    places = [begin]
    for letter in typed[1:]:
        place = letters.text.find(letter, places[-1] + 1)
        if place < 0:
            return []
        places.append(place)
    return [(place, place + 1) for place in places]


_WAYS: tuple[tuple[Fit, Callable[[list[str], _Letters], list[Span]]], ...] = (
    (Fit.EXACT, _exactly),
    (Fit.START, _at_start),
    (Fit.WORDS, _beginning_words),
    (Fit.INITIALS, _as_initials),
    (Fit.INSIDE, _inside),
    (Fit.SCATTERED, _scattered),
)
