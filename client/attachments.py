"""Attachments: photos, files and signatures on leads, work orders and customers, kept here before anything is said."""

import mimetypes
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from client.carriage import Carriage
from client.desk import Desk, gone
from client.file_content import content_of, not_attached
from client.file_names import may_be_opened, safe_name
from client.people import People
from client.pictures import EDGES, Photo, Size, read_photo
from client.said import SIGNED, as_read
from client.settings import Settings
from client.surroundings import known_zone
from client.views import AttachmentLine, Where
from storage.blobs import Kept
from storage.queries.attachments import Attachments
from storage.queries.marks import Marked
from storage.trouble import told_plainly
from sync.cargo import Job, Way
from sync.carrier import Carried
from sync.errors import InvalidInput, Problem
from sync.kinds import Kind
from sync.language import translate
from sync.protocol import Op
from sync.records import ANSWER, Attachment
from sync.status import Signal
from sync.terms import Purpose, Role

HELD_BACK = "held"
UNLESS_IT_COSTS = "unmetered"

_OPENED = "opened"
_MEDIA_TYPE = re.compile(r"[a-z0-9][a-z0-9.+-]{0,62}/[a-z0-9][a-z0-9.+-]{0,62}", re.ASCII).fullmatch
_UNKNOWN_TYPE = "application/octet-stream"


