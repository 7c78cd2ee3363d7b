"""Files as the world makes them."""

import contextlib
import csv
import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from client.columns import guess_mapping, parse_stage
from client.lead_rows import LeadReader, ReadRow
from client.tabular import Table, read_table
from sync.errors import InvalidInput
from sync.terms import Stage

PLAIN = "Name;Phone;Notes\nMüller & Söhne;020 7946 0018;Größe 5 €\nÉlan;;\n"


def table_of(text: str, encoding: str = "utf-8") -> Table:
    return read_table(text.encode(encoding))


def rows_of(table: Table) -> list[ReadRow]:
    reader = LeadReader(table, guess_mapping(table), "GBP")
    return [reader.read(row) for row in table.rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_encodings_newlines_and_delimiters_are_found_out(encoding: str, newline: str, delimiter: str) -> None:
    table = table_of(PLAIN.replace(";", delimiter).replace("\n", newline), encoding)
    assert table.columns == ("Name", "Phone", "Notes")
    assert [row.cells for row in table.rows] == [("Müller & Söhne", "020 7946 0018", "Größe 5 €"), ("Élan", "", "")]
    assert [row.line for row in table.rows] == [2, 3]
    assert table.delimiter == delimiter


def test_a_utf_16_file_with_its_mark_is_read() -> None:
    assert read_table(b"\xfe\xff" + PLAIN.encode("utf-16-be")).rows == table_of(PLAIN).rows


def test_quoted_newlines_keep_the_line_numbers_right() -> None:
    table = table_of('name,notes\n"A","one\ntwo, ""three"""\n\n\nB,x\n')
    assert [(row.line, row.cells) for row in table.rows] == [(2, ("A", 'one\ntwo, "three"')), (6, ("B", "x"))]


def test_excel_names_its_separator_in_the_first_line() -> None:
    table = table_of('"sep=;"\nName;Need\nA, B and C;x\n'.replace('"', ""))
    assert table.delimiter == ";"
    assert table.rows[0].cells == ("A, B and C", "x")
    assert table.rows[0].line == 3


def test_commas_in_cells_do_not_make_a_semicolon_file_a_comma_file() -> None:
    table = table_of("Name;Value\nA, B, C;1,50\nD, E, F;2,50\nG;3,00\n")
    assert table.delimiter == ";"


def test_short_rows_are_well_meant_and_long_ones_are_told() -> None:
    short, long, trailing = rows_of(table_of("name,phone,email\nA\nB,020 7946 0018,b@x.example,lost\nC,,,,\n"))
    assert (short.fields, short.problems) == ({"name": "A"}, ())
    assert [problem.code for problem in long.problems] == ["ragged"]
    assert trailing.problems == ()


def test_an_open_quotation_mark_is_told() -> None:
    rows = rows_of(table_of('name,need\nA,x\nB,"open\nC,y\nD,z\n'))
    assert [(row.line, [problem.code for problem in row.problems]) for row in rows] == [(2, []), (3, ["open_quote"])]


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xef\xbb\xbf", b" , ,\n", b"\xff\xfe"])
def test_an_empty_file_is_told(content: bytes) -> None:
    with pytest.raises(InvalidInput, match="empty"):
        read_table(content)


def test_an_endless_cell_is_told_and_not_swallowed() -> None:
    with pytest.raises(InvalidInput, match="line 2"):
        table_of("name\n" + "x" * 1_100_000)


HEADINGS = {
    "Name,Phone,Email": {"name": (0,), "phone": (1,), "email": (2,)},
    "E-Mail-Adresse;Telefonnummer;Firma;PLZ;Ort;Straße": {
        "email": (0,), "phone": (1,), "name": (2,), "address": (5, 3, 4),
    },
    "Nombre;Teléfono;Correo electrónico;Dirección": {"name": (0,), "phone": (1,), "email": (2,), "address": (3,)},
    "First Name,Last Name,Mobile": {"name": (0, 1), "phone": (2,)},
    "Company,First Name,Last Name": {"name": (0,)},
    "Client name,Lead Source,Lead Status,Est,Follow-up date,Deal value": {
        "name": (0,), "source": (1,), "stage": (2,), "follow_up_on": (4,), "value": (5,),
    },
}  # fmt: skip


@pytest.mark.parametrize(("headings", "expected"), HEADINGS.items())
def test_columns_are_known_by_their_headings(headings: str, expected: dict[str, tuple[int, ...]]) -> None:
    assert guess_mapping(table_of(f"{headings}\n")) == expected


def test_columns_without_a_known_heading_are_known_by_what_stands_in_them() -> None:
    table = table_of("A1,B1,C1,D1\n7,Orchard House,020 7946 0018,a@b.example\n8,Dale Farm,+44 20 7946,c@d.example\n")
    assert guess_mapping(table) == {"name": (1,), "phone": (2,), "email": (3,)}


def test_a_row_becomes_fields_or_says_what_is_wrong() -> None:
    good, bad = rows_of(
        table_of(
            "Kunde;Status;Wert;Wiedervorlage;Telefon\n"
            "Bäckerei Kern;Angebot;1.800,50 €;24.12.2026;030 901820\n"
            ";gefunden;viel;32.1.2026;" + "9" * 201 + "\n"
        )
    )
    assert good.problems == ()
    assert good.fields == {
        "name": "Bäckerei Kern",
        "phone": "030 901820",
        "stage": "quoted",
        "follow_up_on": "2026-12-24",
        "value": {"minor": 180050, "currency": "EUR"},
    }
    assert bad.line == 3
    assert {problem.field for problem in bad.problems} == {"name", "stage", "value", "follow_up_on", "phone"}


def test_the_digest_is_of_the_content_and_not_of_the_file() -> None:
    one = rows_of(table_of("name,phone\nA,1\n"))[0]
    other = rows_of(table_of("Telefon;Leer;Name\n\n1;;A\n", "utf-16"))[0]
    assert one.digest == other.digest
    assert one.digest != rows_of(table_of("name,phone\nA,2\n"))[0].digest


@pytest.mark.parametrize(("word", "stage"), [("Won", Stage.WON), ("gewonnen", Stage.WON), ("QUOTE SENT", Stage.QUOTED)])
def test_stages_have_many_names(word: str, stage: Stage) -> None:
    assert parse_stage(word) is stage


cell = st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=12)


@given(st.lists(st.lists(cell, min_size=3, max_size=3), min_size=1, max_size=8), st.sampled_from([",", ";", "\t", "|"]))
@example([["a\r", "\n", '"']], ",")
def test_what_a_spreadsheet_writes_is_read_back(rows: list[list[str]], delimiter: str) -> None:
    written = io.StringIO()
    out = csv.writer(written, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    out.writerow(["name", "phone", "notes"])
    out.writerows(rows)
    table = read_table(written.getvalue().encode("utf-8-sig"))
    assert table.delimiter == delimiter
    assert [list(row.cells) for row in table.rows] == [row for row in rows if any(text.strip() for text in row)]


@given(st.binary(max_size=300))
@example(b"name\n\xff")
@example(b'"')
def test_no_file_breaks_the_reading(content: bytes) -> None:
    with contextlib.suppress(InvalidInput):
        rows_of(read_table(content))
