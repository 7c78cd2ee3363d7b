"""What the fields of a lead are called."""

from sync.language import translate


def field_word(name: str) -> str:
    return {
        "name": translate("lead", "Name"),
        "phone": translate("lead", "Phone"),
        "email": translate("lead", "E-mail"),
        "address": translate("lead", "Address"),
        "need": translate("lead", "What they need"),
        "source": translate("lead", "Source"),
        "stage": translate("lead", "Stage"),
        "assignee_id": translate("lead", "Assigned to"),
        "value": translate("lead", "Value"),
        "follow_up_on": translate("lead", "Follow up on"),
    }[name]
