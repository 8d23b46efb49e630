"""Whether a hub keeps what docs/protocol.md promises. A small desk of its own, written from that page, asks over HTTP."""
