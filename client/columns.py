"""Which column of a foreign table means which field of a lead: by its heading, else by what stands in it."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from client.tabular import Table
from sync.language import translate
from sync.terms import Stage

# Headings as people give them, in English, German and Spanish, in the form that `_plain` makes. Earlier ones win.
_HEADINGS: dict[str, tuple[str, ...]] = {
    part: tuple(headings.split(", "))
    for part, headings in {
        "name": (
            "name, lead, lead name, full name, customer, customer name, client, client name, contact, contact "
            "name, company, company name, account, account name, organisation, organization, business, kunde, "
            "kundenname, firma, ansprechpartner, kontakt, vollstandiger name, interessent, nombre, nombre "
            "completo, cliente, empresa, contacto, razon social"
        ),
        "first_name": "first name, firstname, given name, forename, vorname, nombre de pila",
        "last_name": "last name, lastname, surname, family name, nachname, familienname, apellido, apellidos",
        "phone": (
            "phone, phone number, telephone, telephone number, tel, tel no, mobile, mobile phone, mobile "
            "number, cell, cell phone, contact number, telefon, telefonnummer, handy, mobil, mobiltelefon, "
            "rufnummer, telefono, movil, celular"
        ),
        "email": (
            "email, e mail, email address, e mail address, mail, mailadresse, e mail adresse, emailadresse, "
            "correo, correo electronico, direccion de correo"
        ),
        "address": (
            "address, full address, site address, property address, location, adresse, anschrift, standort, "
            "direccion, domicilio, ubicacion"
        ),
        "street": "street, street address, address line 1, address 1, strasse, strasse nr, calle",
        "street_2": "address line 2, address 2, adresszusatz",
        "postcode": "postcode, post code, postal code, zip, zip code, plz, postleitzahl, codigo postal, cp",
        "city": "city, town, ort, stadt, wohnort, ciudad, localidad, poblacion",
        "need": (
            "need, needs, what they need, notes, note, description, details, job, job description, enquiry, "
            "inquiry, message, comment, comments, request, bedarf, anliegen, anfrage, beschreibung, notiz, notizen, "
            "bemerkung, nachricht, necesidad, descripcion, notas, comentario, comentarios, mensaje, consulta"
        ),
        "source": (
            "source, lead source, channel, origin, referral, referred by, how did you hear about us, quelle, "
            "herkunft, kanal, fuente, origen, canal"
        ),
        "stage": "stage, status, lead status, lead stage, state, phase, stand, estado, etapa, fase",
        "follow_up_on": (
            "follow up, follow up on, follow up date, next contact, next action, callback, call back, due date, "
            "wiedervorlage, nachfassen, nachster kontakt, seguimiento, fecha de seguimiento, proximo contacto"
        ),
        "value": (
            "value, amount, estimate, estimated value, deal value, quote, quote value, price, total, budget, "
            "wert, betrag, preis, angebotswert, summe, auftragswert, valor, importe, precio, presupuesto"
        ),
    }.items()
}
_PARTS = {"first_name": "name", "last_name": "name", "street": "address", "street_2": "address"}
_PARTS |= {"postcode": "address", "city": "address"}
FIELDS = ("name", "phone", "email", "address", "need", "source", "stage", "follow_up_on", "value")

_STAGES: dict[str, Stage] = {
    word: stage
    for stage, words in {
        Stage.NEW: "new,open,fresh,neu,offen,nuevo,nueva,abierto",
        Stage.CONTACTED: "contacted,called,in contact,working,kontaktiert,in kontakt,contactado,contactada",
        Stage.QUOTED: "quoted,quote sent,proposal,estimate sent,angebot,angeboten,presupuestado,presupuesto enviado",
        Stage.WON: "won,closed won,sold,accepted,gewonnen,beauftragt,ganado,ganada,aceptado",
        Stage.LOST: "lost,closed lost,rejected,declined,verloren,abgelehnt,perdido,perdida,rechazado",
    }.items()
    for word in words.split(",")
}
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_PHONE = re.compile(r"[+(]?[\d\s()./-]{6,}")


def guess_mapping(table: Table) -> dict[str, tuple[int, ...]]:
    """Field → the columns that make it up. A field that no column fits is left out."""
    by_heading = _by_heading(table.columns)
    mapping: dict[str, tuple[int, ...]] = {}
    for part, column in by_heading.items():
        field = _PARTS.get(part, part)
        if part == field or field not in by_heading:
            mapping[field] = (*mapping.get(field, ()), column)
    free = [column for column in range(len(table.columns)) if not any(column in used for used in mapping.values())]
    for field, column in _by_content(table, free, missing={"email", "phone", "name"} - mapping.keys()):
        mapping[field] = (column,)
    return {field: mapping[field] for field in FIELDS if field in mapping}


def parse_stage(text: str) -> Stage:
    """Raises `ValueError` for a word that names no stage."""
    stage = _STAGES.get(_plain(text))
    if stage is None:
        raise ValueError(translate("columns", "{text!r} is not a stage.").format(text=text))
    return stage


def _by_heading(columns: Sequence[str]) -> dict[str, int]:
    """The best column of each heading: the earliest synonym wins, then the leftmost column."""
    plain = [_plain(column) for column in columns]
    found: dict[str, int] = {}
    for part, headings in _HEADINGS.items():
        column = next((plain.index(heading) for heading in headings if heading in plain), None)
        if column is not None:
            found[part] = column
    return found


def _by_content(table: Table, free: list[int], missing: set[str]) -> Iterable[tuple[str, int]]:
    for field, looks_right in (("email", _EMAIL), ("phone", _PHONE), ("name", re.compile(r"[^\d@]{3,}"))):
        if field not in missing:
            continue
        for column in free:
            values = [row.cells[column].strip() for row in table.rows[:100] if column < len(row.cells)]
            filled = [value for value in values if value]
            if filled and sum(1 for value in filled if looks_right.fullmatch(value)) * 5 >= len(filled) * 4:
                free.remove(column)
                yield field, column
                break


def _plain(text: str) -> str:
    """Lower case, without accents and punctuation, so that "E-Mail-Adresse:" is "e mail adresse"."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("ß", "ss"))
    letters = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(re.sub(r"[^0-9a-z]+", " ", letters).split())
