"""The language of what people read: written in English here, and looked up by its English text.

Who has a window says who looks it up (`use`); on the server and in a terminal everything stays English.
"""

from collections.abc import Callable

Translator = Callable[[str, str], str]


def _english(_context: str, text: str) -> str:
    return text


_translator: Translator = _english


def use(translator: Translator | None) -> None:
    """None = English."""
    global _translator  # noqa: PLW0603 - one per process, as there is one person reading
    _translator = translator or _english


def translate(context: str, text: str) -> str:
    """In the reader's language; `context` groups texts that stand together. Values go in afterwards, with `format`."""
    return _translator(context, text)


def marked(_context: str, text: str) -> str:
    """A text in a table, found by `make translations` here and translated where the table is read."""
    return text
