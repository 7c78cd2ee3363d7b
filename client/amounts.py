"""Money and dates as people write them, read without a float."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from sync.language import translate
from sync.records import Money

_SYMBOLS = {"£": "GBP", "€": "EUR", "$": "USD", "¥": "JPY", "US$": "USD", "C$": "CAD", "A$": "AUD"}
_EXPONENTS = {"JPY": 0, "KRW": 0, "CLP": 0, "ISK": 0, "VND": 0, "BHD": 3, "KWD": 3, "OMR": 3, "TND": 3, "JOD": 3}
_MONEY = re.compile(
    r"(?P<before>[A-Z]{3}|[A-Z]{1,2}\$|[£€$¥])?(?P<sign>-?)(?P<number>[\d.,' ]*\d)(?P<after>[A-Z]{3}|[£€$¥])?"
)
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar ene enero",
            "feb february februar febrero",
            "mar march mär märz mrz marzo",
            "apr april abr abril",
            "may mai mayo",
            "jun june juni junio",
            "jul july juli julio",
            "aug august ago agosto",
            "sep sept september septiembre",
            "oct october okt oktober octubre",
            "nov november noviembre",
            "dec december dez dezember dic diciembre",
        ),
        start=1,
    )
    for name in names.split()
}
_ISO = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:[T ].*)?")
_NUMBERS = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?: .*)?")
_DAY_FIRST_WORDS = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)?(?: de)? ([^\W\d]+)\.?,?(?: de)? (\d{4})")
_MONTH_FIRST_WORDS = re.compile(r"([^\W\d]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_EXCEL_DAY = re.compile(r"[34]\d{4}")
_EXCEL_START = date(1899, 12, 30)


def exponent(currency: str) -> int:
    """How many digits the minor unit has."""
    return _EXPONENTS.get(currency, 2)


def parse_money(text: str, default_currency: str) -> Money:
    """Read "£1,800.50", "1.800,50 €", "CHF 1'800" or "(12.30)". Raises `ValueError` where the amount is not plain."""
    plain = re.sub(r"\s", " ", text).strip().upper().replace("−", "-")
    is_negative = plain.startswith("(") and plain.endswith(")")
    plain = plain.strip("()").replace(" -", "-").replace("- ", "-")
    compact = re.sub(r"(?<=\D) | (?=\D)", "", plain)
    if compact.startswith("-"):
        is_negative, compact = True, compact[1:]
    found = _MONEY.fullmatch(compact)
    if found is None:
        raise ValueError(translate("amounts", "{text!r} is not an amount.").format(text=text))
    named = found["before"] or found["after"] or default_currency
    currency = _SYMBOLS.get(named, named)
    minor = _minor_units(found["number"], exponent(currency), text)
    return Money(-minor if is_negative or found["sign"] else minor, currency)


def format_money(money: Money) -> str:
    """ "£1,800", "£1,800.50"; with three decimals always all of them, since "15,625" KWD would read as 15.625."""
    digits = exponent(money.currency)
    whole, part = divmod(abs(money.minor), 10**digits)
    symbol = next((sign for sign, code in _SYMBOLS.items() if code == money.currency), f"{money.currency} ")
    cents = f".{part:0{digits}d}" if part or digits == 3 else ""
    return f"{'−' if money.minor < 0 else ''}{symbol}{whole:,}{cents}"


def parse_quantity(text: str) -> int:
    """Read "2", "1.5" or "0,125" as thousandths. Raises `ValueError` where it is none, or nothing at all."""
    plain = re.sub(r"\s", "", text)
    whole, part = _split_decimals(plain.replace("'", ""), 3)
    if not re.fullmatch(r"[0-9.,']*[0-9]", plain) or not (whole or "0").isdecimal() or not (part or "0").isdecimal():
        raise ValueError(translate("amounts", "{text!r} is not a quantity, such as 2 or 1.5.").format(text=text))
    if len(part) > 3:
        raise ValueError(translate("amounts", "A quantity has at most three decimals."))
    thousandths = int(whole + part.ljust(3, "0"))
    if thousandths < 1:
        raise ValueError(translate("amounts", "A quantity is more than nothing."))
    return thousandths


def format_quantity(thousandths: int, unit: str = "") -> str:
    """ "1.5 m", "2"."""
    whole, part = divmod(thousandths, 1_000)
    decimals = f".{part:03d}".rstrip("0") if part else ""
    return f"{whole:,}{decimals} {unit}".rstrip()


def price_of(quantity: int, each: Money) -> Money:
    """What so many thousandths cost, to the nearest minor unit."""
    minor = (abs(each.minor) * quantity + 500) // 1_000
    return Money(minor if each.minor >= 0 else -minor, each.currency)


def is_day_first(values: Iterable[str], default: bool = True) -> bool:
    """Whether 03/04 is the third of April, judged by a whole column."""
    for value in values:
        found = _NUMBERS.fullmatch(value.strip())
        if found and int(found[1]) > 12:
            return True
        if found and int(found[2]) > 12:
            return False
    return default


def parse_date(text: str, *, day_first: bool = True) -> date:
    """Read a date in a common form. Raises `ValueError` where it is none."""
    plain = " ".join(text.split())
    if found := _ISO.fullmatch(plain):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := _NUMBERS.fullmatch(plain):
        first, second = int(found[1]), int(found[2])
        day, month = (first, second) if day_first else (second, first)
        return date(_full_year(found[3]), month, day)
    if found := _DAY_FIRST_WORDS.fullmatch(plain):
        return date(int(found[3]), _month(found[2]), int(found[1]))
    if found := _MONTH_FIRST_WORDS.fullmatch(plain):
        return date(int(found[3]), _month(found[1]), int(found[2]))
    if _EXCEL_DAY.fullmatch(plain):
        return _EXCEL_START + timedelta(days=int(plain))
    raise ValueError(translate("amounts", "{text!r} is not a date.").format(text=text))


def _minor_units(number: str, digits: int, text: str) -> int:
    whole, part = _split_decimals(number.replace(" ", "").replace("'", ""), digits)
    if len(part) > digits:
        if part[digits:].strip("0"):
            raise ValueError(translate("amounts", "{text!r} has more decimals than its currency.").format(text=text))
        part = part[:digits]
    if not whole.isdecimal() or not (part or "0").isdecimal():
        raise ValueError(translate("amounts", "{text!r} is not an amount.").format(text=text))
    return int(whole + part.ljust(digits, "0"))


def _split_decimals(number: str, digits: int) -> tuple[str, str]:
    """The last of two different separators is the decimal one; a lone one is, unless three digits follow it."""
    last = max(number.rfind("."), number.rfind(","))
    if last < 0:
        return number, ""
    mark, other = number[last], "," if number[last] == "." else "."
    whole, part = number[:last], number[last + 1 :]
    is_lone = mark not in whole and other not in whole
    is_thousands = mark in whole or (is_lone and len(part) == 3 != digits and whole.strip("0") != "")
    if is_thousands:
        return _without_thousands(number, mark), ""
    return _without_thousands(whole, other), part


def _without_thousands(whole: str, mark: str) -> str:
    """Take the separators out where groups of three (in India of two) stand behind them; else leave the text alone."""
    head, *groups = whole.split(mark)
    return head + "".join(groups) if all(len(group) in (2, 3) for group in groups) else whole


def _full_year(text: str) -> int:
    year = int(text)
    if len(text) == 4:
        return year
    return 2000 + year if year < 70 else 1900 + year


def _month(name: str) -> int:
    month = _MONTHS.get(name.casefold())
    if month is None:
        raise ValueError(translate("amounts", "{name!r} is not a month.").format(name=name))
    return month
