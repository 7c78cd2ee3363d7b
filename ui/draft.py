"""What a person has typed over a record and not saved yet, kept apart from what the record is."""

from collections.abc import Mapping

from ui.drafts import Typed

Texts = dict[str, str]


class Draft:
    """`base` is the record as last seen; `typed` has only what differs from it, and outlives the window."""

    def __init__(self, base: Texts, typed: Typed) -> None:
        self.typed = typed
        self.base = base | typed.before

    @property
    def record_id(self) -> str:
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
        """The record changed underneath. What is being typed stays; the answer is what the others wrote there."""
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
        """What was typed on while a new record was being saved is typed on that record."""
        for name, text in self.typed.items():
            made.put(name, text)
        self.forget()
