"""Where this installation keeps its things on disk. `STREAMFLOW_HOME` moves all of them into one folder."""

import os
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from client.files import read_text, write_private
from sync.ids import is_id

APP = "StreamFlow Field"
DESKTOP_FILE = "streamflow-field"
"""By which a Linux desktop knows the program: whose window it is, and who asks where the computer is."""
VARIABLE = "STREAMFLOW_HOME"


@dataclass(frozen=True)
class Home:
    """`data` holds profiles and secrets, `config` the settings, `logs` the log files."""

    data: Path
    config: Path
    logs: Path

    @classmethod
    def at(cls, folder: Path) -> "Home":
        folder = folder.expanduser().absolute()
        return cls(folder, folder, folder / "logs")

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> "Home":
        moved = environment.get(VARIABLE, "").strip()
        if moved:
            return cls.at(Path(moved))
        # Local, not roaming: a SQLite file must not travel through a roaming Windows profile.
        return cls(
            platformdirs.user_data_path(APP, appauthor=False, roaming=False),
            platformdirs.user_config_path(APP, appauthor=False, roaming=False),
            platformdirs.user_log_path(APP, appauthor=False),
        )

    @property
    def settings_file(self) -> Path:
        return self.config / "settings.json"

    @property
    def secrets_file(self) -> Path:
        return self.data / "secrets.json"

    @property
    def lock_file(self) -> Path:
        return self.data / "running.lock"

    @property
    def address_file(self) -> Path:
        """Where the running instance says how to reach it."""
        return self.data / "running.json"

    def profile_folder(self, organisation_id: str, user_id: str) -> Path:
        """The ids come over the network and become a path here, so they have to be ids."""
        if not (is_id(organisation_id) and is_id(user_id)):
            raise ValueError("A profile is named by two ids.")
        return self.data / "profiles" / organisation_id / user_id

    def installation(self) -> str:
        """The id of this installation, made once; it keeps two homes apart in one keyring."""
        file = self.data / "installation"
        known = read_text(file)
        if known and is_id(known.strip()):
            return known.strip()
        made = str(uuid.uuid4())
        write_private(file, f"{made}\n".encode())
        return made
