"""A signed-in person with no server anywhere: for what is decided on the device alone."""

import random
from pathlib import Path

from client.home import Home
from client.passphrase import Cost, PassphraseFile
from client.profile import Profile, Profiles
from client.session import Session
from client.surroundings import Surroundings
from storage.files import make_private_file, make_private_folder
from storage.profile import Profile as OpenFile
from support.clock import FakeClock
from support.profiles import applied, reply
from sync.ids import id_maker
from sync.terms import Role

_PASSPHRASE = "only for tests"
_QUICK = Cost(memory_kib=64, iterations=1, lanes=1)


def open_offline(folder: Path, role: Role = Role.OWNER, clock: FakeClock | None = None) -> Session:
    home, clock = Home.at(folder), clock or FakeClock()
    chance = random.Random(11)
    new_id = id_maker(clock, chance)
    profile = Profile(
        server_url="https://nobody.test",
        code="acme",
        organisation_id=new_id(),
        organisation="Acme",
        user_id=new_id(),
        name="Ann Webb",
        email="ann@acme.test",
        role=role,
        device_id=new_id(),
    )
    Profiles(home).enter(profile)
    PassphraseFile(home.secrets_file, _PASSPHRASE, _QUICK).write(profile.name_of_secret, "a token")
    make_private_folder(profile.folder(home))
    make_private_file(profile.folder(home) / "ballast")
    here = Surroundings("boot", "Europe/London")
    return Session.open(
        home, profile, clock=clock, randomness=chance, passphrase=_PASSPHRASE, surroundings=here
    )


def file_of(session: Session) -> OpenFile:
    return session._desk.file


def send(session: Session, most: int = 10_000) -> int:
    """The server takes so many of the changes that wait, as they are; how many it was given."""
    store = file_of(session).store
    items = store.next_batch(most, 10**8)
    store.settle(reply(*(applied(item, item.seq) for item in items), last_seq=items[-1].seq))
    return len(items)
