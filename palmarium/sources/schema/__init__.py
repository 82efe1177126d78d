"""Written forms: the keys that an editor may type in each kind of file."""
