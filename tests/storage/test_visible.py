"""What lists, searches and the hunt for duplicates ask a row by is made of its record, letter for letter."""

from typing import Any

import msgspec
import pytest

from storage.outbox import Draft
from storage.profile import Profile
from storage.subjects import Subject
from storage.visible import TABLES, digits_of, phone_key
from support.profiles import SERVER_TIME, change_lead, page, refused, reply, row
from sync.ids import NewId
from sync.kinds import TYPES, Kind
from sync.moments import to_us
from sync.protocol import Code, Op, State
from sync.records import read

RECORD_ID = "00000000-0000-7000-8000-000000000000"
PLACE = {"subject_kind": "customer", "subject_id": RECORD_ID}
REACH = {"phone": "+44 (0)20", "email": "z@e.org"}


@pytest.mark.parametrize(
    ("kind", "body", "words"),
    [
        (Kind.CUSTOMER, {"name": "Zoë", **REACH, "address": "1 Road"}, "Zoë +44 (0)20 44020 z@e.org 1 Road"),
        (Kind.CONTACT, {"name": "Zoë", **REACH, "role": "Boss", **PLACE}, "Zoë Boss +44 (0)20 44020 z@e.org"),
        (
            Kind.LEAD,
            {"name": "Zoë", **REACH, "address": "1 Road", "need": "Oven", "source": "Fair"},
            "Zoë +44 (0)20 44020 z@e.org 1 Road Oven Fair",
        ),
        (Kind.WORK_ORDER, {"title": "Oven", "number": 7, "address": "Road", "description": "Old"}, "7 Oven Road Old"),
        (Kind.WORK_ORDER, {"title": "Oven", "address": "Road", "description": "Old"}, " Oven Road Old"),
    ],
)
def test_the_words_of_a_record(kind: Kind, body: dict[str, Any], words: str) -> None:
    of = TABLES[kind].words
    assert of is not None
    assert of(read(TYPES[kind], RECORD_ID, 1, body)) == words


@pytest.mark.parametrize(
    ("text", "digits"), [("+44 (0)20-7", "440207"), ("٧٩٤٦ – 0018", "٧٩٤٦0018"), ("½ x²", ""), ("", "")]
)
def test_digits_are_those_that_a_person_dials(text: str, digits: str) -> None:
    assert digits_of(text) == digits


@pytest.mark.parametrize(
    ("text", "key"), [("12 345", ""), ("12 34 56", "123456"), ("0044 20 7946 0018", phone_key("+44 20 7946 0018"))]
)
def test_too_short_a_number_is_nobodys(text: str, key: str) -> None:
    assert phone_key(text) == key


def test_what_was_deleted_is_gone_and_is_known_by_its_date(profile: Profile, new_id: NewId) -> None:
    lead = new_id()
    profile.store.absorb(page([row(lead, 4, name="Ann")]))
    profile.outbox.record(change_lead(lead, name="Anna"))
    (item,) = profile.store.next_batch(10, 100_000)
    gone = msgspec.structs.replace(row(lead, 5, state=State.DELETED, name="Ann"), deleted_at=SERVER_TIME)
    profile.store.settle(reply(refused(item, Code.DELETED, gone)))
    with profile.database.read() as tx:
        assert tx.value("SELECT deleted_at FROM confirmed WHERE id = ?", (lead,)) == to_us(SERVER_TIME)
    profile.attention.discard(item.key)
    assert profile.queries.leads.get(lead) is None
    profile.outbox.record(Draft(Op.RESTORE, Kind.LEAD, lead))
    shown = profile.queries.leads.get(lead)
    assert shown is not None
    assert shown.record.name == "Ann"


def test_screens_are_told_which_record_it_was(profile: Profile, new_id: NewId) -> None:
    lead, told = new_id(), set[Subject]()
    profile.database.changed.add(told.update)
    profile.store.absorb(page([row(lead, 4, name="Ann")]))
    assert Subject(Kind.LEAD, lead) in told
