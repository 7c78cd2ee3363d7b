"""What was opened lately, over an end of the program too."""

from pathlib import Path

from client.recent import MOST, Recent
from support.fieldwork import open_field
from sync.kinds import Kind


def test_the_last_opened_comes_first_and_outlasts_the_program(tmp_path: Path) -> None:
    with open_field(tmp_path) as field:
        worker = field.session("worker")
        leads = [worker.leads.create({"name": f"Lead {n}", "phone": f"020 {n}"}) for n in range(MOST + 3)]
        customer = worker.customers.create({"name": "Brook & Sons"})
        for lead in leads:
            worker.recent.add(Kind.LEAD, lead)
        worker.recent.add(Kind.CUSTOMER, customer)
        worker.recent.add(Kind.LEAD, leads[-1])
        again = Recent(worker._desk.file.folder, worker.search)
        assert [hit.id for hit in again.hits(3)] == [leads[-1], customer, leads[-2]]
        assert again.hits(1)[0].detail == f"new · 020 {MOST + 2}"
        assert len(again.hits()) == MOST


def test_what_is_gone_is_left_out(tmp_path: Path) -> None:
    with open_field(tmp_path) as field:
        lead = field.session("lead")
        kept, gone = (lead.leads.create({"name": name}) for name in ("Kept", "Gone"))
        for record_id in (kept, gone):
            lead.recent.add(Kind.LEAD, record_id)
        lead.leads.remove(gone)
        assert [hit.title for hit in lead.recent.hits()] == ["Kept"]


def test_a_file_that_makes_no_sense_is_an_empty_list(tmp_path: Path) -> None:
    with open_field(tmp_path) as field:
        worker = field.session("worker")
        file = worker._desk.file.folder / "recent.json"
        for content in (b"{", b'[["lead", "../.."]]', b"[1]", b"\xff", b'[["cellar", "x"]]'):
            file.write_bytes(content)
            assert Recent(file.parent, worker.search).hits() == ()
