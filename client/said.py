"""What the program itself writes into records, kept in English and read in the language of whoever reads it."""

import re

from sync.language import marked, translate

ON_SITE = marked("said", "On site")
"""The source of a lead that was caught while working on something."""
UNDONE = marked("said", "Undone right away")
ASKED = marked("said", "Asked about {since} to {until}")
SIGNED = marked("said", "Signature of {name}.png")

_FORMS = (ON_SITE, UNDONE, ASKED, SIGNED)


def as_read(stored: str) -> str:
    """What a person wrote stays as it is, also what an older version wrote in the language of its day."""
    for form in _FORMS:
        values = values_in(form, stored)
        if values is not None:
            return translate("said", form).format(**values)
    return stored


def as_stored(shown: str) -> str:
    """The other way round, for a text that stood in a form and was perhaps chosen there again."""
    return next((form for form in _FORMS if shown == translate("said", form)), shown)


def values_in(form: str, text: str) -> dict[str, str] | None:
    """The values with which a form became a text; None where it did not."""
    found = re.fullmatch(re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+)", re.escape(form)), text)
    return found.groupdict() if found is not None else None
