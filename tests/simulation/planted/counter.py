"""Bugs at the counter: receipts, numbers, and the books of what was done."""

from typing import Any

import msgspec

from server_stub import apply as applying
from server_stub import lines, rulings, schema, shelf
from server_stub import streams as server_streams
from server_stub.ledger import Book, Line
from simulation.planted.tools import Patch, nothing
from sync.kinds import Kind
from sync.protocol import Outcome, Verdict


def forgets_its_receipts(patch: Patch) -> None:
    patch.setattr(shelf, "_read_receipts", nothing)


def moves_the_version_twice(patch: Patch) -> None:
    real = applying.write_book

    def write_book(connection: Any, sql: Any, book: Book) -> None:
        book.version += 1
        real(connection, sql, book)

    patch.setattr(applying, "write_book", write_book)


def keeps_no_receipt_of_a_withdrawal(patch: Patch) -> None:
    real = applying.Clerk._close

    def close(clerk: Any, line: Line, outcome: Outcome, detail: Any = None) -> Verdict:
        if outcome is Outcome.WITHDRAWN:
            return Verdict(key=line.key, outcome=outcome)
        return real(clerk, line, outcome, detail)

    patch.setattr(applying.Clerk, "_close", close)


def judges_a_known_key_anew(patch: Patch) -> None:
    """The first verdict is not repeated; whoever lost an answer hears that the record exists already."""
    real = applying.Clerk._repeat

    def repeat(clerk: Any, line: Line, receipt: Any) -> Verdict:
        verdict = real(clerk, line, receipt)
        outcome = Outcome.REFUSED if verdict.outcome is Outcome.APPLIED else verdict.outcome
        return msgspec.structs.replace(verdict, outcome=outcome)

    patch.setattr(applying.Clerk, "_repeat", repeat)


def keeps_no_audit_of_refusals(patch: Patch) -> None:
    real = applying.Clerk._note

    def note(clerk: Any, line: Line, outcome: Outcome, *rest: Any) -> None:
        if outcome is not Outcome.REFUSED:
            real(clerk, line, outcome, *rest)

    patch.setattr(applying.Clerk, "_note", note)


def announces_nothing(patch: Patch) -> None:
    real = applying.write_book

    def write_book(connection: Any, sql: Any, book: Book) -> None:
        events = list(book.new_events)
        book.new_events[:] = events[:-1] if len(events) > 1 else events
        real(connection, sql, book)

    patch.setattr(applying, "write_book", write_book)


def keeps_every_explanation(patch: Patch) -> None:
    patch.setattr(server_streams, "_FORGET", server_streams._FORGET.where(schema.receipt.c.key == ""))


def gives_a_number_twice(patch: Patch) -> None:
    real = rulings.create

    def create(book: Book, *rest: Any) -> Any:
        number = book.next_number
        stored = real(book, *rest)
        book.next_number = number
        return stored

    patch.setattr(rulings, "create", create)


def keeps_whole_bodies_in_receipts(patch: Patch) -> None:
    patch.setattr(lines, "body_hash", bytes)


def leaves_the_time_on_jobs_alone(patch: Patch) -> None:
    patch.setattr(applying, "follow_or_owe", nothing)


def tells_anew_what_comes_back(patch: Patch) -> None:
    real = applying.Clerk._add

    def add(clerk: Any, kind: Kind, new: Any, name: str, edited: int) -> str:
        return real(clerk, kind, new, f"{name} {clerk._book.version}", edited)

    patch.setattr(applying.Clerk, "_add", add)


def tells_nobody(patch: Patch) -> None:
    patch.setattr(applying, "news_of", lambda *_: ())
