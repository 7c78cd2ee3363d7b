"""The window: how soon it can be used, and whether it is ever away while ten thousand leads go out or come in."""

import json
import shutil
import subprocess
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import pytest

from benchmarks.company import PASSWORD, found_company, serving, start
from benchmarks.device import open_profile
from benchmarks.leads import leads
from benchmarks.results import Results
from benchmarks.scene import SAVED_AT_ONCE
from benchmarks.secret import PASSPHRASE
from benchmarks.window import RECEIVED
from client.account import SignInForm, sign_in
from client.home import Home

pytestmark = pytest.mark.bench

STARTS = 7
DRAINS = 3
# Every flush takes 100 ms longer, as on a disk that is old or busy.
SLOW_FLUSH = (
    *("strace", "-f", "--seccomp-bpf", "-o", "/dev/null", "-e", "trace=fsync,fdatasync"),
    *("-e", "inject=fsync,fdatasync:delay_enter=100000"),
)


class Office(NamedTuple):
    """Its folder has a `home`; with the form another device signs in."""

    folder: Path
    form: SignInForm


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """A home that is signed in to a running server, with ten thousand leads that nobody has heard of."""
    folder = tmp_path_factory.mktemp("window")
    found_company(folder / "server.db")
    home = Home.at(folder / "home")
    with serving(folder / "server.db") as running:
        form = SignInForm(running.url, "bench", "robin@bench.test", PASSWORD)
        profile = sign_in(home, form, PASSPHRASE)
        drafts = leads(10_000)
        with open_profile(profile.folder(home)) as file:
            while some := list(islice(drafts, SAVED_AT_ONCE)):
                file.outbox.record(*some)
        yield Office(folder, form)


def test_the_window_is_not_blocked_by_a_drain(office: Office, tmp_path: Path, results: Results) -> None:
    longest = [_drain(office, tmp_path / f"{number}") for number in range(DRAINS)]
    slow = _drain(office, tmp_path / "slow", SLOW_FLUSH)
    print(f"\nBlocked for {longest} ms; with flushes that take 100 ms for {slow:.1f} ms", end="")
    results.add("ui_block", "ms", [max(*longest, slow)])


def test_the_window_is_not_blocked_by_a_first_sync(office: Office, tmp_path: Path, results: Results) -> None:
    """On another device of the same person, three times."""
    _drain(office, tmp_path / "filled")
    longest = []
    for number in range(DRAINS):
        home = Home.at(tmp_path / f"{number}")
        sign_in(home, office.form, PASSPHRASE)
        facts = _ask(start(("benchmarks.window", "first-sync", str(home.data))))
        assert facts["received"] >= RECEIVED
        longest.append(facts["longest_ms"])
    print(f"\nBlocked for {longest} ms", end="")
    results.add("ui_block_first_sync", "ms", [max(longest)])


def test_start_to_usable_window(office: Office, results: Results) -> None:
    _drain(office, office.folder)
    took = []
    for _ in range(STARTS + 1):
        began = time.monotonic()
        took.append((_ask(start(("benchmarks.window", "start", str(office.folder / "home"))))["at"] - began) * 1_000)
    results.add("start_window", "ms", took[1:])


def _drain(office: Office, folder: Path, under: Sequence[str] = ()) -> float:
    """The same leads again, out of a copy: the server knows their keys already and says so."""
    if folder != office.folder:
        shutil.copytree(office.folder / "home", folder / "home")
    facts = _ask(start(("benchmarks.window", "drain", str(folder / "home")), under))
    assert facts["waited"] > 0
    return facts["longest_ms"]


def _ask(process: subprocess.Popen[str]) -> dict[str, float]:
    output, _ = process.communicate(timeout=300)
    assert process.returncode == 0
    facts: dict[str, float] = json.loads(output.splitlines()[-1])
    return facts
