"""The push exchange: how many mutations go at once, what is suspected of them, and what is parked in the end."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import NamedTuple

from sync.aside import Begin, is_told_to_wait
from sync.contact import Contact, Heard, check_epoch
from sync.errors import Busy, NetworkTrouble, Rejected, Unreachable
from sync.language import marked, translate
from sync.plan import Pace, Sizing
from sync.ports import Position, Server, Store
from sync.protocol import PROTOCOL, Code, Item, PushReply, PushRequest, Refusal

POISON = Refusal(
    code=Code.INTERNAL,
    message=marked("network", "The server keeps failing on this entry. It is kept on this device; try it again later."),
)
OVERSIZE = Refusal(
    code=Code.INVALID,
    message=marked(
        "network",
        "This entry is too large for the server. It is kept on this device; make it shorter and send it again.",
    ),
)


class _UnderWay(NamedTuple):
    """The batch that was sent ahead, and in which stream."""

    position: Position
    batch: tuple[Item, ...]
    answer: Future[Heard[PushReply]]
    is_outdated: bool = False

    def leads(self, position: Position, batch: tuple[Item, ...]) -> bool:
        """Whether it is what would go out now, or its beginning, and nothing younger than its answer was heard."""
        is_same = self.position.stream == position.stream and self.batch == batch[: len(self.batch)]
        return is_same and not self.is_outdated


class Pushing:
    """With a hand to `begin` with, the next batch is sent while the last one's verdicts are still being stored.

    To the server that is a device whose file is a batch behind, as after any kill: it has a receipt for all it is told
    again. So what was sent ahead may be dropped at any time, and is where the next batch turns out to be another one.
    """

    def __init__(
        self, store: Store, server: Server, contact: Contact, boot_id: str = "", begin: Begin | None = None
    ) -> None:
        self._store = store
        self._server = server
        self._contact = contact
        self._boot_id = boot_id
        self._begin = begin
        self._under_way: _UnderWay | None = None
        self._sizing = Sizing()
        self._pace = Pace()
        self.batch: tuple[Item, ...] = ()

    @property
    def is_told_to_wait(self) -> bool:
        """By the answer to what was sent ahead; the next `run` takes notice."""
        return self._under_way is not None and is_told_to_wait(self._under_way.answer)

    def run(self, will_go_on: Callable[[], bool] = lambda: False) -> PushReply | None:
        """Push the next batch and settle it, or push nothing where a proof is wanted. None: nothing was settled.

        Where pushing `will_go_on` after that, the batch behind it is sent before.
        """
        if self.is_told_to_wait:
            self._send_next()
        if self._sizing.wants_proof:
            self._prove()
            return None
        self.batch = self._store.next_batch(self._sizing.most, self._pace.most_bytes)
        if not self.batch:
            return None
        reply = self._send_next()
        self._pace = self._pace.after(_size(self.batch), self._contact.took)
        self._sizing = self._sizing.succeed()
        if self._begin is not None and will_go_on():
            self._send_ahead(self._begin)
        self._store.settle(reply)
        return reply

    def outdate(self) -> None:
        """What was sent ahead is sent again, whatever the answer was.

        A pull may say that a record is gone, and an older answer would bring it back; and whoever has signed in since
        is somebody else to the server.
        """
        if self._under_way is not None:
            self._under_way = self._under_way._replace(is_outdated=True)

    def doubt(self, trouble: Unreachable | Busy) -> bool:
        """It may be the size of the batch, or what is in it. True: the server is well, so search on soon."""
        if self._sizing.wants_proof:
            return False
        is_crowded = isinstance(trouble, Busy) and trouble.is_crowded
        kind = f"{type(trouble).__name__} {getattr(trouble, 'status', '')}"
        self._sizing = self._sizing.fail(kind, len(self.batch), may_be_poison=not is_crowded)
        self._pace = self._pace.slower()
        return self._sizing.is_searching and not is_crowded

    def shrink(self) -> bool:
        """The batch was too large. False: nothing is left that could be made smaller or taken out."""
        if self._sizing.wants_proof:
            return False
        if self._sizing.is_single(len(self.batch)):
            return self.withdraw(OVERSIZE)
        self._sizing = self._sizing.shrink(len(self.batch))
        return True

    def withdraw(self, refusal: Refusal) -> bool:
        """Park what can't be sent. False: a withdrawal that can't be sent has nothing left to take out."""
        key = next((item.key for item in self.batch if not item.is_withdrawal), None)
        self.forget_suspicion()
        if key is None:
            return False
        self._store.withdraw(key, refusal)
        return True

    def forget_suspicion(self) -> None:
        self._sizing = Sizing()

    def _prove(self) -> None:
        """Push nothing: if that goes through, it is the batch that the server can't take."""
        self._send(())
        self._sizing = self._sizing.prove(len(self.batch))
        if self._sizing.is_convicted and not self.withdraw(POISON):
            raise Rejected(POISON.message)

    def _send_next(self) -> PushReply:
        """Take the answer to the batch that is under way, if this is the one, else send it."""
        under_way, self._under_way = self._under_way, None
        if under_way is None:
            return self._send(self.batch)
        if under_way.leads(self._store.position(), self.batch):
            self.batch = under_way.batch
            return self._answered(under_way.position, self.batch, self._contact.take(under_way.answer.result()))
        trouble = under_way.answer.exception()  # one push at a time; the server has receipts for what it took
        if trouble is not None and (is_told_to_wait(under_way.answer) or not isinstance(trouble, NetworkTrouble)):
            raise trouble  # it asked to be left alone, whatever it was asked for; or it is a bug of ours
        return self._send(self.batch)

    def _send_ahead(self, begin: Begin) -> None:
        batch = self._store.batch_behind(self.batch[-1].seq, self._sizing.most, self._pace.most_bytes)
        if batch:
            position = self._store.position()
            call = self._call(position, batch)
            answer = begin(lambda: self._contact.listen(call))
            self._under_way = _UnderWay(position, batch, answer)

    def _send(self, batch: tuple[Item, ...]) -> PushReply:
        position = self._store.position()
        return self._answered(position, batch, self._contact.ask(self._call(position, batch)))

    def _call(self, position: Position, batch: tuple[Item, ...]) -> Callable[[], PushReply]:
        request = PushRequest(
            protocol=PROTOCOL,
            stream=position.stream,
            epoch=position.epoch,
            confirmed_seq=position.confirmed_seq,
            sent_at=self._contact.now(),
            mutations=list(batch),
            monotonic_ms=self._contact.monotonic_ms(),
            boot_id=self._boot_id,
        )
        return lambda: self._server.push(request)

    def _answered(self, position: Position, batch: tuple[Item, ...], reply: PushReply) -> PushReply:
        check_epoch(position, reply.epoch)
        if [verdict.key for verdict in reply.verdicts] != [item.key for item in batch]:
            raise Rejected(translate("network", "The server's answer does not match what was sent."))
        return reply


def _size(batch: tuple[Item, ...]) -> int:
    return sum(len(bytes(item.mutation)) for item in batch)
