"""Money and dates as people write them."""

import contextlib
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from client.amounts import format_money, is_day_first, parse_date, parse_money
from sync.records import Money

MONEY = {
    "£1,800.50": (180050, "GBP"),
    "1.800,50 €": (180050, "EUR"),
    "1 800,50": (180050, "GBP"),
    "1\u202f800,50 EUR": (180050, "EUR"),
    "CHF 1'800.-": None,
    "CHF 1'800": (180000, "CHF"),
    "1800": (180000, "GBP"),
    "1,800": (180000, "GBP"),
    "1.800": (180000, "GBP"),
    "1.8": (180, "GBP"),
    "12,3": (1230, "GBP"),
    "$12,345,678.90": (1234567890, "USD"),
    "US$ 5": (500, "USD"),
    "12,34,567.00 INR": (123456700, "INR"),
    "-£5": (-500, "GBP"),
    "£-5": (-500, "GBP"),
    "(12.30)": (-1230, "GBP"),
    "−7,00 €": (-700, "EUR"),
    "¥1,200": (1200, "JPY"),
    "1.234 KWD": (1234, "KWD"),
    "£12.340": (1234000, "GBP"),
    "0.123": None,
    "£1.2345": None,
    "12 apples": None,
    "": None,
    "1.2.3": None,
    "twelve": None,
    "٣٤": (3400, "GBP"),
    "1e5": None,
}


@pytest.mark.parametrize(("text", "expected"), MONEY.items())
def test_an_amount_is_read_as_it_is_written(text: str, expected: tuple[int, str] | None) -> None:
    if expected is None:
        with pytest.raises(ValueError, match=r"amount|decimals"):
            parse_money(text, "GBP")
    else:
        assert parse_money(text, "GBP") == Money(*expected)


@given(st.integers(min_value=-(10**12), max_value=10**12), st.sampled_from(["GBP", "EUR", "USD", "JPY", "CHF", "KWD"]))
@example(15_625_000, "KWD")
def test_an_amount_that_we_print_is_read_back(minor: int, currency: str) -> None:
    assert parse_money(format_money(Money(minor, currency)), "SEK") == Money(minor, currency)


@given(st.text(max_size=30))
def test_no_text_breaks_the_reading_of_an_amount(text: str) -> None:
    with contextlib.suppress(ValueError):
        parse_money(text, "GBP")


DATES = {
    "2026-11-20": date(2026, 11, 20),
    "20261120": date(2026, 11, 20),
    "2026-11-20T08:30:00Z": date(2026, 11, 20),
    "2026-11-20 08:30": date(2026, 11, 20),
    "20/11/2026": date(2026, 11, 20),
    "20.11.2026": date(2026, 11, 20),
    "3.4.26": date(2026, 4, 3),
    "03-04-1999": date(1999, 4, 3),
    "20 Nov 2026": date(2026, 11, 20),
    "20. November 2026": date(2026, 11, 20),
    "20 de noviembre de 2026": date(2026, 11, 20),
    "1. März 2026": date(2026, 3, 1),
    "Nov 20, 2026": date(2026, 11, 20),
    "November 3rd 2026": date(2026, 11, 3),
    "46346": date(2026, 11, 20),
    "31/02/2026": None,
    "soon": None,
    "5 Foo 2026": None,
}


@pytest.mark.parametrize(("text", "expected"), DATES.items())
def test_a_date_is_read_in_its_common_forms(text: str, expected: date | None) -> None:
    if expected is None:
        with pytest.raises(ValueError, match=r"."):
            parse_date(text)
    else:
        assert parse_date(text) == expected


def test_a_column_decides_whether_the_day_comes_first() -> None:
    assert is_day_first(["03/04/2026", "25/04/2026"])
    assert not is_day_first(["03/04/2026", "04/25/2026"])
    assert is_day_first(["03/04/2026"])
    assert parse_date("03/04/2026", day_first=False) == date(2026, 3, 4)
