"""A plan that was changed since the person last looked: said on the page as long as it is open, then it is no news."""

from client.views import PlanChange, WorkOrderLine
from ui import record_words
from ui.widgets.badge import BadgeValue
from ui.widgets.banner import Banner, BannerValue
from ui.workplace import Workplace


def badges(line: WorkOrderLine) -> tuple[BadgeValue, ...]:
    """What a list marks a work order with: a changed plan, and how its changes stand with the server."""
    news = (record_words.plan_badge(),) if line.plan_change else ()
    return (*news, *record_words.mark_cell(line.mark).badges)


class PlanNotice(Banner):
    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self.hide()

    def show_change(self, change: PlanChange) -> None:
        parts = []
        if change.is_moved:
            today = self._place.now().astimezone(self._place.zone).date()
            before = record_words.when_text(change.starts_at, self._place.zone, today)
            parts.append(self.tr("It was planned for: {before}.").format(before=before))
        if change.is_handed_over:
            name = change.assignee or self.tr("nobody")
            parts.append(self.tr("It was assigned to: {name}.").format(name=name))
        lead = self.tr("The plan has changed since you last looked.")
        self.set_value(BannerValue(lead, tail=" ".join(parts), sign="calendar-days"))
        self.show()
