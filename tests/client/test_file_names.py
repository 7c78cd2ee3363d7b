"""Names from elsewhere, and what becomes of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from client.file_names import LONGEST, may_be_opened, safe_name


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("boiler.jpg", "boiler.jpg"),
        ("Größe & Maß.pdf", "Größe & Maß.pdf"),
        ("../../etc/passwd", "passwd"),
        ("..\\..\\windows\\win.ini", "win.ini"),
        ("C:\\x", "x"),
        ("", "file"),
        ("..", "file"),
        (" . ", "file"),
        ("/", "file"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("com1.jpg", "_com1.jpg"),
        ("COM¹", "_COM¹"),
        ("console.log", "console.log"),
        ("photo\u202egpj.exe", "photogpj.exe"),
        ("a\u200bb\x00c\nd.txt", "abcd.txt"),
        ('a<b>:"|?*.txt', "ab.txt"),
        ("x.txt:evil", "x.txtevil"),
        ("trailing. . ", "trailing"),
        ("a" * 300 + ".jpg", "a" * (LONGEST - 4) + ".jpg"),
        ("é" * 300, "é" * (LONGEST // 2)),
        ("x." + "y" * 300, ("x." + "y" * 300)[:LONGEST]),
        ("half \ud83d.txt", "half.txt"),
    ],
)
def test_a_name(name: str, safe: str) -> None:
    assert safe_name(name) == safe


@given(st.text(max_size=400))
def test_no_name_does_harm(name: str) -> None:
    safe = safe_name(name)
    assert safe
    assert safe == safe_name(safe)
    assert len(safe.encode()) <= LONGEST
    assert not set(safe) & set('/\\\x00:*?"<>|')
    assert safe not in (".", "..")
    assert not safe.endswith((" ", "."))


@pytest.mark.parametrize(
    ("name", "may"),
    [
        ("a.jpg", True),
        ("A.PDF", True),
        ("a.exe", False),
        ("a.jpg.exe", False),
        ("photo\u202egpj.exe", False),
        ("a.desktop", False),
        ("a.html", False),
        ("a.docm", False),
        ("a", False),
        (".jpg", False),
        ("a.jpg ", True),
        ("a.lnk", False),
    ],
)
def test_what_the_system_may_be_asked_to_open(name: str, may: bool) -> None:
    assert may_be_opened(name) is may
