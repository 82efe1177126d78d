"""The written form: what an editor may type, with one sentence for each key.

Owns: the pydantic library; short forms, types of scalars, the sentences of the data reference.
Never: looks at a second file, knows the archive or a page.
"""
