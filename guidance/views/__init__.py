"""Public pages and machine answers: each view asks the domain once and translates."""
