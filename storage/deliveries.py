"""How far the sending has got, and how often each line was tried since the program started; the file need not know."""

from collections.abc import Sequence

from sync.protocol import Item


class Deliveries:
    def __init__(self) -> None:
        self.up_to = 0
        self._tries: dict[int, int] = {}

    def go_out(self, batch: Sequence[Item]) -> None:
        """These lines are on their way. Lines before them have been answered, and are forgotten."""
        self.up_to = batch[-1].seq if batch else 0
        first = batch[0].seq if batch else 0
        self._tries = {seq: count for seq, count in self._tries.items() if seq >= first}
        self._tries.update((item.seq, self.tries(item.seq) + 1) for item in batch)

    def rest(self) -> None:
        """Nothing is on its way any more."""
        self.up_to = 0

    def start_over(self) -> None:
        """The lines have other numbers now."""
        self.rest()
        self._tries = {}

    def tries(self, seq: int) -> int:
        return self._tries.get(seq, 0)
