"""The job report of a work order: gathered here, put on paper by whoever can draw (`client.paper`)."""

from pathlib import Path
from tempfile import TemporaryDirectory

from client.attachments import AttachmentDesk
from client.desk import Desk, gone
from client.file_names import safe_name
from client.paper import Paper, draw
from client.parts import PartBook, totals_of
from client.people import People
from client.sentences import number_of
from client.views import AttachmentLine, JobReport, PersonTime, Shown
from client.work_orders import WorkOrderDesk
from sync.kinds import Kind
from sync.language import translate
from sync.terms import Purpose


class ReportDesk:
    def __init__(
        self, desk: Desk, people: People, orders: WorkOrderDesk, parts: PartBook, attachments: AttachmentDesk
    ) -> None:
        self._desk = desk
        self._people = people
        self._orders = orders
        self._parts = parts
        self._attachments = attachments

    def of(self, order_id: str) -> JobReport:
        """As everything stands on this device now. Raises `InvalidInput` where the order is not here."""
        detail = self._orders.get(order_id)
        if detail is None:
            raise gone(translate("report", "This work order is not on this device any more."))
        mine = (PersonTime(self._desk.profile.name, detail.my_time),) if detail.my_time else ()
        order, parts, attached = detail.work_order, self._parts.of(order_id), self._attachments.of(order_id)
        return JobReport(
            organisation=self._people.organisation().name,
            number=detail.line.number,
            title=order.title,
            status=order.status,
            customer=detail.line.customer,
            address=detail.line.address,
            phone=detail.customer.phone if detail.customer else "",
            description=order.description,
            scheduled_start=order.scheduled_start,
            checklist=detail.checklist,
            parts=parts,
            totals=totals_of(parts),
            time=(*mine, *detail.others_time),
            notes=tuple(note.text for note in detail.notes),
            photos=tuple(self._shown(one) for one in attached if one.purpose is Purpose.PHOTO),
            signatures=tuple(self._shown(one) for one in attached if one.purpose is Purpose.SIGNATURE),
            made_at=self._desk.clock.now(),
            made_by=self._desk.profile.name,
        )

    def save(self, order_id: str, file: Path) -> Path:
        """Write it as a PDF. Raises `InvalidInput` where it can't be written there; then nothing was."""
        return draw(Paper.JOB_REPORT, self.of(order_id), file, self._desk.local)

    def attach(self, order_id: str) -> str:
        """Attach it to the work order, so that it goes to all who hold that; answers with the attachment's id."""
        with TemporaryDirectory() as folder:
            file = self.save(order_id, Path(folder) / self.file_name(order_id))
            return self._attachments.attach(Kind.WORK_ORDER, order_id, file)

    def file_name(self, order_id: str) -> str:
        """ "WO-1042 Boiler service.pdf"."""
        report = self.of(order_id)
        name = report.title if report.number == number_of(None) else f"{report.number} {report.title}"
        return safe_name(f"{name}.pdf")

    def _shown(self, line: AttachmentLine) -> Shown:
        return Shown(line.name, line.taken_at, self._attachments.picture(line.id))
