"""What was measured, written after each measurement, so that a run that breaks off leaves what it has."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median


@dataclass(frozen=True)
class Result:
    """`ratio` is value over a floor measured in the same run; `n` is how often each of the two was measured."""

    name: str
    value: float
    unit: str
    floor: float | None
    ratio: float | None
    n: int


class Results:
    def __init__(self, path: Path) -> None:
        self._path = path
        self._results: dict[str, Result] = {}
        path.parent.mkdir(exist_ok=True)

    def add(self, name: str, unit: str, values: list[float], floors: list[float] | None = None) -> Result:
        """Keep the medians of what was measured, and of its floor."""
        value = median(values)
        floor = median(floors) if floors else None
        ratio = round(value / floor, 3) if floor else None
        result = Result(name, round(value, 4), unit, None if floor is None else round(floor, 4), ratio, len(values))
        self._results[name] = result
        self._path.write_text(json.dumps([asdict(each) for each in self._results.values()], indent=1) + "\n")
        print(f"\n{result}", end="")
        return result
