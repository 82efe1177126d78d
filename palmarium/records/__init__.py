"""The public record of every thing: what the JSON, its schemas and the tables are made of.

Owns: the published shapes (`pieces`, `things`), how each is made from the archive, how it is written down.
Never: opens a file, knows a template, or how an export lays records out.
"""
