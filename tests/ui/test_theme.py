from PySide6.QtGui import QFontDatabase, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui import icon, look
from ui.look import Kind
from ui.palette import DARK, LIGHT, Role
from ui.theme import Mode, Theme
from ui.widgets.text import Text


def test_palette_and_style_follow_the_mode(theme: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    for mode, colors in ((Mode.DARK, DARK), (Mode.LIGHT, LIGHT)):
        theme.apply(mode)
        assert qapp.palette().color(QPalette.ColorRole.Window).name() == colors[Role.BACKGROUND]
        assert colors[Role.OUTLINE] in window.styleSheet()


def test_system_mode_follows_the_system(theme: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(Mode.SYSTEM)
    with qtbot.waitSignal(theme.changed):
        qapp.styleHints().colorSchemeChanged.emit(qapp.styleHints().colorScheme())


def test_a_chosen_mode_ignores_the_system(theme: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(Mode.DARK)
    with qtbot.assertNotEmitted(theme.changed):
        qapp.styleHints().colorSchemeChanged.emit(qapp.styleHints().colorScheme())


def test_the_font_is_bundled_and_scales(theme: Theme, qtbot: QtBot) -> None:
    assert look.FAMILY in QFontDatabase.families()
    label = Text("Orchard House", Kind.TITLE)
    qtbot.addWidget(label)
    before = label.sizeHint()
    theme.apply(Mode.LIGHT, scale=1.5)
    assert label.sizeHint().width() > before.width() * 1.3
    assert look.touch() == 66


def test_digits_are_equally_wide_where_they_tick(qtbot: QtBot) -> None:
    metrics = QFontMetricsF(look.font(Kind.CLOCK, tabular=True))
    assert len({round(metrics.horizontalAdvance(digit), 2) for digit in "0123456789"}) == 1
    assert metrics.horizontalAdvance("1:11:11") == metrics.horizontalAdvance("8:08:08")


def test_labels_take_the_colour_of_the_new_theme(theme: Theme, qtbot: QtBot) -> None:
    label = Text("Saved", ink=Role.MUTED)
    qtbot.addWidget(label)
    label.show()
    theme.apply(Mode.DARK)
    assert label.palette().color(QPalette.ColorRole.WindowText).name() == DARK[Role.MUTED]


def test_every_icon_is_drawn_in_the_asked_colour_and_density(qapp: QApplication) -> None:
    color = look.ink(Role.BRAND, on=Role.SURFACE)
    assert len(icon.names()) >= 40
    for name in icon.names():
        image = icon.pixmap(name, color, 20, density=2).toImage()
        solid = {
            image.pixelColor(x, y).name()
            for x in range(image.width())
            for y in range(image.height())
            if image.pixelColor(x, y).alpha() == 255
        }
        assert image.width() == 40
        assert solid == {color.name()}, name


def test_the_licences_are_beside_what_they_cover() -> None:
    assert "ISC" in (icon.FOLDER / "LICENSE").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE" in (icon.FOLDER.parent / "fonts" / "LICENSE").read_text(encoding="utf-8")


def test_a_bare_page_has_the_background(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    assert page.palette().color(QPalette.ColorRole.Window).name() == LIGHT[Role.BACKGROUND]
