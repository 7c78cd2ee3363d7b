"""The company of the simulation, founded once and copied for each seed: a file for the server and for each device."""

import base64
import hashlib
import random
import shutil
import sqlite3
import uuid
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from server_stub.admin import Office
from server_stub.database import Database
from storage.profile import BLOBS, Profile
from support.clock import FakeClock
from support.house import connect_quickly
from sync.ids import id_maker
from sync.records import Crew, User
from sync.terms import Role

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
EPOCH = "the first epoch"
RIVAL = "rival"
PASSWORD = "correct horse"

ROLES = {
    "worker": Role.WORKER,
    "lead": Role.CREW_LEAD,
    "office": Role.OFFICE,
    "owner": Role.OWNER,
    "other": Role.WORKER,
}
# Which person works on which device; `phone` is the worker's second one, `rival` belongs to another company.
PEOPLE = {
    "van": "worker",
    "phone": "worker",
    "tablet": "lead",
    "desk": "office",
    "boss": "owner",
    "quarry": "other",
    RIVAL: "owner",
}


@dataclass(frozen=True)
class Person:
    id: str
    role: Role
    crew_id: str | None
    device_id: str
    token: str


@dataclass(frozen=True)
class Company:
    folder: Path
    people: dict[str, Person]
    crew_id: str

    @property
    def server_file(self) -> Path:
        return self.folder / "server.db"

    def device_folder(self, name: str) -> Path:
        return self.folder / name


def found_company(folder: Path) -> Company:
    """Everything that is slow on purpose or always the same: passwords, schemas, empty profiles."""
    file = folder / "server.db"
    clock = FakeClock(NOON)
    database = Database(f"sqlite:///{file}")
    office = Office(database, clock, random.Random(1))
    try:
        ids = {name: office.new_id() for name in (*ROLES, "crew", RIVAL)}
        acme = office.create_organisation("acme", name="Acme")
        office.add_crew(acme, Crew(id=ids["crew"], name="North crew", lead_id=ids["lead"]))
        for name, role in ROLES.items():
            crew = ids["crew"] if name in ("worker", "lead") else None
            user = User(id=ids[name], name=name.title(), role=role, crew_id=crew, email=f"{name}@acme.test")
            office.add_user(acme, user, PASSWORD)
        rival = office.create_organisation(RIVAL, name="Rival")
        office.add_user(rival, User(id=ids[RIVAL], name="Rival", role=Role.OWNER, email="o@rival.test"), PASSWORD)
    finally:
        database.close()
    people = _sign_in(file, ids)
    for name in PEOPLE:
        _open_profile(folder / name, clock, name)
    return Company(folder, people, ids["crew"])


def _sign_in(file: Path, ids: dict[str, str]) -> dict[str, Person]:
    """Give every device a token that is the same in each run, and the database an epoch and a secret likewise."""
    people = {}
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("UPDATE server_meta SET value = ? WHERE name = 'epoch'", (EPOCH,))
        database.execute("UPDATE server_meta SET value = ? WHERE name = 'secret'", ("ab" * 32,))
        database.execute("UPDATE member SET password_hash = ''")  # salted by chance, and never needed again
        for number, (device, person) in enumerate(PEOPLE.items(), 1):
            org = 2 if device == RIVAL else 1
            user_id = ids[RIVAL] if device == RIVAL else ids[person]
            device_id = uuid.UUID(int=number)
            raw = org.to_bytes(8) + device_id.bytes + bytes([number]) * 32
            token = "sf1_" + base64.urlsafe_b64encode(raw).decode().rstrip("=")
            database.execute(
                "INSERT INTO device (org, id, user_id, name, token_hash, created_at, is_signed_out)"
                " VALUES (?, ?, ?, ?, ?, 0, 0)",
                (org, str(device_id), user_id, device, hashlib.sha256(token.encode()).digest()),
            )
            crew = ids["crew"] if person in ("worker", "lead") else None
            people[device] = Person(user_id, ROLES[person], crew, str(device_id), token)
    return people


def _open_profile(folder: Path, clock: FakeClock, name: str) -> None:
    folder.mkdir()
    (folder / "ballast").touch()  # it need not take room here
    Profile(folder, clock, id_maker(clock, random.Random(name)), open_connection=connect_quickly).close()


def copy_profile(source: Path, target: Path) -> None:
    """What a crash leaves: the file and its write-ahead log as they are at this instant."""
    target.mkdir()
    if (source / BLOBS).exists():
        shutil.copytree(source / BLOBS, target / BLOBS)
    for name in ("profile.db", "profile.db-wal", "mark.json", "ballast"):
        if (source / name).exists():
            shutil.copyfile(source / name, target / name)
