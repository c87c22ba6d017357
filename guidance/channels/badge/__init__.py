"""Badges for other sites: pictures of words and shapes, which tell themselves when they are old."""
