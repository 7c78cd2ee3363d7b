"""The first sync, stage by stage."""

from client.views import Fetching, FetchStage
from ui.palette import Role
from ui.sync_words import may_work_text, stage_text
from ui.widgets.card import Card
from ui.widgets.steps import StepBar, Steps
from ui.widgets.text import Text

_STAGES = tuple(FetchStage)


class FetchCard(Card):
    def __init__(self) -> None:
        super().__init__(self.tr("Fetching your work"))
        names = (self.tr("Organisation and people"), self.tr("Your open work"), self.tr("Everything else"))
        self._steps = Steps(names, -1)
        self._bar = StepBar(self._steps)
        self._says = Text("", ink=Role.MUTED, wrap=True)
        self.add(self._bar)
        self.add(self._says)
        self.hide()

    def show_progress(self, fetching: Fetching | None) -> None:
        self.setVisible(fetching is not None)
        if fetching is not None:
            done = _STAGES.index(fetching.stage) - 1  # a stage under way is not reached yet
            self._bar.set_steps(Steps(self._steps.labels, done))
            self._says.setText(f"{stage_text(fetching)} {may_work_text(fetching)}")
