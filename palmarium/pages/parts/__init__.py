"""Pieces of view that two or more kinds of page show."""
