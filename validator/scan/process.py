"""The process that reads, from outside: started, asked, killed, seen to its end. When that is done is in `validator.scan.apart`."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import struct
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from multiprocessing import resource_tracker

from validator.scan.asked import ANSWER_BYTES, LENGTH, SHARED_BYTES, Answer, Question, Task, answer_of
from validator.scan.child import serve
from validator.scan.shared import Shared

NAME = "reading"
GOODBYE = 1.0
"""Seconds that a process gets to end by itself when all is closed."""

GONE = (EOFError, OSError, ValueError, struct.error)
"""What a pipe says whose other end died, or speaks nonsense."""

# Everywhere alike, and nothing of the desk's files and sockets goes along.
_spawn = multiprocessing.get_context("spawn")


class Child:
    """One process, from its start to its end.

    Args:
        born: the instant.
        hurried: whether it takes the place of another one.

    Raises:
        OSError: the system starts none now.
    """

    def __init__(self, born: float, *, hurried: bool) -> None:
        self.born = born
        self.is_ready = False
        asked, self._questions = _spawn.Pipe(duplex=False)
        self._answers, told = _spawn.Pipe(duplex=False)
        self._shared = Shared(SHARED_BYTES)
        self._process = _spawn.Process(
            target=serve,
            args=(asked, told, self._shared),
            kwargs={"hurried": hurried},
            name=NAME,
            daemon=True,
        )
        try:
            with _without_interrupts():
                self._process.start()
        except BaseException:
            self._close()
            raise
        finally:
            # Once only the child holds them, each side hears of the other's end.
            asked.close()
            told.close()
        if sys.platform != "win32":
            # Half a message, which no honest child sends, is then an error and nothing to wait for.
            os.set_blocking(self._answers.fileno(), False)

    @property
    def has_died(self) -> bool:
        """Whether it could be asked and is no more: then it was no question that ended it."""
        return self.is_ready and not self._process.is_alive()

    def heard(self, seconds: float) -> Answer | None:
        """What it says within this time.

        Raises:
            EOFError, OSError, ValueError, struct.error: it is gone, or speaks nonsense.
        """
        if not self._answers.poll(seconds):
            return None
        (length,) = LENGTH.unpack(self._answers.recv_bytes(LENGTH.size))
        if length > ANSWER_BYTES:
            raise ValueError("too long for an answer")
        return answer_of(self._shared.take(0, length))

    def asked(self, question: Question, data: bytes | memoryview) -> Answer | None:
        """Ask, and wait as long as the question says; the same errors."""
        self._shared.put(ANSWER_BYTES, data)
        self._questions.send_bytes(pickle.dumps(question))
        answer = self.heard(question.seconds)
        if answer is not None and answer.shape is not None:
            height, width = answer.shape
            answer = replace(answer, pixels=self._shared.take(ANSWER_BYTES, height * width))
        if question.task in (Task.FILE, Task.UNPACK):
            self._shared.let_go(ANSWER_BYTES, max(question.size, 0 if answer is None else len(answer.pixels)))
        return answer

    def kill(self) -> None:
        """End it; may be called by another thread than the one that waits for it."""
        with suppress(ValueError):  # that thread was faster
            self._process.kill()

    def end(self, wait: float) -> None:
        """See it end, by itself within this time or not."""
        self._questions.close()
        self._process.join(wait)
        if self._process.is_alive():
            self._process.kill()
            self._process.join(GOODBYE)
        with suppress(ValueError):  # not even killed: the system will see to it
            self._process.close()
        self._close()

    def _close(self) -> None:
        self._questions.close()
        self._answers.close()
        self._shared.close()


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """The terminal's Ctrl+C is for the desk: a child that is just starting would die of it with a traceback."""
    if sys.platform == "win32":
        yield
        return
    resource_tracker.ensure_running()  # by itself it would take the mask off again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
