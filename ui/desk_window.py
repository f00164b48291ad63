"""The desk's window: its host, its jobs, and its turns with the kiosk."""

from collections.abc import Callable
from datetime import date

from icc_consult.packs import Pack

from PySide6.QtCore import QCoreApplication, QObject

from ui.desk import code_pictures
from ui.desk.desk import DeskViewModel
from ui.desk.host import Host
from ui.desk.office import Comfort, Day, Office
from ui.jobs import Jobs
from ui.shell import Shell


class DeskWindow(QObject):
    """Shows the desk. It steps aside while the screen is a kiosk, and comes back as it was."""

    def __init__(
        self,
        office: Office,
        comfort: Comfort,
        *,
        on_open_kiosk: Callable[[Day], None],
        on_try_kiosk: Callable[[Pack], None],
        inches: float = 0.0,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__()
        self.shell = Shell(inches=inches)
        self.jobs = Jobs(self)
        self.host = Host(office, self.jobs, comfort)
        self.host.days.when_started = on_open_kiosk
        self.host.days.when_tried = on_try_kiosk
        self.jobs.progressed.connect(self.host.progressed)
        self.view_model = DeskViewModel(self.host, self, today=today)
        self._language = ""
        self._speak()
        self.host.when_changed = self._refresh
        self.shell.engine.addImageProvider(code_pictures.NAME, code_pictures.CodePictures())
        self.shell.load("ui.desk", "Desk", viewModel=self.view_model)
        self.host.days.look()

    def _refresh(self) -> None:
        self._speak()
        self.view_model.refresh()

    def _speak(self) -> None:
        if self.host.state.language != self._language:
            self._language = self.host.state.language
            self.shell.speak(self._language)

    def show(self, *, width: int = 1280, height: int = 800) -> None:
        """In a window of this many pixels."""
        self.shell.view.resize(width, height)
        self.shell.view.show()

    def step_aside(self) -> None:
        """Another window takes the screen, and the voice."""
        QCoreApplication.removeTranslator(self.shell.translator)
        self.shell.view.hide()

    def come_back(self) -> None:
        """The screen is the desk again, as it was."""
        QCoreApplication.installTranslator(self.shell.translator)
        self.shell.speak(self._language)
        self.shell.view.show()

    def close(self) -> None:
        """Take the window down: work first, then pages, then the view models behind them."""
        self.jobs.end()
        self.host.when_changed = lambda: None
        self.shell.close()
