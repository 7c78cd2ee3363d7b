"""Names of files that came from elsewhere, made safe to be shown and to be written on any system."""

import re
import unicodedata

LONGEST = 120

_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
_FORBIDDEN = frozenset('<>:"|?*')
_LONGEST_EXTENSION = 12

# What the system may be asked to open: things to look at and to read. All else can be saved, and opened from there.
PICTURES = ("jpg", "jpeg", "png", "webp", "gif", "bmp", "tif", "tiff", "heic")
_PAPERS = ("pdf", "txt", "csv", "odt", "ods", "odp", "docx", "xlsx", "pptx", "rtf")
_OPENED = frozenset((*PICTURES, *_PAPERS, "mp4", "mov", "mp3", "m4a", "wav"))


def safe_name(name: str, otherwise: str = "file") -> str:
    """The last part of a name without what hides, reorders, ends or redirects it; never empty, never too long."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    plain = "".join(letter for letter in last if _is_plain(letter)).strip(" .")
    if not plain:
        return otherwise
    if _RESERVED.fullmatch(plain):
        plain = f"_{plain}"
    return _shortened(plain)


def may_be_opened(name: str) -> bool:
    """Whether the system may be asked to open it; what could run as a program may not."""
    return extension_of(safe_name(name)) in _OPENED


def extension_of(name: str) -> str:
    stem, dot, extension = name.rpartition(".")
    return extension.casefold() if stem and dot else ""


def _is_plain(letter: str) -> bool:
    """No control characters, nothing invisible or that turns the direction of writing, nothing that is a path."""
    return unicodedata.category(letter) not in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp") and letter not in _FORBIDDEN


def _shortened(name: str) -> str:
    """File systems count bytes; the extension stays, since it says what the file is."""
    stem, dot, extension = name.rpartition(".")
    if not stem or len(extension) > _LONGEST_EXTENSION:
        stem, dot, extension = name, "", ""
    room = LONGEST - len((dot + extension).encode())
    return stem.encode()[:room].decode(errors="ignore").rstrip(" .") + dot + extension
