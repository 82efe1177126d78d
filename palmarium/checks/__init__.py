"""Checks of the records, one file each.

A file defines `CODE` (kebab-case), `LEVEL`, and `check(archive)`, which yields problems; its docstring is its manual:
what, why, a sample that passes and one that fails. Files here are found by discovery and never import each other.
"""
