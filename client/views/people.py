"""Who is who."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Person:
    id: str
    name: str
    role: str
    crew_id: str | None
    is_active: bool = True

    @property
    def initials(self) -> str:
        return "".join(word[0] for word in self.name.split()[:2]).upper()
