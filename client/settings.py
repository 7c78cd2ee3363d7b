"""Settings: machine policy over user policy over the user's own choice over the default.

A policy is a JSON object of `{"key": {"value": …, "locked": true}}`. A bad one never stops work: what can't be read is
listed in `troubles` and left out.
"""

import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from client.files import read_text, write_private
from client.home import Home
from sync.errors import InvalidInput, Problem
from sync.language import translate

DEFAULTS: Mapping[str, str | int | bool] = {
    "server_url": "",
    "profile": "",
    "theme": "system",
    "text_size": 100,
    "time_format": "system",
    "language": "system",
    "week_start": "organisation",
    "photo_size": "medium",
    "photo_location": False,
    "attachments_network": "any",
    "lock_minutes": 5,
    "idle_minutes": 120,
}


class Source(StrEnum):
    MACHINE = "machine policy"
    USER_POLICY = "user policy"
    SETTINGS = "settings"
    DEFAULT = "default"


@dataclass(frozen=True)
class Setting:
    value: str | int | bool
    source: Source
    is_locked: bool = False


class Settings:
    def __init__(self, home: Home, machine_policy: Path | None = None) -> None:
        self._home = home
        self.troubles: list[str] = []
        self._layers = (
            (Source.MACHINE, self._policy(machine_policy or machine_policy_file())),
            (Source.USER_POLICY, self._policy(home.config / "policies.json")),
        )
        self._own = {name: Setting(value, Source.SETTINGS) for name, value in self._own_values().items()}

    def get(self, name: str) -> Setting:
        """The effective value and where it comes from; a locked policy stands over everything."""
        for _, layer in self._layers:
            if name in layer and layer[name].is_locked:
                return layer[name]
        if name in self._own:
            return self._own[name]
        for _, layer in self._layers:
            if name in layer:
                return layer[name]
        return Setting(DEFAULTS[name], Source.DEFAULT)

    def text(self, name: str) -> str:
        return str(self.get(name).value)

    def put(self, name: str, value: str | int | bool) -> None:
        if self.get(name).is_locked:
            raise InvalidInput(Problem(name, "locked", translate("settings", "This is set by your organisation.")))
        if type(value) is not type(DEFAULTS[name]):
            raise InvalidInput(
                Problem(name, "invalid", translate("settings", "{name} does not look right.").format(name=name))
            )
        self._own[name] = Setting(value, Source.SETTINGS)
        values = {key: setting.value for key, setting in self._own.items()}
        write_private(self._home.settings_file, json.dumps(values, indent=2, ensure_ascii=False).encode())

    def _own_values(self) -> dict[str, Any]:
        return {
            name: value
            for name, value in self._object(self._home.settings_file).items()
            if name in DEFAULTS and type(value) is type(DEFAULTS[name])
        }

    def _policy(self, file: Path) -> dict[str, Setting]:
        source = Source.USER_POLICY if file.parent == self._home.config else Source.MACHINE
        policy: dict[str, Setting] = {}
        for name, entry in self._object(file).items():
            value = entry.get("value") if isinstance(entry, dict) else None
            if name in DEFAULTS and type(value) is type(DEFAULTS[name]):
                policy[name] = Setting(value, source, entry.get("locked") is True)
            else:
                self.troubles.append(f"{file}: {name} is not a setting with a value of the right kind.")
        return policy

    def _object(self, file: Path) -> dict[str, Any]:
        try:
            content = json.loads(read_text(file) or "{}")
        except (json.JSONDecodeError, OSError) as trouble:
            self.troubles.append(f"{file} can't be read: {trouble}.")
            return {}
        if isinstance(content, dict):
            return content
        self.troubles.append(f"{file} is not a JSON object.")
        return {}


def machine_policy_file() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("PROGRAMDATA", "C:/ProgramData")) / "StreamFlow Field" / "policies.json"
    if sys.platform == "darwin":
        return Path("/Library/Application Support/StreamFlow Field/policies.json")
    return Path("/etc/streamflow-field/policies.json")
