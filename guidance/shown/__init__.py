"""What readers are shown: marks, cards, rows and maps as plain values, ready for templates."""
