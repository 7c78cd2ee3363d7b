"""Leads in the window: nothing that was typed is lost, and what is saved is on the disk."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLineEdit

from client.views import Mark
from support.crawler import crawl
from support.desk import Desk
from support.watchdog import Watchdog
from sync.kinds import Kind
from sync.records import Money
from sync.terms import Stage
from ui import field_values
from ui.draft import Draft
from ui.drafts import Typed
from ui.leads import LeadsScreen
from ui.leads.draft import empty_texts
from ui.theme import Mode, Theme


@pytest.fixture
def leads(desk: Desk) -> LeadsScreen:
    found = desk.show("leads")
    assert isinstance(found, LeadsScreen)
    return found


def type_in(leads: LeadsScreen, name: str, text: str) -> None:
    editor = leads.inspector.form._fields[name].editor
    assert isinstance(editor, QLineEdit)
    editor.setText(text)


def names(leads: LeadsScreen) -> list[str]:
    model = leads.list.model
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_a_lead_is_entered_with_the_keyboard_and_saved(desk: Desk, leads: LeadsScreen) -> None:
    desk.press("Ctrl+N")
    desk.qtbot.keyClicks(leads.inspector.form._lines["name"], "Orchard House")
    type_in(leads, "value", "£1,800")
    desk.press("Ctrl+S")
    (line,) = desk.mine.leads.list()
    assert (line.name, line.value, line.mark) == ("Orchard House", Money(180_000, "GBP"), Mark.SAVED_HERE)
    assert leads.inspector.lead_id == line.id
    assert leads.inspector.head.badge.accessibleName().startswith("Saved here")
    assert names(leads) == ["Orchard House"]
    desk.press("Ctrl+N")
    assert [field.error for field in leads.inspector.form._fields.values() if field.has_error] == []
    type_in(leads, "name", "x")
    type_in(leads, "name", "")
    assert leads.inspector.form._fields["name"].error == "Name is needed."
    leads.inspector.forget_typed()
    assert [field.error for field in leads.inspector.form._fields.values() if field.has_error] == []


def test_save_and_new_is_ready_for_the_next_one(desk: Desk, leads: LeadsScreen) -> None:
    for name in ("One", "Two"):
        leads.new()
        type_in(leads, "name", name)
        desk.press("Ctrl+Return")
        assert leads.inspector.lead_id == ""
        assert leads.inspector.form.text("name") == ""
    assert {line.name for line in desk.mine.leads.list()} == {"One", "Two"}
    assert not desk.window.place.drafts.unsaved


def test_what_is_wrong_is_said_beside_the_field_while_typing(desk: Desk, leads: LeadsScreen) -> None:
    leads.new()
    form = leads.inspector.form
    assert not any(field.error for field in form._fields.values())
    type_in(leads, "value", "plenty")
    assert "not an amount" in form._fields["value"].error
    leads.inspector.save()
    assert form._fields["name"].error == "Name is needed."
    assert desk.mine.leads.count() == 0
    type_in(leads, "name", "x" * 201)
    assert "too long" in form._fields["name"].error
    type_in(leads, "name", "Quay Lane 91")
    type_in(leads, "value", "")
    assert not any(field.error for field in form._fields.values())


def test_the_same_phone_is_pointed_out_while_typing(desk: Desk, leads: LeadsScreen) -> None:
    known = desk.mine.leads.create({"name": "Orchard Rd 18", "phone": "020 7946 0018"})
    leads.new()
    type_in(leads, "name", "Orchard House")
    type_in(leads, "phone", "+44 20 7946 0018")
    desk.settle()
    alike = leads.inspector.alike
    assert alike.isVisible()
    assert "Orchard Rd 18" in alike.banner.accessibleName()
    assert not alike.merge.isVisible()
    alike._open.click()
    desk.settle()
    assert leads.inspector.lead_id == known
    leads.unsaved.open_first()
    assert leads.inspector.form.text("name") == "Orchard House"


def test_typing_survives_a_look_at_another_lead(desk: Desk, leads: LeadsScreen) -> None:
    first, second = (desk.mine.leads.create({"name": name}) for name in ("First", "Second"))
    leads.open(first)
    type_in(leads, "address", "7 Hill Street")
    leads.open(second)
    assert leads.inspector.form.text("address") == ""
    assert leads.unsaved.isVisible()
    assert "First" in leads.unsaved.accessibleName()
    leads.open(first)
    assert leads.inspector.form.text("address") == "7 Hill Street"
    leads.inspector.forget_typed()
    assert leads.inspector.form.text("address") == ""


def test_a_pull_does_not_overwrite_what_is_being_typed(desk: Desk, leads: LeadsScreen) -> None:
    lead = desk.office.leads.create({"name": "Dale Farm", "phone": "1", "assignee_id": desk.mine.profile.user_id})
    desk.sync()
    leads.open(lead)
    type_in(leads, "phone", "020 7946 0502")
    desk.office.leads.change(lead, {"phone": "2", "address": "Dale Lane"})
    desk.sync()
    desk.qtbot.waitUntil(lambda: leads.inspector.form.text("address") == "Dale Lane")
    assert leads.inspector.form.text("phone") == "020 7946 0502"
    assert "changed Phone meanwhile" in leads.inspector.news.accessibleName()
    desk.press("Ctrl+S")
    assert desk.mine.leads.get(lead).lead.phone == "020 7946 0502"
    assert desk.mine.leads.get(lead).lead.address == "Dale Lane"


def test_a_lead_that_goes_away_leaves_what_was_typed(desk: Desk, leads: LeadsScreen) -> None:
    lead = desk.office.leads.create({"name": "Dale Farm", "assignee_id": desk.mine.profile.user_id})
    desk.sync()
    leads.open(lead)
    type_in(leads, "phone", "020 7946 0502")
    desk.office.leads.remove(lead)
    desk.sync()
    desk.qtbot.waitUntil(lambda: "not on this device" in leads.inspector.news.accessibleName())
    leads.inspector.news.action_asked.emit()
    leads.inspector.save()
    desk.settle()
    (line,) = desk.mine.leads.list()
    assert (line.name, line.phone) == ("Dale Farm", "020 7946 0502")


def test_search_and_filters(desk: Desk, leads: LeadsScreen) -> None:
    for name, stage, source in (("Brook & Sons", "quoted", "Web"), ("Quay Lane 3", "lost", "Web"), ("Dale", "new", "")):
        desk.mine.leads.create({"name": name, "stage": stage, "source": source})
    leads.refetch()
    desk.settle()
    leads.filters.search.setText("quay")
    desk.settle()
    assert names(leads) == ["Quay Lane 3"]
    leads.filters.search.setFocus()
    desk.press("Down")
    assert leads.list.table.hasFocus()
    assert leads.inspector.form.text("name") == "Quay Lane 3"
    leads.filters.search.clear()
    leads.filters.stage.setCurrentIndex(1 + list(Stage).index(Stage.QUOTED))
    desk.settle()
    assert names(leads) == ["Brook & Sons"]
    leads.filters.stage.setCurrentIndex(0)
    leads.filters.source.setCurrentText("Web")
    leads.filters.sort.setCurrentIndex(1)
    desk.settle()
    assert names(leads) == ["Brook & Sons", "Quay Lane 3"]
    leads.filters.search.setText("nobody")
    desk.settle()
    leads._act_on_empty()
    desk.settle()
    assert len(names(leads)) == 3


def test_a_lead_becomes_a_work_order_with_what_was_just_typed(desk: Desk, leads: LeadsScreen) -> None:
    leads.open(desk.mine.leads.create({"name": "Orchard House", "need": "New boiler"}))
    type_in(leads, "address", "22 Orchard Rd")
    leads.inspector._order.click()
    assert leads.converting._what.text() == "New boiler"
    desk.press("Esc")
    assert leads.inspector.isVisible()
    leads.inspector._order.click()
    leads.converting._day.setText("someday")
    leads.converting._make.click()
    assert leads.converting.fields["day"].error.startswith("A date, like")
    leads.converting._day.clear()
    leads.converting._time.setText("9")
    leads.converting._make.click()
    assert leads.converting.fields["day"].error == "Say on which day, too."
    leads.converting._day.setText("24/12/2026")
    leads.converting._make.click()
    desk.settle()
    (order,) = desk.mine.work_orders.list("boiler", statuses=())[-1:]
    assert desk.mine.leads.list()[0].stage is Stage.WON
    assert order.address == "22 Orchard Rd"
    assert order.scheduled_start is not None
    assert order.scheduled_start.astimezone(desk.window.place.zone).isoformat().startswith("2026-12-24T09:00")
    assert leads.inspector.form.text("stage") == "won"


def test_two_leads_are_merged_and_parted_again(desk: Desk, leads: LeadsScreen) -> None:
    kept = desk.mine.leads.create({"name": "Orchard House", "phone": "020 7946 0018"})
    other = desk.mine.leads.create({"name": "Orchard Hse", "phone": "+44 20 7946 0018", "address": "22 Orchard Rd"})
    desk.mine.leads.add_note(other, "Ring after five")
    leads.open(kept)
    desk.settle()
    leads.inspector.alike.merge.click()
    assert set(leads.merging._choices) == {"name", "phone", "address"}
    leads.merging._stays.setCurrentIndex(1)
    assert leads.merging._view.kept.id == other
    leads.merging._stays.setCurrentIndex(1)
    assert leads.merging._view.kept.id == kept
    leads.merging._merge.click()
    desk.settle()
    assert names(leads) == ["Orchard House"]
    assert leads.inspector.form.text("address") == "22 Orchard Rd"
    assert [note.text for note in leads.inspector.detail.notes] == ["Ring after five"]
    leads.open(other)
    desk.settle()
    assert leads.inspector.lead_id == kept
    leads.inspector.merged.split_asked.emit(other)
    desk.settle()
    assert set(names(leads)) == {"Orchard House", "Orchard Hse"}
    leads.inspector.form._lines["name"].setText("typed")
    leads.inspector.alike.merge.click()
    assert leads._beside.currentWidget() is leads.inspector, "what was typed is saved first"


def test_two_leads_of_one_name_are_told_apart(desk: Desk, leads: LeadsScreen) -> None:
    kept = desk.mine.leads.create({"name": "Rosa Iqbal", "phone": "020 7946 0018", "source": "Phone"})
    other = desk.mine.leads.create({"name": "Rosa Iqbal", "phone": "020 7946 0018", "address": "22 Orchard Rd"})
    leads.merging.show_pair(kept, other)
    stays = leads.merging._stays
    assert [stays.itemText(place) for place in range(2)] == ["Rosa Iqbal · –", "Rosa Iqbal · 22 Orchard Rd"]
    leads.open(kept)
    desk.settle()
    leads.inspector.alike.merge.click()
    assert leads.has_unsaved
    desk.press("Escape")
    assert (leads._beside.currentWidget(), leads.has_unsaved) == (leads.inspector, False)


@pytest.mark.parametrize("size", [(1024, 640), (1280, 800)])
def test_merge_is_in_sight_however_much_two_leads_differ(
    desk: Desk, leads: LeadsScreen, size: tuple[int, int]
) -> None:
    fields = {"name": "Orchard House", "address": "22 Orchard Rd", "need": "Boiler", "source": "Phone", "stage": "new"}
    kept = desk.mine.leads.create({**fields, "phone": "020 7946 0018", "email": "a@house.example"})
    other = {name: f"Other {text}" for name, text in fields.items()} | {"stage": "quoted", "email": "b@house.example"}
    desk.mine.leads.create({**other, "phone": "+44 20 7946 0018"})
    desk.window.place.shell.resize(*size)
    leads.open(kept)
    desk.settle()
    leads.inspector.alike.merge.click()
    desk.settle()
    assert len(leads.merging._choices) >= 6
    for button in (leads.merging._merge, leads.merging._cancel):
        assert button.visibleRegion().boundingRect() == button.rect()


def test_who_is_to_be_called_can_be_picked_out(desk: Desk, leads: LeadsScreen) -> None:
    today = leads._today()
    for name, days in (("Late", -3), ("Today", 0), ("Later", 5)):
        desk.mine.leads.create({"name": name, "follow_up_on": today + timedelta(days=days)})
    leads.refetch()
    desk.settle()
    assert leads.filters.due.text().endswith("2")
    follow_ups = desk.show("today").follow_ups
    assert follow_ups.isVisible()
    follow_ups.all_asked.emit()
    desk.settle()
    assert leads.filters.due.isChecked()
    assert names(leads) == ["Late", "Today"]
    model = leads.list.model
    assert str(model.index(1, 5).data()) == "Saved here"
    desk.mine.sync.once(10)
    desk.settle()
    assert str(model.index(1, 5).data()) == "Due today"
    desk.mine.leads.change(model.item(0).id, {"stage": "won"})
    desk.settle()
    assert names(leads) == ["Today"]


def test_calls_letters_and_maps_are_handed_to_the_system(
    desk: Desk, leads: LeadsScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url.toString()))
    leads.open(desk.mine.leads.create({"name": "A", "phone": "+44 (20) 7946-0018", "address": "22 Orchard Rd"}))
    reach = leads.inspector.reach
    assert not reach.mail.isVisible()
    reach.call.click()
    reach.map.click()
    leads.open(desk.mine.leads.create({"name": "B", "email": "b&c@d.example"}))
    reach.mail.click()
    assert asked == [
        "tel:+442079460018",
        "https://www.openstreetmap.org/search?query=22 Orchard Rd",
        "mailto:b%26c@d.example",
    ]


def test_a_file_is_looked_at_taken_in_and_not_taken_twice(desk: Desk, leads: LeadsScreen, tmp_path: Path) -> None:
    file = tmp_path / "leads.csv"
    rows = "".join(f"Person {number};0207 94{number:04};{number * 10}\n" for number in range(40))
    file.write_text(f"Full name;Phone;Wert\n{rows}Bad;1;plenty\n", encoding="utf-16")
    panel = leads.import_panel
    for added in (40, 0):
        panel.read(file)
        desk.settle()
        assert panel._preview.columns["value"] == ("Wert",)
        assert "Line 42" in panel._problems.text()
        assert len(panel._preview.good) == added
        panel._run()
        desk.settle()
    assert desk.mine.leads.count() == 40
    assert not panel._take_back.isVisible(), "nothing was added the second time"
    panel.read(tmp_path / "nothing.csv")
    desk.settle()
    assert "can't be read" in panel._trouble.accessibleName()


def test_an_import_is_taken_back(desk: Desk, leads: LeadsScreen, tmp_path: Path) -> None:
    file = tmp_path / "leads.csv"
    file.write_text("Name,Phone\n" + "".join(f"Person {number},0207 94{number:04}\n" for number in range(30)))
    panel = leads.import_panel
    for sent, left in ((0, 0), (1, 30)):
        panel.read(file)
        desk.settle()
        panel._run()
        desk.settle()
        if sent:
            desk.mine.sync.once(10)
        panel._take_back.click()
        desk.settle()
        assert not panel._take_back.isVisible()
        assert desk.mine.leads.count() == left, "a worker deletes no lead that was sent"
    assert "30" in panel._says.text()


def test_one_lead_is_imported_as_one(desk: Desk, leads: LeadsScreen, tmp_path: Path) -> None:
    file = tmp_path / "leads.csv"
    file.write_text("Name,Phone\nAda Nowak,0207 94001\n")
    leads.import_panel.read(file)
    desk.settle()
    assert leads.import_panel._start.text() == "Import 1 lead"


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
@pytest.mark.parametrize("size", [(1024, 640), (1440, 900)])
def test_nobody_stumbles_here(desk: Desk, leads: LeadsScreen, theme: Theme, mode: Mode, size: tuple[int, int]) -> None:
    shell = desk.window.place.shell
    shell.resize(*size)
    theme.apply(mode)
    desk.settle()
    assert crawl(shell) == []
    desk.mine.leads.create({"name": "Orchard Rd 18", "phone": "020 7946 0018", "stage": "quoted"})
    leads.open(desk.mine.leads.create({"name": "Orchard House", "value": Money(180_000, "GBP")}))
    type_in(leads, "phone", "020 7946 0018")
    desk.settle()
    assert crawl(shell) == []
    leads.new()
    leads.inspector.save()
    desk.settle()
    assert crawl(shell) == []


def test_a_draft_keeps_only_what_differs() -> None:
    draft = Draft(empty_texts(), Typed(Kind.LEAD, "id", lambda _typed: None))
    draft.put("name", "A")
    draft.put("phone", "1")
    draft.put("phone", "")
    assert draft.typed == {"name": "A"}
    assert draft.rebase(empty_texts() | {"name": "B", "phone": "2"}) == {"name": "B"}
    assert (draft.texts["name"], draft.texts["phone"]) == ("A", "2")
    assert draft.rebase(empty_texts() | {"name": "A"}) == {}
    assert not draft.is_dirty


def test_typed_texts_become_values() -> None:
    fields, problems = field_values.read({"value": "£1,200.50", "follow_up_on": "24/12/2026", "name": "A"}, "GBP")
    assert not problems
    assert fields["value"] == Money(120_050, "GBP")
    assert str(fields["follow_up_on"]) == "2026-12-24"
    assert [one.field for one in field_values.read({"value": "x", "follow_up_on": "someday"}, "GBP")[1]] == [
        "value",
        "follow_up_on",
    ]


@pytest.mark.long
def test_a_hundred_thousand_scroll_and_search_without_a_stutter(desk: Desk, leads: LeadsScreen) -> None:
    lines = (f"Lead {n % 977} Street {n},020 7946 {n:06},{n} Mill Road,Web" for n in range(100_000))
    importer = desk.mine.leads.start_import()
    importer.run(importer.preview("\n".join(("name,phone,address,source", *lines)).encode()))
    desk.settle()
    fetched: list[int] = []
    read = desk.mine.leads.list

    def counted(*args: Any, **options: Any) -> Any:
        found = read(*args, **options)
        fetched.append(len(found))
        return found

    desk.mine.leads.list = counted
    bar = leads.list.table.verticalScrollBar()
    with Watchdog() as watchdog:
        leads.filters.search.setText("")
        leads._show_listing()
        for step in range(40):
            bar.setValue(bar.maximum() * step // 39)
            desk.qtbot.wait(10)
        for text in ("s", "st", "str", "street 99", "street 9946"):
            leads.filters.search.setText(text)
            desk.qtbot.wait(30)
        desk.settle()
    assert "Street 9946" in names(leads)[0]
    assert sum(fetched) <= 60 * 100
    assert watchdog.busiest < 0.05
    print(f"busiest {watchdog.busiest * 1000:.0f} ms, {len(fetched)} reads, {sum(fetched)} rows")