class AttachmentDesk:
    def __init__(
        self,
        desk: Desk,
        attachments: Attachments,
        people: People,
        settings: Settings,
        carriage: Carriage,
    ) -> None:
        self._desk = desk
        self._attachments = attachments
        self._people = people
        self._settings = settings
        self._carriage = carriage
        self._line_costs_extra = False
        carriage.ask(self.may_carry)
        shutil.rmtree(desk.file.folder / _OPENED, ignore_errors=True)

    # Bringing something in.

    def attach(self, kind: Kind, subject_id: str, file: Path, size: Size | None = None) -> str:
        """Attach a copy of a file, a photo in the size of the settings unless another is named; answers with its id.

        Raises `InvalidInput` for what can't be attached, `StorageTrouble` where there is no room; then nothing was.
        """
        content = content_of(file)
        keeps_location = self._settings.get("photo_location").value is True
        photo = read_photo(content, size or self.photo_size, self._zone, keeps_location=keeps_location)
        name = safe_name(file.name)
        if photo is not None:
            return self._attach_photo(kind, subject_id, name, photo)
        media_type = mimetypes.guess_type(name)[0] or ""
        facts = {
            "name": name,
            "media_type": media_type if _MEDIA_TYPE(media_type) else _UNKNOWN_TYPE,
            "purpose": Purpose.FILE,
            "taken_at": self._desk.clock.now(),
        }
        return self._save(kind, subject_id, content, facts)

    def answer(self, order_id: str, item_id: str, file: Path) -> str:
        """Answer an item of the checklist with a photo: it is attached, and the answer names it."""
        keeps_location = self._settings.get("photo_location").value is True
        photo = read_photo(content_of(file), self.photo_size, self._zone, keeps_location=keeps_location)
        if photo is None:
            raise not_attached(translate("attachments", "{name} is not a photo.").format(name=file.name))
        return self._attach_photo(Kind.WORK_ORDER, order_id, safe_name(file.name), photo, item_id)

    def sign(self, order_id: str, signer: str, picture: bytes) -> str:
        """Attach a signature that was drawn here: a picture, whose it is and when."""
        name = signer.strip()
        if not name:
            raise InvalidInput(
                Problem("signer", "required", translate("attachments", "Whose signature is it? The name is needed."))
            )
        photo = read_photo(picture, Size.ORIGINAL, self._zone)
        assert photo is not None
        facts = {
            "name": safe_name(SIGNED.format(name=name)),
            "media_type": photo.media_type,
            "purpose": Purpose.SIGNATURE,
            "taken_at": self._desk.clock.now(),
        }
        return self._save(Kind.WORK_ORDER, order_id, picture, facts, photo.preview)

    def remove(self, attachment_id: str) -> None:
        self._desk.save(self._desk.draft(Op.REMOVE, Kind.ATTACHMENT, attachment_id, {}))

    # Looking at it.

    def picture(self, attachment_id: str) -> Path | None:
        """A picture of it to look at or to print: itself if it is here, else its preview."""
        found = self._attachments.get(attachment_id)
        if found is None or not found.record.media_type.startswith("image/"):
            return None
        hashes = (found.record.sha256, found.record.preview_sha256)
        blobs = self._desk.file.blobs
        return next((blobs.path(one) for one in hashes if one is not None and blobs.is_sound(one)), None)

    def of(self, subject_id: str) -> tuple[AttachmentLine, ...]:
        names, carried = self._people.names(), self._carriage.progress.carried
        return tuple(self._line(found, names, carried) for found in self._attachments.of(subject_id))

    def get(self, attachment_id: str) -> AttachmentLine | None:
        found = self._attachments.get(attachment_id)
        return self._line(found, self._people.names(), self._carriage.progress.carried) if found else None

    def fetch(self, attachment_id: str) -> None:
        """Have it brought here; it comes as soon as there is a line, whatever that costs: somebody asked for it."""
        self._desk.file.cargo.want(attachment_id, self._desk.clock.now())
        self._carriage.wake(Signal.WORK)

    def copy_to_open(self, attachment_id: str) -> Path:
        """A copy under a harmless name for the system to open. What could run as a program is only to be saved."""
        attachment = self._here(attachment_id)
        name = safe_name(attachment.name)
        if not may_be_opened(name):
            raise InvalidInput(
                Problem(
                    "name",
                    "not_opened",
                    translate("attachments", "{name} is not opened from here. Save a copy first.").format(name=name),
                )
            )
        return self._copy(attachment, self._desk.file.folder / _OPENED / attachment.id / name)

    def save_copy(self, attachment_id: str, target: Path) -> Path:
        return self._copy(self._here(attachment_id), target)

    # How it travels.

    @property
    def photo_size(self) -> Size:
        wanted = self._settings.text("photo_size")
        return Size(wanted) if wanted in EDGES else Size.MEDIUM

    @property
    def is_held_back(self) -> bool:
        """Whether nothing travels that nobody has asked for: by the person's word, or because the line costs extra."""
        wanted = self._settings.text("attachments_network")
        return wanted == HELD_BACK or (wanted == UNLESS_IT_COSTS and self._line_costs_extra)

    def hear_of_line(self, *, costs_extra: bool) -> None:
        """The operating system's word on the line that is in use; where it says nothing, none costs extra."""
        self._line_costs_extra = costs_extra
        self._carriage.wake(Signal.NETWORK)

    def may_carry(self, job: Job) -> bool:
        return job.is_asked_for or not self.is_held_back

    @property
    def _zone(self) -> ZoneInfo:
        return known_zone(self._desk.surroundings.zone) or ZoneInfo("UTC")

    def _attach_photo(self, kind: Kind, subject_id: str, name: str, photo: Photo, item_id: str = "") -> str:
        facts = {
            "name": name,
            "media_type": photo.media_type,
            "purpose": Purpose.PHOTO,
            "taken_at": photo.taken_at or self._desk.clock.now(),
        }
        return self._save(kind, subject_id, photo.content, facts, photo.preview, item_id)

    def _save(
        self,
        kind: Kind,
        subject_id: str,
        content: bytes,
        facts: dict[str, Any],
        preview: bytes | None = None,
        item_id: str = "",
    ) -> str:
        """First the bytes, flushed; then the record that speaks of them, together with the answer that it is."""
        kept = self._keep(content)
        fields = {
            "subject_kind": kind,
            "subject_id": subject_id,
            "author_id": self._desk.profile.user_id,
            "sha256": kept.sha256,
            "size": kept.size,
            **facts,
        }
        if preview is not None:
            small = self._keep(preview)
            fields |= {"preview_sha256": small.sha256, "preview_size": small.size}
        drafts = [self._desk.draft(Op.CREATE, Kind.ATTACHMENT, self._desk.new_id(), fields)]
        if item_id:
            answer = {f"{ANSWER}{item_id}": drafts[0].id}
            drafts.append(self._desk.draft(Op.CHANGE, kind, subject_id, answer))
        self._desk.save(*drafts)
        return drafts[0].id

    def _keep(self, content: bytes) -> Kept:
        return self._desk.file.blobs.keep([content])

    def _here(self, attachment_id: str) -> Attachment:
        found = self._attachments.get(attachment_id)
        if found is None:
            raise gone(translate("attachments", "This attachment is not on this device any more."))
        if not self._desk.file.blobs.is_sound(found.record.sha256):
            raise InvalidInput(
                Problem("", "not_here", translate("attachments", "This file is not on this device. Fetch it first."))
            )
        return found.record

    def _copy(self, attachment: Attachment, target: Path) -> Path:
        with told_plainly():
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            shutil.copyfile(self._desk.file.blobs.path(attachment.sha256), target)
        return target

    def _line(self, found: Marked[Attachment], names: Mapping[str, str], carried: Carried) -> AttachmentLine:
        record, blobs = found.record, self._desk.file.blobs
        is_here = blobs.has(record.sha256)
        way, done, size = carried.get(record.id) or (None, 0, 1)
        preview = record.preview_sha256
        is_mine = record.author_id == self._desk.profile.user_id
        return AttachmentLine(
            id=record.id,
            name=safe_name(as_read(record.name)),
            size=record.size,
            purpose=record.purpose,
            author=names.get(record.author_id or "", translate("people", "somebody else")),
            is_mine=is_mine,
            taken_at=record.taken_at,
            mark=found.mark,
            where=_where(is_here=is_here, is_stored=record.stored_at is not None, way=way),
            share=done / size if way else 0.0,
            preview=blobs.path(preview) if preview and blobs.has(preview) else None,
            may_open=is_here and may_be_opened(record.name),
            may_remove=is_mine or self._desk.profile.role is not Role.WORKER,
        )


def _where(*, is_here: bool, is_stored: bool, way: Way | None) -> Where:
    if is_here:
        return Where.SENT if is_stored else Where.SENDING if way is Way.UP else Where.HERE
    if not is_stored:
        return Where.ELSEWHERE
    return Where.FETCHING if way is Way.DOWN else Where.THERE
