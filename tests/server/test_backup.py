"""A backup of a living server, the way back, and what stands in that way.

Over 300 lines: each promise beside the bug that is planted in it.
"""

import json
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from server_stub import apply, backup, epochs
from server_stub.copies import NotABackup
from server_stub.copies_postgresql import PostgresqlCopies
from server_stub.copies_sqlite import SqliteCopies
from server_stub.database import Database
from support.inprocess import InProcessServer
from support.wire import NOW, WireDevice
from support.world import World
from sync.errors import StreamFlowError
from sync.kinds import Kind
from sync.protocol import Item, Mutation, Op
from sync.terms import Choice


def restored(world: World, file: Path, year: int = 2026, *, force: bool = True) -> None:
    """Stop the server, put the backup back, start it again on what is there then."""
    world.http.close()
    world.server.close()
    try:
        backup.restore(world.url, file, NOW.replace(year=year), force=force)
    finally:
        world.server = InProcessServer(world.url, world.clock)
        world.http = world.server.client()


def bring_back(device: WireDevice, *old: tuple[Mutation, int]) -> list[str]:
    """Send again what the lost database had accepted under these numbers."""
    device.stream, device.seq, device.epoch = device.new_id(), 0, ""
    items = device.items(*(mutation for mutation, _was in old))
    lines = [Item(seq=i.seq, key=i.key, mutation=i.mutation, was=was) for i, (_, was) in zip(items, old, strict=True)]
    return [verdict.outcome for verdict in device.deliver(lines).verdicts]


def check_the_way_back(world: World, folder: Path) -> None:
    device, file = world.device("office"), folder / "copy"
    kept = device.lead("Kept")
    device.apply(kept)
    backup.back_up(world.server.service.database, file)
    lost = device.lead("Lost")
    newest = device.apply(lost).version
    epoch = world.server.service.database.epoch
    restored(world, file)
    twin = world.device("office")
    twin.pull()
    assert (twin.holds(kept.id), twin.holds(lost.id)) == (True, False)
    assert world.server.service.database.epoch != epoch
    assert world.version() > newest


def check_numbers_are_never_given_twice(world: World, folder: Path) -> None:
    """The same backup put back twice: the second epoch's numbers are above all of the first's."""
    file = folder / "copy"
    backup.back_up(world.server.service.database, file)
    restored(world, file)
    device = world.device("office")
    first = device.apply(device.lead("In the first epoch")).version
    restored(world, file, 2027)
    assert world.version() > first


def check_what_was_seen_is_no_conflict(world: World, folder: Path) -> None:
    """Ann's change, then Bob's on top of it, both lost: they come back in this order, and nobody is asked."""
    ann, bob, file = world.device("office"), world.device("owner"), folder / "copy"
    lead = ann.lead("Webb")
    seen = ann.apply(lead).version
    backup.back_up(world.server.service.database, file)
    ann_s = ann.change(lead.id, Kind.LEAD, seen, need="Ann's")
    at_ann_s = ann.apply(ann_s).version
    bob_s = bob.change(lead.id, Kind.LEAD, at_ann_s, need="Bob's")
    at_bob_s = bob.apply(bob_s).version
    restored(world, file)
    ann, bob = world.device("office"), world.device("owner")
    assert bring_back(ann, (ann_s, at_ann_s)) == ["applied"]
    assert bring_back(bob, (bob_s, at_bob_s)) == ["applied"]
    bob.pull()
    assert bob.bodies()[Kind.LEAD, lead.id]["need"] == "Bob's"
    assert not any("conflict" in row for row in world.rows("record"))


def check_who_went_on_may_be_back_first(world: World, folder: Path) -> None:
    """Bob's change on top of Ann's is back before hers, which is no news then; Carl had not seen hers."""
    ann, bob, file = world.device("office"), world.device("owner"), folder / "copy"
    first, second = ann.lead("Webb"), ann.lead("Abbott")
    seen = [ann.apply(lead).version for lead in (first, second)]
    backup.back_up(world.server.service.database, file)
    ann_s = [ann.change(lead.id, Kind.LEAD, at, need="Ann's") for lead, at in zip((first, second), seen, strict=True)]
    at_ann_s = [ann.apply(one).version for one in ann_s]
    bob_s = bob.change(first.id, Kind.LEAD, at_ann_s[0], need="Bob's")
    at_bob_s = bob.apply(bob_s).version
    restored(world, file)
    ann, bob, carl = world.device("office"), world.device("owner"), world.device("owner")
    assert bring_back(bob, (bob_s, at_bob_s)) == ["applied"]
    assert bring_back(ann, (ann_s[0], at_ann_s[0])) == ["applied"]
    bob.pull()
    assert bob.bodies()[Kind.LEAD, first.id]["need"] == "Bob's"
    assert not any("conflict" in row for row in world.rows("record"))
    carl.push(carl.change(second.id, Kind.LEAD, seen[1], need="Carl's"))
    (outcome,) = bring_back(ann, (ann_s[1], at_ann_s[1]))
    assert is_contested(outcome, world)


