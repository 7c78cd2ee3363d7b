"""Clocks that are wrong, and what can be known all the same. The true instant of every punch here is TRUE."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.timeclock import make_punch, organisation
from sync.records import ClockEvidence, Punch
from sync.terms import Action
from sync.timekeeping import Flag, Sending, Skew, compute_entries, compute_skew

TRUE = datetime(2026, 8, 4, 12, 0, tzinfo=UTC)
RECEIVED = TRUE + timedelta(hours=6)
HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)


def milliseconds(length: timedelta) -> int:
    return length // timedelta(milliseconds=1)


def punch(
    wall: timedelta, *, offset: timedelta | None = None, awake: timedelta | None = None, asleep: timedelta = 0 * HOUR
) -> Punch:
    """A punch whose wall clock shows TRUE + `wall`; the server was met `awake + asleep` before, `offset` noted then."""
    evidence = ClockEvidence(
        monotonic_ms=1,
        boot_id="boot",
        server_at=None if offset is None else TRUE - (awake or HOUR) - asleep,
        server_offset_ms=None if offset is None else milliseconds(offset),
        offset_age_ms=None if awake is None else milliseconds(awake),
    )
    return make_punch(1, Action.CLOCK_IN, TRUE + wall, evidence=evidence)


NOTHING = 0 * HOUR
RIGHT = Skew(None, ())
FLAGGED = Skew(None, (Flag.SKEW,))
MENDED = Skew(TRUE, (Flag.SKEW,))


@pytest.mark.parametrize(
    ("claimed", "expected"),
    [
        pytest.param(punch(NOTHING), RIGHT, id="no evidence, nothing odd"),
        pytest.param(punch(NOTHING, offset=NOTHING, awake=HOUR), RIGHT, id="a clock that is right"),
        pytest.param(punch(MINUTE, offset=-MINUTE, awake=HOUR), RIGHT, id="a minute is tolerated"),
        pytest.param(punch(-3 * HOUR, offset=3 * HOUR, awake=HOUR), MENDED, id="three hours slow all along"),
        pytest.param(punch(3 * HOUR, offset=-3 * HOUR, awake=HOUR), MENDED, id="three hours fast all along"),
        pytest.param(punch(-HOUR, offset=NOTHING, awake=HOUR), MENDED, id="set back since"),
        pytest.param(
            punch(30 * HOUR, offset=NOTHING, awake=HOUR),
            Skew(TRUE, (Flag.FUTURE, Flag.SKEW)),
            id="set ahead since, beyond what is possible",
        ),
        pytest.param(punch(HOUR, offset=NOTHING, awake=HOUR), FLAGGED, id="set ahead since, or asleep: who knows"),
        pytest.param(
            punch(NOTHING, offset=NOTHING, awake=HOUR, asleep=4 * HOUR), FLAGGED, id="asleep, and the clock right"
        ),
        pytest.param(
            punch(-3 * HOUR, offset=3 * HOUR, awake=HOUR, asleep=HOUR), MENDED, id="asleep, and three hours slow"
        ),
        pytest.param(punch(NOTHING, offset=3 * HOUR, awake=HOUR), RIGHT, id="mended since the offset was taken"),
        pytest.param(punch(NOTHING, offset=3 * HOUR), FLAGGED, id="an offset from before the last start"),
        pytest.param(punch(NOTHING, offset=MINUTE), RIGHT, id="a small offset from before the last start"),
        pytest.param(punch(9 * HOUR), Skew(None, (Flag.FUTURE,)), id="tomorrow, and nothing to tell why"),
    ],
)
def test_evidence(claimed: Punch, expected: Skew) -> None:
    assert compute_skew(claimed, RECEIVED) == expected


def sent(wall: timedelta, awake: timedelta, boot_id: str = "boot") -> Sending:
    """Sending at RECEIVED by a device whose wall clock shows RECEIVED + `wall`, `awake` after the punch."""
    return Sending(RECEIVED + wall, 1 + milliseconds(awake), boot_id)


SIX = RECEIVED - TRUE
MET = ClockEvidence(monotonic_ms=1, boot_id="boot", server_at=TRUE - HOUR, server_offset_ms=0)


@pytest.mark.parametrize(
    ("claimed", "sending", "expected"),
    [
        pytest.param(punch(NOTHING), sent(NOTHING, SIX), RIGHT, id="a clock that is right"),
        pytest.param(punch(-3 * HOUR), sent(-3 * HOUR, SIX), MENDED, id="three hours slow all along"),
        pytest.param(punch(3 * HOUR), sent(3 * HOUR, SIX), MENDED, id="three hours fast all along"),
        pytest.param(punch(NOTHING), sent(-3 * HOUR, SIX), RIGHT, id="right, and set back since"),
        pytest.param(punch(3 * HOUR), sent(NOTHING, SIX), MENDED, id="fast, and mended since"),
        pytest.param(punch(NOTHING), sent(3 * HOUR, SIX), RIGHT, id="right, and set ahead since"),
        pytest.param(punch(NOTHING), sent(NOTHING, HOUR), RIGHT, id="right, and a clock that stood still"),
        pytest.param(punch(-3 * HOUR), sent(-3 * HOUR, SIX, "other"), RIGHT, id="another start of the machine"),
        pytest.param(
            make_punch(1, Action.CLOCK_IN, TRUE - 5 * HOUR, evidence=MET),
            sent(-5 * HOUR, HOUR, "other"),
            MENDED,
            id="from before the last meeting, and still as slow",
        ),
        pytest.param(
            make_punch(1, Action.CLOCK_IN, TRUE - 5 * HOUR, evidence=MET),
            sent(NOTHING, HOUR, "other"),
            FLAGGED,
            id="from before the last meeting, and mended since",
        ),
    ],
)
def test_the_clocks_at_the_sending(claimed: Punch, sending: Sending, expected: Skew) -> None:
    assert compute_skew(claimed, RECEIVED, sending) == expected


def test_a_punch_entered_by_hand_speaks_of_another_moment() -> None:
    evidence = punch(NOTHING, offset=NOTHING, awake=HOUR).evidence
    by_hand = make_punch(1, Action.CLOCK_OUT, TRUE - 20 * HOUR, evidence=evidence, reason="Forgot to clock out")
    assert compute_skew(by_hand, RECEIVED) == RIGHT
    ahead = make_punch(1, Action.CLOCK_OUT, TRUE + 20 * HOUR, evidence=evidence, reason="Leaving early")
    assert compute_skew(ahead, RECEIVED) == Skew(None, (Flag.FUTURE,))


def test_entries_use_the_corrected_instant() -> None:
    slow = punch(-3 * HOUR, offset=3 * HOUR, awake=HOUR)
    skew = compute_skew(slow, RECEIVED)
    stored = make_punch(1, slow.action, slow.at, corrected_at=skew.corrected_at, flags=tuple(skew.flags))
    (entry,) = compute_entries([stored], organisation())
    assert entry.start == TRUE
    assert entry.flags == {Flag.OPEN, Flag.SKEW}


numbers = st.integers(-(2**63), 2**64 - 1) | st.integers(-(10**8), 10**8)
instants = st.datetimes(timezones=st.just(UTC)) | st.just(TRUE)


@given(
    st.builds(
        ClockEvidence,
        monotonic_ms=numbers,
        boot_id=st.sampled_from(["", "boot"]),
        server_at=st.none() | instants,
        server_offset_ms=st.none() | numbers,
        offset_age_ms=st.none() | numbers,
    ),
    instants,
    st.none() | st.builds(Sending, instants, numbers, st.sampled_from(["", "boot"])),
)
def test_no_evidence_breaks_anything(evidence: ClockEvidence, claimed: datetime, sending: Sending | None) -> None:
    skew = compute_skew(make_punch(2, Action.CLOCK_OUT, claimed, evidence=evidence), RECEIVED, sending)
    if skew.corrected_at is not None:
        assert Flag.SKEW in skew.flags
        assert skew.corrected_at.tzinfo is not None


def test_a_claim_at_the_end_of_time_is_flagged_and_breaks_nothing() -> None:
    evidence = ClockEvidence(monotonic_ms=1, server_at=TRUE, server_offset_ms=10**12, offset_age_ms=None)
    at_the_end = make_punch(1, Action.CLOCK_IN, datetime(9999, 12, 31, 23, tzinfo=UTC), evidence=evidence)
    assert compute_skew(at_the_end, RECEIVED).flags != ()
