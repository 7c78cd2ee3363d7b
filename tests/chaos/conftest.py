from collections.abc import Iterator
from pathlib import Path

import pytest

from chaos.ground import quick_folder
from support.company import Company, found
from support.theatre import DEVICES


@pytest.fixture(scope="session")
def company(tmp_path_factory: pytest.TempPathFactory) -> Company:
    return found(tmp_path_factory.mktemp("company") / "company.db", DEVICES)


@pytest.fixture
def ground() -> Iterator[Path]:
    with quick_folder() as folder:
        yield folder
