"""The public record of every thing: what the JSON, its schemas and the tables are made of."""
