"""The written form: what an editor may type, with one sentence for each key."""
