"""What is missing when a work order is completed: pointed out, and left to the person."""

from client.views import Missing
from sync.language import translate
from ui.words import number_text

_NAMED = 3


def question_text(missing: Missing) -> str:
    lines = []
    if missing.unanswered:
        names = ", ".join(missing.unanswered[:_NAMED])
        more = len(missing.unanswered) - _NAMED
        form = translate("completing", "Still open on the checklist: {names}.")
        if more > 0:
            form = translate("completing", "Still open on the checklist: {names} and {count} more.")
        lines.append(form.format(names=names, count=number_text(more)))
    if missing.is_unsigned:
        lines.append(translate("completing", "Nobody has signed."))
    if missing.on_clock:
        names = ", ".join(missing.on_clock)
        lines.append(translate("completing", "Still on the clock for it: {names}.").format(names=names))
    lines.append(translate("completing", "Complete it all the same?"))
    return "\n".join(lines)
