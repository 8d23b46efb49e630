"""Cards on paper and as pictures: a PDF of A4 sheets to be cut, and one PNG a card for trying a desk out.

Both files say codes, so they are readable by their owner alone, and neither a file's name nor its properties say one. The look
of a card is `cardface`'s.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from io import BytesIO
from itertools import batched
from pathlib import Path
from typing import BinaryIO

import reportlab
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from sync.hub.cardface import HEIGHT, WIDTH, Box, Words, face
from sync.hub.hub import Hub
from sync.hub.register import StoredCard
from validator.domain.code import CardCode
from validator.errors import StoreError, StoreReadOnly

COLUMNS, ROWS = 2, 5
DOTS_PER_INCH = 300
EVERY_CARD = "all"

# The letters of reportlab's own two fonts are put into the file, so that it looks the same everywhere.
_FONTS = {False: "Vera", True: "VeraBd"}
_POINTS_PER_INCH = 72
_MM_PER_INCH = 25.4
