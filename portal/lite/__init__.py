"""The portal for a thin line: the same pages as text alone."""
