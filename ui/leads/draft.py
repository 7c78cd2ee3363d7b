"""A lead in the words of its form, and what was typed over it."""

from client.said import as_read
from sync.kinds import Kind
from sync.records import Lead
from ui import record_words
from ui.draft import Draft, Texts
from ui.workplace import Workplace

NEW = ""
"""The id under which a lead is kept that has none yet."""
FIELDS = ("name", "phone", "email", "address", "need", "source", "stage", "value", "follow_up_on")


def texts_of(lead: Lead) -> Texts:
    """A lead as it stands in the form."""
    plain = {name: str(getattr(lead, name)) for name in ("name", "phone", "email", "address", "need")}
    return plain | {
        "source": as_read(lead.source),
        "stage": lead.stage.value,
        "value": record_words.money_text(lead.value),
        "follow_up_on": record_words.date_text(lead.follow_up_on),
    }


def empty_texts() -> Texts:
    return texts_of(Lead(id=NEW, name=""))


def draft_of(place: Workplace, lead_id: str, base: Texts) -> Draft:
    return Draft(base, place.drafts.of(Kind.LEAD, lead_id))