def check_what_was_not_seen_is_a_conflict(world: World, folder: Path) -> None:
    """Ann's change was lost, and Carl, who had never seen it, writes after the restore: it is not swept aside."""
    ann, carl, file = world.device("office"), world.device("owner"), folder / "copy"
    lead = ann.lead("Webb")
    seen = ann.apply(lead).version
    backup.back_up(world.server.service.database, file)
    ann_s = ann.change(lead.id, Kind.LEAD, seen, need="Ann's")
    at_ann_s = ann.apply(ann_s).version
    restored(world, file)
    ann, carl = world.device("office"), world.device("owner")
    carl.pull()
    base = world.version()
    assert bring_back(ann, (ann_s, at_ann_s)) == ["applied"]
    verdict = carl.push(carl.change(lead.id, Kind.LEAD, base, need="Carl's"))[0]
    assert is_contested(verdict.outcome, world), verdict


def check_a_decision_finds_its_conflict_again(world: World, folder: Path) -> None:
    """Two had written one field, and one has decided: all of it comes back, and nobody decides again."""
    ann, bob, file = world.device("office"), world.device("owner"), folder / "copy"
    lead = ann.lead("Webb")
    seen = ann.apply(lead).version
    backup.back_up(world.server.service.database, file)
    ann_s = ann.change(lead.id, Kind.LEAD, seen, need="Tap")
    sooner = NOW - timedelta(minutes=1)
    bob_s = bob.mutation(Op.CHANGE, Kind.LEAD, lead.id, base=seen, fields={"need": "Sink"}, occurred_at=sooner)
    at_ann_s = ann.apply(ann_s).version
    (verdict,) = bob.push(bob_s)
    (conflict,) = verdict.conflicts
    decision = bob.change(conflict.id, Kind.CONFLICT, conflict.version, choice=Choice.KEPT)
    at_decision = bob.apply(decision).version
    restored(world, file)
    ann, bob = world.device("office"), world.device("owner")
    assert bring_back(ann, (ann_s, at_ann_s)) == ["applied"]
    back = bring_back(bob, (bob_s, verdict.version), (decision, at_decision))
    assert back == [verdict.outcome, "applied"]


def is_contested(outcome: str, world: World) -> bool:
    """Either side's value is kept for a person: refused with both, or merged, or with a conflict on record."""
    return outcome in ("refused", "merged") or any("conflict" in row for row in world.rows("record"))


CHECKS = (
    check_the_way_back,
    check_numbers_are_never_given_twice,
    check_what_was_seen_is_no_conflict,
    check_who_went_on_may_be_back_first,
    check_what_was_not_seen_is_a_conflict,
    check_a_decision_finds_its_conflict_again,
)


@pytest.mark.parametrize("check", CHECKS)
def test_backup_and_restore(world: World, tmp_path: Path, check: Callable[[World, Path], None]) -> None:
    check(world, tmp_path)


def keep_the_epoch(patch: pytest.MonkeyPatch) -> None:
    real = epochs.statements
    patch.setattr(epochs, "statements", lambda now: real(now)[:-1])


def count_on(patch: pytest.MonkeyPatch) -> None:
    real = epochs.statements
    patch.setattr(epochs, "statements", lambda now: real(now)[1:])


def add_a_fixed_number(patch: pytest.MonkeyPatch) -> None:
    real = epochs.statements
    patch.setattr(epochs, "statements", lambda now: real(now.replace(year=1970)))


