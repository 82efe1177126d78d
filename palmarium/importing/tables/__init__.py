"""A file of any known format as one table."""
