"""A data file that the program refuses to open, and what a person may decide about it. Nothing is ever deleted."""

import random
from datetime import UTC
from pathlib import Path

from client.home import Home
from client.profile import Profile, Profiles
from storage.profile import Profile as OpenFile
from sync.clock import Clock
from sync.errors import Corrupt, InvalidInput, OlderFile, Problem, StorageTrouble, Unwritable
from sync.ids import id_maker
from sync.language import translate


class Recovery:
    def __init__(self, home: Home, profile: Profile, clock: Clock, randomness: random.Random) -> None:
        self._home = home
        self._profile = profile
        self._clock = clock
        self._new_id = id_maker(clock, randomness)

    def trouble(self) -> Corrupt | None:
        """Why the file is refused; None where it is sound. Raises what no recovery mends, such as `InUse`."""
        try:
            self._open_and_close()
        except Corrupt as trouble:
            return trouble
        return None

    def go_on_with_older(self) -> None:
        """Take the file for what it is: what was made after it and was not sent yet is gone with the newer one."""
        self._require(OlderFile, translate("recovery", "The data file is not older than what was saved last."))
        self._open_and_close(accepts_older=True)

    def start_afresh(self) -> Path:
        """Set the account's folder aside and begin with an empty one; where the old one is now."""
        self._require(Corrupt, translate("recovery", "The data file is sound, so there is nothing to recover."))
        folder = self._profile.folder(self._home)
        aside = folder.with_name(f"{folder.name}.{self._clock.now().astimezone(UTC):%Y%m%dT%H%M%SZ}")
        try:
            folder.rename(aside)
        except OSError as trouble:
            raise Unwritable(
                translate("recovery", "{folder} can't be set aside: {reason}. Nothing was changed.").format(
                    folder=folder, reason=trouble.strerror
                )
            ) from trouble
        Profiles(self._home).enter(self._profile)
        return aside

    def _require(self, kind: type[StorageTrouble], otherwise: str) -> None:
        if not isinstance(self.trouble(), kind):
            raise InvalidInput(
                Problem(
                    "",
                    "nothing_to_recover",
                    translate("recovery", "{otherwise} Nothing was changed.").format(otherwise=otherwise),
                )
            )

    def _open_and_close(self, *, accepts_older: bool = False) -> None:
        folder = self._profile.folder(self._home)
        OpenFile(folder, self._clock, self._new_id, accepts_older=accepts_older).close()
