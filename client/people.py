"""Who is who in the organisation, as this device knows it."""

from client.desk import Desk
from client.views import Person
from storage.queries.directory import Directory
from sync.errors import InvalidInput, Problem
from sync.language import translate
from sync.records import Crew, Organisation
from sync.terms import Role


class People:
    def __init__(self, desk: Desk, directory: Directory) -> None:
        self._desk = desk
        self._directory = directory

    def all(self) -> tuple[Person, ...]:
        return tuple(
            Person(user.id, user.name, user.role, user.crew_id, user.is_active) for user in self._directory.users()
        )

    def crews(self) -> tuple[Crew, ...]:
        return self._directory.crews()

    def get(self, user_id: str) -> Person | None:
        return next((person for person in self.all() if person.id == user_id), None)

    def names(self) -> dict[str, str]:
        return {self._desk.profile.user_id: self._desk.profile.name} | {one.id: one.name for one in self.all()}

    def name(self, user_id: str | None) -> str:
        return "" if user_id is None else self.names().get(user_id, translate("people", "somebody else"))

    def me(self) -> Person:
        """Also before anything was ever pulled."""
        profile = self._desk.profile
        return self.get(profile.user_id) or Person(profile.user_id, profile.name, profile.role, None)

    def crew(self) -> tuple[Person, ...]:
        """Whom I may punch for: a crew lead their crew, the office everyone, a worker nobody else."""
        profile = self._desk.profile
        others = (person for person in self.all() if person.is_active and person.id != profile.user_id)
        match profile.role:
            case Role.OFFICE | Role.OWNER:
                return tuple(others)
            case Role.CREW_LEAD:
                led = {crew.id for crew in self.crews() if crew.lead_id == profile.user_id} | {self.me().crew_id}
                return tuple(person for person in others if person.crew_id is not None and person.crew_id in led)
            case Role.WORKER:
                return ()

    def crew_member(self, name: str) -> str:
        """The id of somebody whom I may punch for, by name or id."""
        wanted = name.casefold().strip()
        found = [one for one in self.crew() if wanted in (one.id, one.name.casefold())]
        found = found or [one for one in self.crew() if wanted and wanted in one.name.casefold()]
        if len(found) == 1:
            return found[0].id
        message = (
            translate("people", "{name} is not in your crew.").format(name=name)
            if not found
            else translate("people", "There are several people called {name}.").format(name=name)
        )
        raise InvalidInput(Problem("for_user", "not_found", message))

    def organisation(self) -> Organisation:
        return self._directory.organisation()
