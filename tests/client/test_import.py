"""Leads out of files, into a real file, and to a real server."""

import time
from collections.abc import Callable

import pytest

from client.csv_import import Preview
from client.session import Session
from sync.errors import InvalidInput
from sync.terms import Stage

OpenSession = Callable[..., Session]


@pytest.fixture
def worker(open_session: OpenSession) -> Session:
    return open_session("worker")


def import_file(session: Session, content: bytes, *, skip_lookalikes: bool = False) -> tuple[Preview, int]:
    leads = session.leads.start_import()
    preview = leads.preview(content)
    return preview, leads.run(preview, skip_lookalikes=skip_lookalikes).added


FILE = (
    "Company,Phone,E-mail,Stage,Value,Follow up\n"
    'Orchard House,020 7946 0018,a@orchard.example,Quoted,"£1,800.50",01/12/2026\n'
    "Dale Farm,020 7946 0502,,,,\n"
    ",020 7946 0999,,,,\n"
    "Dale Farm Ltd,020-7946-0502,,,,\n"
    "Dale Farm,020 7946 0502,,,,\n"
).encode("utf-16")


def test_a_preview_says_what_would_happen_and_saves_nothing(worker: Session) -> None:
    preview = worker.leads.start_import().preview(FILE)
    assert preview.columns == {
        "name": ("Company",),
        "phone": ("Phone",),
        "email": ("E-mail",),
        "stage": ("Stage",),
        "follow_up_on": ("Follow up",),
        "value": ("Value",),
    }
    assert [(problem.line, problem.field) for problem in preview.problems] == [(4, "name")]
    assert [(alike.line, alike.because) for alike in preview.lookalikes] == [(5, "Same phone as line 3.")]
    assert [(again.line, again.because) for again in preview.repeated] == [(6, "The same as line 3.")]
    assert worker.leads.count() == 0


def test_the_second_import_of_a_file_adds_nothing(worker: Session) -> None:
    _, added = import_file(worker, FILE)
    assert added == 3
    lead = worker.leads.get(worker.leads.list("orchard")[0].id)
    assert lead is not None
    assert (lead.lead.stage, str(lead.lead.follow_up_on)) == (Stage.QUOTED, "2026-12-01")
    assert lead.lead.value is not None
    assert lead.lead.value.minor == 180050
    preview, added = import_file(worker, FILE)
    assert (added, preview.already_imported) == (0, 3)
    grown = FILE.decode("utf-16").replace(",", ";").replace('"£1;800.50"', "£1800.50") + "New one;1234567;;;;\n"
    preview, added = import_file(worker, grown.encode("utf-8-sig"))
    assert (added, preview.already_imported) == (1, 3)
    assert worker.leads.count() == 4
    assert worker.sync.once(20).waiting == 0
    assert worker.sync.attention() == ()


def test_rows_that_look_like_a_known_lead_are_pointed_out_and_may_be_left_out(worker: Session) -> None:
    worker.leads.create({"name": "Known", "phone": "+44 20 7946 0018"})
    content = b"name,phone\nOrchard,020 7946 0018\nOther,1\n"
    preview, added = import_file(worker, content, skip_lookalikes=True)
    assert [(alike.line, alike.because) for alike in preview.lookalikes] == [(2, "Same phone as Known.")]
    assert added == 1


def test_another_mapping_can_be_chosen(worker: Session) -> None:
    leads = worker.leads.start_import()
    content = b"a,b\nOrchard House,ring first\n"
    preview = leads.preview(content, {"name": (0,), "need": (1,)})
    assert preview.good[0].fields == {"name": "Orchard House", "need": "ring first"}
    for wrong in ({"name": (7,)}, {"nonsense": (0,)}, {"need": (0,)}):
        with pytest.raises(InvalidInput):
            leads.preview(content, wrong)
    with pytest.raises(InvalidInput, match="1, 2"):
        leads.preview(b"1,2\n3,4\n")


def test_ten_thousand_rows_go_in_at_one_go_and_can_be_stopped(worker: Session) -> None:
    rows = (f"Lead {n},020 79{n:05d},lead{n}@mail.example,{n} Mill Lane,Needs a boiler,web" for n in range(10_000))
    content = ("name,phone,email,address,notes,source\n" + "\n".join(rows)).encode()
    leads = worker.leads.start_import()
    began = time.perf_counter()
    preview = leads.preview(content)
    assert (len(preview.good), preview.problems, preview.lookalikes) == (10_000, (), ())
    heard: list[tuple[int, int]] = []

    def stop_after_a_while(done: int, total: int) -> None:
        heard.append((done, total))
        if done >= 2_000:
            leads.cancel()

    result = leads.run(preview, progress=stop_after_a_while)
    assert result.is_cancelled
    assert result.added == worker.leads.count() == heard[-1][0] < 10_000
    again = worker.leads.start_import()
    rest = again.run(again.preview(content))
    assert (rest.added + result.added, rest.already_imported) == (10_000, result.added)
    assert time.perf_counter() - began < 30
    assert worker.leads.count() == 10_000
