"""One source format, one file."""
