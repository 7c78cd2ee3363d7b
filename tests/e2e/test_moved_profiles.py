"""Disks restored, profiles copied to a second computer, clocks set wrong: the server sorts it out by key and stream."""

from pathlib import Path

import pytest

from support.judge import read
from support.theatre import DEVICES, Theatre


def begin(theatre: Theatre, *names: str) -> None:
    """With these devices, or with all of them."""
    theatre.devices = {name: theatre.devices[name] for name in names or theatre.devices}
    theatre.start_all()
    theatre.settle()


def finish(theatre: Theatre) -> None:
    theatre.settle()
    assert theatre.judge().names == set(), theatre.judge()
    assert not [parked for name in theatre.devices for parked in theatre.parked(name)]


def restore(image: Path, folder: Path, *files: str) -> None:
    """Put an image of a disk back, whole or only some of its files."""
    names = files or tuple(path.name for path in image.iterdir())
    for stale in folder.iterdir():
        if not files or stale.name.startswith("profile.db-"):
            stale.unlink()
    for name in names:
        (folder / name).write_bytes((image / name).read_bytes())


def stream_of(theatre: Theatre, name: str) -> str:
    return str(read(theatre.folder / name / "profile.db", "SELECT stream FROM sync_state")[0][0])


def test_an_old_image_of_the_whole_profile_is_restored(theatre: Theatre) -> None:
    """What the image still holds as unsent was sent since; what was made since then is on the server already."""
    begin(theatre, "van", "desk")
    theatre.proxy.cut()
    theatre.work(theatre.van, 2)
    theatre.van.stop()
    image = theatre.copy_folder(theatre.van, "image")
    theatre.van.start()
    theatre.proxy.restore()
    theatre.settle()
    (lead,) = theatre.work(theatre.van)
    theatre.settle()
    before = stream_of(theatre, "van")
    theatre.van.kill()
    restore(image, theatre.van.folder)
    theatre.van.start()
    theatre.work(theatre.van)
    theatre.settle()
    theatre.van.change("lead", lead, "source")
    finish(theatre)
    assert stream_of(theatre, "van") != before


def test_an_older_file_under_a_newer_mark_is_told_and_goes_on_when_asked_to(theatre: Theatre) -> None:
    begin(theatre, "van", "desk")
    theatre.work(theatre.van)
    theatre.settle()
    theatre.van.stop()
    image = theatre.copy_folder(theatre.van, "image")
    theatre.van.start()
    theatre.work(theatre.van)
    theatre.settle()
    theatre.proxy.cut()
    number = len(theatre.journal.entries)
    theatre.work(theatre.van)
    theatre.forgotten |= {entry.mark for entry in theatre.journal.entries[number:]}
    theatre.van.kill()
    restore(image, theatre.van.folder, "profile.db")
    theatre.proxy.restore()
    told = theatre.van.start()
    assert told["trouble"] == "OlderFile"
    assert "older" in told["message"]
    theatre.van.stop()
    assert theatre.van.start("--accepts-older") == {"status": "ready"}
    theatre.work(theatre.van)
    finish(theatre)


def test_a_copied_profile_goes_on_in_two_places(theatre: Theatre) -> None:
    """The same unsent work twice, and new work in both: each thing once, and one of them in a stream of its own."""
    begin(theatre, "van", "desk")
    theatre.proxy.cut()
    theatre.work(theatre.van, 2)
    theatre.van.stop()
    theatre.copy_folder(theatre.van, "van-copy")
    twin = theatre.devices["van-copy"] = theatre.device("van-copy", theatre.company.tokens["van"])
    twin.start()
    theatre.van.start()
    for _ in range(3):
        theatre.work(theatre.van)
        theatre.work(twin)
    theatre.proxy.restore()
    for device in (theatre.van, twin):
        device.wake()
    for _ in range(3):
        theatre.work(twin)
        theatre.work(theatre.van)
    finish(theatre)
    assert stream_of(theatre, "van") != stream_of(theatre, "van-copy")


def test_clocks_that_are_ten_years_wrong(theatre: Theatre) -> None:
    """One behind and one ahead; later they are set right, and have been started anew in between."""
    begin(theatre, "van", "desk")
    wrong = {"van": -3_650, "desk": 3_650}
    for name, device in theatre.devices.items():
        device.stop()
        device.start("--days", wrong[name])
        theatre.work(device, 2)
    theatre.settle()
    for device in theatre.devices.values():
        device.kill()
        device.start()
        theatre.work(device)
    theatre.settle()
    for name, device in theatre.devices.items():
        device.say("clock", days=-wrong[name])
        theatre.work(device)
    finish(theatre)


def test_the_clock_is_set_back_while_waiting(theatre: Theatre) -> None:
    """Timers run by the monotonic clock: a wall clock set back a year keeps nobody waiting for a year."""
    begin(theatre, "van", "desk")
    theatre.proxy.cut()
    theatre.work(theatre.van)
    theatre.van.wake()
    assert theatre.van.wait(phase="offline", seconds=10)["phase"] == "offline"
    theatre.van.say("clock", days=-365)
    theatre.proxy.restore()
    theatre.van.settle()
    theatre.van.say("faults", faults=[{"kind": "status", "status": 503, "retry_after": 1}])
    theatre.work(theatre.van)
    theatre.van.say("clock", days=-4_000)
    theatre.van.settle()
    finish(theatre)


@pytest.mark.parametrize("is_shared", [False, True])
def test_the_server_is_restored_from_yesterdays_backup(theatre: Theatre, is_shared: bool) -> None:
    """The devices bring back what it lacks, in whatever order they come, and nobody is asked about anything."""
    desk, tablet = theatre.devices["desk"], theatre.devices["tablet"]
    begin(theatre)
    (known,) = theatre.work(desk)
    theatre.settle()
    backup = theatre.folder / "yesterday"
    theatre.operate("backup", backup)
    leads = [lead for device in (desk, theatre.van, tablet) for lead in theatre.work(device)]
    theatre.settle()
    if is_shared:
        tablet.change("lead", known, "source")
        desk.change("lead", leads[-1], "address")
        theatre.settle()
    theatre.proxy.cut()
    theatre.restore_backup(backup)
    theatre.work(theatre.van)
    theatre.proxy.restore()
    finish(theatre)


def test_who_made_the_record_is_the_last_to_come_back(theatre: Theatre) -> None:
    """A change of it waits on its device, is listed meanwhile, and goes out by itself."""
    desk, tablet = theatre.devices["desk"], theatre.devices["tablet"]
    begin(theatre)
    backup = theatre.folder / "yesterday"
    theatre.operate("backup", backup)
    (lead,) = theatre.work(tablet)
    theatre.settle()
    desk.change("lead", lead, "address")
    theatre.settle()
    tablet.stop()
    theatre.restore_backup(backup)
    theatre.settle([desk, theatre.van])
    assert theatre.parked("desk") == [("refused", "not_found")]
    tablet.start()
    finish(theatre)


def test_a_device_that_was_off_while_the_others_worked(theatre: Theatre) -> None:
    begin(theatre)
    theatre.van.stop()
    for name in DEVICES:
        if name != "van":
            theatre.work(theatre.devices[name], 5)
    theatre.van.start()
    finish(theatre)
