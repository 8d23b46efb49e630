"""What the process that reads does with a question: the readers of `validator.scan.reader` on what lies in the shared memory."""

from __future__ import annotations

import numpy as np

from validator.domain.code import CodeFormat, Symbology
from validator.errors import PictureBad
from validator.scan.acceptance import cards_of
from validator.scan.asked import ANSWER_BYTES, Answer, Question, Task
from validator.scan.decoder import CARD_FORMATS
from validator.scan.engines import available_decoders
from validator.scan.picturefile import PictureFault
from validator.scan.pixels import GrayFrame
from validator.scan.reader import Reader
from validator.scan.shared import Shared

KEPT = 4
"""Readers that are kept; a desk has one network."""


class Answering:
    """Answers one question after the other.

    Args:
        shared: where frames, files and answers lie.
    """

    def __init__(self, shared: Shared) -> None:
        self._memory = shared.memory
        self._readers: dict[tuple[tuple[Symbology, ...], CodeFormat | None], Reader] = {}

    def make_ready(self, *, hurried: bool) -> None:
        """Load all that the first question would wait for. In a hurry, what not every frame needs is left for later.

        Raises:
            DecoderMissing: there is nothing to read with.
        """
        reader = self._reader(CARD_FORMATS, None)
        if not hurried:
            reader.warm_up()

    def answer(self, question: Question) -> Answer:
        """Look, and say what was seen."""
        reader = self._reader(question.formats, question.code_format)
        try:
            match question.task:
                case Task.LOOK:
                    return Answer(reader.look(self._frame(question), question.turn))
                case Task.GLANCE:
                    return Answer(reader.glance(self._frame(question)))
                case Task.STUDY:
                    return Answer(reader.study(self._frame(question)))
                case Task.FILE:
                    return Answer(reader.study_file(self._bytes(question.size).tobytes()))
                case Task.UNPACK:
                    gray = reader.unpack(self._bytes(question.size).tobytes())
                    self._bytes(gray.size)[:] = gray.ravel()
                    return Answer(shape=(gray.shape[0], gray.shape[1]))
        except PictureBad as error:
            return Answer(fault=PictureFault(str(error.details["reason"])))

    def _frame(self, question: Question) -> GrayFrame:
        return self._bytes(question.size).reshape(question.shape)

    def _bytes(self, size: int) -> GrayFrame:
        return np.frombuffer(self._memory, np.uint8, size, ANSWER_BYTES)

    def _reader(self, formats: tuple[Symbology, ...], code_format: CodeFormat | None) -> Reader:
        known = (formats, code_format)
        if known not in self._readers:
            if len(self._readers) == KEPT:
                self._readers.clear()
            card_of = None if code_format is None else cards_of(code_format)
            self._readers[known] = Reader(available_decoders(formats), card_of)
        return self._readers[known]
