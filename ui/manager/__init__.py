"""The manager's page: behind a PIN, the numbers of free tickets."""
