"""How far the first sync is, as it goes on; and what a comparison with the server says."""

from collections.abc import Callable

import pytest

from client.fetching import fetching_of
from client.session import Session
from client.views import Fetching, FetchStage
from sync.ports import Position
from sync.protocol import Part
from sync.status import Progress

OpenSession = Callable[..., Session]


def test_the_first_sync_is_told_stage_by_stage_until_it_is_over(open_session: OpenSession) -> None:
    office = open_session("office")
    for number in range(3):
        office.leads.create({"name": f"Lead {number}"})
    office.sync.once(5)
    fresh = open_session("owner")
    told = [fresh.sync.status().fetching]
    fresh.subscribe(lambda _change: told.append(fresh.sync.status().fetching))
    fresh.sync.once(5)
    stages = list(dict.fromkeys(one and one.stage for one in told))
    assert stages == [FetchStage.PEOPLE, FetchStage.WORK, None]
    assert fresh.sync.status().fetching is None


@pytest.mark.parametrize(
    ("position", "progress", "told"),
    [
        (Position("s", "e", "", 0), None, Fetching(FetchStage.PEOPLE)),
        (Position("s", "e", "", 0, "t"), None, Fetching(FetchStage.WORK)),
        (Position("s", "e", "", 0, "t"), Progress(Part.URGENT, 3, 9), Fetching(FetchStage.WORK, 3, 9)),
        (Position("s", "e", "", 0, "t"), Progress(Part.REST, 30, 90), Fetching(FetchStage.REST, 30, 90)),
        (Position("s", "e", "c", 0), None, None),
        (Position("s", "e", "c", 0, "t", ("lead",)), Progress(Part.REST, 1, 2), None),
    ],
)
def test_where_it_stands(position: Position, progress: Progress | None, told: Fetching | None) -> None:
    assert fetching_of(position, progress) == told


@pytest.mark.logs
def test_a_comparison_in_words(open_session: OpenSession) -> None:
    worker = open_session("worker")
    worker.sync.once(5)
    assert worker.sync.compare(5).sentence == "Everything that is kept here is as on the server."
    with worker._desk.file.database.write() as tx:
        tx.run("DELETE FROM confirmed WHERE kind = 'user'")
    found = worker.sync.compare(5)
    assert (found.is_good, found.sentence) == (
        False,
        "Not as on the server: user. It is fetched again by itself; what you entered is kept.",
    )
    assert worker.sync.compare(5).is_good
