"""Published records: the shapes and columns that the JSON, its schemas and the tables are made of."""
