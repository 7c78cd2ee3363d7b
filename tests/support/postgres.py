"""A real PostgreSQL of the tests' own: a cluster in a temporary folder, on a Unix socket, gone afterwards."""

import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from sqlalchemy import create_engine, text

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

    def create(self, template: str = "template0") -> str:
        """A new database as a copy of another; returns its name."""
        self._databases += 1
        name = f"test_{self._databases}"
        self._say(f"CREATE DATABASE {name} TEMPLATE {template}")
        return name

    def drop(self, name: str) -> None:
        self._say(f"DROP DATABASE {name} WITH (FORCE)")

    def _say(self, sql: str) -> None:
        engine = create_engine(self.url("postgres"), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(sql))
        engine.dispose()

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self._bin / program), *arguments]
        if os.getuid() == 0:
            command = ["runuser", "-u", "postgres", "--", *command]
        subprocess.run(command, check=True, capture_output=True, cwd="/", timeout=60)


def _binaries() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    on_path = shutil.which("initdb")
    if found:
        return found[-1].parent
    assert on_path is not None, "PostgreSQL is not installed; packaging/system-libraries.sh tests installs it"
    return Path(on_path).parent
