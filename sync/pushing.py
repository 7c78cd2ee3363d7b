"""The push exchange: how many mutations go at once, what is suspected of them, and what is parked in the end."""

from sync.contact import Contact, check_epoch
from sync.errors import Busy, Rejected, Unreachable
from sync.plan import Pace, Sizing
from sync.ports import Server, Store
from sync.protocol import PROTOCOL, Code, Item, PushReply, PushRequest, Refusal

POISON = Refusal(
    code=Code.INTERNAL,
    message="The server keeps failing on this entry. It is kept on this device; try it again later.",
)
OVERSIZE = Refusal(
    code=Code.INVALID,
    message="This entry is too large for the server. It is kept on this device; make it shorter and send it again.",
)


class Pushing:
    def __init__(self, store: Store, server: Server, contact: Contact, boot_id: str = "") -> None:
        self._store = store
        self._server = server
        self._contact = contact
        self._boot_id = boot_id
        self._sizing = Sizing()
        self._pace = Pace()
        self.batch: tuple[Item, ...] = ()

    def run(self) -> PushReply | None:
        """Push the next batch and settle it, or push nothing where a proof is wanted. None: nothing was settled."""
        if self._sizing.wants_proof:
            self._prove()
            return None
        self.batch = self._store.next_batch(self._sizing.most, self._pace.most_bytes)
        if not self.batch:
            return None
        reply = self._send(self.batch)
        self._pace = self._pace.after(_size(self.batch), self._contact.took)
        self._store.settle(reply)
        self._sizing = self._sizing.succeed()
        return reply

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

    def _send(self, batch: tuple[Item, ...]) -> PushReply:
        position = self._store.position()
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
        reply = self._contact.ask(lambda: self._server.push(request))
        check_epoch(position, reply.epoch)
        if [verdict.key for verdict in reply.verdicts] != [item.key for item in batch]:
            raise Rejected("The server's answer does not match what was sent.")
        return reply


def _size(batch: tuple[Item, ...]) -> int:
    return sum(len(bytes(item.mutation)) for item in batch)
