"""Counting rules, one file each: pure functions over the archive, as the Conventions page states them.

Owns: what a title, a first time, a streak or a renewal is, and how sure it is.
Never: guesses past the coverage (a number that may be too small is not `exact` and has a reason), knows a page.

Every value made here is plain (ids, numbers, tuples), so that a view may hold it as it is.
"""
