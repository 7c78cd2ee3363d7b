"""What others wrote over what somebody is changing: told where it is typed, before it is written over."""

from collections.abc import Iterable, Mapping

from sync.errors import Problem
from sync.language import translate
from ui.drafts import Typed


def told_at_once(names: Iterable[str]) -> str:
    """For a page that follows its record: the fields in question, in words."""
    news = translate("meanwhile", "Somebody else has changed {names} meanwhile. What you typed is still here.")
    return news.format(names=", ".join(names))


def told_once(typed: Typed, now: Mapping[str, str]) -> list[Problem]:
    """Beside the fields, when they are to be saved. `now` is the record as it is, in the words of the form, and from
    here on what was there before: who saves again means it."""
    theirs = [name for name, text in typed.changed.items() if now[name] not in (typed.before[name], text)]
    typed.before.update({name: now[name] for name in theirs})
    return [Problem(name, "changed", _sentence(now[name])) for name in theirs]


def _sentence(text: str) -> str:
    if not text:
        return translate("meanwhile", "Somebody else has emptied this meanwhile. Save again and yours stays.")
    said = translate("meanwhile", "Somebody else has made this “{text}” meanwhile. Save again and yours stays.")
    return said.format(text=text)
