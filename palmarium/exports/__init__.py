"""One export, one file: `export(context, pages)`, or `parts(context, pages)`, gives the files that machines read."""
