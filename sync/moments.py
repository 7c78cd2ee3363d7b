"""Instants as whole numbers since 1970 in UTC: exact, ordered and small."""

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)
_MICROSECOND = timedelta(microseconds=1)
_FIRST, _LAST = ((datetime(year, 1, 1, tzinfo=UTC) - _EPOCH) // _MILLISECOND for year in (2, 9998))


def to_us(moment: datetime) -> int:
    return (moment - _EPOCH) // _MICROSECOND


def from_us(microseconds: int) -> datetime:
    return _EPOCH + microseconds * _MICROSECOND


def to_ms(moment: datetime) -> int:
    """A device's claim may lack a zone; it is kept as if it were UTC and never used for order.

    One that exists in no zone but its own is brought to where everybody can read it.
    """
    aware = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
    return min(max((aware - _EPOCH) // _MILLISECOND, _FIRST), _LAST)


def from_ms(milliseconds: int) -> datetime:
    return _EPOCH + milliseconds * _MILLISECOND
