"""What is known to go wrong in box offices that work offline, and what here would show it.

Each weakness, in our own words, names tests that would fail if we had it, and deliberate bugs (`tests.simulation.bugs`) that the
simulator has to find. A test holds that all of them exist.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weakness:
    """One of them."""

    name: str
    says: str
    tests: tuple[str, ...]
    bugs: tuple[str, ...] = ()


WEAKNESSES = (
    Weakness(
        "W1",
        "What waits for the hub and what makes the card used are written apart: a crash between them leaves one without the other.",
        ("tests/store/test_falling.py::test_each_step_happened_wholly_or_not_at_all",),
        ("outbox_row_afterwards", "lease_spent_afterwards"),
    ),
    Weakness(
        "W2",
        "What comes from the hub wipes away what the desk gave itself and has not told.",
        ("tests/store/test_feed.py::test_pages_in_any_order_and_as_often_as_they_come_give_the_same",),
        ("own_givings_forgotten",),
    ),
    Weakness(
        "W3",
        "A thing is looked up by the id of another kind of thing, and silently not found.",
        (
            "tests/store/test_outbox.py::test_an_answer_to_an_unknown_event_changes_nothing",
            "tests/sync/desk/test_one_pass.py::test_an_answer_under_another_kind_of_name_settles_nothing",
            "tests/sync/hub/test_kinds.py::test_what_is_undone_is_a_giving_and_nothing_else",
            "tests/sync/hub/test_kinds.py::test_a_giving_is_no_reservation",
            "tests/sync/hub/test_kinds.py::test_a_number_is_for_what_its_scope_says",
        ),
        ("own_past_untold",),
    ),
    Weakness(
        "W4",
        "One item that the server cannot bear keeps all behind it from going out, in every pass, and nobody sees it.",
        (
            "tests/sync/hub/test_events.py::test_poison_events_hold_nobody_up",
            "tests/sync/hub/test_faults.py::test_an_event_that_the_hub_fails_over_holds_up_nobody",
            "tests/sync/desk/test_one_pass.py::test_a_bad_event_holds_up_no_other",
            "tests/sync/desk/test_halving.py::test_after_a_message_that_failed_the_next_is_half_as_long",
        ),
    ),
    Weakness(
        "W5",
        "What the server refuses is deleted.",
        (
            "tests/store/test_outbox.py::test_a_refused_event_is_kept_with_its_reason",
            "tests/ui/test_settle.py::test_refused_entries_and_remarks_stand_there_with_their_reasons",
        ),
        ("no_is_for_good",),
    ),
    Weakness(
        "W6",
        "A try that fails is tried again without end.",
        (
            "tests/sync/desk/test_transport.py::test_not_our_hub",
            "tests/sync/desk/test_one_pass.py::test_no_event_goes_twice_in_a_pass_whatever_is_said_of_it",
            "tests/sync/desk/test_messages.py::test_a_hub_that_always_has_more_is_left_for_the_next_pass",
            "tests/sync/desk/test_runner.py::test_tries_come_later_and_later_and_not_at_the_same_second_as_others",
            "tests/sync/desk/test_runner.py::test_the_back_off_grows_is_bounded_and_never_nothing",
        ),
    ),
    Weakness(
        "W7",
        "An event is sent under the name of another place, refused there, and lost.",
        (
            "tests/sync/hub/test_trust.py::test_a_desk_writes_for_its_own_venues_only",
            "tests/sync/hub/test_events.py::test_an_agency_writes_to_each_of_its_venues",
            "tests/sync/hub/test_trust.py::test_tickets_of_a_venue_that_it_has_left_are_still_booked",
            "tests/sync/desk/test_trust.py::test_it_may_serve_another_venue_and_still_tells_of_the_first",
        ),
    ),
    Weakness(
        "W8",
        "The same rules are written several times, and drift apart.",
        (
            "tests/domain/test_decide_properties.py::test_any_facts_at_all",
            "tests/domain/test_decide_table.py::test_the_trace_names_the_rule_that_decided",
            "tests/desk/test_counter.py::test_two_windows_cannot_both_give_the_last_ticket",
        ),
    ),
    Weakness(
        "W9",
        "A lost key costs what has not been told yet.",
        (
            "tests/store/test_keys.py::test_the_key_of_a_ledger_that_is_there_is_never_made_anew",
            "tests/store/test_register.py::test_a_lost_register_key_costs_a_new_list_and_nothing_else",
            "tests/sync/hub/test_recovery.py::test_the_tickets_of_a_desk_that_is_lost_are_booked",
        ),
    ),
    Weakness(
        "W10",
        "A customer waits until a pass has let the database go.",
        (
            "tests/ui/test_calm.py::test_a_held_file_keeps_the_ticket_waiting_and_the_screen_alive",
            "tests/store/test_ledger.py::test_a_writer_of_another_window_is_waited_for_and_then_said",
        ),
    ),
    Weakness(
        "W11",
        "A pass begins before the last one has ended, and both send the same.",
        (
            "tests/sync/desk/test_runner.py::test_a_pass_that_takes_longer_than_the_interval_is_never_joined_by_another",
            "tests/sync/desk/test_runner.py::test_many_who_wake_it_get_one_pass_at_a_time",
            "tests/sync/hub/test_parallel.py::test_the_same_batch_from_two_threads_is_booked_once",
            "tests/store/test_outbox.py::test_the_first_answer_stands",
        ),
    ),
    Weakness(
        "W12",
        "A hand scanner's signs are mixed with typing, changed, dropped, or written into a log.",
        (
            "tests/scan/test_wedge.py::test_whatever_the_timing_no_key_is_lost_altered_or_moved",
            "tests/scan/test_wedge.py::test_the_wedge_shows_no_code",
            "tests/domain/test_code_payload.py::test_no_letter_or_digit_is_lost_or_moved",
        ),
    ),
    Weakness(
        "W13",
        "Looking and booking are two steps under parallel requests, and a request that comes twice is taken for a second use.",
        (
            "tests/sync/hub/test_parallel.py::test_the_same_batch_from_two_threads_is_booked_once",
            "tests/sync/hub/test_parallel.py::test_rights_asked_for_at_once_are_never_over",
        ),
        ("copy_is_a_fork", "effect_before_event"),
    ),
    Weakness(
        "W14",
        "Two stations that have not heard of each other both succeed, beyond what there is, and nobody is told.",
        (
            "tests/sync/desk/test_rights.py::test_two_desks_that_are_cut_off_give_no_more_than_the_number_between_them",
            "tests/sync/hub/test_parallel.py::test_two_desks_with_one_card_do_not_both_go_unnoticed",
        ),
        ("outstanding_ignored", "rights_not_needed", "nobody_is_awaited"),
    ),
    Weakness(
        "W15",
        "Of two values the one with the later wall clock wins.",
        ("tests/store/test_quotas.py::test_among_several_desks_the_hubs_order_decides",),
        ("clock_believed",),
    ),
    Weakness(
        "W16",
        "What is told later counts as done later: the time of the ticket is lost on the way.",
        ("tests/sync/hub/test_events.py::test_the_desks_own_time_is_kept_beside_the_hubs",),
    ),
    Weakness(
        "W17",
        "The first row that fails stops the queue.",
        (
            "tests/sync/hub/test_chain.py::test_a_damaged_entry_does_not_hold_up_those_behind_it",
            "tests/store/test_outbox.py::test_an_event_that_is_put_off_waits_again_and_holds_up_nobody",
        ),
    ),
    Weakness(
        "W18",
        "What waits lives in memory, and an answer that did not come counts as a failure.",
        (
            "tests/store/test_outbox.py::test_the_outbox_outlives_the_program",
            "tests/store/test_outbox.py::test_a_sent_event_stays_until_it_is_answered",
        ),
        ("sent_rows_dropped", "timeout_is_an_answer"),
    ),
    Weakness(
        "W19",
        "A list counts as fresh before it has come.",
        (
            "tests/store/test_delta.py::test_a_delta_that_breaks_off_changes_nothing",
            "tests/store/test_building.py::test_a_list_that_is_not_what_was_announced_is_not_used",
        ),
        ("age_before_list", "ledger_before_register"),
    ),
    Weakness(
        "W20",
        "What was given is forgotten once it has been told, and the card is good again.",
        ("tests/store/test_bookings.py::test_a_giving_is_in_the_cards_history_at_once",),
        ("told_givings_forgotten", "own_givings_forgotten"),
    ),
    Weakness(
        "W21",
        "Setting the program back throws away what waits.",
        (
            "tests/store/test_journal.py::test_the_database_itself_refuses_to_change_or_delete_the_journal",
            "tests/sync/desk/test_trust.py::test_what_is_given_between_shutting_out_and_hearing_of_it_arrives",
            "tests/ui/test_window.py::test_closing_with_tickets_that_wait_says_that_they_are_safe",
        ),
    ),
)
