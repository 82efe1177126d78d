"""Themes: a chain of folders, what it may say, and Jinja."""
