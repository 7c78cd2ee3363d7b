"""Bugs in the engine: what it takes for an answer, and when it tries again."""

from simulation.planted.tools import Patch, nothing
from storage import store as stores
from sync import lanes, pushing
from sync import pulling as pull_exchange
from sync.engine import Engine
from sync.errors import Busy, NetworkTrouble, Unreachable
from sync.http import HttpServer
from sync.protocol import Outcome, PushReply, PushRequest, Verdict
from sync.status import Phase


def takes_anything_for_success(patch: Patch) -> None:
    real = HttpServer.push

    def push(server: HttpServer, request: PushRequest) -> PushReply:
        try:
            return real(server, request)
        except Unreachable:
            verdicts = [Verdict(key=item.key, outcome=Outcome.APPLIED) for item in request.mutations]
            now = server._clock.now()
            return PushReply(protocol=1, epoch=request.epoch, last_seq=0, version=0, server_time=now, verdicts=verdicts)

    patch.setattr(HttpServer, "push", push)


def drops_the_batch_after_a_timeout(patch: Patch) -> None:
    real = Engine._doubt

    def doubt(self: Engine, trouble: Unreachable | Busy, lane: Phase) -> None:
        real(self, trouble, lane)
        store = self._store
        if lane is Phase.PUSHING and isinstance(store, stores.LocalStore):
            with store._database.write() as tx:
                tx.run("DELETE FROM outbox")

    patch.setattr(Engine, "_doubt", doubt)


def ends_at_a_500(patch: Patch) -> None:
    real = Engine._meet

    def meet(self: Engine, trouble: NetworkTrouble, lane: Phase) -> Phase:
        phase = real(self, trouble, lane)
        if isinstance(trouble, Busy) and trouble.status == 500:
            self._take_step = lambda phase: Phase.WAITING
            self.restart = nothing
            return Phase.WAITING
        return phase

    patch.setattr(Engine, "_meet", meet)


def never_polls(patch: Patch) -> None:
    patch.setattr(pull_exchange, "POLL", (10_000.0, 10_000.0))
    patch.setattr(Engine, "_want_pull", nothing)


def never_knocks(patch: Patch) -> None:
    patch.setattr(Engine, "_knock", lambda _: Phase.SIGN_IN_NEEDED)


def does_not_do_as_it_is_asked(patch: Patch) -> None:
    patch.setattr(lanes.Lanes, "hold_all", nothing)


def tries_without_end(patch: Patch) -> None:
    patch.setattr(lanes, "pause", lambda *_: 0.0)


def waits_for_hours(patch: Patch) -> None:
    patch.setattr(lanes, "pause", lambda *_: 10_000.0)


def convicts_without_proof(patch: Patch) -> None:
    real = Engine._doubt

    def doubt(self: Engine, trouble: Unreachable | Busy, lane: Phase) -> None:
        real(self, trouble, lane)
        if lane is Phase.PUSHING and self._pushing.batch:
            self._pushing.withdraw(pushing.POISON)

    patch.setattr(Engine, "_doubt", doubt)
