"""What this computer says about itself when a punch is made: its boot, its time zone, and whom to ask where it is."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from client.geoclue import source_of_this_computer
from client.location_source import LocationSource
from sync.clock import SystemClock

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
_LOCALTIME = Path("/etc/localtime")
_TIMEZONE = Path("/etc/timezone")


@dataclass(frozen=True)
class Surroundings:
    boot_id: str
    zone: str  # IANA name; empty where the system doesn't say
    location: LocationSource | None = None

    @classmethod
    def of_this_computer(cls) -> "Surroundings":
        return cls(boot_id(), zone_name(), source_of_this_computer(SystemClock()))

    def zone_at(self, at: datetime, fallback: str) -> tuple[str, int]:
        """The zone's name and its offset from UTC in minutes at an instant."""
        for name in (self.zone, fallback):
            zone = known_zone(name)
            if zone is not None:
                return name, _minutes(at.astimezone(zone))
        return "UTC", 0


def known_zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def zone_name(environment: Mapping[str, str] = os.environ) -> str:
    """The local zone by the places where systems write it down; Windows has names of its own, so it gives none."""
    named = (environment.get("TZ", "").removeprefix(":"), _linked_zone(), _written_zone())
    return next((name for name in named if known_zone(name)), "")


def boot_id() -> str:
    """A text that changes with each boot, or nothing where the system has none."""
    if sys.platform == "win32":
        return _windows_boot()
    if sys.platform == "darwin":
        return _macos_boot()
    return _first_line(_BOOT_ID)


def _minutes(local: datetime) -> int:
    offset = local.utcoffset()
    return 0 if offset is None else int(offset.total_seconds() // 60)


def _linked_zone() -> str:
    try:
        target = str(_LOCALTIME.resolve())
    except OSError:
        return ""
    _, found, name = target.partition("zoneinfo/")
    return name if found else ""


def _written_zone() -> str:
    return _first_line(_TIMEZONE)


def _first_line(file: Path) -> str:
    try:
        return file.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def _windows_boot() -> str:
    if sys.platform == "win32":
        import winreg

        path = r"SYSTEM\CurrentControlSet\Control\Session Manager\Memory Management\PrefetchParameters"
        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, path) as key:
                return str(winreg.QueryValueEx(key, "BootId")[0])
        except OSError:
            return ""
    return ""


def _macos_boot() -> str:
    command = ["/usr/sbin/sysctl", "-n", "kern.bootsessionuuid"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=2, check=True)  # noqa: S603 — a fixed path
        return done.stdout.strip()
    except (OSError, subprocess.SubprocessError):
        return ""
