"""Bugs planted one at a time on every floor of the house. The simulation is worth what it catches."""

from collections.abc import Callable
from inspect import getmembers, isfunction

from simulation.planted import counter, engine, files, held, queue, reach, rulings
from simulation.planted.tools import Patch

Plant = Callable[[Patch], None]

PLANTS: dict[str, Plant] = {
    name: plant
    for bugs in (counter, rulings, reach, queue, held, engine, files)
    for name, plant in getmembers(bugs, isfunction)
    if plant.__module__ == bugs.__name__ and not name.startswith("_")
}
