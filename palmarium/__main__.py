"""`python -m palmarium`."""

from .commands.cli import main

main(prog_name="palmarium")
