"""The outermost wall: what was not foreseen is logged whole and told plainly; the data stays safe, work goes on."""

import logging
import sys
import threading
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from client.home import Home

LOG_FILE = "streamflow-field.log"
_BYTES, _COPIES = 1_000_000, 3
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}

_log = logging.getLogger(__name__)
_qt_log = logging.getLogger("qt")


def keep_log(home: Home) -> None:
    """In a file of this home; a home that can't be written to is told of elsewhere, so it ends nothing here."""
    form = logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s")
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    try:
        home.logs.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            home.logs / LOG_FILE, maxBytes=_BYTES, backupCount=_COPIES, encoding="utf-8"
        )
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(form)
    root.addHandler(handler)
    # One line per request would fill the log with what the sync screen tells better.
    logging.getLogger("httpx").setLevel(logging.WARNING)
    logging.captureWarnings(capture=True)


def raise_walls(tell: Callable[[], None]) -> None:
    """`tell` may be called on any thread."""

    def on_error(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        _log.critical("Unexpected trouble", exc_info=(kind, error, trace))
        tell()

    def on_thread_error(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            on_error(args.exc_type, args.exc_value, args.exc_traceback)

    sys.excepthook = on_error
    threading.excepthook = on_thread_error
    qInstallMessageHandler(_on_qt_message)


def _on_qt_message(kind: QtMsgType, _context: QMessageLogContext, message: str | None) -> None:
    _qt_log.log(_LEVELS[kind], "%s", message)
