"""Planted bugs: the model is worth what it catches, each of these within a few days."""

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test
from sqlalchemy.exc import SQLAlchemyError

from simulation.planted import PLANTS
from storage import pruning
from support.field import Field
from support.house import Template, found_template

DAYS, SEEDS = 3, 20


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    users = {"van": "lead", "tablet": "lead", "desk": "owner"}
    return found_template(tmp_path_factory.mktemp("company"), users)


def lets_go_of_the_outbox_too(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(pruning, "_PICTURES", ("DELETE FROM outbox WHERE ?1 < ?2",))


BUGS = {**PLANTS, "lets_go_of_the_outbox_too": lets_go_of_the_outbox_too}
# Each with a seed whose first days catch it, so that nobody has to look for long.
CAUGHT = {
    "forgets_its_receipts": 4,
    "overwrites_unseen": 8,
    "applies_behind_what_was_refused": 2,
    "skips_a_version_in_the_pull": 2,
    "moves_the_version_twice": 11,
    "keeps_no_receipt_of_a_withdrawal": 5,
    "judges_a_known_key_anew": 8,
    "takes_a_verdict_without_its_row": 1,
    "loses_what_was_refused": 11,
    "takes_a_refusal_for_success": 11,
    "hides_my_own_work": 7,
    "moves_the_cursor_past_a_row": 5,
    "gives_new_keys_in_a_new_stream": 8,
    "lets_go_of_the_outbox_too": 3,
    "takes_anything_for_success": 2,
    "drops_the_batch_after_a_timeout": 2,
    "convicts_without_proof": 4,
    "ends_at_a_500": 2,
    "never_polls": 1,
}


@pytest.mark.logs
@pytest.mark.parametrize("plant", CAUGHT)
def test_planted(plant: str, template: Template, monkeypatch: pytest.MonkeyPatch) -> None:
    """At the seed where it was before; where the program has changed since then, at another one."""
    BUGS[plant](monkeypatch)
    assert any(is_caught(template, at) for at in (CAUGHT[plant], *range(1, SEEDS + 1)))


def is_caught(template: Template, at: int) -> bool:
    machine = seed(at)(type("Field", (Field,), {"template": template}))
    chosen = settings(
        max_examples=DAYS,
        stateful_step_count=30,
        deadline=None,
        database=None,
        phases=(Phase.generate,),
        report_multiple_bugs=False,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    try:
        run_state_machine_as_test(machine, settings=chosen)
    except (AssertionError, LookupError, ValueError, SQLAlchemyError):
        return True
    return False
