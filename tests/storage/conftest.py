import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.profile import Profile
from support.clock import FakeClock
from support.profiles import open_profile
from sync.ids import NewId, id_maker


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def new_id(clock: FakeClock) -> NewId:
    return id_maker(clock, random.Random(99))


@pytest.fixture
def profile(tmp_path: Path, clock: FakeClock) -> Iterator[Profile]:
    with open_profile(tmp_path / "profile", clock) as opened:
        yield opened
