"""What has to be said about a lead, with at most one thing to do about it."""

from collections.abc import Callable

from client.views import LeadDetail, Mark
from ui.widgets.badge import Tone
from ui.widgets.banner import Banner, BannerValue


class News(Banner):
    def __init__(self, usual: Callable[[], object]) -> None:
        """`usual` is done where nothing else was asked for."""
        super().__init__(BannerValue("", sign="info"))
        self._usual = self._act = usual
        self.action_asked.connect(self._do)
        self.hide()

    def say(self, value: BannerValue, act: Callable[[], object] | None = None) -> None:
        self._act = act or self._usual
        self.set_value(value)
        self.show()

    def tell_of_problem(self, detail: LeadDetail | None) -> None:
        """Why a change of this lead needs a person."""
        if detail is not None and detail.problem is not None and detail.mark is Mark.NEEDS_ATTENTION:
            action = self.tr("Look at it")
            self.say(BannerValue(detail.problem.reason, action=action, tone=Tone.BAD, sign="triangle-alert"))

    def tell_of_merge(self, name: str, go_there: Callable[[], object]) -> None:
        said = self.tr("This lead was merged into {name}.").format(name=name)
        self.say(BannerValue(said, action=self.tr("Open"), sign="info"), go_there)

    def tell_of_loss(self, keep: Callable[[], object] | None) -> None:
        """`keep` where something was typed that is nowhere else."""
        if keep is None:
            self.say(BannerValue(self.tr("This lead is not on this device any more."), sign="info"))
            return
        text = self.tr("This lead is not on this device any more. What you typed is still here.")
        self.say(BannerValue(text, action=self.tr("Keep as a new lead"), sign="info"), keep)

    def _do(self) -> None:
        self._act()
