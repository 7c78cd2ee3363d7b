"""When work is to begin, as people type it: a day, and a time of day that may be left out."""

from datetime import datetime, time, tzinfo

from sync.language import translate
from ui import record_words, words

BEGIN = time(8, 0)
"""Where no time is given."""


def read_start(day: str, time_of_day: str, zone: tzinfo) -> tuple[datetime | None, dict[str, str]]:
    """None where nothing is typed; what is wrong stands beside it, by field: `day`, `time`."""
    day, time_of_day = day.strip(), time_of_day.strip()
    if not day and not time_of_day:
        return None, {}
    wrong: dict[str, str] = {}
    at = words.read_time(time_of_day) if time_of_day else BEGIN
    if at is None:
        wrong["time"] = translate("typed_start", "A time, like 9:30.")
    try:
        on = record_words.read_date(day) if day else None
    except ValueError as trouble:
        return None, {**wrong, "day": str(trouble)}
    if on is None:
        wrong["day"] = translate("typed_start", "Say on which day, too.")
    return (datetime.combine(on, at, zone) if on and at else None), wrong
