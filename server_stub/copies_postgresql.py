"""Copies of a database in PostgreSQL, by the programs that belong to it."""

import os
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import psycopg
from psycopg.conninfo import make_conninfo
from sqlalchemy.engine import URL

from server_stub.copies import Copies, InUse, NotABackup, Standing
from server_stub.database import APPLICATION
from sync.errors import StreamFlowError

_OTHERS = """
SELECT count(*) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name = %s
"""


class PostgresqlCopies(Copies):
    def __init__(self, url: URL) -> None:
        parts = url.translate_connect_args(username="user", database="dbname")
        self._password = str(parts.pop("password", ""))
        self._where = make_conninfo(**{**parts, **url.query})

    def dump(self, file: Path) -> None:
        self._run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={file}", self._database)

    def read(self, file: Path) -> Standing:
        """A custom dump has a list of contents in front; to read it to its end is to find that it is whole."""
        try:
            self._run("pg_restore", f"--file={os.devnull}", str(file))
            wanted = ("--data-only", "--table=organisation", "--table=server_meta", "--file=-")
            tables = self._run("pg_restore", *wanted, str(file))
        except _ProgramFailed as trouble:
            raise NotABackup(file) from trouble
        meta = {row["name"]: row["value"] for row in _rows(tables, "server_meta")}
        return Standing(
            meta.get("schema", ""), {row["id"]: int(row["version"]) for row in _rows(tables, "organisation")}
        )

    def current(self) -> Standing | None:
        try:
            with closing(psycopg.connect(self._where, password=self._password or None)) as connection:
                others = connection.execute(_OTHERS, (APPLICATION,)).fetchone()
                if others and others[0]:
                    raise InUse
                found = connection.execute("SELECT to_regclass('organisation') IS NOT NULL").fetchone()
                if not found or not found[0]:
                    return None
                versions = connection.execute("SELECT id, version FROM organisation").fetchall()
                schema = connection.execute("SELECT value FROM server_meta WHERE name = 'schema'").fetchone()
        except psycopg.OperationalError as trouble:
            raise StreamFlowError(f"The database can't be reached. Nothing was changed. {trouble}") from trouble
        return Standing(schema[0] if schema else "", dict(versions))

    def put_back(self, file: Path, last_words: Sequence[str]) -> Path | None:
        with tempfile.TemporaryDirectory(prefix="streamflow-restore-") as folder:
            script = Path(folder) / "restore.sql"
            self._run(
                "pg_restore", "--clean", "--if-exists", "--no-owner", "--no-privileges", f"--file={script}", str(file)
            )
            with script.open("a", encoding="utf-8") as text:
                text.write("\nSET search_path = public;\n" + ";\n".join(last_words) + ";\n")
            self._run(
                "psql", "--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1", f"--file={script}",
                self._database,
            )
        return None

    @property
    def _database(self) -> str:
        return f"--dbname={self._where}"

    def _run(self, program: str, *arguments: str) -> str:
        environment = {**os.environ, **({"PGPASSWORD": self._password} if self._password else {})}
        try:
            done = subprocess.run(  # noqa: S603 the programs are PostgreSQL's, the arguments the operator's own
                [program, *arguments], env=environment, capture_output=True, text=True, encoding="utf-8", check=False
            )
        except FileNotFoundError as trouble:
            raise StreamFlowError(
                f"{program} is not installed here. It belongs to PostgreSQL's client programs, of the server's version "
                "or a later one. Nothing was changed."
            ) from trouble
        if done.returncode:
            raise _ProgramFailed(f"{program} failed, and nothing was changed: {done.stderr.strip()}")
        return done.stdout


class _ProgramFailed(StreamFlowError):
    pass


def _rows(dump: str, table: str) -> Iterator[dict[str, str]]:
    """The rows of a table in a dump's text; the columns that are read here need no unescaping."""
    columns: list[str] = []
    for line in dump.splitlines():
        if line.startswith(f"COPY public.{table} ("):
            columns = line.partition("(")[2].partition(")")[0].replace('"', "").split(", ")
        elif line == "\\.":
            columns = []
        elif columns:
            yield dict(zip(columns, line.split("\t"), strict=True))
