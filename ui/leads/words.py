"""What the fields of a lead are called."""

from PySide6.QtCore import QCoreApplication


def field_word(name: str) -> str:
    tr = QCoreApplication.translate
    return {
        "name": tr("lead", "Name"),
        "phone": tr("lead", "Phone"),
        "email": tr("lead", "Email"),
        "address": tr("lead", "Address"),
        "need": tr("lead", "What they need"),
        "source": tr("lead", "Source"),
        "stage": tr("lead", "Stage"),
        "assignee_id": tr("lead", "Assigned to"),
        "value": tr("lead", "Value"),
        "follow_up_on": tr("lead", "Follow up on"),
    }[name]
