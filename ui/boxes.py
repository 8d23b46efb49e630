"""The boxes beside the window: the quick guide, and About with the rules in force. Each is made when it is first asked for."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.about import About
from ui.face import Face
from ui.guide import Guide
from validator.desk import Contacts
from validator.domain.network import RuleSet


class Boxes:
    """The boxes of one window.

    Attributes:
        about, guide: once they were asked for.
        rules: the rule sets that the card list names.
        contacts: whom a clerk may ask.
    """

    def __init__(self, face: Face, window: QWidget) -> None:
        self._face = face
        self._window = window
        self.about: About | None = None
        self.guide: Guide | None = None
        self.rules: tuple[RuleSet, ...] = ()
        self.contacts = Contacts()

    def show_guide(self) -> None:
        """The quick guide."""
        if self.guide is None:
            self.guide = Guide(self._face, self._window)
            self.guide.show_contacts(self.contacts)
        self.guide.show()
        self.guide.raise_()

    def show_about(self) -> None:
        """The About box."""
        if self.about is None:
            self.about = About(self._face, self._window)
            self.about.show_rules(self.rules)
            self.about.show_contacts(self.contacts)
        self.about.show()
        self.about.raise_()

    def know_rules(self, rules: tuple[RuleSet, ...]) -> None:
        """The card list names these rule sets."""
        self.rules = rules
        if self.about is not None:
            self.about.show_rules(rules)

    def know_contacts(self, contacts: Contacts) -> None:
        """Whom a clerk may ask."""
        if contacts != self.contacts:
            self.contacts = contacts
            for box in (self.about, self.guide):
                if box is not None:
                    box.show_contacts(contacts)