def forget_the_old_numbers(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(epochs.Epochs, "is_past", lambda *_: False)


def compare_across_epochs(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(epochs, "bisect_right", lambda *_: 0)
    patch.setattr(epochs.Epochs, "is_past", lambda *_: True)


def forget_what_they_had_seen(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(epochs.Epochs, "went_on_from", lambda *_: False)


def name_records_by_chance(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(apply, "derived_id", lambda _: str(uuid4()))


def take_all_for_seen(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(epochs.Epochs, "went_on_from", lambda *_: True)


@pytest.mark.parametrize(
    ("plant", "check"),
    [
        (keep_the_epoch, check_the_way_back),
        (count_on, check_the_way_back),
        (add_a_fixed_number, check_numbers_are_never_given_twice),
        (forget_the_old_numbers, check_what_was_seen_is_no_conflict),
        (forget_what_they_had_seen, check_who_went_on_may_be_back_first),
        (take_all_for_seen, check_who_went_on_may_be_back_first),
        (compare_across_epochs, check_what_was_not_seen_is_a_conflict),
        (name_records_by_chance, check_a_decision_finds_its_conflict_again),
    ],
)
def test_a_planted_fault_is_caught(
    world: World,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    plant: Callable[[pytest.MonkeyPatch], None],
    check: Callable[[World, Path], None],
) -> None:
    plant(monkeypatch)
    with pytest.raises(AssertionError):
        check(world, tmp_path)


def test_devices_hear_how_far_a_backup_reaches(world: World, tmp_path: Path) -> None:
    device = world.device()
    reached = device.apply(device.lead("Ann")).version
    assert device.page("").backed_up == 0
    backup.back_up(world.server.service.database, tmp_path / "copy")
    device.apply(device.lead("Later"))
    assert device.page("").backed_up == reached


def test_changes_that_the_backup_lacks_are_not_thrown_away_unasked(world: World, tmp_path: Path) -> None:
    file, device = tmp_path / "copy", world.device()
    backup.back_up(world.server.service.database, file)
    lead = device.lead("Newer")
    device.apply(lead)
    with pytest.raises(StreamFlowError, match="--force"):
        restored(world, file, force=False)
    twin = world.device("office")
    twin.pull()
    assert twin.holds(lead.id)


def test_a_running_server_is_left_alone(world: World, tmp_path: Path) -> None:
    database = world.server.service.database
    backup.back_up(database, tmp_path / "copy")
    database.engine.dispose()
    with database.held(), pytest.raises(StreamFlowError, match="running"):
        backup.restore(world.url, tmp_path / "copy", NOW, force=True)


@pytest.mark.parametrize("spoil", ["nothing", "words", "half"])
def test_what_is_no_backup_changes_nothing(world: World, tmp_path: Path, spoil: str) -> None:
    file, database = tmp_path / "copy", world.server.service.database
    backup.back_up(database, file)
    whole, before = file.read_bytes(), database.epoch
    file.write_bytes({"nothing": b"", "words": b"Not a backup. " * 1000, "half": whole[: len(whole) // 2]}[spoil])
    with pytest.raises(NotABackup):
        restored(world, file)
    assert world.server.service.database.epoch == before


@pytest.mark.parametrize("place", ["missing/copy", "."])
def test_a_backup_that_has_no_place_says_so(world: World, tmp_path: Path, place: str) -> None:
    with pytest.raises(StreamFlowError, match=r"can't be made.*Nothing was backed up"):
        backup.back_up(world.server.service.database, tmp_path / place)


def test_an_empty_database_takes_no_backup_s_place(tmp_path: Path) -> None:
    """A slip in `--database` makes a new one; what it would replace is perhaps the only backup there is."""
    file = tmp_path / "copy"
    file.write_bytes(b"last night's")
    with closing(Database(f"sqlite:///{tmp_path}/slip.db")) as empty, pytest.raises(StreamFlowError, match="slip"):
        backup.back_up(empty, file)
    assert file.read_bytes() == b"last night's"


def test_a_missing_client_program_is_named(world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if world.server.service.database.is_sqlite:
        return
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(StreamFlowError, match="pg_dump is not installed"):
        backup.back_up(world.server.service.database, tmp_path / "copy")


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "server_stub.cli", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60)


def test_the_commands(tmp_path: Path) -> None:
    """Backup of a running server, a restore that waits for its end, and one over a damaged file."""
    file, copy = tmp_path / "server.db", tmp_path / "copy.db"
    database = f"--database=sqlite:///{file}"
    assert run("create-org", "acme", "--name", "Acme", database).returncode == 0
    serve = [sys.executable, "-m", "server_stub.cli", "serve", database, "--port", "0"]
    with subprocess.Popen(serve, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        assert run("backup", copy, database).returncode == 0
        assert [path.name for path in tmp_path.glob("copy*")] == ["copy.db"]
        over_it = run("restore", copy, database, "--force")
        assert (over_it.returncode, "running" in over_it.stderr) == (1, True)
        process.send_signal(signal.SIGTERM)
    assert run("restore", copy, database).returncode == 0
    file.write_bytes(b"rubbish" * 1000)
    unasked = run("restore", copy, database)
    assert (unasked.returncode, "damaged" in unasked.stderr, "Traceback" in unasked.stderr) == (1, True, False)
    forced = run("restore", copy, database, "--force")
    assert (forced.returncode, "Devices" in forced.stdout or "device" in forced.stdout) == (0, True), forced.stderr
    assert json.loads(forced.stdout)["replaced"] == f"{file}.damaged"
    with closing(sqlite3.connect(file)) as books:
        assert books.execute("SELECT code FROM organisation").fetchall() == [("acme",)]


@pytest.mark.parametrize("copies", [SqliteCopies, PostgresqlCopies])
def test_a_restore_that_fails_half_way_changes_nothing(
    world: World, tmp_path: Path, copies: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The new epoch and the old tables come together or not at all."""
    is_its_own = (copies is SqliteCopies) == world.server.service.database.is_sqlite
    if not is_its_own:
        return
    file, before = tmp_path / "copy", world.server.service.database.epoch
    backup.back_up(world.server.service.database, file)
    device = world.device("office")
    lead = device.lead("Newer")
    device.apply(lead)
    real = epochs.statements
    monkeypatch.setattr(epochs, "statements", lambda now: (*real(now), "UPDATE nowhere SET x = 1"))
    with pytest.raises((StreamFlowError, sqlite3.Error)):
        restored(world, file)
    twin = world.device("office")
    twin.pull()
    with closing(Database(world.url)) as fresh:
        assert (twin.holds(lead.id), fresh.epoch) == (True, before)
