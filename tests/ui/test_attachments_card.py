"""Attachments in the window: added, shown, fetched, removed and signed, with the keyboard as well."""

from pathlib import Path

import pytest
import shiboken6
from PIL import Image
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDesktopServices, QDropEvent, QImage, QMouseEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from client.views import AttachmentLine, Where
from support.desk import Desk
from sync.kinds import Kind
from sync.terms import Purpose, Status
from ui.attachments.card import AttachmentsCard
from ui.attachments.pad import SignaturePad
from ui.attachments.row import AttachmentRow, Thumbnail, where_badge
from ui.work_orders.detail import WorkOrderPage


@pytest.fixture
def page(desk: Desk) -> WorkOrderPage:
    customer = desk.office.customers.create({"name": "J. Fenwick"})
    mine = {"assignee_id": desk.mine.profile.user_id, "status": Status.ASSIGNED, "customer_id": customer}
    order_id = desk.office.work_orders.create({"title": "Boiler service", **mine})
    desk.sync()
    desk.show("work-orders").open(order_id)
    desk.settle()
    found = desk.window.place.shell.findChild(WorkOrderPage)
    assert isinstance(found, WorkOrderPage)
    return found


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    file = tmp_path / "boiler.jpg"
    Image.new("RGB", (640, 480), "teal").save(file)
    return file


def rows(card: AttachmentsCard) -> list[AttachmentRow]:
    return [row for row in card.findChildren(AttachmentRow) if row.isVisible()]


def line(row: AttachmentRow) -> AttachmentLine:
    assert row.line is not None
    return row.line


def go_to(desk: Desk, widget: QWidget) -> None:
    """With Tab, as far as it takes; not for ever."""
    for _ in range(12):
        if widget.hasFocus():
            return
        desk.press("Tab")
    raise AssertionError(f"Tab does not lead to {widget.accessibleName()}")


def test_a_photo_is_chosen_and_shown(
    desk: Desk, page: WorkOrderPage, photo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(photo)], ""))
    page.cards.attachments._add.click()
    desk.settle()
    (row,) = rows(page.cards.attachments)
    assert row.accessibleName() == "boiler.jpg, On this device"
    assert not page.cards.attachments._none.isVisible()
    shown = row.findChild(Thumbnail).grab().toImage()  # type: ignore[union-attr]  # it has one
    color = shown.pixelColor(shown.rect().center())
    assert abs(color.hue() - QColor("teal").hue()) < 5
    desk.sync()
    assert rows(page.cards.attachments)[0].accessibleName() == "boiler.jpg, Sent"


def test_a_file_is_dropped(desk: Desk, page: WorkOrderPage, photo: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(photo))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    page.cards.attachments.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys))
    desk.settle()
    assert [line(row).name for row in rows(page.cards.attachments)] == ["boiler.jpg"]


def test_what_cannot_be_attached_is_told_on_the_card(desk: Desk, page: WorkOrderPage, tmp_path: Path) -> None:
    page.cards.attachments.attach([tmp_path / "missing.jpg"])
    desk.settle()
    assert "can't be read" in page.cards.attachments._trouble.text()
    assert page.cards.attachments._trouble.isVisible()


def test_a_colleagues_photo_is_fetched_opened_and_saved(
    desk: Desk, page: WorkOrderPage, photo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.office.attachments.attach(Kind.WORK_ORDER, page.order_id, photo)
    desk.sync()
    desk.sync()
    (row,) = rows(page.cards.attachments)
    assert line(row).where is Where.THERE
    assert row._act.text() == "Fetch"
    row._act.click()
    desk.sync()
    assert line(row).where is Where.SENT
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: (opened.append(url), True)[1])
    row._act.click()
    desk.settle()
    assert Path(opened[0].toLocalFile()).read_bytes()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "copy.jpg"), ""))
    menu = row.menu()
    assert menu is not None
    menu.actions()[0].trigger()
    desk.settle()
    assert (tmp_path / "copy.jpg").is_file()
    assert not menu.actions()[1].isEnabled()  # somebody else's


def test_removing_asks_first(desk: Desk, page: WorkOrderPage, photo: Path) -> None:
    page.cards.attachments.attach([photo])
    desk.settle()
    menu = rows(page.cards.attachments)[0].menu()
    assert menu is not None
    menu.actions()[1].trigger()
    assert page.cards.attachments.question.isVisible()
    assert len(rows(page.cards.attachments)) == 1
    page.cards.attachments.question._form.yes.click()
    desk.settle()
    assert rows(page.cards.attachments) == []


def draw(pad: SignaturePad, points: list[QPointF]) -> None:
    kinds = [QEvent.Type.MouseButtonPress, *[QEvent.Type.MouseMove] * (len(points) - 1), QEvent.Type.MouseButtonRelease]
    left, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for kind, at in zip(kinds, [*points, points[-1]], strict=True):
        QApplication.sendEvent(pad, QMouseEvent(kind, at, pad.mapToGlobal(at), left, left, keys))


