"""What comes in as files: the archive, regions, catalogues; all or nothing."""
