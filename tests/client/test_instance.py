"""One running program per home; further commands hand their work to it."""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from client import instance as instance_module
from client.exit_codes import Exit
from client.home import Home
from client.instance import Instance, Request, Say, ask, claim_or_ask


@dataclass
class Heard:
    outs: list[str] = field(default_factory=list)
    errs: list[str] = field(default_factory=list)

    def out(self, text: str) -> None:
        self.outs.append(text)

    def err(self, text: str) -> None:
        self.errs.append(text)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home.at(tmp_path / ("a long name " * 12).strip())


@pytest.fixture
def running(home: Home) -> Iterator[Instance]:
    instance = Instance.claim(home)
    assert instance is not None
    yield instance
    instance.release()


def echo(request: Request, say: Say) -> int:
    say.out(" ".join(request.words))
    say.err(str(request.folder))
    return 7


def test_a_command_is_handed_to_the_running_program(home: Home, running: Instance) -> None:
    running.serve(echo)
    heard = Heard()
    assert ask(home, ("clock", "in", "ü\n"), Path("/some/where"), heard) == 7
    assert (heard.outs, heard.errs) == (["clock in ü\n"], ["/some/where"])


def test_only_one_program_runs_on_a_home(home: Home, running: Instance) -> None:
    assert Instance.claim(home) is None
    running.release()
    second = Instance.claim(home)
    assert second is not None
    second.release()


def test_nobody_answers_where_nothing_runs(home: Home) -> None:
    assert ask(home, ("status",), Path(), Heard()) is None


def test_nobody_answers_at_an_address_that_a_killed_program_left(home: Home, running: Instance) -> None:
    running.serve(echo)
    left = home.address_file.read_bytes()
    running.release()
    home.address_file.write_bytes(left)
    assert ask(home, ("status",), Path(), Heard()) is None


@pytest.mark.parametrize("garbage", ["", "{", "[]", '{"address": 3}', "\x00"])
def test_a_garbled_address_is_no_address(home: Home, garbage: str) -> None:
    home.data.mkdir(parents=True)
    home.address_file.write_text(garbage)
    assert ask(home, ("status",), Path(), Heard()) is None


def test_whoever_lacks_the_token_is_not_heard(home: Home, running: Instance) -> None:
    heard_words: list[tuple[str, ...]] = []

    def remember(request: Request, say: Say) -> int:
        heard_words.append(request.words)
        return 0

    running.serve(remember)
    known = json.loads(home.address_file.read_text())
    home.address_file.write_text(json.dumps({**known, "token": "wrong"}))
    assert ask(home, ("clock", "out"), Path(), Heard()) is None
    assert heard_words == []


def test_the_address_is_its_owners_alone(home: Home, running: Instance) -> None:
    running.serve(echo)
    assert home.address_file.stat().st_mode & 0o777 == 0o600


def test_who_is_ending_takes_no_more_work_and_keeps_the_home_until_then(home: Home, running: Instance) -> None:
    running.serve(echo)
    running.fall_silent()
    assert ask(home, ("raise",), Path(), Heard()) is None
    assert Instance.claim(home) is None
    running.release()
    following = Instance.claim(home)
    assert following is not None
    following.release()


CHILD = """
import sys
from pathlib import Path
from client.home import Home
from client.instance import Instance, ask

class Heard:
    def out(self, text): print("out", text)
    def err(self, text): print("err", text)

home = Home.at(Path(sys.argv[1]))
assert Instance.claim(home) is None
print("code", ask(home, ("raise",), Path("/x"), Heard()))
"""


def test_another_process_is_refused_the_home_and_is_answered(home: Home, running: Instance) -> None:
    running.serve(echo)
    done = subprocess.run([sys.executable, "-c", CHILD, str(home.data)], capture_output=True, text=True, timeout=30)
    assert done.stdout.splitlines() == ["out raise", "err /x", "code 7"], done.stderr


ENDING = """
import os, sys
from pathlib import Path
from client.home import Home
from client.instance import Instance

def end(request, say):
    Path(sys.argv[2]).write_text(" ".join(request.words))
    os._exit(9)

Instance.claim(Home.at(Path(sys.argv[1]))).serve(end)
print("ready", flush=True)
sys.stdin.read()
"""


def check_nothing_is_done_twice(home: Home, done: Path) -> None:
    """A program ends when it has done what it was asked to, and before it has said so."""
    command = [sys.executable, "-c", ENDING, str(home.data), str(done)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "ready\n"
        heard = Heard()
        answer = claim_or_ask(home, ("clock", "in"), Path(), heard)
        if isinstance(answer, Instance):
            answer.release()
        assert answer == Exit.INTERRUPTED
    assert done.read_text() == "clock in"
    assert "Look whether this was saved" in heard.errs[0]


def test_what_was_begun_and_not_answered_is_not_done_again(home: Home, tmp_path: Path) -> None:
    check_nothing_is_done_twice(home, tmp_path / "done")


def test_doing_again_what_was_begun_is_caught(home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = instance_module._messages
    monkeypatch.setattr(instance_module, "_messages", lambda stream: (m for m in real(stream) if "begun" not in m))
    with pytest.raises(AssertionError):
        check_nothing_is_done_twice(home, tmp_path / "done")


def test_the_socket_of_a_killed_program_is_swept_away(home: Home) -> None:
    code = "import os,sys; from pathlib import Path; from client.home import Home\n"
    code += "from client.instance import Instance\n"
    code += "i = Instance.claim(Home.at(Path(sys.argv[1]))); i.serve(print); os.kill(os.getpid(), 9)"
    subprocess.run([sys.executable, "-c", code, str(home.data)], timeout=30)
    left = Path(json.loads(home.address_file.read_text())["address"])
    assert left.exists()
    instance = Instance.claim(home)
    assert instance is not None
    instance.serve(echo)
    assert not left.parent.exists()
    instance.release()


def test_the_lock_goes_with_the_process(home: Home) -> None:
    code = "import os,sys; from pathlib import Path; from client.home import Home\n"
    code += "from client.instance import Instance\n"
    code += "i = Instance.claim(Home.at(Path(sys.argv[1]))); assert i; os.kill(os.getpid(), 9)"
    done = subprocess.run([sys.executable, "-c", code, str(home.data)], timeout=30)
    assert done.returncode == -9
    instance = Instance.claim(home)
    assert instance is not None
    instance.release()
