"""From a picture or a scanner to one steady card reading."""
