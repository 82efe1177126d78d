"""Themes: the chain of their folders, checks of their files, and the rendering of pages with Jinja."""
