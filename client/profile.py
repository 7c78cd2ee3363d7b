"""Who works here: a profile is one (installation, organisation, user), with its own folder, file and queue."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import msgspec
from msgspec import Struct

from client.files import read_text, write_private
from client.home import Home
from client.settings import Settings
from sync.errors import Corrupt
from sync.ids import is_id
from sync.language import translate
from sync.terms import Role

_FILE = "profile.json"


class Profile(Struct, frozen=True, kw_only=True):
    """`code` is the word by which the organisation is named at sign-in; `device` what this computer was called then."""

    server_url: str
    code: str
    organisation_id: str
    organisation: str
    user_id: str
    name: str
    email: str
    role: Role
    device_id: str
    device: str = ""
    signed_in_at: datetime | None = None

    @property
    def name_of_secret(self) -> str:
        return f"token/{self.organisation_id}/{self.user_id}"

    @property
    def name_of_pin(self) -> str:
        return f"pin/{self.organisation_id}/{self.user_id}"

    def folder(self, home: Home) -> Path:
        return home.profile_folder(self.organisation_id, self.user_id)


@dataclass(frozen=True)
class Profiles:
    """The profiles of one home, and which of them is signed in."""

    home: Home

    def current(self) -> Profile | None:
        organisation_id, _, user_id = Settings(self.home).text("profile").partition("/")
        return self._read(organisation_id, user_id) if is_id(organisation_id) and is_id(user_id) else None

    def all(self) -> tuple[Profile, ...]:
        files = sorted((self.home.data / "profiles").glob(f"*/*/{_FILE}"))
        found = (self._read(file.parent.parent.name, file.parent.name) for file in files)
        return tuple(profile for profile in found if profile is not None)

    def enter(self, profile: Profile) -> None:
        """Raises `Corrupt` where the folder was brought from another account: its queue would go out as this one's."""
        folder = profile.folder(self.home)
        there = _decoded(folder / _FILE)
        if there is not None and not _is_of(there, profile.organisation_id, profile.user_id):
            from storage.profile import FOREIGN  # the store takes a moment to load

            raise Corrupt(translate("storage", FOREIGN))
        write_private(folder / _FILE, msgspec.json.format(msgspec.json.encode(profile)))
        Settings(self.home).put("profile", f"{profile.organisation_id}/{profile.user_id}")

    def turn_to(self, profile: Profile) -> None:
        """The program opens this one next; whoever worked here before stays signed in."""
        Settings(self.home).put("profile", f"{profile.organisation_id}/{profile.user_id}")

    def leave(self) -> None:
        Settings(self.home).put("profile", "")

    def _read(self, organisation_id: str, user_id: str) -> Profile | None:
        try:
            folder = self.home.profile_folder(organisation_id, user_id)
        except ValueError:
            return None
        found = _decoded(folder / _FILE)
        return found if found is not None and _is_of(found, organisation_id, user_id) else None


def _decoded(file: Path) -> Profile | None:
    try:
        return msgspec.json.decode(read_text(file) or "", type=Profile)
    except msgspec.DecodeError:
        return None


def _is_of(profile: Profile, organisation_id: str, user_id: str) -> bool:
    return (profile.organisation_id, profile.user_id) == (organisation_id, user_id)
