"""Sources: from the bytes of a site's files to records, with the place of each key."""
