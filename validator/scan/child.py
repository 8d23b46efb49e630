"""The process that reads, from inside: it answers until nobody asks any more. What it answers is in `validator.scan.answering`.

1. It ends when its parent is gone, however that went: its pipe ends, and should it hang just then, a time of its own runs out.
2. It leaves the terminal's Ctrl+C to its parent, and says nothing on the terminal: what foreign code prints might be a card.
3. Nothing of a picture gets onto a disk when it crashes, and no box about the crash keeps it from ending.
4. It gives way to the window and to whatever answers for a card: a picture is looked at anew 30 times a second.
5. It takes no more memory than any allowed picture needs, so that a hostile one fails in here before the desk's PC stands still.
"""

from __future__ import annotations

import faulthandler
import os
import pickle
import signal
import sys
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, TextIO

from validator.errors import DecoderMissing
from validator.priority import give_way
from validator.scan.asked import ANSWER_BYTES, LENGTH, Answer, Question, written
from validator.scan.shared import Shared

if TYPE_CHECKING:  # the parent imports this module too, and needs no picture library for it
    from validator.scan.answering import Answering

MEMORY = 3_000_000_000
"""Bytes of its own: more than twice what the largest pictures that are let through take."""

_LOWER = 5

SPARE = 5.0
"""Seconds beyond a question's time after which it ends by itself, if nobody ended it."""


def serve(questions: Connection, answers: Connection, shared: Shared, *, hurried: bool) -> None:
    """Answer until the pipe of questions ends; in a hurry, where reading was cut off and somebody waits."""
    nowhere = keep_to_itself()
    give_way(_LOWER)
    from validator.scan.answering import Answering  # noqa: PLC0415  (see above)

    answering = Answering(shared)
    try:
        answering.make_ready(hurried=hurried)
    except DecoderMissing as error:
        _say(answers, shared, written(Answer(missing=str(error.details["missing"]))))
        return
    try:
        _say(answers, shared, written(Answer(ready=True)))
        while True:
            question: Question = pickle.loads(questions.recv_bytes())  # noqa: S301  (from our own parent)
            # Needs nothing of Python's, so it also ends what never comes back from foreign code.
            faulthandler.dump_traceback_later(question.seconds + SPARE, exit=True, file=nowhere)
            answer = answered(answering, question)
            faulthandler.cancel_dump_traceback_later()
            _say(answers, shared, answer)
    except (EOFError, OSError):
        return


def keep_to_itself() -> TextIO:
    """Rules 2, 3 and 5. Returns where all that is said goes: nowhere."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    nowhere = open(os.devnull, "w")  # noqa: SIM115, PTH123  (open as long as the process is)
    for stream in (0, 1, 2):
        os.dup2(nowhere.fileno(), stream)
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415

        msvcrt.SetErrorMode(msvcrt.SEM_FAILCRITICALERRORS | msvcrt.SEM_NOGPFAULTERRORBOX)
    else:
        import resource  # noqa: PLC0415  (not on Windows)

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        _, most = resource.getrlimit(resource.RLIMIT_DATA)
        if most == resource.RLIM_INFINITY or most > MEMORY:
            resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, most))
    return nowhere


def answered(answering: Answering, question: Question) -> bytes:
    """An answer as it travels, whatever happens to the question."""
    try:
        data = written(answering.answer(question))
    except Exception:  # noqa: BLE001  (whatever it is: the parent is told that it failed, and asks on)
        data = b""
    return data if 0 < len(data) <= ANSWER_BYTES else written(Answer())


def _say(answers: Connection, shared: Shared, data: bytes) -> None:
    shared.put(0, data)
    answers.send_bytes(LENGTH.pack(len(data)))
