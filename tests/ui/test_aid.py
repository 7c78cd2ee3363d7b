"""The Sync screen's last row: the bundle that is looked at before it is saved, and unsent work as a file."""

import zipfile
from pathlib import Path

from pytestqt.qtbot import QtBot

from support.crawler import crawl
from support.desk import open_desk
from ui.sync_screen.aid import BundleCard, RescueCard
from ui.theme import Mode, Theme


def test_what_was_looked_at_is_saved_and_unsent_work_goes_into_a_file(
    company: Path, tmp_path: Path, theme: Theme, qtbot: QtBot
) -> None:
    with open_desk(company, tmp_path, theme, qtbot) as desk:
        desk.line.is_cut = True
        desk.mine.leads.create({"name": "Orchard House"})
        theme.apply(Mode.DARK)
        shell = desk.window.place.shell
        shell.resize(1024, 640)
        page = desk.show("sync")
        (bundle,), (rescue,) = page.findChildren(BundleCard), page.findChildren(RescueCard)
        bundle.collect.click()
        desk.settle()
        seen = bundle.preview.toPlainText()
        assert "── log.txt ──" in seen
        assert "Orchard" not in seen
        assert crawl(page) == []
        bundle.save_to(tmp_path / "bundle.zip")
        desk.settle()
        with zipfile.ZipFile(tmp_path / "bundle.zip") as archive:
            assert all(archive.read(name).decode() in seen for name in archive.namelist())
        rescue.save_to(tmp_path / "van.rescue")
        desk.settle()
        assert "at least 8" in rescue._field.error
        rescue._secret.setText("long enough")
        rescue.save_to(tmp_path / "van.rescue")
        desk.settle()
        assert shell._toast is not None
        assert "changes: 1" in shell._toast.accessibleName()
        assert b"Orchard" not in (tmp_path / "van.rescue").read_bytes()
        rescue._secret.setText("long enough")
        rescue.load_from(tmp_path / "van.rescue")
        desk.settle()
        assert "changes: 0" in shell._toast.accessibleName()  # they are all here already
