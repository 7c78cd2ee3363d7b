from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from ui.theme import Mode, Theme


@pytest.fixture(scope="session")
def _theme(qapp: QApplication) -> Theme:
    QLocale.setDefault(QLocale("en_GB"))
    return Theme(qapp)


@pytest.fixture(autouse=True)
def theme(_theme: Theme) -> Iterator[Theme]:
    """Light at scale 1, whatever the test before did."""
    _theme.apply(Mode.LIGHT)
    yield _theme
    _theme.apply(Mode.LIGHT)
