"""The editors' screens of live posts, under /admin/live/."""
