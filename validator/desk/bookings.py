"""The bookings of one performance, as the door's list has them, and letting them go. Making and collecting one is the counter's."""

from __future__ import annotations

from validator.desk.asking import BookingLine, Choice
from validator.desk.means import Means, refusal, venue_of
from validator.desk.rights import back
from validator.domain.journal import EventKind, Json
from validator.domain.redemption import Booking
from validator.domain.release import decide_release
from validator.domain.role import Action, Role, may
from validator.domain.verdict import Give, Reason, Remedy, Verdict
from validator.errors import StoreError
from validator.store.transaction import Writing


class BookingBook:
    """The use cases of the list."""

    def __init__(self, means: Means) -> None:
        self._means = means

    def lines(self, choice: Choice) -> tuple[BookingLine, ...]:
        """Every desk's bookings of a choice, oldest first, whatever their state."""
        with self._means.ledger.read() as books:
            rows = books.bookings(choice)
        return tuple(
            BookingLine(
                row.reservation.id,
                row.tail,
                row.reservation.tickets,
                row.reservation.state,
                row.reservation.made_at,
                row.reservation.collect_by,
            )
            for row in rows
        )

    def release(self, reservation: str, role: Role) -> Verdict:
        """Let one booking go, so that its tickets are free again: A09, or R62, R70 where that is not for this role.

        Whatever keeps it from being saved is R63.
        """
        try:
            with self._means.ledger.write() as books:
                return self._release(books, reservation, role)
        except StoreError:
            return refusal(Reason.NOT_SAVED, Remedy.TRY_AGAIN)

    def release_uncollected(self, choice: Choice, role: Role) -> int | Verdict:
        """Let go what nobody has collected in time: a manager's matter.

        Returns:
            How many were let go, all in one transaction; R62 for a clerk, R63 where it could not be saved.
        """
        if not may(role, Action.RELEASE):
            return refusal(Reason.NO_RIGHT, Remedy.ASK_MANAGER)
        try:
            with self._means.ledger.write() as books:
                now = self._means.time.now()
                late = [
                    row.reservation.id
                    for row in books.bookings(choice)
                    if row.reservation.state is Booking.HELD and now >= row.reservation.collect_by
                ]
                for reservation in late:
                    self._release(books, reservation, role)
                return len(late)
        except StoreError:
            return refusal(Reason.NOT_SAVED, Remedy.TRY_AGAIN)

    def _release(self, books: Writing, reservation: str, role: Role) -> Verdict:
        means, row = self._means, books.booking(reservation)
        verdict = decide_release(None if row is None else row.reservation, role, means.time.now())
        if isinstance(verdict, Give) and row is not None:
            venue = venue_of(means.registers.network(), row.venue)
            body: dict[str, Json] = {"reservation": reservation, "venue": venue.id}
            body |= back(books, books.spent_by_reservation(reservation))
            books.append(means.draft(EventKind.RELEASE, body, venue))
        return verdict
