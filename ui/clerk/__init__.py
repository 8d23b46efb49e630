"""The clerk's page: today's offers, the scan, the verdict, what was given."""
