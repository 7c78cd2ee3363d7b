"""A company's server file with devices signed in on it, made once and copied: passwords are slow on purpose."""

import random
import shutil
from dataclasses import dataclass
from pathlib import Path

from server_stub.service import Service
from support.inprocess import PASSWORD, InProcessServer, found_company
from sync.clock import SystemClock
from sync.protocol import SignIn


@dataclass(frozen=True)
class Company:
    """`tokens` by device; `ids` of the people by their names, and of the organisation."""

    file: Path
    ids: dict[str, str]
    tokens: dict[str, str]

    def copy_to(self, file: Path) -> Path:
        return Path(shutil.copy(self.file, file))


def found(file: Path, devices: dict[str, str]) -> Company:
    """`devices` maps a device's name to the person (worker, lead, office, owner, other) who signs in on it."""
    return Company(file, *found_in(f"sqlite:///{file}", devices))


def found_in(database: str, devices: dict[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """The ids and tokens of a company that is made in a database by its address."""
    server = InProcessServer(database, SystemClock(), random.Random(1))
    try:
        ids = found_company(server)
        tokens = {device: sign_in(server.service, person) for device, person in devices.items()}
    finally:
        server.close()
    return ids, tokens


def sign_in(service: Service, person: str) -> str:
    form = SignIn(organisation="acme", email=f"{person}@acme.test", password=PASSWORD, device="a laptop")
    return service.door.sign_in(form, service.clock.now()).token
