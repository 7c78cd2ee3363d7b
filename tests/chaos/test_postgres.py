"""PostgreSQL's processes die under load, and many commit at once: nothing is lost, doubled or skipped (P2, P6)."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from chaos import commits
from chaos.pg_kills import Slaughter
from support.postgres import OUTLIVES_KILLS, Cluster

SLICE, LONG = 600, 100_000


@pytest.fixture(scope="module")
def mortal() -> Iterator[Cluster]:
    with closing(Cluster(OUTLIVES_KILLS)) as cluster:
        yield cluster


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    with closing(Cluster()) as cluster:
        yield cluster


def kill(folder: Path, cluster: Cluster, backends: int, postmasters: int) -> None:
    tally = Slaughter(folder, cluster, seed=1).go(backends, postmasters)
    assert tally.wrong == []
    assert (tally.backends, tally.postmasters) == (backends, postmasters)
    assert tally.seen["503"] > 0
    assert tally.acknowledged > 10 * (backends + postmasters)


@pytest.mark.timeout(400)
def test_a_slice_of_the_kills(ground: Path, mortal: Cluster) -> None:
    kill(ground, mortal, 3, 1)


@pytest.mark.long
@pytest.mark.timeout(3_600)
def test_all_kills(ground: Path, mortal: Cluster) -> None:
    kill(ground, mortal, 100, 10)


@pytest.mark.timeout(400)
def test_a_slice_of_the_commits(cluster: Cluster) -> None:
    tally = commits.run(cluster, SLICE)
    assert (tally.missed, tally.out_of_order) == (0, 0)
    assert tally.pages > tally.commits / commits.PAGE


@pytest.mark.long
@pytest.mark.timeout(7_200)
def test_all_commits(cluster: Cluster) -> None:
    tally = commits.run(cluster, LONG)
    assert (tally.commits, tally.missed, tally.out_of_order) == (LONG // 6 * 6, 0, 0)


@pytest.mark.timeout(400)
def test_versions_out_of_a_sequence_are_skipped(cluster: Cluster) -> None:
    assert commits.run(cluster, SLICE, is_careless=True).missed > 0
