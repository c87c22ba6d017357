"""Tags for public pages: the frame, levels, cards, panels."""
