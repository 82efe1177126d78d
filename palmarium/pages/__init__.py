"""One kind of page, one file: `TEMPLATE`, `View`, `pages(context)`; its docstring says what a reader finds."""
