"""What is missing when a work order is completed: pointed out, and left to the person."""

from PySide6.QtCore import QCoreApplication

from client.views import Missing

_NAMED = 3


def question_text(missing: Missing) -> str:
    tr = QCoreApplication.translate
    lines = []
    if missing.unanswered:
        names = ", ".join(missing.unanswered[:_NAMED])
        more = len(missing.unanswered) - _NAMED
        form = tr("completing", "Still open on the checklist: {names}.")
        if more > 0:
            form = tr("completing", "Still open on the checklist: {names} and %n more.", "", more)
        lines.append(form.format(names=names))
    if missing.is_unsigned:
        lines.append(tr("completing", "Nobody has signed."))
    if missing.on_clock:
        names = ", ".join(missing.on_clock)
        lines.append(tr("completing", "Still on the clock for it: {names}.").format(names=names))
    lines.append(tr("completing", "Complete it all the same?"))
    return "\n".join(lines)
