"""One lead beside the list: its form, who looks like the same, its notes; what is typed is never lost."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from client.views import Change, Duplicate, LeadDetail
from sync.errors import InvalidInput, Problem, StreamFlowError
from sync.kinds import Kind
from ui import field_values, look
from ui.announce import announce
from ui.attachments.card import AttachmentsCard
from ui.draft import Draft, Texts
from ui.keys import Action
from ui.leads.alike import AlikeNote
from ui.leads.convert_panel import Order
from ui.leads.draft import NEW, draft_of, empty_texts, texts_of
from ui.leads.form import LeadForm
from ui.leads.head import LeadHead
from ui.leads.merged_card import MergedCard
from ui.leads.news import News
from ui.leads.saving import LeadSaver
from ui.leads.words import field_word
from ui.meanwhile import told_at_once
from ui.notes_card import NotesCard
from ui.page import clear_area
from ui.reach import ReachButtons
from ui.widgets.badge import Tone
from ui.widgets.banner import BannerValue
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.workplace import Workplace


class LeadInspector(Card):
    duplicate_asked = Signal(object)
    """views.Duplicate to open."""
    merge_asked = Signal(object)
    """views.Duplicate to merge with."""
    order_asked = Signal()
    attention_asked = Signal()
    work_order_made = Signal(str)
    saved = Signal(str)
    turned = Signal()
    """To another lead."""

    def __init__(self, place: Workplace, form: LeadForm) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._place = place
        self._draft = draft_of(self._place, NEW, empty_texts())
        self.detail: LeadDetail | None = None
        self._asked_to_save = False
        self._saver = LeadSaver(place, self._not_saved)
        self.head = LeadHead(place.zone)
        self.alike = AlikeNote(place)
        self.news = News(self.attention_asked.emit)
        self.reach = ReachButtons()
        self.form = form
        self.merged = MergedCard()
        self.attachments = AttachmentsCard(place, Kind.LEAD)
        self.notes = NotesCard(place.writer, place.zone, place.now)
        self._save = Button(self.tr("Save"), ButtonKind.PRIMARY, key=Action.SAVE)
        self._save_and_new = Button(self.tr("Save and new"))
        self._order = Button(self.tr("Make work order"))
        self._lay_out()
        self._connect()

    @property
    def lead_id(self) -> str:
        return self._draft.record_id

    @property
    def is_dirty(self) -> bool:
        return self._draft.is_dirty

    def show_new(self) -> None:
        self._turn_to(draft_of(self._place, NEW, empty_texts()), None)
        self.form.focus()

    def show_lead(self, lead_id: str) -> bool:
        """False where the lead is not on this device."""
        detail = self._place.session.leads.get(lead_id)
        if detail is None:
            return False
        self._turn_to(draft_of(self._place, lead_id, texts_of(detail.lead)), detail)
        return True

    def refetch(self) -> None:
        """The lead may have changed underneath: what is typed stays, all else follows."""
        if self.lead_id == NEW:
            return
        detail = self._place.session.leads.get(self.lead_id)
        if detail is None:
            self._lose()
        else:
            self._take(detail)
            self.alike.look_again()

    def is_touched(self, change: Change) -> bool:
        is_named = any(kind is Kind.LEAD for kind, _ in change.subjects)
        return (
            change.is_status
            or (Kind.LEAD, self.lead_id) in change.subjects
            or bool({Kind.NOTE, Kind.ATTACHMENT} & change.kinds)
            or (Kind.LEAD in change.kinds and not is_named)
        )

    def save(self) -> None:
        self._save_then(self._after_save)

    def save_and_new(self) -> None:
        self._save_then(self._after_save_and_new if self.lead_id == NEW else self._after_save)

    def convert(self, order: Order) -> None:
        """Into a customer and a work order, with what was typed."""
        if not self._saver.is_saving and self._is_right():
            self._saver.convert(self._draft, order, self._converted)

    def forget_typed(self) -> None:
        self._draft.forget()
        self._asked_to_save = False
        self._visited.clear()
        self._show()

    def minimumSizeHint(self) -> QSize:
        return QSize(look.px(344), look.px(300))

    def sizeHint(self) -> QSize:
        return QSize(look.px(360), look.px(300))

    def _turn_to(self, draft: Draft, detail: LeadDetail | None) -> None:
        self._draft, self.detail, self._asked_to_save = draft, detail, False
        self._visited.clear()
        self.news.hide()
        self.notes.go_on(self._place.drafts.of(f"{Kind.LEAD}/note", draft.record_id))
        if detail is not None:
            self._take(detail)
        else:
            self._show()
        self._area.verticalScrollBar().setValue(0)
        self.turned.emit()

    def _take(self, detail: LeadDetail) -> None:
        self.detail = detail
        theirs = self._draft.rebase(texts_of(detail.lead))
        if theirs:
            self.news.say(BannerValue(told_at_once(map(field_word, theirs)), sign="info", tone=Tone.INFO))
        self._show()

    def _lose(self) -> None:
        self.detail = None
        self.news.tell_of_loss(self._keep_as_new if self._draft.is_dirty else None)

    def _keep_as_new(self) -> None:
        made = draft_of(self._place, NEW, empty_texts())
        for name, text in self._draft.texts.items():
            made.put(name, text)
        self._draft.forget()
        self._turn_to(made, None)

    def _show(self) -> None:
        self.form.show_texts(self._draft.texts)
        is_new, detail = self.lead_id == NEW, self.detail
        title = self._draft.base["name"] or self.tr("New lead")
        self.head.show_title(title)
        self.setAccessibleName(title)
        self._save_and_new.setVisible(is_new)
        self._order.setVisible(not is_new)
        self.notes.setVisible(detail is not None)
        self.attachments.setVisible(detail is not None)
        self.merged.show_merged(detail.merged if detail else ())
        base = self._draft.base
        self.reach.show_ways(base["phone"], base["email"], base["address"], base["name"])
        if detail is not None:
            self.attachments.show_of(self.lead_id)
            self.notes.show_notes(detail.notes, partial(self._place.session.leads.add_note, self.lead_id))
            self._tell_of_merge(detail)
        self._show_state()

    def _tell_of_merge(self, detail: LeadDetail) -> None:
        survivor = detail.lead.merged_into
        line = self._place.session.leads.line(survivor) if survivor else None
        if line is not None:
            found = Duplicate(Kind.LEAD, line.id, line.name, "")
            self.news.tell_of_merge(line.name, partial(self.duplicate_asked.emit, found))

    def _show_state(self) -> None:
        is_saving = self._saver.is_saving
        self.head.show_state(self.detail, is_saving=is_saving, is_dirty=self._draft.is_dirty)
        self.news.tell_of_problem(self.detail)
        self.form.show_problems(self._problems())
        self.alike.look(self._draft.texts, self.lead_id)
        self._save.setEnabled(not is_saving and (self._draft.is_dirty or self.lead_id == NEW))
        self._save_and_new.setEnabled(not is_saving)
        self._order.setEnabled(not is_saving and self.detail is not None)

    def _problems(self) -> list[Problem]:
        """A field is not blamed for being empty before anybody could have filled it."""
        fields, problems = field_values.read(self._draft.texts, self._place.session.organisation.currency)
        problems += self._place.session.leads.problems(fields, is_new=self.lead_id == NEW)
        if self.lead_id == NEW and not self._asked_to_save:
            problems = [problem for problem in problems if problem.code != "required" or problem.field in self._visited]
        return problems

    def _is_right(self) -> bool:
        self._asked_to_save = True
        problems = self._problems()
        self.form.show_problems(problems)
        if problems:
            self.form.focus_first_error()
        return not problems

    def _edit(self, name: str, text: str) -> None:
        self._visited.add(name)
        self._draft.put(name, text)
        self._show_state()

    def _save_then(self, done: Callable[[Texts, str], None]) -> None:
        may_save = self._draft.is_dirty or self.lead_id == NEW
        if not self._saver.is_saving and may_save and self._is_right():
            self._saver.save(self._draft, partial(self._saved, done))

    def _saved(self, done: Callable[[Texts, str], None], draft: Draft, typed: Texts, lead_id: str) -> None:
        if draft.record_id == NEW:
            draft.pass_on(draft_of(self._place, lead_id, empty_texts() | typed))
        self.saved.emit(lead_id)
        if draft.record_id == self.lead_id:
            done(typed, lead_id)
        self._show_state()

    def _converted(self, draft: Draft, typed: Texts, order_id: str) -> None:
        self._saved(self._after_save, draft, typed, draft.record_id)
        self.work_order_made.emit(order_id)

    def _after_save(self, _typed: Texts, lead_id: str) -> None:
        announce(self, self.tr("Saved on this device"))
        self.news.hide()
        if lead_id == self.lead_id:
            self.refetch()
        else:
            self.show_lead(lead_id)

    def _after_save_and_new(self, _typed: Texts, _lead_id: str) -> None:
        announce(self, self.tr("Saved on this device"))
        self.show_new()

    def _not_saved(self, draft: Draft, trouble: StreamFlowError) -> None:
        if draft.record_id == self.lead_id:
            self._show_state()
            text = self.tr("Not saved: {trouble} What you typed is still here.").format(trouble=trouble)
            self.news.say(BannerValue(text, tone=Tone.BAD, sign="octagon-alert"))
            if isinstance(trouble, InvalidInput):
                self.form.show_problems(trouble.problems)

    def _split(self, merged_id: str) -> None:
        job = partial(self._place.session.leads.merging.undo, merged_id)
        self._place.writer.do(job, failed=partial(self._not_saved, self._draft))

    def _ask_for_order(self) -> None:
        if self._is_right():
            self.order_asked.emit()

    def _connect(self) -> None:
        self._visited: set[str] = set()
        self._saver.started.connect(self._show_state)
        self.form.edited.connect(self._edit)
        self._save.clicked.connect(self.save)
        self._save_and_new.clicked.connect(self.save_and_new)
        self.head.undo_asked.connect(self.forget_typed)
        self._order.clicked.connect(self._ask_for_order)
        self.alike.open_asked.connect(self.duplicate_asked)
        self.alike.merge_asked.connect(self.merge_asked)
        self.merged.split_asked.connect(self._split)
        self.notes.changed.connect(self.refetch)

    def _lay_out(self) -> None:
        self.add(self.head)
        inner = QWidget()
        self._area = clear_area(inner)
        self.add(self._area, 1)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, look.px(8), 0)
        column.setSpacing(12)
        for part in (self.news, self.alike, self.reach, self.form, self.merged, self.attachments, self.notes):
            column.addWidget(part)
        column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self._save, self._save_and_new, self._order):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.add(buttons)
