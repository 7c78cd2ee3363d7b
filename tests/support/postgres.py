"""A real PostgreSQL of the tests' own: a cluster in a temporary folder, on a Unix socket, gone afterwards."""

import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from sqlalchemy import create_engine, inspect, text

_FAST = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=100"
# What is committed outlives every killed process. It need not outlive a power cut, so the disk is not waited for.
OUTLIVES_KILLS = "-c fsync=off -c synchronous_commit=on -c max_connections=100"


class Cluster:
    """One running server. Missing binaries fail the tests; they do not skip them."""

    def __init__(self, options: str = _FAST) -> None:
        self._options = options
        # Not pytest's folder: a socket's path has to be short, and PostgreSQL won't run as root.
        self._folder = Path(tempfile.mkdtemp(prefix="streamflow-pg-"))
        self._bin = _binaries()
        self._databases = 0
        if os.getuid() == 0:
            shutil.chown(self._folder, "postgres")
        self._run("initdb", "-D", f"{self._folder}/data", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync")
        self.start()

    def start(self) -> None:
        options = f"{self._options} -c listen_addresses='' -k {self._folder}"
        log = f"{self._folder}/log"
        self._run("pg_ctl", "-D", f"{self._folder}/data", "-w", "-l", log, "-o", options, "start")

    def stop(self) -> None:
        self._run("pg_ctl", "-D", f"{self._folder}/data", "-w", "-m", "immediate", "stop")

    @property
    def postmaster(self) -> int:
        """The process that all others of the cluster descend from."""
        return int((self._folder / "data" / "postmaster.pid").read_text().splitlines()[0])

    def start_again(self, patience: float) -> None:
        """After the postmaster was killed: its children have to be gone before another may use their memory."""
        give_up_at = time.monotonic() + patience
        while True:
            try:
                return self.start()
            except subprocess.CalledProcessError:
                assert time.monotonic() < give_up_at, (self._folder / "log").read_text()[-2_000:]
                time.sleep(0.1)

    def close(self) -> None:
        self.stop()
        shutil.rmtree(self._folder)

    def url(self, database: str) -> str:
        return f"postgresql+psycopg://postgres@/{database}?host={self._folder}"

    def create(self) -> str:
        """A new database; returns its name."""
        self._databases += 1
        name = f"test_{self._databases}"
        self.say("postgres", f"CREATE DATABASE {name} TEMPLATE template0")
        return name

    def say(self, database: str, *statements: str) -> None:
        engine = create_engine(self.url(database), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            for statement in statements:
                connection.execute(text(statement))
        engine.dispose()

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self._bin / program), *arguments]
        if os.getuid() == 0:
            command = ["runuser", "-u", "postgres", "--", *command]
        subprocess.run(command, check=True, capture_output=True, cwd="/", timeout=60)


class Refilled:
    """A database that is taken back to what it holds now, which costs a fraction of a new one."""

    def __init__(self, cluster: Cluster, name: str) -> None:
        self.url = cluster.url(name)
        self._cluster = cluster
        self._name = name
        self._take_back: list[str] = []
        self._keep()

    def refill(self) -> None:
        """Nobody may be at work in it any more."""
        self._cluster.say(self._name, "; ".join(self._take_back))

    def _keep(self) -> None:
        engine = create_engine(self.url, isolation_level="AUTOCOMMIT")
        tables = inspect(engine).get_table_names()
        sequences = inspect(engine).get_sequence_names()
        with engine.connect() as connection:
            connection.execute(text("CREATE SCHEMA kept"))
            for table in tables:
                connection.execute(text(f"CREATE TABLE kept.{table} AS TABLE {table}"))
            where = [connection.execute(text(f"SELECT last_value, is_called FROM {each}")).one() for each in sequences]
        engine.dispose()
        self._take_back = [
            "BEGIN",
            "SET LOCAL synchronous_commit = on",  # a cluster stopped at once comes back with it
            "SET LOCAL session_replication_role = replica",  # no foreign key asks for an order
            *(f"DELETE FROM {table}" for table in tables),
            *(f"INSERT INTO {table} OVERRIDING SYSTEM VALUE SELECT * FROM kept.{table}" for table in tables),
            *(f"SELECT setval('{name}', {at}, {used})" for name, (at, used) in zip(sequences, where, strict=True)),
            "COMMIT",
        ]


def _binaries() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    on_path = shutil.which("initdb")
    if found:
        return found[-1].parent
    assert on_path is not None, "PostgreSQL is not installed; packaging/system-libraries.sh tests installs it"
    return Path(on_path).parent
