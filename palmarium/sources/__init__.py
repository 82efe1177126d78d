"""From bytes to records: what an editor wrote, read with the place of each key."""
