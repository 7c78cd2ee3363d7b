"""Ranking of what was typed: properties that hold for any text, and the order that a person expects."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from client import matching
from client.matching import Fit, Match, match, ranked

WORDS = st.text(st.sampled_from("abcdeéßİñ 12-·"), max_size=12)
TYPED = st.text(st.sampled_from("abcdeÉsin 12-"), min_size=1, max_size=6)
COMMANDS = ("Switch job…", "Switch to dark theme", "Today", "Work orders", "New lead", "New work order", "Sync now")


def best(typed: str, titles: tuple[str, ...] = COMMANDS) -> list[str]:
    return [title for title, _ in ranked(typed, titles, str)]


def text_of(title: str, found: Match) -> str:
    return "".join(title[start:end] for start, end in found.spans)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("swit", "Switch job…"),
        ("dark", "Switch to dark theme"),
        ("sync", "Sync now"),
        ("nl", "New lead"),
        ("nwo", "New work order"),
        ("order new", "New work order"),
        ("WORK", "Work orders"),
        ("tdy", "Today"),
    ],
)
def test_what_was_meant_comes_first(typed: str, first: str) -> None:
    assert best(typed)[:1] == [first]


def test_the_more_evident_fit_comes_first() -> None:
    titles = ("a whole Boiler", "Bo Oi Ler", "Boiler service", "turboiler", "Boiler")
    assert best("boiler", titles)[:4] == ["Boiler", "Boiler service", "a whole Boiler", "turboiler"]
    assert [match("boiler", title).fit for title in ("Boiler", "Boiler service", "a whole Boiler", "turboiler")] == [
        Fit.EXACT,
        Fit.START,
        Fit.WORDS,
        Fit.INSIDE,
    ]


def test_accents_and_case_do_not_matter_and_the_right_letters_are_marked() -> None:
    found = match("apfel", "Grüne Äpfel & Söhne")
    assert found is not None
    assert text_of("Grüne Äpfel & Söhne", found) == "Äpfel"
    sharp = match("strasse", "Hohe Straße 4")
    assert sharp is not None
    assert text_of("Hohe Straße 4", sharp) == "Straße"


def test_nothing_like_it_is_not_found() -> None:
    assert best("qqq") == []


def test_nothing_typed_leaves_everything_in_its_order() -> None:
    assert best("  ") == list(COMMANDS)


@given(TYPED, WORDS)
def test_a_shorter_typing_finds_what_a_longer_one_finds(typed: str, title: str) -> None:
    if match(typed, title) is not None:
        assert match(typed[:-1], title) is not None


@given(WORDS)
def test_a_title_finds_itself_before_all_others(title: str) -> None:
    found = match(title, title)
    assert found is not None
    assert found.fit is Fit.EXACT


@given(TYPED, WORDS)
def test_marked_letters_lie_in_the_title_in_order_and_apart(typed: str, title: str) -> None:
    found = match(typed, title)
    if found is not None:
        ends = [-1]
        for start, end in found.spans:
            assert ends[-1] < start < end <= len(title)
            ends.append(end)


@given(st.data(), WORDS, st.text(st.sampled_from("xyz "), max_size=5))
def test_more_text_that_nobody_asked_for_never_makes_it_likelier(data: st.DataObject, title: str, more: str) -> None:
    typed = "".join(data.draw(st.lists(st.sampled_from(title or "a"), max_size=5)))
    found, longer = match(typed, title), match(typed, title + more)
    if found is not None:
        assert longer is not None
        assert found <= longer


@given(TYPED, st.lists(WORDS, max_size=6))
def test_the_order_of_the_list_decides_nothing_but_ties(typed: str, titles: list[str]) -> None:
    there, back = (ranked(typed, names, str) for names in (titles, titles[::-1]))
    assert [found for _, found in there] == [found for _, found in back]
    assert {title for title, _ in there} == {title for title, _ in back}


def forgets_the_word_starts(patch: pytest.MonkeyPatch) -> None:
    ways = tuple(way for way in matching._WAYS if way[0] not in (Fit.WORDS, Fit.INITIALS))
    patch.setattr(matching, "_WAYS", ways)


def takes_the_text_as_it_is(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(matching, "_fold", lambda char: char)


def leaves_the_order(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Match, "__lt__", lambda _one, _other: False)


def check_the_order() -> None:
    for typed, first in (("nl", "New lead"), ("WORK", "Work orders"), ("order new", "New work order")):
        test_what_was_meant_comes_first(typed, first)
    test_the_more_evident_fit_comes_first()


@pytest.mark.parametrize("plant", [forgets_the_word_starts, takes_the_text_as_it_is, leaves_the_order])
def test_a_planted_fault_is_noticed(plant: object, monkeypatch: pytest.MonkeyPatch) -> None:
    plant(monkeypatch)  # type: ignore[operator]  # a function of this module
    with pytest.raises(AssertionError):
        check_the_order()
