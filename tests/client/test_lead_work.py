"""Leads on one device: who looks like whom, merging, following up, converting, and taking an import back."""

import dataclasses
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from client import lookalikes
from client.desk import Desk
from client.lookalikes import ALIKE, likeness
from client.session import Session
from storage import import_undo, visible
from storage.outbox import Draft
from storage.queries import leads as lead_queries
from storage.queries import lookalikes as lookalike_queries
from storage.queries import work_orders
from storage.queries.lookalikes import _place
from support.offline import file_of, open_offline, send
from sync.errors import InvalidInput
from sync.kinds import Kind
from sync.terms import Role, Stage

Plant = Callable[[pytest.MonkeyPatch], None]


@pytest.fixture
def owner(tmp_path: Path) -> Iterator[Session]:
    with open_offline(tmp_path) as session:
        yield session


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        (("Orchard House", "22 Orchard Rd"), ("Orchard Hse", "22 Orchard Road, York"), True),
        (("Ann Webb", "3 Hill Street"), ("Anne Webb", "3 Hill St"), True),
        (("Brook & Sons Ltd", "4 Mill Park"), ("Brook and Sons", "4 Mill Pk"), True),
        (("Müller GmbH", "Hauptstraße 5"), ("Mueller", "Hauptstr. 5"), True),
        (("José Núñez", "Calle Mayor 7"), ("Jose Nunez", "C. Mayor 7"), True),
        (("Orchard House", "22 Orchard Rd"), ("Orchard House", "18 Orchard Rd"), False),
        (("Tom Okafor", "7 Hill Street"), ("Jack Doyle", "7 Hill Street"), False),
        (("Ann Webb", "5 Mill Lane"), ("Ann Webb", "5 Harbour View"), False),
        (("Ann Webb", ""), ("Ann Webb", ""), False),
    ],
)
def test_a_name_and_a_place_alike_are_one_however_they_are_written(
    one: tuple[str, str], other: tuple[str, str], is_same: bool
) -> None:
    assert (likeness(*one, *other) >= ALIKE) is is_same
    assert likeness(*one, *other) == likeness(*other, *one)


def test_a_page_that_was_pasted_is_nobodys_name(owner: Session) -> None:
    owner.leads.create({"name": "Ann Webb", "address": "3 Hill Street"})
    assert len(owner.leads.duplicates(name="Ann Webb", address="3 Hill Street")) == 1
    assert owner.leads.duplicates(name="Ann Webb " * 23, address="3 Hill Street") == ()


def test_lookalikes_are_found_by_number_address_and_name(owner: Session) -> None:
    lead = owner.leads.create({"name": "Orchard House", "address": "22 Orchard Road, York", "phone": "020 7946 0018"})
    customer = owner.customers.create({"name": "Brook & Sons", "email": "office@brook.example"})
    owner.customers.contacts.add(customer, {"name": "Jo Brook", "phone": "020 7946 0911"})
    assert [one.because for one in owner.leads.duplicates("+44 20 7946 0018")] == ["Same phone as Orchard House."]
    assert [one.because for one in owner.leads.duplicates(email="Office@Brook.example")] == [
        "Same e-mail as Brook & Sons."
    ]
    (contact,) = owner.leads.duplicates("020-7946-0911")
    assert (contact.kind, contact.id) == (Kind.CUSTOMER, customer)
    assert contact.because == "Same phone as Jo Brook, a customer's contact."
    (near,) = owner.leads.duplicates(name="Orchrd House", address="22 Orchard Rd")
    assert (near.id, near.because) == (lead, "Looks like Orchard House, 22 Orchard Road, York.")
    assert len(owner.leads.duplicates("020 7946 0018", name="Orchard House", address="22 Orchard Rd")) == 1
    owner.leads.create({"name": "Walter Graham", "phone": "020 7946 0018"})
    for wanted in ("Orchard Haus", "Walter Grahame"):
        likest, other = owner.leads.duplicates("020 7946 0018", name=wanted)
        assert likest.name[:3] == wanted[:3] != other.name[:3]
    assert owner.leads.duplicates(name="Orchard House", address="22 Orchard Rd", besides=lead) == ()
    assert owner.leads.duplicates(name="Orchard House", address="18 Orchard Rd") == ()


def test_the_customer_whom_a_lead_became_is_nobody_else(owner: Session) -> None:
    lead = owner.leads.create({"name": "Orchard House", "address": "22 Orchard Road", "phone": "020 7946 0018"})
    customer, _order = owner.leads.convert(lead)
    owner.customers.contacts.add(customer, {"name": "Jo Brook", "phone": "020 7946 0018"})
    wanted = ("020 7946 0018", "", "Orchard House", "22 Orchard Road")
    assert owner.leads.duplicates(*wanted, besides=lead) == ()
    assert customer in [one.id for one in owner.leads.duplicates(*wanted)]


