"""What travels between desk and hub, and the headless commands. No Qt in here."""
