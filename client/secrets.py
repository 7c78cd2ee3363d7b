"""Where the sign-in token is kept: the system's keyring or, said explicitly, a file behind a passphrase. Never plain.

The keyring package picks whatever store is installed, some of which keep everything in clear text or drop it. Only the
stores named here are used, and each is tried with a probe before it is trusted. It is loaded
where it is asked; with the secrets in a file it never is.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING, Protocol

from client.home import Home
from client.passphrase import PassphraseFile
from sync.errors import StreamFlowError
from sync.language import translate

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "StreamFlow Field"
VARIABLE = "STREAMFLOW_PASSPHRASE"
FILE_VARIABLE = "STREAMFLOW_PASSPHRASE_FILE"

_TRUSTED = frozenset(
    {
        "keyring.backends.SecretService.Keyring",
        "keyring.backends.libsecret.Keyring",
        "keyring.backends.kwallet.DBusKeyring",
        "keyring.backends.Windows.WinVaultKeyring",
        "keyring.backends.macOS.Keyring",
    }
)


class SecretsUnavailable(StreamFlowError):
    """There is no safe place for a secret yet; a passphrase makes one."""


class PassphraseNeeded(SecretsUnavailable):
    """The secrets are in a file here; its passphrase was not given."""


class SecretStore(Protocol):
    def read(self, name: str) -> str | None: ...

    def write(self, name: str, secret: str) -> None: ...

    def delete(self, name: str) -> None: ...


class SystemKeyring:
    def __init__(self, backend: "KeyringBackend", installation: str) -> None:
        self._backend = backend
        self._installation = installation

    def read(self, name: str) -> str | None:
        from keyring.errors import KeyringError

        try:
            return self._backend.get_password(SERVICE, self._name(name))
        except KeyringError as trouble:
            raise _locked() from trouble

    def write(self, name: str, secret: str) -> None:
        from keyring.errors import KeyringError

        try:
            self._backend.set_password(SERVICE, self._name(name), secret)
        except KeyringError as trouble:
            raise _locked() from trouble

    def delete(self, name: str) -> None:
        from keyring.errors import KeyringError, PasswordDeleteError

        try:
            self._backend.delete_password(SERVICE, self._name(name))
        except PasswordDeleteError:
            return  # it was not there, which is what was wanted
        except KeyringError as trouble:
            raise _locked() from trouble

    def keeps_secrets(self) -> bool:
        """Write, read, compare, forget: the only way to know that a store stores."""
        name, secret = f"probe-{token_hex(4)}", token_hex(16)
        try:
            self.write(name, secret)
            kept = self.read(name) == secret
            self.delete(name)
        except SecretsUnavailable:
            return False
        return kept

    def _name(self, name: str) -> str:
        return f"{self._installation}/{name}"


def open_secrets(home: Home, passphrase: str | None = None) -> SecretStore:
    """The place where this installation's secrets are, or the safest one to begin with."""
    if home.secrets_file.exists():
        if not passphrase:
            raise PassphraseNeeded(
                translate("secrets", "The sign-in on this device is behind a passphrase. Please give it.")
            )
        return PassphraseFile(home.secrets_file, passphrase)
    system = system_keyring(home)
    if system is not None and system.keeps_secrets():
        return system
    if passphrase:
        return PassphraseFile(home.secrets_file, passphrase)
    raise SecretsUnavailable(
        translate(
            "secrets",
            "This computer has no safe place for your sign-in. Choose a passphrase to protect it; you "
            "will be asked for it when the program starts.",
        )
    )


def system_keyring(home: Home) -> SystemKeyring | None:
    """The system's keyring if it is one of those that we trust; whatever else is configured is refused."""
    import keyring
    from keyring.backends.chainer import ChainerBackend

    chosen = keyring.get_keyring()
    candidates = chosen.backends if isinstance(chosen, ChainerBackend) else [chosen]
    for backend in candidates:
        if is_trusted(backend):
            return SystemKeyring(backend, home.installation())
    return None


def is_trusted(backend: "KeyringBackend") -> bool:
    kind = type(backend)
    return f"{kind.__module__}.{kind.__qualname__}" in _TRUSTED


def passphrase_from(environment: Mapping[str, str] = os.environ) -> str | None:
    """The passphrase out of the environment, or out of the first line of a file that it names."""
    if environment.get(VARIABLE):
        return environment[VARIABLE]
    named = environment.get(FILE_VARIABLE)
    if not named:
        return None
    try:
        lines = Path(named).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as trouble:
        raise SecretsUnavailable(
            translate("secrets", "The passphrase file {named} can't be read.").format(named=named)
        ) from trouble
    return lines[0] if lines and lines[0] else None


def _locked() -> SecretsUnavailable:
    return SecretsUnavailable(
        translate("secrets", "The system's keyring is locked or did not answer. Unlock it and try again.")
    )
