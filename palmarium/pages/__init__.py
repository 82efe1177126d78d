"""Kinds of page, one file each: `TEMPLATE`, `View`, `pages(context)`."""
