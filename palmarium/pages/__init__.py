"""One kind of page, one file: `TEMPLATE`, `View`, and `pages(context)`, or `EACH` index and `page(context, key)`."""
