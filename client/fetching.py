"""How far the first sync is, or one that fetches everything anew."""

from client.views import Fetching, FetchStage
from sync.ports import Position
from sync.protocol import Part
from sync.status import Progress


def fetching_of(position: Position, progress: Progress | None) -> Fetching | None:
    """None once everything is here. A program that was started in the middle hears with the next chunk where it is."""
    if position.cursor or position.rebuilding:
        return None
    if progress is None:
        return Fetching(FetchStage.WORK if position.token else FetchStage.PEOPLE)
    stage = FetchStage.WORK if progress.part is Part.URGENT else FetchStage.REST
    return Fetching(stage, progress.done, progress.total)
