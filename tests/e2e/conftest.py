from collections.abc import Iterator
from pathlib import Path

import pytest

from support.company import Company, found
from support.theatre import DEVICES, Theatre, open_theatre


@pytest.fixture(scope="session")
def company(tmp_path_factory: pytest.TempPathFactory) -> Company:
    return found(tmp_path_factory.mktemp("company") / "company.db", DEVICES)


@pytest.fixture
def theatre(tmp_path: Path, company: Company) -> Iterator[Theatre]:
    with open_theatre(tmp_path, company) as opened:
        yield opened
