"""One enrolled desk, as pages and commands see it: the programme, the counter, the manager's table and its door, the status."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from validator.desk.asking import Choice, Contacts, DeskStatus, OfferLine
from validator.desk.atonce import AtOnce, gives_at_once
from validator.desk.bookings import BookingBook
from validator.desk.cases import CaseBook, refused_here
from validator.desk.counter import Counter, span
from validator.desk.door import ManagerDoor
from validator.desk.gather import chosen, rights_here
from validator.desk.means import DeskTime, Means, NoHub, RightsDesk
from validator.desk.paper import PaperBook
from validator.desk.programme import choice_for, choices, enrolments, quota_keys
from validator.desk.retention import forget_old
from validator.desk.table import QuotaTable
from validator.domain.atonce import may_be_at_once
from validator.domain.decide import offer_problem
from validator.domain.facts import Facts
from validator.domain.network import Names, Network, RuleSet, rules_on
from validator.domain.policy import lists_of
from validator.domain.quota import smallest_left
from validator.store.ledger import Ledger
from validator.store.register import Registers
from validator.store.transaction import Reading


class Desk:
    """The desk.

    Attributes:
        counter: look, give, undo.
        bookings: the door's list of them.
        quotas: the manager's table.
        cases: what managers should look at.
        door: the manager's PIN.
        paper: entering what was written on paper.
        at_once: which houses give at once.
    """

    def __init__(
        self,
        ledger: Ledger,
        registers: Registers,
        time: DeskTime,
        online: Callable[[], bool],
        rights: RightsDesk | None = None,
    ) -> None:
        self._means = Means(ledger, registers, time, online, NoHub() if rights is None else rights)
        self.counter = Counter(self._means)
        self.bookings = BookingBook(self._means)
        self.quotas = QuotaTable(self._means)
        self.cases = CaseBook(self._means)
        self.door = ManagerDoor(self._means)
        self.paper = PaperBook(self._means)
        self.at_once = AtOnce(self._means)

    def forget_old(self) -> int:
        """Erase whose tickets the old ones were, as retention asks; once a start is often enough."""
        return forget_old(self._means)

    def programme(self, day: date | None = None) -> tuple[OfferLine, ...]:
        """The lines of one date of visit, performances first; without a day today's, and the courses that are still to begin."""
        means, network = self._means, self._means.registers.network()
        with means.ledger.read() as books:
            today, serving = means.today(means.venue(books)), means.serving(books)
            found = choices(network, serving, today if day is None else day)
            later = () if day is not None else enrolments(network, serving, today)
            return (
                *(self._line(network, choice, books) for choice in found),
                *(replace(self._line(network, choice, books), ahead=True) for choice in later),
            )

    def first_open(self) -> OfferLine | None:
        """The first line of today for which something can be given."""
        return next((line for line in self.programme() if line.problem is None), None)

    def choice_for(self, offer_id: str) -> Choice:
        """The choice that naming an offer alone means.

        Raises:
            LookupError: this desk's programme has no such offer.
        """
        network = self._means.registers.network()
        offer = next((offer for offer in network.offers if offer.id == offer_id), None)
        if offer is None:
            msg = f"the programme has no offer {offer_id}"
            raise LookupError(msg)
        return choice_for(network, offer, self._means.time.now())

    def rule_sets(self) -> tuple[RuleSet, ...]:
        """The rule sets that the card list names, for whoever wants to know which are in force."""
        return self._means.registers.network().rule_sets

    def status(self) -> DeskStatus:
        """The honest state of this desk."""
        means = self._means
        network, now = means.registers.network(), means.time.now()
        with means.ledger.read() as books:
            serving, stamp, waiting = means.serving(books), means.stamp(books), books.waiting()
            identity, facts = books.identity(), books.network()
            venues = tuple(venue for venue in network.venues if venue.id in serving)
            lists = () if stamp is None else lists_of(stamp, books.quotas_at(), books.policy(), now)
            given = books.given_between(*span(means.local_today()))
            return DeskStatus(
                desk="" if identity is None else identity.name,
                venues=venues,
                online=means.online(),
                listed_at=None if stamp is None else stamp.made_at,
                cards=means.registers.count(),
                lists=lists,
                entries=waiting.events,
                waiting=waiting.tickets,
                oldest=waiting.oldest,
                refused=refused_here(books, serving),
                given=given,
                clock_trusted=means.time.trusted(),
                now=now,
                room=means.ledger.room(),
                contacts=Contacts(
                    "" if facts is None else facts.support,
                    _area_contacts(network, {each.area for each in venues}),
                ),
            )

    def _line(self, network: Network, choice: Choice, books: Reading) -> OfferLine:
        venue, offer, show = chosen(network, choice)
        quotas = books.quota(quota_keys(venue, choice))
        facts = Facts(
            venue,
            offer,
            show,
            choice.visit,
            network.areas,
            quotas=quotas,
            rule_sets=network.rule_sets,
            online=self._means.online(),
        )
        problem = offer_problem(facts, self._means.time.now())
        used = max((state.used for state in quotas[1:]), default=0)
        rules = rules_on(choice.visit, network.rule_sets)
        return OfferLine(
            choice,
            venue,
            offer,
            show,
            smallest_left(quotas),
            used,
            None if problem is None else problem.reason,
            rights_here(books, choice, quotas)[1],
            guests=rules.community_guests,
            child_under=rules.child_under,
            at_once=venue.id in gives_at_once(books) and may_be_at_once(venue, offer),
        )


def _area_contacts(network: Network, areas: set[str | None]) -> tuple[tuple[Names, str], ...]:
    """Who may be asked in these areas, where somebody is named."""
    return tuple((area.names, area.contact) for area in network.areas if area.id in areas and area.contact)
