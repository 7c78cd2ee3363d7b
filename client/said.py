"""What the program itself writes into records, kept in English and read in the language of whoever reads it."""

import re
from collections.abc import Iterator

from sync.language import marked, translate

ON_SITE = marked("said", "On site")
"""The source of a lead that was caught while working on something."""
UNDONE = marked("said", "Undone right away")
ASKED = marked("said", "Asked about {since} to {until}")
SIGNED = marked("said", "Signature of {name}.png")

_FORMS = (ON_SITE, UNDONE, ASKED, SIGNED)


def as_read(stored: str) -> str:
    """What a person wrote stays as it is, also what an older version wrote in the language of its day."""
    return next((translate("said", form).format(**values) for form, values in _said(stored)), stored)


def as_stored(shown: str) -> str:
    """The other way round, for a text that stood in a form and was perhaps chosen there again."""
    return next((form for form in _FORMS if shown == translate("said", form)), shown)


def _said(stored: str) -> Iterator[tuple[str, dict[str, str]]]:
    for form in _FORMS:
        found = _pattern(form).fullmatch(stored)
        if found is not None:
            yield form, found.groupdict()


def _pattern(form: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+)", re.escape(form)))
