"""Where things are kept, and which setting counts."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from client.files import write_private
from client.home import Home
from client.settings import Settings, Source
from client.surroundings import Surroundings, boot_id, zone_name
from sync.errors import InvalidInput, Unwritable
from sync.ids import is_id

ONE = "01890000-0000-7000-8000-000000000001"
TWO = "01890000-0000-7000-8000-000000000002"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home.at(tmp_path / "home")


def test_one_variable_moves_everything(tmp_path: Path) -> None:
    home = Home.from_environment({"STREAMFLOW_HOME": str(tmp_path / "x")})
    places = [home.data, home.config, home.logs, home.settings_file, home.secrets_file, home.lock_file]
    assert all(place.is_relative_to(tmp_path / "x") for place in [*places, home.profile_folder(ONE, TWO)])
    assert not Home.from_environment({"STREAMFLOW_HOME": " "}).data.is_relative_to(tmp_path)


@pytest.mark.parametrize("name", ["..", "", "/etc", "a/../b", ONE.replace("a", "A").replace("-7", "-x")])
def test_what_a_server_sends_is_never_a_path(home: Home, name: str) -> None:
    with pytest.raises(ValueError, match="two ids"):
        home.profile_folder(name, TWO)
    with pytest.raises(ValueError, match="two ids"):
        home.profile_folder(ONE, name)


def test_an_installation_is_named_once(home: Home) -> None:
    name = home.installation()
    assert is_id(name)
    assert home.installation() == name
    (home.data / "installation").write_bytes(b"\xff garbled")
    assert is_id(home.installation())


def test_a_small_file_is_old_or_new_and_private(tmp_path: Path) -> None:
    file = tmp_path / "folder" / "file"
    write_private(file, b"one")
    write_private(file, b"two")
    assert file.read_bytes() == b"two"
    assert (file.stat().st_mode & 0o777, file.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    assert list(file.parent.iterdir()) == [file]


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "folder").write_text("in the way")
    with pytest.raises(Unwritable, match="folder"):
        write_private(tmp_path / "folder" / "file", b"x")


def test_a_choice_stands_over_the_default_and_is_kept(home: Home, tmp_path: Path) -> None:
    settings = Settings(home, tmp_path / "none.json")
    assert settings.get("theme").source is Source.DEFAULT
    settings.put("theme", "dark")
    again = Settings(home, tmp_path / "none.json")
    assert (again.text("theme"), again.get("theme").source) == ("dark", Source.SETTINGS)


def test_a_machine_policy_stands_over_the_user_s_and_a_lock_over_all(home: Home, tmp_path: Path) -> None:
    machine = tmp_path / "machine.json"
    machine.write_text(json.dumps({"server_url": {"value": "https://m", "locked": True}, "theme": {"value": "light"}}))
    user = {"server_url": {"value": "https://u"}, "theme": {"value": "dark"}, "text_size": {"value": 120}}
    write_private(home.config / "policies.json", json.dumps(user).encode())
    settings = Settings(home, machine)
    assert (settings.text("server_url"), settings.text("theme"), settings.get("text_size").value) == (
        "https://m",
        "light",
        120,
    )
    with pytest.raises(InvalidInput, match="organisation"):
        settings.put("server_url", "https://mine")
    settings.put("theme", "system")
    assert settings.text("theme") == "system"


@pytest.mark.parametrize("content", ["{", "[1]", '{"theme": 3}', '{"theme": {"value": 3}}', '{"new": {"value": 1}}'])
def test_a_bad_policy_is_listed_and_stops_nothing(home: Home, tmp_path: Path, content: str) -> None:
    (tmp_path / "machine.json").write_text(content)
    settings = Settings(home, tmp_path / "machine.json")
    assert settings.text("theme") == "system"
    assert len(settings.troubles) == 1


def test_a_value_of_another_type_is_refused(home: Home, tmp_path: Path) -> None:
    with pytest.raises(InvalidInput):
        Settings(home, tmp_path / "none.json").put("text_size", "big")


def test_this_computer_says_which_boot_and_zone_it_has() -> None:
    assert boot_id() == boot_id() != ""
    assert zone_name({"TZ": ":Europe/Berlin"}) == "Europe/Berlin"


def test_the_offset_is_that_of_the_instant() -> None:
    winter, summer = datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 7, 1, tzinfo=UTC)
    here = Surroundings("boot", "Europe/London")
    assert here.zone_at(winter, "UTC") == ("Europe/London", 0)
    assert here.zone_at(summer, "UTC") == ("Europe/London", 60)
    assert Surroundings("boot", "").zone_at(summer, "Asia/Kolkata") == ("Asia/Kolkata", 330)
    assert Surroundings("boot", "Mars/Base").zone_at(summer, "nowhere") == ("UTC", 0)
