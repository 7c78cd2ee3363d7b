"""How the window comes to an open session. All of it may wait for a disk, a keyring, the network: never on its thread.

The client is imported in here, behind the window that is already seen.
"""

import random
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from client.home import Home
from client.settings import Settings
from sync.clock import Clock, SystemClock
from ui.known import Known

if TYPE_CHECKING:
    from client.account import SignInForm
    from client.accounts import Account
    from client.demo.world import DemoWorld
    from client.profile import Profile
    from client.recovery import Recovery
    from client.session import Session
    from sync.http import Transport


class Opening:
    """`profile` = the code, e-mail address or name by which one of several profiles is asked for."""

    def __init__(
        self,
        home: Home,
        *,
        profile: str = "",
        passphrase: str | None = None,
        clock: Clock | None = None,
        transport: "Transport | None" = None,
    ) -> None:
        self.home = home
        self._wanted = profile.casefold()
        self._passphrase = passphrase
        self._clock = clock or SystemClock()
        self._transport = transport

    def look(self) -> "Session | None":
        """None where nobody is signed in."""
        profile = self._profile()
        return self._open(profile) if profile else None

    def unlock(self, passphrase: str) -> "Session | None":
        self._passphrase = passphrase
        return self.look()

    def sign_in(self, form: "SignInForm", passphrase: str | None) -> "Session":
        from client.account import sign_in

        secret = passphrase or self._secret()
        profile = sign_in(self.home, form, secret, transport=self._transport, clock=self._clock)
        self._passphrase = passphrase or self._passphrase
        return self._open(profile)

    def sign_in_again(self, session: "Session", password: str) -> None:
        from client.account import sign_in_again

        sign_in_again(session, password, self._secret(), transport=self._transport)

    def sign_out(self, session: "Session", *, keep_unsent: bool) -> None:
        from client.account import sign_out

        sign_out(session, keep_unsent=keep_unsent, passphrase=self._secret())

    def reset_pin(self, session: "Session", password: str) -> None:
        """Who knows the password needs no PIN."""
        self.sign_in_again(session, password)
        session.pin.remove()

    def accounts(self) -> "tuple[Account, ...]":
        from client.accounts import Accounts

        return Accounts(self.home).all()

    def switch(self, account: "Account") -> "Session | None":
        """None where that person has signed out and has to sign in again; the other queue stays where it is."""
        from client.profile import Profiles
        from client.secrets import open_secrets

        self._wanted = ""
        if open_secrets(self.home, self._secret()).read(account.profile.name_of_secret) is None:
            return None
        Profiles(self.home).turn_to(account.profile)
        return self._open(account.profile)

    def recovery(self) -> "Recovery":
        """For the profile whose file `look` has just refused."""
        from client.recovery import Recovery

        profile = self._profile()
        assert profile is not None
        return Recovery(self.home, profile, self._clock, random.Random())

    def known(self) -> Known:
        """Of whoever worked here last, else what the organisation has set."""
        from client.profile import Profiles

        profiles = Profiles(self.home).all()
        if not profiles:
            return Known(Settings(self.home).text("server_url"))
        return Known(profiles[-1].server_url, profiles[-1].code, profiles[-1].email)

    def _profile(self) -> "Profile | None":
        from client.profile import Profiles

        profiles = Profiles(self.home)
        if not self._wanted:
            return profiles.current()
        named = (one for one in profiles.all() if self._wanted in (one.email.casefold(), one.name.casefold(), one.code))
        return next(named, None)

    def _open(self, profile: "Profile") -> "Session":
        from client.session import Session

        return Session.open(
            self.home,
            profile,
            clock=self._clock,
            randomness=random.Random(),
            passphrase=self._secret(),
            transport=self._transport,
        )

    def _secret(self) -> str | None:
        from client.secrets import passphrase_from

        return self._passphrase or passphrase_from()


class DemoOpening(Opening):
    """Starts the demo's world, or goes on with the one that the folder holds, and opens it as its field worker."""

    def __init__(self, folder: Path, started: Callable[["DemoWorld"], None]) -> None:
        """`started` is called as soon as there is a world, on the worker's thread."""
        super().__init__(Home.at(folder / "worker"))
        self._folder = folder
        self._started = started

    def look(self) -> "Session | None":
        from client.demo.world import DemoWorld

        world = DemoWorld.start(self._folder, is_fresh=False)
        self._passphrase = world.passphrase
        self.home = world.home
        self._started(world)
        return super().look()
