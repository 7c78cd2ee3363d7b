"""Location on punches: off until the person says so, and every change of mind on record."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from client.consent import LocationConsent, Said

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


class Noon:
    def now(self) -> datetime:
        return NOON

    def monotonic(self) -> float:
        return 0.0


def test_it_is_off_until_somebody_says_otherwise(tmp_path: Path) -> None:
    consent = LocationConsent(tmp_path, Noon())
    assert not consent.is_given
    assert consent.record == ()


def test_what_was_said_stays_on_record(tmp_path: Path) -> None:
    consent = LocationConsent(tmp_path, Noon())
    for is_given in (False, True, True, False):
        consent.say(is_given=is_given)
    assert LocationConsent(tmp_path, Noon()).record == (Said(True, NOON), Said(False, NOON))
    assert not consent.is_given


@pytest.mark.parametrize("content", [b"{", b"[1]", b'[{"given": true}]', b'[{"given": "yes", "at": "2026-11-20"}]'])
def test_a_record_that_cannot_be_read_is_no_consent(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "location-consent.json").write_bytes(content)
    assert not LocationConsent(tmp_path, Noon()).is_given
