"""What the palette lists for what was typed: sections of entries, the likeliest first."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from client.matching import Fit, Match, Span, match, ranked
from client.views import SearchHit
from sync.kinds import Kind
from sync.language import translate
from ui.actions import Command

_ICONS = {Kind.WORK_ORDER: "clipboard-list", Kind.LEAD: "user-plus", Kind.CUSTOMER: "building-2"}
_FOUND_ELSEWHERE = Match(Fit.INSIDE)
"""The search knows more of a record than its title: a phone number, an address."""
RECENT_SHOWN = 5

Open = Callable[[Kind, str], object]


@dataclass(frozen=True)
class Heading:
    title: str


@dataclass(frozen=True)
class Entry:
    id: str
    title: str
    icon: str
    do: Callable[[], object]
    detail: str = ""
    hint: str = ""
    spans: tuple[Span, ...] = ()
    fit: Fit = Fit.EXACT

    def plain(self) -> str:
        return ", ".join(part for part in (self.title, self.detail, self.hint) if part)


Row = Heading | Entry


@dataclass(frozen=True)
class Offer:
    """All that there is to choose from; `found` are the records that the search has found for what was typed."""

    screens: tuple[Command, ...]
    actions: tuple[Command, ...]
    recent: tuple[SearchHit, ...] = ()
    found: tuple[SearchHit, ...] = ()

    def with_recent(self, recent: tuple[SearchHit, ...]) -> "Offer":
        return replace(self, recent=recent)

    def with_found(self, found: tuple[SearchHit, ...]) -> "Offer":
        return replace(self, found=found)

    def rows(self, typed: str, open_record: Open) -> tuple[Row, ...]:
        """With nothing typed: what was open lately, then what can be done. Else the section with the best first."""
        recent = ranked(typed, self.recent, lambda hit: hit.title)[:RECENT_SHOWN]
        commands = [
            (translate("finder", "Actions"), _of_commands(typed, self.actions)),
            (translate("finder", "Go to"), _of_commands(typed, self.screens)),
        ]
        lately = (translate("finder", "Recent"), [_of_record(hit, fit, open_record) for hit, fit in recent])
        records = self._records(typed, {hit.id for hit, _ in recent}, open_record)
        is_typed = bool(typed.strip())
        sections = [*commands, lately, *records] if is_typed else [lately, *commands]
        filled = [(title, entries) for title, entries in sections if entries]
        if is_typed:
            filled.sort(key=lambda section: section[1][0].fit)
        rows: list[Row] = []
        for title, entries in filled:
            rows += [Heading(title), *entries]
        return tuple(rows)

    def _records(self, typed: str, known: set[str], open_record: Open) -> list[tuple[str, list[Entry]]]:
        found = [(hit, match(typed, hit.title) or _FOUND_ELSEWHERE) for hit in self.found if hit.id not in known]
        found.sort(key=lambda pair: pair[1])
        titles = {
            Kind.WORK_ORDER: translate("finder", "Work orders"),
            Kind.LEAD: translate("finder", "Leads"),
            Kind.CUSTOMER: translate("finder", "Customers"),
        }
        return [
            (title, [_of_record(hit, fit, open_record) for hit, fit in found if hit.kind is kind])
            for kind, title in titles.items()
        ]


def _of_commands(typed: str, commands: tuple[Command, ...]) -> list[Entry]:
    return [
        Entry(one.id, one.title, one.icon, one.do, hint=one.hint, spans=fit.spans, fit=fit.fit)
        for one, fit in ranked(typed, commands, lambda command: command.title)
    ]


def _of_record(hit: SearchHit, fit: Match, open_record: Open) -> Entry:
    do = partial(open_record, hit.kind, hit.id)
    return Entry(hit.id, hit.title, _ICONS[hit.kind], do, hit.detail, spans=fit.spans, fit=fit.fit)
