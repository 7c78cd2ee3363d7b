"""The pill, its sentence and the activity picture: what a person is told about the connection."""

from datetime import UTC, datetime, timedelta

import pytest

from client.connection import link_of, pill, sentence
from client.picture import picture
from client.views import Link
from storage.queries.sync_lists import Contact, Minute
from sync.status import Phase, Status

EIGHT = datetime(2026, 11, 20, 8, tzinfo=UTC)
QUIET = Status(Phase.IDLE)


def test_looking_whether_the_server_is_there_changes_nothing_yet() -> None:
    assert link_of(Phase.PROBING, Link.CONNECTING) is Link.CONNECTING
    assert link_of(Phase.PROBING, Link.OFFLINE) is Link.OFFLINE
    assert link_of(Phase.PROBING, Link.ONLINE) is Link.ONLINE
    for phase in set(Phase) - {Phase.PROBING}:
        assert link_of(phase, Link.CONNECTING) is not Link.CONNECTING


PILLS = [
    (Link.OFFLINE, 3, 0, "Offline · 3 saved here"),
    (Link.OFFLINE, 0, 0, "Offline"),
    (Link.ONLINE, 120, 34, "Sending 34 of 120"),
    (Link.ONLINE, 0, 0, "Online · all sent"),
    (Link.ONLINE, 1, 0, "Online · 1 saved here"),
    (Link.PAUSED, 2, 0, "Paused · 2 saved here"),
    (Link.SIGN_IN_NEEDED, 1, 0, "Sign in to send · 1 saved here"),
]


@pytest.mark.parametrize(("link", "waiting", "sending", "words"), PILLS)
def test_the_pill_counts_records(link: Link, waiting: int, sending: int, words: str) -> None:
    assert pill(link, waiting, sending) == words


@pytest.mark.parametrize("link", list(Link))
@pytest.mark.parametrize("waiting", [0, 1, 7])
def test_every_link_has_a_sentence_that_says_what_is_kept(link: Link, waiting: int) -> None:
    told = sentence(QUIET, link, waiting, EIGHT)
    if waiting:
        assert ("1 record is saved on this device" if waiting == 1 else "7 records are saved on this device") in told
    else:
        assert "everything" in told.lower()
    assert told.endswith(".")


def test_nothing_is_promised_that_nobody_will_do() -> None:
    for link in (Link.PAUSED, Link.SIGN_IN_NEEDED, Link.REVOKED):
        assert "will be sent" not in sentence(QUIET, link, 3, None)
    assert "looking" not in sentence(QUIET, Link.CONNECTING, 0, None, is_looking=False).lower()
    assert sentence(QUIET, Link.OFFLINE, 0, EIGHT).startswith("You are offline since 08:00.")


def test_the_picture_puts_everything_into_its_column() -> None:
    end = EIGHT + timedelta(hours=4)
    minutes = [Minute(EIGHT, 1, 2), Minute(EIGHT + timedelta(minutes=70), 4, 0), Minute(end, 8, 0)]
    contacts = [
        Contact(EIGHT - timedelta(hours=1), is_online=False),
        Contact(EIGHT + timedelta(minutes=30), is_online=True),
        Contact(EIGHT + timedelta(hours=3), is_online=False),
    ]
    drawn = picture(minutes, contacts, EIGHT, end, 4)
    assert [(beat.sent, beat.received) for beat in drawn.beats] == [(1, 2), (4, 0), (0, 0), (8, 0)]
    assert drawn.offline == ((EIGHT, EIGHT + timedelta(minutes=30)), (EIGHT + timedelta(hours=3), end))
    assert [beat.offline for beat in drawn.beats] == [
        timedelta(minutes=30),
        timedelta(),
        timedelta(),
        timedelta(hours=1),
    ]


def test_an_empty_picture_has_its_columns() -> None:
    drawn = picture([], [], EIGHT, EIGHT + timedelta(hours=1), 3)
    assert (len(drawn.beats), drawn.offline) == (3, ())
