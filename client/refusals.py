"""Why the server refused something, in the language of whoever reads it; in its own words where they are not known."""

from collections.abc import Mapping

from client.said import values_in
from storage.queries.sync_lists import AttentionLine
from sync.kinds import Kind
from sync.language import capitalised, marked, translate, words
from sync.rules import field_problems

FORMS = (
    marked("refusals", "Your role may not {what} a {kind}."),
    marked("refusals", "You may only remove what you have added yourself."),
    marked("refusals", "This {kind} was not found."),
    marked("refusals", "This {kind} was deleted. What you entered is kept."),
    marked("refusals", "This {kind} was deleted long ago. What you entered is kept."),
    marked("refusals", "This {kind} exists already."),
    marked("refusals", "The {kind} that this speaks of was not found."),
    marked("refusals", "The lead that this was merged into is not there any more. Nothing was merged."),
    marked("refusals", "This is the same lead."),
    marked("refusals", "A lead can't be merged into itself."),
    marked("refusals", "{kind}s are added in your own name."),
    marked("refusals", "A punch is made in your own name."),
    marked("refusals", "Not you."),
    marked("refusals", "You may not punch for this person."),
    marked("refusals", "Only they themselves can say, or take back, where somebody was."),
    marked("refusals", "Not in your crew."),
    marked("refusals", "Somebody has changed this since you saw it, so it was not deleted."),
    marked("refusals", "Somebody else has changed {names} meanwhile. Both are kept."),
    marked("refusals", "Somebody has decided on this already."),
    marked(
        "refusals",
        "Somebody else has made a customer of this lead meanwhile. Nothing was made twice; yours is kept.",
    ),
    marked("refusals", "A decision says which value is to stand."),
    marked("refusals", "A decision for another value comes together with that value."),
    marked("refusals", "A decision for the value that lost comes together with that value."),
    marked("refusals", "Subject kind does not look right."),
    marked("refusals", "Does not look right."),
    marked("refusals", "This waits behind another change that was not applied."),
    marked("refusals", "Another part of the same step was refused, so this was not applied either."),
    marked("refusals", "A work order that is {was} can't become {wanted}."),
    marked("refusals", "A week that is {was} can't become {wanted}."),
    marked("refusals", "Only the office can invoice a work order."),
    marked("refusals", "You may only hand in your own week."),
    marked("refusals", "You may not approve or return this week."),
    marked("refusals", "Please say what is to be changed."),
    marked("refusals", "This server does not know this kind of record."),
    marked("refusals", "The server failed on this. It was not applied, and is kept."),
    marked("refusals", "This was refused earlier; the reason was confirmed."),
)


def in_our_words(message: str) -> str:
    for form in FORMS:
        values = values_in(form, message)
        if values is not None:
            return translate("refusals", form).format(**{name: _named(value) for name, value in values.items()})
    return translate("network", message)


def told(line: AttentionLine) -> tuple[str, dict[str, str]]:
    """What the server said as a whole, and of each field; what the rules here find wrong too is said by them."""
    fields = _problems(line)
    is_sum = bool(line.field_errors) and line.message == " ".join(line.field_errors.values())
    return " ".join(fields.values()) if is_sum else in_our_words(line.message), fields


def _problems(line: AttentionLine) -> dict[str, str]:
    change = line.change
    found = field_problems(Kind(change.kind), change.op, dict(change.fields)) if line.field_errors else []
    ours: Mapping[str, str] = {problem.field: problem.message for problem in found}
    return {name: ours.get(name) or in_our_words(message) for name, message in line.field_errors.items()}


def _named(value: str) -> str:
    """Names of kinds, steps and fields as people read them."""
    return ", ".join(_word(name) for name in value.split(", "))


def _word(name: str) -> str:
    return capitalised(words(name.lower())) if name.istitle() else words(name)
