"""What a person has typed into a lead and not saved yet, kept apart from what the lead is."""

from collections.abc import Mapping

from client.said import as_read
from sync.kinds import Kind
from sync.records import Lead
from ui import record_words
from ui.drafts import Typed
from ui.workplace import Workplace

Texts = dict[str, str]

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


class Draft:
    """`base` is the lead as last seen; `typed` has only what differs from it, and outlives the window."""

    def __init__(self, base: Texts, typed: Typed) -> None:
        self.typed = typed
        self.base = base | typed.before

    @property
    def lead_id(self) -> str:
        return self.typed.record

    @property
    def texts(self) -> Texts:
        return self.base | dict(self.typed)

    @property
    def is_dirty(self) -> bool:
        return bool(self.typed)

    def put(self, name: str, text: str) -> None:
        self.typed.change(name, text, self.base[name])

    def rebase(self, base: Texts) -> Texts:
        """The lead changed underneath. What is being typed stays; the answer is what the others wrote there."""
        theirs = {name: base[name] for name in self.typed if base[name] != self.base[name]}
        self.base = base
        for name, text in tuple(self.typed.items()):
            self.put(name, text)
        return {name: text for name, text in theirs.items() if name in self.typed}

    def forget(self) -> None:
        self.typed.clear()

    def forget_saved(self, saved: Mapping[str, str]) -> None:
        """What was typed on while the rest was being saved stays."""
        for name, text in saved.items():
            if self.typed.get(name) == text:
                self.typed.drop(name)

    def pass_on(self, made: "Draft") -> None:
        """What was typed on while a new lead was being saved is typed on that lead."""
        for name, text in self.typed.items():
            made.put(name, text)
        self.forget()


def draft_of(place: Workplace, lead_id: str, base: Texts) -> Draft:
    return Draft(base, place.drafts.of(Kind.LEAD, lead_id))
