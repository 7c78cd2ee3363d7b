from dataclasses import replace
from datetime import UTC, datetime

import pytest

from client.connection import pill, sentence
from client.views import Fetching, FetchStage, Link, SyncStatus
from sync.status import Phase, Status
from ui.sync_words import banner_value, coming_value, pill_value
from ui.widgets.pill import pill_text

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
ENGINE = Status(Phase.OFFLINE)


def status(link: Link, waiting: int = 0, sending: int = 0) -> SyncStatus:
    words = sentence(ENGINE, link, waiting, NOON)
    return SyncStatus(
        link, pill(link, waiting, sending), words, waiting, sending, 0, 0, 0, NOON, NOON, None, None, "ABCD"
    )


@pytest.mark.parametrize("link", list(Link))
@pytest.mark.parametrize(("waiting", "sending"), [(0, 0), (1, 0), (3, 0), (3, 2)])
def test_the_pill_and_the_command_line_say_the_same(link: Link, waiting: int, sending: int) -> None:
    told = status(link, waiting, sending)
    assert pill_text(pill_value(told)) == told.pill


@pytest.mark.parametrize("link", list(Link))
@pytest.mark.parametrize("waiting", [0, 1, 3])
def test_the_banner_says_the_same_sentence(link: Link, waiting: int) -> None:
    told = status(link, waiting)
    value = banner_value(told, UTC)
    if link in (Link.ONLINE, Link.CONNECTING):
        assert value is None
        return
    assert value
    said = " ".join(part for part in (value.lead, value.strong, value.tail) if part)
    assert said == told.sentence
    assert bool(value.action) is (waiting > 0 or link is Link.SIGN_IN_NEEDED)


@pytest.mark.parametrize(
    ("fetching", "says"),
    [
        (Fetching(FetchStage.PEOPLE), "Fetching your organisation and its people."),
        (Fetching(FetchStage.WORK, 120, 1234), "Fetching your open work: 120 of 1,234 records."),
        (Fetching(FetchStage.WORK, 0, 1), "Fetching your open work: 0 of 1 record."),
        (
            Fetching(FetchStage.REST, 0, 1),
            "Your open work is here. Fetching everything else: 0 of about 1 record.",
        ),
        (Fetching(FetchStage.WORK), "Fetching what is still missing."),
        (
            Fetching(FetchStage.REST, 5_000, 100_000),
            "Your open work is here. Fetching everything else: 5,000 of about 100,000 records.",
        ),
    ],
)
def test_the_first_fetch_is_told_stage_by_stage(fetching: Fetching, says: str) -> None:
    told = replace(status(Link.ONLINE), fetching=fetching)
    value = banner_value(told, UTC)
    assert value
    assert value.lead == says
    assert banner_value(replace(told, fetching=None), UTC) is None


@pytest.mark.parametrize("stage", list(FetchStage))
@pytest.mark.parametrize("link", [Link.ONLINE, Link.OFFLINE])
def test_what_is_missing_is_said_to_be_coming(stage: FetchStage, link: Link) -> None:
    told = replace(status(link), fetching=Fetching(stage, 120, 340))
    value = coming_value(told)
    assert value
    assert ("by itself" in value.text) is (link is Link.ONLINE)
    assert value == coming_value(replace(told, fetching=Fetching(stage, 121, 340))), "it stands still"
    assert coming_value(told, is_own_work=True) == (None if stage is FetchStage.REST else value)
    assert coming_value(replace(told, fetching=None)) is None


@pytest.mark.parametrize("waiting", [0, 2])
def test_a_first_fetch_that_was_cut_is_not_taken_for_all_there_is(waiting: int) -> None:
    told = status(Link.OFFLINE, waiting)
    whole, cut = banner_value(told, UTC), banner_value(replace(told, fetching=Fetching(FetchStage.REST, 2, 9)), UTC)
    assert whole
    assert cut
    said = "Not everything is here yet. What is missing arrives as soon as this device speaks with the server again."
    assert cut.tail == f"{whole.tail} {said}"
