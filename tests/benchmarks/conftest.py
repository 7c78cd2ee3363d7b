"""Queues and databases are made once, and copied for each round."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import pytest

from benchmarks.company import ROOT, found_company
from benchmarks.device import open_profile
from benchmarks.leads import leads
from benchmarks.results import Results

SAVED_AT_ONCE = 500


@dataclass(frozen=True)
class Scene:
    """A device's folder with a queue, a server that knows nothing of it yet, and the device's token."""

    folder: Path
    token: str

    def copy(self, to: Path) -> "Scene":
        shutil.rmtree(to, ignore_errors=True)
        shutil.copytree(self.folder, to)
        return Scene(to, self.token)

    @property
    def profile(self) -> Path:
        return self.folder / "profile"

    @property
    def server(self) -> Path:
        return self.folder / "server.db"


def make_scene(folder: Path, count: int) -> Scene:
    folder.mkdir()
    drafts = leads(count)
    with open_profile(folder / "profile") as profile:
        while some := list(islice(drafts, SAVED_AT_ONCE)):
            profile.outbox.record(*some)
    (token,) = found_company(folder / "server.db")
    return Scene(folder, token)


@pytest.fixture(scope="session")
def results() -> Results:
    return Results(ROOT / "build" / "bench.json")


@pytest.fixture(scope="session")
def queue_10k(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    return make_scene(tmp_path_factory.mktemp("queue") / "10k", 10_000)


@pytest.fixture(scope="session")
def queue_100k(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    scene = make_scene(tmp_path_factory.mktemp("queue") / "100k", 100_000)
    yield scene
    shutil.rmtree(scene.folder)
