"""The language of what people read: written in English here, and looked up by its English text.

Who has a window says who looks it up (`use`); on the server and in a terminal everything stays English.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Translator = Callable[[str, str], str]

_is_plain = ContextVar("is_plain", default=False)


def _english(_context: str, text: str) -> str:
    return text


_translator: Translator = _english


def use(translator: Translator | None) -> None:
    """None = English."""
    global _translator  # noqa: PLW0603 - one per process, as there is one person reading
    _translator = translator or _english


def translate(context: str, text: str) -> str:
    """In the reader's language; `context` groups texts that stand together. Values go in afterwards, with `format`."""
    return text if _is_plain.get() else _translator(context, text)


@contextmanager
def in_english() -> Iterator[None]:
    """On this thread, whatever the window speaks: a command's words are read by programs as well."""
    before = _is_plain.set(True)
    try:
        yield
    finally:
        _is_plain.reset(before)


def marked(_context: str, text: str) -> str:
    """A text in a table, found by `make translations` here and translated where the table is read."""
    return text


def words(name: str) -> str:
    """A wire name as people read it in the middle of a sentence: `in_progress` is "in progress"."""
    plain = name.replace("_", " ")
    return translate("names", plain)


def capitalised(text: str) -> str:
    """As the first of a line; what stands behind the first letter stays, since nouns have capitals elsewhere."""
    return text[:1].upper() + text[1:]


# What `words` looks up: kinds and what is done to them, statuses, stages, steps of a week, ends of a change, fields.
NAMES = (
    marked("names", "organisation"),
    marked("names", "crew"),
    marked("names", "user"),
    marked("names", "customer"),
    marked("names", "lead"),
    marked("names", "work order"),
    marked("names", "punch"),
    marked("names", "note"),
    marked("names", "conflict"),
    marked("names", "attachment"),
    marked("names", "site"),
    marked("names", "contact"),
    marked("names", "part"),
    marked("names", "notification"),
    marked("names", "timesheet"),
    marked("names", "location"),
    marked("names", "create"),
    marked("names", "change"),
    marked("names", "remove"),
    marked("names", "restore"),
    marked("names", "draft"),
    marked("names", "assigned"),
    marked("names", "en route"),
    marked("names", "in progress"),
    marked("names", "on hold"),
    marked("names", "completed"),
    marked("names", "invoiced"),
    marked("names", "cancelled"),
    marked("names", "new"),
    marked("names", "contacted"),
    marked("names", "quoted"),
    marked("names", "won"),
    marked("names", "lost"),
    marked("names", "submitted"),
    marked("names", "approved"),
    marked("names", "returned"),
    marked("names", "undone"),
    marked("names", "discarded"),
    marked("names", "action"),
    marked("names", "address"),
    marked("names", "amended at"),
    marked("names", "assignee"),
    marked("names", "at"),
    marked("names", "author"),
    marked("names", "break kind"),
    marked("names", "checklist"),
    marked("names", "comment"),
    marked("names", "description"),
    marked("names", "email"),
    marked("names", "follow up"),
    marked("names", "follow up on"),
    marked("names", "hold reason"),
    marked("names", "merged into"),
    marked("names", "name"),
    marked("names", "need"),
    marked("names", "number"),
    marked("names", "phone"),
    marked("names", "planned minutes"),
    marked("names", "price"),
    marked("names", "quantity"),
    marked("names", "reason"),
    marked("names", "role"),
    marked("names", "scheduled start"),
    marked("names", "size"),
    marked("names", "source"),
    marked("names", "stage"),
    marked("names", "status"),
    marked("names", "target"),
    marked("names", "text"),
    marked("names", "title"),
    marked("names", "unit"),
    marked("names", "used at"),
    marked("names", "value"),
    marked("names", "week"),
    marked("names", "written at"),
)
