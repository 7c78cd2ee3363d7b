"""What support needs to see of a device, as one archive: how it stands, what it counted, and what its log says.

No token, name, phone number, address or note goes into it: counts and kinds do, and the log is redacted.
"""

import importlib.metadata
import io
import json
import platform
import sqlite3
import zipfile
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from client.desk import Desk
from client.files import write_private
from client.home import Home
from client.people import People
from client.redaction import Redactor
from client.settings import DEFAULTS, Settings
from client.sync_desk import SyncDesk
from storage.census import take_census
from sync.moments import from_us
from sync.protocol import PROTOCOL, SCHEMA

_LOG = "streamflow.log"
_MOST_LOG = 400_000
_UNTOLD = frozenset({"server_url", "profile"})


class Bundle:
    def __init__(self, home: Home, desk: Desk, people: People, sync: SyncDesk) -> None:
        self._home, self._desk, self._people, self._sync = home, desk, people, sync

    def collect(self) -> dict[str, str]:
        """Every file of the bundle by its name; asks the server how it is, so not for a window's own thread."""
        redactor = Redactor(self._names())
        checks = [{**asdict(check), "sentence": redactor.sentence(check.sentence)} for check in self._sync.diagnose()]
        parts: dict[str, Any] = {
            "about.json": self._about(),
            "checks.json": checks,
            "sync.json": self._status(),
            "data.json": self._data(),
            "settings.json": self._settings(),
        }
        told = {name: json.dumps(part, indent=2, default=str) for name, part in parts.items()}
        return {**told, "log.txt": redactor.log(self._log())}

    def save(self, path: Path, parts: Mapping[str, str] | None = None) -> int:
        """Write what was collected, or collect it now; how many files there are in it."""
        found = self.collect() if parts is None else parts
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in found.items():
                archive.writestr(name, text)
        write_private(path, packed.getvalue())
        return len(found)

    def _names(self) -> list[str]:
        profile = self._desk.profile
        people = [part for person in self._people.all() for part in (person.name, *person.name.split())]
        own = [profile.name, *profile.name.split(), profile.email, profile.organisation, profile.code, profile.device]
        return [*people, *own, profile.server_url, platform.node(), str(Path.home())]

    def _about(self) -> dict[str, Any]:
        return {
            "program": importlib.metadata.version("streamflow-field"),
            "protocol": PROTOCOL,
            "schema": SCHEMA,
            "python": platform.python_version(),
            "sqlite": sqlite3.sqlite_version,
            "system": platform.platform(),
            "zone": self._desk.surroundings.zone,
            "at": self._desk.clock.now(),
            "role": self._desk.profile.role,
            "user_id": self._desk.profile.user_id,
            "device_id": self._desk.profile.device_id,
        }

    def _status(self) -> dict[str, Any]:
        status = self._sync.status()
        untold = ("sentence", "pill", "device", "fetching")
        return {name: value for name, value in asdict(status).items() if name not in untold}

    def _data(self) -> dict[str, Any]:
        census = take_census(self._desk.file.database)
        files = {file.name: file.stat().st_size for file in self._desk.file.folder.iterdir() if file.is_file()}
        oldest = None if census.oldest is None else from_us(census.oldest)
        return {**asdict(census), "oldest": oldest, "bytes": files}

    def _settings(self) -> dict[str, Any]:
        settings = Settings(self._home)
        return {name: asdict(settings.get(name)) for name in DEFAULTS if name not in _UNTOLD}

    def _log(self) -> str:
        try:
            text = (self._home.logs / _LOG).read_text(encoding="utf-8", errors="replace")
        except OSError:
            return ""
        return text[-_MOST_LOG:]