def two(owner: Session) -> tuple[str, str]:
    kept = owner.leads.create({"name": "Orchard House", "phone": "020 7946 0018"})
    other = owner.leads.create({"name": "Orchard Hse", "email": "o@orchard.example", "stage": "quoted"})
    owner.leads.add_note(other, "Ring after five")
    return kept, other


def test_two_leads_become_one_and_nothing_is_lost(owner: Session) -> None:
    kept, other = two(owner)
    view = owner.leads.merging.view(kept, other)
    assert {field.name: field.is_other_suggested for field in view.fields} == {
        "name": False,
        "email": True,
        "stage": False,
    }
    before = len(owner.sync.waiting())
    owner.leads.merging.do(kept, other, {"email": "o@orchard.example"})
    (change, merge) = owner.sync.waiting()[before:]
    lines = file_of(owner).store.next_batch(100, 10**7)
    assert len({line.key for line in lines}) == before + 2
    assert (change.what, merge.what) == ("Email changed", "Merged into another lead")
    detail = owner.leads.get(kept)
    assert detail is not None
    assert detail.lead.email == "o@orchard.example"
    assert [lead.name for lead in detail.merged] == ["Orchard Hse"]
    assert [note.text for note in detail.notes] == ["Ring after five"]
    assert [line.id for line in owner.leads.list()] == [kept]
    assert (owner.leads.count(), owner.leads.count("hse"), owner.leads.count(stage=Stage.QUOTED)) == (1, 0, 0)
    assert owner.search("hse") == ()
    assert owner.leads.duplicates(email="o@orchard.example", besides=kept) == ()
    with pytest.raises(InvalidInput, match="merged"):
        owner.leads.merging.do(other, kept, {})
    owner.leads.merging.undo(other)
    assert owner.leads.count() == 2
    assert owner.leads.get(kept).notes == ()  # type: ignore[union-attr]  # it was just there


def test_a_merge_is_one_group(owner: Session) -> None:
    kept, other = two(owner)
    owner.leads.merging.do(kept, other, {"email": "o@orchard.example"})
    rows = file_of(owner).database
    with rows.read() as tx:
        groups = [group for (group,) in tx.all("SELECT group_key FROM outbox ORDER BY seq DESC LIMIT 2")]
    assert groups[0] is not None
    assert groups[0] == groups[1]


def test_whom_to_call_today(owner: Session) -> None:
    """The clock stands at the second of March."""
    for name, due, stage in (
        ("Today", date(2026, 3, 2), "new"),
        ("Late", date(2026, 2, 20), "quoted"),
        ("Later", date(2026, 3, 3), "new"),
        ("Won", date(2026, 2, 1), "won"),
    ):
        owner.leads.create({"name": name, "follow_up_on": due, "stage": stage})
    theirs = owner.leads.create({"name": "Theirs", "follow_up_on": date(2026, 3, 1)})
    owner.leads.change(theirs, {"assignee_id": "0190a000-0000-7000-8000-0000000000aa"})
    assert [line.name for line in owner.leads.follow_ups()] == ["Late", "Today"]
    assert owner.leads.count_follow_ups() == 2
    assert {line.name for line in owner.leads.list(is_due=True)} == {"Late", "Today", "Theirs"}
    assert owner.leads.count(is_due=True) == 3


def test_what_was_typed_is_saved_with_the_conversion_or_not_at_all(owner: Session) -> None:
    lead = owner.leads.create({"name": "Orchard House"})
    with pytest.raises(InvalidInput):
        owner.leads.convert(lead, typed={"name": ""})
    assert (owner.customers.count(), owner.leads.list()[0].stage) == (0, Stage.NEW)
    customer, order = owner.leads.convert(lead, "Boiler", typed={"phone": "020 7946 0018"})
    assert owner.customers.list()[0].phone == "020 7946 0018"
    found = owner.leads.get(lead)
    assert found is not None
    assert (found.lead.phone, found.lead.stage, found.lead.customer_id) == ("020 7946 0018", Stage.WON, customer)
    with file_of(owner).database.read() as tx:
        groups = {group for (group,) in tx.all("SELECT group_key FROM outbox WHERE seq > 1")}
    assert len(groups) == 1
    assert None not in groups
    second = owner.leads.create({"name": "Orchard House, garage"})
    assert owner.leads.convert(second, customer_id=customer)[0] == customer
    detail = owner.customers.get(customer)
    assert detail is not None
    assert {line.name for line in detail.leads} == {"Orchard House", "Orchard House, garage"}
    assert order in {line.id for line in detail.work_orders}


FILE = "name,phone\n" + "".join(f"Lead {n},020 7946 {n:04}\n" for n in range(8))


