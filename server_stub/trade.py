"""A heating and plumbing company as one meets it: the words that the demo's records are made of."""

from typing import Any

FIRST = [
    "Amelia",
    "Bridget",
    "Carol",
    "Dennis",
    "Edith",
    "Farah",
    "Gareth",
    "Hannah",
    "Imran",
    "Joan",
    "Kofi",
    "Linda",
    "Martin",
    "Nadia",
    "Owen",
    "Priya",
    "Quentin",
    "Rosa",
    "Stephen",
    "Tessa",
    "Umar",
    "Vera",
    "Walter",
    "Yasmin",
    "Zoe",
]
LAST = [
    "Abbott",
    "Barlow",
    "Chaudhry",
    "Dawson",
    "Ellis",
    "Fenwick",
    "Graham",
    "Hughes",
    "Iqbal",
    "Jennings",
    "Kaur",
    "Lowe",
    "Marsh",
    "Nolan",
    "Okafor",
    "Pryce",
    "Quinn",
    "Rahman",
    "Shaw",
    "Tucker",
    "Usher",
    "Vance",
    "Webb",
    "Yates",
]
STREETS = [
    "Hill Street",
    "Quay Lane",
    "Orchard Road",
    "Mill Park",
    "Station Road",
    "Dale Lane",
    "Church Walk",
    "Canal Side",
    "Priory Avenue",
    "Meadow Rise",
    "Victoria Terrace",
    "Bakers Yard",
    "Foundry Court",
    "Beech Grove",
    "Harbour View",
]
BUSINESSES = [
    "Harbour Café",
    "Fenwick School",
    "Brook & Sons Ltd",
    "Hill Street Residents",
    "Dale Farm",
    "Mill Park Dental",
    "The Anchor Inn",
    "St Anne's Hall",
    "Priory Care Home",
    "Canal Side Studios",
    "Northgate Nursery",
    "Bakers Yard Bakery",
    "Quay Lane Flats",
    "Foundry Gym",
    "Meadow Rise Surgery",
    "Orchard House",
]
NEEDS = [
    "Boiler loses pressure every few days.",
    "Wants a quote for a new combi boiler, three bedrooms.",
    "Two radiators stay cold upstairs.",
    "Annual service for a landlord's certificate.",
    "Bathroom refit, first floor; ring after 17:00.",
    "Kitchen tap drips, stopcock is seized.",
    "Underfloor heating for an extension, plans to follow.",
    "Heat pump: would like to know whether it pays.",
    "No hot water since Monday, two small children.",
    "Shower pump is loud.",
]
SOURCES = ("Phone", "Website", "Recommended", "On site", "Trade fair", "Leaflet")

# Title, planned minutes, checklist.
JOBS: tuple[tuple[str, int, tuple[str, ...]], ...] = (
    (
        "Boiler service",
        240,
        (
            "Isolate gas and power",
            "Check flue draught",
            "Clean burner",
            "Replace seal kit",
            "Customer signature",
        ),
    ),
    ("Radiator leak", 90, ("Isolate circuit", "Drain down", "Replace valve", "Refill and bleed")),
    ("Annual inspection", 120, ("Visual check", "Pressure test", "CO reading", "Certificate left on site")),
    ("Thermostat fitting", 60, ("Power off", "Fit receiver", "Pair and test")),
    ("Hot water cylinder", 360, ("Drain cylinder", "Fit new cylinder", "Insulate pipes", "Benchmark filled in")),
    ("Power flush", 300, ("Connect pump", "Flush each radiator", "Add inhibitor", "Record readings")),
    ("Tap and stopcock", 75, ("Turn off supply", "Replace washer", "Test for leaks")),
    ("Shower pump", 150, ("Isolate", "Fit pump on mat", "Test flow")),
    ("Bathroom first fix", 480, ("Set out", "Run hot and cold", "Run waste", "Pressure test")),
    ("Heat pump survey", 120, ("Measure rooms", "Photograph meter", "Outdoor unit position")),
)
SITES = (
    ("Main building", "Ask at reception for the plant room key."),
    ("Annexe", "Side gate, code 4410. Mind the dog."),
    ("Workshop", "Open from seven; park behind the skip."),
    ("Flat above", "Ring twice, the bell is quiet."),
)
ROLES = ("Caretaker", "Manager", "Accounts", "Landlord", "Site foreman")
# What an item asks for where that is not a tick, and an answer to it as somebody would have given it.
ASKED: dict[str, tuple[dict[str, Any], object]] = {
    "Check flue draught": ({"kind": "number", "unit": "Pa", "least": -30, "most": 0}, -8),
    "Pressure test": ({"kind": "number", "unit": "bar", "least": 0, "most": 12}, 2.5),
    "CO reading": ({"kind": "number", "unit": "ppm", "least": 0, "most": 1000}, 4),
    "Test flow": ({"kind": "number", "unit": "l/min", "least": 0, "most": 100}, 14.5),
    "Record readings": ({"kind": "text"}, "20 \N{DEGREE SIGN}C in, 38 \N{DEGREE SIGN}C out"),
    "Photograph meter": ({"kind": "photo", "is_optional": True}, None),
    "Outdoor unit position": ({"kind": "choice", "choices": ["Front", "Side", "Rear", "Roof"]}, "Rear"),
}
# Name, quantity in thousandths, unit, price of one in minor units.
PARTS: tuple[tuple[str, int, str, int], ...] = (
    ("Seal kit", 1_000, "", 2_450),
    ("Isolation valve 15 mm", 2_000, "", 680),
    ("Copper pipe 22 mm", 3_500, "m", 920),
    ("Inhibitor", 1_000, "l", 1_595),
    ("Flexible hose 300 mm", 2_000, "", 540),
    ("PTFE tape", 1_000, "roll", 120),
)
NOTES = (
    "Key at reception.",
    "Valve seized, order 22 mm.",
    "Park in the yard, not on the street.",
    "Dog in the garden; ring first.",
    "Customer asked for an invoice by post.",
    "Loft ladder is on site.",
)


def item(place: int, text: str) -> dict[str, Any]:
    asked, _answer = ASKED.get(text, ({}, True))
    return {"id": f"item-{place}", "text": text, **asked}


def answer(text: str) -> object:
    _asked, given = ASKED.get(text, ({}, True))
    return given
