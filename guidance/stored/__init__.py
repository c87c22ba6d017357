"""What the database holds of regions and timelines, read as the rules take it."""