def test_an_import_is_taken_back_wherever_it_has_got_to(owner: Session) -> None:
    kept = owner.leads.create({"name": "Mine"})
    imports = owner.leads.start_import()
    result = imports.run(imports.preview(FILE.encode()))
    send(owner, 4)
    file_of(owner).store.next_batch(1, 10**6)  # on its way, and nobody knows whether it has arrived
    first, last = result.ids[0], result.ids[-1]
    owner.leads.add_note(last, "Rang")
    owner.leads.change(last, {"phone": "1"})
    told: list[tuple[int, int]] = []
    taken = imports.undo(result, lambda done, total: told.append((done, total)))
    assert (taken.withdrawn, taken.deleted, taken.left) == (4, 4, 0)
    assert told == [(8, 8)]
    assert [line.id for line in owner.leads.list()] == [kept]
    assert owner.leads.get(first) is None
    assert [item.what for item in owner.sync.waiting()] == ["New lead", *["Lead removed"] * 4]
    again = owner.leads.start_import()
    preview = again.preview(FILE.encode())
    assert (len(preview.good), preview.already_imported) == (8, 0)
    assert again.run(preview).added == 8


def test_who_may_not_delete_takes_back_what_was_not_sent(tmp_path: Path) -> None:
    with open_offline(tmp_path, Role.WORKER) as worker:
        imports = worker.leads.start_import()
        result = imports.run(imports.preview(FILE.encode()))
        send(worker, 3)
        taken = imports.undo(result)
        assert (taken.withdrawn, taken.deleted, taken.left) == (5, 0, 3)
        assert worker.leads.count() == 3
        assert worker.leads.start_import().preview(FILE.encode()).already_imported == 3


def test_sites_and_contacts_of_a_customer(owner: Session) -> None:
    customer = owner.customers.create({"name": "Hill Street Residents"})
    site = owner.customers.sites.add(customer, {"name": "Boiler house", "access": "Key at number 3"})
    contact = owner.customers.contacts.add(customer, {"name": "Jo", "phone": "1"})
    owner.customers.contacts.change(contact, {"name": "Jo", "phone": "2"})
    detail = owner.customers.get(customer)
    assert detail is not None
    assert [(line.name, line.access) for line in detail.sites] == [("Boiler house", "Key at number 3")]
    assert [(line.name, line.phone) for line in detail.contacts] == [("Jo", "2")]
    assert [problem.code for problem in owner.customers.sites.problems({"name": " "})] == ["required"]
    with pytest.raises(InvalidInput):
        owner.customers.sites.add(customer, {"name": ""})
    owner.customers.sites.remove(site)
    owner.customers.contacts.remove(contact)
    with pytest.raises(InvalidInput, match="not on this device"):
        owner.customers.sites.change(site, {"name": "x"})
    owner.customers.remove(customer)
    assert owner.customers.count() == 0


def takes_neighbours_for_one(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(lookalikes, "_numbers", lambda _: set())
    patch.setattr(lookalike_queries, "_place", lambda address: ([], _place(address)[1]))


def merges_in_two_steps(patch: pytest.MonkeyPatch) -> None:
    save = Desk.save

    def save_each(desk: Desk, *drafts: Draft, is_group: bool = False) -> None:
        save(desk, *drafts, is_group=is_group and not drafts)

    patch.setattr(Desk, "save", save_each)


def finds_what_was_merged(patch: pytest.MonkeyPatch) -> None:
    table = dataclasses.replace(visible.TABLES[Kind.LEAD], words=lambda lead: lead.name)
    patch.setitem(visible.TABLES, Kind.LEAD, table)


def leaves_notes_behind(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(work_orders, "_NOTES", work_orders._NOTES.replace("subject_id IN family", "subject_id = ?1"))


def remembers_the_rows(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(import_undo, "_FORGET", "SELECT ?")


def withdraws_what_is_on_its_way(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(import_undo, "_UNSENT", import_undo._UNSENT.replace("seq > ?2", "?2 >= 0"))


def calls_for_everybody(patch: pytest.MonkeyPatch) -> None:
    mine = "AND (v.assignee_id = ?2 OR v.assignee_id IS NULL)"
    patch.setattr(lead_queries, "_FOLLOW_UPS", lead_queries._FOLLOW_UPS.replace(mine, "AND ?2 <> ''"))


@pytest.mark.parametrize(
    ("plant", "check"),
    [
        (takes_neighbours_for_one, test_lookalikes_are_found_by_number_address_and_name),
        (merges_in_two_steps, test_a_merge_is_one_group),
        (merges_in_two_steps, test_what_was_typed_is_saved_with_the_conversion_or_not_at_all),
        (finds_what_was_merged, test_two_leads_become_one_and_nothing_is_lost),
        (leaves_notes_behind, test_two_leads_become_one_and_nothing_is_lost),
        (remembers_the_rows, test_an_import_is_taken_back_wherever_it_has_got_to),
        (withdraws_what_is_on_its_way, test_an_import_is_taken_back_wherever_it_has_got_to),
        (calls_for_everybody, test_whom_to_call_today),
    ],
)
def test_planted_bugs_are_caught(
    owner: Session, monkeypatch: pytest.MonkeyPatch, plant: Plant, check: Callable[[Session], None]
) -> None:
    plant(monkeypatch)
    with pytest.raises(AssertionError):
        check(owner)
