"""Many days in the field, and bugs planted in them: the oracle finds each, and finds nothing where there is none."""

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from support.field import Field
from support.house import Template, found_template

QUIET = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    users = {"van": "lead", "tablet": "lead", "desk": "owner"}
    return found_template(tmp_path_factory.mktemp("company"), users)


def live(template: Template, days: int, steps: int = 30, *, is_same: bool = True) -> None:
    """Each run lives the same days, or always others."""
    machine = type("Field", (Field,), {"template": template})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=days,
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=QUIET,
            derandomize=is_same,
        ),
    )


def test_days_in_the_field(template: Template) -> None:
    live(template, 40)


def test_what_an_older_disk_does_not_know_was_not_seen(template: Template) -> None:
    """A device that is set back contests what it wrote itself, and lost."""
    field = type("Field", (Field,), {"template": template})()
    field.begin(number=1, name="desk", weather=0.0, seed=1)
    field.keep_image(name="desk")
    field.price(name="desk", pick=0, minor=2)
    field.live(seconds=60.0)
    field.restore_image(pick=0)
    field.price(name="desk", pick=0, minor=1)
    field.house.settle()
    assert len(field.house.ledger.conflicts()) == 1
    field.teardown()


def test_what_lay_in_a_copied_outbox_was_seen(template: Template) -> None:
    """All of it, and not only the last."""
    field = type("Field", (Field,), {"template": template})()
    field.begin(number=1, name="desk", weather=0.0, seed=1)
    for value in ("a", "aa"):
        field.change(name="tablet", pick=0, field="phone", value=value)
    field.clone(name="tablet")
    for name in ("van", "twin"):
        field.house.clock.advance(10)
        field.change(name=name, pick=0, field="phone", value=name)
    for name in ("tablet", "van", "twin"):
        field.step(name=name, number=3)
    field.house.settle()
    assert [body.get("before") for _, body in field.house.ledger.conflicts()] == [None, "aa"]
    field.teardown()


@pytest.mark.long
@pytest.mark.timeout(3_600)
def test_many_days_in_the_field(template: Template) -> None:
    """A day takes half a second of a quiet core: all of them ten minutes, and always others."""
    live(template, 1_000, 50, is_same=False)
