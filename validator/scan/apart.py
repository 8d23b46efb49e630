"""A reader in a process of its own: whatever a picture does to the libraries that read it, the desk goes on.

1. Image codecs and barcode libraries are C and C++. What crashes there, or never ends, no thread can stop. So they run in a child,
   which is killed when it overruns its time, and another one is started at once.
2. A camera's frame never waits: while the child starts, or reads a picture, frames go by. A picture waits for its turn: somebody
   waits for it.
3. One question at a time; pictures before frames.
4. A child that dies again and again is started less and less often by frames. A picture, which somebody handed in, starts one
   in any case.
5. While a camera is watched, a second child stands by: where one dies, the next frame is read already.
6. A frame without an answer is a look with a fault. A picture without one is a `PictureFault.HALTED`.

What the two say to each other is in `validator.scan.asked`, the child from outside in `validator.scan.process`, from inside in
`validator.scan.child`.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from types import TracebackType
from typing import TYPE_CHECKING, Self

from validator.domain.code import CodeFormat, Symbology
from validator.errors import DecoderMissing
from validator.scan.acceptance import Look
from validator.scan.asked import Answer, Question, Task
from validator.scan.decoder import CARD_FORMATS
from validator.scan.picturefile import MAX_BYTES, PictureFault, picture_bad, picture_bytes
from validator.scan.process import GONE, GOODBYE, Child

if TYPE_CHECKING:
    from validator.scan.pixels import GrayFrame

BACK_OFF = (0.0, 0.0, 1.0, 2.0, 4.0, 8.0)
"""Seconds from each death in a row to the next start; the last one goes on."""

LONG_LIFE = 30.0
"""Seconds after which a child's death is not one of a row."""

STANDS_BY = 5.0
"""Seconds of a child's life after which another one is started to stand by: not while the program itself is starting."""

_AWAITED = frozenset({Task.STUDY, Task.FILE, Task.UNPACK, Task.GLANCE})

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds within which the child has to answer: many times what a slow machine needs.

    Attributes:
        frame: one look at a camera's frame.
        picture: unpacking a picture and studying it.
        start: from its start to where it can be asked.
    """

    frame: float = 2.0
    picture: float = 8.0
    start: float = 30.0


@dataclass(frozen=True, slots=True)
class Tally:
    """What has happened so far.

    Attributes:
        started: children that were started, those that stand by among them.
        died: those that ended by themselves.
        overran: those that were ended because they did not answer in time.
    """

    started: int = 0
    died: int = 0
    overran: int = 0


class Unanswered(Exception):
    """There is no answer: the child died, took too long, or is not there yet."""


class Apart:
    """Keeps one child, which is started when it is first needed.

    Args:
        patience: how long it is waited for.
        back_off: seconds from each death in a row to the next start.
        stands_by: seconds of a child's life after which another one stands by, if a camera is watched.
        ticks: seconds that pass.
    """

    def __init__(
        self,
        patience: Patience | None = None,
        back_off: Sequence[float] = BACK_OFF,
        stands_by: float = STANDS_BY,
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        self.patience = patience or Patience()
        self._back_off = back_off
        self._stands_by = stands_by
        self._ticks = ticks
        self._pictures = threading.Lock()
        """Held by whoever waits: while it is held, frames go by."""
        self._asking = threading.Lock()
        """Held while the child is used."""
        self._child: Child | None = None
        self._spare: Child | None = None
        self._wants_spare = False
        self._since = 0.0
        self._closed = False
        self._in_a_row = 0
        self._not_before = 0.0
        self._tally = Tally()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def tally(self) -> Tally:
        """The counts so far; may be read from any thread."""
        return self._tally

    def reader(
        self, code_format: CodeFormat | None = None, formats: Sequence[Symbology] = CARD_FORMATS
    ) -> ReaderApart:
        """A reader for one network's codes; several may share the child."""
        return ReaderApart(self, code_format, tuple(formats))

    def make_ready(self, *, for_camera: bool = False) -> None:
        """Start the child, if need be, and wait until it can be asked.

        If it cannot be started now, looks will say so, and try again.

        Args:
            for_camera: from now on another one is to stand by.

        Raises:
            DecoderMissing: there is nothing to read with.
        """
        with self._pictures, self._asking, suppress(Unanswered):
            self._wants_spare = self._wants_spare or for_camera
            self._ready(self.patience.start)

    def ask(self, question: Question, data: bytes | memoryview) -> Answer:
        """Have a question answered.

        Raises:
            Unanswered: see there.
            DecoderMissing: there is nothing to read with.
        """
        if question.task in _AWAITED:
            with self._pictures, self._asking:
                return self._answered(self._ready(self.patience.start), question, data)
        if self._pictures.locked() or not self._asking.acquire(blocking=False):
            return Answer(Look())
        try:
            return self._answered(self._ready(0.0), question, data)
        finally:
            self._asking.release()

    def close(self) -> None:
        """End the child; what is being asked just now gets no answer. May be called twice, and from any thread."""
        self._closed = True
        if not self._asking.acquire(blocking=False):
            child = self._child
            if child is not None:
                child.kill()
            self._asking.acquire()
        for child in (self._child, self._spare):
            if child is not None:
                child.end(GOODBYE)
        self._child = self._spare = None
        self._asking.release()

    def _ready(self, wait: float) -> Child:
        """The child once it can be asked. Without time to wait it is only looked whether it can."""
        if self._closed:
            raise Unanswered
        if self._child is not None and self._child.has_died:
            self._lost(self._child, "ended by itself", died=1)
        child = self._child
        if child is None:
            if not wait and self._ticks() < self._not_before:
                raise Unanswered
            child = self._started()
        if child.is_ready:
            return child
        try:
            hello = child.heard(wait)
        except GONE:
            self._lost(child, "ended while it started", died=1)
            raise Unanswered from None
        if hello is None:
            if self._ticks() - child.born >= self.patience.start:
                self._lost(child, "did not start in time", overran=1)
            raise Unanswered
        if not hello.ready:
            self._child = None
            child.end(GOODBYE)
            self._not_before = self._ticks() + LONG_LIFE
            raise DecoderMissing(missing=hello.missing)
        child.is_ready = True
        return child

    def _answered(self, child: Child, question: Question, data: bytes | memoryview) -> Answer:
        try:
            answer = child.asked(question, data)
        except GONE:
            self._lost(child, "ended by itself", died=1)
            raise Unanswered from None
        if answer is None:
            self._lost(child, "did not answer in time", overran=1)
            raise Unanswered
        if self._wants_spare and self._spare is None and self._ticks() - self._since >= self._stands_by:
            with suppress(Unanswered):  # none can be started now: then there is none
                self._spare = self._made(hurried=False)
        return answer

    def _started(self) -> Child:
        """The next child: the one that stands by, or a new one."""
        self._child, self._spare = self._spare or self._made(hurried=self._tally.started > 0), None
        self._since = self._ticks()
        if self._closed:  # only just: whoever closed could not know of this one
            self._child.kill()
        return self._child

    def _made(self, *, hurried: bool) -> Child:
        try:
            child = Child(self._ticks(), hurried=hurried)
        except OSError:
            self._wait_longer()
            raise Unanswered from None
        self._tally = replace(self._tally, started=self._tally.started + 1)
        return child

    def _lost(self, child: Child, what: str, *, died: int = 0, overran: int = 0) -> None:
        """End what is left of the child; start the next one at once, if it is its time."""
        self._child = None
        child.end(0)
        if self._closed:
            return
        tally = self._tally
        self._tally = replace(tally, died=tally.died + died, overran=tally.overran + overran)
        if self._ticks() - self._since >= LONG_LIFE:
            self._in_a_row = 0
        wait = self._wait_longer()
        level = logging.WARNING if self._in_a_row == 1 else logging.INFO
        _log.log(level, "the process that reads pictures %s; another one is started", what)
        if wait <= 0:
            self._started()

    def _wait_longer(self) -> float:
        wait = self._back_off[min(self._in_a_row, len(self._back_off) - 1)]
        self._in_a_row += 1
        self._not_before = self._ticks() + wait
        return wait


