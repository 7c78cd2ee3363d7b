"""Where punches were made: asked of the computer at a punch, never between, and only while the person agrees to it."""

import logging
from collections.abc import Collection
from datetime import timedelta
from functools import cached_property
from threading import Lock, Thread

from client.consent import LocationConsent
from client.desk import Desk
from client.views import PunchPlace
from storage.queries.locations import Locations
from sync.errors import StreamFlowError
from sync.kinds import Kind
from sync.protocol import Op

PATIENCE = 20.0
"""Seconds: who has punched is not followed any further."""
OLDEST = timedelta(minutes=5)
"""What the computer measured longer ago says nothing of this punch."""

_log = logging.getLogger(__name__)


class Whereabouts:
    def __init__(self, desk: Desk, locations: Locations, consent: LocationConsent) -> None:
        self._desk = desk
        self._locations = locations
        self._consent = consent
        self._source = desk.surroundings.location
        self._saving = Lock()
        self._is_over = False

    @cached_property
    def is_possible(self) -> bool:
        """Whether this computer can say where it is; asked once, and not on the window's thread."""
        return self._source is not None and self._source.is_there

    @property
    def is_on(self) -> bool:
        return self._consent.is_given and self.is_possible

    def follow(self, punch_id: str) -> None:
        """A punch of one's own is on the disk; where that was follows, if at all, when the computer knows it."""
        Thread(target=self.locate, args=(punch_id,), name="location", daemon=True).start()

    def locate(self, punch_id: str) -> None:
        """What `follow` does, until it is done. Nothing that goes wrong with it is worth a word at the clock."""
        if self._source is None or not self._consent.is_given:
            return
        fix = self._source.locate(PATIENCE)
        if fix is None or self._desk.clock.now() - fix.at > OLDEST:
            return
        where = {"latitude": fix.latitude, "longitude": fix.longitude, "accuracy_m": fix.accuracy_m}
        who = {"user_id": self._desk.profile.user_id, "punch_id": punch_id, "at": fix.at}
        with self._saving:
            if self._is_over or not self._consent.is_given:
                return
            try:
                self._desk.create(Kind.LOCATION, {**who, **where})
            except StreamFlowError as trouble:
                _log.warning("The location of a punch was not saved: %s", trouble)

    def stop(self) -> None:
        """From here on nothing is saved."""
        with self._saving:
            self._is_over = True

    def of(self, punch_ids: Collection[str]) -> tuple[PunchPlace, ...]:
        """What is known of where these punches were made."""
        mine = self._desk.profile.user_id
        return tuple(
            PunchPlace(
                id=found.record.id,
                punch_id=found.record.punch_id,
                at=found.record.at,
                latitude=found.record.latitude,
                longitude=found.record.longitude,
                accuracy_m=found.record.accuracy_m,
                is_mine=found.record.user_id == mine,
            )
            for found in self._locations.of(punch_ids)
        )

    def take_back(self, location_id: str) -> None:
        """The punch stays; where it was made counts no more."""
        self._desk.save(self._desk.draft(Op.REMOVE, Kind.LOCATION, location_id, {}))
