"""Everything that people read can be translated, is collected, and is said in German and Spanish as well."""

import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

from support.texts import ROOT, Found, Text, read, sources
from sync.kinds import Kind
from sync.language import NAMES
from sync.protocol import Op
from sync.terms import SheetStatus, Stage, Status

TRANSLATIONS = sorted((ROOT / "ui" / "translations").glob("*.ts"))
# Read in a terminal or a log, by programs as well, so they stay English.
ENGLISH = (
    *("client/commands/", "client/demo/", "client/cli.py", "client/handover.py", "client/instance.py"),
    *("client/parser.py", "client/settings.py", "ui/demo.py", "ui/door.py", "ui/main.py", "ui/tour.py"),
    *("sync/faults.py", "sync/proxy.py", "sync/scenario.py"),
)
# Bugs of ours, that nobody is meant to read.
NEVER_SHOWN = {"A profile is named by two ids.", "This is not of the schema that it names."}


@cache
def _found() -> dict[str, Found]:
    return {str(path.relative_to(ROOT)): read(path.read_text()) for path in sources()}


def messages(file: Path) -> dict[Text, ElementTree.Element]:
    return {
        Text(context.findtext("name") or "", message.findtext("source") or ""): message
        for context in ElementTree.parse(file).getroot().iter("context")
        for message in context.iter("message")
    }


def problem_of(english: str, message: ElementTree.Element) -> str:
    """What is wrong with a translation; empty where all is well."""
    translation = message.find("translation")
    if translation is None or translation.get("type"):
        return "is not translated, or not used any more"
    if message.get("numerus"):
        return "counts by forms: write a text for one and a text for more"
    if not translation.text or (english[-1] in ".?…:" and english[-1] != translation.text[-1]):
        return "does not end as it does in English"
    return "" if _values(english) == _values(translation.text) else "has other values in it"


def _values(text: str) -> set[str]:
    return {name.partition(".")[0] for _, name, _, _ in Formatter().parse(text) if name}


def test_every_text_stands_where_it_is_found() -> None:
    faults = [
        f"{file}, {fault}"
        for file, found in _found().items()
        if not file.startswith(ENGLISH)
        for fault in found.faults
        if not any(known in fault for known in NEVER_SHOWN)
    ]
    assert faults == []


def test_a_context_that_a_table_is_looked_up_in_has_texts() -> None:
    known = {text.context for found in _found().values() for text in found.texts}
    assert {context for found in _found().values() for context in found.looked_up} <= known


@pytest.mark.parametrize("file", TRANSLATIONS, ids=lambda file: file.stem)
def test_every_text_is_collected(file: Path) -> None:
    """Otherwise: `make translations`."""
    assert set(messages(file)) == {text for found in _found().values() for text in found.texts}


@pytest.mark.parametrize("file", TRANSLATIONS, ids=lambda file: file.stem)
def test_every_text_is_translated(file: Path) -> None:
    problems = {
        text: problem for text, message in messages(file).items() if (problem := problem_of(text.english, message))
    }
    assert problems == {}


def test_spanish_says_saved_alike_of_whatever_it_was() -> None:
    """What stands before the dash may be a name or a week, so what stands behind it agrees with neither."""
    spanish = next(file for file in TRANSLATIONS if file.stem.endswith("_es"))
    said = {
        message.findtext("translation") or ""
        for text, message in messages(spanish).items()
        if "– saved on this device" in text.english
    }
    assert said
    assert [one for one in said if "– se ha guardado en este dispositivo" not in one] == []


@pytest.mark.parametrize("file", TRANSLATIONS, ids=lambda file: file.stem)
def test_what_is_compiled_is_what_was_translated(file: Path, tmp_path: Path) -> None:
    """Otherwise: `make translations`."""
    release, made = Path(sys.executable).with_name("pyside6-lrelease"), tmp_path / "made.qm"
    subprocess.run([release, "-silent", file, "-qm", made], check=True)
    assert made.read_bytes() == file.with_suffix(".qm").read_bytes()


def test_every_word_of_the_wire_that_is_shown_has_a_name() -> None:
    assert {str(one).replace("_", " ") for names in (Kind, Op, Stage, Status, SheetStatus) for one in names} <= set(
        NAMES
    )


@pytest.mark.parametrize(
    "planted",
    [
        'def f(name): return translate("here", f"Hello {name}")',
        "def f(): return f\"{translate('here', 'Hello')} and more\"",
        'def f(text): return translate("", "Hello")',
        'def f(text): return marked("here", text)',
        'def f(): return translate("here", "Hello " + "you")',
        'def f(part): return part.tr("Hello")',
        'class A:\n    def f(self):\n        tr = self.tr\n        return tr("Hello")',
        'def f(): raise Trouble("The disk is full, so nothing was saved.")',
        'def f(name): return f"{name} can\'t be read any more."',
    ],
)
def test_a_text_that_nobody_would_find_is_noticed(planted: str) -> None:
    assert read(planted).faults


def test_what_is_found_is_known_by_its_class_or_context() -> None:
    said = '"""Says it. Twice, if asked."""\n        return self.tr("Hello") + translate("b", "You")'
    found = read(f"class A:\n    def f(self):\n        {said}")
    assert found == Found(frozenset({Text("A", "Hello"), Text("b", "You")}), frozenset(), ())


@pytest.mark.parametrize(
    ("english", "translation"),
    [
        ("{count} days", "<translation>{zahl} Tage</translation>"),
        ("{count} days", "<translation>Tage</translation>"),
        ("Days", '<translation type="unfinished">Tage</translation>'),
        ("Days", '<translation type="vanished">Tage</translation>'),
        ("Days", "<translation></translation>"),
        ("Days…", "<translation>Tage</translation>"),
    ],
)
def test_a_translation_that_would_not_do_is_noticed(english: str, translation: str) -> None:
    assert problem_of(english, ElementTree.fromstring(f"<message>{translation}</message>"))
