"""The desk: the editors' screens under /admin/desk/."""
