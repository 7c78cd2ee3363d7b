"""Taking a layout's rows away."""

from PySide6.QtWidgets import QLayout


def clear(layout: QLayout) -> None:
    """Out of sight at once; ended when the event that asked for it, maybe one of theirs, is over."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
