"""Who else works on this computer: each with a file and a queue of their own, and one of them at a time."""

from dataclasses import dataclass

from client.home import Home
from client.profile import Profile, Profiles
from storage.profile import DATABASE
from storage.unsent import count_unsent


@dataclass(frozen=True)
class Account:
    """`unsent` is None where it can't be told."""

    profile: Profile
    unsent: int | None

    @property
    def label(self) -> str:
        return f"{self.profile.name} · {self.profile.organisation}"


class Accounts:
    def __init__(self, home: Home) -> None:
        self._home = home

    def all(self) -> tuple[Account, ...]:
        """By name, whether signed in or not."""
        profiles = sorted(Profiles(self._home).all(), key=lambda one: (one.name.casefold(), one.organisation))
        return tuple(Account(one, count_unsent(one.folder(self._home) / DATABASE)) for one in profiles)

    def others(self, mine: Profile) -> tuple[Account, ...]:
        return tuple(one for one in self.all() if one.profile.name_of_secret != mine.name_of_secret)
