"""A painted picture that a screen reader can read as a sentence."""

from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class Picture(QLabel):
    """A QLabel without text, since Qt tells assistive tools of labels but not of bare widgets."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def describe(self, sentence: str) -> None:
        if sentence != self.accessibleDescription():
            self.setAccessibleDescription(sentence)
