"""What every planted bug is made with."""

import pytest

Patch = pytest.MonkeyPatch


def nothing(*_: object, **__: object) -> None:
    """What should have been done is left undone."""
