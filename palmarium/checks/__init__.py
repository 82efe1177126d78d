"""Checks of the records, one file each; `references` tells of names, categories and other ids that do not exist.

A file defines `CODE` (kebab-case), `LEVEL`, `BASIS`, and `check(archive)`, which yields problems, or `EACH`, indexes of
the archive, and `each(archive, record)`; its docstring is its manual: what, why, a sample that passes and one that
fails. Checks are found by discovery and never import each other; files without a `CODE` hold what several of them ask.
"""