def test_signing_with_the_mouse(desk: Desk, page: WorkOrderPage) -> None:
    page.cards.attachments._sign.click()
    signing = page.cards.signing
    assert signing.isVisible()
    assert signing._name.text() == "J. Fenwick"
    assert not signing._save.isEnabled()
    draw(signing.pad, [QPointF(x, 60 + x % 40) for x in range(50, 300, 10)])
    assert signing._save.isEnabled()
    picture = QImage.fromData(signing.pad.picture("J. Fenwick · today"))
    assert picture.width() == 900
    assert any(picture.pixelColor(x, y).lightness() < 128 for x in range(0, 900, 3) for y in range(0, 300, 3))
    signing._save.click()
    desk.settle()
    assert not signing.isVisible()
    (row,) = rows(page.cards.attachments)
    assert (line(row).name, line(row).purpose) == ("Signature of J. Fenwick.png", Purpose.SIGNATURE)


def test_who_leaves_while_a_signature_is_saved_has_it(desk: Desk, page: WorkOrderPage) -> None:
    order_id, signing = page.cards.attachments._subject_id, page.cards.signing
    signing.ask("J. Fenwick")
    signing._write_name()
    signing.save()
    signing.close_it()
    desk.window.place.shell.back()
    desk.settle()
    assert not shiboken6.isValid(page)
    assert not shiboken6.isValid(signing)
    (kept,) = desk.mine.attachments.of(order_id)
    assert kept.purpose == Purpose.SIGNATURE


def test_signing_with_the_keyboard_alone(desk: Desk, page: WorkOrderPage) -> None:
    page.cards.attachments._sign.setFocus(Qt.FocusReason.TabFocusReason)
    desk.press("Space")
    signing = page.cards.signing
    assert signing.isVisible()
    go_to(desk, signing._typed)
    desk.press("Space")
    assert not signing.pad.is_empty
    go_to(desk, signing._save)
    desk.press("Space")
    assert [line(row).purpose for row in rows(page.cards.attachments)] == [Purpose.SIGNATURE]


def test_a_lead_has_attachments_too(desk: Desk, photo: Path) -> None:
    lead = desk.mine.leads.create({"name": "Ann"})
    desk.mine.attachments.attach(Kind.LEAD, lead, photo)
    screen = desk.show("leads")
    screen.open(lead)
    desk.settle()
    assert [line(row).name for row in rows(screen.inspector.attachments)] == ["boiler.jpg"]


@pytest.mark.parametrize("where", list(Where))
def test_every_state_has_its_words_and_its_shape(desk: Desk, page: WorkOrderPage, photo: Path, where: Where) -> None:
    desk.mine.attachments.attach(Kind.WORK_ORDER, page.order_id, photo)
    (given,) = desk.mine.attachments.of(page.order_id)
    badge = where_badge(type(given)(**{**vars(given), "where": where, "share": 0.42}))
    assert badge.word
    assert badge.sign
    assert ("42 %" in badge.word) == (where in (Where.SENDING, Where.FETCHING))


def test_a_preview_that_floods_is_not_decoded(desk: Desk, page: WorkOrderPage, photo: Path, tmp_path: Path) -> None:
    desk.mine.attachments.attach(Kind.WORK_ORDER, page.order_id, photo)
    (given,) = desk.mine.attachments.of(page.order_id)
    flood = tmp_path / "flood.jpg"
    Image.new("RGB", (5_000, 5_000)).save(flood)
    shown = Thumbnail()
    shown.show_line(type(given)(**{**vars(given), "preview": flood}))
    assert shown._shown.isNull()


def test_what_is_held_back_says_so(desk: Desk, page: WorkOrderPage, photo: Path) -> None:
    desk.mine.settings.put("attachments_network", "held")
    page.cards.attachments.attach([photo])
    desk.sync()
    assert line(rows(page.cards.attachments)[0]).where is Where.HERE
    assert "waits" in page.cards.attachments._waits.text()
    desk.mine.settings.put("attachments_network", "any")
    desk.sync()
    assert line(rows(page.cards.attachments)[0]).where is Where.SENT
    assert page.cards.attachments._waits.isHidden()


def test_a_row_fits_beside_the_list_of_leads(desk: Desk, photo: Path) -> None:
    lead = desk.mine.leads.create({"name": "Ann"})
    desk.mine.attachments.attach(Kind.LEAD, lead, photo)
    screen = desk.show("leads")
    screen.open(lead)
    desk.settle()
    area = screen.inspector._area
    assert area.widget().minimumSizeHint().width() <= area.viewport().width()
