"""The practice desk: real use cases on files that are thrown away, so that nothing of practice reaches this desk's own.

1. Its folder is a fresh one among the system's temporary files; its ledger, its list and their keys are made for it and go with it.
   It has no hub, no token, and another identity: nothing on it could be sent anywhere.
2. It knows practice cards alone. Whoever shows it something else keeps real cards from it (`validator.domain.practice`).
3. Its clock is the desk's, which it only reads: what giving would attest stays unsaid.
"""

from __future__ import annotations

import secrets
import tempfile
import threading
from collections.abc import Callable
from contextlib import ExitStack
from datetime import datetime, timedelta
from pathlib import Path
from typing import Self

from validator.desk.asking import Ask, Choice
from validator.desk.desk import Desk
from validator.domain import practice
from validator.domain.card import CardToken, TokenKey
from validator.domain.code import CardCode, CardRead, CodeFormat, Source
from validator.domain.effects import quota_body, slot_body, tickets_body
from validator.domain.journal import CardRef, CardRole, Draft, EventKind
from validator.domain.network import HELSINKI, Network, RuleSet, rules_on
from validator.domain.party import Party
from validator.domain.policy import Stamp
from validator.domain.practice import Lesson, PracticeCard
from validator.domain.redemption import Tickets
from validator.domain.role import Role
from validator.errors import BugError
from validator.signing import Signer
from validator.store.identity import Identity, NetworkFacts
from validator.store.ledger import Ledger
from validator.store.register import Registers

PIN = "1234"
"""Opens the practice desk's manager's page; it is said in the list of practice cards."""

FOLDER = "kaikuportti-practice-"
_KEY_BYTES = 32
_VERSION = 1
_BEFORE = timedelta(hours=1)
"""How long before practice the cards were used that have been used already."""

_OLD = timedelta(days=3)
"""The age of the lists of a practice desk that is cut off: old enough for a remark, young enough to give."""


class PracticeDesk:
    """A desk to practise at. Close it, and it never was.

    Attributes:
        desk: the use cases, real ones.
        code_format: what its codes look like.
        cards: every practice card, in the order of learning.
    """

    def __init__(
        self,
        desk: Desk,
        code_format: CodeFormat,
        cards: tuple[PracticeCard, ...],
        ledger: Ledger,
        clock: _PracticeTime,
        closing: ExitStack,
    ) -> None:
        self.desk = desk
        self.code_format = code_format
        self.cards = cards
        self._ledger = ledger
        self._clock = clock
        self._closing = closing

    @classmethod
    def open(
        cls,
        name: str,
        code_format: CodeFormat,
        rules: tuple[RuleSet, ...],
        now: Callable[[], datetime],
        *,
        at_once: bool = False,
    ) -> Self:
        """Make one, with its house, its cards, and what was given and booked there before.

        Takes some tenths of a second: not for the screen's thread.

        Args:
            name: what people call this desk.
            code_format: of the network's own codes.
            rules: the rule sets that the card list names.
            now: the desk's time.
            at_once: whether its house gives at once, as the real desk does.

        Raises:
            StoreError: the temporary files cannot be written.
        """
        begin = now()
        today = begin.astimezone(HELSINKI).date()
        in_force = rules_on(today, rules)
        form, cards = practice.format_for(code_format), practice.cards(today, in_force)
        clock = _PracticeTime(now)
        with ExitStack() as opening:
            folder = Path(
                opening.enter_context(tempfile.TemporaryDirectory(prefix=FOLDER, ignore_cleanup_errors=True))
            )
            ledger = opening.enter_context(Ledger.open(folder, secrets.token_bytes(_KEY_BYTES)))
            registers = opening.enter_context(Registers.open(folder, secrets.token_bytes(_KEY_BYTES), ledger))
            network = practice.network(begin, in_force)
            _furnish(
                ledger,
                registers,
                network,
                cards,
                NetworkFacts("", TokenKey(secrets.token_bytes(_KEY_BYTES), 1), form),
                name,
                begin,
            )
            desk = Desk(ledger, registers, clock, lambda: clock.online)
            if at_once:
                for venue in network.venues:
                    desk.at_once.switch(venue, Role.MANAGER, on=True)
            made = cls(desk, form, cards, ledger, clock, opening.pop_all())
        made._begin(network, begin)
        return made

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Throw it away, files and all."""
        self._closing.close()

    @property
    def cut_off(self) -> bool:
        """Whether it behaves as a desk without a connection, whose lists grow old."""
        return not self._clock.online

    def cut(self, *, off: bool) -> None:
        """Take the connection away, and let the lists be some days old; or bring both back.

        Raises:
            StoreError: the temporary files cannot be written.
        """
        heard = self._clock.now() - (_OLD if off else timedelta(0))
        with self._ledger.write() as books:
            name = books.register_in_use()
            if name is None:
                raise BugError("a practice desk always has a list")
            books.use_register(name, Stamp(_VERSION, heard))
            books.put_quotas_at(heard)
        self._clock.online = not off

    def text_of(self, lesson: Lesson) -> str:
        """What is read from this lesson's card."""
        return next(card.text for card in self.cards if card.lesson is lesson)

    def _begin(self, network: Network, now: datetime) -> None:
        """What happened before practice: some cards have been used already, one has a booking."""
        self.desk.door.set_pin(PIN)
        show = next(show for show in network.performances if show.offer == practice.PLAY)
        choice = Choice(practice.PLAY, show.id, show.starts_at.astimezone(HELSINKI).date())

        def read(lesson: Lesson) -> CardRead:
            return CardRead(self.text_of(lesson), Source.HAND, now)

        self._clock.behind = _BEFORE
        self._give(Ask(read(Lesson.ALREADY), choice, Party(children=1)))
        self._give(Ask(read(Lesson.COMMUNITY_USED), choice, group=(read(Lesson.MEMBER_USED),)))
        self._clock.behind = timedelta(0)
        with self._ledger.write() as books:
            books.append(_booking(choice, show.starts_at, now))

    def _give(self, ask: Ask) -> None:
        if not self.desk.counter.give(ask).giving:
            raise BugError("a practice card that was used before could not be used")


