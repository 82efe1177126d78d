"""`python -m palmarium`.

Owns: nothing.   Never: does more than call `cli`.
"""

from .cli import main

main(prog_name="palmarium")
