"""Sync and Needs attention: what is so, and every way out of trouble."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from client.views import Fetching, FetchStage, Link, Mark, Review, SyncItem
from support.crawler import crawl
from support.desk import Desk
from support.window import click_row
from sync.ids import id_maker
from sync.kinds import Kind
from sync.terms import Choice, Stage, Status
from ui import undoing
from ui.attention import AttentionScreen
from ui.attention.review import Rows
from ui.attention.screen import under_causes
from ui.sync_screen import SyncScreen
from ui.theme import Mode, Theme
from ui.widgets.badge import SyncMark
from ui.widgets.button import Button
from ui.widgets.pill import Connection, PillValue
from ui.widgets.text import Text


def sync_screen(desk: Desk) -> SyncScreen:
    found = desk.show("sync")
    assert isinstance(found, SyncScreen)
    return found


def attention(desk: Desk) -> AttentionScreen:
    found = desk.show("attention")
    assert isinstance(found, AttentionScreen)
    return found


def told(screen: SyncScreen, mark: SyncMark) -> str:
    return screen.tiles[mark].accessibleDescription()


def rows(screen: SyncScreen) -> list[tuple[str, ...]]:
    model = screen.changes.model
    return [tuple(cell.plain() for cell in row.cells) for row in model.rows]


def quarrel(desk: Desk) -> str:
    """Both change the same lead; mine is refused."""
    lead = desk.office.leads.create({"name": "Harbour Café", "phone": "1", "assignee_id": desk.mine.profile.user_id})
    desk.sync()
    desk.office.leads.change(lead, {"phone": "020 7946 0299", "stage": "won"})
    desk.office.sync.once(10)
    desk.mine.leads.change(lead, {"phone": "020 7946 0018", "stage": "quoted", "address": "1 Pier"})
    desk.mine.sync.once(10)
    desk.settle()
    return lead


def refusal(desk: Desk) -> str:
    """A lead that the server refuses, with a note that waits behind it."""
    lead = desk.slip_past_the_rules(Kind.LEAD, {"name": "Quay Lane 91", "phone": "0" * 220})
    desk.mine.leads.add_note(lead, "Rings after six")
    desk.mine.sync.once(10)
    desk.settle()
    return lead


def test_counts_are_of_records_and_words_are_the_same(desk: Desk) -> None:
    desk.line.is_cut = True
    lead = desk.mine.leads.create({"name": "Orchard House"})
    desk.mine.leads.change(lead, {"phone": "1"})
    screen = sync_screen(desk)
    desk.window.place.bridge.look_at_status()
    desk.settle()
    assert told(screen, SyncMark.SAVED).startswith("1.")
    assert [row[0] for row in rows(screen)] == ["New lead", "Phone changed"]
    assert rows(screen)[0][3] == "Saved here"
    desk.line.is_cut = False
    desk.sync()
    desk.window.place.bridge.look_at_status()
    desk.settle()
    assert told(screen, SyncMark.SAVED).startswith("0.")
    assert told(screen, SyncMark.SENT).startswith("1.")
    assert {row[3] for row in rows(screen)} == {"Sent"}
    screen.changes.which.setCurrentIndex(1)
    desk.settle()
    assert rows(screen) == []


def test_undo_takes_back_what_was_not_sent_and_can_be_taken_back(desk: Desk) -> None:
    desk.mine.leads.create({"name": "Orchard House"})
    screen = sync_screen(desk)
    press_in_row(screen, 0, "Undo: New lead")
    desk.settle()
    assert desk.mine.leads.count() == 0
    toast = desk.window.place.shell._toast
    assert toast.accessibleName() == "New lead: undone, and kept in the trash for 30 days."
    toast._act()
    desk.settle()
    assert desk.mine.leads.count() == 1


def test_the_last_change_is_undone_by_key_until_it_is_sent(desk: Desk) -> None:
    desk.mine.leads.create({"name": "First"})
    desk.mine.leads.create({"name": "Second"})
    desk.show("today")
    desk.press("Ctrl+Z")
    assert [line.name for line in desk.mine.leads.list()] == ["First"]
    desk.sync()
    desk.press("Ctrl+Z")
    assert "with the server already" in desk.window.place.shell._toast.accessibleName()
    assert [line.name for line in desk.mine.leads.list()] == ["First"]


def test_what_was_just_saved_has_a_way_back(desk: Desk) -> None:
    desk.mine.leads.create({"name": "Orchard House"})
    undoing.offer_undo(desk.window.place, "Saved on this device")
    desk.mine.leads.create({"name": "Made meanwhile"})
    desk.window.place.shell._toast._act()
    desk.settle()
    assert [line.name for line in desk.mine.leads.list()] == ["Made meanwhile"]
    desk.sync()
    undoing.offer_undo(desk.window.place, "Saved on this device")
    assert desk.window.place.shell._toast.accessibleName() == "Saved on this device"
    assert "Undo" not in [button.text() for button in desk.window.place.shell._toast.findChildren(Button)]


def test_each_row_shows_its_tries_and_what_can_be_done(desk: Desk) -> None:
    refusal(desk)
    desk.line.is_cut = True
    desk.mine.leads.create({"name": "Waits"})
    desk.mine.sync.once(0)
    screen = sync_screen(desk)
    shown = [
        (row.cells[4].text, [button.text() for button in buttons_in(screen, position)])
        for position, row in enumerate(screen.changes.model.rows[:3])
    ]
    assert shown == [("1", ["Look at it", "Retry"]), ("1", ["Look at it"]), ("1", ["Undo"])]
    press_in_row(screen, 0, f"Retry: {screen.changes._items[0].what}")
    desk.settle()
    assert desk.mine.sync.attention() == ()


def buttons_in(screen: Any, position: int) -> list[Button]:
    found: list[Button] = screen.changes.rows.buttons(position)
    return found


def press_in_row(screen: Any, position: int, name: str) -> None:
    next(button for button in buttons_in(screen, position) if button.accessibleName() == name).click()


def test_pause_and_resume(desk: Desk) -> None:
    desk.mine.start()
    screen = sync_screen(desk)
    desk.qtbot.waitUntil(lambda: desk.window.place.bridge.status.link is Link.ONLINE)
    screen._pause.click()
    desk.qtbot.waitUntil(lambda: desk.window.place.bridge.status.link is Link.PAUSED)
    assert screen._pause.text() == "Resume"
    screen._pause.click()
    desk.qtbot.waitUntil(lambda: screen._pause.text() == "Pause")


def test_a_copy_of_unsent_data_and_the_check(desk: Desk, tmp_path: Path) -> None:
    desk.line.is_cut = True
    desk.mine.leads.create({"name": "Orchard House"})
    screen = sync_screen(desk)
    screen.export(tmp_path / "copy.jsonl")
    desk.settle()
    lines = (tmp_path / "copy.jsonl").read_text().splitlines()
    assert any("Orchard House" in json.dumps(json.loads(line)) for line in lines)
    assert len(desk.mine.sync.waiting()) == 1
    screen._check.click()
    desk.settle()
    assert screen._checks.isVisible()
    assert crawl(desk.window.place.shell) == []


def test_comparing_says_in_words_what_it_found(desk: Desk) -> None:
    desk.sync()
    screen = sync_screen(desk)
    screen._compare.click()
    desk.settle()
    said = [text.text() for text in screen._checks.findChildren(Text) if text.isVisible()]
    assert "Everything that is kept here is as on the server." in said


def test_the_first_sync_is_shown_by_stage(desk: Desk) -> None:
    screen = sync_screen(desk)
    assert not screen._fetching.isVisible()
    status = desk.window.place.bridge.status
    screen._show_status(replace(status, fetching=Fetching(FetchStage.WORK, 120, 340)))
    assert screen._fetching.isVisible()
    assert "120 of 340" in screen._fetching._says.text()
    assert crawl(desk.window.place.shell) == []
    desk.window.place.shell.resize(1024, 640)
    assert crawl(desk.window.place.shell) == []


def test_a_conflict_is_decided_field_by_field(desk: Desk) -> None:
    lead = quarrel(desk)
    screen = attention(desk)
    desk.window.place.bridge.look_at_status()
    assert desk.window.place.shell.pill.value == PillValue(Connection.ATTENTION, attention=1)
    assert screen.review.isVisible()
    (review,) = screen.items
    assert isinstance(review, Review)
    phone, stage = review.conflicts
    assert (phone.field, phone.before, phone.kept, phone.lost) == ("phone", "1", "020 7946 0018", "020 7946 0299")
    assert (stage.field, stage.is_kept_mine, stage.lost_by) == ("stage", True, desk.office.profile.name)
    screen.review.rows.keep(phone.id, Choice.LOST)
    screen.review.decide()
    desk.settle()
    desk.sync()
    kept = desk.office.leads.get(lead).lead
    assert (kept.phone, kept.stage, kept.address) == ("020 7946 0299", Stage.QUOTED, "1 Pier")
    assert desk.mine.conflicts.undecided() == desk.office.conflicts.undecided() == ()
    assert screen.items == ()


@pytest.mark.parametrize(
    ("choice", "phone"), [(Choice.KEPT, "020 7946 0018"), (Choice.LOST, "020 7946 0299")], ids=["mine", "theirs"]
)
def test_a_conflict_is_decided_as_a_whole(desk: Desk, choice: Choice, phone: str) -> None:
    lead = quarrel(desk)
    review = attention(desk).review
    for conflict in desk.mine.conflicts.undecided():
        review.rows.keep(conflict.id, choice)
    review.decide()
    desk.settle()
    desk.sync()
    kept = desk.office.leads.get(lead).lead
    assert (kept.phone, kept.address) == (phone, "1 Pier")


def test_who_was_not_part_of_it_sees_what_is_in_place_and_what_is_not(desk: Desk) -> None:
    quarrel(desk)
    desk.office.sync.once(10)
    (review,) = desk.office.conflicts.reviews()
    assert all(item.is_lost_mine for item in review.conflicts)
    strangers = tuple(replace(item, is_lost_mine=False, is_kept_mine=False) for item in review.conflicts)
    place = desk.window.place
    rows = Rows(replace(review, conflicts=strangers), place, place.drafts.of("attention/review", "strangers"))
    texts = [text.text() for text in rows.findChildren(Text)]
    assert texts[:5] == ["Field", "Before", "In place", "Set aside", "Keep"]
    assert [choice for _, choice in rows.decisions()] == [Choice.KEPT] * 2
    rows.keep(strangers[0].id, Choice.LOST)
    assert [choice for _, choice in rows.decisions()] == [Choice.LOST, Choice.KEPT]


def test_a_choice_that_came_too_late_is_told(desk: Desk) -> None:
    quarrel(desk)
    screen = attention(desk)
    for conflict in desk.mine.conflicts.undecided():
        desk.mine.conflicts.decide(conflict.id, Choice.KEPT)
    screen.review.decide()
    desk.settle()
    assert "decided already" in desk.window.place.shell._toast.accessibleName()
    assert screen.items == ()


def test_what_is_wrong_is_mended_in_place_and_frees_what_waits(desk: Desk) -> None:
    lead = refusal(desk)
    screen = attention(desk)
    assert [bool(item.cause) for item in screen.items] == [False, True]
    screen.panel.start_fixing()
    form = screen.panel.form
    assert "too long" in form._fields["phone"].error
    form.put("phone", "020 7946 0744")
    screen.next_item()
    assert screen.panel.item.cause is not None
    screen.panel._ask_cause()
    assert screen.panel.form.text("phone") == "020 7946 0744"
    screen.panel.form.save()
    desk.settle()
    desk.sync()
    assert desk.mine.sync.attention() == ()
    sent = desk.office.leads.get(lead)
    assert (sent.lead.phone, [note.text for note in sent.notes]) == ("020 7946 0744", ["Rings after six"])


def test_a_form_refuses_what_the_rules_refuse_and_keeps_it(desk: Desk) -> None:
    refusal(desk)
    panel = attention(desk).panel
    panel.start_fixing()
    panel.form.put("phone", "9" * 201)
    panel.form.save()
    desk.settle()
    assert "too long" in panel.form._fields["phone"].error
    assert panel.form.text("phone") == "9" * 201


def test_discarding_asks_first_and_the_trash_gives_back(desk: Desk) -> None:
    lead = refusal(desk)
    screen = attention(desk)
    screen.panel._discard.click()
    assert screen.panel.question.isVisible()
    assert len(desk.mine.sync.attention()) == 2
    screen.panel.question._take()
    desk.settle()
    assert screen.items == ()
    assert desk.mine.sync.attention() == ()
    screen._trash_tab.click()
    desk.settle()
    click_row(screen.trash.table, 0, desk.qtbot)
    screen.trash.bring_back.click()
    desk.settle()
    assert desk.mine.sync.trash() == ()
    assert next(item.record_id for item in desk.mine.sync.waiting()) == lead


def test_a_step_that_lost_against_another_is_told_plainly(desk: Desk) -> None:
    order = desk.mine.work_orders.today()[0].id
    desk.office.work_orders.set_status(order, Status.CANCELLED)
    desk.office.sync.once(10)
    desk.mine.work_orders.set_status(order, Status.EN_ROUTE)
    desk.mine.sync.once(10)
    screen = attention(desk)
    (review,) = screen.items
    assert isinstance(review, Review)
    assert (review.conflicts[0].kept, review.conflicts[0].lost) == ("cancelled", "en_route")
    screen.review.decide()
    desk.settle()
    assert desk.mine.work_orders.get(order).work_order.status is Status.CANCELLED


def test_f8_goes_from_one_to_the_next(desk: Desk) -> None:
    quarrel(desk)
    refusal(desk)
    desk.show("leads")
    keys = []
    for _ in range(4):
        desk.press("F8")
        keys.append(desk.page("attention").open_key)
    assert len(set(keys[:3])) == 3
    assert keys[3] == keys[0]


def test_models_are_proper(desk: Desk) -> None:
    screen, changes = attention(desk), sync_screen(desk).changes
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(model, fatal) for model in (screen._model, screen.trash.model, changes.model)]
    quarrel(desk)
    refusal(desk)
    for key in ("attention", "sync"):
        desk.show(key)
    assert all(tester.model().rowCount() >= 0 for tester in testers)


def test_held_items_stand_under_their_cause(desk: Desk) -> None:
    new_id = id_maker(desk.window.place.session._desk.clock, __import__("random").Random(1))
    keys = [new_id() for _ in range(4)]
    causes = (None, None, keys[0], keys[2])
    made = tuple(
        SyncItem(key, "", "", Kind.LEAD, key, desk.window.place.now(), Mark.NEEDS_ATTENTION, cause=cause)
        for key, cause in zip(keys, causes, strict=True)
    )
    assert [item.key for item in under_causes(made)] == [keys[0], keys[2], keys[3], keys[1]]


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
@pytest.mark.parametrize("size", [(1024, 640), (1440, 900)])
def test_nobody_stumbles_here(desk: Desk, theme: Theme, mode: Mode, size: tuple[int, int]) -> None:
    shell = desk.window.place.shell
    shell.resize(*size)
    theme.apply(mode)
    for key in ("sync", "attention"):
        desk.show(key)
        assert crawl(shell) == []
    quarrel(desk)
    refusal(desk)
    sync_screen(desk)
    assert crawl(shell) == []
    screen = attention(desk)
    for _ in range(3):
        assert crawl(shell) == []
        screen.panel.start_fixing()
        desk.settle()
        assert crawl(shell) == []
        screen.next_item()
    screen._trash_tab.click()
    assert crawl(shell) == []
