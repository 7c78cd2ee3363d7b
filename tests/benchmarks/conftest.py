"""What the benchmarks share: the results of a run, and the queues that are made once."""

import shutil
from collections.abc import Iterator

import pytest

from benchmarks.company import ROOT
from benchmarks.results import Results
from benchmarks.scene import Scene, make_scene


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
