import pytest

from support.rig import Rig


@pytest.fixture
def rig() -> Rig:
    return Rig()
