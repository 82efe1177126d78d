"""One editorial check, one file: `CODE`, `LEVEL`, `check(archive)`; its docstring is its manual."""
