"""Where the token is kept: never in clear text, and an answer that tells what went wrong."""

import base64
import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import keyring
import keyring.backends.fail
import keyring.backends.null
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.chainer import ChainerBackend

from client.home import Home
from client.passphrase import Cost, DamagedSecrets, PassphraseFile, WrongPassphrase
from client.secrets import (
    PassphraseNeeded,
    SecretsUnavailable,
    SystemKeyring,
    is_trusted,
    open_secrets,
    passphrase_from,
    system_keyring,
)

SECRET = "token-7f3a-canary"


class PlainTextKeyring(KeyringBackend):
    """Stands for what `keyrings.alt` brings: it works, and keeps everything in clear text."""

    priority = 20  # type: ignore[assignment]  # keyring says property

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[(service, username)] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[(service, username)]


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home.at(tmp_path)


@pytest.fixture
def secrets(home: Home) -> PassphraseFile:
    return PassphraseFile(home.secrets_file, "correct horse", Cost(memory_kib=64, iterations=1, lanes=1))


def use(monkeypatch: pytest.MonkeyPatch, backend: KeyringBackend) -> None:
    monkeypatch.setattr(keyring, "get_keyring", lambda: backend)


def test_a_secret_comes_back_and_can_be_forgotten(secrets: PassphraseFile) -> None:
    assert secrets.read("a") is None
    secrets.write("a", SECRET)
    secrets.write("b", "other")
    assert (secrets.read("a"), secrets.read("b")) == (SECRET, "other")
    secrets.delete("a")
    assert (secrets.read("a"), secrets.read("b")) == (None, "other")


def test_nothing_on_the_disk_shows_the_secret(secrets: PassphraseFile, home: Home) -> None:
    secrets.write("a", SECRET)
    for file in home.data.rglob("*"):
        content = file.read_bytes()
        assert SECRET.encode() not in content
        assert base64.b64encode(SECRET.encode())[:16] not in content
    assert home.secrets_file.stat().st_mode & 0o777 == 0o600


def test_a_wrong_passphrase_is_told_from_a_damaged_file(secrets: PassphraseFile, home: Home) -> None:
    secrets.write("a", SECRET)
    with pytest.raises(WrongPassphrase):
        PassphraseFile(home.secrets_file, "wrong").read("a")
    with pytest.raises(WrongPassphrase):
        PassphraseFile(home.secrets_file, "wrong").write("b", "never")
    assert secrets.read("b") is None


def test_every_damaged_byte_is_seen(secrets: PassphraseFile, home: Home) -> None:
    secrets.write("a", SECRET)
    whole = home.secrets_file.read_bytes()
    for place in range(0, len(whole), 3):
        home.secrets_file.write_bytes(whole[:place] + bytes([whole[place] ^ 0x04]) + whole[place + 1 :])
        try:
            assert secrets.read("a") == SECRET  # white space of the envelope
        except DamagedSecrets:
            continue
    for place in range(0, len(whole), 7):
        home.secrets_file.write_bytes(whole[:place])
        with pytest.raises(DamagedSecrets):
            secrets.read("a")


def test_a_box_moved_to_another_name_does_not_open(secrets: PassphraseFile, home: Home) -> None:
    secrets.write("a", SECRET)
    envelope = json.loads(home.secrets_file.read_bytes())
    content = base64.b64decode(envelope["content"]).replace(b'"a":', b'"b":')
    checksum = hashlib.sha256(content).hexdigest()
    home.secrets_file.write_text(json.dumps({"checksum": checksum, "content": base64.b64encode(content).decode()}))
    with pytest.raises(DamagedSecrets):
        secrets.read("b")


@pytest.mark.parametrize(
    "backend", [PlainTextKeyring(), keyring.backends.null.Keyring(), keyring.backends.fail.Keyring()]
)
def test_a_keyring_that_keeps_no_secrets_is_refused(
    backend: KeyringBackend, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(monkeypatch, backend)
    assert not is_trusted(backend)
    assert system_keyring(home) is None
    with pytest.raises(SecretsUnavailable):
        open_secrets(home)


def test_a_plain_keyring_is_not_taken_out_of_a_chain(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    chain = ChainerBackend()
    monkeypatch.setattr(ChainerBackend, "backends", [PlainTextKeyring(), keyring.backends.null.Keyring()])
    use(monkeypatch, chain)
    assert system_keyring(home) is None


def test_a_keyring_that_loses_what_it_is_given_fails_the_probe() -> None:
    assert SystemKeyring(PlainTextKeyring(), "here").keeps_secrets()
    assert not SystemKeyring(keyring.backends.null.Keyring(), "here").keeps_secrets()
    assert not SystemKeyring(keyring.backends.fail.Keyring(), "here").keeps_secrets()


def test_without_a_keyring_a_passphrase_makes_a_file(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, keyring.backends.fail.Keyring())
    open_secrets(home, "correct horse").write("a", SECRET)
    assert open_secrets(home, "correct horse").read("a") == SECRET
    with pytest.raises(PassphraseNeeded):
        open_secrets(home)


def test_the_passphrase_comes_from_the_environment_or_a_file(tmp_path: Path) -> None:
    file = tmp_path / "passphrase"
    file.write_text("from a file\nsecond line\n")
    assert passphrase_from({"STREAMFLOW_PASSPHRASE": "spoken"}) == "spoken"
    assert passphrase_from({"STREAMFLOW_PASSPHRASE_FILE": str(file)}) == "from a file"
    assert passphrase_from({}) is None
    with pytest.raises(SecretsUnavailable):
        passphrase_from({"STREAMFLOW_PASSPHRASE_FILE": str(tmp_path / "missing")})


REAL_SECRET_SERVICE = """
import subprocess, sys
from pathlib import Path
subprocess.run(["gnome-keyring-daemon", "--unlock", "--components=secrets"], input=b"login", check=True,
               stdout=subprocess.DEVNULL)
from client.home import Home
from client.secrets import SystemKeyring, open_secrets
one, two = Home.at(Path(sys.argv[1])), Home.at(Path(sys.argv[2]))
store = open_secrets(one)
assert isinstance(store, SystemKeyring), store
store.write("a", "token-7f3a-canary")
assert open_secrets(one).read("a") == "token-7f3a-canary"
assert open_secrets(two).read("a") is None, "two homes share a keyring but not their secrets"
store.delete("a")
store.delete("a")
assert store.read("a") is None
assert not one.secrets_file.exists()
print("kept")
"""


def test_a_real_secret_service_keeps_the_token(tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_RUNTIME_DIR": str(tmp_path),
    }
    environment.pop("PYTHON_KEYRING_BACKEND", None)
    tmp_path.chmod(0o700)
    command = ["dbus-run-session", "--", sys.executable, "-c", REAL_SECRET_SERVICE]
    homes = [str(tmp_path / "one"), str(tmp_path / "two")]
    done = subprocess.run([*command, *homes], env=environment, capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == "kept", done.stderr
    for file in tmp_path.rglob("*"):
        if file.is_file():
            assert SECRET.encode() not in file.read_bytes()
