"""Tables: a file of any known format as columns and rows."""
