"""Time entries as rows: after any punches in any order they are those of computing everything."""

import random
import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.outbox import Draft
from storage.profile import Profile
from storage.time_entries import read_entry
from support.clock import FakeClock
from support.profiles import open_profile, page
from support.punch_soup import settings_drawn, soups
from support.timeclock import WORKER, make_punch, organisation, read_punches
from sync.kinds import Kind
from sync.protocol import Op, Row, State
from sync.records import Organisation, Punch, body_of
from sync.status import Mark
from sync.terms import Action
from sync.timekeeping import Mode, TimeEntry, compute_entries


def rows_of(punches: list[Punch], version: int) -> list[Row]:
    return [Row(kind="punch", id=p.id, version=version + n, body=body_of(p)) for n, p in enumerate(punches)]


def with_real_job(punch: Punch) -> Punch:
    """A soup's jobs are single letters; on the wire they are ids."""
    return msgspec.structs.replace(punch, work_order_id=punch.work_order_id and punch.work_order_id * 36)


def organisation_row(rules: Organisation, version: int) -> Row:
    return Row(kind="organisation", id=rules.id, version=version, body=body_of(rules))


def entries_of(profile: Profile) -> list[TimeEntry]:
    with profile.database.read() as tx:
        return [read_entry(body) for (body,) in tx.all("SELECT body FROM time_entry")]


def in_order(entries: Any) -> list[Any]:
    return sorted(entries, key=lambda entry: (entry.start_punch_id, entry.day))


@settings(max_examples=60, deadline=None)
@given(punches=soups(), rules=settings_drawn, seed=st.integers(0, 1_000), chunk=st.integers(1, 5))
def test_rows_follow_the_punches(punches: list[Punch], rules: Organisation, seed: int, chunk: int) -> None:
    punches = [with_real_job(punch) for punch in {punch.id: punch for punch in punches}.values()]
    random.Random(seed).shuffle(punches)
    with tempfile.TemporaryDirectory() as folder, open_profile(Path(folder) / "p") as profile:
        profile.store.absorb(page([organisation_row(rules, 1)], "0"))
        for start in range(0, len(punches), chunk):
            profile.store.absorb(page(rows_of(punches[start : start + chunk], start + 2), str(start)))
        assert in_order(entries_of(profile)) == in_order(compute_entries(punches, rules))
        for number, gone in enumerate(punches[::2]):
            removed = Row(kind="punch", id=gone.id, version=1_000 + number, state=State.REMOVED)
            profile.store.absorb(page([removed], f"r{number}"))
        assert in_order(entries_of(profile)) == in_order(compute_entries(punches[1::2], rules))


def test_other_rules_of_the_organisation_make_other_entries(tmp_path: Path) -> None:
    start = organisation("Europe/London")
    punches = read_punches("22:00 in\n+1 04:00 out", start, date(2026, 3, 2))
    split = organisation("Europe/London", day_rule="split")
    with open_profile(tmp_path) as profile:
        profile.store.absorb(page([organisation_row(start, 1), *rows_of(punches, 2)], "1"))
        assert len(entries_of(profile)) == 1
        profile.store.absorb(page([organisation_row(split, 9)], "2"))
        assert len(entries_of(profile)) == 2
        assert profile.queries.directory.organisation().day_rule == "split"


def test_the_clock_runs_from_the_punch_on(tmp_path: Path) -> None:
    clock = FakeClock()
    with open_profile(tmp_path, clock) as profile:
        assert profile.queries.timesheet.clock(WORKER, clock.now()).mode is Mode.OFF
        first = make_punch(1, Action.CLOCK_IN, clock.now())
        profile.outbox.record(Draft(Op.CREATE, Kind.PUNCH, first.id, body_of(first)))
        clock.advance(3_600)
        state = profile.queries.timesheet.clock(WORKER, clock.now())
        assert (state.mode, state.since) == (Mode.WORKING, first.at)
        out = make_punch(2, Action.CLOCK_OUT, clock.now())
        profile.outbox.record(Draft(Op.CREATE, Kind.PUNCH, out.id, body_of(out)))
        (entry,) = profile.queries.timesheet.entries(WORKER, first.at.date(), out.at.date(), clock.now())
        assert entry.entry.end == out.at
        assert entry.mark is Mark.SAVED_HERE
        assert profile.queries.timesheet.open_entries(WORKER, clock.now()) == ()
        day = timedelta(days=1)
        assert [p.record.id for p in profile.queries.timesheet.punches(WORKER, first.at, first.at + day)] == [
            first.id,
            out.id,
        ]


def test_a_day_costs_the_same_however_many_days_there_are(tmp_path: Path) -> None:
    """A punch computes its stretch again, not the year."""
    start = datetime(2025, 1, 1, 8, tzinfo=UTC)
    punches = []
    for day in range(200):
        at = start + timedelta(days=day)
        punches.append(make_punch(2 * day, Action.CLOCK_IN, at))
        punches.append(make_punch(2 * day + 1, Action.CLOCK_OUT, at + timedelta(hours=8)))
    with open_profile(tmp_path) as profile:
        profile.store.absorb(page(rows_of(punches, 1), "1"))
        assert len(entries_of(profile)) == 200
        with profile.database.write() as tx:
            tx.run("UPDATE time_entry SET body = 'untouched' WHERE starts_at < (SELECT max(starts_at) FROM time_entry)")
        last = make_punch(900, Action.CLOCK_IN, start + timedelta(days=200))
        profile.store.absorb(page(rows_of([last], 1_000), "2"))
        with profile.database.read() as tx:
            assert tx.value("SELECT count(*) FROM time_entry WHERE body = 'untouched'") == 199
