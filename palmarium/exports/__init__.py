"""One export, one file: `export(context, pages)` gives the files that machines read."""
