"""Signing in and out. The only part of the client that waits for the network, so a window calls it off its thread."""

import contextlib
import platform
import socket
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from client.home import Home
from client.profile import Profile, Profiles
from client.secrets import SecretsUnavailable, open_secrets, passphrase_from
from client.settings import Settings
from sync.clock import Clock, SystemClock
from sync.errors import Busy, NetworkTrouble, StreamFlowError, Unauthenticated, Unreachable, UpdateNeeded
from sync.http import HttpServer, Transport, UnsafeAddress
from sync.ids import is_id
from sync.language import translate
from sync.protocol import SignedIn, SignIn
from sync.terms import Role

if TYPE_CHECKING:
    from client.session import Session

__all__ = [
    "NoNetwork",
    "SecretsUnavailable",
    "SignInForm",
    "SignInTrouble",
    "UnsentWork",
    "WrongAddress",
    "WrongPassword",
    "sign_in",
    "sign_in_again",
    "sign_out",
]


_CLOCK = SystemClock()
# A web server that takes no forms at all says so; ours never does, nor does what stands in front of it.
_NOT_IMPLEMENTED = 501


class SignInTrouble(StreamFlowError):
    """`field` is the one of the form that a person should look at; empty where none is to blame."""

    def __init__(self, message: str, field: str = "") -> None:
        self.field = field
        super().__init__(message)


class WrongAddress(SignInTrouble):
    pass


class NoNetwork(SignInTrouble):
    pass


class WrongPassword(SignInTrouble):
    pass


class UnsentWork(StreamFlowError):
    """Signing out is held up by work that is only on this device."""

    def __init__(self, count: int) -> None:
        self.count = count
        one = translate(
            "account",
            "1 record is only on this device and not sent yet. Send it first, save a copy of it, or sign out and keep "
            "it here: it goes out when you sign in again.",
        )
        more = translate(
            "account",
            "{count} records are only on this device and not sent yet. Send them first, save a copy of them, or sign "
            "out and keep them here: they go out when you sign in again.",
        )
        super().__init__(one if count == 1 else more.format(count=count))


@dataclass(frozen=True)
class SignInForm:
    server_url: str
    organisation: str
    email: str
    password: str


def sign_in(
    home: Home,
    form: SignInForm,
    passphrase: str | None = None,
    *,
    forget_secrets: bool = False,
    transport: Transport | None = None,
    clock: Clock = _CLOCK,
) -> Profile:
    """Get a token, keep it safely and enter the profile. Raises `SignInTrouble` or `SecretsUnavailable`.

    `forget_secrets`: the old passphrase is lost, so the tokens behind it are given up; no work is.
    """
    if forget_secrets:
        home.secrets_file.unlink(missing_ok=True)
    url = address(form.server_url)
    policy = Settings(home).get("server_url")
    if policy.is_locked and url != address(str(policy.value)):
        raise WrongAddress(
            translate("account", "Your organisation has set the server to {url}.").format(url=policy.value),
            "server_url",
        )
    secrets = open_secrets(home, passphrase)
    signed_in = ask_to_sign_in(url, form, transport)
    profile = _profile(url, form, signed_in, clock.now())
    secrets.write(profile.name_of_secret, signed_in.token)
    Profiles(home).enter(profile)
    return profile


def sign_in_again(
    session: "Session", password: str, passphrase: str | None = None, *, transport: Transport | None = None
) -> None:
    """A new token for the same person; what waits goes out with it. Raises `SignInTrouble`."""
    known = session.profile
    form = SignInForm(known.server_url, known.code, known.email, password)
    signed_in = ask_to_sign_in(known.server_url, form, transport)
    profile = _profile(known.server_url, form, signed_in, session.now())
    if (profile.organisation_id, profile.user_id) != (known.organisation_id, known.user_id):
        raise SignInTrouble(
            translate("account", "The server knows somebody else by this e-mail address now. Nothing was changed.")
        )
    open_secrets(session.home, passphrase).write(profile.name_of_secret, signed_in.token)
    Profiles(session.home).enter(profile)
    session.renew(signed_in.token)


