"""The office's lists: cards, areas, municipalities, venues, offers, performances and rule sets, from CSV or JSON files."""

from sync.hub.importing.kinds import Kind
from sync.hub.importing.run import ListReport, import_files, summary

__all__ = ["Kind", "ListReport", "import_files", "summary"]
