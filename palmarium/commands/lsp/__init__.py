"""A language server: what is wrong, what may be written, where things are, in any editor that speaks its protocol."""
