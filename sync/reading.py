"""From the hub's messages to the domain's values. What a newer hub says and this program does not know is passed over."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import timedelta

from pydantic import ValidationError

from sync.casewire import CaseRow, CaseSideRow
from sync.pinwire import ResetWords, SignedReset
from sync.rows import from_rows
from sync.wire import NetworkConfig, PolicyWords, Programme, SignedPolicy, SyncAnswer
from validator.desk.door import keep_reset
from validator.domain.card import TokenKey
from validator.domain.cases import Case, CaseSide
from validator.domain.code import CheckScheme, CodeFormat, OtherScheme
from validator.domain.network import Area, Network, Offer, Performance, RuleSet, Venue
from validator.domain.policy import Policy
from validator.domain.reset import Reset
from validator.errors import HubGarbled
from validator.sealing import KEY_BYTES
from validator.signing import verifies
from validator.store.identity import Identity, NetworkFacts
from validator.store.transaction import Writing

_log = logging.getLogger(__name__)


def network_facts(config: NetworkConfig) -> NetworkFacts:
    """The network's keys and code format.

    Raises:
        HubGarbled: the form of the codes cannot be used: no card could be read by it; or a key is none.
    """
    try:
        form = CodeFormat(
            pattern=config.code_pattern,
            check=CheckScheme(config.code_check) if config.code_check else None,
            other_schemes=tuple(OtherScheme(name, pattern) for name, pattern in config.other_schemes.items()),
        )
        offset = timedelta(seconds=config.demo_offset_seconds)
    except (ValueError, OverflowError) as error:
        raise HubGarbled("the network's form of codes cannot be used", reason="network") from error
    if len(config.sealing_key) not in (0, KEY_BYTES):
        raise HubGarbled("the hub's sealing key is none", reason="network")
    key = TokenKey(config.token_key, config.token_epoch)
    return NetworkFacts(config.name, key, form, offset, config.sealing_key, config.support.strip())


def put_network(books: Writing, network: NetworkFacts) -> None:
    """Take news of the network. A new key behind the cards' hashes comes into use with the list that was made with it."""
    known = books.network()
    if known is not None and books.stamp() is not None:
        network = replace(network, token_key=known.token_key)
    if network != known:
        books.put_network(network)


def policy_of(said: SignedPolicy, hub_key: bytes, kept: Policy) -> Policy | None:
    """The network's numbers, where they are the hub's word and not older than those that are kept; else None.

    Without a signature, or with another's, nothing is taken: who could say that lists never grow old, or that they have, could
    open or close every desk.
    """
    if not said.policy:
        return None
    if not verifies(hub_key, said.signature, said.policy):
        _log.info("the signature of the network's policy does not hold; the one before stays")
        return None
    try:
        words = PolicyWords.model_validate_json(said.policy)
    except ValidationError:
        words = PolicyWords()
    policies, _ = from_rows(Policy, [words.policy | {"version": words.version}])
    if not policies or words.version < 1:
        _log.info("the network's policy cannot be read; the one before stays")
        return None
    if words.version < kept.version:
        _log.info("the network's policy is older than the one before, which stays")
        return None
    return policies[0]


def hear_reset(books: Writing, said: SignedReset, identity: Identity) -> None:
    """Take the word that this desk's manager PIN may be set anew, where it is the hub's and for this desk; else nothing changes."""
    if not said.words:
        return
    if not verifies(identity.hub_key, said.signature, said.words):
        _log.info("the signature of a word about the PIN does not hold")
        return
    try:
        words = ResetWords.model_validate_json(said.words)
    except ValidationError:
        _log.info("a word about the PIN cannot be read")
        return
    if words.desk == identity.desk:
        keep_reset(books, Reset(words.id, words.digest, words.until))


def programme_of(programme: Programme) -> Network:
    """Areas, rule sets, venues, offers and performances, as far as this program knows them."""
    areas, no_areas = from_rows(Area, programme.areas)
    rule_sets, no_rules = from_rows(RuleSet, programme.rule_sets)
    venues, no_venues = from_rows(Venue, programme.venues)
    offers, no_offers = from_rows(Offer, programme.offers)
    performances, no_performances = from_rows(Performance, programme.performances)
    if unread := no_areas + no_rules + no_venues + no_offers + no_performances:
        _log.info("%d rows of the programme are of kinds that this program does not know", unread)
    return Network(areas, venues, offers, performances, rule_sets)


def hear_cases(books: Writing, answer: SyncAnswer) -> None:
    """Take the cases that the hub tells, and those of own events that it did not accept. An older hub tells none.

    Args:
        books: the ledger.
        answer: the hub's, each answer in it by its event's id.
    """
    books.cases.link((each.case, each.event) for each in answer.answers if each.case)
    if answer.case_cursor is not None and not answer.revoked:
        books.cases.hear(((_case(row), row.own) for row in answer.cases), answer.case_cursor)


def _case(row: CaseRow) -> Case:
    sides = tuple(map(_side, row.sides))
    fields = row.model_dump(exclude={"sides", "own"})
    return Case(**fields, sides=sides)


def _side(row: CaseSideRow) -> CaseSide:
    return CaseSide(**row.model_dump(exclude={"rules"}))
