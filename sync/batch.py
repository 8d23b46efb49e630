"""Events as one message carries them, and the hub's answers as they find back to theirs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sync.wire import Answer, Head, SignedEvent
from validator.store.heads import HubHead
from validator.store.journal import Outgoing

MOST_BYTES = 2 * 1024 * 1024
"""Of events in one message; as base64 they stay well below what a hub takes."""


def bounded(events: Iterable[Outgoing], most: int) -> tuple[Outgoing, ...]:
    """The first events that fit into one message; always one, where there is one."""
    batch: list[Outgoing] = []
    size = 0
    for event in events:
        size += len(event.header) + len(event.cards)
        if batch and (len(batch) == most or size > MOST_BYTES):
            break
        batch.append(event)
    return tuple(batch)


def signed(event: Outgoing) -> SignedEvent:
    """An event in the words of the wire."""
    return SignedEvent(header=event.header, signature=event.signature, cards=event.cards, salt=event.salt)


def shown(kept: HubHead | None) -> Head:
    """The latest head that the hub countersigned, as it is shown to it."""
    return Head() if kept is None else Head(sequence=kept.sequence, hash=kept.hash, signature=kept.signature)


def of_event(answer: Answer, batch: Sequence[Outgoing]) -> Answer:
    """The answer by its event's id, also where the hub could not read that."""
    if answer.event or not 0 <= answer.position < len(batch):
        return answer
    return answer.model_copy(update={"event": batch[answer.position].event})
