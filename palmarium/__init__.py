"""Palmarium: a static-site generator for award results and the writing around them."""

__version__ = "0.1.0"
