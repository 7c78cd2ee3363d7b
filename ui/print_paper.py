"""Puts a document on A4 as a PDF, in a window's process as in a command's that has none."""

import os
from collections.abc import Mapping
from html import escape
from pathlib import Path

from PySide6.QtCore import QMarginsF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QFont,
    QImage,
    QImageReader,
    QPageLayout,
    QPageSize,
    QPaintDevice,
    QPdfWriter,
    QTextDocument,
)
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from ui.look import FAMILY
from ui.palette import LIGHT, Role
from ui.theme import load_fonts

_DOTS_PER_INCH = 144
_MARGIN = 16  # millimetres
_POINTS = 9.5
_WIDEST = 1_400
"""Of a picture, in pixels: enough for half a page, and a report of forty photos can still be mailed."""
_STYLE = f"""
h1 {{ font-size: 17pt; margin-top: 4px; margin-bottom: 8px }}
h2 {{ font-size: 11pt; margin-top: 18px; margin-bottom: 4px }}
p {{ margin-top: 0px; margin-bottom: 3px }} td {{ padding-top: 2px; padding-bottom: 2px; padding-right: 12px }}
.muted {{ color: {LIGHT[Role.MUTED]} }}
"""
_own: list[QApplication] = []


def text(value: str) -> str:
    """What people typed, as text and nothing else; line breaks stay."""
    return escape(value).replace("\n", "<br>")


def write_pdf(title: str, html: str, file: Path, pictures: Mapping[str, Path] | None = None) -> None:
    """`pictures` are by the names that the page calls them by. Raises `OSError` where the file can't be written."""
    _begin()
    file.open("ab").close()  # Qt would only print a warning
    writer = QPdfWriter(str(file))
    writer.setTitle(title)
    writer.setResolution(_DOTS_PER_INCH)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN),
            QPageLayout.Unit.Millimeter,
        )
    )
    document = _document(html, writer, pictures or {})
    document.setPageSize(QSizeF(writer.width(), writer.height()))
    document.print_(writer)


def print_page(html: str, printer: QPrinter) -> None:
    """On the paper that a person chose."""
    document = _document(html, printer, {})
    document.setPageSize(QSizeF(printer.pageRect(QPrinter.Unit.DevicePixel).size()))
    document.print_(printer)


def _document(html: str, device: QPaintDevice, pictures: Mapping[str, Path]) -> QTextDocument:
    document = QTextDocument()
    document.documentLayout().setPaintDevice(device)
    document.setDocumentMargin(0)
    font = QFont(FAMILY)
    font.setPointSizeF(_POINTS)
    document.setDefaultFont(font)
    document.setDefaultStyleSheet(_STYLE)
    for name, picture in pictures.items():
        document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), _read(picture))
    document.setHtml(html)
    return document


def _read(file: Path) -> QImage:
    reader = QImageReader(str(file))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.width() > _WIDEST:
        reader.setScaledSize(size.scaled(_WIDEST, size.height(), Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


def _begin() -> None:
    """Fonts belong to an application; a command has none, and needs no display for one."""
    if QApplication.instance() is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _own.append(QApplication(["streamflow"]))
    load_fonts()
