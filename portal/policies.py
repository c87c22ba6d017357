"""What browsers are told: where content may come from, and what a page may ask of the device."""

from csp.constants import NONE, SELF, UNSAFE_INLINE

PERMISSIONS: dict[str, list[str]] = {
    name: [] for name in ("camera", "microphone", "payment", "usb")
}
# "Find by my position" asks the device, compares with outlines there, and sends nothing.
PERMISSIONS["geolocation"] = ["self"]
PUBLIC = {
    "default-src": [NONE],
    **{
        f"{kind}-src": [SELF]
        for kind in ("script", "style", "img", "connect", "manifest", "worker")
    },
    "form-action": [SELF],
    "frame-ancestors": [NONE],
    "base-uri": [NONE],
}
# Wagtail writes inline scripts and styles; a nonce would switch 'unsafe-inline' off.
ADMIN = {
    **PUBLIC,
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "font-src": [SELF],
    "frame-src": [SELF],
    "frame-ancestors": [SELF],
}