class _PracticeTime:
    """The desk's time, read and nothing else; and whether the practice desk has a connection."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self.online = True
        self.behind = timedelta(0)

    def now(self) -> datetime:
        return self._now() - self.behind

    def trusted(self) -> bool:
        return True

    def attest(self) -> None:
        """Nothing is written down."""


def _furnish(
    ledger: Ledger,
    registers: Registers,
    network: Network,
    cards: tuple[PracticeCard, ...],
    facts: NetworkFacts,
    name: str,
    now: datetime,
) -> None:
    """An identity without a hub, the card list, the day's numbers."""
    rows = [
        (CardToken.of(CardCode(each.text), facts.token_key), each.card)
        for each in cards
        if each.card is not None
    ]
    list_name = registers.build(_VERSION, network, rows, len(rows), threading.Event())
    if list_name is None:
        raise BugError("nobody stopped the practice list")
    venues = tuple(venue.id for venue in network.venues)
    with ledger.write() as books:
        books.put_identity(Identity("practice", name, venues, Signer.fresh(), "", "", b""))
        books.put_network(facts)
        books.use_register(list_name, Stamp(_VERSION, now))
        books.put_quotas_at(now)
        rules = network.rule_sets[0].id
        for number, quota in enumerate(practice.numbers(now)):
            body = quota_body(quota, practice.THEATRE, "manager")
            books.append(Draft(f"practice-number-{number}", EventKind.QUOTA, now, rules, body))
    registers.switch(list_name)


def _booking(choice: Choice, starts: datetime, now: datetime) -> Draft:
    body = slot_body(choice, practice.THEATRE) | {
        "reservation": "practice-booking",
        "kind": "performance",
        "tickets": tickets_body(Tickets(1, 1)),
        "quota_use": 2,
        "collect_by": (starts - timedelta(minutes=15)).isoformat(),
    }
    card = CardRef(CardRole.HOLDER, id=f"practice-{Lesson.BOOKED}")
    return Draft("practice-booking", EventKind.RESERVATION, now, rules_on(choice.visit, ()).id, body, (card,))