class ReaderApart:
    """Asks the child, as one asks a `validator.scan.reader.Reader`.

    Args:
        apart: keeps the child.
        code_format: what a code of the network looks like; without one every text is taken for a card.
        formats: the network's formats.
    """

    def __init__(self, apart: Apart, code_format: CodeFormat | None, formats: tuple[Symbology, ...]) -> None:
        self._apart = apart
        self._code_format = code_format
        self._formats = formats

    def look(self, gray: GrayFrame, turn: int = 0) -> Look:
        """One look at one of a camera's frames; an empty one where there was no time for it."""
        return self._seen(Task.LOOK, gray, turn)

    def glance(self, gray: GrayFrame) -> Look:
        """One look at a frame that has no next one."""
        return self._seen(Task.GLANCE, gray)

    def study(self, gray: GrayFrame) -> Look:
        """One thorough look at a single picture."""
        return self._seen(Task.STUDY, gray)

    def study_file(self, data: bytes) -> Look:
        """The same, of what stood in a picture file.

        Raises:
            PictureBad: it is no usable picture, or ended the process that reads.
        """
        look = self._of_file(Task.FILE, data).look
        if look is None:
            raise picture_bad(PictureFault.HALTED)
        return look

    def unpack(self, data: bytes) -> GrayFrame:
        """What stood in a picture file, as one gray frame.

        Raises:
            PictureBad: it is no usable picture, or ended the process that reads.
        """
        import numpy as np  # noqa: PLC0415  (who only studies files needs no picture library)

        answer = self._of_file(Task.UNPACK, data)
        if answer.shape is None:
            raise picture_bad(PictureFault.HALTED)
        return np.frombuffer(answer.pixels, np.uint8).reshape(answer.shape)

    def _of_file(self, task: Task, data: bytes) -> Answer:
        whole = picture_bytes(data)
        try:
            answer = self._apart.ask(self._question(task, len(whole)), whole)
        except Unanswered:
            raise picture_bad(PictureFault.HALTED) from None
        if answer.fault is not None:
            raise picture_bad(answer.fault)
        return answer

    def _seen(self, task: Task, gray: GrayFrame, turn: int = 0) -> Look:
        if gray.dtype != "uint8" or len(gray.shape) != 2 or not 0 < gray.size <= MAX_BYTES:  # noqa: PLR2004
            raise ValueError(f"no frame: {gray.dtype} {gray.shape}")
        whole = gray if gray.flags.c_contiguous else gray.copy()
        data = memoryview(whole).cast("B")  # type: ignore[arg-type]  # numpy says what it is on 3.12 alone
        question = self._question(task, whole.size, (whole.shape[0], whole.shape[1]), turn)
        try:
            look = self._apart.ask(question, data).look
        except Unanswered:
            look = None
        return Look(faults=1) if look is None else look

    def _question(self, task: Task, size: int, shape: tuple[int, int] = (0, 0), turn: int = 0) -> Question:
        patience = self._apart.patience
        seconds = patience.frame if task is Task.LOOK else patience.picture
        return Question(task, size, shape, turn, self._formats, self._code_format, seconds)