def sign_out(session: "Session", *, keep_unsent: bool = False, passphrase: str | None = None) -> None:
    """Forget the token, here and on the server. The data stays: it is there when the same person signs in again.

    Raises `UnsentWork` where something is only on this device, unless `keep_unsent` says that this is known.
    """
    unsent = session.sync.unsent()
    if unsent and not keep_unsent:
        raise UnsentWork(unsent)
    with contextlib.suppress(NetworkTrouble):
        session.give_up_token()
    open_secrets(session.home, passphrase or passphrase_from()).delete(session.profile.name_of_secret)
    Profiles(session.home).leave()


def ask_to_sign_in(url: str, form: SignInForm, transport: Transport | None = None) -> SignedIn:
    """One exchange with the server; what goes wrong is told by what a person can do about it."""
    wire = SignIn(
        organisation=form.organisation.strip(),
        email=form.email.strip(),
        password=form.password,
        device=_name_of_this_computer(),
    )
    try:
        with closing(HttpServer(url, transport=transport)) as server:
            return server.sign_in(wire)
    except UnsafeAddress as trouble:
        raise WrongAddress(str(trouble), "server_url") from trouble
    except Unauthenticated as trouble:
        message = translate("account", "The organisation, the e-mail address or the password is not right.")
        raise WrongPassword(message, "password") from trouble
    except Unreachable as trouble:
        raise _unreachable(url, trouble) from trouble
    except UpdateNeeded as trouble:
        raise SignInTrouble(
            translate("account", "The server needs a newer version of this program. Please update it.")
        ) from trouble
    except NetworkTrouble as trouble:
        if isinstance(trouble, Busy) and trouble.status == _NOT_IMPLEMENTED:
            raise _not_ours(url) from trouble
        raise SignInTrouble(
            translate("account", "The server could not sign you in: {trouble} Please try again.").format(
                trouble=trouble
            )
        ) from trouble


def address(text: str) -> str:
    """What a person types as an address, as a URL: without a scheme it is https."""
    plain = text.strip().rstrip("/")
    if not plain:
        raise WrongAddress(
            translate("account", "Please enter the address of your organisation's server."), "server_url"
        )
    return plain if "://" in plain else f"https://{plain}"


def _unreachable(url: str, trouble: Unreachable) -> SignInTrouble:
    causes = list(_causes(trouble))
    advice = translate("account", "Check the address, and whether this computer is online.")
    if any(isinstance(cause, socket.gaierror) for cause in causes):
        return NoNetwork(
            translate("account", "{url} was not found. {advice}").format(url=url, advice=advice), "server_url"
        )
    if any(isinstance(cause, OSError) for cause in causes):
        return NoNetwork(
            translate("account", "{url} does not answer. {advice}").format(url=url, advice=advice), "server_url"
        )
    return _not_ours(url)


def _not_ours(url: str) -> WrongAddress:
    return WrongAddress(
        translate(
            "account",
            "Something answers at {url}, but it is not a StreamFlow server. Check the address, or sign "
            "in to the network first if it has a login page.",
        ).format(url=url),
        "server_url",
    )


def _causes(trouble: BaseException | None) -> Iterator[BaseException]:
    while trouble is not None:
        yield trouble
        trouble = trouble.__cause__ or trouble.__context__


def _profile(url: str, form: SignInForm, signed_in: SignedIn, now: datetime) -> Profile:
    account = signed_in.account
    is_known_role = account.role in [role.value for role in Role]
    if not (is_id(account.organisation_id) and is_id(account.user_id) and is_known_role):
        raise SignInTrouble(
            translate("account", "The server's answer makes no sense to this program. Please update it.")
        )
    return Profile(
        server_url=url,
        code=form.organisation.strip(),
        organisation_id=account.organisation_id,
        organisation=account.organisation,
        user_id=account.user_id,
        name=account.name,
        email=form.email.strip(),
        role=Role(account.role),
        device_id=account.device_id,
        device=_name_of_this_computer(),
        signed_in_at=now,
    )


def _name_of_this_computer() -> str:
    return platform.node()[:200] or "computer"
