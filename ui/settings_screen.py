"""Settings: how the window looks, how times are written, what punches may say, and what this device is."""

from collections.abc import Mapping
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from sync.errors import StreamFlowError
from ui import words
from ui.appearance import SIZES, Appearance
from ui.language import NAMES, Language
from ui.later import Later
from ui.live import Page
from ui.look import Kind
from ui.on_demand import OnDemand
from ui.page import PageTop, page_layout
from ui.palette import Role
from ui.pin_card import PinCard
from ui.theme import Mode
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.choice import Choice
from ui.widgets.columns import Columns
from ui.widgets.field import FormField
from ui.widgets.text import Text
from ui.words import TimeFormat, WeekStart
from ui.workplace import Workplace

_Value = str | int
_Texts = Mapping[str, str] | Mapping[bool, str] | Mapping[int, str]
_PAUSES = (30, 60, 120, 240)


class SettingsScreen(Page):
    def __init__(self, place: Workplace, appearance: Appearance) -> None:
        super().__init__()
        self._place, self._appearance = place, appearance
        self._choices: dict[str, tuple[Choice, list[_Value]]] = {}
        self._location = self._make_location()
        self._said = Text("", ink=Role.MUTED, wrap=True)
        self._page = page_layout(self)
        self._page.addWidget(PageTop(self.tr("Settings")))
        self._beside = Columns(())
        self._page.addWidget(self._beside)
        self._page.addStretch(1)
        self._beside.add(self._looks())
        self._show_said()
        Later(
            self,
            lambda: self._beside.add(self._times()),
            lambda: self._add(self._of_idling()),
            lambda: self._add(self._of_attachments()),
            lambda: self._add(self._of_location()),
            lambda: self._add(self.pin),
            lambda: self._add(self._of_this_device()),
        )
        appearance.changed.connect(self._show_chosen)

    @OnDemand
    def pin(self) -> PinCard:
        return PinCard(self._place)

    @property
    def has_unsaved(self) -> bool:
        """A PIN is kept nowhere before it is set."""
        pin = SettingsScreen.pin.built(self)
        return pin is not None and pin.is_begun

    def _add(self, card: Card) -> None:
        self._page.insertWidget(self._page.count() - 1, card)

    def _looks(self) -> Card:
        themes = {
            Mode.SYSTEM: self.tr("Follow the system"),
            Mode.LIGHT: self.tr("Light"),
            Mode.DARK: self.tr("Dark"),
        }
        sizes = {size: self.tr("{size} %").format(size=size) for size in SIZES}
        languages = {Language.SYSTEM: self.tr("As this computer")} | NAMES
        card = Card(self.tr("Appearance"))
        card.add(self._chooser(self.tr("Language"), "language", {one.value: text for one, text in languages.items()}))
        card.add(self._chooser(self.tr("Theme"), "theme", {mode.value: text for mode, text in themes.items()}))
        card.add(self._chooser(self.tr("Text size"), "text_size", sizes))
        return card

    def _times(self) -> Card:
        forms = {
            TimeFormat.SYSTEM: self.tr("As this computer writes them"),
            TimeFormat.HOURS_24: self.tr("24 hours, 16:30"),
            TimeFormat.HOURS_12: self.tr("12 hours, 4:30 PM"),
        }
        card = Card(self.tr("Dates and times"))
        values = {form.value: text for form, text in forms.items()}
        card.add(self._chooser(self.tr("Times"), "time_format", values))
        weeks = {
            WeekStart.ORGANISATION: self.tr("As your organisation's"),
            WeekStart.SYSTEM: self.tr("As this computer writes them"),
            WeekStart.MONDAY: QLocale().dayName(1),
            WeekStart.SATURDAY: QLocale().dayName(6),
            WeekStart.SUNDAY: QLocale().dayName(7),
        }
        starts = {start.value: text for start, text in weeks.items()}
        card.add(self._chooser(self.tr("Planned weeks begin on"), "week_start", starts))
        settings = self._place.session.organisation
        day = QLocale().dayName(settings.week_starts_on + 1)
        text = self.tr(
            "Weeks of the timesheet begin on {day}; days and overtime are counted in {zone}. Your organisation sets "
            "both."
        )
        card.add(Text(text.format(day=day, zone=settings.time_zone), ink=Role.MUTED, wrap=True))
        return card

    def _of_idling(self) -> Card:
        form = self.tr("after {pause}")
        pauses = {minutes: form.format(pause=words.hours_text(timedelta(minutes=minutes))) for minutes in _PAUSES}
        card = Card(self.tr("When the computer was asleep"))
        told = self.tr(
            "If it was asleep for long while you were on the clock, Today asks whether you were at work. Nothing "
            "changes until you answer."
        )
        card.add(Text(told, wrap=True))
        asks = self._plain_chooser(self.tr("Ask"), "idle_minutes", pauses | {0: self.tr("never")})
        card.add(Columns((asks, QWidget()), (1, 1)))
        return card

    def _of_attachments(self) -> Card:
        sizes = {
            "small": self.tr("Small, quickest to send"),
            "medium": self.tr("Medium"),
            "original": self.tr("As taken"),
        }
        places = {False: self.tr("Left out"), True: self.tr("Kept in the photo")}
        networks = {
            "any": self.tr("At once"),
            "unmetered": self.tr("Unless the line costs extra"),
            "held": self.tr("Only what I fetch; the rest waits"),
        }
        card = Card(self.tr("Photos and files"))
        choosers = (
            self._plain_chooser(self.tr("Size of photos"), "photo_size", sizes),
            self._plain_chooser(self.tr("Where a photo was taken"), "photo_location", places),
            self._plain_chooser(self.tr("Send and fetch"), "attachments_network", networks),
        )
        card.add(Columns(choosers))
        told = self.tr(
            "Records are always sent. Photos and files can wait while this computer says that the line costs extra, "
            "or until you say so yourself."
        )
        card.add(Text(told, ink=Role.MUTED, wrap=True))
        return card

    def _plain_chooser(self, label: str, name: str, texts: _Texts) -> FormField:
        """For settings that change nothing about how the window looks."""
        settings = self._place.session.settings
        values: list[str | int | bool] = list(texts)
        chosen = settings.get(name)
        choice = Choice(tuple(texts.values()))
        choice.setCurrentIndex(values.index(chosen.value) if chosen.value in values else -1)
        choice.setEnabled(not chosen.is_locked)
        choice.currentIndexChanged.connect(
            lambda position: self._place.writer.do(partial(settings.put, name, values[position]), _nothing, self._tell)
        )
        return FormField(label, choice, self.tr("Set by your organisation.") if chosen.is_locked else "")

    def _of_location(self) -> Card:
        card = Card(self.tr("Location on punches"))
        why = self.tr(
            "Off unless you switch it on. It says where you are at the moment of a punch, never between. Only you "
            "decide. You see it beside your entries and can take it back; your crew lead and the office see it too."
        )
        card.add(Text(why, wrap=True))
        none = self.tr("This computer has no service that says where it is: no place is recorded.")
        no_source = Text(none, ink=Role.MUTED, wrap=True)
        no_source.hide()
        card.add(no_source)
        whereabouts = self._place.session.whereabouts
        self._place.reader.do(lambda: not whereabouts.is_possible, no_source.setVisible)
        card.add(self._location)
        card.add(self._said)
        return card

    def _of_this_device(self) -> Card:
        session = self._place.session
        profile, since = session.profile, session.profile.signed_in_at
        local = since.astimezone(self._place.zone) if since else None
        when = f"{words.date_text(local.date())} {words.time_text(local)}" if local else self.tr("not known")
        rows = (
            (self.tr("Signed in"), f"{profile.name} · {profile.email}"),
            (self.tr("Since"), when),
            (self.tr("Organisation"), profile.organisation),
            (self.tr("Server"), profile.server_url),
            (
                self.tr("Device"),
                " · ".join(part for part in (profile.device, self._place.bridge.status.device) if part),
            ),
            (self.tr("Kept in"), str(session.folder)),
        )
        card = Card(self.tr("This device"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for position, (name, value) in enumerate(rows):
            grid.addWidget(Text(name, ink=Role.MUTED), position, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_breakable(value), position, 1)
        card.add(grid)
        leave = Button(self.tr("Sign out…"), icon_name="log-out")
        leave.clicked.connect(self._place.shell.sign_out_asked)
        line = QHBoxLayout()
        line.addWidget(leave)
        line.addStretch(1)
        card.add(line)
        return card

    def _chooser(self, label: str, name: str, texts: Mapping[str, str] | Mapping[int, str]) -> FormField:
        values: list[_Value] = list(texts)
        choice = Choice(tuple(texts.values()))
        is_locked = self._appearance.is_locked(name)
        choice.setEnabled(not is_locked)
        self._choices[name] = (choice, values)
        self._show_chosen(name)
        choice.currentIndexChanged.connect(lambda position: self._choose(name, values[position]))
        return FormField(label, choice, self.tr("Set by your organisation.") if is_locked else "")

    def _show_chosen(self, name: str) -> None:
        """Also where it was chosen elsewhere, as in the palette."""
        choice, values = self._choices[name]
        chosen = self._appearance.chosen(name)
        choice.blockSignals(True)
        choice.setCurrentIndex(values.index(chosen) if chosen in values else -1)
        choice.blockSignals(False)

    def _choose(self, name: str, value: _Value) -> None:
        try:
            self._appearance.choose(name, value)
        except StreamFlowError as trouble:
            self._tell(trouble)

    def _make_location(self) -> Choice:
        choice = Choice((self.tr("Off"), self.tr("On, at punches only")))
        choice.setAccessibleName(self.tr("Location on punches"))
        choice.setCurrentIndex(int(self._place.session.location.is_given))
        choice.currentIndexChanged.connect(self._agree)
        return choice

    def _agree(self, position: int) -> None:
        job = partial(self._place.session.location.say, is_given=position == 1)
        self._place.writer.do(job, self._show_said, self._tell)

    def _show_said(self, _outcome: object = None) -> None:
        """What is on record, so that nobody is on record without knowing."""
        record = self._place.session.location.record
        self._said.setVisible(bool(record))
        if record:
            last = record[-1]
            local = last.at.astimezone(self._place.zone)
            form = self.tr("You switched it on {when}.") if last.is_given else self.tr("You switched it off {when}.")
            self._said.setText(form.format(when=f"{words.date_text(local.date())} {words.time_text(local)}"))

    def _tell(self, trouble: StreamFlowError) -> None:
        self._location.blockSignals(True)
        self._location.setCurrentIndex(int(self._place.session.location.is_given))
        self._location.blockSignals(False)
        self._place.shell.tell_trouble(trouble)


def _nothing(_outcome: object) -> None:
    """A setting that is saved shows by itself."""


def _breakable(text: str) -> Text:
    """A path or an address may go on in the next line after each of its parts."""
    made = Text(text.replace("/", "/\u200b"), Kind.BODY, wrap=True)
    made.setAccessibleName(text)
    return made
