"""The activity picture: columns of what went out and came in, with the stretches without a server shaded."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from client.views import ActivityPicture, Beat
from storage.queries.sync_lists import Contact, Minute

Span = tuple[datetime, datetime]


def picture(
    minutes: Sequence[Minute], contacts: Sequence[Contact], start: datetime, end: datetime, columns: int
) -> ActivityPicture:
    width = (end - start) / columns
    sent, received = [0] * columns, [0] * columns
    for minute in minutes:
        column = min(max(int((minute.at - start) / width), 0), columns - 1)
        sent[column] += minute.sent
        received[column] += minute.received
    offline = _offline(contacts, start, end)
    beats = (
        Beat(start + width * column, sent[column], received[column], _overlap(offline, start + width * column, width))
        for column in range(columns)
    )
    return ActivityPicture(start, end, tuple(beats), offline)


def _offline(contacts: Sequence[Contact], start: datetime, end: datetime) -> tuple[Span, ...]:
    """From each loss of the server to the next time that it answered, cut to the picture."""
    ends = [*(contact.at for contact in contacts[1:]), end] if contacts else []
    spans = (
        (max(contact.at, start), min(until, end))
        for contact, until in zip(contacts, ends, strict=True)
        if not contact.is_online
    )
    return tuple(span for span in spans if span[0] < span[1])


def _overlap(spans: Sequence[Span], start: datetime, width: timedelta) -> timedelta:
    lengths = (min(until, start + width) - max(since, start) for since, until in spans)
    return sum((length for length in lengths if length > timedelta()), timedelta())
