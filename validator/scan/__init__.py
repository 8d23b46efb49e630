"""From a picture or a scanner to one steady card reading."""

import os

# Before numpy is loaded: its products here are so small that threads would only wait for each other, on every core of the desk.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
