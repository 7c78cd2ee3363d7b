"""Two companies, each with a user of every role, on SQLite and on PostgreSQL alike."""

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from server_stub.files.depot import open_depot
from support.clock import FakeClock
from support.inprocess import InProcessServer, found_company
from support.postgres import Cluster, Refilled
from support.wire import NOW, token_of
from support.world import NAMES, Companies, World


def _found(url: str) -> Companies:
    server = InProcessServer(url, FakeClock(NOW), random.Random(1))
    try:
        ids = {code: found_company(server, code) for code in ("acme", "zenith")}
        with server.client() as http:
            tokens = {(code, name): token_of(http, code, f"{name}@{code}.test") for code in ids for name in NAMES}
    finally:
        server.close()
    return Companies(ids, tokens)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Companies]:
    file = tmp_path_factory.mktemp("sqlite") / "template.db"
    return file, _found(f"sqlite:///{file}")


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    cluster = Cluster()
    yield cluster
    cluster.close()


@pytest.fixture(scope="session")
def postgresql_template(cluster: Cluster) -> tuple[Refilled, Companies]:
    name = cluster.create()
    companies = _found(cluster.url(name))
    return Refilled(cluster, name), companies


@pytest.fixture(params=["sqlite", "postgresql"])
def furnished(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, Companies]]:
    """The address of a fresh database with both companies in it."""
    if request.param == "sqlite":
        template, companies = request.getfixturevalue("sqlite_template")
        shutil.copy(template, tmp_path / "server.db")
        yield f"sqlite:///{tmp_path / 'server.db'}", companies
        return
    database, companies = request.getfixturevalue("postgresql_template")
    database.refill()
    yield database.url, companies


@pytest.fixture
def world(furnished: tuple[str, Companies], tmp_path: Path) -> Iterator[World]:
    url, companies = furnished
    clock = FakeClock(NOW)
    server = InProcessServer(url, clock, random.Random(2), depot=open_depot(f"{tmp_path / 'files'}"))
    with server.client() as http:
        world = World(server, companies, clock, http, url)
        try:
            yield world
        finally:
            world.server.close()  # a restore starts another one
