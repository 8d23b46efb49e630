"""What is behind the entrance: one desk with the settings' files, keys and devices. Importing this imports the whole program."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from sync.station import Station, vault_for
from ui.face import Face
from ui.memory import FILE_NAME, at_start
from ui.opening import Entrance
from ui.scanners import ScannerChoice
from ui.session import Session
from ui.sounds import Sounds
from validator.config import Settings


def session_for(settings: Settings, app: QApplication, face: Face, entrance: Entrance) -> Session:
    """A desk with these settings behind an entrance that is shown already; yet to be started."""

    def open_station(passphrase: str) -> Station:
        return Station.open(settings.data, vault_for(settings, lambda: passphrase))

    memory = settings.data / FILE_NAME
    chosen = at_start(settings)
    return Session(
        app,
        face,
        open_station,
        entrance=entrance,
        camera=chosen.camera,
        scanner=ScannerChoice(chosen.scanner, settings.scanner_baud),
        keys=settings.keys,
        sounds=Sounds(on=chosen.sounds),
        memory=memory,
    )
