"""Statistics: pure functions over the archive that keep to the counting rules."""
