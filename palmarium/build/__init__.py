"""A build: its steps, what it keeps for the next one, and how it writes."""
